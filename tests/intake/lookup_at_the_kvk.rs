//! Looking organisations up at the KvK, with a stand-in of its API.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::kvk::{Kvk, Request, Response, branches, profile};
use crate::lookup::look_up;
use crate::server::{Folder, Reply, Server};

const NUMBER: &str = "69599084";
const KEY: &str = "l7xx-secret-of-the-supplier";

/// The key in a file, with the line end that editors add.
fn key_file() -> (Folder, String) {
    let folder = Folder::new();
    folder.write("key", format!("{KEY}\n"));
    let path = folder.0.join("key").to_str().unwrap().to_owned();
    (folder, path)
}

fn asking(kvk: &Kvk) -> Server {
    let (_folder, key) = key_file();
    let options = ["--kvk-api", &kvk.url(), "--kvk-key-file", &key, "--lookup-limit", "1000"];
    Server::start_with(&Folder::new(), &options)
}

/// A KvK that knows one organisation, whose profile is changed.
fn knowing(change: impl FnOnce(&mut Value)) -> Kvk {
    let mut profile = profile();
    change(&mut profile);
    Kvk::start(move |path| match path {
        NUMBER => Response::json(&profile),
        "69599084/vestigingen" => Response::json(&branches()),
        _ => Response::error(404, "IPD0005"),
    })
}

/// What is answered about the organisation after a change to its profile.
fn found(change: impl FnOnce(&mut Value)) -> Value {
    let reply = look_up(&asking(&knowing(change)), NUMBER);
    assert_eq!(reply.status, 200, "{reply:?}");
    reply.json()
}

/// Expects that nothing is known of the organisation, and that neither response nor log has the key or the number.
fn failed(respond: impl Fn(&str) -> Response + Send + Sync + 'static, logged: &str) -> Reply {
    let server = asking(&Kvk::start(respond));
    let reply = look_up(&server, NUMBER);
    assert_eq!((reply.status, reply.code().as_str()), (503, "lookup_unavailable"), "{logged}");
    assert_eq!(reply.header("content-type"), Some("application/problem+json"));
    let log = server.finish();
    assert!(log.contains(&format!("\"failure\":\"{logged}\"")), "{logged}: {log}");
    for secret in [KEY, NUMBER] {
        assert!(!log.contains(secret) && !format!("{reply:?}").contains(secret), "{secret} in {log} {reply:?}");
    }
    reply
}

fn visiting_address(profile: &mut Value) -> &mut Value {
    &mut profile["_embedded"]["hoofdvestiging"]["adressen"][1]
}

#[test]
fn the_profile_and_the_branches_become_a_registration() {
    let kvk = knowing(|_| {});
    let reply = look_up(&asking(&kvk), NUMBER);
    let expected = json!({
        "format": "eherkenning-registration/1",
        "organisation": {
            "identifier": { "kind": "kvk", "number": NUMBER },
            "restricted_to_branch": null,
            "branch_number": null,
            "name": "Test EMZ Dagobert",
            "legal_form": "sole_proprietorship",
            "address": {
                "street": "Abebe Bikilalaan", "house_number": "17", "postal_code": "1034 WL", "city": "Amsterdam",
                "country": "NL",
            },
        },
        "address_shielded": false,
        "branches": [
            { "branch_number": "000038509504", "name": "Test EMZ Dagobert" },
            { "branch_number": "000038509520", "name": "Winkel" },
        ],
        "ended_on": null,
    });
    assert_eq!((reply.status, reply.json()), (200, expected));
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    let request = |path: &str| Request { path: path.to_owned(), key: KEY.to_owned() };
    assert_eq!(kvk.requests(), [request(NUMBER), request("69599084/vestigingen")]);
}

#[test]
fn every_look_up_asks_the_kvk_anew() {
    let kvk = knowing(|_| {});
    let server = asking(&kvk);
    for _ in 0..2 {
        assert_eq!(look_up(&server, NUMBER).status, 200);
    }
    assert_eq!(kvk.requests().len(), 4);
    assert_eq!(look_up(&server, "6959908a").status, 400);
    assert_eq!(kvk.requests().len(), 4);
}

#[test]
fn the_statutory_name_comes_first() {
    let named = |name: Value| found(|profile| profile["statutaireNaam"] = name)["organisation"]["name"].clone();
    assert_eq!(named(json!("Dagobert Holding B.V.")), "Dagobert Holding B.V.");
    assert_eq!(named(json!(" ")), "Test EMZ Dagobert");
    assert_eq!(named(json!(null)), "Test EMZ Dagobert");
}

