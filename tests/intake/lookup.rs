//! `GET /lookup/<KvK number>`: a file with registrations, and what every source has in common.

use std::fs;

use eherkenning_wizard::domain::lookup::Registration;
use eherkenning_wizard::domain::scheme::{BranchNumber, HouseNumber, LegalForm, PostalCode};
use serde_json::{Value, json};

use crate::server::{Folder, Reply, Server};

/// Looks an organisation up.
pub fn look_up(server: &Server, number: &str) -> Reply {
    server.get(&format!("/lookup/{number}"), &[])
}

fn with_tests() -> Server {
    Server::start_with(&Folder::new(), &["--lookup", "--lookup-limit", "1000", "--lookup-limit-all", "1000"])
}

/// A list with one registration that is changed.
fn list(spoil: impl FnOnce(&mut Value)) -> Folder {
    let folder = Folder::new();
    let mut one = json!({
        "format": "eherkenning-registration/1",
        "organisation": {
            "identifier": { "kind": "kvk", "number": "12345678" },
            "name": "Bakkerij",
            "legal_form": "foundation",
            "address": { "street": "Markt", "house_number": "1", "postal_code": "9712 HM", "city": "Groningen" },
        },
    });
    spoil(&mut one);
    folder.write("list.json", json!([one]).to_string());
    folder
}

fn path(folder: &Folder) -> String {
    folder.0.join("list.json").to_str().unwrap().to_owned()
}

#[test]
fn a_registered_organisation_is_answered_as_a_registration() {
    let store = Folder::new();
    let server = Server::start_with(&store, &["--lookup"]);
    let reply = look_up(&server, "68750110");
    assert_eq!((reply.status, reply.header("content-type")), (200, Some("application/json")));
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    let expected = json!({
        "format": "eherkenning-registration/1",
        "organisation": {
            "identifier": { "kind": "kvk", "number": "68750110" },
            "restricted_to_branch": null,
            "branch_number": null,
            "name": "Test BV Donald",
            "legal_form": "private_limited_company",
            "address": {
                "street": "Hizzaarderlaan", "house_number": "3A", "postal_code": "8823 SJ", "city": "Lollum", "country": "NL",
            },
        },
        "address_shielded": false,
        "branches": [
            { "branch_number": "000037178598", "name": "Test BV Donald" },
            { "branch_number": "000037178601", "name": "Test BV Donald Nevenvestiging" },
        ],
        "ended_on": null,
    });
    assert_eq!(reply.json(), expected);
    assert!(store.is_empty(), "nothing of a look-up is stored");
}

#[test]
fn the_test_organisations_have_the_numbers_of_the_kvk_and_tidy_answers() {
    let server = with_tests();
    for (number, form, branches) in [
        ("69599084", LegalForm::SoleProprietorship, 2),
        ("68727720", LegalForm::PublicLimitedCompany, 1),
        ("68750110", LegalForm::PrivateLimitedCompany, 2),
        ("90001354", LegalForm::PrivateLimitedCompany, 1),
        ("69599068", LegalForm::Foundation, 0),
        ("69599076", LegalForm::GeneralPartnership, 2),
        ("96354429", LegalForm::Cooperative, 0),
        ("90002520", LegalForm::ReligiousOrganisation, 0),
        ("90000749", LegalForm::Association, 0),
        ("90001745", LegalForm::ProfessionalPartnership, 1),
        ("90003942", LegalForm::LimitedPartnership, 4),
    ] {
        let reply = look_up(&server, number);
        assert_eq!(reply.status, 200, "{number}");
        let found: Registration = serde_json::from_slice(&reply.body).unwrap();
        let organisation = &found.organisation;
        assert_eq!((organisation.identifier.number.as_str(), organisation.legal_form), (number, Some(form)));
        let found_branches = found.branches.unwrap();
        assert_eq!(found_branches.len(), branches, "{number}");
        assert!(found_branches.iter().all(|branch| BranchNumber::parse(&branch.branch_number).is_ok()), "{number}");
        assert_eq!(found.address_shielded, number == "90001354");
        assert_eq!(found.ended_on.as_deref(), (number == "96354429").then_some("2024-01-31"));
        let address = &organisation.address;
        assert_eq!(address.is_empty(), found.address_shielded, "{number}");
        if !address.is_empty() {
            assert_eq!(HouseNumber::parse(&address.house_number).unwrap().as_str(), address.house_number);
            assert_eq!(PostalCode::parse(&address.postal_code).unwrap().as_str(), address.postal_code);
        }
    }
}

#[test]
fn organisations_of_a_file_replace_the_test_organisations() {
    let folder = list(|_| {});
    let server = Server::start_with(&Folder::new(), &["--lookup", &path(&folder)]);
    let reply = look_up(&server, "12345678");
    assert_eq!((reply.status, reply.json()["organisation"]["name"].as_str()), (200, Some("Bakkerij")));
    assert_eq!(look_up(&server, "68750110").status, 404);
}

