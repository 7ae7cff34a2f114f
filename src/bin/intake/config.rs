//! The command line, and the files it names.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use axum::body::Bytes;
use axum::http::{HeaderName, HeaderValue};
use clap::Parser;
use eherkenning_wizard::domain::catalogue::Catalogue;
use eherkenning_wizard::domain::offer::Offer;
use eherkenning_wizard::domain::scheme::Date;
use eherkenning_wizard::domain::verdict::{Unreadable, read_catalogue, read_offer};
use url::{Host, Url};

use crate::age::Age;
use crate::operate::Command;
use crate::{clock, scanner};

/// Receives applications for eHerkenning: checks each one by the rules of the wizard and stores it exactly once.
///
/// Logs JSON lines without personal data to standard error; RUST_LOG sets the log level.
/// Run it behind a proxy that terminates TLS. The commands are for operators: they find, hand on and erase what was stored.
#[derive(Parser)]
#[command(version, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Cli {
    /// What an operator does; without it, applications are received.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How applications are received.
    #[command(flatten)]
    pub args: Option<Args>,
}

/// How applications are received.
#[derive(clap::Args)]
pub struct Args {
    /// Address and port to listen on; port 0 picks a free one.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Address and port to serve /metrics on, as OpenMetrics; keep it private. Default: not served.
    #[arg(long, value_name = "ADDR")]
    pub metrics_listen: Option<SocketAddr>,
    /// Where to store applications: a folder, or a URL such as s3://bucket/folder (credentials from AWS_… variables).
    #[arg(long, value_name = "FOLDER|URL", default_value = "./applications")]
    pub store: String,
    /// Folder with the built wizard, to serve that as well.
    #[arg(long, value_name = "DIR")]
    pub dist: Option<PathBuf>,
    /// The supplier's offer; also served as /offer.json.
    #[arg(long, value_name = "FILE")]
    pub offer: PathBuf,
    /// The service catalogue; also served as /catalogue.json.
    #[arg(long, value_name = "FILE")]
    pub catalogue: PathBuf,
    /// Origin whose pages may post applications, such as https://partner.example; repeatable.
    /// Pages of this server's own origin always may.
    #[arg(long, value_name = "ORIGIN", value_parser = origin)]
    pub allow_origin: Vec<HeaderValue>,
    /// Day to check for, YYYY-MM-DD. Default: today in the Netherlands.
    #[arg(long, value_name = "DATE", value_parser = clock::parse_day)]
    pub today: Option<Date>,
    /// Largest request, in bytes. Default: twice what the offer allows for documents, plus 1 MiB.
    #[arg(long, value_name = "BYTES", value_parser = request_bytes)]
    pub max_bytes: Option<usize>,
    /// How long a connection may be silent, in seconds. A request may take as long as it needs while its bytes arrive, but
    /// they must not arrive more slowly than at 1 KiB a second on average over this time.
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = seconds)]
    pub idle_timeout: Duration,
    /// How many connections may be open at once; more are closed at once.
    #[arg(long, value_name = "N", default_value = "512", value_parser = count::<u16, 65_535>)]
    pub max_connections: u16,
    /// How long the store may take to read or write one file, in seconds.
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = seconds)]
    pub store_timeout: Duration,
    /// How long a request that is storing an application is waited for after its last sign of life, in seconds.
    /// The same for all servers that share a store.
    #[arg(long, value_name = "SECONDS", default_value = "20", value_parser = seconds)]
    pub lease: Duration,
    /// Erases applications that are older than this, such as 30d, at start and at each sweep; keeps their receipts.
    #[arg(long, value_name = "AGE", value_parser = Age::parse)]
    pub keep: Option<Age>,
    /// How often the store is swept, in seconds: what --keep names is erased, and what attempts left behind removed.
    #[arg(long, value_name = "SECONDS", default_value = "3600", value_parser = seconds)]
    pub sweep_every: Duration,
    /// File with 32 random bytes, by which applications are sealed at rest; repeatable: the first one seals.
    #[arg(long, value_name = "FILE")]
    pub key_file: Vec<PathBuf>,
    /// How much must be free on the disk of a folder, such as 1GiB or 500MiB; with less, nothing more is stored.
    #[arg(long, value_name = "SIZE", default_value = "1GiB", value_parser = size)]
    pub min_free: u64,
    /// Announces each new application at this address, such as https://desk.example/new, without personal data.
    #[arg(long, value_name = "URL", requires = "webhook_secret_file", value_parser = secure_url)]
    pub webhook: Option<Url>,
    /// File with the secret that signs announcements, by Standard Webhooks: whsec_ and base64. Repeatable: each one signs.
    #[arg(long, value_name = "FILE", requires = "webhook")]
    pub webhook_secret_file: Vec<PathBuf>,
    /// What announcements say of where to export from, for receivers that serve several stores.
    #[arg(long, value_name = "TEXT", requires = "webhook")]
    pub webhook_export_from: Option<String>,
    /// Scans documents for viruses with clamd before they are stored: tcp://HOST:PORT or unix:/path. Default: not scanned.
    #[arg(long, value_name = "ADDR", value_parser = scanner::Address::parse)]
    pub scan: Option<scanner::Address>,
    /// How long scanning the documents of one application may take, in seconds.
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = seconds)]
    pub scan_timeout: Duration,
    /// Header in which the proxy gives the address of the client, such as X-Real-IP. The proxy must set it always, because
    /// clients could send it too.
    #[arg(long, value_name = "NAME")]
    pub client_address_header: Option<HeaderName>,
    /// How many applications a minute one client address may post; of IPv6, one network of 64 bits. Only counts where the
    /// address is known: given by the proxy, or public.
    #[arg(long, value_name = "N", default_value = "30", value_parser = count::<u32, { u32::MAX }>)]
    pub post_limit: u32,
    /// How many applications a minute all clients may post together.
    #[arg(long, value_name = "N", default_value = "600", value_parser = count::<u32, { u32::MAX }>)]
    pub post_limit_all: u32,
    /// Look up organisations in a file with a JSON list of registrations; without a file, among test organisations.
    #[arg(long, value_name = "FILE", num_args = 0..=1, conflicts_with = "kvk_api")]
    pub lookup: Option<Option<PathBuf>>,
    /// Look up organisations at the KvK, at this address of its API, such as https://api.kvk.nl/api.
    #[arg(long, value_name = "URL", requires = "kvk_key_file", value_parser = api)]
    pub kvk_api: Option<Url>,
    /// File with the key for the API of the KvK.
    #[arg(long, value_name = "FILE", requires = "kvk_api")]
    pub kvk_key_file: Option<PathBuf>,
    /// How many look-ups a minute one client address may do; of IPv6, one network of 64 bits.
    #[arg(long, value_name = "N", default_value = "10", value_parser = count::<u32, { u32::MAX }>)]
    pub lookup_limit: u32,
    /// How many look-ups a minute all clients may do together.
    #[arg(long, value_name = "N", default_value = "300", value_parser = count::<u32, { u32::MAX }>)]
    pub lookup_limit_all: u32,
}

