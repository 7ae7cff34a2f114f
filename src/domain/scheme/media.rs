//! Detects properties of a file from its bytes.

use super::MediaType;

/// How far from the end to look for the end marker: some programs append data of their own after it.
const TAIL: usize = 4096;

impl MediaType {
    /// Detects the kind of file from its first bytes; a kilobyte is enough.
    /// Sources: ITU T.81 (JPEG), ISO/IEC 15948 (PNG), ISO 32000-1 (PDF)
    pub fn sniff(head: &[u8]) -> Option<Self> {
        match head {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            _ => contains(head.get(..1024).unwrap_or(head), b"%PDF-").then_some(Self::Pdf),
        }
    }

    /// Whether a file of this kind is complete. Of a JPEG this takes the whole file (see [`JpegEnd`]), of others the last
    /// four kilobytes.
    pub fn is_complete(self, tail: &[u8]) -> bool {
        let end: &[u8] = match self {
            Self::Jpeg => return JpegEnd::default().is_in(tail),
            Self::Png => b"IEND",
            Self::Pdf => b"%%EOF",
        };
        // Some cameras pad the last block with zeros.
        let zeros = tail.iter().rev().take_while(|byte| **byte == 0).count();
        let tail = tail.get(..tail.len().saturating_sub(zeros)).unwrap_or(tail);
        contains(tail.get(tail.len().saturating_sub(TAIL)..).unwrap_or(tail), end)
    }

    /// Whether the first bytes are those of a HEIC photo, which most browsers cannot open.
    pub fn is_heic(head: &[u8]) -> bool {
        const BRANDS: [&[u8]; 8] = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"];
        head.get(4..8) == Some(b"ftyp") && head.get(8..12).is_some_and(|brand| BRANDS.contains(&brand))
    }
}

/// Looks for the end of a JPEG, piece by piece. Phones append a film of megabytes to a photo, and a preview inside it has
/// an end of its own, so neither the last bytes nor the first end marker are enough.
/// Source: ITU T.81, B.1.1 and B.2
#[derive(Default)]
pub struct JpegEnd {
    next: Next,
    /// How many bytes of a segment are left.
    left: usize,
}

/// What the next byte of a JPEG is, outside of segments.
#[derive(Default)]
enum Next {
    /// Data of the image, or the first byte of a marker.
    #[default]
    Data,
    /// The second byte of a marker.
    Marker,
    /// The length of a segment; its first byte, if that was read.
    Length(Option<u8>),
}

impl JpegEnd {
    /// Whether the image ends in this piece of the file. All pieces before it were given in order.
    pub fn is_in(&mut self, piece: &[u8]) -> bool {
        for byte in piece {
            if self.left > 0 {
                self.left -= 1;
                continue;
            }
            self.next = match (&self.next, byte) {
                (Next::Marker, 0xd9) => return true,
                (Next::Data | Next::Marker, 0xff) => Next::Marker,
                // A stuffed zero, or a marker without a segment.
                (Next::Data, _) | (Next::Marker, 0x00 | 0x01 | 0xd0..=0xd8) => Next::Data,
                (Next::Marker, _) => Next::Length(None),
                (Next::Length(None), high) => Next::Length(Some(*high)),
                (Next::Length(Some(high)), low) => {
                    self.left = usize::from(u16::from_be_bytes([*high, *low])).saturating_sub(2);
                    Next::Data
                }
            };
        }
        false
    }
}

/// The byte ranges of a JPEG that remain after removing its metadata.
///
/// Removed are the segments with camera data, location, colour profile, thumbnail and comments (APP1 to APP15, COM).
/// `head` is the start of the file up to and including the first scan header, `size` the length of the whole file.
/// `None` when it is not a JPEG.
/// Source: ITU T.81, B.1.1.4 and table B.1
pub fn jpeg_without_notes(head: &[u8], size: usize) -> Option<Vec<(usize, usize)>> {
    let mut kept = vec![(0, 2)];
    let mut at = 2;
    loop {
        let [mark, kind, high, low] = *head.get(at..at + 4)?.first_chunk()?;
        if mark != 0xff {
            return None;
        }
        if kind == 0xda {
            kept.push((at, size));
            return Some(kept);
        }
        let end = at + 2 + usize::from(u16::from_be_bytes([high, low]));
        if !matches!(kind, 0xe1..=0xef | 0xfe) {
            kept.push((at, end));
        }
        at = end;
    }
}

/// Whether a PDF may be encrypted, judged by its first and last bytes or by all of them: the word may also occur in a text.
/// Only `pdf::needs_password` knows whether it opens without a password.
/// Source: ISO 32000-1, 7.6.1
pub fn pdf_may_be_encrypted(bytes: &[u8]) -> bool {
    contains(bytes, b"/Encrypt")
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
