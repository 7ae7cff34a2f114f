//! All files below a folder of the store, also those that a write left half-finished.

use std::io;
use std::path::{Path as FolderPath, PathBuf};
use std::time::UNIX_EPOCH;

use futures_util::TryStreamExt;
use object_store::path::Path;
use object_store::{Error, ObjectMeta, ObjectStore, ObjectStoreExt};

use super::objects::Objects;

/// A file that was found in the store.
#[derive(Clone, Debug)]
pub struct FoundFile {
    /// Its folders and name, separated by `/`.
    pub name: String,
    /// How large it is.
    pub size_bytes: u64,
    /// When it was written, in seconds since 1970, by the clock of the store.
    pub modified_unix: u64,
}

impl Objects {
    /// The files below a folder, with the names that they have in the whole store. The store itself has an empty name.
    ///
    /// A folder is read directly, because the object store hides the temporary files of a write that was cut off, which
    /// have personal data too.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn files_below(&self, folder: &str) -> Result<Vec<FoundFile>, Error> {
        if let Some(root) = &self.root {
            let (root, below) = (root.clone(), root.join(folder));
            return blocking(move || {
                let mut found = Vec::new();
                walk(&root, &below, &mut found)?;
                Ok(found)
            })
            .await;
        }
        let path = if folder.is_empty() { self.folder.clone() } else { self.path(folder) };
        let files: Vec<ObjectMeta> = self.objects.list(Some(&path)).try_collect().await?;
        Ok(files.iter().filter_map(|file| self.found(file)).collect())
    }

    /// Removes files. One that is not there is no error.
    ///
    /// # Errors
    /// When the store cannot be reached; some files may be left.
    pub async fn remove_files(&self, names: Vec<String>) -> Result<(), Error> {
        if let Some(root) = self.root.clone() {
            return blocking(move || {
                names.iter().try_for_each(|name| unless_missing(std::fs::remove_file(root.join(name))))
            })
            .await;
        }
        for name in names {
            // As it was listed: `path` would encode it a second time.
            let path = Path::parse(format!("{}/{name}", self.folder).trim_start_matches('/'))?;
            match self.in_time(self.objects.delete(&path)).await {
                Ok(()) | Err(Error::NotFound { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Removes a folder with all files below it. A folder that is not there is no error.
    ///
    /// # Errors
    /// When the store cannot be reached; some files may be left.
    pub async fn remove_below(&self, folder: &str) -> Result<(), Error> {
        if let Some(path) = self.root.as_ref().map(|root| root.join(folder)) {
            return blocking(move || unless_missing(std::fs::remove_dir_all(path))).await;
        }
        let files = self.files_below(folder).await?;
        self.remove_files(files.into_iter().map(|file| file.name).collect()).await
    }

    fn found(&self, file: &ObjectMeta) -> Option<FoundFile> {
        let parts: Vec<String> =
            file.location.prefix_match(&self.folder)?.map(|part| part.as_ref().to_owned()).collect();
        let modified_unix = u64::try_from(file.last_modified.timestamp()).unwrap_or_default();
        Some(FoundFile { name: parts.join("/"), size_bytes: file.size, modified_unix })
    }
}

/// Adds the files below a folder. What is removed meanwhile is left out.
fn walk(root: &FolderPath, folder: &FolderPath, found: &mut Vec<FoundFile>) -> io::Result<()> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let path: PathBuf = entry?.path();
        // A folder may be a link to another disk.
        let Ok(facts) = path.metadata().or_else(|_| path.symlink_metadata()) else { continue };
        if facts.is_dir() {
            walk(root, &path, found)?;
            continue;
        }
        let parts = path.strip_prefix(root).into_iter().flat_map(FolderPath::components);
        let parts: Vec<String> = parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        let modified = facts.modified().ok().and_then(|moment| moment.duration_since(UNIX_EPOCH).ok());
        found.push(FoundFile {
            name: parts.join("/"),
            size_bytes: facts.len(),
            modified_unix: modified.map_or(0, |since| since.as_secs()),
        });
    }
    Ok(())
}

fn unless_missing(result: io::Result<()>) -> io::Result<()> {
    result.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

/// Carries out work with files on a thread that may block.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> Result<T, Error> {
    let generic = |source| Error::Generic { store: "intake", source };
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done.map_err(|error| generic(error.into())),
        Err(error) => Err(generic(error.into())),
    }
}