#[test]
fn legal_forms_are_known_by_their_names() {
    let owner =
        |owner: Value| found(|profile| profile["_embedded"]["eigenaar"] = owner)["organisation"]["legal_form"].clone();
    for (name, code) in [
        ("Eenmanszaak", "sole_proprietorship"),
        ("Vennootschap onder firma", "general_partnership"),
        ("VennootschapOnderFirma", "general_partnership"),
        ("Commanditaire vennootschap", "limited_partnership"),
        ("Maatschap", "professional_partnership"),
        ("Besloten vennootschap", "private_limited_company"),
        ("BESLOTEN VENNOOTSCHAP MET GEWONE STRUCTUUR", "private_limited_company"),
        ("Naamloze vennootschap", "public_limited_company"),
        ("Stichting", "foundation"),
        ("Vereniging", "association"),
        ("Vereniging van eigenaars", "association"),
        ("Coöperatie", "cooperative"),
        ("COÖPERATIE U.A.", "cooperative"),
        ("Coo\u{308}peratie", "cooperative"),
        ("Onderlinge waarborgmaatschappij", "cooperative"),
        ("Kerkgenootschap", "religious_organisation"),
        ("Publiekrechtelijke rechtspersoon", "public_body"),
        ("Buitenlandse vennootschap", "foreign_company"),
        ("Overige privaatrechtelijke rechtspersoon", "other"),
        ("Rederij", "other"),
    ] {
        assert_eq!(owner(json!({ "rechtsvorm": name })), code, "{name}");
    }
    assert_eq!(owner(json!({ "uitgebreideRechtsvorm": "Stichting" })), "foundation");
    for nothing in [json!({ "rechtsvorm": "" }), json!({ "rechtsvorm": null }), json!({}), json!(null)] {
        assert_eq!(owner(nothing.clone()), Value::Null, "{nothing}");
    }
}

#[test]
fn a_shielded_address_is_never_passed_on() {
    let shielded = |word: Value| found(|profile| visiting_address(profile)["indAfgeschermd"] = word);
    // Without the word "Nee" the address may be shielded.
    for (word, is_shielded) in [(json!("Ja"), true), (json!("JA"), true), (json!("?"), false), (json!(null), false)] {
        let found = shielded(word.clone());
        assert_eq!(found["address_shielded"], is_shielded, "{word}");
        assert!(found["organisation"]["address"].as_object().unwrap().values().all(Value::is_null), "{word}: {found}");
        assert!(!found.to_string().contains("Bikila") && !found.to_string().contains("1034"), "{found}");
    }
}

#[test]
fn the_address_of_an_owner_does_not_replace_that_of_the_main_branch() {
    let address = visiting_address(&mut profile()).clone();
    let at_owner = |change: fn(&mut Value)| {
        let found = found(|profile| {
            profile["_embedded"]["eigenaar"]["adressen"] = json!([address]);
            change(profile);
        });
        found["organisation"]["address"]["city"].clone()
    };
    assert_eq!(at_owner(|profile| visiting_address(profile)["indAfgeschermd"] = json!("Ja")), Value::Null);
    assert_eq!(at_owner(|profile| profile["_embedded"]["hoofdvestiging"]["adressen"] = json!(null)), Value::Null);
    // An association without an enterprise has no main branch.
    assert_eq!(at_owner(|profile| profile["_embedded"]["hoofdvestiging"] = json!(null)), "Amsterdam");
}

#[test]
fn house_numbers_and_addresses_are_written_as_in_an_application() {
    for (letter, addition, written) in [
        (json!("a"), json!(null), "17A"),
        (json!("A"), json!("2"), "17A-2"),
        (json!(null), json!("bis"), "17-bis"),
        (json!(""), json!("-3"), "17-3"),
        (json!(null), json!("t/o de kerktoren"), "17-t/o de kerktoren"),
    ] {
        let found = found(|profile| {
            visiting_address(profile)["huisletter"] = letter;
            visiting_address(profile)["huisnummerToevoeging"] = addition;
        });
        assert_eq!(found["organisation"]["address"]["house_number"], written);
    }
}