/// A file that is served unchanged, and its parsed value.
pub struct Source<T> {
    /// The content of the file.
    pub bytes: Bytes,
    /// The parsed value.
    pub value: T,
}

impl Args {
    /// Reads the offer as strictly as `check offer`: an unknown field could demand something that is not checked here.
    ///
    /// # Errors
    /// What is wrong with the file, as a sentence.
    pub fn read_offer(&self) -> Result<Source<Offer>, String> {
        read(&self.offer, read_offer)
    }

    /// Reads the service catalogue, as strictly as `check catalogue`.
    ///
    /// # Errors
    /// What is wrong with the file, as a sentence.
    pub fn read_catalogue(&self) -> Result<Source<Catalogue>, String> {
        read(&self.catalogue, read_catalogue)
    }

    /// Whether the wizard's folder has a file with this name and exactly this content.
    pub fn has_in_dist(&self, name: &str, bytes: &[u8]) -> bool {
        let file = self.dist.as_ref().map(|dist| dist.join(name));
        file.and_then(|file| fs::read(file).ok()).is_some_and(|content| content == bytes)
    }
}

fn read<T>(path: &Path, parse: impl FnOnce(&[u8]) -> Result<T, Unreadable>) -> Result<Source<T>, String> {
    let name = path.display();
    let bytes = fs::read(path).map_err(|error| format!("{name}: {error}"))?;
    let value = parse(&bytes).map_err(|unreadable| format!("{name}: {unreadable}"))?;
    Ok(Source { bytes: bytes.into(), value })
}

