//! Events for the host page: they bubble, are composed, and contain nothing personal.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use crate::domain::journey::{Screen, Step};
use crate::domain::scheme::Lang;
use crate::web::browser;
use crate::web::wizard::Event;

/// Dispatches an event of the wizard.
pub(super) fn tell(element: &HtmlElement, event: Event) {
    match event {
        Event::Ready => send(element, "eh-ready", &[]),
        Event::Saved => send(element, "eh-saved", &[]),
        Event::Step { screen, title, lang } => step(element, screen, &title, lang),
        Event::Issues { step, codes } => {
            let codes = list(&mut codes.iter().map(|code| code.code().into()));
            send(element, "eh-issues", &[("step", step.code().into()), ("codes", codes)]);
        }
        Event::Submitted { reference, level } => {
            send(element, "eh-submitted", &[("reference", reference.into()), ("level", level.into())]);
        }
        Event::Error { code, retryable } => error(element, code, retryable),
        Event::Prefilled { ignored } => {
            send(element, "eh-prefill", &[("ignored", list(&mut ignored.iter().map(JsValue::from)))]);
        }
    }
}

/// Reports the screen that is shown: its step, heading and language.
pub(super) fn step(element: &HtmlElement, screen: Screen, title: &str, lang: Lang) {
    let step = screen.step();
    let fields = [
        ("step", step.code().into()),
        ("screen", screen.code().into()),
        ("index", number(step.number().unwrap_or_default())),
        ("total", number(Step::COUNT)),
        ("title", title.into()),
        ("lang", lang.code().into()),
    ];
    send(element, "eh-step", &fields);
}

/// Reports a failure, and whether trying again may help.
pub(super) fn error(element: &HtmlElement, code: &str, is_retryable: bool) {
    send(element, "eh-error", &[("code", code.into()), ("retryable", is_retryable.into())]);
}

/// Dispatches an event in a new microtask, outside any reactive owner, so that what the page mounts in response is
/// independent of the wizard.
pub(super) fn send(element: &HtmlElement, name: &'static str, fields: &[(&str, JsValue)]) {
    let detail = Object::new();
    for (key, value) in fields {
        // Any key can be set on a plain object.
        Reflect::set(&detail, &JsValue::from(*key), value).ok();
    }
    let element = element.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let init: CustomEventInit =
            browser::options(&[("bubbles", true.into()), ("composed", true.into()), ("detail", detail.into())]);
        if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
            element.dispatch_event(&event).ok();
        }
    });
}

fn list(texts: &mut dyn Iterator<Item = JsValue>) -> JsValue {
    texts.collect::<Array>().into()
}

fn number(count: usize) -> JsValue {
    u32::try_from(count).unwrap_or_default().into()
}
