//! Whether an operator can work on a store.

use std::os::unix::fs::MetadataExt;
use std::path::Path as FolderPath;

use nix::unistd::geteuid;

use super::layout::is_folder;
use super::marker::MARKER;

/// Finds out whether an operator can work in this folder.
///
/// # Errors
/// That there is no store in it, or that it belongs to another user, whose server could not read what this one writes.
pub fn check_folder(folder: &FolderPath) -> Result<(), String> {
    let refused = |why: &str| Err(format!("{}: {why}", folder.display()));
    let is_ours = |name: &str| name == MARKER || is_folder(name);
    let is_store = std::fs::read_dir(folder)
        .is_ok_and(|entries| entries.flatten().any(|entry| entry.file_name().to_str().is_some_and(is_ours)));
    let owner = folder.metadata().map(|facts| facts.uid());
    match owner {
        Ok(owner) if owner != geteuid().as_raw() => {
            refused(&format!("this store belongs to user {owner}; run the command as that user"))
        }
        _ if !is_store => refused("there is no store in this folder"),
        _ => Ok(()),
    }
}
