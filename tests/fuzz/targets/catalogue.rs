//! Any bytes as a catalogue: what stands in it is found, and can be searched.

#![no_main]

use eherkenning_wizard::domain::answer::read_catalogue;
use eherkenning_wizard::domain::catalogue::SearchIndex;
use eherkenning_wizard::domain::scheme::Lang;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(catalogue) = read_catalogue(bytes) else { return };
    for provider in catalogue.providers() {
        assert_eq!(catalogue.provider(provider.oin()), Some(provider));
        for service in provider.services() {
            assert_eq!(catalogue.service(service.id()).map(|found| found.service), Some(service));
        }
    }
    let index = SearchIndex::new(&catalogue);
    if let Some(provider) = catalogue.providers().first() {
        index.search(provider.name(Lang::Nl), 10, false, true);
    }
});
