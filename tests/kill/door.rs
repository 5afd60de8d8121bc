//! The door through which one program reaches the stand-in, with a list of what it sent and when.

use std::sync::{Arc, Mutex};
use std::time::Instant;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// What begins a request that says something to somebody.
const SENDS: &[u8] = b"/SendMessage ";

/// A door that passes everything on.
pub(crate) struct Door {
    address: String,
    sent: Arc<Mutex<Vec<Instant>>>,
}

impl Door {
    /// A door to the stand-in at `target`, such as `127.0.0.1:8081`.
    pub(crate) async fn to(target: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let sent: Arc<Mutex<Vec<Instant>>> = Arc::default();
        let notes = Arc::clone(&sent);
        tokio::spawn(async move {
            while let Ok((caller, _)) = listener.accept().await {
                tokio::spawn(pass_on(caller, target.clone(), Arc::clone(&notes)));
            }
        });
        Self { address, sent }
    }

    pub(crate) fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// When messages went through.
    pub(crate) fn sent(&self) -> Vec<Instant> {
        self.sent.lock().unwrap().clone()
    }

    /// How many messages went through since `since`.
    pub(crate) fn sent_since(&self, since: Instant) -> usize {
        self.sent.lock().unwrap().iter().filter(|at| **at >= since).count()
    }
}

/// Ends when either side ends.
async fn pass_on(caller: TcpStream, target: String, sent: Arc<Mutex<Vec<Instant>>>) {
    let Ok(server) = TcpStream::connect(target).await else { return };
    let (mut from_caller, mut to_caller) = caller.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let there = async {
        let mut buffer = vec![0; 64 * 1024];
        while let Ok(count @ 1..) = from_caller.read(&mut buffer).await {
            let bytes = &buffer[..count];
            if bytes.starts_with(b"POST ") && bytes.windows(SENDS.len()).any(|window| window == SENDS) {
                sent.lock().unwrap().push(Instant::now());
            }
            if to_server.write_all(bytes).await.is_err() {
                return;
            }
        }
    };
    tokio::select! {
        () = there => {}
        _ = tokio::io::copy(&mut from_server, &mut to_caller) => {}
    }
}
