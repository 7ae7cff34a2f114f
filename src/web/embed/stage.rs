//! What stands in the element: the welcome screen, then the wizard; or a message, when neither can be had.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::AnyView;
use leptos::tachys::view::any_view::AnyViewState;
use web_sys::HtmlElement;

use crate::domain::journey::Step;
use crate::domain::scheme::Lang;

/// One thing that stands in the element. When it is let go of, it leaves the page.
pub(super) trait Scene {
    /// Erases all answers and starts anew.
    fn reset(&self);
    /// Goes to a step, if it is open; says whether it is.
    fn go_to(&self, step: Step) -> bool;
    /// Fills in what is not answered yet; says whether it is part of a draft, as JSON.
    fn prefill(&self, given: &str) -> bool;
    /// Changes the language.
    fn speak(&self, lang: Lang);
    /// `ready`, `sending` or `sent`.
    fn state(&self) -> &'static str;
}

/// Where one scene takes the place of another. A handle: copies are the same stage.
#[derive(Clone, Default)]
pub(super) struct Stage {
    scene: Rc<RefCell<Option<Rc<dyn Scene>>>>,
    is_closed: Rc<Cell<bool>>,
}

impl Stage {
    /// The scene that stands there; nothing while the first is on its way, and when the element is gone.
    pub fn scene(&self) -> Option<Rc<dyn Scene>> {
        self.scene.borrow().clone()
    }

    /// Takes away what stands there.
    pub fn clear(&self) {
        let scene = self.scene.take();
        drop(scene);
    }

    /// Lets a scene stand there, after [`Stage::clear`].
    pub fn set(&self, scene: Rc<dyn Scene>) {
        self.scene.replace(Some(scene));
    }

    /// Takes away what stands there, for good.
    pub fn close(&self) {
        self.is_closed.set(true);
        self.clear();
    }

    /// Whether the element is gone.
    pub fn is_closed(&self) -> bool {
        self.is_closed.get()
    }
}

/// Takes a view off the page when it is dropped, with everything that it started.
pub(super) type Handle = UnmountHandle<AnyViewState>;

/// Puts a view into the wrapper; gives what was made beside it.
pub(super) fn mount<T: 'static>(
    wrapper: &HtmlElement,
    build: impl FnOnce() -> (T, AnyView) + 'static,
) -> Option<(T, Handle)> {
    let slot = Rc::new(Cell::new(None));
    let beside = Rc::clone(&slot);
    let handle = mount_to(wrapper.clone(), move || {
        let (made, view) = build();
        slot.set(Some(made));
        view
    });
    beside.take().map(|made| (made, handle))
}
