//! Stores each application exactly once, in a folder or in an object store.
//!
//! `<id>/claim.json` is written first, and only if it does not exist: of several requests at once, one proceeds. Then
//! follow the documents and the application, and last `<id>/receipt.json`. Without a receipt an application does not
//! count as stored.

use std::fmt;
use std::path::Path as FolderPath;

use axum::body::Bytes;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{Error, ObjectStore, ObjectStoreExt, PutMode, PutPayload};
use serde::{Deserialize, Serialize};
use url::Url;

use crate::clock;

/// How long a claim without receipt is respected, because its request may still be running.
const CLAIM_SECONDS: u64 = 60;

/// Crockford's base 32 alphabet: without I, L, O and U, which are easily misread.
const ALPHABET: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P',
    'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
];

/// The store of applications.
pub struct Store {
    objects: Box<dyn ObjectStore>,
    folder: Path,
    name: String,
}

/// An application that passed all checks, ready to be stored.
pub struct Submission {
    /// The id of the application, which is also its idempotency key.
    pub id: String,
    /// Identifies the exact bytes of the application and its documents.
    pub fingerprint: String,
    /// The application, byte for byte.
    pub application: Bytes,
    /// The documents: file name in the store and content.
    pub documents: Vec<(String, Bytes)>,
}

/// What the store has under a key.
#[derive(Debug)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// The same application, stored under this reference.
    Stored(String),
    /// The same application, which another request is storing.
    InProgress,
    /// The same application, whose request stopped before it was stored.
    Abandoned(Claim),
    /// A different application.
    OtherApplication,
}

/// The result of [`Store::save`].
#[derive(Debug)]
pub enum Outcome {
    /// Newly stored, under this reference.
    New(String),
    /// Not stored, because of what was found under the key.
    Found(Found),
}

/// The right to store an application under a key.
#[derive(Debug, Serialize, Deserialize)]
pub struct Claim {
    reference: String,
    fingerprint: String,
    claimed_at_unix: u64,
}

/// The proof that an application is stored.
#[derive(Serialize, Deserialize)]
struct Receipt {
    reference: String,
    kept_at_unix: u64,
}

impl Store {
    /// Opens a folder, which is created if needed, or the object store at a URL.
    ///
    /// # Errors
    /// Why it cannot be opened, as a sentence.
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

    /// What is stored under a key, compared with an application with this fingerprint.
    ///
    /// # Errors
    /// When the store cannot be reached, or has files that intake did not write.
    pub async fn find(&self, id: &str, fingerprint: &str) -> Result<Found, Error> {
        let Some(claim) = self.read::<Claim>(&self.path(id, "claim.json")).await? else {
            return Ok(Found::Nothing);
        };
        if claim.fingerprint != fingerprint {
            return Ok(Found::OtherApplication);
        }
        if let Some(receipt) = self.read::<Receipt>(&self.path(id, "receipt.json")).await? {
            return Ok(Found::Stored(receipt.reference));
        }
        let is_recent = clock::unix_seconds().saturating_sub(claim.claimed_at_unix) < CLAIM_SECONDS;
        Ok(if is_recent { Found::InProgress } else { Found::Abandoned(claim) })
    }

    /// Stores an application, unless it is stored already or another request is storing it.
    ///
    /// # Errors
    /// When the store cannot be reached; the application then does not count as stored.
    pub async fn save(&self, submission: &Submission) -> Result<Outcome, Error> {
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
        let is_new = self.create(&self.path(&submission.id, "receipt.json"), &receipt).await?;
        Ok(if is_new { Outcome::New(claim.reference) } else { Outcome::Found(Found::Stored(claim.reference)) })
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
        serde_json::from_slice(&bytes).map(Some).map_err(json_error)
    }

    /// Writes a file that must not exist yet; `false` when it exists.
    async fn create(&self, path: &Path, value: &impl Serialize) -> Result<bool, Error> {
        let bytes = serde_json::to_vec(value).map_err(json_error)?;
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

fn json_error(error: serde_json::Error) -> Error {
    Error::Generic { store: "intake", source: error.into() }
}

/// A reference that can be read out on the telephone: `EH-XXXX-XXXX`.
fn new_reference() -> String {
    let mut random = uuid::Uuid::new_v4().as_u128();
    let mut reference = String::from("EH");
    for position in 0..8 {
        if position % 4 == 0 {
            reference.push('-');
        }
        reference.extend(ALPHABET.get((random & 31) as usize));
        random >>= 5;
    }
    reference
}
