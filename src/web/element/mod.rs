//! The Rust half of the custom element: reads its attributes, mounts a wizard, notifies the host page. It decides
//! nothing.
//!
//! The widget is two WebAssembly modules. The first has the welcome screen. The second has the wizard itself: all code
//! that is only reachable through [`split::start`]. It is fetched while the applicant reads the welcome screen.

mod config;
mod events;
mod launch;
mod running;
mod slot;
mod split;
mod styles;
mod welcome;

use std::fmt::Display;
use std::rc::Rc;
use std::sync::Arc;

use js_sys::{Error, Reflect};
use wasm_bindgen::prelude::*;
use wasm_split_helpers::SplitLoaderError;
use web_sys::HtmlElement;

use crate::domain::journey::Destination;
use crate::domain::offer::Offer;
use crate::domain::scheme::Lang;
use crate::domain::wire::Json;
use crate::web::browser;
use crate::web::dom::composed;

use config::Config;
use launch::Launch;
use slot::Slot;

/// Maximum size of a prefill, in bytes.
const PREFILL_BYTES: usize = 64 * 1024;

/// Maximum size of an offer, in bytes.
const OFFER_BYTES: usize = 1024 * 1024;

/// A mounted wizard, for the loader; it stays on the page until [`MountedWizard::unmount`].
#[wasm_bindgen]
pub struct MountedWizard(Slot);

#[wasm_bindgen]
impl MountedWizard {
    /// Removes the wizard from the page.
    pub fn unmount(self) {
        self.0.close();
    }

    /// Erases all answers and starts again.
    pub fn reset(&self) {
        if let Some(mounted) = self.0.mounted() {
            mounted.reset();
        }
    }

    /// Goes to a step, by its name or number, or to a screen, by its name, if it is open; returns whether it is.
    #[wasm_bindgen(js_name = goTo)]
    pub fn go_to(&self, destination: &str) -> bool {
        let destination = Destination::parse(destination);
        self.0.mounted().zip(destination).is_some_and(|(mounted, destination)| mounted.go_to(destination))
    }

    /// Fills in unanswered questions from part of an application, as JSON; returns whether that could be read.
    pub fn prefill(&self, given: &str) -> bool {
        given.len() <= PREFILL_BYTES && self.0.mounted().is_some_and(|mounted| mounted.prefill(&composed(given)))
    }

    /// Changes the language; unknown ones are ignored.
    #[wasm_bindgen(js_name = setLanguage)]
    pub fn set_language(&self, lang: &str) {
        if let (Some(mounted), Some(lang)) = (self.0.mounted(), Lang::from_code(lang)) {
            mounted.set_language(lang);
        }
    }

    /// `ready`, `sending` or `sent`.
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> String {
        self.0.mounted().map_or("failed", |mounted| mounted.state()).to_owned()
    }
}

/// Mounts a wizard into `wrapper`, which is in the shadow root of `element`; `base` is the folder of the widget's
/// files.
///
/// # Errors
/// An error with the `code` and `retryable` of `eh-error`, if the wizard cannot start.
pub async fn mount_wizard(element: HtmlElement, wrapper: HtmlElement, base: String) -> Result<MountedWizard, JsValue> {
    let (config, slot) = (Config::read(&element, &base), Slot::default());
    styles::adopt(&wrapper, &styles::FIRST);
    let (offer, endpoint) = load(&config).await?;
    let (offer, given) = (Arc::new(offer), Rc::default());
    begin(Launch { config, endpoint, offer, element, wrapper, given, slot: slot.clone() }).await?;
    Ok(MountedWizard(slot))
}

/// Why the wizard cannot start.
struct Failure {
    /// The code of `eh-error`.
    code: &'static str,
    /// For developers of the page; shown in the console.
    reason: String,
    is_retryable: bool,
}

impl From<Failure> for JsValue {
    fn from(Failure { code, reason, is_retryable }: Failure) -> Self {
        let error = Error::new(&reason);
        // Any key can be set on a new error.
        Reflect::set(&error, &"code".into(), &code.into()).ok();
        Reflect::set(&error, &"retryable".into(), &is_retryable.into()).ok();
        error.into()
    }
}

impl Failure {
    /// The offer cannot be loaded, or be used as it is.
    fn of_offer(config: &Config, reason: impl Display, is_retryable: bool) -> Self {
        Self { code: "offer", reason: format!("offer {}: {reason}", config.offer), is_retryable }
    }
}

/// The offer, and where applications are posted.
async fn load(config: &Config) -> Result<(Offer, String), Failure> {
    let text = browser::load_json(&config.offer, OFFER_BYTES).await;
    let text = text.map_err(|error| Failure::of_offer(config, error, true))?;
    let json = Json::parse(&text).map_err(|error| Failure::of_offer(config, error, true))?;
    let offer = Offer::from_json(&json).map_err(|error| Failure::of_offer(config, error, false))?;
    let failure = |code, reason: String| Failure { code, reason, is_retryable: false };
    if let Some(parent) = config.unlisted_parent(&offer) {
        return Err(failure("parent", format!("frame_parents of the offer does not name {parent}")));
    }
    let endpoint = config.endpoint.clone().or_else(|| config.resolve(offer.endpoint.as_deref()?));
    let unnamed =
        || failure("endpoint", "no endpoint: give the attribute \"endpoint\", or name one in the offer".into());
    Ok((offer, endpoint.ok_or_else(unnamed)?))
}

/// Continues with answers saved in this tab or on this device; without any it shows the welcome screen.
async fn begin(launch: Launch) -> Result<(), Failure> {
    let is_saved = launch.config.is_kept && browser::has_saved(&launch.config.instance, launch.config.on_device);
    if !is_saved && !launch.config.opens {
        welcome::show(launch);
        return Ok(());
    }
    let failure = |reason: SplitLoaderError| Failure { code: "load", reason: reason.to_string(), is_retryable: true };
    split::start(Box::new(launch)).await.map_err(failure)
}
