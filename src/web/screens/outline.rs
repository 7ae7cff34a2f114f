//! What surrounds every screen, including the welcome screen, before and after the wizard itself has loaded.

use crate::domain::journey::Screen;
use crate::domain::offer::Supplier;
use crate::domain::scheme::Lang;
use crate::domain::texts;
use crate::web::dom::{Element, a, article, div, footer, p, slot};
use crate::web::kit::{ButtonKind, button, main_heading};

/// The root element: sets its language, and opts out of browser translation, which would stop our updates of the text.
pub(super) fn root(lang: impl Fn() -> Lang + Send + 'static) -> Element {
    div().class("wizard").attr("part", "container").attr("lang", move || lang().code()).attr("translate", "no")
}

/// The button that switches to the other language.
pub(super) fn language(lang: Lang, set_language: impl Fn(Lang) + 'static) -> Element {
    let other = if lang == Lang::Nl { Lang::En } else { Lang::Nl };
    button(ButtonKind::Link, move || set_language(other))
        .class("frame__language")
        .attr("data-action", "language")
        .attr("lang", other.code())
        .child(texts::welcome(lang).other_language)
}

/// An empty screen.
pub(super) fn screen(screen: Screen) -> Element {
    article().class("screen").attr("data-step", screen.step().label()).attr("data-screen", screen.code())
}

/// The empty heading of a screen; it can take the focus.
pub(super) fn heading() -> Element {
    main_heading().class("screen__title").attr("part", "heading").attr("tabindex", "-1")
}

/// One or two sentences under the heading, if there are any.
pub(super) fn intro(words: &str) -> Option<Element> {
    (!words.is_empty()).then(|| p().class("screen__intro").attr("part", "intro").child(words))
}

/// The one button that continues.
///
/// Pressing it does not move the focus: an error that appears on leaving a field would move the button away from the
/// pointer.
pub(super) fn next_button(action: &'static str, words: &'static str, go_on: impl Fn() + 'static) -> Element {
    let next = button(ButtonKind::Primary, go_on).attr("data-action", action);
    div().class("actions").child(next.on("mousedown", |event| event.prevent_default()).child(words))
}

/// Contact details, and what the host page adds to them.
pub(super) fn help(lang: Lang, supplier: &Supplier) -> Element {
    footer()
        .class("help")
        .child(slot().attr("name", "help").child(contact(texts::welcome(lang).help, supplier)))
        .child(slot().attr("name", "privacy"))
}

/// A sentence with links for its `{telephone}` and `{email}`.
pub(super) fn contact(sentence: &str, supplier: &Supplier) -> Element {
    let mut line = p();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let (key, after) = after.split_once('}').unwrap_or((after, ""));
        let (scheme, words) = match key {
            "telephone" => ("tel:", &supplier.telephone),
            _ => ("mailto:", &supplier.email),
        };
        let address = format!("{scheme}{}", words.replace(' ', ""));
        line = line.child(before).child(a().attr("href", address).child(words));
        rest = after;
    }
    line.child(rest)
}
