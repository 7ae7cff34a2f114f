//! Files in a folder or in an object store.

use std::fmt;
use std::path::{Path as FolderPath, PathBuf};
use std::time::Duration;

use axum::body::Bytes;
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey as S3Key};
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{
    ClientConfigKey, Error, ObjectMeta, ObjectStore, ObjectStoreExt, ObjectStoreScheme, PutMode, RetryConfig,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use url::Url;

use crate::shown::{shown, without_secrets};

/// How long an object store is retried within one request to it, shorter than proxies wait for a response.
const RETRY_TIMEOUT: Duration = Duration::from_secs(20);

/// How long reading or writing one file may take for an operator, who waits.
const OPERATOR_TIMEOUT: Duration = Duration::from_secs(60);

/// How the name begins of the file with which the store is tried.
pub const TRIAL: &str = "put-if-absent-";

/// Files in a folder or in an object store.
pub struct Objects {
    /// The files, by their paths.
    pub(super) objects: Box<dyn ObjectStore>,
    /// Where the store begins in a bucket.
    pub(super) folder: Path,
    /// The folder, unless it is an object store.
    pub(super) root: Option<PathBuf>,
    name: String,
    /// How long reading or writing one file may take.
    timeout: Duration,
}

impl Objects {
    /// Opens a folder, which is created if needed, or the object store at a URL. What takes longer than `timeout` fails.
    ///
    /// # Errors
    /// Why it cannot be opened, as a sentence.
    pub fn open(location: &str, timeout: Duration) -> Result<Self, String> {
        let name = location.to_owned();
        if let Some(root) = root(location)? {
            let objects = Box::new(local(&root)?);
            return Ok(Self { objects, folder: Path::default(), root: Some(root), name, timeout });
        }
        let refused = |why: String| format!("{}: {why}", shown(location));
        let url = Url::parse(location).map_err(|error| refused(error.to_string()))?;
        if url.as_str() != without_secrets(&url) {
            return Err(refused("expected a URL without user, password and query".to_owned()));
        }
        let (objects, folder) = s3(&url, timeout).map_err(refused)?;
        Ok(Self { objects, folder, root: None, name, timeout })
    }

    /// Opens a store that exists, for an operator: a folder is not created.
    ///
    /// # Errors
    /// Why it cannot be opened, as a sentence.
    pub fn open_existing(location: &str) -> Result<Self, String> {
        match root(location)? {
            Some(root) if !root.is_dir() => Err(format!("{location}: there is no such folder")),
            _ => Self::open(location, OPERATOR_TIMEOUT),
        }
    }

    /// Tries whether the store refuses to replace a file that must not exist yet. Without that, two requests at once
    /// could store one application twice.
    ///
    /// # Errors
    /// That it does not, or cannot be used at all, as a sentence.
    pub async fn check_put_if_absent(&self) -> Result<(), String> {
        let path = self.path(&format!("{TRIAL}{}.json", uuid::Uuid::new_v4()));
        let result = self.try_put_if_absent(&path).await;
        // Also when it was not written, as far as the store says. A sweep removes what is left.
        match self.in_time(self.objects.delete(&path)).await {
            Ok(()) | Err(Error::NotFound { .. }) => {}
            Err(error) => tracing::warn!(%error, %path, "the file of a trial was not removed"),
        }
        result.map_err(|fault| format!("{self}: {fault}"))
    }

    async fn try_put_if_absent(&self, path: &Path) -> Result<(), String> {
        let unusable = |error: Error| format!("the store cannot be used: {}", explain(&error));
        let unsupported =
            |why: &dyn fmt::Display| format!("the store does not support put-if-absent, which intake needs: {why}");
        match self.put_if_absent(path, b"1".to_vec()).await {
            // When a write is retried, a store can take the first attempt for a file of somebody else.
            Ok(()) | Err(Error::AlreadyExists { .. }) => {}
            Err(error @ Error::NotImplemented { .. }) => return Err(unsupported(&error)),
            Err(error) => return Err(unusable(error)),
        }
        let second = self.put_if_absent(path, b"2".to_vec()).await;
        match (second, self.read::<u8>(path).await.map_err(unusable)?) {
            (Err(Error::AlreadyExists { .. }), Some(1)) => Ok(()),
            (Ok(()), _) | (_, Some(2)) => Err(unsupported(&"it replaced a file in spite of If-None-Match")),
            (Err(error), _) => Err(unusable(error)),
        }
    }

    /// The folder on this machine; `None` for an object store.
    pub fn local_folder(&self) -> Option<&FolderPath> {
        self.root.as_deref()
    }

    /// The path of a file: its folders and name, separated by `/`.
    pub fn path(&self, name: &str) -> Path {
        name.split('/').fold(self.folder.clone(), |path, part| path.join(part))
    }

    /// Reads a JSON file; `None` when it does not exist.
    ///
    /// # Errors
    /// When the store cannot be reached, or the file is not of this type.
    pub async fn read<T: DeserializeOwned>(&self, path: &Path) -> Result<Option<T>, Error> {
        let bytes = self.read_bytes(path).await?;
        bytes.map(|bytes| serde_json::from_slice(&bytes).map_err(json_error)).transpose()
    }

    /// Reads a file; `None` when it does not exist.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn read_bytes(&self, path: &Path) -> Result<Option<Bytes>, Error> {
        match self.in_time(async { self.objects.get(path).await?.bytes().await }).await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Writes a file, or replaces it.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn write(&self, path: &Path, bytes: Bytes) -> Result<(), Error> {
        self.in_time(self.objects.put(path, bytes.into())).await.map(|_| ())
    }

    /// Writes a JSON file, or replaces it.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn write_json(&self, path: &Path, value: &impl Serialize) -> Result<(), Error> {
        self.write(path, serde_json::to_vec(value).map_err(json_error)?.into()).await
    }

    /// Writes a JSON file unless it exists, then reads it: this value, or the one that was written before.
    ///
    /// The response to the write is not relied on. A store can fail after it has written, and when a write is retried, a
    /// store can take the first attempt for a file of somebody else.
    ///
    /// # Errors
    /// When the file cannot be written or read; it may exist then.
    pub async fn write_once<T: Serialize + DeserializeOwned>(&self, path: &Path, value: &T) -> Result<T, Error> {
        let written = self.put_if_absent(path, serde_json::to_vec(value).map_err(json_error)?).await;
        let found = match self.read(path).await {
            Ok(found) => found,
            Err(_) => self.read(path).await?,
        };
        match (found, written) {
            (Some(found), _) => Ok(found),
            (None, Err(error)) => Err(error),
            (None, Ok(())) => {
                Err(Error::NotFound { path: path.to_string(), source: "lost after it was written".into() })
            }
        }
    }

    /// The files directly in a folder; none when it does not exist.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn list(&self, folder: &Path) -> Result<Vec<ObjectMeta>, Error> {
        Ok(self.in_time(self.objects.list_with_delimiter(Some(folder))).await?.objects)
    }

    async fn put_if_absent(&self, path: &Path, bytes: Vec<u8>) -> Result<(), Error> {
        self.in_time(self.objects.put_opts(path, bytes.into(), PutMode::Create.into())).await.map(|_| ())
    }

    /// What an operation returns, unless it takes too long: a store that hangs is one that fails.
    pub(super) async fn in_time<T>(&self, operation: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        let late = |_| failed("no response in time");
        tokio::time::timeout(self.timeout, operation).await.map_err(late)?
    }
}

