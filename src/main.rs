//! The thin program around the library.

use std::process::ExitCode;

/// Many small things come and go on several threads: `docs/speed.md` says what it saves.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    loket::cli::run()
}
