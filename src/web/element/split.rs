//! Where the widget is split. Code that is only reachable through [`start`] is in the second module, the wizard itself;
//! the first module has the welcome screen.

use std::pin::Pin;

use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::launch::Launch;
use super::running;
use crate::web::browser;

type BoxFuture<T> = Pin<Box<dyn Future<Output = T>>>;

/// Fetches the second module.
///
/// # Errors
/// When it cannot be loaded now. A later attempt may succeed.
#[wasm_split(wizard, fallible)]
pub(super) fn fetch() -> Result<(), SplitLoaderError> {
    Ok(())
}

/// Fetches the second module, and looks for answers that only the database of this device still knows of.
///
/// # Errors
/// As [`fetch`].
pub(super) async fn finds_saved(instance: String) -> Result<bool, SplitLoaderError> {
    Ok(finding(instance).await?.await)
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
fn finding(instance: String) -> Result<BoxFuture<bool>, SplitLoaderError> {
    Ok(Box::pin(async move { browser::finds_saved(&instance).await }))
}

#[wasm_split(wizard, fallible)]
fn running(launch: Box<Launch>) -> Result<BoxFuture<()>, SplitLoaderError> {
    Ok(Box::pin(running::run(*launch)))
}
