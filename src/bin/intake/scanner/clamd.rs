//! The protocol of `clamd`: one connection for each question.
//!
//! Source: <https://docs.clamav.net/manual/Usage/Scanning.html#clamd>, `man clamd`

use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};
use tokio::time::{Instant, timeout_at};

use super::address::Address;
use super::failure::Failure;
use super::verdict::Verdict;

/// How many bytes go into one chunk.
const CHUNK_BYTES: usize = 64 * 1024;

/// How many bytes of a response are read.
const MAX_RESPONSE_BYTES: u64 = 1024;

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
        let scanned = async {
            let mut stream = self.connect().await?;
            let sent = send(&mut stream, document).await;
            let verdict = Verdict::read(&read(&mut stream).await?);
            match (sent, verdict) {
                // A scanner that has not read everything cannot say that all is well.
                (Err(error), Ok(Verdict::Clean)) => Err(error.into()),
                (_, verdict) => verdict,
            }
        };
        timeout_at(deadline, scanned).await.map_err(|_| Failure::Slow)?
    }

    /// Asks whether the scanner is there.
    ///
    /// # Errors
    /// Why it does not say so.
    pub async fn ping(&self, deadline: Instant) -> Result<(), Failure> {
        let pinged = async {
            let mut stream = self.connect().await?;
            stream.write_all(b"zPING\0").await?;
            match read(&mut stream).await?.as_slice() {
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

/// Sends a document in chunks, each after its length; a chunk without length ends it.
async fn send(stream: &mut Box<dyn Stream>, document: &[u8]) -> std::io::Result<()> {
    stream.write_all(b"zINSTREAM\0").await?;
    for chunk in document.chunks(CHUNK_BYTES) {
        let length = u32::try_from(chunk.len()).unwrap_or_default();
        stream.write_all(&length.to_be_bytes()).await?;
        stream.write_all(chunk).await?;
    }
    stream.write_all(&0_u32.to_be_bytes()).await?;
    stream.flush().await
}

/// Reads a response up to its zero byte, or what there is of it.
async fn read(stream: &mut Box<dyn Stream>) -> Result<Vec<u8>, Failure> {
    let mut response = Vec::new();
    let mut limited = stream.take(MAX_RESPONSE_BYTES);
    while !response.ends_with(&[0]) {
        if limited.read_buf(&mut response).await? == 0 {
            break;
        }
    }
    Ok(response)
}
