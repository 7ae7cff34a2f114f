//! The vectors, which an implementation in Python has made.

use eherkenning_wizard::domain::handover::{Fault, HANDOVER_FORMAT, Passphrase, ROUNDS, ReceivedClear};
use hkdf::Hkdf;
use sha2::Sha256;

use crate::crypto::Keys;
use crate::file::{FILE, KEYS, VECTORS, clear, day, decode, header, open, seal, text};

#[test]
fn what_is_typed_becomes_the_passphrase_of_the_vectors() {
    assert_eq!(Passphrase::parse(&text("typed")).unwrap().as_str(), text("passphrase"));
}

#[test]
fn the_key_and_the_check_are_those_of_the_vectors() {
    let secret = hex::decode(text("secret")).unwrap();
    let mut key = [0; 32];
    Hkdf::<Sha256>::new(None, &secret).expand(format!("{HANDOVER_FORMAT} key").as_bytes(), &mut key).unwrap();
    assert_eq!(hex::encode(key), text("key"));
    assert_eq!(hex::encode(KEYS.check), text("check"));
    assert!(header().to_line().contains(&ROUNDS.to_string()));
}

#[test]
fn the_clear_part_is_written_as_in_the_vectors() {
    assert_eq!(header().to_line(), text("header"));
    let envelope = clear(&FILE).unwrap();
    assert_eq!(hex::encode(envelope.bytes()), text("clear"));
    assert_eq!(*envelope.header(), header());
}

#[test]
fn the_same_content_is_sealed_to_the_same_file() {
    let documents: Vec<Vec<u8>> = VECTORS["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|hexed| hex::decode(hexed.as_str().unwrap()).unwrap())
        .collect();
    let documents: Vec<&[u8]> = documents.iter().map(Vec::as_slice).collect();
    assert!(seal(header(), &text("content"), &documents).unwrap() == *FILE);
}

#[test]
fn the_file_is_opened_to_what_was_sealed() {
    let (opened, documents) = open(&FILE, &KEYS, Some(&text("supplier")), day(&text("ends_on"))).unwrap();
    assert_eq!(documents, [&b"first document"[..], b"2"]);
    assert_eq!(opened.warning, None);
    let handover = opened.handover;
    assert_eq!(handover.draft.user.surname, "de Vries");
    assert_eq!(handover.note.unwrap().as_str(), "Klopt het adres?");
    assert_eq!(handover.signer.unwrap().to_string(), "representatives.1");
}

#[test]
fn each_refused_file_gets_its_code() {
    let mut codes = Vec::new();
    for case in VECTORS["refused"].as_array().unwrap() {
        let (name, file) = (case["name"].as_str().unwrap(), decode(&case["file"]));
        let today = day(case["today"].as_str().unwrap_or(&text("ends_on")));
        let typed = case["typed"].as_str().map(Passphrase::parse);
        let found = match typed {
            Some(Err(fault)) => Err(fault),
            Some(Ok(other)) => open(&file, &Keys::derive(&other, &header().salt), None, today),
            None => open(&file, &KEYS, case["supplier"].as_str(), today),
        };
        let code = match found {
            Err(fault) => fault,
            Ok((opened, _)) => opened.warning.unwrap_or_else(|| panic!("{name}: is opened")),
        };
        assert_eq!(code.code(), case["code"].as_str().unwrap(), "{name}");
        codes.push(code);
    }
    for fault in Fault::ALL {
        assert!(codes.contains(fault), "no vector for {}", fault.code());
    }
}

#[test]
fn a_header_is_refused_before_its_passphrase_is_asked() {
    for case in VECTORS["refused"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        if name.contains("header") || name.contains("round") {
            assert!(
                ReceivedClear::read(&decode(&case["file"])).is_err() || clear(&decode(&case["file"])).is_err(),
                "{name}"
            );
        }
    }
}
