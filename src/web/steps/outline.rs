//! What stands around every screen, the welcome screen too, before and after the wizard itself is there.

use leptos::prelude::*;

use crate::domain::journey::Screen;
use crate::domain::offer::Supplier;
use crate::domain::scheme::Lang;
use crate::domain::texts;
use crate::web::kit::{Element, button, element, paragraph};

/// The root of all: its language, and a word to translators, which would freeze what we change.
pub(super) fn root(lang: impl Fn() -> Lang + Send + 'static) -> Element {
    element("div", "wizard").attr_with("lang", move || Some(lang().code().to_owned())).attr("translate", "no")
}

/// The button to the other language.
pub(super) fn language(lang: Lang, speak: impl Fn(Lang) + 'static) -> AnyView {
    let other = if lang == Lang::Nl { Lang::En } else { Lang::Nl };
    button("link frame__language", "language", move || speak(other))
        .attr("lang", other.code())
        .text(texts::welcome(lang).other_language)
        .view()
}

/// A screen without its content.
pub(super) fn screen(screen: Screen) -> Element {
    element("article", "screen").attr("data-step", screen.step().label()).attr("data-screen", screen.code())
}

/// The heading of a screen without its words; it can take the focus.
pub(super) fn heading() -> Element {
    element("h2", "screen__title").attr("tabindex", "-1")
}

/// One or two sentences under the heading, if there are any.
pub(super) fn intro(intro: &'static str) -> Option<AnyView> {
    (!intro.is_empty()).then(|| paragraph("screen__intro", intro))
}

/// The one button on.
///
/// Pressing it leaves the focus where it is: an error that shows on leaving would move the button from under the press.
pub(super) fn on_button(action: &'static str, words: &'static str, go_on: impl Fn() + 'static) -> AnyView {
    let button = button("button", action, go_on).on("mousedown", |event| event.prevent_default());
    element("div", "actions").child(button.text(words).view()).view()
}

/// Where to ask, and what the host page puts there.
pub(super) fn help(lang: Lang, supplier: &Supplier) -> Element {
    let line = contact(texts::welcome(lang).help, supplier);
    element("footer", "help")
        .child(element("slot", "").attr("name", "help").child(line).view())
        .child(element("slot", "").attr("name", "privacy").view())
}

/// A sentence with links where its `{telephone}` and `{email}` stand.
pub(super) fn contact(sentence: &str, supplier: &Supplier) -> AnyView {
    let mut line = element("p", "");
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let (key, after) = after.split_once('}').unwrap_or((after, ""));
        let (scheme, words) = match key {
            "telephone" => ("tel:", &supplier.telephone),
            _ => ("mailto:", &supplier.email),
        };
        let mut address = scheme.to_owned();
        let mut spaced = words.as_str();
        while let Some((part, more)) = spaced.split_once(' ') {
            address.push_str(part);
            spaced = more;
        }
        address.push_str(spaced);
        line = line.text(before).child(element("a", "").attr("href", address).text(words.as_str()).view());
        rest = after;
    }
    line.text(rest).view()
}
