//! A folder that appears under its name only when it is complete.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use eherkenning_wizard::domain::scheme::Uuid;

use super::manifest::{ListedFile, Manifest};

/// The name of the manifest.
pub const MANIFEST: &str = "manifest.json";

/// A folder that is being written, next to where it is going to be.
pub struct Partial {
    unfinished: PathBuf,
    finished: PathBuf,
}

impl Partial {
    /// Starts a folder.
    ///
    /// # Errors
    /// When it cannot be created.
    pub fn create(parent: &Path, name: &str) -> io::Result<Self> {
        let (unfinished, finished) = (parent.join(unfinished_name(name)), parent.join(name));
        create_folder(&unfinished)?;
        Ok(Self { unfinished, finished })
    }

    /// Writes a file, in a folder of its own if its name has one, and flushes it to disk.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.unfinished.join(name);
        if let Some(folder) = path.parent().filter(|folder| !folder.exists()) {
            create_folder(folder)?;
        }
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    /// Gives the folder its name.
    ///
    /// # Errors
    /// When it cannot be renamed.
    pub fn finish(self) -> io::Result<()> {
        fs::rename(&self.unfinished, &self.finished)?;
        match self.finished.parent() {
            Some(parent) => File::open(parent)?.sync_all(),
            None => Ok(()),
        }
    }
}

impl Drop for Partial {
    /// Removes what was not finished. A killed process leaves it; the next export to the same folder removes it.
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.unfinished);
    }
}

fn unfinished_name(name: &str) -> String {
    format!(".{name}.partial")
}

/// Removes what interrupted exports left, also of applications that have been erased since.
///
/// # Errors
/// When it cannot be removed.
pub fn remove_unfinished(parent: &Path) -> io::Result<()> {
    for entry in fs::read_dir(parent)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let key = name.strip_prefix('.').and_then(|name| name.strip_suffix(".partial"));
        if key.is_some_and(|key| Uuid::parse(key).is_ok()) {
            fs::remove_dir_all(path)?;
        }
    }
    Ok(())
}

/// Creates a folder for this user alone.
///
/// # Errors
/// When it cannot be created.
pub fn create_folder(path: &Path) -> io::Result<()> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// The first file of an exported folder that is not as its manifest says; `None` when all are.
///
/// # Errors
/// When the manifest cannot be read.
pub fn first_changed(folder: &Path) -> io::Result<Option<String>> {
    let manifest: Manifest = serde_json::from_slice(&fs::read(folder.join(MANIFEST))?)?;
    let is_changed = |listed: &&ListedFile| match fs::read(folder.join(&listed.name)) {
        Ok(bytes) => ListedFile::of(&listed.name, &bytes) != **listed,
        Err(_) => true,
    };
    Ok(manifest.files.iter().find(is_changed).map(|listed| listed.name.clone()))
}