impl fmt::Display for Objects {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.name)
    }
}

/// The folder at a location; `None` for the URL of an object store.
fn root(location: &str) -> Result<Option<PathBuf>, String> {
    match Url::parse(location) {
        Ok(url) if url.scheme() == "file" => {
            url.to_file_path().map(Some).map_err(|()| format!("{location}: not a folder"))
        }
        Err(error) if location.contains("://") => Err(format!("{}: {error}", shown(location))),
        Ok(_) => Ok(None),
        Err(_) => Ok(Some(PathBuf::from(location))),
    }
}

fn local(folder: &FolderPath) -> Result<LocalFileSystem, String> {
    let unusable = |error: &dyn fmt::Display| format!("{}: {error}", folder.display());
    std::fs::create_dir_all(folder).map_err(|error| unusable(&error))?;
    let store = LocalFileSystem::new_with_prefix(folder).map_err(|error| unusable(&error))?;
    Ok(store.with_fsync(true))
}

/// A bucket, with the usual variables `AWS_…` as its settings.
///
/// # Errors
/// Why it cannot be used, as a sentence.
fn s3(url: &Url, timeout: Duration) -> Result<(Box<dyn ObjectStore>, Path), String> {
    let Ok((ObjectStoreScheme::AmazonS3, folder)) = ObjectStoreScheme::parse(url) else {
        return Err("expected a folder or an s3:// URL".to_owned());
    };
    let retry = RetryConfig { retry_timeout: RETRY_TIMEOUT.min(timeout), ..RetryConfig::default() };
    // Few files are removed, and not every store has the request to remove many at once.
    let builder = AmazonS3Builder::from_env().with_url(url.as_str()).with_retry(retry).with_disable_bulk_delete(true);
    let builder =
        builder.with_config(S3Key::Client(ClientConfigKey::Timeout), format!("{} seconds", timeout.as_secs()));
    let endpoint = builder.get_config_value(&S3Key::Endpoint).unwrap_or_default();
    let allows_plain = builder.get_config_value(&S3Key::Client(ClientConfigKey::AllowHttp));
    if Url::parse(&endpoint).is_ok_and(|endpoint| endpoint.as_str() != without_secrets(&endpoint)) {
        return Err(
            "AWS_ENDPOINT has a user, a password or a query; credentials are in other variables AWS_…".to_owned()
        );
    }
    if endpoint.starts_with("http://") && allows_plain.as_deref() != Some("true") {
        let message = "AWS_ENDPOINT is http://, without encryption; if that is what you want, set AWS_ALLOW_HTTP=true";
        return Err(message.to_owned());
    }
    Ok((Box::new(builder.build().map_err(|error| explain(&error))?), folder))
}

/// An error that we found ourselves.
pub fn failed(message: &str) -> Error {
    Error::Generic { store: "intake", source: message.into() }
}

/// What we found ourselves, or what the library says.
pub fn explain(error: &Error) -> String {
    match error {
        Error::Generic { store: "intake", source } => source.to_string(),
        error => error.to_string(),
    }
}

fn json_error(error: serde_json::Error) -> Error {
    Error::Generic { store: "intake", source: error.into() }
}
