//! Any bytes as a catalogue: what stands in it is found, and can be searched.

#![no_main]

use eherkenning_wizard::domain::answer::read_catalogue;
use eherkenning_wizard::domain::catalogue::{SearchIndex, SearchTerms};
use eherkenning_wizard::domain::scheme::Lang;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(catalogue) = read_catalogue(bytes) else { return };
    for provider in catalogue.providers() {
        assert_eq!(catalogue.provider(provider.oin()), Some(provider));
        for service in provider.services() {
            // Several providers may share a service; whichever of them is found, it is the same service.
            let found = catalogue.service(service.id()).unwrap().service;
            assert_eq!((found.id(), found.level()), (service.id(), service.level()));
        }
    }
    let index = SearchIndex::new(&catalogue, &SearchTerms::default());
    if let Some(provider) = catalogue.providers().first() {
        index.search(provider.name(Lang::Nl), 10, false, true);
    }
});
