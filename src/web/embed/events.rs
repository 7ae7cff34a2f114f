//! Events for the host page: bubbling, composed, and never anything personal.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use crate::domain::journey::Step;
use crate::web::wizard::Event;

/// Dispatches an event in a fresh microtask: outside of any reactive owner, so that whatever the page
/// mounts in answer to it lives on its own.
pub(super) fn dispatch(element: &HtmlElement, event: Event) {
    let (name, detail) = describe(event);
    let element = element.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&detail);
        if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
            element.dispatch_event(&event).ok();
        }
    });
}

fn describe(event: Event) -> (&'static str, JsValue) {
    let detail = Object::new();
    let set = |key: &str, value: JsValue| {
        // A plain object takes any key.
        Reflect::set(&detail, &key.into(), &value).ok();
    };
    let name = match event {
        Event::Ready => "eh-ready",
        Event::Saved => "eh-saved",
        Event::Step { step, title } => {
            set("step", step.code().into());
            set("index", number(step.number().unwrap_or_default()));
            set("total", number(Step::COUNT));
            set("title", title.into());
            "eh-step"
        }
        Event::Issues { step, codes } => {
            set("step", step.code().into());
            set("codes", codes.iter().map(|code| JsValue::from(code.code())).collect::<Array>().into());
            "eh-issues"
        }
        Event::Submitted { reference, level } => {
            set("reference", reference.into());
            set("level", level.into());
            "eh-submitted"
        }
        Event::Error { code, retryable } => {
            set("code", code.into());
            set("retryable", retryable.into());
            "eh-error"
        }
    };
    (name, detail.into())
}

fn number(count: usize) -> JsValue {
    u32::try_from(count).unwrap_or_default().into()
}
