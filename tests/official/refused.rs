//! Files that are refused as a whole, with the line of the error.

use eherkenning_wizard::import::{ImportTerms, import};

use crate::document::{OIN, UUID, catalogue, definition, one, provider, read};

fn refusal(xml: impl AsRef<[u8]>) -> (usize, &'static str) {
    let error = import(xml.as_ref(), &ImportTerms::default()).unwrap_err();
    assert!(error.to_string().starts_with(&format!("line {}: ", error.line)));
    (error.line, error.fault.code())
}

#[test]
fn text_that_is_not_xml_is_refused() {
    assert_eq!(refusal(""), (1, "syntax"));
    assert_eq!(refusal("{\"format\": 1}"), (1, "syntax"));
    assert_eq!(refusal(one("</esc:ServiceProvider>", "")), (12, "syntax"));
    assert_eq!(refusal(one("</esc:ServiceCatalogue>", "")), (12, "syntax"));
    assert_eq!(refusal(one("</esc:ServiceDefinition>", "</esc:ServiceInstance>")), (10, "syntax"));
    assert_eq!(refusal(one(">Dienst<", ">Zorg & welzijn<")), (7, "syntax"));
    assert_eq!(refusal(one(r#" esc:IsPublic="true""#, r#" a="1" a="2""#)), (4, "syntax"));
    assert_eq!(refusal(one("</esc:ServiceCatalogue>", "</esc:ServiceCatalogue><more/>")), (12, "syntax"));
    let whole = one(UUID, UUID);
    for end in [100, 300, 500, whole.len() - 5] {
        assert_eq!(refusal(&whole[..end]).1, "syntax", "cut at {end}");
    }
}

#[test]
fn other_encodings_are_refused() {
    assert_eq!(refusal(b"\xff\xfe<\0a\0").1, "encoding");
    let latin = one(">Dienst<", ">Caf\u{e9}<");
    let latin: Vec<u8> = latin.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    assert_eq!(refusal(latin), (7, "encoding"));
    let declared = format!("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n{}", one(UUID, UUID));
    assert_eq!(refusal(declared), (1, "encoding"));
    let marked = format!("\u{feff}{}", one(UUID, UUID));
    assert_eq!(read(&marked).unwrap().report.imported_services, 1);
}

#[test]
fn document_types_and_entities_are_refused() {
    let laughs = r#"<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>"#;
    assert_eq!(refusal(format!("<?xml version=\"1.0\"?>\n{laughs}\n{}", one(UUID, UUID))), (2, "document_type"));
    let outside = r#"<!DOCTYPE a SYSTEM "file:///etc/passwd">"#;
    assert_eq!(refusal(format!("{outside}{}", one(UUID, UUID))), (1, "document_type"));
    assert_eq!(refusal(one(">Dienst<", ">&naam;<")), (7, "entity"));
    assert_eq!(refusal(one(r#"xml:lang="nl">Dienst"#, r#"xml:lang="&naam;">Dienst"#)), (7, "syntax"));
}

#[test]
fn other_kinds_of_documents_are_refused() {
    assert_eq!(refusal("\n<html/>"), (2, "root"));
    assert_eq!(refusal("<ServiceCatalogue/>"), (1, "namespace"));
    for namespace in ["urn:etoegang:2.0:service-catalog", "urn:etoegang:1.13:metadata", "http://example.org/"] {
        let error = read(&one("urn:etoegang:1.13:service-catalog", namespace)).unwrap_err();
        assert!(error.to_string().contains(namespace), "{error}");
        assert_eq!((error.line, error.fault.code()), (1, "namespace"));
    }
    assert_eq!(refusal(catalogue("")), (1, "empty"));
}

#[test]
fn the_moment_of_issue_is_required() {
    for moment in ["", "yesterday", "2026-13-01T00:00:00Z"] {
        assert_eq!(refusal(one("2026-01-15T06:00:00Z", moment)), (1, "issue_instant"));
    }
}

#[test]
fn a_definition_outside_a_provider_is_not_imported() {
    let xml = catalogue(&format!("{}\n{}", definition(UUID, "loa3"), provider(OIN, "")));
    assert_eq!(read(&xml).unwrap().file.providers, []);
}
