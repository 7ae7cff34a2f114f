//! What stands around every screen, the welcome screen too, before and after the wizard itself is there.

use leptos::prelude::*;

use crate::domain::catalogue::Supplier;
use crate::domain::journey::Screen;
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

/// The heading of a screen, which can take the focus.
pub(super) fn heading(title: &'static str) -> Element {
    element("h2", "screen__title").attr("tabindex", "-1").text(title)
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
    let values = [("telephone", supplier.telephone.as_str()), ("email", supplier.email.as_str())];
    let line = texts::fill(texts::welcome(lang).help, &values);
    element("footer", "help")
        .child(element("slot", "").attr("name", "help").child(paragraph("", line)).view())
        .child(element("slot", "").attr("name", "privacy").view())
}
