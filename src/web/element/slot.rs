//! What is mounted in the element: the welcome screen, then the wizard; nothing if neither can be loaded.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use web_sys::HtmlElement;

use crate::domain::journey::Destination;
use crate::domain::scheme::Lang;
use crate::web::dom::{Element, IntoChild};
use crate::web::kit::HeadingLevel;

/// What is mounted in the element. Dropping it removes it from the page.
pub(super) trait Mounted {
    /// Erases all answers and starts again.
    fn reset(&self);
    /// Goes to a step or a screen, if it is open; returns whether it is.
    fn go_to(&self, destination: Destination) -> bool;
    /// Fills in unanswered questions from JSON; returns whether that is part of a draft.
    fn prefill(&self, given: &str) -> bool;
    /// Changes the language.
    fn set_language(&self, lang: Lang);
    /// `ready`, `sending` or `sent`.
    fn state(&self) -> &'static str;
}

/// Owns what is mounted, so that one thing can replace another. A handle: copies share the same slot.
#[derive(Clone, Default)]
pub(super) struct Slot {
    mounted: Rc<RefCell<Option<Rc<dyn Mounted>>>>,
    is_closed: Rc<Cell<bool>>,
}

impl Slot {
    /// What is mounted; `None` before the first thing has loaded, and when the element is gone.
    pub fn mounted(&self) -> Option<Rc<dyn Mounted>> {
        self.mounted.borrow().clone()
    }

    /// Unmounts what is mounted.
    pub fn clear(&self) {
        // Dropped after the borrow ends, because it may call back.
        let mounted = self.mounted.take();
        drop(mounted);
    }

    /// Takes ownership of what was mounted, after [`Slot::clear`].
    pub fn set(&self, mounted: Rc<dyn Mounted>) {
        self.mounted.replace(Some(mounted));
    }

    /// Unmounts what is mounted, for good.
    pub fn close(&self) {
        self.is_closed.set(true);
        self.clear();
    }

    /// Whether the element is gone.
    pub fn is_closed(&self) -> bool {
        self.is_closed.get()
    }
}

/// Unmounts a view when dropped, and disposes of all its signals and effects.
pub(super) type Handle = UnmountHandle<AnyViewState>;

/// Mounts a view into the wrapper; returns the value that `build` returned with the view.
pub(super) fn mount<T: 'static>(
    wrapper: &HtmlElement,
    level: HeadingLevel,
    build: impl FnOnce() -> (T, Element) + 'static,
) -> Option<(T, Handle)> {
    let returned = Rc::new(Cell::new(None));
    let value = Rc::clone(&returned);
    let handle = mount_to(wrapper.clone(), move || {
        provide_context(level);
        let (value, view) = build();
        returned.set(Some(value));
        view.into_child()
    });
    value.take().map(|value| (value, handle))
}
