//! What the wizard needs to start, collected while it is being loaded.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use web_sys::HtmlElement;

use super::config::Config;
use super::slot::Slot;
use crate::domain::offer::Offer;

/// What the wizard needs to start.
#[derive(Clone)]
pub(super) struct Launch {
    /// What the host page asked for.
    pub config: Config,
    /// Where applications are posted; absolute.
    pub endpoint: String,
    /// What the supplier offers.
    pub offer: Arc<Offer>,
    /// The custom element.
    pub element: HtmlElement,
    /// The element in its shadow root into which the wizard is mounted.
    pub wrapper: HtmlElement,
    /// Prefills from the page while the wizard itself is loading, as JSON.
    pub given: Rc<RefCell<Vec<String>>>,
    /// What is mounted in the wrapper.
    pub slot: Slot,
}
