//! One of many options.

use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::web::dom::IntoChild;
use eherkenning_wizard::web::kit::{ChoiceOption, SelectField, select_field};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlSelectElement;

use super::given::{Given, NAME, full_label, question_words, say};
use super::mounted::{Mounted, tick};
use super::suite::{Control, Question};

const SELECT_FIELD: Question = Question {
    control: Control { build, words: |lang| question_words(lang, &words(lang)), stops: |lang| vec![full_label(lang)] },
    described_after: |_| Vec::new(),
    answer: |mounted| mounted.select("select", "DE"),
    told: &["chose DE"],
    told_on_leaving: &["left"],
};

suite!(question: SELECT_FIELD);

fn words(lang: Lang) -> [&'static str; 3] {
    [say(lang, "Kies", "Choose"), say(lang, "Nederland", "Netherlands"), say(lang, "Duitsland", "Germany")]
}

fn build(given: Given) -> AnyView {
    let [prompt, netherlands, germany] = words(given.lang);
    let option = |(value, label): (&str, &str)| ChoiceOption {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: String::new(),
        aside: String::new(),
    };
    let field = SelectField {
        name: NAME.to_owned(),
        words: given.words(),
        autocomplete: "country",
        prompt,
        options: Memo::new(move |_| [("NL", netherlands), ("DE", germany)].map(option).to_vec()),
        value: Memo::new(move |_| given.value.get()),
        on_choose: given.tell(|value: String| format!("chose {value}")),
        on_leave: given.tell(|()| "left".to_owned()),
    };
    select_field(field).into_child()
}

#[wasm_bindgen_test]
async fn it_shows_its_prompt_until_something_is_answered() {
    let mounted = Mounted::new(Lang::En, build).await;
    let list = mounted.only_as::<HtmlSelectElement>("select");
    let shown = || mounted.only("option:checked").text_content();
    assert_eq!((list.value().as_str(), shown().as_deref()), ("", Some("Choose")));
    mounted.given.value.set("NL".to_owned());
    tick().await;
    assert_eq!((list.value().as_str(), shown().as_deref()), ("NL", Some("Netherlands")));
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn a_browser_can_fill_it_in() {
    let mounted = Mounted::new(Lang::En, build).await;
    assert_eq!(mounted.only("select").get_attribute("autocomplete").as_deref(), Some("country"));
    mounted.unmount();
}
