//! Where the widget is split. Code that is only reachable through [`start`] is in the second module, the wizard itself;
//! the first module has the welcome screen.

use std::pin::Pin;

use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::launch::Launch;
use super::running;

type BoxFuture = Pin<Box<dyn Future<Output = ()>>>;

/// Fetches the second module.
///
/// # Errors
/// When it cannot be loaded now. A later attempt may succeed.
#[wasm_split(wizard, fallible)]
pub(super) fn fetch() -> Result<(), SplitLoaderError> {
    Ok(())
}

/// Mounts the wizard with the saved answers, or else at the first question.
///
/// # Errors
/// When the second module cannot be loaded now. A later attempt may succeed.
pub(super) async fn start(launch: Box<Launch>) -> Result<(), SplitLoaderError> {
    running(launch).await?.await;
    Ok(())
}

#[wasm_split(wizard, fallible)]
fn running(launch: Box<Launch>) -> Result<BoxFuture, SplitLoaderError> {
    Ok(Box::pin(running::run(*launch)))
}
