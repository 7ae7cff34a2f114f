//! More about a question.

use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::web::dom::IntoChild;
use eherkenning_wizard::web::kit::disclosure;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::given::{Given, say};
use super::mounted::{Mounted, tick};
use super::page;
use super::suite::Control;

const DISCLOSURE: Control = Control {
    build,
    words: |lang| [summary(lang)].into_iter().chain(paragraphs(lang)).collect(),
    stops: |lang| vec![summary(lang)],
};

suite!(control: DISCLOSURE);

fn summary(lang: Lang) -> &'static str {
    say(lang, "Waarom vragen we dit?", "Why do we ask this?")
}

fn paragraphs(lang: Lang) -> [&'static str; 2] {
    [
        say(lang, "De wet vraagt het.", "The law asks for it."),
        say(lang, "Anderen zien het niet.", "Others do not see it."),
    ]
}

fn build(given: Given) -> AnyView {
    disclosure(summary(given.lang), &paragraphs(given.lang).join("\n")).into_child()
}

#[wasm_bindgen_test]
async fn its_summary_opens_a_paragraph_for_each_line() {
    for lang in [Lang::Nl, Lang::En] {
        let mounted = Mounted::new(lang, build).await;
        let texts = mounted.all("p");
        assert_eq!(texts.iter().filter_map(|text| text.text_content()).collect::<Vec<_>>(), paragraphs(lang));
        for is_open in [false, true, false] {
            assert!(texts.iter().all(|text| page::is_visible(text) == is_open));
            if is_open {
                mounted.assert_accessible().await;
            }
            mounted.only("summary").click();
            tick().await;
        }
        mounted.unmount();
    }
}
