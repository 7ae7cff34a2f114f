//! The clear part of a handover, its content, a passphrase, a list of words: each is read or refused.

#![no_main]

use eherkenning_wizard::domain::handover::{Fault, Handover, Passphrase, ReceivedClear, WordList};
use eherkenning_wizard::domain::scheme::Date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(received) = ReceivedClear::read(bytes) {
        let summed = received.to_sum();
        assert!(bytes.starts_with(&summed));
        // A digest that begins as the file says: what follows is checked, too.
        let mut digest = [0; 32];
        digest[..8].copy_from_slice(&bytes[summed.len()..][..8]);
        match received.checked(digest, bytes.len() as u64) {
            Ok(envelope) => assert!(bytes.starts_with(envelope.bytes())),
            Err(fault) => assert!([Fault::Damaged, Fault::TooLarge, Fault::CutOff].contains(&fault)),
        }
    }
    let today = Date::in_the_netherlands(0);
    if let Ok(opened) = Handover::read(bytes, None, today, today) {
        let again = Handover::read(opened.handover.to_json().as_bytes(), None, today, today);
        assert_eq!(again, Ok(opened));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = Passphrase::parse(text);
        let _ = WordList::parse(text);
    }
});
