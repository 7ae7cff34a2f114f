//! The buffers through which texts come in and answers go out.

use eherkenning_wizard::domain::verdict::MAX_CATALOGUE_BYTES;

/// The most bytes that buffers may hold together.
const MOST: usize = 4 * MAX_CATALOGUE_BYTES;

/// Where a text stands: its address times 2³², plus its length in bytes. 0 for an empty text, which needs no giving back.
pub type Span = u64;

/// The buffers that were given out. Only these can be read, whatever address is named.
pub struct Buffers(Vec<Box<[u8]>>);

impl Buffers {
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// A new buffer; its address, or 0 for one that is empty or too large, and while others hold too much.
    pub fn alloc(&mut self, len: u32) -> u32 {
        match usize::try_from(len) {
            Ok(len) if (1..=MAX_CATALOGUE_BYTES).contains(&len) && self.held() + len <= MOST => {
                self.keep(vec![0; len].into())
            }
            _ => 0,
        }
    }

    /// Gives a buffer back; one that was not given out is passed over.
    pub fn free(&mut self, address: u32, len: u32) {
        let at =
            self.0.iter().rposition(|buffer| address_of(buffer) == address && u32::try_from(buffer.len()) == Ok(len));
        if let Some(at) = at {
            self.0.swap_remove(at);
        }
    }

    /// The first `len` bytes of the buffer at an address; nothing where there is no such buffer.
    pub fn text(&self, address: u32, len: usize) -> Option<&[u8]> {
        if len == 0 {
            return Some(&[]);
        }
        self.0.iter().rfind(|buffer| address_of(buffer) == address)?.get(..len)
    }

    /// Hands a text out in a buffer of its own; 0 while a host keeps too many of them.
    pub fn give(&mut self, text: String) -> Span {
        match u32::try_from(text.len()) {
            Ok(len) if len > 0 && self.held() + text.len() <= MOST => {
                u64::from(self.keep(text.into_bytes().into())) << 32 | u64::from(len)
            }
            _ => 0,
        }
    }

    fn held(&self) -> usize {
        self.0.iter().map(|buffer| buffer.len()).sum()
    }

    fn keep(&mut self, buffer: Box<[u8]>) -> u32 {
        let address = address_of(&buffer);
        self.0.push(buffer);
        address
    }
}

/// The address, which others may write to from now on.
fn address_of(buffer: &[u8]) -> u32 {
    u32::try_from(buffer.as_ptr().expose_provenance()).unwrap_or_default()
}
