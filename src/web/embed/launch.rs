//! Where the widget is split. All that only [`start`] leads to is in the second module, the wizard itself; the first holds
//! the welcome screen.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::HtmlElement;

use super::config::Config;
use super::running;
use super::slot::Slot;
use crate::domain::catalogue::Offer;

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
    /// The element in its shadow root that the wizard is mounted into.
    pub wrapper: HtmlElement,
    /// What the page fills in while the wizard itself is being loaded, as JSON.
    pub given: Rc<RefCell<Vec<String>>>,
    /// What is mounted in the wrapper.
    pub slot: Slot,
}

type BoxFuture = Pin<Box<dyn Future<Output = ()>>>;

/// Fetches the second module, unless that was done; a failure is not remembered.
pub(super) async fn fetch() -> Result<(), SplitLoaderError> {
    fetched().await
}

/// Mounts the wizard: with what was saved, or else at the first question.
///
/// # Errors
/// The second module cannot be loaded.
pub(super) async fn start(launch: Box<Launch>) -> Result<(), SplitLoaderError> {
    running(launch).await?.await;
    Ok(())
}

#[wasm_split(wizard, fallible, preload(fetched))]
fn running(launch: Box<Launch>) -> Result<BoxFuture, SplitLoaderError> {
    Ok(Box::pin(running::run(*launch)))
}
