//! The bytes of the accepted files. They stay `Blob`s, outside of our own memory.

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
    preview: Option<String>,
}

impl Files {
    /// Holds a file; gives the address where it can be seen, for images.
    pub fn hold(&self, id: &str, blob: Blob) -> Option<String> {
        let is_image = blob.type_().starts_with("image/");
        let preview = is_image.then(|| Url::create_object_url_with_blob(&blob).ok()).flatten();
        self.release(id);
        self.held.borrow_mut().push(Held { id: id.to_owned(), blob, preview: preview.clone() });
        preview
    }

    /// Lets go of a file.
    pub fn release(&self, id: &str) {
        self.held.borrow_mut().retain(|held| held.id != id);
    }

    /// Lets go of all files.
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

    /// Where a file can be seen.
    pub fn preview(&self, id: &str) -> Option<String> {
        self.held.borrow().iter().find(|held| held.id == id)?.preview.clone()
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(preview) = &self.preview {
            // An address that is gone already is as good.
            Url::revoke_object_url(preview).ok();
        }
    }
}
