//! Controls: what ties them to their words, and when they speak.

use std::cell::Cell;
use std::rc::Rc;

use eherkenning_wizard::web::dom::IntoChild;
use eherkenning_wizard::web::kit::{
    FieldError, FieldWords, HeadingLevel, TextField, TextKind, main_heading, sub_heading, text_field,
};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, FocusEvent, HtmlElement, HtmlInputElement};

struct Shown {
    place: HtmlElement,
    error: RwSignal<Option<FieldError>>,
    typed: RwSignal<String>,
    left: RwSignal<usize>,
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
        owner.with(|| (RwSignal::new(None::<FieldError>), RwSignal::new(String::new()), RwSignal::new(0_usize)));
    let words = FieldWords {
        label: "E-mail".to_owned(),
        hint: owner.with(|| Signal::stored("Your own".to_owned())),
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
        text_field(field).into_child()
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

    shown.error.set(Some(FieldError { code: "email_shape", text: "Mend it.".to_owned() }));
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

/// Counts what ends the widget: an error that nobody caught, such as that of a panic in a handler.
fn uncaught() -> Rc<Cell<u32>> {
    let count = Rc::new(Cell::new(0));
    let counted = Rc::clone(&count);
    let listener = Closure::<dyn Fn(JsValue)>::new(move |_| counted.set(counted.get() + 1)).into_js_value();
    let window = web_sys::window().unwrap();
    window.add_event_listener_with_callback("error", listener.unchecked_ref()).unwrap();
    count
}

/// Types as a person does, so that the browser owes a `change` when the field is left.
fn type_into(input: &HtmlInputElement, text: &str) {
    input.focus().unwrap();
    let document = JsValue::from(web_sys::window().unwrap().document().unwrap());
    let command = js_sys::Reflect::get(&document, &"execCommand".into()).unwrap();
    let command: js_sys::Function = command.dyn_into().unwrap();
    command.call3(&document, &"insertText".into(), &false.into(), &text.into()).unwrap();
}

#[wasm_bindgen_test]
async fn a_field_that_leaves_the_page_with_the_focus_in_it_runs_no_handler() {
    let uncaught = uncaught();
    let document = web_sys::window().unwrap().document().unwrap();
    let place: HtmlElement = document.create_element("div").unwrap().dyn_into().unwrap();
    document.body().unwrap().append_child(&place).unwrap();
    let owner = Owner::new();
    let (is_shown, typed, left) =
        owner.with(|| (RwSignal::new(true), RwSignal::new(String::new()), RwSignal::new(0_usize)));
    let handle = mount_to(place.clone(), move || {
        let field = move || {
            // All of it goes with the screen.
            let typed_here = RwSignal::new(String::new());
            text_field(TextField {
                name: "user.email".to_owned(),
                words: FieldWords::plain("E-mail"),
                kind: TextKind::default(),
                value: typed_here.into(),
                on_input: Callback::new(move |text: String| {
                    typed.set(text.clone());
                    typed_here.set(text);
                }),
                on_leave: Callback::new(move |()| {
                    left.update(|count| *count += typed_here.with_untracked(String::len));
                }),
            })
        };
        (move || is_shown.get().then(field)).into_child()
    });
    let input: HtmlInputElement = place.query_selector("input").unwrap().unwrap().dyn_into().unwrap();
    type_into(&input, "anna");
    assert_eq!(typed.get_untracked(), "anna");

    is_shown.set(false);
    settled().await;
    assert!(place.query_selector("input").unwrap().is_none());
    // Not every browser tells a field that leaves the page; so it is told here as well.
    input.set_value("someone else");
    for event in ["input", "change", "blur", "focusout"] {
        input.dispatch_event(&Event::new(event).unwrap()).unwrap();
    }
    settled().await;
    assert_eq!((typed.get_untracked().as_str(), left.get_untracked()), ("anna", 0));
    assert_eq!(uncaught.get(), 0, "a handler panicked");
    drop(handle);
    owner.cleanup();
    place.remove();
}

#[wasm_bindgen_test]
async fn two_wizards_have_headings_at_levels_of_their_own() {
    let document = web_sys::window().unwrap().document().unwrap();
    let owner = Owner::new();
    let words = owner.with(|| RwSignal::new("before"));
    let wizards = [3, 5].map(|level| {
        let place: HtmlElement = document.create_element("div").unwrap().dyn_into().unwrap();
        document.body().unwrap().append_child(&place).unwrap();
        let handle = mount_to(place.clone(), move || {
            provide_context(HeadingLevel(level));
            (move || [main_heading().child(words.get()), sub_heading().child(words.get())]).into_child()
        });
        (place, handle)
    });
    let levels = |place: &HtmlElement| {
        ["h2", "h3"].map(|tag| place.query_selector(tag).unwrap().unwrap().get_attribute("aria-level").unwrap())
    };
    // Also of what the first wizard shows after the second was mounted.
    words.set("after");
    settled().await;
    assert_eq!(wizards.each_ref().map(|(place, _)| levels(place)), [["3", "4"], ["5", "6"]]);
    for (place, handle) in wizards {
        drop(handle);
        place.remove();
    }
    owner.cleanup();
}
