//! No input crashes the import, and every imported catalogue is valid.

use eherkenning_wizard::domain::catalogue::{Catalogue, CatalogueFile};
use eherkenning_wizard::import::{ImportTerms, import, layout};
use proptest::prelude::*;

const EXAMPLE: &[u8] = include_bytes!("example.xml");

/// Fragments that have a meaning in XML or in the catalogue.
const PIECES: &[&str] = &[
    "<",
    ">",
    "/>",
    "</",
    "&",
    "&lt;",
    "&#0;",
    "&#x110000;",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "<!DOCTYPE a>",
    "\"",
    "'",
    "=",
    "\0",
    "\u{feff}",
    "esc:",
    "xmlns=\"\"",
    "xmlns:esc=\"urn:x\"",
    "urn:etoegang:core:assurance-class:loa2",
    "<esc:ServiceDefinition esc:IsPublic=\"true\">",
    "</esc:ServiceDefinition>",
    "<esc:ServiceProvider esc:IsPublic=\"true\">",
    "</esc:ServiceProvider>",
    "<esc:ServiceName>",
    "setNumber=\"99999999999\"",
    "false",
];

#[derive(Clone, Debug)]
enum Change {
    Byte(usize, u8),
    Cut(usize, usize),
    Insert(usize, usize),
    Repeat(usize, usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let at = 0..EXAMPLE.len();
    prop_oneof![
        (at.clone(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        (at.clone(), 0..2_000_usize).prop_map(|(at, length)| Change::Cut(at, length)),
        (at.clone(), 0..PIECES.len()).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (at.clone(), 0..3_000_usize, at).prop_map(|(from, length, to)| Change::Repeat(from, length, to)),
    ]
}

fn changed(changes: &[Change]) -> Vec<u8> {
    let mut xml = EXAMPLE.to_vec();
    for change in changes {
        let end = xml.len();
        match *change {
            Change::Byte(at, byte) => {
                if let Some(place) = xml.get_mut(at) {
                    *place = byte;
                }
            }
            Change::Cut(at, length) => drop(xml.drain(at.min(end)..(at + length).min(end))),
            Change::Insert(at, piece) => drop(xml.splice(at.min(end)..at.min(end), PIECES[piece].bytes())),
            Change::Repeat(from, length, to) => {
                let part = xml[from.min(end)..(from + length).min(end)].to_vec();
                xml.splice(to.min(end)..to.min(end), part);
            }
        }
    }
    xml
}

/// The result is a catalogue with as many services as the report says, and its JSON reads back the same.
fn check(xml: &[u8]) {
    let Ok(imported) = import(xml, &ImportTerms::default()) else { return };
    let text = layout(&imported.file);
    let file: CatalogueFile = serde_json::from_str(&text).unwrap();
    assert_eq!(file, imported.file);
    let catalogue = Catalogue::try_from(file).unwrap();
    assert_eq!(catalogue.dropped(), 0);
    assert_eq!(catalogue.providers().len(), imported.report.imported_providers);
    let services: usize = catalogue.providers().iter().map(|provider| provider.services().len()).sum();
    assert_eq!(services, imported.report.imported_services);
    assert!(!text.contains('<'));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_corrupted_catalogue_is_imported_or_refused(changes in prop::collection::vec(change(), 1..12)) {
        check(&changed(&changes));
    }

    #[test]
    fn any_bytes_are_imported_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        check(&bytes);
    }
}
