//! A file as a whole: what in it is clear, and where its boxes are.

use super::header::MAX_LINE_BYTES;
use super::{Fault, Header};
use crate::domain::draft::DocumentDraft;

/// The first bytes of a file, enough to find its first box; a shorter file is read whole.
pub const MAX_CLEAR_BYTES: usize = MAX_LINE_BYTES + CHECK_BYTES + LENGTH_BYTES + SUM_BYTES;

/// The largest first box, sealed.
pub const MAX_CONTENT_BYTES: u32 = 4 * 1024 * 1024;

/// The largest file.
pub const MAX_FILE_BYTES: u64 = 1024 * 1024 * 1024;

/// What a box is longer than what it contains: the tag of AES-GCM.
pub const TAG_BYTES: u32 = 16;

/// The length of the key check.
pub const CHECK_BYTES: usize = 8;

const LENGTH_BYTES: usize = 4;
const SUM_BYTES: usize = 8;

/// The clear part of a file, without its sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clear {
    header: Header,
    check: [u8; CHECK_BYTES],
    content_bytes: u32,
}

/// The clear part of a file as it was received. It is not used before it matches its sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedClear {
    clear: Clear,
    sum: [u8; SUM_BYTES],
}

/// The clear part of a file, with its sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    clear: Clear,
    bytes: Vec<u8>,
}

/// Where a box is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoxPlace {
    /// Its number: 0 for the content, and then 1 for the first document.
    pub number: u32,
    /// Where it starts in the file.
    pub start: u64,
    /// Its length, with the tag.
    pub length: u64,
}

impl Clear {
    /// The clear part of a file to seal: `check` is the key check, `content_bytes` the length of the content, not sealed yet.
    ///
    /// # Errors
    /// `TooLarge` if there is more content than a file may have.
    pub fn new(header: Header, check: [u8; CHECK_BYTES], content_bytes: usize) -> Result<Self, Fault> {
        let sealed = u32::try_from(content_bytes).unwrap_or(u32::MAX).saturating_add(TAG_BYTES);
        if sealed > MAX_CONTENT_BYTES {
            Err(Fault::TooLarge)
        } else {
            Ok(Self { header, check, content_bytes: sealed })
        }
    }

    /// The bytes of which the file contains the sum.
    pub fn to_sum(&self) -> Vec<u8> {
        [self.header.to_line().as_bytes(), &self.check, &self.content_bytes.to_be_bytes()].concat()
    }

    /// Adds the sum, the start of the SHA-256 digest of [`Clear::to_sum`].
    pub fn summed(self, sha256: [u8; 32]) -> Envelope {
        let [a, b, c, d, e, f, g, h, ..] = sha256;
        let bytes = [self.to_sum(), vec![a, b, c, d, e, f, g, h]].concat();
        Envelope { clear: self, bytes }
    }
}

impl ReceivedClear {
    /// Reads the first [`MAX_CLEAR_BYTES`] of a file.
    ///
    /// # Errors
    /// `NotAHandover`, `NewerVersion`, `CutOff` or `Damaged`.
    pub fn read(start: &[u8]) -> Result<Self, Fault> {
        let (header, length) = Header::read(start)?;
        let rest = start.get(length..).unwrap_or_default();
        let parts = rest.split_first_chunk().and_then(|(check, rest)| {
            let (content_bytes, rest) = rest.split_first_chunk()?;
            Some((check, content_bytes, rest.first_chunk()?))
        });
        let (check, content_bytes, sum) = parts.ok_or(Fault::CutOff)?;
        let clear = Clear { header, check: *check, content_bytes: u32::from_be_bytes(*content_bytes) };
        Ok(Self { clear, sum: *sum })
    }

    /// The bytes of which the file contains the sum.
    pub fn to_sum(&self) -> Vec<u8> {
        self.clear.to_sum()
    }

    /// Compares the sum with the SHA-256 digest of [`ReceivedClear::to_sum`], and the lengths with that of the file.
    ///
    /// # Errors
    /// `Damaged`, `TooLarge` or `CutOff`.
    pub fn checked(self, sha256: [u8; 32], file_bytes: u64) -> Result<Envelope, Fault> {
        if !sha256.starts_with(&self.sum) {
            return Err(Fault::Damaged);
        }
        let envelope = self.clear.summed(sha256);
        match envelope.clear.content_bytes {
            length if length > MAX_CONTENT_BYTES || file_bytes > MAX_FILE_BYTES => Err(Fault::TooLarge),
            _ if envelope.content_box().end() > file_bytes => Err(Fault::CutOff),
            _ => Ok(envelope),
        }
    }
}

impl Envelope {
    /// What is needed besides the passphrase, and the last day.
    pub const fn header(&self) -> &Header {
        &self.clear.header
    }

    /// Everything that is clear: the file begins with it, and it is the additional data of each box.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Compares the key check of a passphrase with that of the file.
    ///
    /// # Errors
    /// `WrongPassphrase` if they differ.
    pub fn check_key(&self, check: [u8; CHECK_BYTES]) -> Result<(), Fault> {
        if check == self.clear.check { Ok(()) } else { Err(Fault::WrongPassphrase) }
    }

    /// The nonce of a box.
    pub fn nonce(&self, number: u32) -> [u8; 12] {
        let [a, b, c, d, e, f, g, h] = self.clear.header.nonce;
        let [i, j, k, l] = number.to_be_bytes();
        [a, b, c, d, e, f, g, h, i, j, k, l]
    }

    /// Where the content is.
    pub fn content_box(&self) -> BoxPlace {
        let start = u64::try_from(self.bytes.len()).unwrap_or(u64::MAX);
        BoxPlace { number: 0, start, length: self.clear.content_bytes.into() }
    }

    /// Where the documents are, in the order of the draft.
    ///
    /// # Errors
    /// `CutOff` if the file is shorter than its documents, `Damaged` if it is longer, `TooLarge` if it would be too large.
    pub fn document_boxes(&self, documents: &[DocumentDraft], file_bytes: u64) -> Result<Vec<BoxPlace>, Fault> {
        let mut last = self.content_box();
        let mut places = Vec::new();
        for document in documents {
            let length = document.size_bytes.saturating_add(TAG_BYTES.into());
            last = BoxPlace { number: last.number.saturating_add(1), start: last.end(), length };
            places.push(last);
        }
        match last.end() {
            end if end > MAX_FILE_BYTES => Err(Fault::TooLarge),
            end if end > file_bytes => Err(Fault::CutOff),
            end if end < file_bytes => Err(Fault::Damaged),
            _ => Ok(places),
        }
    }
}

impl BoxPlace {
    /// Where the next one starts.
    const fn end(&self) -> u64 {
        self.start.saturating_add(self.length)
    }
}
