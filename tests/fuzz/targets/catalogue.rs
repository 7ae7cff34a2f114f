//! Any bytes as a catalogue: its providers and services are found, it can be searched, and the wizard reads the same as
//! backends.

#![no_main]

use eherkenning_wizard::domain::wire::Json;
use eherkenning_wizard::domain::catalogue::{Catalogue, CatalogueFile, SearchIndex};
use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::domain::verdict::read_catalogue;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let whole = serde_json::from_str::<CatalogueFile>(text).ok();
        let whole = whole.and_then(|file| Catalogue::try_from(file).ok());
        let read = Json::parse(text).ok().and_then(|json| Catalogue::from_json(&json));
        let content =
            |catalogue: &Catalogue| (catalogue.providers().to_vec(), catalogue.dropped(), catalogue.is_official());
        assert_eq!(read.as_ref().map(content), whole.as_ref().map(content));
    }
    let Ok(catalogue) = read_catalogue(bytes) else { return };
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
