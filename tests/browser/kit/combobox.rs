//! A search box with a list of options.

use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::web::dom::IntoChild;
use eherkenning_wizard::web::kit::{Combobox, ComboboxList, ComboboxOption, combobox};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement};

use super::given::{Given, NAME, full_label, question_words, say};
use super::mounted::{Mounted, tick};
use super::page;
use super::suite::{Control, Question};

const COMBOBOX: Question = Question {
    control: Control { build, words: |lang| question_words(lang, &[]), stops: |lang| vec![full_label(lang)] },
    described_after: |_| Vec::new(),
    answer: |mounted| {
        mounted.type_into("input", "tax");
        let input = mounted.only("input");
        assert!(page::press_key(&input, "ArrowDown") && page::press_key(&input, "Enter"));
    },
    told: &["reached 0", "chose returns"],
    told_on_leaving: &[],
};

suite!(question: COMBOBOX);

/// Three options, two of them under one heading; none for the text "nothing".
fn build(given: Given) -> AnyView {
    let option = move |value: &str, group, label, is_chosen| ComboboxOption {
        value: value.to_owned(),
        group,
        label,
        detail: given.say("Voor bedrijven", "For businesses").to_owned(),
        aside: "EH3".to_owned(),
        is_chosen,
    };
    let options = move || {
        let office = given.say("Belastingkantoor", "Tax office").to_owned();
        vec![
            option("returns", office.clone(), given.say("Aangifte doen", "File returns").to_owned(), true),
            option("refunds", office, given.say("Geld terugvragen", "Ask for a refund").to_owned(), false),
            option("permits", String::new(), given.say("Vergunningen", "Permits").to_owned(), false),
        ]
    };
    let list = move || {
        let options = if given.value.with(|query| query == "nothing") { Vec::new() } else { options() };
        let footer = if options.is_empty() { "" } else { given.say("En nog twee", "And two more") };
        ComboboxList { total: options.len(), options, footer: footer.to_owned() }
    };
    let field = Combobox {
        name: NAME.to_owned(),
        words: given.words(),
        list: Memo::new(move |_| list()),
        nothing: given.say("Niets gevonden.", "Nothing found."),
        query: given.value,
        on_choose: given.tell(|value: String| format!("chose {value}")),
        on_reach: given.tell(|index: usize| format!("reached {index}")),
    };
    combobox(field).into_child()
}

/// The search box, with its list open.
async fn opened(lang: Lang) -> (Mounted, HtmlElement) {
    let mounted = Mounted::new(lang, build).await;
    let input = mounted.only("input");
    mounted.focus(&input);
    tick().await;
    assert_eq!(input.get_attribute("aria-expanded").as_deref(), Some("true"));
    (mounted, input)
}

/// The active option, as shown and as reported to a screen reader.
fn reached(mounted: &Mounted) -> Option<String> {
    let id = mounted.only("input").get_attribute("aria-activedescendant");
    let active = mounted.all(".result--active").pop();
    assert_eq!(id, active.as_ref().map(|active| active.id()));
    active.and_then(|active| active.get_attribute("data-value"))
}

#[wasm_bindgen_test]
async fn its_list_says_only_its_words_in_both_languages() {
    let words = |lang| {
        let words = [
            say(lang, "Belastingkantoor", "Tax office"),
            say(lang, "Aangifte doen", "File returns"),
            say(lang, "Geld terugvragen", "Ask for a refund"),
            say(lang, "Vergunningen", "Permits"),
            say(lang, "Voor bedrijven", "For businesses"),
            say(lang, "En nog twee", "And two more"),
            "EH3",
        ];
        question_words(lang, &words).into_iter().map(str::to_owned).collect()
    };
    for lang in [Lang::Nl, Lang::En] {
        let (mounted, _) = opened(lang).await;
        assert_eq!(mounted.said(), words(lang));
        mounted.unmount();
    }
}

