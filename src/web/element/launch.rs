//! What the wizard needs to start, collected while it is being loaded.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use web_sys::HtmlElement;

use super::config::Config;
use super::slot::Slot;
use crate::domain::offer::OfferSummary;

/// What the wizard needs to start.
#[derive(Clone)]
pub(super) struct Launch {
    /// What the host page asked for.
    pub config: Config,
    /// Where applications are posted; absolute.
    pub endpoint: String,
    /// What the supplier offers, as JSON, for the wizard.
    pub offer: Rc<str>,
    /// What the welcome screen shows of it.
    pub summary: Arc<OfferSummary>,
    /// The custom element.
    pub element: HtmlElement,
    /// The element in its shadow root that the wizard is mounted into.
    pub wrapper: HtmlElement,
    /// What the page fills in while the wizard itself is being loaded, as JSON.
    pub given: Rc<RefCell<Vec<String>>>,
    /// What is mounted in the wrapper.
    pub slot: Slot,
}
