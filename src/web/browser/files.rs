//! The bytes of the accepted files. They stay in `Blob`s, outside WebAssembly memory.

use std::cell::RefCell;

use web_sys::{Blob, Url};

/// The files of one wizard, by the id of their document.
#[derive(Default)]
pub(super) struct Files {
    held: RefCell<Vec<Held>>,
}

struct Held {
    id: String,
    blob: Blob,
    address: Option<String>,
}

impl Files {
    /// Stores a file; returns the address of its preview, for images.
    pub fn hold(&self, id: &str, blob: Blob) -> Option<String> {
        let address = Url::create_object_url_with_blob(&blob).ok();
        self.release(id);
        self.held.borrow_mut().push(Held { id: id.to_owned(), blob, address });
        self.preview(id)
    }

    /// Releases a file.
    pub fn release(&self, id: &str) {
        self.held.borrow_mut().retain(|held| held.id != id);
    }

    /// Releases all files.
    pub fn clear(&self) {
        let held = self.held.take();
        drop(held);
    }

    /// The bytes of a file.
    pub fn blob(&self, id: &str) -> Option<Blob> {
        self.held.borrow().iter().find(|held| held.id == id).map(|held| held.blob.clone())
    }

    /// The ids of all files.
    pub fn ids(&self) -> Vec<String> {
        self.held.borrow().iter().map(|held| held.id.clone()).collect()
    }

    /// The address of a file's preview, for images.
    pub fn preview(&self, id: &str) -> Option<String> {
        self.address(id).filter(|_| self.blob(id).is_some_and(|blob| blob.type_().starts_with("image/")))
    }

    /// The address of a file.
    pub fn address(&self, id: &str) -> Option<String> {
        self.held.borrow().iter().find(|held| held.id == id)?.address.clone()
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(address) = &self.address {
            // It does not matter if the address is already revoked.
            Url::revoke_object_url(address).ok();
        }
    }
}
