//! Notices between the questions, of each kind.

use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::web::dom::IntoChild;
use eherkenning_wizard::web::kit::{self, NoticeKind, spoken_notice};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::given::{Given, say};
use super::mounted::Mounted;
use super::page;
use super::suite::Control;

const NOTICE: Control = Control { build, words, stops: |_| Vec::new() };

suite!(control: NOTICE);

const KINDS: [NoticeKind; 4] = [NoticeKind::Info, NoticeKind::Warning, NoticeKind::Error, NoticeKind::Success];

fn words(lang: Lang) -> Vec<&'static str> {
    vec![
        say(lang, "Dit duurt een dag.", "This takes a day."),
        say(lang, "Uw pas verloopt.", "Your card expires."),
        say(lang, "Verzenden lukt niet.", "Sending failed."),
        say(lang, "Verzonden.", "Sent."),
    ]
}

/// Each kind twice: silent and spoken.
fn build(given: Given) -> AnyView {
    let notices = KINDS.into_iter().zip(words(given.lang));
    let both = |(kind, words)| [kit::notice(kind).child(words), spoken_notice(kind).child(words)];
    notices.flat_map(both).collect::<Vec<_>>().into_child()
}

#[wasm_bindgen_test]
async fn a_spoken_notice_interrupts_only_with_an_error() {
    let mounted = Mounted::new(Lang::En, build).await;
    let roles = mounted.all(".notice").iter().map(|notice| page::role_of(notice)).collect::<Vec<_>>();
    assert_eq!(roles, ["", "status", "", "status", "", "alert", "", "status"]);
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn its_kind_is_shown_by_an_icon_besides_its_colour() {
    let mounted = Mounted::new(Lang::En, build).await;
    let icons = mounted.all(".notice").iter().map(|notice| page::icon_of(notice)).collect::<Vec<_>>();
    // The second string is the alternative text for a screen reader, which is empty.
    let [info, beware, done] = ["i", "!", "✓"].map(|icon| format!("\"{icon}\" / \"\""));
    let expected = [&info, &info, &beware, &beware, &beware, &beware, &done, &done];
    assert_eq!(icons.iter().collect::<Vec<_>>(), expected);
    mounted.unmount();
}
