//! The buffers that pass text into and out of the module.

use eherkenning_wizard::domain::verdict::MAX_CATALOGUE_BYTES;

/// How many bytes all buffers together may have.
const MAX_TOTAL_BYTES: usize = 4 * MAX_CATALOGUE_BYTES;

/// Address and length of a text: the address in the upper 32 bits, the length in bytes in the lower 32. 0 for an empty
/// text, which has no buffer to free.
pub type Span = u64;

/// The buffers that are in use. Only these can be read, whatever address the host passes.
pub struct Buffers(Vec<Box<[u8]>>);

impl Buffers {
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Allocates a buffer and returns its address; 0 when `len` is 0 or too large, or when all buffers together would
    /// exceed the limit.
    pub fn alloc(&mut self, len: u32) -> u32 {
        match usize::try_from(len) {
            Ok(len) if (1..=MAX_CATALOGUE_BYTES).contains(&len) && self.total_bytes() + len <= MAX_TOTAL_BYTES => {
                self.add(vec![0; len].into())
            }
            _ => 0,
        }
    }

    /// Frees a buffer. Ignored when there is no buffer with this address and length.
    pub fn free(&mut self, address: u32, len: u32) {
        let index =
            self.0.iter().rposition(|buffer| address_of(buffer) == address && u32::try_from(buffer.len()) == Ok(len));
        if let Some(index) = index {
            self.0.swap_remove(index);
        }
    }

    /// The first `len` bytes of the buffer at an address; `None` when there is no such buffer.
    pub fn text(&self, address: u32, len: usize) -> Option<&[u8]> {
        if len == 0 {
            return Some(&[]);
        }
        self.0.iter().rfind(|buffer| address_of(buffer) == address)?.get(..len)
    }

    /// Puts a text in a buffer of its own, which the host must free; 0 when the host has left too much unfreed.
    pub fn put(&mut self, text: String) -> Span {
        match u32::try_from(text.len()) {
            Ok(len) if len > 0 && self.total_bytes() + text.len() <= MAX_TOTAL_BYTES => {
                u64::from(self.add(text.into_bytes().into())) << 32 | u64::from(len)
            }
            _ => 0,
        }
    }

    fn total_bytes(&self) -> usize {
        self.0.iter().map(|buffer| buffer.len()).sum()
    }

    fn add(&mut self, buffer: Box<[u8]>) -> u32 {
        let address = address_of(&buffer);
        self.0.push(buffer);
        address
    }
}

/// The address of a buffer. Exposed, because from now on the host may write to it.
fn address_of(buffer: &[u8]) -> u32 {
    u32::try_from(buffer.as_ptr().expose_provenance()).unwrap_or_default()
}
