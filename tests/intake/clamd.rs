//! A stand-in of clamd, and clamd itself with one signature where it is installed.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::server::Folder;

/// What a stand-in does with a document.
#[derive(Clone)]
pub enum Scan {
    /// Reads it and responds with these bytes.
    Say(&'static [u8]),
    /// Responds with these bytes after it has read so much, and closes the connection.
    SayAfter(usize, &'static [u8]),
    /// Responds with these bytes after it has read so much, and reads the rest.
    SayAndRead(usize, &'static [u8]),
    /// Reads it and never responds.
    Silence,
    /// Never reads it.
    Deaf,
    /// Closes the connection after it has read so much.
    Hangup(usize),
}

/// Documents of which nothing was said are clean.
pub const CLEAN: Scan = Scan::Say(b"stream: OK\0");
pub const FOUND: Scan = Scan::Say(b"stream: Win.Test.EICAR_HDB-1 FOUND\0");

/// A program with the protocol of clamd.
pub struct StandIn {
    address: SocketAddr,
    documents: Arc<Mutex<Vec<Vec<u8>>>>,
    is_down: Arc<AtomicBool>,
}

impl StandIn {
    /// Starts one that does this with a document, by its first bytes.
    pub fn start(scan: impl Fn(&[u8]) -> Scan + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let stand_in = Self { address, documents: Arc::default(), is_down: Arc::default() };
        let (documents, is_down, scan) = (stand_in.documents.clone(), stand_in.is_down.clone(), Arc::new(scan));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if !is_down.load(Ordering::Relaxed) {
                    let (documents, scan) = (documents.clone(), scan.clone());
                    thread::spawn(move || serve(stream, &documents, &*scan));
                }
            }
        });
        stand_in
    }

    /// The option for intake.
    pub fn option(&self) -> String {
        format!("tcp://{}", self.address)
    }

    /// The documents that it has read to their ends.
    pub fn documents(&self) -> Vec<Vec<u8>> {
        self.documents.lock().unwrap().clone()
    }

    /// Closes every connection from now on, or no longer.
    pub fn set_down(&self, is_down: bool) {
        self.is_down.store(is_down, Ordering::Relaxed);
    }

    /// The same at a socket in this folder.
    pub fn at_socket(self, folder: &Folder) -> String {
        let path = folder.0.join("clamd.ctl");
        let listener = UnixListener::bind(&path).unwrap();
        thread::spawn(move || {
            for near in listener.incoming().map_while(Result::ok) {
                let far = TcpStream::connect(self.address).unwrap();
                thread::spawn(move || join(near, far));
            }
        });
        format!("unix:{}", path.display())
    }
}

/// Passes bytes on in both directions.
fn join(near: UnixStream, far: TcpStream) {
    let (mut from_near, mut to_far) = (near.try_clone().unwrap(), far.try_clone().unwrap());
    thread::spawn(move || std::io::copy(&mut from_near, &mut to_far));
    let (mut from_far, mut to_near) = (far, near);
    let _ = std::io::copy(&mut from_far, &mut to_near);
    let _ = to_near.shutdown(std::net::Shutdown::Both);
}

fn serve(stream: TcpStream, documents: &Mutex<Vec<Vec<u8>>>, scan: &dyn Fn(&[u8]) -> Scan) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut writer = stream;
    let mut command = Vec::new();
    reader.read_until(0, &mut command).unwrap();
    match command.as_slice() {
        b"zPING\0" => writer.write_all(b"PONG\0").unwrap(),
        b"zINSTREAM\0" => serve_document(&mut reader, &mut writer, documents, scan),
        command => assert!(command.is_empty(), "{:?}", String::from_utf8_lossy(command)),
    }
}

fn serve_document(
    reader: &mut impl Read,
    writer: &mut impl Write,
    documents: &Mutex<Vec<Vec<u8>>>,
    scan: &dyn Fn(&[u8]) -> Scan,
) {
    let mut document = Vec::new();
    let mut plan = None;
    let mut has_said = false;
    loop {
        let mut length = [0; 4];
        if reader.read_exact(&mut length).is_err() {
            return;
        }
        let mut chunk = vec![0; u32::from_be_bytes(length) as usize];
        let is_last = chunk.is_empty();
        if reader.read_exact(&mut chunk).is_err() {
            return;
        }
        document.extend(chunk);
        match plan.get_or_insert_with(|| scan(&document)) {
            Scan::Hangup(after) if document.len() >= *after => return,
            Scan::SayAfter(after, words) if document.len() >= *after => {
                let _ = writer.write_all(words);
                return;
            }
            Scan::SayAndRead(after, words) if document.len() >= *after && !has_said => {
                has_said = true;
                let _ = writer.write_all(words);
            }
            Scan::Deaf => thread::park(),
            _ if is_last => break,
            _ => {}
        }
    }
    documents.lock().unwrap().push(document);
    match plan {
        Some(Scan::Say(words)) => {
            let _ = writer.write_all(words);
        }
        Some(Scan::Silence) => thread::park(),
        _ => {}
    }
}

/// Debian's clamd, which knows one signature: that of EICAR's test file.
pub struct RealClamd {
    process: Child,
    folder: Folder,
}

/// The harmless file by which scanners are tested, in two parts so that no scanner finds it here.
/// Source: <https://www.eicar.org/download-anti-malware-testfile/>
pub fn eicar() -> Vec<u8> {
    [r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].concat().into_bytes()
}

impl RealClamd {
    /// Starts it; `None` where it is not installed. Takes no documents that are larger.
    pub fn start(max_bytes: usize) -> Option<Self> {
        let program = ["/usr/sbin/clamd", "/usr/bin/clamd"].into_iter().find(|path| fs::exists(path).unwrap())?;
        let folder = Folder::new();
        // The path of a socket has at most a hundred bytes.
        let path = |name: &str| folder.0.join(name).to_str().unwrap().to_owned();
        // An extended signature: name, any type of file, any offset, and the bytes.
        folder.write("signatures/test.ndb", format!("Test.Eicar:0:*:{}\n", hex::encode(eicar())));
        let settings = [
            ("DatabaseDirectory", path("signatures")),
            ("LocalSocket", Self::socket(&folder).to_str().unwrap().to_owned()),
            ("Foreground", "yes".to_owned()),
            ("StreamMaxLength", max_bytes.to_string()),
            ("TemporaryDirectory", path("")),
        ];
        let settings = settings.map(|(name, value)| format!("{name} {value}\n")).concat();
        folder.write("clamd.conf", settings);
        let mut command = Command::new(program);
        command.arg("--config-file").arg(path("clamd.conf")).stdout(Stdio::null()).stderr(Stdio::null());
        let clamd = Self { process: command.spawn().unwrap(), folder };
        let started = Instant::now();
        while UnixStream::connect(Self::socket(&clamd.folder)).is_err() {
            assert!(started.elapsed() < Duration::from_secs(60), "clamd does not start");
            thread::sleep(Duration::from_millis(50));
        }
        Some(clamd)
    }

    /// The option for intake.
    pub fn option(&self) -> String {
        format!("unix:{}", Self::socket(&self.folder).display())
    }

    fn socket(folder: &Folder) -> PathBuf {
        let name = folder.0.file_name().unwrap().to_str().unwrap();
        std::env::temp_dir().join(format!("{name}.ctl"))
    }
}

impl Drop for RealClamd {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_file(Self::socket(&self.folder));
    }
}
