//! Keeps applications, each exactly once, in a folder or in an object store.
//!
//! `<id>/claim.json` is made first and only once, so that of several requests one goes on. Then come the documents
//! and the application, and last `<id>/receipt.json`: without it an application does not count as kept.

use std::fmt;
use std::path::Path as FolderPath;

use axum::body::Bytes;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{Error, ObjectStore, ObjectStoreExt, PutMode, PutPayload};
use serde::{Deserialize, Serialize};
use url::Url;

use crate::clock;

/// How long a claim without receipt is left alone, because its request may still be under way.
const CLAIM_SECONDS: u64 = 60;

/// Crockford's alphabet: no I, L, O and U, so that nothing is misread.
const LETTERS: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P',
    'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
];

/// Where applications are kept.
pub struct Store {
    objects: Box<dyn ObjectStore>,
    folder: Path,
    name: String,
}

/// An application that passed every check, as it goes into the store.
pub struct Submission {
    /// Its number, which is its key.
    pub id: String,
    /// Tells its bytes and those of its documents from any others.
    pub fingerprint: String,
    /// The application, byte for byte.
    pub application: Bytes,
    /// The documents: file name in the store and bytes.
    pub documents: Vec<(String, Bytes)>,
}

/// What the store knows of a key.
#[derive(Debug)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// The same application, kept under this reference.
    Kept(String),
    /// The same application, on its way into the store.
    Busy,
    /// The same application, left half-way.
    Abandoned(Claim),
    /// Another application.
    Other,
}

/// What became of an application.
#[derive(Debug)]
pub enum Outcome {
    /// Kept now, under this reference.
    New(String),
    /// What was found instead.
    Found(Found),
}

/// The right to keep an application under a key.
#[derive(Debug, Serialize, Deserialize)]
pub struct Claim {
    reference: String,
    fingerprint: String,
    claimed_at_unix: u64,
}

/// The proof that an application is kept.
#[derive(Serialize, Deserialize)]
struct Receipt {
    reference: String,
    kept_at_unix: u64,
}

impl Store {
    /// Opens a folder, making it when it is not there, or the store of a URL.
    ///
    /// # Errors
    /// What is wrong, in words.
    pub fn open(location: &str) -> Result<Self, String> {
        let (objects, folder): (Box<dyn ObjectStore>, Path) = match Url::parse(location) {
            Ok(url) if url.scheme() == "file" => {
                let folder = url.to_file_path().map_err(|()| format!("{location}: not a folder"))?;
                (Box::new(local(&folder)?), Path::default())
            }
            Ok(url) => {
                let settings = std::env::vars().filter(|(name, _)| name.starts_with("AWS_"));
                let options = settings.map(|(name, value)| (name.to_ascii_lowercase(), value));
                object_store::parse_url_opts(&url, options).map_err(|error| format!("{location}: {error}"))?
            }
            Err(_) => (Box::new(local(FolderPath::new(location))?), Path::default()),
        };
        Ok(Self { objects, folder, name: location.to_owned() })
    }

    /// What is known of a key, for an application with this fingerprint.
    ///
    /// # Errors
    /// The store cannot be reached, or holds what is not ours.
    pub async fn find(&self, id: &str, fingerprint: &str) -> Result<Found, Error> {
        let Some(claim) = self.read::<Claim>(&self.path(id, "claim.json")).await? else {
            return Ok(Found::Nothing);
        };
        if claim.fingerprint != fingerprint {
            return Ok(Found::Other);
        }
        if let Some(receipt) = self.read::<Receipt>(&self.path(id, "receipt.json")).await? {
            return Ok(Found::Kept(receipt.reference));
        }
        let is_fresh = clock::unix_seconds().saturating_sub(claim.claimed_at_unix) < CLAIM_SECONDS;
        Ok(if is_fresh { Found::Busy } else { Found::Abandoned(claim) })
    }

    /// Keeps an application, unless it is kept already or on its way.
    ///
    /// # Errors
    /// The store cannot be reached; then the application does not count as kept.
    pub async fn keep(&self, submission: &Submission) -> Result<Outcome, Error> {
        let claim = match self.find(&submission.id, &submission.fingerprint).await? {
            Found::Nothing => {
                let claim = Claim {
                    reference: new_reference(),
                    fingerprint: submission.fingerprint.clone(),
                    claimed_at_unix: clock::unix_seconds(),
                };
                if !self.create(&self.path(&submission.id, "claim.json"), &claim).await? {
                    return Ok(Outcome::Found(self.find(&submission.id, &submission.fingerprint).await?));
                }
                claim
            }
            Found::Abandoned(claim) => claim,
            found => return Ok(Outcome::Found(found)),
        };
        for (name, bytes) in &submission.documents {
            self.objects.put(&self.path(&submission.id, "documents").join(name.as_str()), bytes.clone().into()).await?;
        }
        let application = PutPayload::from(submission.application.clone());
        self.objects.put(&self.path(&submission.id, "application.json"), application).await?;
        let receipt = Receipt { reference: claim.reference.clone(), kept_at_unix: clock::unix_seconds() };
        match self.create(&self.path(&submission.id, "receipt.json"), &receipt).await? {
            true => Ok(Outcome::New(claim.reference)),
            false => Ok(Outcome::Found(Found::Kept(claim.reference))),
        }
    }

    fn path(&self, id: &str, name: &str) -> Path {
        self.folder.clone().join(id).join(name)
    }

    async fn read<T: serde::de::DeserializeOwned>(&self, path: &Path) -> Result<Option<T>, Error> {
        let bytes = match self.objects.get(path).await {
            Ok(found) => found.bytes().await?,
            Err(Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(error),
        };
        serde_json::from_slice(&bytes).map(Some).map_err(foreign)
    }

    /// Writes what must not be there yet; tells whether it was not.
    async fn create(&self, path: &Path, value: &impl Serialize) -> Result<bool, Error> {
        let bytes = serde_json::to_vec(value).map_err(foreign)?;
        match self.objects.put_opts(path, bytes.into(), PutMode::Create.into()).await {
            Ok(_) => Ok(true),
            Err(Error::AlreadyExists { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

impl fmt::Display for Store {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.name)
    }
}

fn local(folder: &FolderPath) -> Result<LocalFileSystem, String> {
    let unusable = |error: &dyn fmt::Display| format!("{}: {error}", folder.display());
    std::fs::create_dir_all(folder).map_err(|error| unusable(&error))?;
    let store = LocalFileSystem::new_with_prefix(folder).map_err(|error| unusable(&error))?;
    Ok(store.with_fsync(true))
}

fn foreign(error: serde_json::Error) -> Error {
    Error::Generic { store: "intake", source: error.into() }
}

/// A number to quote on the telephone: `EH-XXXX-XXXX`.
fn new_reference() -> String {
    let mut random = uuid::Uuid::new_v4().as_u128();
    let mut reference = String::from("EH");
    for at in 0..8 {
        if at % 4 == 0 {
            reference.push('-');
        }
        reference.extend(LETTERS.get((random & 31) as usize));
        random >>= 5;
    }
    reference
}
