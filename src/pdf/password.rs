//! Whether a PDF opens only with a password. Reads the trailer and the encryption dictionary and nothing else, so that the
//! work is bounded by the size of the file: backends call it for what strangers send.
//! Source: ISO 32000-1, 7.5.5, 7.5.8 and 7.6

use hayro_syntax::object::dict::keys::{ENCRYPT, FILTER, ID, ROOT, TYPE};
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, ObjRef};
use hayro_syntax::reader::{Reader, ReaderExt};
use hayro_syntax::{LoadPdfError, Pdf};

/// Longest trailer and encryption dictionary that is read; those of real files have a few hundred bytes.
const MAX_DICTIONARY: usize = 16 * 1024;

/// How many places are tried when the file does not say where something is.
const MAX_TRIES: usize = 16;

/// Whether a PDF is encrypted so that it cannot be opened without a password. One that only restricts what may be done
/// with it is encrypted with an empty password.
pub fn needs_password(bytes: &[u8]) -> bool {
    let Some(trailer) = trailer(bytes) else { return false };
    let dictionary = match trailer.get_raw::<Dict<'_>>(ENCRYPT) {
        None => return false,
        Some(MaybeRef::NotRef(dictionary)) => Some(dictionary),
        Some(MaybeRef::Ref(reference)) => referenced(bytes, reference),
    };
    // Nobody can open a file without its encryption dictionary.
    dictionary.is_none_or(|dictionary| !opens_with_empty_password(&dictionary, &trailer))
}

/// The trailer that is in force: the one that the end of the file points to. In a damaged file, any that says that the
/// file is encrypted.
fn trailer(bytes: &[u8]) -> Option<Dict<'_>> {
    stated_trailer(bytes).or_else(|| {
        let mentions = occurrences(bytes, b"/Encrypt").take(MAX_TRIES);
        mentions.filter_map(|at| enclosing_trailer(bytes, at)).find(|trailer| trailer.contains_key(ENCRYPT))
    })
}

/// The trailer or cross-reference stream at the place that is written at the end of the file.
fn stated_trailer(bytes: &[u8]) -> Option<Dict<'_>> {
    let keyword = occurrences(bytes, b"startxref").next()?;
    let mut reader = Reader::new_with(bytes, keyword);
    reader.forward_tag(b"startxref")?;
    reader.skip_white_spaces_and_comments();
    let start = usize::try_from(reader.read_without_context::<u32>()?).ok()?;
    let table = bytes.get(start..)?;
    let at = match table.trim_ascii_start() {
        [b'x', b'r', b'e', b'f', ..] => start + first(table, b"trailer")?,
        _ => start,
    };
    trailer_at(bytes, at)
}

/// The trailer or cross-reference stream around a mention of its entry.
fn enclosing_trailer(bytes: &[u8], mention: usize) -> Option<Dict<'_>> {
    let start = mention.saturating_sub(MAX_DICTIONARY);
    let before = bytes.get(start..mention)?;
    let trailer = occurrences(before, b"trailer").next();
    let object = occurrences(before, b"obj").next();
    match (trailer, object) {
        (Some(trailer), object) if object.is_none_or(|object| object < trailer) => trailer_at(bytes, start + trailer),
        (_, object) => dictionary_at(bytes, start + object? + b"obj".len()).filter(is_trailer),
    }
}

/// The dictionary of a trailer or of a cross-reference stream that starts here.
fn trailer_at(bytes: &[u8], at: usize) -> Option<Dict<'_>> {
    let mut reader = Reader::new_with(bytes, at);
    reader.skip_white_spaces_and_comments();
    if reader.forward_tag(b"trailer").is_none() {
        reader.read_without_context::<u32>()?;
        reader.skip_white_spaces();
        reader.read_without_context::<u32>()?;
        reader.skip_white_spaces();
        reader.forward_tag(b"obj")?;
    }
    dictionary_at(bytes, reader.offset).filter(is_trailer)
}

fn is_trailer(dictionary: &Dict<'_>) -> bool {
    let kind = dictionary.get::<Name<'_>>(TYPE);
    dictionary.contains_key(ROOT) && kind.is_none_or(|kind| kind.as_ref() == b"XRef")
}

/// The newest dictionary of the encryption that has this number.
fn referenced(bytes: &[u8], reference: ObjRef) -> Option<Dict<'_>> {
    let header = format!("{} {} obj", reference.obj_number, reference.gen_number);
    let starts_number =
        |at: &usize| !at.checked_sub(1).is_some_and(|before| bytes.get(before).is_some_and(u8::is_ascii_digit));
    let places = occurrences(bytes, header.as_bytes()).filter(starts_number).take(MAX_TRIES);
    let mut dictionaries = places.filter_map(|at| dictionary_at(bytes, at + header.len()));
    dictionaries.find(|dictionary| dictionary.contains_key(FILTER))
}

fn dictionary_at(bytes: &[u8], at: usize) -> Option<Dict<'_>> {
    let end = bytes.len().min(at.saturating_add(MAX_DICTIONARY));
    let mut reader = Reader::new(bytes.get(at..end)?);
    reader.skip_white_spaces_and_comments();
    reader.read_without_context::<Dict<'_>>()
}

/// Tries the empty password on an empty document with the same encryption.
fn opens_with_empty_password(encryption: &Dict<'_>, trailer: &Dict<'_>) -> bool {
    let identifier = trailer.get::<Array<'_>>(ID);
    let mut document = b"%PDF-1.7\nxref\n0 0\ntrailer\n<< /Root 1 0 R /Encrypt ".to_vec();
    document.extend_from_slice(encryption.data());
    if let Some(identifier) = identifier {
        document.extend_from_slice(b" /ID [");
        document.extend_from_slice(identifier.data());
        document.extend_from_slice(b"]");
    }
    document.extend_from_slice(b" >>\nstartxref\n9\n%%EOF\n");
    !matches!(Pdf::new(document), Err(LoadPdfError::Decryption(_)))
}

/// Where a text occurs, from the end to the start.
fn occurrences<'a>(bytes: &'a [u8], text: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let places = bytes.windows(text.len()).enumerate().rev();
    places.filter(move |(_, window)| *window == text).map(|(at, _)| at)
}

fn first(bytes: &[u8], text: &[u8]) -> Option<usize> {
    bytes.windows(text.len()).position(|window| window == text)
}
