//! The differences between two imports.

use eherkenning_wizard::import::changes;

use crate::document::{OIN, OTHER_OIN, OTHER_UUID, UUID, catalogue, definition, one, provider, read};

fn between(old: &str, new: &str) -> Vec<String> {
    changes(&read(old).unwrap().file, &read(new).unwrap().file).iter().map(ToString::to_string).collect()
}

#[test]
fn equal_catalogues_have_no_changes() {
    assert_eq!(between(&one(UUID, UUID), &one(UUID, UUID)), Vec::<String>::new());
}

#[test]
fn a_changed_field_is_reported_with_its_old_and_new_value() {
    let service = format!("~ service {UUID} \"Dienst\" of \"Instantie {OIN}\": ");
    assert_eq!(between(&one(UUID, UUID), &one("loa3", "loa4")), [format!("{service}level \"EH3\" -> \"EH4\"")]);
    assert_eq!(
        between(&one(UUID, UUID), &one(">Dienst<", ">Btw<")),
        [format!("~ service {UUID} \"Btw\" of \"Instantie {OIN}\": name.nl \"Dienst\" -> \"Btw\"")]
    );
    assert_eq!(
        between(&one(UUID, UUID), &one("KvKnr", "RSIN")),
        ["without_kvk", "refuses_kvk"].map(|field| format!("{service}{field} \"false\" -> \"true\""))
    );
    assert_eq!(
        between(&one(UUID, UUID), &one("Instantie 0", "Dienst 0")),
        [format!("~ provider {OIN} \"Dienst {OIN}\": name.nl \"Instantie {OIN}\" -> \"Dienst {OIN}\"")]
    );
}

#[test]
fn added_and_removed_providers_and_services_are_reported() {
    let one = catalogue(&provider(OIN, &definition(UUID, "loa3")));
    let two = catalogue(&format!(
        "{}\n{}",
        provider(OIN, &definition(UUID, "loa3")),
        provider(OTHER_OIN, &definition(OTHER_UUID, "loa2"))
    ));
    let provider = format!("provider {OTHER_OIN} \"Instantie {OTHER_OIN}\"");
    let service = format!("service {OTHER_UUID} \"Dienst\" of \"Instantie {OTHER_OIN}\": EH2");
    assert_eq!(between(&one, &two), [format!("+ {provider}"), format!("+ {service}")]);
    assert_eq!(between(&two, &one), [format!("- {provider}"), format!("- {service}")]);
}
