//! What the command line says, and the files it names.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use axum::body::Bytes;
use axum::http::HeaderValue;
use clap::Parser;
use eherkenning_wizard::domain::catalogue::Catalogue;
use eherkenning_wizard::domain::offer::Offer;
use eherkenning_wizard::domain::scheme::Date;
use url::Url;

use crate::clock;

/// Takes in applications for eHerkenning: checks each with the rules of the wizard and keeps it exactly once.
///
/// Log lines are JSON on standard error and name no person; RUST_LOG sets how much there is.
/// Put a proxy that speaks TLS in front of it.
#[derive(Parser)]
#[command(version)]
pub struct Args {
    /// Address and port to listen on; port 0 takes a free one.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Where applications are kept: a folder, or a URL such as s3://bucket/folder (credentials from AWS_… variables).
    #[arg(long, value_name = "FOLDER|URL", default_value = "./applications")]
    pub store: String,
    /// Folder of the built wizard, to serve it as well.
    #[arg(long, value_name = "DIR")]
    pub dist: Option<PathBuf>,
    /// The supplier's offer; also served as /offer.json.
    #[arg(long, value_name = "FILE")]
    pub offer: PathBuf,
    /// The service catalogue; also served as /catalogue.json.
    #[arg(long, value_name = "FILE")]
    pub catalogue: PathBuf,
    /// Origin of a page that may post applications, such as https://partner.example; may be repeated.
    /// Without it only pages of the same origin may.
    #[arg(long, value_name = "ORIGIN", value_parser = origin)]
    pub allow_origin: Vec<HeaderValue>,
    /// Day for which the rules are asked, YYYY-MM-DD; otherwise today in the Netherlands.
    #[arg(long, value_name = "DATE", value_parser = clock::day)]
    pub today: Option<Date>,
    /// Largest request that is read, in bytes; otherwise twice what the offer allows for documents.
    #[arg(long, value_name = "BYTES")]
    pub max_bytes: Option<usize>,
}

/// A file that is served as it is, and what it says.
pub struct Source<T> {
    /// The bytes of the file.
    pub bytes: Bytes,
    /// What they say.
    pub value: T,
}

impl Args {
    /// Reads the offer.
    ///
    /// # Errors
    /// What is wrong with the file, in words.
    pub fn read_offer(&self) -> Result<Source<Offer>, String> {
        read(&self.offer)
    }

    /// Reads the service catalogue.
    ///
    /// # Errors
    /// What is wrong with the file, in words.
    pub fn read_catalogue(&self) -> Result<Source<Catalogue>, String> {
        read(&self.catalogue)
    }

    /// Whether the folder of the wizard holds these very bytes under this name, compressed copies beside them.
    pub fn has_in_dist(&self, name: &str, bytes: &[u8]) -> bool {
        let file = self.dist.as_ref().map(|dist| dist.join(name));
        file.and_then(|file| fs::read(file).ok()).is_some_and(|found| found == bytes)
    }
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> Result<Source<T>, String> {
    let name = path.display();
    let bytes = fs::read(path).map_err(|error| format!("{name}: {error}"))?;
    let value = serde_json::from_slice(&bytes).map_err(|error| format!("{name}: {error}"))?;
    Ok(Source { bytes: bytes.into(), value })
}

/// Reads an origin as browsers write it: scheme, host, and a port that is not the usual one.
///
/// # Errors
/// What is wrong with it, in words.
pub fn origin(text: &str) -> Result<HeaderValue, String> {
    let url = Url::parse(text).map_err(|error| error.to_string())?;
    let origin = url.origin();
    if !origin.is_tuple() || url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
        return Err("an origin is a scheme, a host and perhaps a port, such as https://partner.example".to_owned());
    }
    HeaderValue::try_from(origin.ascii_serialization()).map_err(|error| error.to_string())
}
