//! Faults in one part of the file: that part is skipped and reported with its line, the rest is imported.

use crate::document::{
    OIN, OTHER_OIN, OTHER_UUID, UUID, catalogue, definition, instance, one, only, provider, providers, read, skips,
};

/// Imports a faulty definition next to a good one, which must be imported; returns what was skipped.
fn beside_a_good_one(faulty: &str) -> Vec<(usize, &'static str, &'static str)> {
    let xml = catalogue(&provider(OIN, &format!("{faulty}\n{}", definition(OTHER_UUID, "loa3"))));
    assert_eq!(only(&xml).id, OTHER_UUID);
    assert!(!read(&xml).unwrap().report.is_clean());
    skips(&xml)
}

#[test]
fn a_faulty_definition_is_skipped_with_its_line() {
    let good = definition(UUID, "loa3");
    let faults = [
        (
            "<saml2:AuthnContextClassRef>urn:etoegang:core:assurance-class:loa3</saml2:AuthnContextClassRef>",
            "",
            "no_level",
        ),
        ("loa3", "loa5", "level_urn"),
        ("urn:etoegang:core:assurance-class:loa3", "EH3", "level_urn"),
        (UUID, "1234", "uuid"),
        (UUID, "", "uuid"),
        (r#" esc:IsPublic="true""#, "", "public_unknown"),
        (r#"esc:IsPublic="true""#, r#"esc:IsPublic="maybe""#, "public_unknown"),
        (r#"<esc:ServiceName xml:lang="nl">Dienst</esc:ServiceName>"#, "", "no_name"),
    ];
    for (from, to, code) in faults {
        assert!(good.contains(from), "{from}");
        assert_eq!(beside_a_good_one(&good.replace(from, to)), [(6, "definition", code)], "{to}");
    }
}

#[test]
fn a_level_in_another_namespace_is_not_a_level() {
    let faulty = definition(UUID, "loa3").replace("saml2:", "esc:");
    assert_eq!(beside_a_good_one(&faulty), [(6, "definition", "no_level"), (8, "element", "unknown_element")]);
}

#[test]
fn a_name_with_markup_is_never_imported() {
    for markup in ["&lt;b&gt;Btw&lt;/b&gt;", "<![CDATA[<img src=x onerror=alert(1)>]]>", "<b>Btw</b>", "a &#60; b"] {
        let faulty = definition(UUID, "loa3").replace(">Dienst<", &format!(">{markup}<"));
        assert_eq!(beside_a_good_one(&faulty), [(6, "definition", "no_name"), (7, "name", "name_markup")], "{markup}");
    }
    // The name in the other language is imported.
    let both = r#"Btw &lt;i&gt;</esc:ServiceName><esc:ServiceName xml:lang="en">VAT"#;
    let xml = one(">Dienst<", &format!(">{both}<"));
    assert_eq!((only(&xml).name.nl, only(&xml).name.en), (None, Some("VAT".to_owned())));
    assert_eq!(skips(&xml), [(7, "name", "name_markup")]);
}

#[test]
fn names_that_cannot_be_shown_are_skipped() {
    let named = |name: &str| skips(&one("Instantie 00000099000000000001", name));
    assert_eq!(named(&"a".repeat(257))[1], (5, "name", "name_length"));
    assert_eq!(named("a&#7;b")[1], (5, "name", "name_characters"));
    assert_eq!(named("  ")[1], (5, "name", "no_name"));
    assert_eq!(named(&"a".repeat(256)), []);
}

#[test]
fn duplicates_are_skipped() {
    assert_eq!(duplicated(definition(UUID, "loa3")), [(11, "definition", "uuid_twice")]);
    let first = provider(OIN, &definition(UUID, "loa3"));
    let other_level = catalogue(&format!("{first}\n{}", provider(OTHER_OIN, &definition(UUID, "loa4"))));
    assert_eq!(skips(&other_level), [(12, "provider", "no_service"), (14, "definition", "other_level")]);
    let same_provider = catalogue(&format!("{first}\n{}", provider(OIN, &definition(OTHER_UUID, "loa4"))));
    assert_eq!(skips(&same_provider), [(12, "provider", "oin_twice")]);
    let instances = [definition(UUID, "loa3"), instance(OIN, 1, UUID), instance(OIN, 1, UUID)].join("\n");
    assert_eq!(skips(&catalogue(&provider(OIN, &instances))), [(14, "instance", "service_id_twice")]);
}

fn duplicated(definition: String) -> Vec<(usize, &'static str, &'static str)> {
    let xml = catalogue(&provider(OIN, &format!("{definition}\n{definition}")));
    assert_eq!(only(&xml).id, UUID);
    skips(&xml)
}

#[test]
fn an_instance_without_its_definition_is_skipped() {
    let with =
        |instance: &str| skips(&catalogue(&provider(OIN, &format!("{}\n{instance}", definition(OTHER_UUID, "loa3")))));
    let good = instance(OIN, 1, UUID);
    assert_eq!(with(&good), [(11, "instance", "no_definition")]);
    let none = good.replace(&format!("<esc:InstanceOfService>{UUID}</esc:InstanceOfService>"), "");
    assert_eq!(with(&none), [(11, "instance", "no_definition")]);
    let lost = format!("{}\n{good}", definition(UUID, "loa9"));
    assert_eq!(with(&lost), [(11, "definition", "level_urn"), (16, "instance", "definition_skipped")]);
    let number = instance(OIN, 1, OTHER_UUID).replace(":services:", ":dienst:");
    assert_eq!(with(&number), [(11, "instance", "service_id")]);
}

#[test]
fn a_faulty_provider_is_skipped_with_all_its_services() {
    let good = provider(OTHER_OIN, &definition(OTHER_UUID, "loa3"));
    let faults = [
        (OIN, "123", "oin"),
        (r#"<esc:ServiceProvider esc:IsPublic="true">"#, "<esc:ServiceProvider>", "public_unknown"),
        (r#"<esc:ServiceProvider esc:IsPublic="true">"#, r#"<esc:ServiceProvider esc:IsPublic="false">"#, "not_public"),
    ];
    for (from, to, code) in faults {
        let faulty = provider(OIN, &definition(UUID, "loa3")).replacen(from, to, 1);
        let xml = catalogue(&format!("{faulty}\n{good}"));
        assert_eq!(providers(&xml).len(), 1);
        assert_eq!(skips(&xml), [(4, "provider", code)]);
    }
}

#[test]
fn unknown_elements_and_values_are_reported() {
    let element = |xml: &str| skips(&one("</esc:ServiceDefinition>", &format!("{xml}</esc:ServiceDefinition>")));
    assert_eq!(element("<esc:Colour>red</esc:Colour>"), [(10, "element", "unknown_element")]);
    assert_eq!(element(r#"<x:ServiceDescription xmlns:x="urn:x"/>"#), [(10, "element", "unknown_element")]);
    let value =
        "<esc:EntityConcernedTypesAllowed>urn:etoegang:9.9:EntityConcernedID:Fax</esc:EntityConcernedTypesAllowed>";
    assert_eq!(element(value), [(10, "element", "unknown_value")]);
    let outside = catalogue(&format!("<esc:News/>\n{}", provider(OIN, &definition(UUID, "loa3"))));
    assert_eq!(skips(&outside), [(4, "element", "unknown_element")]);
    let between = catalogue(&provider(OIN, &format!("<esc:Fax/>{}", definition(UUID, "loa3"))));
    assert_eq!(skips(&between), [(6, "element", "unknown_element")]);
}

#[test]
fn every_skip_is_counted_even_beyond_the_limit_of_the_list() {
    let many: String = (0..10_050).map(|_| definition("", "loa3")).collect();
    let xml = catalogue(&provider(OIN, &format!("{}{many}", definition(UUID, "loa3"))));
    let report = read(&xml).unwrap().report;
    assert_eq!((report.definitions, report.imported_services), (10_051, 1));
    assert_eq!((report.skips.len(), report.more_skips, report.skipped(), report.faults), (10_000, 50, 10_050, 10_050));
    assert!(report.to_string().contains("and 50 more"));
}

#[test]
fn the_report_shows_no_control_characters() {
    let xml = one(UUID, "&#27;[31mred");
    assert!(!read(&xml).unwrap().report.to_string().contains('\u{1b}'));
}
