//! Any bytes as an offer: its JSON reads back the same, and applications can be checked with it.

#![no_main]

use std::sync::LazyLock;

use eherkenning_wizard::domain::application::Facts;
use eherkenning_wizard::domain::catalogue::Catalogue;
use eherkenning_wizard::domain::scheme::Date;
use eherkenning_wizard::domain::verdict::{Verdict, read_offer};
use libfuzzer_sys::fuzz_target;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let catalogue = include_bytes!("../../conformance/catalogues/example.json");
    eherkenning_wizard::domain::verdict::read_catalogue(catalogue).unwrap()
});

fuzz_target!(|bytes: &[u8]| {
    let Ok(offer) = read_offer(bytes) else { return };
    assert_eq!(read_offer(&serde_json::to_vec(&offer).unwrap()).as_ref(), Ok(&offer));
    let facts = Facts { offer, catalogue: CATALOGUE.clone(), today: Date::new(2026, 11, 23).unwrap() };
    Verdict::to(include_bytes!("../../conformance/applications/sole-director.json"), &facts).print();
});
