//! The program as a newcomer starts it: `loket sandbox`.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

/// A sandbox that runs until this is dropped.
pub(crate) struct Program {
    process: Child,
    pub(crate) url: String,
}

impl Program {
    pub(crate) fn start(more: &[&str]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_loket"))
            .args(["sandbox", "--address", "127.0.0.1:0"])
            .args(more)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut told = BufReader::new(process.stdout.take().unwrap());
        told.read_line(&mut line).unwrap();
        // Somebody must listen on, or the program stops talking.
        std::thread::spawn(move || std::io::copy(&mut told, &mut std::io::sink()));
        let address = line.split_whitespace().find(|word| word.starts_with("http://"));
        let url = address.unwrap_or_else(|| panic!("no address in {line:?}")).trim_end_matches('.').to_owned();
        Self { process, url }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
