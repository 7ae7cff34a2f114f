//! Any bytes as the scheme's own catalogue: what comes out can be worked with and is as much as the report says.

#![no_main]

use eherkenning_wizard::domain::verdict::read_catalogue;
use eherkenning_wizard::import::{ImportTerms, import, layout};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(made) = import(bytes, &ImportTerms::default()) else { return };
    made.report.to_string();
    let catalogue = read_catalogue(layout(&made.file).as_bytes()).unwrap();
    let services: usize = catalogue.providers().iter().map(|provider| provider.services().len()).sum();
    let (providers, dropped) = (catalogue.providers().len(), catalogue.dropped());
    assert_eq!((providers, services, dropped), (made.report.kept_providers, made.report.kept_services, 0));
});
