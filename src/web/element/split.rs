//! Where the widget is split. Code that is only reachable through [`start`] is in the second module, the wizard itself;
//! the first module has the welcome screen.

use std::pin::Pin;
use std::rc::Rc;

use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::launch::Launch;
use super::running;

type BoxFuture = Pin<Box<dyn Future<Output = Result<(), String>>>>;

/// Why the wizard cannot be mounted.
pub(super) enum StartError {
    /// The second module cannot be loaded now. A later attempt may succeed.
    Load(SplitLoaderError),
    /// The offer cannot be used, with the reason for whoever wrote it.
    Offer(String),
}

/// Fetches the second module, and reads the whole offer there.
///
/// # Errors
/// See [`StartError`].
pub(super) async fn check(offer: Rc<str>) -> Result<(), StartError> {
    checked(offer).await.map_err(StartError::Load)?.map_err(StartError::Offer)
}

/// Mounts the wizard with the saved answers, or else at the first question.
///
/// # Errors
/// See [`StartError`].
pub(super) async fn start(launch: Box<Launch>) -> Result<(), StartError> {
    running(launch).await.map_err(StartError::Load)?.await.map_err(StartError::Offer)
}

#[wasm_split(wizard, fallible)]
fn checked(offer: Rc<str>) -> Result<Result<(), String>, SplitLoaderError> {
    Ok(running::read(&offer).map(drop))
}

#[wasm_split(wizard, fallible)]
fn running(launch: Box<Launch>) -> Result<BoxFuture, SplitLoaderError> {
    Ok(Box::pin(running::run(*launch)))
}
