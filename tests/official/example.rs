//! An example in the scheme's format: the imported catalogue and the report, as golden files.
//!
//! After an intended change: `GOLDEN=write cargo test --features check --test official`.

use std::path::PathBuf;

use eherkenning_wizard::domain::catalogue::{Catalogue, CatalogueFile};
use eherkenning_wizard::domain::scheme::{Oin, StatedLevel};
use eherkenning_wizard::import::{Import, ImportTerms, import, layout};

const EXAMPLE: &str = include_str!("example.xml");
const TAX: &str = "00000099000000000101";

fn import_example(xml: &str) -> Import {
    let terms = ImportTerms {
        licence: "Invented".to_owned(),
        tax_authorities: vec![Oin::parse(TAX).unwrap()],
        ..ImportTerms::default()
    };
    import(xml.as_bytes(), &terms).unwrap()
}

fn is_golden(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/official").join(name);
    if std::env::var_os("GOLDEN").is_some_and(|wanted| wanted == "write") {
        std::fs::write(&path, text).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(golden == text, "{name} differs from the result:\n{text}");
}

#[test]
fn the_example_is_imported_as_its_golden_file() {
    is_golden("example.json", &layout(&import_example(EXAMPLE).file));
}

#[test]
fn the_report_lists_what_was_skipped_and_where() {
    is_golden("example.report.txt", &import_example(EXAMPLE).report.to_string());
}

#[test]
fn the_imported_catalogue_is_valid() {
    let text = layout(&import_example(EXAMPLE).file);
    let file: CatalogueFile = serde_json::from_str(&text).unwrap();
    assert_eq!(layout(&file), text);
    let catalogue = Catalogue::try_from(file).unwrap();
    assert_eq!((catalogue.dropped(), catalogue.is_official(), catalogue.date()), (0, false, "2026-01-15"));
    assert!(catalogue.provider(TAX).unwrap().is_tax_authority());
    let waste = catalogue.service("fa9acb7f-86b9-5da2-ad57-cb69a5ee26f1").unwrap().service;
    assert_eq!(waste.level(), StatedLevel::Eh2);
    assert!(waste.level().has_ended() && !waste.refuses_branch());
}

#[test]
fn importing_the_same_file_gives_the_same_text() {
    assert_eq!(layout(&import_example(EXAMPLE).file), layout(&import_example(EXAMPLE).file));
}

#[test]
fn the_older_namespace_another_prefix_and_the_short_spelling_are_read_alike() {
    let expected = layout(&import_example(EXAMPLE).file);
    let older = EXAMPLE.replace("urn:etoegang:1.13:service-catalog\"", "urn:etoegang:1.11:service-catalog\"");
    let short = EXAMPLE.replace("esc:ServiceCatalogue", "esc:ServiceCatalog");
    let prefix = EXAMPLE.replace("esc:", "cat:").replace("xmlns:esc", "xmlns:cat");
    let default =
        EXAMPLE.replace("<esc:", "<").replace("</esc:", "</").replace("xmlns:esc=", "xmlns:esc=\"urn:x\" xmlns=");
    for spelling in [older, short, prefix, default] {
        assert_ne!(spelling, EXAMPLE);
        assert_eq!(layout(&import_example(&spelling).file), expected);
    }
}
