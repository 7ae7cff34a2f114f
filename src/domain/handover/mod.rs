//! The file in which an application is handed from one person to another before it is sent: `application.eh`.
//!
//! An employee fills in the application and seals it; a director opens the file in the same wizard on another device. There
//! is no server, and without the passphrase the file says nothing. `docs/handover.md` describes it byte by byte:
//!
//! - the clear part, [`Envelope`]: the [`Header`], the key check, the length of the first box, and a sum;
//! - the first box: a [`Handover`], with the draft;
//! - a box for each document, so that each is sealed and opened by itself.
//!
//! What needs cryptography, a clock or randomness is left to the caller, who also keeps the bytes of the documents. To open
//! a file: [`ReceivedClear::read`], then its sum, then [`Envelope::check_key`] with what follows from the [`Passphrase`], then
//! the first box and [`Handover::read`], then each of [`Envelope::document_boxes`] and [`check_document`]. To seal one:
//! [`Clear::new`], its sum, and the boxes.

mod content;
mod envelope;
mod fault;
mod file_name;
mod header;
mod party;
mod passphrase;

pub use content::{Act, Deed, Handover, MAX_NOTE, Note, Opened, check_document};
pub use envelope::{
    BoxPlace, CHECK_BYTES, Clear, Envelope, MAX_CLEAR_BYTES, MAX_CONTENT_BYTES, MAX_FILE_BYTES, ReceivedClear,
    TAG_BYTES,
};
pub use fault::Fault;
pub use file_name::file_name;
pub use header::{DAYS, HANDOVER_FORMAT, Header, ROUNDS};
pub use party::Party;
pub use passphrase::{Passphrase, WORDS, WordList};

/// What HKDF makes the key of the boxes for.
pub const KEY_INFO: &str = "eherkenning-handover/1 key";

/// What HKDF makes the key check for.
pub const CHECK_INFO: &str = "eherkenning-handover/1 check";
