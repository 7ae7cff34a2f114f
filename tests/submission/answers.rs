//! What every answer to a sending means (DESIGN 6).

use eherkenning_wizard::domain::rules::{Question, Rule};
use eherkenning_wizard::domain::submission::{Answer, Doubtful, Fields, HttpAnswer, Refusal, Remark, Reply};

const NOW: i64 = 1_795_428_900;

pub fn ours(code: &str) -> Fields {
    Fields { kind: format!("urn:eherkenning-wizard:{code}"), code: code.to_owned(), ..Fields::default() }
}

/// An answer with this body; a problem when it has a `type`.
pub fn http(status: u16, fields: Option<Fields>) -> Box<HttpAnswer> {
    let is_problem = fields.as_ref().is_some_and(|fields| !fields.kind.is_empty());
    let content_type = match (&fields, is_problem) {
        (None, _) => "text/html; charset=utf-8",
        (_, true) => "application/problem+json",
        (_, false) => "application/json",
    };
    Box::new(HttpAnswer { status, content_type: content_type.to_owned(), fields, ..HttpAnswer::default() })
}

fn answer(status: u16, fields: Option<Fields>) -> Answer {
    Answer::of(Reply::Answer(http(status, fields)), NOW)
}

fn reference(text: &str) -> Option<Fields> {
    Some(Fields { reference: Some(text.to_owned()), ..Fields::default() })
}

fn issue() -> Remark {
    Remark { place: "user.email".into(), code: "email_shape".into(), limit: String::new(), title: "No address".into() }
}

#[test]
fn a_reference_is_a_receipt() {
    for status in [200, 201, 202, 409] {
        assert_eq!(answer(status, reference(" EH-1 ")), Answer::Received("EH-1".to_owned()), "{status}");
    }
}

#[test]
fn s18_a_reference_of_any_length_is_one_and_is_cut_to_what_can_be_shown() {
    let Answer::Received(shown) = answer(201, reference(&"é".repeat(300))) else { panic!() };
    assert_eq!(shown, "é".repeat(100));
}

#[test]
fn a_reference_with_another_status_is_none() {
    for (status, expected) in [(204, Doubtful::Stranger), (500, Doubtful::Gateway), (503, Doubtful::Gateway)] {
        assert_eq!(answer(status, reference("EH-1")), Answer::MayHaveArrived(expected, None), "{status}");
    }
    assert_eq!(answer(404, reference("EH-1")), Answer::NotHere);
}

#[test]
fn row_26_and_27_a_success_that_is_not_ours_leaves_the_outcome_open() {
    for fields in [None, Some(Fields::default()), reference("  "), reference("")] {
        for status in [200, 201, 202, 204] {
            let answer = answer(status, fields.clone());
            assert_eq!(answer, Answer::MayHaveArrived(Doubtful::Stranger, None), "{status} {fields:?}");
        }
    }
}

#[test]
fn row_24_what_a_gateway_says_leaves_the_outcome_open() {
    for status in [0, 100, 408, 500, 502, 503, 504, 507, 599, 999] {
        for fields in [None, Some(Fields::default())] {
            assert_eq!(answer(status, fields), Answer::MayHaveArrived(Doubtful::Gateway, None), "{status}");
        }
    }
    assert_eq!(answer(511, None), Answer::MayHaveArrived(Doubtful::Stranger, None));
    // A failure of the service itself says nothing of what was kept either.
    assert_eq!(answer(500, Some(ours("broken"))), Answer::MayHaveArrived(Doubtful::Gateway, None));
}

#[test]
fn s5_503_says_that_nothing_was_kept_only_in_our_own_words() {
    assert_eq!(answer(503, Some(ours("busy"))), Answer::Later(None));
    let foreign = Fields { kind: "about:blank".to_owned(), ..Fields::default() };
    assert_eq!(answer(503, Some(foreign)), Answer::MayHaveArrived(Doubtful::Gateway, None));
    // Our words in a type of content that is not that of problems are not ours: a page may quote anything.
    let mut quoted = http(503, Some(ours("busy")));
    quoted.content_type = "text/html".to_owned();
    assert_eq!(Answer::of(Reply::Answer(quoted), NOW), Answer::MayHaveArrived(Doubtful::Gateway, None));
    let mut with_charset = http(503, Some(ours("busy")));
    with_charset.content_type = " Application/Problem+JSON ; charset=utf-8".to_owned();
    assert_eq!(Answer::of(Reply::Answer(with_charset), NOW), Answer::Later(None));
}

