//! Controls: what ties them to their words, and when they speak.

use eherkenning_wizard::web::kit::{FieldText, FieldWords, TextField, TextKind};
use eherkenning_wizard::web::reactive::State;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, FocusEvent, HtmlElement, HtmlInputElement};

struct Shown {
    place: HtmlElement,
    error: State<Option<FieldText>>,
    typed: State<String>,
    left: State<usize>,
    owner: Owner,
    handle: Box<dyn std::any::Any>,
}

/// A text field for an e-mail address, on the page.
fn shown() -> Shown {
    let document = web_sys::window().unwrap().document().unwrap();
    let place: HtmlElement = document.create_element("div").unwrap().dyn_into().unwrap();
    document.body().unwrap().append_child(&place).unwrap();
    let owner = Owner::new();
    let (error, typed, left) =
        owner.with(|| (State::new(None::<FieldText>), State::new(String::new()), State::new(0_usize)));
    let words = FieldWords {
        label: "E-mail".to_owned(),
        hint: "Your own".to_owned(),
        optional: String::new(),
        error: owner.with(|| error.into()),
        error_word: "Error".to_owned(),
    };
    let kind = TextKind { autocomplete: "email", inputmode: "email", width: 0, is_long: false };
    let handle = mount_to(place.clone(), move || {
        let field = TextField {
            name: "user.email".to_owned(),
            words,
            kind,
            value: typed.into(),
            on_input: Callback::new(move |text: String| typed.set(text)),
            on_leave: Callback::new(move |()| left.update(|count| *count += 1)),
        };
        field.view()
    });
    Shown { place, error, typed, left, owner, handle: Box::new(handle) }
}

impl Shown {
    fn input(&self) -> HtmlInputElement {
        self.place.query_selector("input").unwrap().unwrap().dyn_into().unwrap()
    }

    fn gone(self) {
        drop(self.handle);
        self.owner.cleanup();
        self.place.remove();
    }
}

async fn settled() {
    gloo_timers::future::TimeoutFuture::new(20).await;
}

#[wasm_bindgen_test]
async fn a_control_is_tied_to_its_label_hint_and_error() {
    let shown = shown();
    let input = shown.input();
    assert_eq!(input.name(), "user.email");
    assert_eq!(shown.place.query_selector("label").unwrap().unwrap().get_attribute("for"), Some(input.id()));
    assert_eq!(input.get_attribute("aria-describedby").as_deref(), Some("user.email-hint"));
    assert_eq!(input.get_attribute("aria-invalid"), None);

    shown.error.set(Some(FieldText { code: "email_shape", text: "Mend it.".to_owned() }));
    settled().await;
    assert_eq!(input.get_attribute("aria-describedby").as_deref(), Some("user.email-hint user.email-error"));
    assert_eq!(input.get_attribute("aria-invalid").as_deref(), Some("true"));
    let message = shown.place.query_selector("[data-issue=email_shape][data-for='user.email']").unwrap().unwrap();
    assert!(message.text_content().unwrap().contains("Mend it."));
    shown.gone();
}

#[wasm_bindgen_test]
async fn what_is_typed_arrives_and_leaving_is_told() {
    let shown = shown();
    let input = shown.input();
    input.set_value("anna@voorbeeld.example");
    input.dispatch_event(&Event::new("input").unwrap()).unwrap();
    assert_eq!(shown.typed.get_untracked(), "anna@voorbeeld.example");
    assert_eq!(shown.left.get_untracked(), 0);
    input.dispatch_event(&FocusEvent::new("blur").unwrap()).unwrap();
    assert_eq!(shown.left.get_untracked(), 1);
    shown.gone();
}

#[wasm_bindgen_test]
async fn a_control_shows_what_is_answered_elsewhere() {
    let shown = shown();
    shown.typed.set("<b>typed</b>".to_owned());
    settled().await;
    assert_eq!(shown.input().value(), "<b>typed</b>");
    shown.gone();
}
