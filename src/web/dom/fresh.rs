//! An element that is replaced instead of updated when it is rendered again.
//!
//! Leptos would write the new attributes and text into the old element. On a page that the browser translates, the
//! translation of the old text would then stay, because translators replace text nodes: only a new element shows new
//! text. A new element also has no handlers of the old one, and the code that clears an element through `innerHTML`,
//! which Trusted Types refuse, is not even compiled into the widget.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::{AddAnyAttr, AnyView, Mountable, Render, RenderHtml};
use leptos::tachys::html::element::{Custom, HtmlElement};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::iterators::StaticVec;
use leptos::tachys::view::{Position, PositionState};

type Markup = HtmlElement<Custom<&'static str>, (Vec<AnyAttribute>,), (StaticVec<AnyView>,)>;

/// An element that is replaced instead of updated. Everything except `rebuild` is delegated to the element of Leptos.
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
