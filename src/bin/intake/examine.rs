//! All checks on an application: the rules, and whether each document matches its description.

use std::io::Cursor;

use eherkenning_wizard::domain::application::{Document, Facts, SignedApplication};
use eherkenning_wizard::domain::rules::{Issues, Question, Rule};
use eherkenning_wizard::domain::scheme::MediaType;
use eherkenning_wizard::pdf::needs_password;
use image::{ImageFormat, ImageReader, Limits};

use crate::app::MAX_MEGAPIXELS;
use crate::receive::{Part, Received};

/// Largest image that is decoded.
const MAX_PIXELS: u64 = MAX_MEGAPIXELS as u64 * 1_000_000;

/// Memory limit for decoding one image: enough for 65 megapixels at four bytes each.
const MAX_DECODED_BYTES: u64 = 256 * 1024 * 1024;

/// Checks an application and its documents. Blocks while it decodes images.
///
/// # Errors
/// Every broken rule. Documents are only checked when the application itself has no issues.
pub fn examine(received: &Received, facts: &Facts) -> Result<SignedApplication, Issues> {
    let signed = received.unjudged.judge(facts)?;
    let documents = signed.application().documents();
    let mut issues = Issues::default();
    for document in documents {
        if let Some(rule) = broken_rule(document, received.parts.get(document.id.as_str())) {
            issues.add(document.place, rule);
        }
    }
    for id in received.parts.keys().filter(|id| documents.iter().all(|document| document.id.as_str() != *id)) {
        let announced = received.unjudged.draft.documents.iter().find(|document| document.id.eq_ignore_ascii_case(id));
        let place = announced.and_then(|document| document.place());
        issues.add(place.unwrap_or_else(|| Question::Documents.into()), Rule::DocumentNotAsked);
    }
    if issues.is_empty() { Ok(signed) } else { Err(issues) }
}

/// The first rule that a document breaks.
fn broken_rule(document: &Document, part: Option<&Part>) -> Option<Rule> {
    let Some(part) = part else {
        return Some(Rule::DocumentPartMissing);
    };
    let bytes = &part.bytes;
    let described = document.media_type;
    if u64::try_from(bytes.len()) != Ok(document.size_bytes) || part.sha256 != document.sha256.as_str() {
        return Some(Rule::DocumentDigestDiffers);
    }
    if part.media_type != described.code() || MediaType::sniff(bytes) != Some(described) {
        return Some(Rule::DocumentTypeDiffers);
    }
    if !described.is_complete(bytes) {
        return Some(Rule::DocumentTruncated);
    }
    match described {
        MediaType::Pdf => needs_password(bytes).then_some(Rule::DocumentEncrypted),
        MediaType::Jpeg => broken_image_rule(bytes, ImageFormat::Jpeg),
        MediaType::Png => broken_image_rule(bytes, ImageFormat::Png),
    }
}

/// How much is decoded of a document, in millions of pixels, rounded up: nothing of one that is refused before that.
pub fn megapixels(bytes: &[u8]) -> u32 {
    let format = match MediaType::sniff(bytes) {
        Some(MediaType::Jpeg) => ImageFormat::Jpeg,
        Some(MediaType::Png) => ImageFormat::Png,
        Some(MediaType::Pdf) | None => return 0,
    };
    let dimensions = reader(bytes, format).into_dimensions();
    let pixels = dimensions.map_or(0, |(width, height)| u64::from(width) * u64::from(height));
    u32::try_from(pixels.div_ceil(1_000_000)).ok().filter(|millions| *millions <= MAX_MEGAPIXELS).unwrap_or_default()
}

/// The rule that an image breaks. Its dimensions are checked before its pixels are decoded.
fn broken_image_rule(bytes: &[u8], format: ImageFormat) -> Option<Rule> {
    let Ok((width, height)) = reader(bytes, format).into_dimensions() else { return Some(Rule::DocumentUnreadable) };
    match u64::from(width) * u64::from(height) {
        0 => Some(Rule::DocumentUnreadable),
        pixels if pixels > MAX_PIXELS => Some(Rule::DocumentTooManyPixels),
        _ => reader(bytes, format).decode().is_err().then_some(Rule::DocumentUnreadable),
    }
}

fn reader(bytes: &[u8], format: ImageFormat) -> ImageReader<Cursor<&[u8]>> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_DECODED_BYTES);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    reader
}