#[test]
fn a_virus_leads_to_its_document_and_a_scanner_that_fails_is_tried_again() {
    let (place, code) = ("documents.kvk_extract.organisation", "document_infected");
    let remark = Remark { place: place.into(), code: code.into(), ..Remark::default() };
    let fields = Fields { issues: vec![remark.clone()], ..ours("infected") };
    let refused = Answer::Refused { refusal: Refusal::Issues, remarks: vec![remark.clone()], is_verdict: true };
    assert_eq!(answer(422, Some(fields)), refused);
    let issue = remark.issue().unwrap();
    assert_eq!((issue.place.to_string().as_str(), issue.rule), (place, Rule::DocumentInfected));
    assert_eq!(answer(503, Some(ours("scanner_unavailable"))), Answer::Later(None));
}

#[test]
fn too_early_and_too_often_are_said_before_anything_is_handed_on() {
    for status in [425, 429] {
        for fields in [None, Some(Fields::default()), Some(ours("busy"))] {
            assert_eq!(answer(status, fields), Answer::Later(None), "{status}");
        }
    }
}

#[test]
fn row_19_still_at_it() {
    assert_eq!(answer(409, None), Answer::Busy(None));
    assert_eq!(answer(409, Some(ours("still_processing"))), Answer::Busy(None));
}

#[test]
fn row_20_a_key_that_was_used_for_other_bytes_whatever_the_backend_calls_that() {
    let foreign = |kind: &str, title: &str, detail: &str| Fields {
        kind: kind.to_owned(),
        title: title.to_owned(),
        detail: detail.to_owned(),
        ..Fields::default()
    };
    for fields in [
        ours("idempotency_key_reused"),
        foreign("https://example.com/errors/idempotency", "", ""),
        foreign("about:blank", "Idempotency-Key is already used", ""),
        foreign("about:blank", "Unprocessable Content", "The IDEMPOTENCY key belongs to another request"),
        Fields { code: "IdempotencyKeyReuse".to_owned(), ..Fields::default() },
    ] {
        assert_eq!(answer(422, Some(fields.clone())), Answer::Conflict, "{fields:?}");
    }
    // With issues it is about the answers, whatever words stand in it.
    let issues = Fields { issues: vec![issue()], ..ours("idempotency") };
    assert!(matches!(answer(422, Some(issues)), Answer::Refused { .. }));
    // A key that was lost on the way is nothing that the applicant can mend.
    assert_eq!(answer(400, Some(ours("idempotency_key_missing"))), Answer::NotHere);
}

#[test]
fn row_21_issues_are_a_verdict_of_the_service() {
    for status in [400, 422] {
        let fields = Fields { issues: vec![issue()], ..ours("issues") };
        let refused = |is_verdict| Answer::Refused { refusal: Refusal::Issues, remarks: vec![issue()], is_verdict };
        assert_eq!(answer(status, Some(fields.clone())), refused(true), "{status}");
        let foreign = Fields { kind: String::new(), ..fields };
        assert_eq!(answer(status, Some(foreign)), refused(false), "{status}");
    }
}

