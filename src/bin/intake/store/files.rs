//! All files below a folder of the store, also those that a write left half-finished.

use std::fs::Metadata;
use std::io;
use std::path::Path as FolderPath;
use std::time::UNIX_EPOCH;

use futures_util::TryStreamExt;
use object_store::path::Path;
use object_store::{Error, ObjectMeta, ObjectStore, ObjectStoreExt};

use super::layout::{JOURNAL, Role, is_folder, is_foreign, is_of_application, key_of, role};
use super::objects::{Objects, failed};

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

/// What was found.
#[derive(Default)]
pub struct Listing {
    /// The files.
    pub files: Vec<FoundFile>,
    /// What of ours cannot be read: its path, and why.
    pub unreadable: Vec<(String, String)>,
    /// What of applications is a link: reading follows it, removing would only remove the link.
    pub links: Vec<String>,
}

impl Objects {
    /// The files below a folder, with the names that they have in the whole store.
    ///
    /// # Errors
    /// When the store cannot be reached, or one of them cannot be read.
    pub async fn files_below(&self, folder: &str) -> Result<Vec<FoundFile>, Error> {
        let found = self.found_below(folder).await?;
        found.unreadable.first().map_or(Ok(found.files), |fault| Err(unreadable(fault)))
    }

    /// All files of the store except the journal.
    ///
    /// # Errors
    /// When the store cannot be reached, or one of its own folders cannot be read: everything would seem to be lost.
    pub async fn everything(&self) -> Result<Listing, Error> {
        let found = self.found_below("").await?;
        let of_no_key = found.unreadable.iter().find(|(path, _)| key_of(path).is_none());
        of_no_key.map_or(Ok(()), |fault| Err(unreadable(fault)))?;
        Ok(found)
    }

    /// What is below a folder. The store itself has an empty name, and is read without the journal. A folder that is not ours
    /// is not entered; it counts as an empty file.
    ///
    /// A folder is read directly, because the object store hides the temporary files of a write that was cut off, which
    /// have personal data too.
    ///
    /// # Errors
    /// When the store cannot be reached, or the folder itself cannot be read.
    pub async fn found_below(&self, folder: &str) -> Result<Listing, Error> {
        let Some(root) = self.root.clone() else {
            let path = if folder.is_empty() { self.folder.clone() } else { self.path(folder) };
            return Ok(Listing { files: self.listed(&path).await?, ..Listing::default() });
        };
        let below = root.join(folder);
        let found = blocking(move || Ok(Walk(&root).below(&below))).await?;
        match found.unreadable.first().filter(|(path, _)| path == folder) {
            None => Ok(found),
            Some(fault) => Err(unreadable(fault)),
        }
    }

    async fn listed(&self, path: &Path) -> Result<Vec<FoundFile>, Error> {
        let files: Vec<ObjectMeta> = self.objects.list(Some(path)).try_collect().await?;
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

fn unreadable((path, reason): &(String, String)) -> Error {
    // The store itself has an empty name.
    failed(&format!("{}: {reason}", if path.is_empty() { "the store" } else { path }))
}

/// Goes through folders of the store with this root, on this machine.
struct Walk<'a>(&'a FolderPath);

impl Walk<'_> {
    fn below(&self, folder: &FolderPath) -> Listing {
        let mut found = Listing::default();
        self.note_link(folder, &mut found);
        self.add(folder, &mut found);
        found
    }

    /// Adds the files below a folder. What is removed meanwhile is left out.
    fn add(&self, folder: &FolderPath, found: &mut Listing) {
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(_) if is_gone(folder) => return,
            Err(error) => return found.unreadable.push((self.name(folder), reason(&error))),
        };
        for entry in entries {
            match entry {
                Ok(entry) => self.add_entry(&entry.path(), found),
                Err(error) => found.unreadable.push((self.name(folder), reason(&error))),
            }
        }
    }

    fn add_entry(&self, path: &FolderPath, found: &mut Listing) {
        let name = self.name(path);
        if name == JOURNAL {
            return;
        }
        self.note_link(path, found);
        if is_foreign(&name) {
            return found.files.push(FoundFile { name, size_bytes: 0, modified_unix: 0 });
        }
        // A folder may be a link to another disk.
        let facts = match path.metadata() {
            Ok(facts) => facts,
            Err(_) if is_gone(path) => return,
            Err(error) => return found.unreadable.push((name, reason(&error))),
        };
        let (is_folder, is_content) = (is_folder(&name), matches!(role(&name), Role::Content { .. }));
        match facts.is_dir() {
            true if is_folder || is_content => self.add(path, found),
            true => found.unreadable.push((name, "expected a file".to_owned())),
            false if is_folder => found.unreadable.push((name, "expected a folder".to_owned())),
            false => {
                found.files.push(FoundFile { name, size_bytes: facts.len(), modified_unix: modified_unix(&facts) })
            }
        }
    }

    fn note_link(&self, path: &FolderPath, found: &mut Listing) {
        let name = self.name(path);
        if path.is_symlink() && is_of_application(&name) {
            found.links.push(name);
        }
    }

    /// The name of a path in the store.
    fn name(&self, path: &FolderPath) -> String {
        let parts = path.strip_prefix(self.0).into_iter().flat_map(FolderPath::components);
        parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
    }
}

fn modified_unix(facts: &Metadata) -> u64 {
    let modified = facts.modified().ok().and_then(|moment| moment.duration_since(UNIX_EPOCH).ok());
    modified.map_or(0, |since| since.as_secs())
}

/// Whether there is nothing, not even a link.
fn is_gone(path: &FolderPath) -> bool {
    matches!(path.symlink_metadata(), Err(error) if error.kind() == io::ErrorKind::NotFound)
}

/// Why something that is there cannot be read.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "a link that leads nowhere".to_owned(),
        _ => error.to_string(),
    }
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
