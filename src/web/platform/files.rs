//! The bytes of the files that were taken in. They stay `Blob`s, outside of our own memory.

use std::cell::RefCell;
use std::collections::BTreeMap;

use web_sys::{Blob, Url};

/// The files of one wizard, by the id of their document.
#[derive(Default)]
pub(super) struct Files {
    held: RefCell<BTreeMap<String, Held>>,
}

struct Held {
    blob: Blob,
    preview: Option<String>,
}

impl Files {
    /// Holds a file; gives the address where it can be seen, for images.
    pub fn hold(&self, id: &str, blob: Blob) -> Option<String> {
        let is_image = blob.type_().starts_with("image/");
        let preview = is_image.then(|| Url::create_object_url_with_blob(&blob).ok()).flatten();
        self.release(id);
        self.held.borrow_mut().insert(id.to_owned(), Held { blob, preview: preview.clone() });
        preview
    }

    /// Lets go of a file.
    pub fn release(&self, id: &str) {
        let held = self.held.borrow_mut().remove(id);
        drop(held);
    }

    /// Lets go of all files.
    pub fn clear(&self) {
        let held = self.held.take();
        drop(held);
    }

    /// The bytes of a file.
    pub fn blob(&self, id: &str) -> Option<Blob> {
        self.held.borrow().get(id).map(|held| held.blob.clone())
    }

    /// The ids of all files.
    pub fn ids(&self) -> Vec<String> {
        self.held.borrow().keys().cloned().collect()
    }

    /// Where a file can be seen.
    pub fn preview(&self, id: &str) -> Option<String> {
        self.held.borrow().get(id)?.preview.clone()
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
