//! What changed since the last import.

use eherkenning_wizard::import::changes;

use crate::document::{OIN, OTHER_OIN, OTHER_UUID, UUID, catalogue, definition, one, provider, read};

fn between(old: &str, new: &str) -> Vec<String> {
    changes(&read(old).unwrap().file, &read(new).unwrap().file).iter().map(ToString::to_string).collect()
}

#[test]
fn nothing_changed_is_nothing_said() {
    assert_eq!(between(&one(UUID, UUID), &one(UUID, UUID)), Vec::<String>::new());
}

#[test]
fn each_field_that_changed_is_named_with_what_it_was_and_is() {
    let service = format!("~ service {UUID} \"Dienst\" of \"Instantie {OIN}\": ");
    assert_eq!(between(&one(UUID, UUID), &one("loa3", "loa4")), [format!("{service}level \"EH3\" -> \"EH4\"")]);
    assert_eq!(
        between(&one(UUID, UUID), &one(">Dienst<", ">Btw<")),
        [format!("~ service {UUID} \"Btw\" of \"Instantie {OIN}\": name.nl \"Dienst\" -> \"Btw\"")]
    );
    assert_eq!(
        between(&one(UUID, UUID), &one("KvKnr", "RSIN")),
        [format!("{service}without_kvk \"false\" -> \"true\"")]
    );
    assert_eq!(
        between(&one(UUID, UUID), &one("Instantie 0", "Dienst 0")),
        [format!("~ provider {OIN} \"Dienst {OIN}\": name.nl \"Instantie {OIN}\" -> \"Dienst {OIN}\"")]
    );
}

#[test]
fn providers_and_services_that_came_and_went_are_named() {
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
