//! The door between the first two modules of the widget. This side of it is in the first, which holds the welcome screen;
//! what only [`begin`] leads to is in the second, the wizard itself.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::HtmlElement;

use super::config::Config;
use super::running;
use super::stage::Stage;
use crate::domain::offer::Offer;

/// What the wizard needs to begin.
#[derive(Clone)]
pub(super) struct Opening {
    /// What the host page asked for.
    pub config: Config,
    /// Where applications are posted; absolute.
    pub endpoint: String,
    /// What the supplier offers.
    pub offer: Arc<Offer>,
    /// The custom element.
    pub element: HtmlElement,
    /// What stands in its shadow root.
    pub wrapper: HtmlElement,
    /// What the page fills in while the wizard itself is on its way, as JSON.
    pub given: Rc<RefCell<Vec<String>>>,
    /// What stands in the wrapper.
    pub stage: Stage,
}

type Work = Pin<Box<dyn Future<Output = ()>>>;

/// Fetches the second module, unless that was done; a failure is not remembered.
pub(super) async fn fetch() -> Result<(), SplitLoaderError> {
    fetched().await
}

/// Lets the wizard stand on the stage: with what was kept, or else at the first question.
///
/// # Errors
/// The second module cannot be loaded.
pub(super) async fn begin(opening: Box<Opening>) -> Result<(), SplitLoaderError> {
    work(opening).await?.await;
    Ok(())
}

#[wasm_split(wizard, fallible, preload(fetched))]
fn work(opening: Box<Opening>) -> Result<Work, SplitLoaderError> {
    Ok(Box::pin(running::run(*opening)))
}
