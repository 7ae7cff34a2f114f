//! A running intake with its own store, and a minimal HTTP client.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use serde_json::Value;

use crate::bucket::Bucket;
use crate::common::{TODAY, public};

/// A temporary folder, removed when it and its servers are dropped.
#[derive(Clone)]
pub struct Folder(
    pub PathBuf,
    #[expect(dead_code, reason = "removes the folder when the last one is dropped")] Arc<Removed>,
);

/// What removes a folder.
struct Removed(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("intake-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).unwrap();
        Self::at(path)
    }

    /// A folder that may not exist yet.
    pub fn at(path: PathBuf) -> Self {
        Self(path.clone(), Arc::new(Removed(path)))
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.0.join(name)).ok()
    }

    /// Whether there is nothing but what says which store it is.
    pub fn is_empty(&self) -> bool {
        fs::read_dir(&self.0).unwrap().flatten().all(|entry| entry.file_name() == "store.json")
    }
}

impl Drop for Removed {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub struct Server {
    pub address: SocketAddr,
    /// Where it serves metrics, if it does.
    metrics: Option<SocketAddr>,
    process: Child,
    /// Reads the log until the server stops.
    log: Option<JoinHandle<String>>,
    /// Its store, unless that is a bucket.
    store: Option<Folder>,
}

impl Server {
    /// Starts a server with the day set to [`TODAY`].
    pub fn start(store: &Folder) -> Self {
        Self::start_with(store, &["--today", TODAY])
    }

    pub fn start_with(store: &Folder, more: &[&str]) -> Self {
        Self::start_offering(&public("offer.json"), store, more)
    }

    /// Starts a server with another offer.
    pub fn start_offering(offer: &Path, store: &Folder, more: &[&str]) -> Self {
        Self::launch_in(store.clone(), offer, more, &[])
    }

    /// Starts a server that stores in a bucket, with short leases.
    pub fn start_on(bucket: &Bucket) -> Self {
        Self::start_on_with(bucket, &[])
    }

    /// The same, with more options.
    pub fn start_on_with(bucket: &Bucket, more: &[&str]) -> Self {
        let more = [&["--today", TODAY, "--lease", "2"], more].concat();
        Self::launch(&public("offer.json"), "s3://bucket/folder", &more, &bucket.environment())
    }

    /// Starts a server that gives each request to its bucket a second.
    pub fn start_impatient_on(bucket: &Bucket) -> Self {
        let more = ["--today", TODAY, "--lease", "2", "--store-timeout", "1"];
        Self::launch(&public("offer.json"), "s3://bucket/folder", &more, &bucket.environment())
    }

    /// Starts a server on a bucket that serves metrics.
    pub fn start_counting_on(bucket: &Bucket) -> Self {
        let more = ["--today", TODAY, "--metrics-listen", "127.0.0.1:0"];
        Self::launch(&public("offer.json"), "s3://bucket/folder", &more, &bucket.environment())
    }

    /// Starts a server on a bucket that it refuses; returns its last words.
    pub fn refused_on(environment: &[(&str, String)]) -> String {
        let more = ["--store-timeout", "1"];
        last_error(command(&public("offer.json"), "s3://bucket/folder", &more, environment))
    }

    /// Starts a server with a store, an offer and a catalogue, one of which it refuses; returns its last words.
    pub fn refused_over(store: &Path, offer: &Path, catalogue: &Path) -> String {
        let more = ["--catalogue", catalogue.to_str().unwrap()];
        last_error(command(offer, store.to_str().unwrap(), &more, &[]))
    }

    /// Starts a server with these options alone, which does not start; returns its last words.
    pub fn refused_to_start(options: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_intake"));
        command.args(options).env_remove("RUST_LOG").current_dir(env!("CARGO_TARGET_TMPDIR"));
        last_error(command)
    }

    /// Starts a server that logs as much as this filter lets through.
    pub fn start_logging(filter: &str, more: &[&str]) -> Self {
        let environment = [("RUST_LOG", filter.to_owned())];
        Self::launch_in(Folder::new(), &public("offer.json"), more, &environment)
    }

    /// Starts a server that refuses its options; returns everything it printed.
    pub fn refused_with(more: &[&str]) -> String {
        let output = command(&public("offer.json"), Folder::new().0.to_str().unwrap(), more, &[]).output().unwrap();
        assert!(!output.status.success(), "{more:?}");
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    }

