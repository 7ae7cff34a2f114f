//! A system of an operator, to which applications are announced, with responses that a test chooses.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;

use crate::server::Folder;

/// Where announcements go; part of it can be secret.
const PATH: &str = "/new/aa11bb22?token=cc33";

/// What to do with a request.
#[derive(Clone, Copy)]
pub enum Response {
    Status(u16),
    /// A success whose body never ends.
    Endless,
    /// Never respond.
    Silence,
    /// Close the connection.
    Hangup,
}

/// An announcement that arrived.
#[derive(Clone, Debug)]
pub struct Announced {
    pub target: String,
    headers: Vec<(String, String)>,
    pub body: String,
}

impl Announced {
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(other, _)| other == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// The id of the application.
    pub fn key(&self) -> String {
        self.json()["data"]["key"].as_str().unwrap().to_owned()
    }

    /// Whether one of the signatures is made with this secret.
    pub fn is_signed_by(&self, secret: &[u8]) -> bool {
        let mut signature = Hmac::<Sha256>::new_from_slice(secret).unwrap();
        let signed = format!("{}.{}.{}", self.header("webhook-id"), self.header("webhook-timestamp"), self.body);
        signature.update(signed.as_bytes());
        let expected = format!("v1,{}", STANDARD.encode(signature.finalize().into_bytes()));
        self.header("webhook-signature").split(' ').any(|one| one == expected)
    }
}

pub struct Receiver {
    address: SocketAddr,
    arrived: Arc<Mutex<Vec<Announced>>>,
    folder: Folder,
}

impl Receiver {
    /// Starts one that responds to each request by its number, from 0.
    pub fn start(respond: impl Fn(usize) -> Response + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let receiver = Self { address: listener.local_addr().unwrap(), arrived: Arc::default(), folder: Folder::new() };
        receiver.folder.write("secret", format!("whsec_{}\n", STANDARD.encode(Self::SECRET)));
        receiver.folder.write("other-secret", format!("whsec_{}", STANDARD.encode(Self::OTHER_SECRET)));
        let (arrived, respond) = (receiver.arrived.clone(), Arc::new(respond));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (arrived, respond) = (arrived.clone(), respond.clone());
                thread::spawn(move || serve(stream, &arrived, &*respond));
            }
        });
        receiver
    }

    pub const SECRET: &[u8] = b"thirty-two bytes, as good as any";
    pub const OTHER_SECRET: &[u8] = b"twenty-four other bytes!";

    /// The options for intake.
    pub fn options(&self) -> Vec<String> {
        ["--webhook", &self.url(), "--webhook-secret-file", &self.secret("secret")].map(str::to_owned).to_vec()
    }

    pub fn url(&self) -> String {
        format!("http://{}{PATH}", self.address)
    }

    /// The path of a file with a secret: `secret` or `other-secret`.
    pub fn secret(&self, name: &str) -> String {
        self.folder.0.join(name).to_str().unwrap().to_owned()
    }

    pub fn arrived(&self) -> Vec<Announced> {
        self.arrived.lock().unwrap().clone()
    }

    /// Waits until so many announcements have arrived.
    pub fn wait_for(&self, count: usize) -> Vec<Announced> {
        let started = Instant::now();
        while self.arrived().len() < count {
            assert!(started.elapsed() < Duration::from_secs(90), "{:?}", self.arrived());
            thread::sleep(Duration::from_millis(50));
        }
        self.arrived()
    }
}

fn serve(mut stream: TcpStream, arrived: &Mutex<Vec<Announced>>, respond: &dyn Fn(usize) -> Response) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut lines = reader.by_ref().lines().map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    let target = first.strip_prefix("POST ").and_then(|rest| rest.strip_suffix(" HTTP/1.1")).unwrap().to_owned();
    let head = lines.take_while(|line| !line.is_empty());
    let headers: Vec<(String, String)> = head
        .filter_map(|line| line.split_once(": ").map(|(name, value)| (name.to_lowercase(), value.to_owned())))
        .collect();
    let mut announced = Announced { target, headers, body: String::new() };
    let mut body = vec![0; announced.header("content-length").parse().unwrap()];
    reader.read_exact(&mut body).unwrap();
    announced.body = String::from_utf8(body).unwrap();
    let number = {
        let mut arrived = arrived.lock().unwrap();
        arrived.push(announced);
        arrived.len() - 1
    };
    let head = |status: u16| {
        format!("HTTP/1.1 {status} …\r\nconnection: close\r\nlocation: /elsewhere\r\ncontent-length: 15\r\n\r\n")
    };
    match respond(number) {
        Response::Status(status) => {
            let _ = stream.write_all((head(status) + "words of theirs").as_bytes());
        }
        Response::Endless => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
            while stream.write_all(&[b'x'; 1024]).is_ok() {}
        }
        Response::Silence => loop {
            thread::park();
        },
        Response::Hangup => {}
    }
}
