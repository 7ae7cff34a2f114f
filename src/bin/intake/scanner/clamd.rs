//! The protocol of `clamd`: one connection for each question.
//!
//! Source: <https://docs.clamav.net/manual/Usage/Scanning.html#clamd>, `man clamd`

use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, split};
use tokio::net::{TcpStream, UnixStream};
use tokio::time::{Instant, sleep, timeout_at};

use super::address::Address;
use super::failure::Failure;
use super::verdict::Verdict;

/// How many bytes go into one chunk.
const CHUNK_BYTES: usize = 64 * 1024;

/// How many bytes of a response are read.
const MAX_RESPONSE_BYTES: u64 = 1024;

/// How long to wait before the end of a document is sent.
const MOMENT: Duration = Duration::from_millis(1);

/// A virus scanner that speaks the protocol of `clamd`.
pub struct Clamd {
    address: Address,
    patience: Duration,
}

/// A connection of either kind.
trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

impl Clamd {
    /// The scanner at this address. All documents of an application together may take so long. Asks nothing yet.
    pub fn new(address: Address, patience: Duration) -> Self {
        Self { address, patience }
    }

    /// When there must be a verdict on everything that is asked from now on.
    pub fn deadline(&self) -> Instant {
        Instant::now() + self.patience
    }

    /// Scans a document.
    ///
    /// # Errors
    /// Why there is no verdict.
    pub async fn scan(&self, document: &[u8], deadline: Instant) -> Result<Verdict, Failure> {
        let scanned = async { ask(self.connect().await?, document).await };
        timeout_at(deadline, scanned).await.map_err(|_| Failure::Slow)?
    }

    /// Asks whether the scanner is there.
    ///
    /// # Errors
    /// Why it does not say so.
    pub async fn ping(&self, deadline: Instant) -> Result<(), Failure> {
        let pinged = async {
            let mut stream = self.connect().await?;
            let mut response = Vec::new();
            stream.write_all(b"zPING\0").await?;
            read(&mut stream, &mut response).await?;
            match response.as_slice() {
                b"PONG\0" => Ok(()),
                b"" => Err(Failure::Incomplete),
                _ => Err(Failure::Malformed),
            }
        };
        timeout_at(deadline, pinged).await.map_err(|_| Failure::Slow)?
    }

    async fn connect(&self) -> Result<Box<dyn Stream>, Failure> {
        Ok(match &self.address {
            Address::Tcp(address) => Box::new(TcpStream::connect(address).await?),
            Address::Unix(path) => Box::new(UnixStream::connect(path).await?),
        })
    }
}

/// Sends a document, and reads the verdict.
async fn ask(stream: Box<dyn Stream>, document: &[u8]) -> Result<Verdict, Failure> {
    let (mut reader, mut writer) = split(stream);
    let mut response = Vec::new();
    let sent = tokio::select! {
        biased;
        // What is said before the end of the document was sent is not about all of it.
        early = reader.read_buf(&mut response) => early.map_err(Failure::from).and(Err(Failure::Early)),
        sent = send(&mut writer, document) => sent.map_err(Failure::from),
    };
    read(&mut reader, &mut response).await?;
    let verdict = Verdict::read(&response)?;
    if verdict == Verdict::Clean {
        sent?;
        // A scanner closes the connection after its verdict. One that waits for another question is told that there is none.
        let _ = writer.shutdown().await;
        if reader.read(&mut [0]).await? > 0 {
            return Err(Failure::Malformed);
        }
    }
    Ok(verdict)
}

/// Sends a document in chunks, each after its length; a chunk without length ends it.
async fn send(stream: &mut (impl AsyncWrite + Unpin), document: &[u8]) -> std::io::Result<()> {
    stream.write_all(b"zINSTREAM\0").await?;
    for chunk in document.chunks(CHUNK_BYTES) {
        let length = u32::try_from(chunk.len()).unwrap_or_default();
        stream.write_all(&length.to_be_bytes()).await?;
        stream.write_all(chunk).await?;
    }
    stream.flush().await?;
    // Lets a response that comes too early arrive before the end is sent.
    sleep(MOMENT).await;
    stream.write_all(&0_u32.to_be_bytes()).await?;
    stream.flush().await
}

/// Reads a response up to its zero byte, or what there is of it.
async fn read(stream: &mut (impl AsyncRead + Unpin), response: &mut Vec<u8>) -> Result<(), Failure> {
    let mut limited = stream.take(MAX_RESPONSE_BYTES);
    while !response.ends_with(&[0]) {
        if limited.read_buf(response).await? == 0 {
            break;
        }
    }
    Ok(())
}
