//! One of a few options.

use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::web::dom::IntoChild;
use eherkenning_wizard::web::kit::{ChoiceField, ChoiceOption, choice_field};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use super::given::{Given, NAME, question_words, say};
use super::mounted::{Mounted, tick};
use super::page;
use super::suite::{Control, Question};

const CHOICE_FIELD: Question = Question {
    control: Control {
        build,
        words: |lang| {
            let [one, three] = options(lang);
            question_words(lang, &[one.label, one.hint, one.price, three.label, three.price])
        },
        stops: |lang| vec![say(lang, "Een jaar € 20", "One year €20"), say(lang, "Drie jaar € 50", "Three years €50")],
    },
    described_after: |_| Vec::new(),
    answer: |mounted| mounted.only("[value='3']").click(),
    told: &["chose 3"],
    told_on_leaving: &[],
};

suite!(question: CHOICE_FIELD);

struct Words {
    label: &'static str,
    hint: &'static str,
    price: &'static str,
}

fn options(lang: Lang) -> [Words; 2] {
    let hint = say(lang, "Om het te proberen.", "To try it.");
    [
        Words { label: say(lang, "Een jaar", "One year"), hint, price: say(lang, "€ 20", "€20") },
        Words { label: say(lang, "Drie jaar", "Three years"), hint: "", price: say(lang, "€ 50", "€50") },
    ]
}

fn build(given: Given) -> AnyView {
    let option = |(value, words): (&str, Words)| ChoiceOption {
        value: value.to_owned(),
        label: words.label.to_owned(),
        hint: words.hint.to_owned(),
        aside: words.price.to_owned(),
    };
    let options = ["1", "3"].into_iter().zip(options(given.lang)).map(option).collect::<Vec<_>>();
    let field = ChoiceField {
        name: NAME.to_owned(),
        words: given.words(),
        options: Memo::new(move |_| options.clone()),
        value: Memo::new(move |_| given.value.get()),
        on_choose: given.tell(|value: String| format!("chose {value}")),
    };
    choice_field(field).into_child()
}

#[wasm_bindgen_test]
async fn its_options_are_one_group_of_radio_buttons() {
    let mounted = Mounted::new(Lang::En, build).await;
    assert_eq!(page::role_of(&mounted.asked()), "radiogroup");
    for stop in mounted.stops() {
        assert_eq!(page::role_of(&stop), "radio");
        assert_eq!(stop.get_attribute("name").as_deref(), Some(NAME));
        stop.click();
    }
    assert_eq!(mounted.all(":checked").len(), 1);
    assert_eq!(mounted.told(), ["chose 1", "chose 3"]);
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn an_option_is_chosen_by_its_row_and_described_by_its_hint() {
    let mounted = Mounted::new(Lang::En, build).await;
    let one = mounted.only("[value='1']");
    assert_eq!(mounted.descriptions(&one), ["To try it."]);
    mounted.all("label").first().unwrap().click();
    assert_eq!(mounted.told(), ["chose 1"]);
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn it_shows_an_answer_given_elsewhere() {
    let mounted = Mounted::new(Lang::En, build).await;
    mounted.given.value.set("3".to_owned());
    tick().await;
    assert!(mounted.only_as::<HtmlInputElement>("[value='3']").checked());
    mounted.unmount();
}
