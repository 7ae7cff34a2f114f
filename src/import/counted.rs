//! Input that counts lines, and fails when one piece of XML is too long.

use std::io::{BufRead, Error, Read, Result};

use super::bounds::MAX_PIECE_BYTES;

/// Input with the current line number.
pub(super) struct Counted<R> {
    inner: R,
    line: usize,
    allowance: usize,
}

impl<R: BufRead> Counted<R> {
    pub fn new(inner: R) -> Self {
        Self { inner, line: 1, allowance: MAX_PIECE_BYTES }
    }

    /// The line of the next byte, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// Resets the length limit, for a new piece.
    pub fn begin_piece(&mut self) {
        self.allowance = MAX_PIECE_BYTES;
    }

    /// Whether the current piece is too long.
    pub fn is_exhausted(&self) -> bool {
        self.allowance == 0
    }
}

impl<R: BufRead> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if self.is_exhausted() {
            return Err(Error::other("too long"));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        // The buffer is not empty until it is consumed, so this does not read from the source.
        let consumed = self.inner.fill_buf().ok().and_then(|buffered| buffered.get(..amount)).unwrap_or_default();
        self.line += consumed.iter().filter(|byte| **byte == b'\n').count();
        self.allowance = self.allowance.saturating_sub(amount);
        self.inner.consume(amount);
    }
}