#[wasm_bindgen_test]
async fn it_is_a_combobox_that_controls_its_list() {
    let (mounted, input) = opened(Lang::En).await;
    assert_eq!(page::role_of(&input), "combobox");
    let list = mounted.only("[role=listbox]");
    assert_eq!(input.get_attribute("aria-controls"), Some(list.id()));
    assert_eq!(page::name_of(&list), "Question");
    assert_eq!(page::name_of(&mounted.only("[role=group]")), "Tax office");
    assert_eq!(mounted.all("[role=group] [role=option]").len(), 2);
    let chosen = mounted.all("[aria-selected=true]");
    assert_eq!(chosen.iter().filter_map(|row| row.get_attribute("data-value")).collect::<Vec<_>>(), ["returns"]);
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn axe_finds_nothing_with_its_list_open_or_without_options() {
    for lang in [Lang::Nl, Lang::En] {
        let (mounted, input) = opened(lang).await;
        page::press_key(&input, "ArrowDown");
        tick().await;
        mounted.assert_accessible().await;
        page::insert_text("nothing");
        tick().await;
        assert_eq!(
            mounted.only(".combobox__nothing").text_content().as_deref(),
            Some(say(lang, "Niets gevonden.", "Nothing found."))
        );
        assert_eq!(input.get_attribute("aria-expanded").as_deref(), Some("false"));
        mounted.assert_accessible().await;
        mounted.unmount();
    }
}

#[wasm_bindgen_test]
async fn arrow_keys_walk_the_list_and_wrap_around() {
    let (mounted, input) = opened(Lang::En).await;
    assert_eq!(reached(&mounted), None);
    // Without an active option they move the caret.
    assert!(!page::press_key(&input, "Home") && !page::press_key(&input, "End"));
    for (key, option) in [
        ("ArrowDown", "returns"),
        ("ArrowDown", "refunds"),
        ("End", "permits"),
        ("ArrowDown", "returns"),
        ("ArrowUp", "permits"),
        ("Home", "returns"),
    ] {
        assert!(page::press_key(&input, key), "{key}");
        tick().await;
        assert_eq!(reached(&mounted).as_deref(), Some(option), "{key}");
    }
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn enter_chooses_and_closes_the_list() {
    let (mounted, input) = opened(Lang::En).await;
    for key in ["ArrowDown", "Enter", "ArrowDown", "Enter"] {
        page::press_key(&input, key);
        tick().await;
    }
    assert_eq!(mounted.told(), ["reached 0", "chose returns", "reached 0", "chose returns"]);
    assert!(!page::is_visible(&mounted.only("[role=listbox]")));
    assert_eq!(mounted.given.value.get_untracked(), "");
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn enter_takes_the_first_match_of_what_was_typed_and_nothing_otherwise() {
    let (mounted, input) = opened(Lang::En).await;
    for (typed, told) in [("", [""; 0].as_slice()), (" ", &[]), ("nothing", &[]), ("tax", &["chose returns"])] {
        mounted.only_as::<HtmlInputElement>("input").select();
        page::insert_text(typed);
        tick().await;
        assert!(page::press_key(&input, "Enter"), "{typed}");
        tick().await;
        assert_eq!(mounted.told(), told, "{typed}");
    }
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn the_list_ends_in_the_window_with_the_label_at_its_top() {
    let (mounted, input) = opened(Lang::En).await;
    let window = web_sys::window().unwrap();
    let height = window.inner_height().unwrap().as_f64().unwrap();
    let list = mounted.only("[role=listbox]").get_bounding_client_rect();
    assert!(input.get_bounding_client_rect().top() >= 0.0);
    assert!(list.height() > 0.0 && list.bottom() <= height, "{} of {height}", list.bottom());
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn escape_closes_the_list_then_empties_the_box_then_goes_to_the_page() {
    let (mounted, input) = opened(Lang::En).await;
    page::insert_text("tax");
    tick().await;
    assert!(page::press_key(&input, "Escape"));
    tick().await;
    assert!(!page::is_visible(&mounted.only("[role=listbox]")));
    assert_eq!(mounted.given.value.get_untracked(), "tax");
    assert!(page::press_key(&input, "Escape"));
    tick().await;
    assert_eq!(mounted.only_as::<HtmlInputElement>("input").value(), "");
    assert!(!page::press_key(&input, "Escape"));
    assert!(page::press_key(&input, "Enter"));
    tick().await;
    assert!(page::is_visible(&mounted.only("[role=listbox]")));
    assert_eq!(mounted.told(), [""; 0]);
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn the_list_closes_when_the_box_is_left() {
    let (mounted, input) = opened(Lang::En).await;
    input.blur().unwrap();
    tick().await;
    assert!(!page::is_visible(&mounted.only("[role=listbox]")));
    assert_eq!(mounted.all("[role=option]"), []);
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn a_click_anywhere_on_a_row_chooses_it() {
    let (mounted, _) = opened(Lang::En).await;
    mounted.only(".results__more").click();
    mounted.only("[data-value=permits] .result__aside").click();
    assert_eq!(mounted.told(), ["chose permits"]);
    mounted.unmount();
}