/// Parses a duration of one second up to an hour.
///
/// # Errors
/// That it is not one, as a sentence.
fn seconds(text: &str) -> Result<Duration, &'static str> {
    let seconds = text.parse().ok().filter(|seconds| (1..=3600).contains(seconds));
    seconds.map(Duration::from_secs).ok_or("expected a number of seconds from 1 to 3600")
}

/// Parses a number from one on.
///
/// # Errors
/// That it is not one, as a sentence.
fn count<T: TryFrom<u32>, const MOST: u32>(text: &str) -> Result<T, String> {
    let number = text.parse().ok().filter(|number| (1..=MOST).contains(number));
    number
        .and_then(|number| T::try_from(number).ok())
        .ok_or_else(|| format!("expected a whole number from 1 to {MOST}"))
}

/// Parses the size of a request: at least what its headers and the shortest application take.
///
/// # Errors
/// That it is not one, as a sentence.
fn request_bytes(text: &str) -> Result<usize, &'static str> {
    let bytes = text.parse().ok().filter(|bytes| (1024..=1024 * 1024 * 1024).contains(bytes));
    bytes.ok_or("expected a number of bytes from 1024 to 1073741824, which is 1 GiB")
}

/// Parses a size: a number of bytes, or of KiB, MiB, GiB or TiB.
///
/// # Errors
/// That it is not one, as a sentence.
fn size(text: &str) -> Result<u64, &'static str> {
    let units = [("KiB", 10), ("MiB", 20), ("GiB", 30), ("TiB", 40)];
    let unit = units.into_iter().find_map(|(unit, power)| Some((text.strip_suffix(unit)?, power)));
    let (number, power) = unit.unwrap_or((text, 0));
    let size = number.trim().parse::<u64>().ok().and_then(|number| number.checked_mul(1 << power));
    size.ok_or("expected a size such as 1GiB, 500MiB or 0")
}

/// Parses an address to which secrets or news go: https, or http on this machine, without a password.
///
/// # Errors
/// What is wrong with it, as a sentence.
fn secure_url(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| error.to_string())?;
    let is_local = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    let is_safe = url.scheme() == "https" || (url.scheme() == "http" && is_local);
    let is_plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
    if is_safe && is_plain { Ok(url) } else { Err("expected https://, and a host without user or password".to_owned()) }
}

/// Parses the address of an API, to which paths are added.
///
/// # Errors
/// What is wrong with it, as a sentence.
fn api(text: &str) -> Result<Url, String> {
    let expected = "expected https://, a host and optionally a path, such as https://api.kvk.nl/api";
    Some(secure_url(text)?).filter(|url| url.query().is_none()).ok_or_else(|| expected.to_owned())
}

/// Parses an origin and writes it as browsers do: scheme, host, and the port unless it is the scheme's default.
///
/// # Errors
/// What is wrong with it, as a sentence.
pub fn origin(text: &str) -> Result<HeaderValue, String> {
    let url = Url::parse(text).map_err(|error| error.to_string())?;
    let origin = url.origin();
    if !origin.is_tuple() || url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
        return Err("an origin is a scheme, a host and optionally a port, such as https://partner.example".to_owned());
    }
    HeaderValue::try_from(origin.ascii_serialization()).map_err(|error| error.to_string())
}
