//! Input that counts its lines, and ends in an error where one piece of XML grows beyond all reason.

use std::io::{BufRead, Error, Read, Result};

use super::bounds::LONGEST_PIECE;

/// Input with the number of the line that is read.
pub(super) struct Counted<R> {
    inner: R,
    line: usize,
    allowance: usize,
}

impl<R: BufRead> Counted<R> {
    pub fn new(inner: R) -> Self {
        Self { inner, line: 1, allowance: LONGEST_PIECE }
    }

    /// The line of the next byte, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// A new piece begins.
    pub fn begin_piece(&mut self) {
        self.allowance = LONGEST_PIECE;
    }

    /// Whether the piece became too long.
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
        match self.is_exhausted() {
            true => Err(Error::other("too long")),
            false => self.inner.fill_buf(),
        }
    }

    fn consume(&mut self, amount: usize) {
        // What is buffered stays so until it is consumed: this reads nothing.
        let consumed = self.inner.fill_buf().ok().and_then(|buffered| buffered.get(..amount)).unwrap_or_default();
        self.line += consumed.iter().filter(|byte| **byte == b'\n').count();
        self.allowance = self.allowance.saturating_sub(amount);
        self.inner.consume(amount);
    }
}
