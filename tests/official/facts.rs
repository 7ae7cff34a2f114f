//! What follows from a definition, and how definitions and instances are joined.

use crate::document::{
    OIN, OTHER_OIN, OTHER_UUID, UUID, catalogue, definition, instance, one, only, provider, providers, read, skips,
};
use eherkenning_wizard::domain::scheme::Date;
use eherkenning_wizard::import::{ImportTerms, import};

const KVK: &str = r#"<esc:EntityConcernedTypesAllowed setNumber="1">urn:etoegang:1.9:EntityConcernedID:KvKnr</esc:EntityConcernedTypesAllowed>"#;

/// A document whose service accepts these identifiers, each with its set number.
fn identities(types: &[(&str, &str)]) -> String {
    let element = |(set, kind): &(&str, &str)| {
        let set = if set.is_empty() { String::new() } else { format!(r#" setNumber="{set}""#) };
        format!(
            "<esc:EntityConcernedTypesAllowed{set}>urn:etoegang:1.9:EntityConcernedID:{kind}</esc:EntityConcernedTypesAllowed>"
        )
    };
    one(KVK, &types.iter().map(element).collect::<String>())
}

#[test]
fn a_set_of_the_rsin_alone_is_usable_without_kvk_number() {
    let without = |types: &[(&str, &str)]| only(&identities(types)).without_kvk;
    assert!(without(&[("1", "RSIN"), ("1", "KvKnr"), ("2", "RSIN")]));
    assert!(without(&[("", "RSIN")]));
    assert!(!without(&[("1", "RSIN"), ("1", "KvKnr"), ("2", "KvKnr")]));
    // Without set numbers it is unknown whether one of the two is enough.
    assert!(!without(&[("", "RSIN"), ("", "KvKnr")]));
    assert!(!without(&[("1", "KvKnr")]));
}

#[test]
fn without_any_set_with_the_kvk_number_a_service_refuses_the_register() {
    let refuses = |types: &[(&str, &str)]| only(&identities(types)).refuses_kvk;
    assert!(refuses(&[("", "RSIN")]));
    assert!(refuses(&[("1", "RSIN"), ("2", "RSIN"), ("2", "eIDASLegalIdentifier")]));
    assert!(!refuses(&[("1", "RSIN"), ("2", "KvKnr")]));
    assert!(!refuses(&[("1", "KvKnr")]));
}

#[test]
fn a_set_with_the_bsn_means_identification_by_bsn() {
    let by_bsn = |types: &[(&str, &str)]| only(&identities(types)).identifies_by_bsn;
    assert!(by_bsn(&[("1", "KvKnr"), ("2", "KvKnr"), ("2", "BSN")]));
    assert!(!by_bsn(&[("1", "KvKnr"), ("2", "RSIN")]));
    assert!(!by_bsn(&[("1", "KvKnr"), ("1", "PseudoID")]));
}

#[test]
fn a_service_only_for_foreign_identities_is_left_out() {
    let eidas = identities(&[("1", "eIDASLegalIdentifier"), ("2", "PseudoID")]);
    assert_eq!(skips(&eidas), [(4, "provider", "no_service"), (6, "definition", "only_eidas")]);
    assert!(!only(&identities(&[("1", "eIDASLegalIdentifier"), ("2", "KvKnr")])).without_kvk);
}

#[test]
fn a_branch_is_allowed_only_where_the_scheme_says_so() {
    let restriction = |kind: &str| {
        let allowed = format!(
            "{KVK}<esc:ServiceRestrictionsAllowed>urn:etoegang:1.9:ServiceRestriction:{kind}</esc:ServiceRestrictionsAllowed>"
        );
        only(&one(KVK, &allowed)).branch.unwrap()
    };
    assert_eq!(restriction("Vestigingsnr"), "allowed");
    assert_eq!(restriction("SubdossierNr"), "refused");
    assert_eq!(only(&one("loa3", "loa3")).branch.unwrap(), "refused");
}

#[test]
fn levels_no_longer_issued_are_imported_and_counted() {
    for (urn, level) in [("loa1", "EH1"), ("loa2", "EH2"), ("loa2plus", "EH2+"), ("loa3", "EH3"), ("loa4", "EH4")] {
        let xml = one("loa3", urn);
        assert_eq!(only(&xml).level, level);
        assert_eq!(read(&xml).unwrap().report.ended, usize::from(["EH1", "EH2"].contains(&level)));
    }
}

#[test]
fn names_are_dutch_or_english_or_else_the_first() {
    let named = |names: &[(&str, &str)]| {
        let element =
            |(lang, name): &(&str, &str)| format!(r#"<esc:ServiceName xml:lang="{lang}">{name}</esc:ServiceName>"#);
        let names: String = names.iter().map(element).collect();
        let service = only(&one(r#"<esc:ServiceName xml:lang="nl">Dienst</esc:ServiceName>"#, &names));
        (service.name.nl, service.name.en, service.aliases)
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        named(&[("de", "Dienst"), ("en", "Tax"), ("nl", "Btw")]),
        (some("Btw"), some("Tax"), vec!["Dienst".to_owned()])
    );
    assert_eq!(named(&[("en-GB", "Tax"), ("fr", "Taxe")]), (None, some("Tax"), vec!["Taxe".to_owned()]));
    assert_eq!(named(&[("fr", "Taxe"), ("de", "Steuer")]), (some("Taxe"), None, vec!["Steuer".to_owned()]));
    assert_eq!(named(&[("nl", "  Btw \n aangifte ")]).0, some("Btw aangifte"));
    assert_eq!(named(&[("nl", "Zorg &amp; <![CDATA[welzijn]]> &#233;&#xe9;n")]).0, some("Zorg & welzijn één"));
}

#[test]
fn a_service_gets_the_service_id_of_its_instance_if_it_has_one() {
    let services = [definition(UUID, "loa3"), definition(OTHER_UUID, "loa4"), instance(OIN, 7, UUID)].join("\n");
    let providers = providers(&catalogue(&provider(OIN, &services)));
    let ids: Vec<_> = providers[0].services.iter().map(|service| service.service_id.as_deref()).collect();
    assert_eq!(ids, [Some("urn:etoegang:DV:00000099000000000001:services:7"), None]);
}

#[test]
fn a_service_without_a_public_instance_is_left_out() {
    let hidden = instance(OIN, 1, UUID).replace(r#"IsPublic="true""#, r#"IsPublic="false""#);
    let services = [definition(UUID, "loa3"), definition(OTHER_UUID, "loa3"), hidden].join("\n");
    let xml = catalogue(&provider(OIN, &services));
    assert_eq!(only(&xml).id, OTHER_UUID);
    assert_eq!(skips(&xml), [(6, "definition", "not_public"), (16, "instance", "not_public")]);
    assert!(read(&xml).unwrap().report.is_clean());
}

#[test]
fn providers_share_a_service_by_its_uuid_or_by_an_instance_of_it() {
    let first = provider(OIN, &[definition(UUID, "loa3"), instance(OIN, 1, UUID)].join("\n"));
    for second in [definition(UUID, "loa3"), instance(OTHER_OIN, 1, UUID)] {
        // The order in the file does not matter.
        for order in [[first.clone(), provider(OTHER_OIN, &second)], [provider(OTHER_OIN, &second), first.clone()]] {
            let xml = catalogue(&order.join("\n"));
            let providers = providers(&xml);
            let shared: Vec<_> = providers.iter().map(|provider| provider.services[0].id.as_str()).collect();
            assert_eq!(shared, [UUID, UUID]);
            assert_eq!((skips(&xml), read(&xml).unwrap().report.shared), (Vec::new(), 1));
        }
    }
}

#[test]
fn providers_are_sorted_by_name() {
    let named = |oin, name| provider(oin, &definition(UUID, "loa3")).replace(&format!("Instantie {oin}"), name);
    let xml = catalogue(&[named(OIN, "Übermaat"), named(OTHER_OIN, "Amsterdam")].join("\n"));
    assert_eq!(providers(&xml).iter().map(|provider| provider.oin.as_str()).collect::<Vec<_>>(), [OTHER_OIN, OIN]);
}

#[test]
fn the_import_terms_fill_in_what_the_file_does_not_say() {
    let date = Date::parse_iso("2026-11-25").unwrap();
    let terms = ImportTerms {
        source: Some("By mail".to_owned()),
        date: Some(date),
        licence: "Own use".to_owned(),
        tax_authorities: Vec::new(),
    };
    let xml = one(r#"esc:IssueInstant="2026-01-15T06:00:00Z""#, "");
    let file = import(xml.as_bytes(), &terms).unwrap().file;
    assert_eq!([file.source, file.date, file.licence], ["By mail", "2026-11-25", "Own use"]);
    assert!(file.official);
}

#[test]
fn a_file_of_the_test_environment_is_not_official() {
    let version = |version| read(&one("urn:etoegang:1.13:53", version)).unwrap().file.official;
    assert!(!version("urn:etoegang:1.13:service-catalogue:T:1"));
    assert!(version("urn:etoegang:1.13:service-catalogue:P:1"));
    assert!(version("urn:etoegang:1.10:53"));
}
