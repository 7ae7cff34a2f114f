//! Headings at the level of the page around them.

use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::web::dom::IntoChild;
use eherkenning_wizard::web::kit::{HeadingLevel, main_heading, sub_heading};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::given::{Given, say};
use super::mounted::{Mounted, tick};
use super::page;
use super::suite::Control;

const HEADING: Control = Control { build, words, stops: |_| Vec::new() };

suite!(control: HEADING);

fn words(lang: Lang) -> Vec<&'static str> {
    vec![say(lang, "Uw organisatie", "Your organisation"), say(lang, "Adres", "Address")]
}

fn build(given: Given) -> AnyView {
    let words = words(given.lang);
    let [main, sub] = [words.first(), words.last()].map(|words| *words.unwrap());
    (main_heading().child(main), sub_heading().child(sub)).into_child()
}

/// Headings that are rebuilt with every answer, in a wizard whose main heading has this level.
fn at_level<const LEVEL: usize>(given: Given) -> AnyView {
    provide_context(HeadingLevel(LEVEL));
    (move || (main_heading().child(given.value.get()), sub_heading().child(given.value.get()))).into_child()
}

fn levels(mounted: &Mounted) -> [Option<String>; 2] {
    ["h2", "h3"].map(|tag| {
        let heading = mounted.only(tag);
        assert_eq!(page::role_of(&heading), "heading");
        heading.get_attribute("aria-level")
    })
}

#[wasm_bindgen_test]
async fn two_wizards_have_headings_at_levels_of_their_own() {
    let wizards = [
        Mounted::new(Lang::En, build).await,
        Mounted::new(Lang::En, at_level::<3>).await,
        Mounted::new(Lang::En, at_level::<6>).await,
    ];
    // Also for what the first wizard shows after the others were mounted.
    for wizard in &wizards {
        wizard.given.value.set("after".to_owned());
    }
    tick().await;
    let level = |level: &str| Some(level.to_owned());
    let expected = [[None, None], [level("3"), level("4")], [level("6"), level("6")]];
    assert_eq!(wizards.each_ref().map(levels), expected);
    wizards.into_iter().for_each(Mounted::unmount);
}
