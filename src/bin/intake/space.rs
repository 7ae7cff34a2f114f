//! Whether the disk of the store has room for more applications.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::io::Errno;

/// How long the disk may take to tell.
const PATIENCE: Duration = Duration::from_secs(5);

/// The room that must be left.
pub struct Space {
    folder: Option<PathBuf>,
    min_free_bytes: u64,
}

impl Space {
    /// Keeps this much free where the folder is; an object store has no folder.
    pub fn new(folder: Option<&Path>, min_free_bytes: u64) -> Self {
        Self { folder: folder.map(Path::to_owned), min_free_bytes }
    }

    /// Whether there is room.
    ///
    /// # Errors
    /// That there is not, or that it cannot be told, as a sentence.
    pub async fn check(&self) -> Result<(), String> {
        let Some(folder) = self.folder.clone().filter(|_| self.min_free_bytes > 0) else { return Ok(()) };
        let asked = tokio::task::spawn_blocking(move || free_bytes(&folder));
        let told = tokio::time::timeout(PATIENCE, asked).await.map_err(|_| "the disk does not respond".to_owned())?;
        let free = told.map_err(|error| error.to_string())?.map_err(|error| error.to_string())?;
        if free < self.min_free_bytes {
            return Err(format!("only {free} bytes are free, less than --min-free {}", self.min_free_bytes));
        }
        Ok(())
    }
}

/// What is free where a folder is, or will be: the store creates folders again that were removed.
fn free_bytes(folder: &Path) -> rustix::io::Result<u64> {
    let disk = match (rustix::fs::statvfs(folder), folder.parent()) {
        (Err(Errno::NOENT), Some(parent)) => return free_bytes(if parent == "" { Path::new(".") } else { parent }),
        (disk, _) => disk?,
    };
    Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
}
