//! A check box to agree to something.

use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::web::dom::{IntoChild, a, p};
use eherkenning_wizard::web::kit::{CheckBox, check_box};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use super::given::{Given, NAME, full_label, question_words, say};
use super::mounted::{Mounted, tick};
use super::suite::{Control, Question};

const CHECK_BOX: Question = Question {
    control: Control {
        build,
        words: |lang| question_words(lang, &[terms(lang)]),
        stops: |lang| vec![terms(lang), full_label(lang)],
    },
    described_after: |_| Vec::new(),
    answer: |mounted| mounted.only("input").click(),
    told: &["chose true"],
    told_on_leaving: &[],
};

suite!(question: CHECK_BOX);

fn terms(lang: Lang) -> &'static str {
    say(lang, "De voorwaarden", "The terms")
}

fn build(given: Given) -> AnyView {
    // A link within the page: the suite clicks everything, and navigating away would end all tests.
    let link = a().attr("href", "#terms").child(terms(given.lang));
    let field = CheckBox {
        name: NAME.to_owned(),
        words: given.words(),
        value: Memo::new(move |_| given.value.with(|value| value == "true")),
        on_choose: given.tell(|is_checked: bool| format!("chose {is_checked}")),
        more: Some(p().child(link)),
    };
    check_box(field).into_child()
}

#[wasm_bindgen_test]
async fn its_label_checks_it_and_a_second_press_unchecks_it() {
    let mounted = Mounted::new(Lang::En, build).await;
    mounted.only("label").click();
    mounted.only("input").click();
    assert_eq!(mounted.told(), ["chose true", "chose false"]);
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn it_follows_an_answer_given_elsewhere() {
    let mounted = Mounted::new(Lang::En, build).await;
    let input = mounted.only_as::<HtmlInputElement>("input");
    assert!(!input.checked());
    mounted.given.value.set("true".to_owned());
    tick().await;
    assert!(input.checked());
    mounted.unmount();
}
