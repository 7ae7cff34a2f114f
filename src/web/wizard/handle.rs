//! The handle of one wizard; its methods are in the other files of this folder, by subject.

use std::future::{Future, poll_fn};
use std::rc::Rc;
use std::task::Poll;

use leptos::prelude::*;

use super::host::{Host, Task};
use super::state::State;
use crate::domain::draft::Draft;
use crate::domain::offer::Offer;

/// One wizard. A handle: copies share the same wizard.
///
/// Methods are grouped by subject, one file each. Those that read follow Leptos's rules: inside an effect or a memo
/// they subscribe. Call them only while the wizard is on the page, except [`Wizard::is_alive`] and [`Wizard::spawn`].
#[derive(Clone, Copy)]
pub struct Wizard(StoredValue<Rc<State>, LocalStorage>);

impl Wizard {
    /// A new wizard; `is_kept` says whether its answers are saved.
    pub fn new(host: Rc<dyn Host>, offer: Offer, draft: Draft, is_kept: bool) -> Self {
        Self(StoredValue::new_local(Rc::new(State::new(host, offer, draft, is_kept))))
    }

    /// The host.
    pub fn host(self) -> Rc<dyn Host> {
        Rc::clone(&self.state().host)
    }

    /// Whether the wizard is still on the page.
    pub fn is_alive(self) -> bool {
        !self.0.is_disposed()
    }

    /// Runs a task until it is done or the wizard leaves the page, so that the signals it reads always exist.
    ///
    /// Not for saving and erasing answers, which must finish even without the wizard.
    pub fn spawn(self, task: impl Future<Output = ()> + 'static) {
        let mut task: Task<()> = Box::pin(task);
        leptos::task::spawn_local(poll_fn(
            move |context| {
                if self.is_alive() { task.as_mut().poll(context) } else { Poll::Ready(()) }
            },
        ));
    }

    pub(super) fn state(self) -> Rc<State> {
        self.0.get_value()
    }
}