#[test]
fn a_file_that_cannot_be_passed_on_is_refused_at_start() {
    let number =
        |number: &'static str| move |one: &mut Value| one["organisation"]["identifier"]["number"] = json!(number);
    let files = [
        (list(|one| one["format"] = json!("eherkenning-registration/2")), "/0: expected the format"),
        (list(|one| one["address_shielded"] = json!(true)), "/0: a shielded address must be left out"),
        (list(|one| one["organisation"]["identifier"]["kind"] = json!("fiscal")), "/0: expected an identifier"),
        (list(number("1234567")), "/0: expected an identifier"),
        (list(|one| one["organisation"]["legal_form"] = json!("another")), "expected a known LegalForm"),
        (list(|one| *one = json!(1)), "invalid type"),
    ];
    for (folder, message) in &files {
        let printed = Server::refused_with(&["--lookup", &path(folder)]);
        assert!(printed.contains(message) && printed.contains("list.json"), "{message}: {printed}");
    }
    let twice = list(|_| {});
    let one = fs::read_to_string(twice.0.join("list.json")).unwrap();
    twice.write("list.json", one.replacen('[', &one.replace(']', ","), 1));
    assert!(Server::refused_with(&["--lookup", &path(&twice)]).contains("/1: the number is listed twice"));
    assert!(Server::refused_with(&["--lookup", "/nowhere.json"]).contains("/nowhere.json"));
}

#[test]
fn a_number_that_is_not_in_the_register_is_unknown() {
    let reply = look_up(&with_tests(), "12345678");
    assert_eq!((reply.status, reply.code().as_str()), (404, "kvk_number_unknown"));
    assert_eq!(reply.json()["type"], "urn:eherkenning-wizard:kvk_number_unknown");
    assert_eq!(reply.header("content-type"), Some("application/problem+json"));
    assert_eq!(reply.header("cache-control"), Some("no-store"));
}

#[test]
fn anything_but_eight_digits_is_refused() {
    let server = with_tests();
    for number in [
        "1",
        "6875011",
        "687501100",
        "6875011a",
        "68%2075%2001%2010",
        "68.75.01.10",
        "%2068750110",
        "KVK68750110",
        "..%2f",
        "00000000",
        "%d9%a6%d9%a8%d9%a7%d9%a5%d9%a0%d9%a1%d9%a1%d9%a0",
        "%ff",
        "%00",
    ] {
        let reply = look_up(&server, number);
        assert_eq!((reply.status, reply.code().as_str()), (400, "kvk_number_shape"), "{number}");
    }
    for path in ["/lookup", "/lookup/", "/lookup/68750110/", "/lookup/68750110/branches"] {
        assert_eq!(server.get(path, &[]).status, 404, "{path}");
    }
}

#[test]
fn without_a_register_no_organisation_can_be_looked_up() {
    let server = Server::start(&Folder::new());
    let reply = look_up(&server, "68750110");
    assert_eq!((reply.status, reply.code().as_str()), (503, "lookup_unavailable"));
    assert_eq!(reply.header("content-type"), Some("application/problem+json"));
    assert_eq!(look_up(&server, "1").status, 400);
}

#[test]
fn only_pages_of_allowed_origins_may_look_up() {
    let partner = "https://partner.example";
    let server = Server::start_with(&Folder::new(), &["--lookup", "--allow-origin", partner]);
    let ask = |origin: &str| server.get("/lookup/68750110", &[("origin", origin)]);
    let reply = ask("https://evil.example");
    assert_eq!((reply.status, reply.code().as_str()), (403, "origin_not_allowed"));
    assert_eq!(reply.header("access-control-allow-origin"), None);
    let reply = ask(partner);
    assert_eq!((reply.status, reply.header("access-control-allow-origin")), (200, Some(partner)));
    assert_eq!(reply.header("access-control-expose-headers"), Some("retry-after,x-request-id"));
    assert_eq!(ask("https://intake.example").status, 200);
    let preflight = [("origin", partner), ("access-control-request-method", "GET")];
    let preflight = server.request("OPTIONS", "/lookup/68750110", &preflight, b"");
    assert_eq!((preflight.status, preflight.header("access-control-allow-origin")), (200, Some(partner)));
}

#[test]
fn an_organisation_can_only_be_asked_for() {
    let server = with_tests();
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
        let reply = server.request(method, "/lookup/68750110", &[], b"");
        assert_eq!((reply.status, reply.code().as_str()), (405, "method_not_allowed"), "{method}");
    }
}

#[test]
fn the_log_has_a_line_for_each_look_up_but_neither_number_nor_answer() {
    let server = with_tests();
    for number in ["68750110", "12345678", "6875011a"] {
        look_up(&server, number);
    }
    let log = server.finish();
    assert_eq!(log.matches("\"message\":\"look-up\"").count(), 3, "{log}");
    for status in [200, 404, 400] {
        assert!(log.contains(&format!("\"status\":{status}")), "{log}");
    }
    for word in ["6875011", "12345678", "Donald", "Lollum", "127.0.0.1", "\"message\":\"application\""] {
        assert!(!log.contains(word), "{word} in {log}");
    }
}
