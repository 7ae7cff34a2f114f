//! The suite that every control of the kit passes, called by the file of each control with `suite!`.

use std::collections::BTreeSet;

use eherkenning_wizard::domain::scheme::Lang;
use leptos::prelude::*;
use web_sys::{Element, Node};

use super::given::{CODE, Given, NAME, error, error_word, full_label, hint};
use super::mounted::{Mounted, has_focus, tick};
use super::page;

/// A control, and what is expected of it.
pub struct Control {
    /// Builds it.
    pub build: fn(Given) -> AnyView,
    /// Everything it says, in any order.
    pub words: fn(Lang) -> Vec<&'static str>,
    /// The accessible names of the places where the Tab key stops, in order; of radio buttons each one.
    pub stops: fn(Lang) -> Vec<&'static str>,
}

/// A control that asks the question `NAME`.
pub struct Question {
    /// The control.
    pub control: Control,
    /// What else describes it, after hint and error.
    pub described_after: fn(Lang) -> Vec<&'static str>,
    /// Answers the question with the keyboard. (A browser turns Space and Enter on its own controls into a click.)
    pub answer: fn(&Mounted),
    /// What the control reports for that answer.
    pub told: &'static [&'static str],
    /// What it reports when its last stop loses the focus.
    pub told_on_leaving: &'static [&'static str],
}

/// The tests of one control: `suite!(control: …)`, or `suite!(question: …)` for one that asks something. A module has
/// room for one suite.
macro_rules! suite {
    (control: $control:expr) => {
        #[wasm_bindgen_test::wasm_bindgen_test]
        async fn says_only_its_words_in_both_languages() {
            $crate::kit::suite::says_only_its_words(&$control).await;
        }

        #[wasm_bindgen_test::wasm_bindgen_test]
        async fn is_reached_by_keyboard_in_all_its_parts() {
            $crate::kit::suite::is_reached_by_keyboard(&$control).await;
        }

        #[wasm_bindgen_test::wasm_bindgen_test]
        async fn axe_finds_nothing() {
            $crate::kit::suite::passes_axe(&$control).await;
        }

        #[wasm_bindgen_test::wasm_bindgen_test]
        async fn runs_no_handler_once_its_screen_is_left() {
            $crate::kit::suite::leaves_in_silence(&$control, |_| ()).await;
        }
    };
    (question: $question:expr) => {
        suite!(control: $question.control);

        #[wasm_bindgen_test::wasm_bindgen_test]
        async fn is_named_by_its_label_and_described_by_its_hint() {
            $crate::kit::suite::is_named_and_described(&$question).await;
        }

        #[wasm_bindgen_test::wasm_bindgen_test]
        async fn says_what_is_wrong_while_something_is() {
            $crate::kit::suite::says_what_is_wrong(&$question).await;
        }

        #[wasm_bindgen_test::wasm_bindgen_test]
        async fn axe_finds_nothing_while_it_is_invalid() {
            $crate::kit::suite::passes_axe_while_wrong(&$question).await;
        }

        #[wasm_bindgen_test::wasm_bindgen_test]
        async fn keeps_the_focus_when_an_error_comes_and_goes() {
            $crate::kit::suite::keeps_the_focus(&$question).await;
        }

        #[wasm_bindgen_test::wasm_bindgen_test]
        async fn reports_the_answer_and_that_it_is_left() {
            $crate::kit::suite::tells_answer_and_leaving(&$question).await;
        }

        #[wasm_bindgen_test::wasm_bindgen_test]
        async fn runs_no_handler_once_its_screen_is_left_in_the_middle_of_an_answer() {
            let question = &$question;
            $crate::kit::suite::leaves_in_silence(&question.control, question.answer).await;
        }
    };
}

/// In each language it says exactly the texts it was given.
pub async fn says_only_its_words(control: &Control) {
    for lang in [Lang::Nl, Lang::En] {
        let mounted = Mounted::new(lang, control.build).await;
        assert_eq!(mounted.said(), set((control.words)(lang)));
        mounted.unmount();
    }
}

/// The Tab key stops at everything that can be used, in the order of the document, and each stop has its name. No
/// control of the kit can be disabled: keyboard users would not find it, nor learn why.
pub async fn is_reached_by_keyboard(control: &Control) {
    for lang in [Lang::Nl, Lang::En] {
        let mounted = Mounted::new(lang, control.build).await;
        let stops = mounted.stops();
        assert_eq!(stops.iter().map(|stop| page::name_of(stop)).collect::<Vec<_>>(), (control.stops)(lang));
        for stop in &stops {
            assert_eq!(stop.tab_index(), 0, "out of order: {}", stop.outer_html());
            mounted.focus(stop);
            let name = page::name_of(stop);
            for description in mounted.descriptions(stop) {
                assert!(!name.contains(&description), "read out twice: {description}");
            }
        }
        let usable = mounted.all("a, button, input, select, textarea, summary");
        let skipped = usable.iter().filter(|element| page::is_visible(element) && !stops.contains(element));
        assert_eq!(skipped.map(|element| element.outer_html()).collect::<Vec<_>>(), Vec::<String>::new());
        assert_eq!(mounted.all("[disabled], [readonly], [aria-disabled], [inert]"), []);
        mounted.unmount();
    }
}

pub async fn passes_axe(control: &Control) {
    for lang in [Lang::Nl, Lang::En] {
        let mounted = Mounted::new(lang, control.build).await;
        mounted.assert_accessible().await;
        mounted.unmount();
    }
}

