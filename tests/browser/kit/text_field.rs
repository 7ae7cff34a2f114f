//! One text question, of one line and of several.

use eherkenning_wizard::web::dom::IntoChild;
use eherkenning_wizard::web::kit::{TextField, TextKind, text_field};
use leptos::prelude::*;

use super::given::{Given, NAME, full_label, question_words};
use super::suite::{Control, Question};

const ONE_LINE: TextKind = TextKind { autocomplete: "email", inputmode: "email", width: 20, is_long: false };

const SEVERAL_LINES: TextKind = TextKind { autocomplete: "", inputmode: "text", width: 0, is_long: true };

fn build(given: Given, kind: TextKind) -> AnyView {
    let field = TextField {
        name: NAME.to_owned(),
        words: given.words(),
        kind,
        value: Memo::new(move |_| given.value.get()),
        on_input: given.tell(|text: String| format!("typed {text}")),
        on_leave: given.tell(|()| "left".to_owned()),
    };
    text_field(field).into_child()
}

const fn question(build: fn(Given) -> AnyView) -> Question {
    Question {
        control: Control { build, words: |lang| question_words(lang, &[]), stops: |lang| vec![full_label(lang)] },
        described_after: |_| Vec::new(),
        answer: |mounted| mounted.type_into(".input", "anna@voorbeeld.example"),
        told: &["typed anna@voorbeeld.example"],
        told_on_leaving: &["left"],
    }
}

mod of_one_line {
    use eherkenning_wizard::domain::scheme::Lang;
    use leptos::prelude::Set;
    use wasm_bindgen_test::wasm_bindgen_test;
    use web_sys::HtmlInputElement;

    use super::super::mounted::{Mounted, tick};
    use super::super::suite::Question;
    use super::{ONE_LINE, build, question};

    const TEXT_FIELD: Question = question(|given| build(given, ONE_LINE));

    suite!(question: TEXT_FIELD);

    #[wasm_bindgen_test]
    async fn it_shows_an_answer_given_elsewhere_as_text() {
        let mounted = Mounted::new(Lang::En, TEXT_FIELD.control.build).await;
        mounted.given.value.set("<b>typed</b>".to_owned());
        tick().await;
        assert_eq!(mounted.only_as::<HtmlInputElement>("input").value(), "<b>typed</b>");
        mounted.unmount();
    }

    #[wasm_bindgen_test]
    async fn the_last_typed_text_is_reported_before_leaving() {
        let mounted = Mounted::new(Lang::En, TEXT_FIELD.control.build).await;
        mounted.type_into("input", "anna");
        mounted.asked().blur().unwrap();
        assert_eq!(mounted.told(), ["typed anna", "typed anna", "left"]);
        mounted.unmount();
    }

    #[wasm_bindgen_test]
    async fn a_phone_shows_the_right_keyboard_and_a_browser_can_fill_it_in() {
        let mounted = Mounted::new(Lang::En, TEXT_FIELD.control.build).await;
        let input = mounted.only("input");
        let attributes = ["autocomplete", "inputmode", "autocapitalize", "spellcheck"];
        let values = attributes.map(|name| input.get_attribute(name).unwrap());
        assert_eq!(values, ["email", "email", "none", "false"]);
        mounted.unmount();
    }
}

mod of_an_address {
    use eherkenning_wizard::domain::scheme::Lang;
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::super::mounted::Mounted;
    use super::{ONE_LINE, TextKind, build};

    #[wasm_bindgen_test]
    async fn only_an_address_of_somebody_else_has_the_type_email() {
        let own = Mounted::new(Lang::En, |given| build(given, ONE_LINE)).await;
        assert_eq!(own.only("input").get_attribute("type").unwrap(), "text");
        own.unmount();
        let other = Mounted::new(Lang::En, |given| build(given, TextKind { autocomplete: "off", ..ONE_LINE })).await;
        assert_eq!(other.only("input").get_attribute("type").unwrap(), "email");
        other.unmount();
    }
}

mod of_several_lines {
    use super::super::suite::Question;
    use super::{SEVERAL_LINES, build, question};

    const TEXT_FIELD: Question = question(|given| build(given, SEVERAL_LINES));

    suite!(question: TEXT_FIELD);
}
