//! The service catalogue: what is accepted, what is refused, and what the search finds.

use eherkenning_wizard::domain::catalogue::{Catalogue, CatalogueFile, Hit, SearchIndex};
use eherkenning_wizard::domain::offer::OfferTerms;
use eherkenning_wizard::domain::scheme::{Lang, Level, StatedLevel};

const SHIPPED: &str = include_str!("../../public/catalogue.json");
const TAX: &str = "00000099000000000001";
const TAX_ID: &str = "11111111-1111-4111-8111-111111111111";
const OTHER_ID: &str = "22222222-2222-4222-8222-222222222222";

fn shipped() -> Catalogue {
    serde_json::from_str(SHIPPED).unwrap()
}

/// A catalogue with one provider and these services.
fn catalogue_of(services: &str) -> String {
    let provider = format!(r#"{{"oin":"{TAX}","name":{{"nl":"Belastingdienst"}},"services":[{services}]}}"#);
    catalogue_with(&provider)
}

fn catalogue_with(providers: &str) -> String {
    format!(r#"{{"format":"eherkenning-catalogue/1","date":"2026-11-23","providers":[{providers}]}}"#)
}

fn service(id: &str, level: &str) -> String {
    format!(r#"{{"id":"{id}","name":{{"nl":"Btw"}},"level":"{level}"}}"#)
}

fn read(json: &str) -> Catalogue {
    serde_json::from_str(json).unwrap()
}

fn refusal(json: &str) -> String {
    serde_json::from_str::<Catalogue>(json).unwrap_err().to_string()
}

/// The names of the search results, providers in capitals.
fn found(query: &str) -> Vec<String> {
    let catalogue = shipped();
    let hits = SearchIndex::new(&catalogue, &[], &[]).search(query, 20, false, true).hits;
    hits.into_iter().map(|hit| name(&catalogue, hit)).collect()
}

fn name(catalogue: &Catalogue, hit: Hit) -> String {
    match hit {
        Hit::Provider(place) => catalogue.provider_at(place).unwrap().name(Lang::En).to_uppercase(),
        Hit::Service(place, at) => catalogue.service_at(place, at).unwrap().service.name(Lang::Nl).to_owned(),
    }
}

#[test]
fn the_shipped_catalogue_is_read_completely() {
    let catalogue = shipped();
    assert_eq!(catalogue.dropped(), 0);
    assert!(!catalogue.is_official());
    assert_eq!(catalogue.date(), "2026-11-25");
    assert!(catalogue.source().contains("not the official"));
    let services: Vec<_> = catalogue.providers().iter().flat_map(|provider| provider.services()).collect();
    assert_eq!(services.len(), 63);
    for service in services {
        let found = catalogue.service(service.id()).unwrap();
        assert_eq!(found.service, service);
        assert!(service.source().is_some(), "{} has no source", service.name(Lang::Nl));
        for lang in Lang::ALL {
            assert!(service.name(*lang).chars().count() <= 64);
            assert!(found.provider.name(*lang).chars().count() <= 64);
        }
    }
}

#[test]
fn the_shipped_catalogue_has_the_tax_services() {
    let catalogue = shipped();
    let taxes: Vec<_> = catalogue.providers().iter().filter(|provider| provider.is_tax_authority()).collect();
    let [tax] = taxes.as_slice() else { panic!("one tax authority") };
    assert_eq!(tax.highest_level(), Some(Level::Eh3));
    assert!(tax.services().iter().all(|service| service.refuses_branch()));
    assert_eq!(tax.services().iter().filter(|service| service.is_usable_without_kvk()).count(), 1);
    assert_eq!(catalogue.services_of(tax.oin()), tax.services());
}

#[test]
fn a_catalogue_of_another_format_is_refused() {
    let json = catalogue_of("").replace("catalogue/1", "catalogue/2");
    assert!(refusal(&json).contains(r#"unknown format "eherkenning-catalogue/2""#));
}

#[test]
fn a_catalogue_without_a_valid_date_is_refused() {
    assert!(refusal(&catalogue_of("").replace("2026-11-23", "23-11-2026")).contains("YYYY-MM-DD"));
}

#[test]
fn a_provider_needs_a_unique_oin_and_a_name() {
    let provider = format!(r#"{{"oin":"{TAX}","name":{{"nl":"Een"}}}}"#);
    assert!(refusal(&catalogue_with(&provider.replace(TAX, "123"))).contains("is not an OIN"));
    assert!(refusal(&catalogue_with(&format!("{provider},{provider}"))).contains("duplicate provider"));
    assert!(refusal(&catalogue_with(&provider.replace("Een", " "))).contains("has no name"));
    assert_eq!(read(&catalogue_with(&provider)).provider(TAX).unwrap().highest_level(), None);
}

#[test]
fn a_second_service_with_the_same_uuid_is_dropped() {
    let services = [service(TAX_ID, "EH3"), service(TAX_ID, "EH4"), service(OTHER_ID, "EH2+")].join(",");
    let catalogue = read(&catalogue_of(&services));
    assert_eq!(catalogue.dropped(), 1);
    assert_eq!(catalogue.service(TAX_ID).unwrap().service.level(), StatedLevel::Eh3);
    assert_eq!(catalogue.service(OTHER_ID).unwrap().provider.oin(), TAX);
    assert_eq!(catalogue.services_of(TAX).len(), 2);
}

#[test]
fn only_the_unreadable_service_is_dropped() {
    let good = service(TAX_ID, "EH4");
    let faults = [
        service("not-a-uuid", "EH3"),
        service(OTHER_ID, "EH5"),
        service(OTHER_ID, "EH3").replace("Btw", ""),
        service(OTHER_ID, "EH3").replace("\"level\"", r#""branch":"perhaps","level""#),
        "{}".to_owned(),
    ];
    for fault in faults {
        let catalogue = read(&catalogue_of(&format!("{fault},{good}")));
        assert_eq!((catalogue.dropped(), catalogue.services_of(TAX).len()), (1, 1), "{fault}");
    }
}

#[test]
fn a_level_no_longer_issued_requires_the_lowest_issued_level() {
    let catalogue = read(&catalogue_of(&service(TAX_ID, "EH2")));
    assert!(catalogue.service(TAX_ID).unwrap().service.level().has_ended());
    assert!(![StatedLevel::Eh2Plus, StatedLevel::Eh3, StatedLevel::Eh4].into_iter().any(StatedLevel::has_ended));
    assert_eq!(catalogue.provider(TAX).unwrap().highest_level(), Some(Level::Eh2Plus));
}

#[test]
fn a_source_is_kept_only_when_it_is_https() {
    let json = |url: &str| service(TAX_ID, "EH3").replace("\"level\"", &format!(r#""source":"{url}","level""#));
    let source = |url| read(&catalogue_of(&json(url))).service(TAX_ID).unwrap().service.source().map(str::to_owned);
    assert_eq!(source("https://example.nl/"), Some("https://example.nl/".to_owned()));
    assert_eq!(source("javascript:alert(1)"), None);
}

#[test]
fn a_name_falls_back_to_the_other_language() {
    let catalogue = read(&catalogue_of(&service(TAX_ID, "EH3").replace("nl", "en")));
    let found = catalogue.service(TAX_ID).unwrap();
    assert_eq!((found.service.name(Lang::Nl), found.service.name(Lang::En)), ("Btw", "Btw"));
    assert_eq!(found.provider.name(Lang::En), "Belastingdienst");
}

#[test]
fn an_empty_catalogue_finds_nothing() {
    let catalogue = Catalogue::empty();
    assert!(catalogue.is_empty());
    assert_eq!(catalogue.service(TAX_ID), None);
    assert!(SearchIndex::new(&catalogue, &[], &[]).search("btw", 10, false, true).hits.is_empty());
}

#[test]
fn a_file_is_written_as_it_was_read() {
    let file: CatalogueFile = serde_json::from_str(SHIPPED).unwrap();
    assert_eq!(serde_json::to_string(&file).unwrap(), SHIPPED.replace('\n', ""));
}

#[test]
fn a_provider_with_exactly_the_words_comes_first() {
    assert_eq!(found("uwv")[0], "EMPLOYEE INSURANCE AGENCY (UWV)");
    assert_eq!(found("gemeente rotterdam")[0], "MUNICIPALITY OF ROTTERDAM");
    assert_eq!(found("gemeente rotterdam").len(), 10);
    assert_eq!(found("belasting")[0], "TAX ADMINISTRATION");
}

/// Queries that people type, in Dutch and English and with typing errors, and the service they want.
const QUERIES: &str = include_str!("queries.csv");

#[test]
fn services_that_people_search_for_are_among_the_first_three() {
    let catalogue = shipped();
    let offer: OfferTerms = serde_json::from_str(include_str!("../../public/offer.json")).unwrap();
    let index = SearchIndex::new(&catalogue, &offer.search.synonyms, &offer.search.popular);
    let mut late = Vec::new();
    let rows: Vec<(String, String, String)> =
        csv::Reader::from_reader(QUERIES.as_bytes()).deserialize().collect::<Result<_, _>>().unwrap();
    for (query, wanted, _) in &rows {
        let hits = index.search(query, 200, false, false).hits;
        let rank = hits.iter().position(|hit| name(&catalogue, *hit) == *wanted).map(|at| at + 1);
        println!("{query:40} {wanted:60} {rank:?}");
        if rank.is_none_or(|rank| rank > 3) {
            late.push((query, rank));
        }
    }
    assert_eq!(rows.len(), 60);
    assert!(late.len() <= 5, "{late:?}");
}

#[test]
fn an_alias_finds_the_provider_and_its_services() {
    let found = found("btw");
    assert_eq!(found[0], "TAX ADMINISTRATION");
    assert_eq!(found[1], "Mijn Belastingdienst Zakelijk");
    assert_eq!(found.len(), 4);
}

#[test]
fn every_word_must_match_the_service_or_its_provider() {
    assert_eq!(found("uwv werkgever")[..2], ["EMPLOYEE INSURANCE AGENCY (UWV)", "Werkgeversportaal"]);
    assert_eq!(found("rotterdam caravans"), ["Caravans en aanhangwagens (APV 5.6)"]);
}

#[test]
fn when_nothing_matches_every_word_the_best_partial_matches_are_found() {
    assert_eq!(found("rotterdam dividendbelasting caravans")[0], "Caravans en aanhangwagens (APV 5.6)");
    let names = ["EMPLOYEE INSURANCE AGENCY (UWV)", "NETHERLANDS ENTERPRISE AGENCY (RVO)"];
    assert!(names.iter().all(|name| found("subsidie uwv")[..3].iter().any(|found| found == name)));
    assert!(found("xyzzyplugh qwertasdf").is_empty());
}

#[test]
fn compound_words_find_their_parts() {
    assert_eq!(found("belastingaangifte")[0], "TAX ADMINISTRATION");
}

#[test]
fn synonyms_of_the_offer_find_their_meaning() {
    let catalogue = shipped();
    let group = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let synonyms = vec![group(&["Rotterdam", "Maasstad", "Havenstad aan de Maas"]), group(&["-", "niets"])];
    let index = SearchIndex::new(&catalogue, &synonyms, &[]);
    let first = |query| index.search(query, 1, false, true).hits.first().map(|hit| name(&catalogue, *hit));
    assert_eq!(first("maasstad").as_deref(), Some("MUNICIPALITY OF ROTTERDAM"));
    assert_eq!(first("havenstad maas").as_deref(), Some("MUNICIPALITY OF ROTTERDAM"));
    assert_eq!(first("maastad").as_deref(), Some("MUNICIPALITY OF ROTTERDAM"));
    assert_eq!(first("niets"), None);
}

#[test]
fn popular_entries_come_first_among_equal_matches() {
    let catalogue = shipped();
    let uwv = catalogue.providers().last().unwrap();
    let (oin, id) = (uwv.oin().to_owned(), shipped().providers()[4].services()[0].id().to_owned());
    let index = SearchIndex::new(&catalogue, &[], &[oin, id, "gone".to_owned()]);
    let place = catalogue.providers().len() - 1;
    let first = [Hit::Service(4, 0), Hit::Provider(place), Hit::Service(place, 0)];
    assert_eq!(index.search("", 3, false, true).hits, first);
    assert_eq!(
        index.search("belastingdienst", 1, false, true).hits,
        SearchIndex::new(&catalogue, &[], &[]).search("belastingdienst", 1, false, true).hits
    );
}

#[test]
fn what_most_applicants_look_for_comes_first() {
    let catalogue = shipped();
    let offer: OfferTerms = serde_json::from_str(include_str!("../../public/offer.json")).unwrap();
    let index = SearchIndex::new(&catalogue, &offer.search.synonyms, &offer.search.popular);
    let names = |query, limit, without_kvk| {
        let hits = index.search(query, limit, without_kvk, false).hits;
        hits.into_iter().map(|hit| name(&catalogue, hit)).collect::<Vec<_>>()
    };
    let without = "Btw, vennootschapsbelasting, loonheffingen en meer (zonder KvK)";
    for (query, with_kvk, without_kvk) in [
        ("", "Mijn Belastingdienst Zakelijk", Some(without)),
        ("btw aangifte", "Mijn Belastingdienst Zakelijk", Some(without)),
        ("belasting", "Mijn Belastingdienst Zakelijk", Some(without)),
        ("uwv", "Werkgeversportaal", None),
        ("ziekmelding", "Werkgeversportaal", None),
        ("rvo", "mijn.rvo.nl (voormalig DR-loket)", None),
    ] {
        assert_eq!(names(query, 1, false), [with_kvk], "{query}");
        assert_eq!(names(query, 8, true), Vec::from_iter(without_kvk), "{query}");
        assert!(!names(query, 100, false).iter().any(|name| name == without), "{query}");
    }
    // Then what else its provider has, low levels first.
    assert_eq!(names("uwv", 3, false), ["Werkgeversportaal", "STAP Opleidersportaal", "Portaal Mijn Gegevensdiensten"]);
}

#[test]
fn the_service_that_alone_raises_the_level_of_its_provider_is_known() {
    let strictest = |levels: &[&str]| {
        let id = |at: usize| TAX_ID.replace('1', &(at + 1).to_string());
        let services: Vec<String> = levels.iter().enumerate().map(|(at, level)| service(&id(at), level)).collect();
        let catalogue = read(&catalogue_of(&services.join(",")));
        let found = catalogue.provider(TAX).unwrap().strictest();
        found.map(|(service, others)| (service.level().code(), others.code()))
    };
    for (levels, found) in [
        (&["EH4", "EH3", "EH2+"][..], Some(("EH4", "EH3"))),
        (&["EH2+", "EH2+", "EH3"], Some(("EH3", "EH2+"))),
        (&["EH4", "EH4", "EH3"], None),
        (&["EH3", "EH3"], None),
        (&["EH4"], None),
        (&[], None),
    ] {
        assert_eq!(strictest(levels), found, "{levels:?}");
    }
    let catalogue = shipped();
    let (service, others) = catalogue.providers().last().unwrap().strictest().unwrap();
    assert_eq!((service.name(Lang::Nl), others), ("Portaal Mijn Gegevensdiensten", Level::Eh3));
}

#[test]
fn of_equal_matches_the_lowest_level_comes_first() {
    let services = found("uwv");
    let at = |name: &str| services.iter().position(|found| found == name).unwrap();
    assert!(at("Werkgeversportaal") < at("Portaal Mijn Gegevensdiensten"));
    assert_eq!(found("ziekmelding"), ["Werkgeversportaal"]);
}

#[test]
fn all_matches_are_counted() {
    let catalogue = shipped();
    let found = SearchIndex::new(&catalogue, &[], &[]).search("gemeente rotterdam", 3, false, true);
    assert_eq!((found.hits.len(), found.total), (3, 10));
}

#[test]
fn a_file_with_a_wrong_checksum_is_refused() {
    let mut file: CatalogueFile = serde_json::from_str(SHIPPED).unwrap();
    file.checksum = Some(file.sum());
    let json = serde_json::to_string(&file).unwrap();
    assert_eq!(read(&json).providers().len(), shipped().providers().len());
    let (tax, level) = (file.providers[0].services[0].id.clone(), "\"level\":\"EH2+\"");
    assert!(json.contains(&tax) && json.contains(level));
    assert!(refusal(&json.replacen(level, "\"level\":\"EH4\"", 1)).contains("catalogue: checksum"));
    assert!(refusal(&json.replacen("Berichtenbox", "Postbus", 1)).contains("catalogue: checksum"));
}

#[test]
fn the_checksum_is_computed_as_documented() {
    let file: CatalogueFile = serde_json::from_str(&catalogue_of(&service(TAX_ID, "EH3"))).unwrap();
    let text = format!("{TAX}\n{TAX_ID}\nBtw\n\nEH3\n");
    let sum = text.bytes().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    assert_eq!(file.sum(), sum);
}

#[test]
fn a_service_of_two_providers_is_one_service() {
    const OTHER: &str = "00000099000000000002";
    let provider = |oin: &str, level: &str| {
        format!(r#"{{"oin":"{oin}","name":{{"nl":"Een"}},"services":[{}]}}"#, service(TAX_ID, level))
    };
    let catalogue = read(&catalogue_with(&[provider(TAX, "EH3"), provider(OTHER, "EH3")].join(",")));
    assert_eq!((catalogue.dropped(), catalogue.services_of(OTHER).len()), (0, 1));
    assert_eq!(catalogue.service(TAX_ID).unwrap().provider.oin(), TAX);
    assert_eq!(catalogue.provider(OTHER).unwrap().highest_level(), Some(Level::Eh3));
    let other_level = read(&catalogue_with(&[provider(TAX, "EH3"), provider(OTHER, "EH4")].join(",")));
    assert_eq!((other_level.dropped(), other_level.services_of(OTHER).len()), (1, 0));
}

#[test]
fn typing_errors_are_forgiven() {
    assert_eq!(found("belastng")[0], "TAX ADMINISTRATION");
    assert_eq!(found("roterdam")[0], "MUNICIPALITY OF ROTTERDAM");
    assert_eq!(found("rotetrdam horeca"), ["Horecabeheerders en leidinggevenden aan- of afmelden"]);
    assert_eq!(found("dividentbelastin"), ["Dividendbelasting"]);
    assert!(found("xyzzyplugh").is_empty());
}

#[test]
fn a_typing_error_that_is_another_word_is_forgiven_too() {
    let services =
        [service(TAX_ID, "EH3").replace("Btw", "Bouw kade"), service(OTHER_ID, "EH3").replace("Btw", "Bouf steiger")];
    let catalogue = read(&catalogue_of(&services.join(",")));
    assert_eq!(
        SearchIndex::new(&catalogue, &[], &[]).search("bouw steiger", 9, false, true).hits,
        [Hit::Service(0, 1)]
    );
}

#[test]
fn english_words_and_accents_are_found() {
    assert_eq!(found("tax administration")[0], "TAX ADMINISTRATION");
    assert_eq!(found("dividend tax"), ["Dividendbelasting"]);
    assert_eq!(found("DÌVÍDEND TÄX"), ["Dividendbelasting"]);
    assert_eq!(found("enquete")[0], "STATISTICS NETHERLANDS (CBS)");
}

#[test]
fn hyphens_are_optional() {
    assert_eq!(found("eloket media"), ["E-loket"]);
    assert_eq!(found("e-loket media"), ["E-loket"]);
}

#[test]
fn the_search_can_be_limited_to_services_without_kvk_number() {
    let catalogue = shipped();
    let index = SearchIndex::new(&catalogue, &[], &[]);
    for query in ["", "belastingdienst"] {
        let hits = index.search(query, 20, true, false).hits;
        let [Hit::Service(place, at)] = hits.as_slice() else { panic!("one service: {hits:?}") };
        assert!(catalogue.service_at(*place, *at).unwrap().service.is_usable_without_kvk());
    }
    assert!(index.search("uwv", 20, true, true).hits.is_empty());
}

#[test]
fn a_service_that_refuses_the_register_is_shown_only_to_organisations_without_kvk_number() {
    for query in ["btw", "belastingdienst", ""] {
        assert!(found(query).iter().all(|name| !name.contains("zonder KvK")), "{query}");
    }
}

#[test]
fn an_empty_query_returns_the_catalogue_in_order() {
    let catalogue = shipped();
    let index = SearchIndex::new(&catalogue, &[], &[]);
    assert_eq!(index.search("", 3, false, true).hits, [Hit::Provider(0), Hit::Service(0, 0), Hit::Provider(1)]);
    assert_eq!(index.search(" - ", 2, false, false).hits, [Hit::Service(0, 0), Hit::Service(1, 0)]);
    assert_eq!(index.search("btw", 0, false, true).hits, []);
    assert_eq!(index.search("", 1000, false, true).total, 106);
}
