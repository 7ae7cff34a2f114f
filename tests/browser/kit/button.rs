//! A button, of each kind.

use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::web::dom::IntoChild;
use eherkenning_wizard::web::kit::{self, ButtonKind};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::given::{Given, say};
use super::mounted::Mounted;
use super::page;
use super::suite::Control;

const BUTTON: Control = Control { build, words: labels, stops: labels };

suite!(control: BUTTON);

const KINDS: [ButtonKind; 4] = [ButtonKind::Primary, ButtonKind::Secondary, ButtonKind::Quiet, ButtonKind::Link];

fn labels(lang: Lang) -> Vec<&'static str> {
    vec![
        say(lang, "Verder", "Next"),
        say(lang, "Terug", "Back"),
        say(lang, "Wissen", "Clear"),
        say(lang, "Bewerken", "Edit"),
    ]
}

fn build(given: Given) -> AnyView {
    let buttons = KINDS.into_iter().zip(labels(given.lang));
    let button = |(kind, label)| kit::button(kind, move || given.note(format!("pressed {label}"))).child(label);
    buttons.map(button).collect::<Vec<_>>().into_child()
}

#[wasm_bindgen_test]
async fn each_kind_runs_its_callback_and_submits_no_form_of_the_page() {
    let mounted = Mounted::new(Lang::En, build).await;
    for stop in mounted.stops() {
        assert_eq!(page::role_of(&stop), "button");
        assert_eq!(stop.get_attribute("type").as_deref(), Some("button"));
        stop.click();
    }
    assert_eq!(mounted.told(), ["pressed Next", "pressed Back", "pressed Clear", "pressed Edit"]);
    mounted.unmount();
}