#[test]
fn an_address_abroad_or_only_for_post_is_left_out() {
    for found in [
        found(|profile| visiting_address(profile)["land"] = json!("België")),
        found(|profile| visiting_address(profile)["type"] = json!("correspondentieadres")),
        found(|profile| profile["_embedded"]["hoofdvestiging"]["adressen"] = json!([])),
    ] {
        assert!(found["organisation"]["address"].as_object().unwrap().values().all(Value::is_null), "{found}");
        assert_eq!(found["address_shielded"], false);
    }
}

#[test]
fn an_organisation_that_has_ended_is_answered_with_its_last_day_and_no_branches() {
    for (date, day) in [
        ("20240131", "2024-01-31"),
        ("20240100", "2024-01-00"),
        ("20240000", "2024-00-00"),
        ("00000000", "0000-00-00"),
        ("januari", "0000-00-00"),
    ] {
        let kvk = knowing(|profile| profile["materieleRegistratie"]["datumEinde"] = json!(date));
        let found = look_up(&asking(&kvk), NUMBER).json();
        assert_eq!((found["ended_on"].as_str(), &found["branches"]), (Some(day), &json!([])), "{date}");
        assert_eq!(kvk.requests().len(), 1, "nobody needs the branches");
    }
    for nothing in [json!(null), json!("")] {
        let found = found(|profile| profile["materieleRegistratie"]["datumEinde"] = nothing);
        assert_eq!(found["ended_on"], Value::Null);
    }
}

#[test]
fn a_profile_needs_no_more_than_its_number() {
    let found = found(|profile| *profile = json!({ "kvkNummer": NUMBER, "_embedded": {} }));
    assert_eq!(found["organisation"]["identifier"]["number"], NUMBER);
    assert_eq!((&found["organisation"]["name"], &found["branches"]), (&Value::Null, &json!([])));
}

#[test]
fn branches_that_cannot_be_fetched_are_left_out() {
    let rows = vec![json!({ "vestigingsnummer": "000038509504", "eersteHandelsnaam": "x".repeat(300) }); 1000];
    let many = json!({ "vestigingen": rows }).to_string();
    let responses: [fn(&str) -> Response; 4] = [
        |_| Response::error(404, "IPD0005"),
        |_| Response::error(500, "IPD9999"),
        |_| Response::Body(200, "{".to_owned()),
        |many| Response::Body(200, many.to_owned()),
    ];
    for respond in responses {
        let many = many.clone();
        let kvk = Kvk::start(move |path| if path == NUMBER { Response::json(&profile()) } else { respond(&many) });
        let reply = look_up(&asking(&kvk), NUMBER);
        assert_eq!((reply.status, &reply.json()["branches"]), (200, &Value::Null));
        assert_eq!(kvk.requests().len(), 2);
    }
    let rows = json!({ "vestigingen": [{ "eersteHandelsnaam": "x" }, { "vestigingsnummer": "000038509504" }] });
    let kvk = Kvk::start(move |path| Response::json(&if path == NUMBER { profile() } else { rows.clone() }));
    let found = look_up(&asking(&kvk), NUMBER).json();
    assert_eq!(found["branches"], json!([{ "branch_number": "000038509504", "name": "" }]));
}

#[test]
fn a_number_that_the_kvk_does_not_have_is_unknown() {
    let reply = look_up(&asking(&knowing(|_| {})), "12345678");
    assert_eq!((reply.status, reply.code().as_str()), (404, "kvk_number_unknown"));
}

#[test]
fn a_kvk_that_refuses_or_fails_says_nothing_about_the_organisation() {
    for status in [400, 401, 403, 429, 500, 502, 503, 202] {
        failed(move |_| Response::error(status, "IPD0005"), &format!("response with status {status}"));
    }
    // Not from the KvK, or for another reason.
    failed(|_| Response::Body(404, "<h1>Not found</h1>".to_owned()), "response with status 404");
    failed(|_| Response::error(404, "IPD1002"), "response with status 404");
    failed(|_| Response::Hangup, "no response");
}

