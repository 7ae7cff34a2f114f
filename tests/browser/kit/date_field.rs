//! A date in three boxes.

use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::web::dom::IntoChild;
use eherkenning_wizard::web::kit::{DateField, date_field};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use super::given::{Given, NAME, question_words, say};
use super::mounted::{Mounted, tick};
use super::page;
use super::suite::{Control, Question};

const DATE_FIELD: Question = Question {
    control: Control { build, words: |lang| question_words(lang, &labels(lang)), stops: |lang| labels(lang).to_vec() },
    described_after: |_| Vec::new(),
    answer: |mounted| mounted.type_into(&box_of("month"), "12"),
    told: &["typed 12 in box 1"],
    told_on_leaving: &["left"],
};

suite!(question: DATE_FIELD);

fn labels(lang: Lang) -> [&'static str; 3] {
    [say(lang, "Dag", "Day"), say(lang, "Maand", "Month"), say(lang, "Jaar", "Year")]
}

/// The selector of a box.
fn box_of(part: &str) -> String {
    format!("[name='{NAME}.{part}']")
}

fn build(given: Given) -> AnyView {
    let field = DateField {
        name: NAME.to_owned(),
        words: given.words(),
        labels: labels(given.lang),
        is_birth: true,
        value: Memo::new(move |_| {
            let value = given.value.get();
            let mut parts = value.split('-').map(str::to_owned);
            [(); 3].map(|()| parts.next().unwrap_or_default())
        }),
        on_input: given.tell(|(number, text): (usize, String)| format!("typed {text} in box {number}")),
        on_leave: given.tell(|()| "left".to_owned()),
    };
    date_field(field).into_child()
}

#[wasm_bindgen_test]
async fn its_boxes_are_one_group_and_all_are_invalid_with_the_date() {
    let mounted = Mounted::new(Lang::En, build).await;
    assert_eq!(page::role_of(&mounted.asked()), "group");
    mounted.set_wrong(true).await;
    assert_eq!(mounted.all("input[aria-invalid=true]"), mounted.stops());
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn only_leaving_its_last_box_leaves_the_question() {
    let mounted = Mounted::new(Lang::En, build).await;
    for (part, told) in [("day", 0), ("month", 0), ("year", 0), ("day", 1)] {
        mounted.focus(&mounted.only(&box_of(part)));
        assert_eq!(mounted.told().len(), told, "{part}");
    }
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn it_shows_an_answer_given_elsewhere() {
    let mounted = Mounted::new(Lang::En, build).await;
    mounted.given.value.set("31-12-1980".to_owned());
    tick().await;
    let shown = ["day", "month", "year"].map(|part| mounted.only_as::<HtmlInputElement>(&box_of(part)).value());
    assert_eq!(shown, ["31", "12", "1980"]);
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn a_browser_can_fill_in_a_date_of_birth() {
    let mounted = Mounted::new(Lang::En, build).await;
    let tokens = mounted.stops().iter().map(|stop| stop.get_attribute("autocomplete").unwrap()).collect::<Vec<_>>();
    assert_eq!(tokens, ["bday-day", "bday-month", "bday-year"]);
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn a_whole_date_in_the_first_box_gives_way_to_its_day() {
    let mounted = Mounted::new(Lang::En, build).await;
    mounted.given.value.set("28-2-1985".to_owned());
    tick().await;
    mounted.type_into(&box_of("day"), "-02-1985");
    assert_eq!(mounted.told(), ["typed 28-02-1985 in box 0"]);
    assert_eq!(mounted.only_as::<HtmlInputElement>(&box_of("day")).value(), "28");
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn accents_typed_apart_are_composed() {
    let mounted = Mounted::new(Lang::En, build).await;
    mounted.type_into(&box_of("month"), "a\u{301}");
    assert_eq!(mounted.told(), ["typed \u{e1} in box 1"]);
    mounted.unmount();
}
