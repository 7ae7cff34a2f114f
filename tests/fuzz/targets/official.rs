//! Any bytes as the scheme's own catalogue: if they can be imported, the result is a valid catalogue with as many
//! services as the report says.

#![no_main]

use eherkenning_wizard::domain::verdict::read_catalogue;
use eherkenning_wizard::import::{ImportTerms, import, layout};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(imported) = import(bytes, &ImportTerms::default()) else { return };
    imported.report.to_string();
    let catalogue = read_catalogue(layout(&imported.file).as_bytes()).unwrap();
    let services: usize = catalogue.providers().iter().map(|provider| provider.services().len()).sum();
    let (providers, dropped) = (catalogue.providers().len(), catalogue.dropped());
    let report = &imported.report;
    assert_eq!((providers, services, dropped), (report.imported_providers, report.imported_services, 0));
});
