//! The program `check`: its output and exit codes.

use std::process::{Command, Output};

use eherkenning_wizard::domain::draft::Draft;
use eherkenning_wizard::domain::scheme::Lang;
use serde_json::{Value, json};

use crate::common::{ID, TODAY, finished_draft, public};
use crate::running::run_with;

fn run(arguments: &[&str], input: &str) -> Output {
    run_with(Command::new(env!("CARGO_BIN_EXE_check")).args(arguments), input)
}

fn application(input: &str, extra: &[&str]) -> (Option<i32>, String) {
    let (offer, catalogue) = (public("offer.json"), public("catalogue.json"));
    let (offer, catalogue) = (offer.to_str().unwrap(), catalogue.to_str().unwrap());
    let arguments = ["application", "-", "--offer", offer, "--catalogue", catalogue, "--today", TODAY];
    let output = run(&[&arguments, extra].concat(), input);
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

fn changed(change: impl FnOnce(&mut Draft)) -> String {
    let mut draft = finished_draft();
    change(&mut draft);
    serde_json::to_string(&draft).unwrap()
}

#[test]
fn a_finished_application_is_printed_in_its_canonical_form() {
    let sent = changed(|_| {});
    let (code, printed) = application(&sent, &[]);
    let answer = format!("{{\"format\":\"eherkenning-answer/1\",\"application\":{sent}}}\n");
    assert_eq!((code, printed), (Some(0), answer));
    let (code, printed) = application(&sent, &["--human"]);
    assert_eq!((code, printed), (Some(0), format!("{ID}: no issues\n")));
}

#[test]
fn issues_are_printed_as_json() {
    let (code, printed) = application(&changed(|draft| draft.contract.term_years = Some(2)), &[]);
    let answer: Value = serde_json::from_str(&printed).unwrap();
    let issues = &answer["issues"];
    assert_eq!(code, Some(1));
    let expected = json!({ "place": "contract.term_years", "code": "term_not_offered", "params": {} });
    assert!(issues.as_array().unwrap().contains(&expected), "{printed}");
}

#[test]
fn human_output_is_in_the_language_of_the_applicant() {
    let (code, printed) = application(&changed(|draft| draft.user.email = "j@".to_owned()), &["--human"]);
    assert_eq!(code, Some(1));
    assert!(printed.contains("Vul één volledig e-mailadres in") && printed.contains("user.email"), "{printed}");
    let english = changed(|draft| {
        draft.language = Some(Lang::En);
        draft.user.email = "j@".to_owned();
    });
    assert!(!application(&english, &["--human"]).1.contains("Vul één"));
    assert!(application(&english, &["--human", "--lang", "nl"]).1.contains("Vul één"));
}

#[test]
fn unreadable_input_exits_with_two() {
    let (code, printed) = application("{", &[]);
    assert_eq!(code, Some(2));
    assert!(printed.contains(r#""error":{"in":"application","pointer":"","code":"json_syntax""#), "{printed}");
    let (code, printed) = application("{\"documents\": 1}", &[]);
    assert_eq!(code, Some(2));
    assert!(printed.contains(r#""pointer":"/documents","code":"json_type","message":"expected a list""#), "{printed}");
    assert_eq!(application("{", &["--human"]), (Some(2), String::new()));
    assert_eq!(application(&" ".repeat(300_000), &[]).0, Some(2));
    assert_eq!(run(&["offer", "/nowhere.json"], "").status.code(), Some(2));
    assert_eq!(run(&["catalogue", "-"], "<xml/>").status.code(), Some(2));
    assert_eq!(run(&["application", "-"], "").status.code(), Some(2));
}

#[test]
fn offers_and_catalogues_are_checked() {
    for name in ["offer", "catalogue"] {
        let file = public(&format!("{name}.json"));
        assert_eq!(run(&[name, file.to_str().unwrap()], "").status.code(), Some(0), "{name}");
        let content = std::fs::read_to_string(&file).unwrap();
        let json: Value = serde_json::from_slice(&run(&[name, "--json"], &content).stdout).unwrap();
        assert!(json.is_object(), "{name}: {json}");
        let refused = run(&[name, "-"], "{\"format\": \"another\"}");
        assert_eq!(refused.status.code(), Some(1), "{name}");
        let printed = String::from_utf8(refused.stdout).unwrap();
        assert!(printed.starts_with(&format!("{name}: /format: ")), "{printed}");
        let refused = run(&[name, "--json"], "{\"format\": \"another\"}");
        let printed = String::from_utf8(refused.stdout).unwrap();
        assert!(
            printed.contains(&format!(r#""in":"{name}","pointer":"/format","code":"format_unknown""#)),
            "{printed}"
        );
        let misspelt = content.replacen("\"version\"", "\"versoin\":1,\"version\"", 1);
        let misspelt = misspelt.replacen("\"licence\"", "\"license\":1,\"licence\"", 1);
        assert_eq!(run(&[name], &misspelt).status.code(), Some(1), "{name}");
    }
}

#[test]
fn an_offer_that_cannot_work_is_refused() {
    let content = std::fs::read_to_string(public("offer.json")).unwrap();
    let refused = |from: &str, to: &str| {
        assert!(content.contains(from), "{from}");
        let refused = run(&["offer"], &content.replacen(from, to, 1));
        assert_eq!(refused.status.code(), Some(1), "{to}");
        String::from_utf8(refused.stdout).unwrap()
    };
    for years in ["9", "0", "6"] {
        let printed = refused("\"years\": 1", &format!("\"years\": {years}"));
        assert!(printed.starts_with("offer: /levels/0/terms/0/years: "), "{printed}");
    }
    for (from, to, pointer) in [
        ("\"years\": 3", "\"years\": 1", "/levels/0/terms/1/years"),
        ("\"sms\", \"app\"", "\"sms\", \"sms\"", "/levels/0/means"),
        ("\"method\": \"app\"", "\"method\": \"visit\"", "/levels/1/identification"),
        ("\"price\": 2400", "\"price\": -1", "/levels/0/terms/0/price"),
        ("\"price\": 2665", "\"price\": -1", "/levels/1/identification/1/price"),
        ("\"extra\": 500", "\"extra\": -1", "/authorisations/extra"),
        ("\"fetched\": 350", "\"fetched\": -1", "/extract/fetched"),
        ("\"urgent\": 5000", "\"urgent\": -1", "/urgent"),
        ("\"vat_percent\": 21", "\"vat_percent\": 200", "/vat_percent"),
        ("\"max_representatives\": 10", "\"max_representatives\": 0", "/max_representatives"),
        ("\"max_files\": 10", "\"max_files\": 0", "/attachments/max_files"),
        ("\"max_bytes\": 10485760", "\"max_bytes\": 0", "/attachments/max_bytes"),
        ("\"max_total_bytes\": 26214400", "\"max_total_bytes\": 10485759", "/attachments/max_total_bytes"),
        ("\"min_side\": 600", "\"min_side\": 2401", "/attachments/min_side"),
        ("\"max_side\": 2400", "\"max_side\": 0", "/attachments/max_side"),
        ("\"handling_days\"", "\"min_age_representative\": 255, \"handling_days\"", "/min_age_representative"),
        ("\"handling_days\"", "\"min_age_employee\": 100, \"handling_days\"", "/min_age_employee"),
        ("\"endpoint\": \"applications\"", "\"endpoint\": \"javascript:x\"", "/endpoint"),
        ("\"endpoint\": \"applications\"", "\"endpoint\": \" JavaScript:x\"", "/endpoint"),
        ("\"endpoint\": \"applications\"", "\"endpoint\": \"https://\"", "/endpoint"),
        ("\"endpoint\": \"applications\"", "\"endpoint\": \"//\"", "/endpoint"),
        ("\"endpoint\": \"applications\"", "\"endpoint\": \"a\", \"outcome\": \"data:x\"", "/outcome"),
        ("https://voorbeeld.example/privacy", "https://", "/links/privacy/url"),
        ("https://voorbeeld.example/privacy", "https:///privacy", "/links/privacy/url"),
        ("https://voorbeeld.example/privacy", "https://a b.example/privacy", "/links/privacy/url"),
    ] {
        let printed = refused(from, to);
        assert!(printed.starts_with(&format!("offer: {pointer}: ")), "{to}: {printed}");
    }
    for (list, wrong) in [
        ("frame_parents", "https://a..nl"),
        ("frame_parents", "https://.nl"),
        ("frame_parents", "https://-a.nl"),
        ("frame_parents", "https://[1::2::3]"),
        ("return_origins", "https://a..nl"),
        ("frame_parents", "partner.example"),
        ("frame_parents", "https://partner.example/"),
        ("frame_parents", "https://Partner.example"),
        ("frame_parents", "https://*.partner.example"),
        ("frame_parents", "https://partner.example:443"),
        ("frame_parents", "https://partner.example:x"),
        ("frame_parents", "*"),
        ("frame_parents", "https://"),
        ("return_origins", "http://kantoor.example"),
        ("return_origins", "https://kantoor.example/terug"),
        ("return_origins", "kantoor.example"),
        ("return_origins", ""),
    ] {
        let printed = refused(&format!("\"{list}\": []"), &format!("\"{list}\": [\"https://a.nl\", \"{wrong}\"]"));
        assert!(printed.starts_with(&format!("offer: /{list}/1: ")), "{wrong}: {printed}");
    }
    let lookup = "{ \"organisation\": \"lookup/{kvk_number}\" }";
    for (organisation, origins, pointer) in [
        ("lookup", "", "/lookup/organisation"),
        ("lookup/{number}", "", "/lookup/organisation"),
        ("lookup/{kvk_number}/{kvk_number}", "", "/lookup/organisation"),
        ("//b.example/{kvk_number}", "", "/lookup/organisation"),
        ("javascript:{kvk_number}", "", "/lookup/organisation"),
        ("lookup\\\\{kvk_number}", "", "/lookup/organisation"),
        ("https://b.example/{kvk_number}", "", "/lookup/organisation"),
        ("https://b.example/{kvk_number}", "https://a.example", "/lookup/organisation"),
        ("https://b.example.nl/{kvk_number}", "https://b.example", "/lookup/organisation"),
        ("https://b.example@c.example/{kvk_number}", "https://b.example", "/lookup/organisation"),
        ("https://b.example:8443/{kvk_number}", "https://b.example", "/lookup/organisation"),
        ("http://b.example/{kvk_number}", "https://b.example", "/lookup/organisation"),
        ("http://b.example/{kvk_number}", "http://b.example", "/lookup/origins/0"),
        ("lookup/{kvk_number}", "https://b.example/", "/lookup/origins/0"),
        ("lookup/{kvk_number}", "https://B.example", "/lookup/origins/0"),
        ("lookup/{kvk_number}", "*", "/lookup/origins/0"),
    ] {
        let origins = if origins.is_empty() { String::new() } else { format!("\"{origins}\"") };
        let to = format!("{{ \"organisation\": \"{organisation}\", \"origins\": [{origins}] }}");
        let printed = refused(lookup, &to);
        assert!(printed.starts_with(&format!("offer: {pointer}: ")), "{to}: {printed}");
    }
    let printed = refused("https://voorbeeld.example/privacy", "http://voorbeeld.example/privacy");
    assert!(printed.starts_with("offer: /links/privacy/url: "), "{printed}");
    let right = "\"frame_parents\": [\"https://partner.example:8443\", \"http://localhost:8080\", \"http://[::1]:81\"]";
    let elsewhere = "{ \"organisation\": \"https://b.example:8443/org?number={kvk_number}\", \
                     \"origins\": [\"https://a.example\", \"https://b.example:8443\"] }";
    for (from, to) in [
        ("\"frame_parents\": []", right),
        (lookup, elsewhere),
        (lookup, "{ \"organisation\": \"/lookup?number={kvk_number}\" }"),
        (lookup, "null"),
        ("\"endpoint\": \"applications\"", "\"endpoint\": \"https://b.example:8443/a?b=c:d\", \"outcome\": \"/a:b\""),
        ("\"max_bytes\": 10485760", "\"max_bytes\": 26214400"),
        ("\"min_side\": 600", "\"min_side\": 2400"),
        ("\"vat_percent\": 21", "\"vat_percent\": 0"),
        ("\"handling_days\"", "\"min_age_employee\": 16, \"handling_days\""),
        ("https://voorbeeld.example/privacy", "https://voorbeeld.example?privacy"),
    ] {
        assert!(content.contains(from), "{from}");
        assert_eq!(run(&["offer"], &content.replacen(from, to, 1)).status.code(), Some(0), "{to}");
    }
}

#[test]
fn completion_scripts_are_printed_for_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = run(&["completions", shell], "");
        assert_eq!(script.status.code(), Some(0), "{shell}");
        let script = String::from_utf8(script.stdout).unwrap();
        assert!(script.contains("completions") && script.contains("catalogue"), "{shell}");
    }
    assert_ne!(run(&["completions", "cmd"], "").status.code(), Some(0));
}

#[test]
fn help_describes_every_command() {
    let help = |arguments: &[&str]| String::from_utf8(run(arguments, "").stdout).unwrap();
    let all = help(&["--help"]);
    for name in ["application", "catalogue", "offer", "rules", "schema", "completions"] {
        assert!(all.contains(name), "{name}");
        assert!(help(&["help", name]).contains("Usage: check"), "{name}");
    }
    assert!(all.contains("Exit code") && all.contains("Examples:"));
    assert!(help(&["help", "application"]).contains("eherkenning-answer/1"));
}
