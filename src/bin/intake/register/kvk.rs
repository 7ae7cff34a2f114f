//! Asks the KvK, with the supplier's key for its API *Basisprofiel*.
//!
//! Source: <https://developers.kvk.nl/support/oas-swagger/basisprofiel-api>

use std::fs;
use std::path::Path;
use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use eherkenning_wizard::domain::lookup::{Branch, Registration};
use eherkenning_wizard::domain::scheme::KvkNumber;
use reqwest::{Client, redirect};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::time::{Instant, timeout_at};
use url::Url;

use super::failure::Failure;
use super::profile::{BranchList, Profile};

/// The option that names the file with the key. Its value is not printed: somebody may give the key in place of a file.
const OPTION: &str = "--kvk-key-file";

/// How long all requests about one organisation may take together.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many bytes of a response are read.
const MAX_BYTES: usize = 256 * 1024;

/// The header with the key.
const KEY: HeaderName = HeaderName::from_static("apikey");

/// The error code for a number about which there is nothing.
const NOTHING_FOUND: &str = "IPD0005";

/// The API of the KvK.
pub struct Kvk {
    client: Client,
    /// The address of all profiles, without a slash at its end.
    profiles: String,
}

/// The body of an error response.
#[derive(Deserialize)]
struct Errors {
    #[serde(rename = "fout")]
    errors: Vec<ErrorCode>,
}

#[derive(Deserialize)]
struct ErrorCode {
    code: String,
}

impl Kvk {
    /// The API at this address, with the key in a file. Asks nothing yet.
    ///
    /// # Errors
    /// What is wrong with the file, as a sentence without the key.
    pub fn open(api: &Url, key_file: &Path) -> Result<Self, String> {
        let key = fs::read_to_string(key_file).map_err(|error| format!("{OPTION}: {error}"))?;
        let key = HeaderValue::try_from(key.trim()).ok().filter(|key| !key.is_empty());
        let mut key = key.ok_or_else(|| format!("{OPTION}: expected one line with a key"))?;
        // Keeps it out of what libraries log.
        key.set_sensitive(true);
        let mut client = Client::builder()
            .default_headers(HeaderMap::from_iter([(KEY, key)]))
            .redirect(redirect::Policy::none())
            .timeout(PATIENCE)
            // The library for HTTP/2 can log paths, and so the number.
            .http1_only();
        if api.scheme() == "http" {
            // On this machine: a proxy would see the key.
            client = client.no_proxy();
        }
        let client = client.build().map_err(|error| error.to_string())?;
        Ok(Self { client, profiles: format!("{}/v1/basisprofielen", api.as_str().trim_end_matches('/')) })
    }

    /// The registration of an organisation; `None` when the KvK does not have this number.
    ///
    /// # Errors
    /// Why this is not known. Branches that cannot be fetched are left out.
    pub async fn find(&self, number: &KvkNumber) -> Result<Option<Registration>, Failure> {
        let deadline = Instant::now() + PATIENCE;
        let profile = timeout_at(deadline, self.profile(number)).await.unwrap_or(Err(Failure::Slow))?;
        let Some(profile) = profile else {
            return Ok(None);
        };
        if !profile.has_branches() {
            return Ok(Some(profile.registration(number)));
        }
        let branches = timeout_at(deadline, self.branches(number)).await.unwrap_or(Err(Failure::Slow));
        if let Err(failure) = &branches {
            tracing::warn!(%failure, "look-up of branches failed");
        }
        Ok(Some(Registration { branches: branches.ok(), ..profile.registration(number) }))
    }

    async fn profile(&self, number: &KvkNumber) -> Result<Option<Profile>, Failure> {
        let (status, body) = self.get(number.as_str()).await?;
        match status {
            StatusCode::OK => {
                let profile: Profile = parse(&body)?;
                if profile.is_of(number) { Ok(Some(profile)) } else { Err(Failure::Malformed) }
            }
            // Without that code it may come from something in between.
            StatusCode::NOT_FOUND if is_nothing_found(&body) => Ok(None),
            _ => Err(Failure::Status(status)),
        }
    }

    async fn branches(&self, number: &KvkNumber) -> Result<Vec<Branch>, Failure> {
        let (status, body) = self.get(&format!("{}/vestigingen", number.as_str())).await?;
        match status {
            StatusCode::OK => parse(&body).map(BranchList::branches),
            _ => Err(Failure::Status(status)),
        }
    }

    /// The status and the body of a response.
    async fn get(&self, path: &str) -> Result<(StatusCode, Vec<u8>), Failure> {
        let mut response = self.client.get(format!("{}/{path}", self.profiles)).send().await?;
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await? {
            if chunk.len() > MAX_BYTES.saturating_sub(body.len()) {
                return Err(Failure::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        Ok((response.status(), body))
    }
}

fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, Failure> {
    serde_json::from_slice(body).map_err(|_| Failure::Malformed)
}

fn is_nothing_found(body: &[u8]) -> bool {
    let errors = parse::<Errors>(body).map(|errors| errors.errors).unwrap_or_default();
    errors.iter().any(|error| error.code == NOTHING_FOUND)
}