#[test]
fn s18_without_issues_the_words_of_the_backend_are_shown_the_most_particular_first() {
    let words = |fields: Fields| match answer(422, Some(fields)) {
        Answer::Refused { refusal: Refusal::Issues, remarks, is_verdict: false } => {
            remarks.into_iter().map(|remark| remark.title).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    let title = Fields { title: "Not valid".to_owned(), ..ours("unknown") };
    let detail = Fields { detail: "The board is not complete".to_owned(), ..title.clone() };
    let errors = Fields { errors: vec!["email: bad".to_owned(), "  ".to_owned()], ..detail.clone() };
    assert_eq!(words(title), ["Not valid"]);
    assert_eq!(words(detail), ["The board is not complete"]);
    assert_eq!(words(errors), ["email: bad"]);
    assert_eq!(words(ours("unknown")), Vec::<String>::new());
}

#[test]
fn remarks_are_bounded_and_those_that_say_nothing_are_left_out() {
    let silent = Remark { place: "moon".to_owned(), ..Remark::default() };
    let known = Remark { title: String::new(), ..issue() };
    let long = Remark::words(&format!("  {}", "ö".repeat(400)));
    let many = [silent, known.clone()].into_iter().chain(std::iter::repeat_n(long, 80)).collect();
    let Answer::Refused { remarks, .. } = answer(422, Some(Fields { issues: many, ..ours("issues") })) else {
        panic!()
    };
    assert_eq!(remarks.len(), 50);
    assert_eq!((&remarks[0], remarks[1].title.as_str()), (&known, "ö".repeat(300).as_str()));
}

#[test]
fn a_remark_names_an_issue_when_place_and_code_are_known() {
    let found = issue().issue().unwrap();
    assert_eq!((found.place, found.rule), (Question::Email.into(), Rule::EmailShape));
    assert_eq!(Remark { code: "moon".into(), ..issue() }.issue(), None);
    assert_eq!(Remark { place: "moon".into(), ..issue() }.issue(), None);
    assert_eq!(Remark { limit: "3".into(), ..issue() }.issue().unwrap().limit, "3");
}

#[test]
fn a_form_that_was_damaged_on_the_way_is_sent_again() {
    assert_eq!(answer(400, Some(ours("form_unreadable"))), Answer::Later(None));
}

#[test]
fn row_22_too_large_or_of_a_wrong_type() {
    for status in [413, 415] {
        let refused = |remarks, is_verdict| Answer::Refused { refusal: Refusal::TooLarge, remarks, is_verdict };
        assert_eq!(answer(status, None), refused(vec![], false), "{status}");
        assert_eq!(answer(status, Some(ours("too_large"))), refused(vec![], true), "{status}");
        let fields = Fields { issues: vec![issue()], ..ours("too_large") };
        assert_eq!(answer(status, Some(fields)), refused(vec![issue()], true), "{status}");
        let detail = Fields { detail: "At most 5 MB".to_owned(), ..Fields::default() };
        assert_eq!(answer(status, Some(detail)), refused(vec![Remark::words("At most 5 MB")], false), "{status}");
    }
}

#[test]
fn row_22_and_25_not_possible_here() {
    for status in [300, 302, 307, 400, 401, 402, 403, 404, 405, 406, 407, 410, 412, 414, 422, 424, 426, 451, 499, 501] {
        assert_eq!(answer(status, None), Answer::NotHere, "{status}");
    }
    for status in [401, 403, 404, 405, 410, 451] {
        assert_eq!(answer(status, Some(ours("origin_not_allowed"))), Answer::NotHere, "{status}");
    }
    assert_eq!(Answer::of(Reply::Redirect, NOW), Answer::NotHere);
}

#[test]
fn silence_may_be_an_arrival_and_what_never_left_is_not() {
    assert_eq!(Answer::of(Reply::Nothing, NOW), Answer::MayHaveArrived(Doubtful::NoAnswer, None));
    assert_eq!(Answer::of(Reply::NeverLeft, NOW), Answer::NeverLeft);
}

#[test]
fn row_23_a_pause_that_is_asked_for_goes_with_the_answer() {
    let asked = |status, fields, header: &str, date: Option<&str>| {
        let retry_after = Some(header.to_owned());
        let date = date.map(str::to_owned);
        Answer::of(Reply::Answer(Box::new(HttpAnswer { retry_after, date, ..*http(status, fields) })), NOW)
    };
    assert_eq!(asked(503, Some(ours("busy")), "7", None), Answer::Later(Some(7)));
    assert_eq!(asked(409, None, "7", None), Answer::Busy(Some(7)));
    assert_eq!(asked(502, None, "7", None), Answer::MayHaveArrived(Doubtful::Gateway, Some(7)));
    assert_eq!(asked(429, None, "86400", None), Answer::Later(Some(86_400)));
    let (later, date) = ("Mon, 23 Nov 2026 10:15:30 GMT", "Mon, 23 Nov 2026 10:15:00 GMT");
    assert_eq!(asked(429, None, later, None), Answer::Later(Some(30)));
    assert_eq!(
        asked(429, None, "Sun, 06 Nov 1994 08:49:39 GMT", Some("Sun, 06 Nov 1994 08:49:37 GMT")),
        Answer::Later(Some(2))
    );
    assert_eq!(asked(429, None, later, Some(date)), Answer::Later(Some(30)));
}
