//! The size of an image from its header, read before anything is decoded.

/// What a piece of a JPEG says about the size of the image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Jpeg {
    /// Width and height.
    Size(u32, u32),
    /// The size is at this byte of the piece or after it.
    Further(usize),
    /// This is not a JPEG.
    Broken,
}

/// Width and height of a PNG.
/// Source: ISO/IEC 15948, 11.2.2
pub(super) fn png(head: &[u8]) -> Option<(u32, u32)> {
    (head.get(12..16)? == b"IHDR").then_some(())?;
    Some((number(head, 16)?, number(head, 20)?))
}

/// Width and height of the largest image in a HEIC file.
/// Source: ISO/IEC 23008-12, 6.5.3
pub(super) fn heic(head: &[u8]) -> Option<(u32, u32)> {
    let boxes = head.windows(4).enumerate().filter(|(_, name)| name == b"ispe");
    let sizes = boxes.filter_map(|(at, _)| Some((number(head, at + 8)?, number(head, at + 12)?)));
    sizes.max_by_key(|(width, height)| u64::from(*width) * u64::from(*height))
}

/// Walks the segments of a JPEG; `piece` begins at the start of a segment. Source: ITU T.81, B.1.1 and B.2.2
pub(super) fn jpeg(piece: &[u8]) -> Jpeg {
    let mut at = 0;
    loop {
        let (Some(mark), Some(kind)) = (piece.get(at), piece.get(at + 1)) else {
            return Jpeg::Further(at);
        };
        if *mark != 0xff {
            return Jpeg::Broken;
        }
        match kind {
            // A fill byte.
            0xff => at += 1,
            // Markers without a segment.
            0x01 | 0xd0..=0xd8 => at += 2,
            // The image data begin, or the image ends, without a frame header.
            0xd9 | 0xda => return Jpeg::Broken,
            // A frame header: precision, height, width.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return match (short(piece, at + 5), short(piece, at + 7)) {
                    (Some(height), Some(width)) => Jpeg::Size(width, height),
                    _ => Jpeg::Further(at),
                };
            }
            _ => match short(piece, at + 2) {
                Some(length) if length >= 2 => at += 2 + usize::try_from(length).unwrap_or_default(),
                Some(_) => return Jpeg::Broken,
                None => return Jpeg::Further(at),
            },
        }
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?)))
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