    fn launch_in(store: Folder, offer: &Path, more: &[&str], environment: &[(&str, String)]) -> Self {
        let mut server = Self::launch(offer, store.0.to_str().unwrap(), more, environment);
        server.store = Some(store);
        server
    }

    fn launch(offer: &Path, store: &str, more: &[&str], environment: &[(&str, String)]) -> Self {
        Self::spawn(command(offer, store, more, environment))
    }

    /// Starts a server by a command of its own.
    pub fn spawn(mut command: Command) -> Self {
        let mut process = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines();
        let mut first = String::new();
        let mut metrics = None;
        let mut address = None;
        // The sweep at start comes last. Otherwise it could meet a fault that the test plans for a request.
        let is_ready = lines.by_ref().map_while(Result::ok).any(|line| {
            first += &line;
            let line: Value = serde_json::from_str(&line).unwrap();
            metrics = metrics.or_else(|| line["metrics"].as_str()?.parse().ok());
            address = address.or_else(|| line["address"].as_str()?.parse().ok());
            line.to_string().contains("swept")
        });
        assert!(is_ready, "{first}");
        let address = address.unwrap();
        let log = std::thread::spawn(move || lines.map_while(Result::ok).map(|line| line + "\n").collect());
        Self { address, metrics, process, log: Some(log), store: None }
    }

    /// Stops the server and returns its whole log.
    pub fn finish(mut self) -> String {
        self.terminate();
        self.process.wait().unwrap();
        self.log.take().unwrap().join().unwrap()
    }

    /// The id of the process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    pub fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Sends SIGTERM.
    pub fn terminate(&self) {
        assert!(Command::new("kill").arg(self.process.id().to_string()).status().unwrap().success());
    }

    pub fn wait(mut self) -> ExitStatus {
        self.process.wait().unwrap()
    }

    /// Sends a request and reads the whole response.
    pub fn request(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Reply {
        let mut stream = self.connect();
        // The server may respond and close the connection before it has read everything.
        let _ = stream.write_all(&head(method, path, headers, body.len()));
        let _ = stream.write_all(body);
        Reply::read(stream)
    }

    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Reply {
        self.request("GET", path, headers, b"")
    }

    /// Asks the listener for metrics.
    pub fn metrics(&self, path: &str) -> Reply {
        let mut stream = TcpStream::connect(self.metrics.unwrap()).unwrap();
        stream.write_all(&head("GET", path, &[], 0)).unwrap();
        Reply::read(stream)
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        // Longer than a busy machine needs to decode the images of twenty applications.
        stream.set_read_timeout(Some(Duration::from_secs(300))).unwrap();
        stream
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Runs a server that does not start; returns why, as its last line says.
fn last_error(mut command: Command) -> String {
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let log = String::from_utf8(output.stderr).unwrap();
    let last: Value = serde_json::from_str(log.lines().last().unwrap()).unwrap();
    last["error"].as_str().unwrap().to_owned()
}

fn command(offer: &Path, store: &str, more: &[&str], environment: &[(&str, String)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_intake"));
    command
        .args(["--listen", "127.0.0.1:0", "--store", store, "--offer"])
        .arg(offer)
        .args(more)
        .env_remove("RUST_LOG")
        .envs(environment.iter().map(|(name, value)| (name, value)));
    if !more.contains(&"--catalogue") {
        command.arg("--catalogue").arg(public("catalogue.json"));
    }
    command
}

/// The request line and headers.
pub fn head(method: &str, path: &str, headers: &[(&str, &str)], length: usize) -> Vec<u8> {
    let mut head = format!("{method} {path} HTTP/1.1\r\nconnection: close\r\ncontent-length: {length}\r\n");
    if headers.iter().all(|(name, _)| *name != "host") {
        head.push_str("host: intake.example\r\n");
    }
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    head.into_bytes()
}

#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn read(mut stream: TcpStream) -> Self {
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        Self::parse(&bytes).unwrap_or_else(|| panic!("no response: {:?}", String::from_utf8_lossy(&bytes)))
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = String::from_utf8(bytes[..end].to_vec()).ok()?;
        let mut lines = head.lines();
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect();
        Some(Self { status, headers, body: bytes[end + 4..].to_vec() })
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// The header `Retry-After`, in seconds.
    pub fn retry_after(&self) -> u64 {
        self.header("retry-after").unwrap_or_else(|| panic!("no Retry-After: {self:?}")).parse().unwrap()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("not JSON: {self:?}"))
    }

    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    pub fn reference(&self) -> String {
        self.json()["reference"].as_str().unwrap_or_default().to_owned()
    }
}
