//! Where the widget is split. All that only [`start`] leads to is in the second module, the wizard itself; the first holds
//! the welcome screen.

use std::pin::Pin;

use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::launch::Launch;
use super::running;

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
