//! Opening and sealing whole files, as the program does with the parts of one.

use std::sync::LazyLock;

use eherkenning_wizard::domain::handover::{
    Clear, Envelope, Fault, Handover, Header, MAX_CLEAR_BYTES, Opened, Passphrase, ReceivedClear, check_document,
};
use eherkenning_wizard::domain::scheme::Date;
use serde_json::Value;

use crate::crypto::{Keys, sha256};

/// What tests/handover/vectors.py has written.
pub static VECTORS: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(include_str!("vectors.json")).unwrap());

/// The keys of the vectors: deriving them takes a while.
pub static KEYS: LazyLock<Keys> =
    LazyLock::new(|| Keys::derive(&Passphrase::parse(&text("typed")).unwrap(), &hex::decode(text("salt")).unwrap()));

/// The file of the vectors.
pub static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| decode(&VECTORS["file"]));

/// A text of the vectors.
pub fn text(name: &str) -> String {
    VECTORS[name].as_str().unwrap().to_owned()
}

/// Bytes in hexadecimal.
pub fn decode(json: &Value) -> Vec<u8> {
    hex::decode(json.as_str().unwrap()).unwrap()
}

/// A day.
pub fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

/// The header of the vectors.
pub fn header() -> Header {
    let bytes = |name| hex::decode(text(name)).unwrap();
    Header {
        salt: bytes("salt").try_into().unwrap(),
        nonce: bytes("nonce").try_into().unwrap(),
        ends_on: day(&text("ends_on")),
    }
}

/// Seals with the keys of the vectors.
pub fn seal(header: Header, content: &str, documents: &[&[u8]]) -> Result<Vec<u8>, Fault> {
    let clear = Clear::new(header, KEYS.check, content.len())?;
    let sum = sha256(&clear.to_sum());
    let envelope = clear.summed(sum);
    let mut file = envelope.bytes().to_vec();
    for (bytes, number) in [&[content.as_bytes()], documents].concat().into_iter().zip(0..) {
        file.extend(KEYS.seal(&envelope, number, bytes)?);
    }
    Ok(file)
}

/// Opens the clear part of a file.
pub fn clear(file: &[u8]) -> Result<Envelope, Fault> {
    let received = ReceivedClear::read(file.get(..MAX_CLEAR_BYTES).unwrap_or(file))?;
    let sum = sha256(&received.to_sum());
    received.checked(sum, file.len() as u64)
}

/// Opens a file with these keys.
pub fn open(file: &[u8], keys: &Keys, supplier: Option<&str>, today: Date) -> Result<(Opened, Vec<Vec<u8>>), Fault> {
    let envelope = clear(file)?;
    envelope.check_key(keys.check)?;
    let content = envelope.content_box();
    let content = &file[content.start as usize..][..content.length as usize];
    let opened = Handover::read(&keys.open(&envelope, 0, content)?, supplier, envelope.header().ends_on, today)?;
    let described = &opened.handover.draft.documents;
    let places = envelope.document_boxes(described, file.len() as u64)?;
    let mut documents = Vec::new();
    for (place, described) in places.iter().zip(described) {
        let sealed = &file[place.start as usize..][..place.length as usize];
        let bytes = keys.open(&envelope, place.number, sealed)?;
        check_document(described, bytes.len(), &hex::encode(sha256(&bytes)))?;
        documents.push(bytes);
    }
    Ok((opened, documents))
}

/// Why a file cannot be opened with the keys of the vectors, on its last day; or `None`.
pub fn fault(file: &[u8]) -> Option<Fault> {
    open(file, &KEYS, None, day(&text("ends_on"))).err()
}