/// A handler that ran after its screen was left would read signals that are gone, and end all wizards on the page. And
/// browsers do send events to a focused control while it is removed from the page.
pub async fn leaves_in_silence(control: &Control, begin: fn(&Mounted)) {
    let mounted = Mounted::new(Lang::Nl, control.build).await;
    if let Some(stop) = mounted.stops().first() {
        mounted.focus(stop);
    }
    begin(&mounted);
    tick().await;
    let (elements, told) = (mounted.all(".wizard *"), mounted.told());
    assert!(!elements.is_empty());
    mounted.leave_screen().await;
    assert_eq!(mounted.all(".wizard *"), []);
    // Not every browser sends events by itself.
    for element in elements {
        page::send_late_events(&element);
    }
    tick().await;
    assert_eq!(mounted.told(), told);
    mounted.unmount();
}

/// Attributes that refer to other elements.
const ID_REFERENCES: [&str; 4] = ["for", "aria-controls", "aria-describedby", "aria-labelledby"];

/// The question is the name of its control or group, and the hint its description. The names of form controls begin
/// with that of the question, which is its place in the application.
pub async fn is_named_and_described(question: &Question) {
    for lang in [Lang::Nl, Lang::En] {
        let mounted = Mounted::new(lang, question.control.build).await;
        let asked = mounted.asked();
        // A file input is named by its button too.
        assert!(page::name_of(&asked).ends_with(full_label(lang)), "{}", page::name_of(&asked));
        let expected: Vec<&str> = [hint(lang)].into_iter().chain((question.described_after)(lang)).collect();
        assert_eq!(mounted.descriptions(&asked), expected);
        for control in mounted.all("input, select, textarea") {
            let name = control.get_attribute("name").unwrap_or_default();
            let part = name.strip_prefix(NAME);
            assert!(part.is_some_and(|part| part.is_empty() || part.starts_with('.')), "{}", control.outer_html());
        }
        for attribute in ID_REFERENCES {
            for element in mounted.all(&format!("[{attribute}]")) {
                let ids = element.get_attribute(attribute).unwrap();
                assert!(ids.split_whitespace().all(|id| mounted.has_id(id)), "{}", element.outer_html());
            }
        }
        let ids: Vec<String> = mounted.all("[id]").iter().map(|element| element.id()).collect();
        assert_eq!(set(ids.clone()).len(), ids.len(), "{ids:?}");
        mounted.unmount();
    }
}

/// An error is a sentence, marked as an error by a word and an icon, for people who do not see the colour. It comes
/// before each control of the question, describes it or its group, and marks it as invalid. Scripts find it by rule and
/// place.
pub async fn says_what_is_wrong(question: &Question) {
    for lang in [Lang::Nl, Lang::En] {
        let mounted = Mounted::new(lang, question.control.build).await;
        let is_said_to_be_wrong = || !mounted.all("[data-issue], [aria-invalid]").is_empty();
        assert!(!is_said_to_be_wrong());

        mounted.set_wrong(true).await;
        let (asked, message) = (mounted.asked(), mounted.only(&format!("[data-issue={CODE}][data-for='{NAME}']")));
        let (word, text) = (format!("{}:", error_word(lang)), error(lang).text);
        let sentence = format!("{word} {text}");
        assert_eq!(message.text_content().unwrap(), sentence);
        assert!(page::is_visible(&message));
        assert_ne!(page::icon_of(&message), "");
        let expected = [hint(lang), &sentence].into_iter().chain((question.described_after)(lang));
        assert_eq!(mounted.descriptions(&asked), expected.collect::<Vec<_>>());
        for control in mounted.stops().iter().filter(|stop| stop.matches("input, select, textarea").unwrap()) {
            let group = control.closest("fieldset").unwrap();
            let around: Vec<&Element> = group.iter().chain([control.as_ref()]).collect();
            assert!(around.iter().any(|element| mounted.descriptions(element).contains(&sentence)));
            assert!(around.iter().any(|element| element.get_attribute("aria-invalid").as_deref() == Some("true")));
            assert_ne!(control.compare_document_position(&message) & Node::DOCUMENT_POSITION_PRECEDING, 0);
        }
        let words = (question.control.words)(lang).into_iter().map(str::to_owned).chain([word, text]);
        assert_eq!(mounted.said(), words.collect());

        mounted.set_wrong(false).await;
        assert!(!is_said_to_be_wrong());
        mounted.unmount();
    }
}

pub async fn passes_axe_while_wrong(question: &Question) {
    for lang in [Lang::Nl, Lang::En] {
        let mounted = Mounted::new(lang, question.control.build).await;
        mounted.set_wrong(true).await;
        mounted.assert_accessible().await;
        mounted.unmount();
    }
}

/// Errors come and go while the applicant is in the control.
pub async fn keeps_the_focus(question: &Question) {
    let mounted = Mounted::new(Lang::En, question.control.build).await;
    for stop in mounted.stops() {
        mounted.focus(&stop);
        for is_wrong in [true, false] {
            mounted.set_wrong(is_wrong).await;
            assert!(has_focus(&stop), "lost the focus: {}", stop.outer_html());
        }
    }
    mounted.unmount();
}

pub async fn tells_answer_and_leaving(question: &Question) {
    let mounted = Mounted::new(Lang::En, question.control.build).await;
    (question.answer)(&mounted);
    tick().await;
    assert_eq!(mounted.told(), question.told);
    mounted.unmount();

    let mounted = Mounted::new(Lang::En, question.control.build).await;
    let stop = mounted.stops().pop().unwrap();
    mounted.focus(&stop);
    assert_eq!(mounted.told(), [""; 0]);
    stop.blur().unwrap();
    tick().await;
    assert_eq!(mounted.told(), question.told_on_leaving);
    mounted.unmount();
}

fn set<T: Into<String>>(words: Vec<T>) -> BTreeSet<String> {
    words.into_iter().map(Into::into).collect()
}
