//! Any bytes as a catalogue: its providers and services are found, it can be searched, and the wizard reads the same as
//! backends.

#![no_main]

use eherkenning_wizard::domain::catalogue::{Catalogue, SearchIndex};
use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::domain::verdict::read_catalogue;
use eherkenning_wizard::domain::wire::Json;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(catalogue) = read_catalogue(bytes) else { return };
    // What is wrong within an unknown field is ignored by backends only.
    if let Ok(json) = Json::parse(std::str::from_utf8(bytes).unwrap()) {
        assert_eq!(Catalogue::from_json(&json).as_ref(), Some(&catalogue));
    }
    for provider in catalogue.providers() {
        assert_eq!(catalogue.provider(provider.oin()), Some(provider));
        for service in provider.services() {
            // Providers may share a service, so the one that is found may belong to another provider.
            let found = catalogue.service(service.id()).unwrap().service;
            assert_eq!((found.id(), found.level()), (service.id(), service.level()));
        }
    }
    let index = SearchIndex::new(&catalogue, &[], &[]);
    if let Some(provider) = catalogue.providers().first() {
        index.search(provider.name(Lang::Nl), 10, false, true);
    }
});
