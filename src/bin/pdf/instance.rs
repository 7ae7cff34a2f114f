//! What an instance of the module holds: the file, the opened document, and the page that was drawn last.

use eherkenning_wizard::pdf::{Document, Picture, Unopened};

/// The largest file that is read.
const MAX_BYTES: usize = 32 * 1024 * 1024;

/// The file is damaged, or no PDF.
const DAMAGED: i32 = -1;

/// The file opens only with a password.
const NEEDS_PASSWORD: i32 = -2;

/// The call before this one is missing, or there is no such page.
const NOT_READY: i32 = -3;

pub struct Instance {
    file: Vec<u8>,
    document: Option<Document>,
    picture: Option<Picture>,
}

impl Instance {
    pub const fn new() -> Self {
        Self { file: Vec::new(), document: None, picture: None }
    }

    /// Makes room for a file, which the host writes; `None` when its length is 0 or too large.
    pub fn reserve(&mut self, length: u32) -> Option<&[u8]> {
        let length = usize::try_from(length).ok().filter(|length| (1..=MAX_BYTES).contains(length))?;
        self.file = vec![0; length];
        Some(&self.file)
    }

    /// Opens the file: the number of its pages, or a negative code.
    pub fn open(&mut self, length: u32) -> i32 {
        let file = std::mem::take(&mut self.file);
        if file.is_empty() || u32::try_from(file.len()) != Ok(length) {
            return NOT_READY;
        }
        match Document::open(file) {
            Ok(document) => i32::try_from(self.document.insert(document).page_count()).unwrap_or(i32::MAX),
            Err(Unopened::Damaged) => DAMAGED,
            Err(Unopened::NeedsPassword) => NEEDS_PASSWORD,
        }
    }

    /// Draws a page: 0, or a negative code.
    pub fn draw(&mut self, page: u32, dots_per_inch: u32) -> i32 {
        // Before the next one needs the memory.
        self.picture = None;
        let page = usize::try_from(page).unwrap_or(usize::MAX);
        let dots_per_inch = u16::try_from(dots_per_inch).unwrap_or(u16::MAX);
        self.picture = self.document.as_ref().and_then(|document| document.draw(page, dots_per_inch));
        if self.picture.is_some() { 0 } else { NOT_READY }
    }

    pub fn picture(&self) -> Option<&Picture> {
        self.picture.as_ref()
    }
}
