//! What is signed, for the application of every case that is accepted.

use eherkenning_wizard::domain::application::Application;
use eherkenning_wizard::domain::draft::Draft;
use eherkenning_wizard::domain::scheme::{DocumentKind, hexadecimal};
use eherkenning_wizard::domain::verdict::{Verdict, read_application};
use sha2::{Digest, Sha256};

use super::json::Json;
use super::properties::{accepted, readable, spoil};

/// An application without the fields that are not signed, as docs/backends.md says.
fn without(application: &str) -> String {
    let Json::Object(mut fields) = Json::parse(application).unwrap() else { panic!("{application}") };
    for name in ["id", "prepared_at", "language", "partner", "consents", "signatures"] {
        fields.shift_remove(name).unwrap();
    }
    if let Some(Json::List(documents)) = fields.get_mut("documents") {
        documents.retain(|document| document.text_of("kind").unwrap() != "signature_drawing");
    }
    Json::Object(fields).print()
}

/// An application as it is before anybody signs.
fn unsigned(mut draft: Draft) -> Draft {
    draft.id.clear();
    draft.prepared_at.clear();
    draft.partner.clear();
    draft.language = None;
    draft.contract.price = None;
    draft.consents = Default::default();
    draft.signatures.clear();
    draft.documents.retain(|document| document.kind != Some(DocumentKind::SignatureDrawing));
    draft
}

#[test]
fn what_is_signed_is_the_same_before_and_after_sending() {
    let mut count = 0;
    for (case, facts, _) in readable() {
        let Some(canonical) = accepted(&case.answer) else { continue };
        let [sent, received] = [case.application.as_str(), canonical].map(|text| read_application(text.as_bytes()));
        let [sent, received] = [sent.unwrap().draft, received.unwrap().draft];
        for draft in [&sent, &received, &unsigned(received.clone())] {
            assert_eq!(Application::what_is_signed(draft, facts), Ok(without(canonical)), "{}", case.name);
        }
        count += 1;
    }
    assert!(count > 150, "only {count}");
}

#[test]
fn whatever_changes_in_what_is_signed_is_not_accepted() {
    let others = [Json::Null, Json::Bool(true), Json::Bool(false), Json::text("Anders"), Json::List(Vec::new())];
    let (mut same, mut refused) = (0, 0);
    for (case, facts, json) in readable() {
        let Some(before) = accepted(&case.answer).filter(|canonical| canonical.contains("\"digest\"")) else {
            continue;
        };
        for other in &others {
            for place in 1.. {
                let mut changed = json.clone();
                if !spoil(&mut changed, &mut place.clone(), other) {
                    break;
                }
                let found = Verdict::to(changed.print().as_bytes(), facts).print();
                match accepted(&found).filter(|after| after.contains("\"digest\"")) {
                    Some(after) => assert_eq!(without(after), without(before), "{}", case.name),
                    None => refused += 1,
                }
                same += usize::from(accepted(&found).is_some());
            }
        }
    }
    assert!(same > 100 && refused > 2000, "{same} {refused}");
}

#[test]
fn a_digest_that_is_accepted_is_that_of_what_was_sent() {
    let mut count = 0;
    for (case, ..) in readable() {
        let Some(canonical) = accepted(&case.answer) else { continue };
        let digest = hexadecimal(&Sha256::digest(without(canonical)));
        for signature in read_application(canonical.as_bytes()).unwrap().draft.signatures {
            count += usize::from(!signature.digest.is_empty());
            assert!(signature.digest.is_empty() || signature.digest == digest, "{}", case.name);
        }
    }
    assert!(count > 5, "only {count}");
}
