//! What the answer to the question for an outcome means.

use eherkenning_wizard::domain::submission::{Fields, HttpAnswer, KEY_UNKNOWN, Outcome, Reply};

use crate::answers::{http, ours};

fn outcome(status: u16, fields: Option<Fields>) -> Outcome {
    Outcome::of(Reply::Answer(http(status, fields)), 0)
}

#[test]
fn a_reference_is_a_receipt() {
    for status in [200, 201, 202, 409] {
        let fields = Fields { reference: Some("EH-1".to_owned()), ..Fields::default() };
        assert_eq!(outcome(status, Some(fields)), Outcome::Received("EH-1".to_owned()), "{status}");
    }
}

#[test]
fn on_its_way() {
    for status in [202, 409] {
        assert_eq!(outcome(status, Some(Fields::default())), Outcome::Underway(None), "{status}");
        assert_eq!(outcome(status, None), Outcome::Underway(None), "{status}");
    }
    let answer = Box::new(HttpAnswer { retry_after: Some("9".to_owned()), ..*http(202, None) });
    assert_eq!(Outcome::of(Reply::Answer(answer), 0), Outcome::Underway(Some(9)));
}

#[test]
fn only_our_own_word_for_it_says_that_a_key_was_never_seen() {
    assert_eq!(outcome(404, Some(ours(KEY_UNKNOWN))), Outcome::NeverSeen);
    assert_eq!(outcome(404, Some(ours("not_found"))), Outcome::CannotAsk);
    assert_eq!(outcome(404, None), Outcome::CannotAsk);
    let unsigned = Fields { code: KEY_UNKNOWN.to_owned(), ..Fields::default() };
    assert_eq!(outcome(404, Some(unsigned)), Outcome::CannotAsk);
    assert_eq!(outcome(403, Some(ours(KEY_UNKNOWN))), Outcome::Silence(None));
}

#[test]
fn a_backend_that_does_not_answer_questions() {
    for status in [404, 405, 501] {
        assert_eq!(outcome(status, Some(Fields::default())), Outcome::CannotAsk, "{status}");
    }
    assert_eq!(Outcome::of(Reply::Redirect, 0), Outcome::CannotAsk);
}

#[test]
fn anything_else_says_nothing() {
    for status in [0, 200, 201, 204, 400, 401, 403, 410, 429, 500, 502, 503, 504, 511, 999] {
        assert_eq!(outcome(status, None), Outcome::Silence(None), "{status}");
    }
    let answer = Box::new(HttpAnswer { retry_after: Some("9".to_owned()), ..*http(503, Some(ours("busy"))) });
    assert_eq!(Outcome::of(Reply::Answer(answer), 0), Outcome::Silence(Some(9)));
    assert_eq!(Outcome::of(Reply::Nothing, 0), Outcome::Silence(None));
    assert_eq!(Outcome::of(Reply::NeverLeft, 0), Outcome::Silence(None));
}
