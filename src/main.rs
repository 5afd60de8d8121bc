//! The thin program around the library.

use std::process::ExitCode;

/// Quicker than that of the system where many small things come and go on several threads, and far quicker than musl's.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    loket::cli::run()
}