#[test]
fn a_malformed_response_says_nothing_about_the_organisation() {
    let other = profile().to_string().replace(NUMBER, "68750110");
    let bodies = ["", "{", "null", "[]", "{}", "<html></html>", r#"{"kvkNummer":69599084}"#, &other];
    for body in bodies.map(str::to_owned) {
        failed(move |_| Response::Body(200, body.clone()), "response malformed");
    }
    let deep = "[".repeat(200_000);
    failed(move |_| Response::Body(200, deep.clone()), "response malformed");
}

#[test]
fn at_most_256_kib_are_read() {
    let padded = |length: usize| {
        let body = profile().to_string();
        let padding = " ".repeat(length - body.len());
        body + &padding
    };
    let [most, more] = [256 * 1024, 256 * 1024 + 1].map(padded);
    failed(move |_| Response::Body(200, more.clone()), "response too large");
    let kvk = Kvk::start(move |_| Response::Body(200, most.clone()));
    assert_eq!(look_up(&asking(&kvk), NUMBER).status, 200);
}

#[test]
fn redirects_are_not_followed() {
    failed(
        |path| if path == NUMBER { Response::Redirect("68750110") } else { panic!("{path}") },
        "response with status 302",
    );
}

#[test]
fn five_seconds_are_waited_in_all() {
    let started = Instant::now();
    failed(|_| Response::Silence, "no response in time");
    assert!(started.elapsed() >= Duration::from_secs(5));
    let kvk = Kvk::start(|path| if path == NUMBER { Response::json(&profile()) } else { Response::Silence });
    let reply = look_up(&asking(&kvk), NUMBER);
    assert_eq!((reply.status, &reply.json()["branches"]), (200, &Value::Null));
}

#[test]
fn a_kvk_that_cannot_be_reached_says_nothing_about_the_organisation() {
    let (_folder, key) = key_file();
    // Nothing listens on this port.
    let server = Server::start_with(&Folder::new(), &["--kvk-api", "http://127.0.0.1:1", "--kvk-key-file", &key]);
    let reply = look_up(&server, NUMBER);
    assert_eq!((reply.status, reply.code().as_str()), (503, "lookup_unavailable"));
}

#[test]
fn the_key_is_in_no_response_and_neither_key_nor_number_in_the_most_detailed_log() {
    let kvk = knowing(|_| {});
    let (_folder, key) = key_file();
    let server = Server::start_logging("trace", &["--kvk-api", &kvk.url(), "--kvk-key-file", &key]);
    let replies = [NUMBER, "12345678", "1"].map(|number| format!("{:?}", look_up(&server, number)));
    assert!(kvk.requests().iter().all(|request| request.key == KEY));
    let log = server.finish();
    assert!(log.contains("\"level\":\"TRACE\""), "{log}");
    assert!(!log.contains(KEY) && !log.contains(NUMBER) && !replies.concat().contains(KEY), "{log}");
}

#[test]
fn address_and_key_belong_together_and_exclude_a_file() {
    let (folder, key) = key_file();
    folder.write("empty", " \n");
    folder.write("lines", format!("{KEY}\n{KEY}\n"));
    let [empty, lines] = ["empty", "lines"].map(|name| folder.0.join(name).to_str().unwrap().to_owned());
    let api = "https://api.kvk.example/api";
    for (options, message) in [
        (&["--kvk-api", api][..], "--kvk-key-file"),
        (&["--kvk-key-file", &key], "--kvk-api"),
        (&["--kvk-api", api, "--kvk-key-file", &key, "--lookup"], "cannot be used with"),
        (&["--kvk-api", api, "--kvk-key-file", KEY], "--kvk-key-file: "),
        (&["--kvk-api", api, "--kvk-key-file", &empty], "expected one line with a key"),
        (&["--kvk-api", api, "--kvk-key-file", &lines], "expected one line with a key"),
        (&["--kvk-api", "http://api.kvk.example/api", "--kvk-key-file", &key], "expected https://"),
        (&["--kvk-api", "https://a:b@api.kvk.example", "--kvk-key-file", &key], "expected https://"),
        (&["--kvk-api", "https://api.kvk.example/?a", "--kvk-key-file", &key], "expected https://"),
        (&["--kvk-api", "https://api.kvk.example/#a", "--kvk-key-file", &key], "expected https://"),
        (&["--kvk-api", "file:///etc/passwd", "--kvk-key-file", &key], "expected https://"),
        (&["--kvk-api", "api.kvk.example", "--kvk-key-file", &key], "relative URL"),
    ] {
        let printed = Server::refused_with(options);
        assert!(printed.contains(message), "{options:?}: {printed}");
        assert!(!printed.contains(KEY), "{printed}");
    }
}
