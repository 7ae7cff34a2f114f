//! What is wrong on a screen.

use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::web::dom::IntoChild;
use eherkenning_wizard::web::kit::{ErrorSummary, SummaryItem, error_summary};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::given::{Given, say};
use super::mounted::{Mounted, has_focus, tick};
use super::page;
use super::suite::Control;

const ERROR_SUMMARY: Control = Control {
    build,
    words: |lang| [title(lang)].into_iter().chain(errors(lang)).collect(),
    stops: |lang| errors(lang).to_vec(),
};

suite!(control: ERROR_SUMMARY);

fn title(lang: Lang) -> &'static str {
    say(lang, "Er klopt iets niet", "Something is wrong")
}

fn errors(lang: Lang) -> [&'static str; 2] {
    [say(lang, "Vul een nummer in.", "Fill in a number."), say(lang, "Kies een niveau.", "Choose a level.")]
}

/// The answer "right" leaves nothing wrong, "fewer" one thing; its length tells when to take the focus.
fn build(given: Given) -> AnyView {
    let items = move || {
        let names = [("number", "number_shape"), ("level", "required")].into_iter().zip(errors(given.lang));
        let item = |((name, code), text): ((&str, _), &str)| SummaryItem {
            name: name.to_owned(),
            code,
            text: text.to_owned(),
        };
        let count = given.value.with(|value| match value.as_str() {
            "right" => 0,
            "fewer" => 1,
            _ => 2,
        });
        names.map(item).take(count).collect()
    };
    let summary = ErrorSummary {
        title: title(given.lang),
        items: Memo::new(move |_| items()),
        focus: Memo::new(move |_| given.value.with(String::len)),
        on_follow: given.tell(|name: String| format!("followed {name}")),
    };
    error_summary(summary).into_child()
}

#[wasm_bindgen_test]
async fn it_takes_the_focus_when_asked_and_is_named_by_its_title() {
    for lang in [Lang::Nl, Lang::En] {
        let mounted = Mounted::new(lang, build).await;
        let group = mounted.only("[role=group]");
        assert_eq!(page::name_of(&group), title(lang));
        assert_ne!(page::icon_of(&group), "");
        assert!(!has_focus(&group));
        mounted.given.value.set("wrong again".to_owned());
        // Once to notice the request for the focus, once to take it.
        tick().await;
        tick().await;
        assert!(has_focus(&group));
        mounted.unmount();
    }
}

#[wasm_bindgen_test]
async fn each_error_links_to_its_question_and_has_its_rule() {
    let mounted = Mounted::new(Lang::En, build).await;
    for stop in mounted.stops() {
        stop.click();
    }
    assert_eq!(mounted.told(), ["followed number", "followed level"]);
    assert_eq!(mounted.only("[data-summary=number_shape]").text_content().as_deref(), Some("Fill in a number."));
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn it_is_gone_when_nothing_is_wrong() {
    let mounted = Mounted::new(Lang::En, build).await;
    mounted.given.value.set("right".to_owned());
    tick().await;
    assert!(mounted.said().is_empty());
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn it_leaves_the_focus_where_it_is_when_what_is_wrong_changes() {
    let mounted = Mounted::new(Lang::En, build).await;
    mounted.given.value.set("still".to_owned());
    tick().await;
    tick().await;
    assert!(has_focus(&mounted.only("[role=group]")));
    // The applicant goes to a field and types there.
    mounted.only("[role=group]").blur().unwrap();
    mounted.given.value.set("fewer".to_owned());
    tick().await;
    tick().await;
    assert!(!has_focus(&mounted.only("[role=group]")));
    mounted.unmount();
}
