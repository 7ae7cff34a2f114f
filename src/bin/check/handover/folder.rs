//! An opened handover on disk: a folder with the application, the documents, and the rest of the content.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use eherkenning_wizard::domain::draft::DocumentDraft;
use eherkenning_wizard::domain::handover::Handover;
use eherkenning_wizard::domain::scheme::MediaType;
use serde_json::Value;

/// The application.
pub const APPLICATION: &str = "application.json";

/// The rest of the content: the supplier, the number, the history.
pub const HANDOVER: &str = "handover.json";

/// The field of the content that is in a file of its own, [`APPLICATION`].
pub const DRAFT: &str = "draft";

/// The content for [`HANDOVER`].
///
/// # Errors
/// When it cannot be serialized.
pub fn without_draft(handover: &Handover) -> Result<Value, String> {
    let mut content = serde_json::to_value(handover).map_err(|error| error.to_string())?;
    if let Some(fields) = content.as_object_mut() {
        fields.remove(DRAFT);
    }
    Ok(content)
}

/// Where the document in this row is, from 0. Its own name is not used: it may be any.
pub fn document(row: usize, document: &DocumentDraft) -> String {
    let extension = MediaType::from_code(&document.media_type).map_or("bin", MediaType::extension);
    format!("documents/{}.{extension}", row + 1)
}

/// Refuses a file or folder that exists, before anything is asked or done. Writing it refuses that, too.
///
/// # Errors
/// That it exists.
pub fn must_be_new(path: &Path) -> Result<(), String> {
    if path.symlink_metadata().is_ok() { Err(format!("{}: this exists already", path.display())) } else { Ok(()) }
}

/// A folder that is being written, by this user for this user. Unless it is finished, it is removed again.
pub struct NewFolder {
    path: PathBuf,
    is_finished: bool,
}

impl NewFolder {
    /// Makes the folder, which must not exist.
    ///
    /// # Errors
    /// Why it cannot be made.
    pub fn create(path: &Path) -> Result<Self, String> {
        create_private(path)?;
        let folder = Self { path: path.to_owned(), is_finished: false };
        create_private(&path.join("documents"))?;
        Ok(folder)
    }

    /// Writes a file in it.
    ///
    /// # Errors
    /// Why it cannot be written.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), String> {
        write_private(&self.path.join(name), |file| file.write_all(bytes).map_err(|error| error.to_string()))
    }

    /// Keeps the folder.
    pub fn finish(mut self) {
        self.is_finished = true;
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        if !self.is_finished {
            // Only what was written here is in it. When that fails too, the error that led here is what counts.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

/// Writes a file that only this user may read, and that must not exist. If it cannot be written whole, it is removed.
///
/// # Errors
/// Why it is not written.
pub fn write_private(path: &Path, write: impl FnOnce(&mut fs::File) -> Result<(), String>) -> Result<(), String> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let mut file = options.open(path).map_err(|error| written(&error))?;
    let result = write(&mut file).and_then(|()| file.sync_all().map_err(|error| error.to_string()));
    result.map_err(|error| {
        let _ = fs::remove_file(path);
        written(&error)
    })
}

fn create_private(path: &Path) -> Result<(), String> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|error| format!("{}: {error}", path.display()))
}
