//! Reading a draft by question, as the wizard does: the same comes of it as of the reader for backends.

use eherkenning_wizard::domain::draft::{
    ConsentDraft, DateDraft, DocumentDraft, Draft, PriceDraft, RepresentativeDraft, SignatureDraft,
};
use eherkenning_wizard::domain::rules::{Place, Question};
use eherkenning_wizard::domain::scheme::{Cents, DocumentKind, Lang, SigningMethod};
use eherkenning_wizard::domain::wire::{FromJson, Json};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::common::strict;
use crate::starts::all;

fn by_question(text: &str) -> Option<Draft> {
    Draft::from_json(&Json::parse(text).ok()?).ok()
}

/// Text as typed: often a number with zeros, or nothing.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "0?[0-9]{1,4}", any::<String>()]
}

fn date() -> impl Strategy<Value = DateDraft> {
    (typed(), typed(), typed()).prop_map(|(day, month, year)| DateDraft { day, month, year })
}

prop_compose! {
    fn document()(
        texts in [typed(), typed(), typed(), typed(), typed()],
        kind in prop::option::of(select(DocumentKind::ALL)),
        (size_bytes, shielded) in any::<(u64, bool)>(),
    ) -> DocumentDraft {
        let [id, of, file_name, media_type, sha256] = texts;
        DocumentDraft { id, kind, of, file_name, media_type, size_bytes, sha256, shielded }
    }
}

prop_compose! {
    fn signature()(
        texts in [typed(), typed(), typed(), typed()],
        method in prop::option::of(select(SigningMethod::ALL)),
    ) -> SignatureDraft {
        let [by, at, typed_name, digest] = texts;
        SignatureDraft { by, method, at, typed_name, digest }
    }
}

fn consent() -> impl Strategy<Value = Option<ConsentDraft>> {
    prop::option::of((typed(), typed()).prop_map(|(version, accepted_at)| ConsentDraft { version, accepted_at }))
}

prop_compose! {
    /// A draft that may hold anything: some of a finished one is left, some is typed over, taken out or added.
    fn draft()(
        start in 0..all().len(),
        given in vec((select(Question::ALL), 0..4_usize, typed()), 0..30),
        dates in vec((select(Question::ALL), date()), 0..8),
        rows in 0..4_usize,
        lists in [vec(typed(), 0..3), vec(typed(), 0..3)],
        texts in [typed(), typed(), typed(), typed()],
        language in prop::option::of(select(Lang::ALL)),
        documents in vec(document(), 0..3),
        signatures in vec(signature(), 0..3),
        consents in [consent(), consent()],
        price in prop::option::of(any::<(i64, i64)>()),
        is_added in any::<bool>(),
    ) -> Draft {
        let (_, mut draft) = all().swap_remove(start);
        draft.representatives.resize(rows, RepresentativeDraft::default());
        for (question, row, text) in given {
            draft.give(Place::row(question, row), &text);
        }
        for (question, date) in dates {
            if let Some(own) = draft.date_mut(question) {
                *own = date;
            }
        }
        if is_added {
            draft.documents.extend(documents);
            draft.signatures.extend(signatures);
            [draft.consents.terms, draft.consents.privacy] = consents;
            [draft.purpose.authorisation.providers, draft.purpose.authorisation.services] = lists;
            [draft.format, draft.id, draft.prepared_at, draft.partner] = texts;
            draft.language = language;
            draft.contract.price = price
                .map(|(total, vat)| PriceDraft { total_cents: Cents(total), vat_cents: Cents(vat) });
        }
        draft
    }
}

/// Where each value in some JSON is.
fn pointers(json: &Value, before: &str) -> Vec<String> {
    let inner: Vec<(String, &Value)> = match json {
        Value::Array(rows) => rows.iter().enumerate().map(|(row, value)| (row.to_string(), value)).collect(),
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), value)).collect(),
        _ => Vec::new(),
    };
    let inner = inner.into_iter().flat_map(|(name, value)| pointers(value, &format!("{before}/{name}")));
    std::iter::once(before.to_owned()).chain(inner).collect()
}

/// What no draft has there, or not everywhere.
fn odd() -> impl Strategy<Value = Value> {
    select(vec![
        Value::Null,
        json!(true),
        json!(3),
        json!(300),
        json!(-1),
        json!(1.5),
        json!(u64::MAX),
        json!(""),
        json!("true"),
        json!("3"),
        json!("x"),
        json!("EH3"),
        json!("1990-02-28"),
        json!([]),
        json!(["x"]),
        json!({}),
        json!({ "day": "1", "unknown": {} }),
        json!({ "day": null }),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn every_draft_comes_back_as_it_was(draft in draft()) {
        let text = draft.to_json();
        prop_assert_eq!(by_question(&text), Some(draft.clone()));
        prop_assert_eq!(strict::read::<Draft>(&text).ok(), Some(draft));
    }

    #[test]
    fn both_readers_accept_the_same(draft in draft(), at in any::<Index>(), odd in odd()) {
        let mut json = serde_json::to_value(&draft).unwrap();
        let pointers = pointers(&json, "");
        let pointer = pointers.get(at.index(pointers.len())).unwrap();
        *json.pointer_mut(pointer).unwrap() = odd;
        let text = json.to_string();
        prop_assert_eq!(by_question(&text), strict::read::<Draft>(&text).ok(), "{}", pointer);
    }
}
