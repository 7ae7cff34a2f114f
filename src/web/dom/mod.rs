//! Elements in Leptos's builder syntax, erased to one type: `div().class("row").child("text")`.
//!
//! It replaces `view!` for two reasons. `view!` writes fixed markup through `innerHTML`, which a page that enforces
//! Trusted Types refuses. And it gives each piece of markup its own type, with its own code, even with `--cfg
//! erase_components`; `docs/size.md` has the difference. Signals, effects, contexts and mounting are Leptos's own, so
//! this whole room can be removed once `view!` builds elements without `innerHTML` at an acceptable size.
//!
//! The room does not know the wizard. For all elements:
//!
//! - [`Element::child`] takes anything that is [`IntoChild`]; a closure is a child that follows the signals it reads.
//! - [`Element::attr`] takes anything that is [`IntoAttr`], closures included.
//! - A handler does not outlive the screen of its element: see [`Element::on`].

mod attribute;
mod child;
mod effect;
mod element;
mod event;
mod fresh;
mod scroll;
mod tags;

pub use attribute::{Attr, Class, IntoAttr, IntoClass};
pub use child::{IntoChild, keyed};
pub use effect::effect;
pub use element::{Element, ElementRef};
pub use event::{composed, is_checked, set_value, uncheck, value_of};
pub use scroll::{scroll_into_view, visible_height};
pub use tags::{
    a, article, aside, button, canvas, dd, details, div, dl, dt, fieldset, footer, h2, h3, img, input, label, legend,
    li, nav, ol, option, p, progress, section, select, slot, span, summary, textarea, ul,
};
