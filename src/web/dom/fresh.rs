//! An element that is replaced, never changed, when what it was made of is made again.
//!
//! Leptos would write the new attributes and text into the old element. A page that the browser translates keeps the
//! translation of the old text then, because translators move text nodes about: only a new element shows new words.
//! It also leaves no handler of the old one behind, and the code that clears an element through `innerHTML`, which
//! Trusted Types refuse, does not even get into the widget.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::{AddAnyAttr, AnyView, Mountable, Render, RenderHtml};
use leptos::tachys::html::element::{Custom, HtmlElement};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::iterators::StaticVec;
use leptos::tachys::view::{Position, PositionState};

type Markup = HtmlElement<Custom<&'static str>, (Vec<AnyAttribute>,), (StaticVec<AnyView>,)>;

/// An element that is replaced, never changed. All but `rebuild` is handed on to the element of Leptos.
pub(super) struct Fresh(pub Markup);

impl Render for Fresh {
    type State = <Markup as Render>::State;

    fn build(self) -> Self::State {
        self.0.build()
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut fresh = self.build();
        state.insert_before_this(&mut fresh);
        state.unmount();
        *state = fresh;
    }
}

impl AddAnyAttr for Fresh {
    type Output<A: Attribute> = <Markup as AddAnyAttr>::Output<A>;

    fn add_any_attr<A: Attribute>(self, attribute: A) -> Self::Output<A> {
        self.0.add_any_attr(attribute)
    }
}

impl RenderHtml for Fresh {
    type AsyncOutput = <Markup as RenderHtml>::AsyncOutput;
    type Owned = Self;

    const MIN_LENGTH: usize = Markup::MIN_LENGTH;

    fn dry_resolve(&mut self) {
        self.0.dry_resolve();
    }

    async fn resolve(self) -> Self::AsyncOutput {
        self.0.resolve().await
    }

    fn to_html_with_buf(
        self,
        buffer: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        more: Vec<AnyAttribute>,
    ) {
        self.0.to_html_with_buf(buffer, position, escape, mark_branches, more);
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Self::State {
        self.0.hydrate::<FROM_SERVER>(cursor, position)
    }

    fn into_owned(self) -> Self::Owned {
        self
    }
}
