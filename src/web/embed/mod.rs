//! The custom element's other half: reads its attributes, mounts a wizard, tells the host page. It decides nothing.
//!
//! The widget is several modules. The first holds the welcome screen; the wizard itself, everything that only
//! [`opening::begin`] leads to, comes in the second while the welcome screen is read.

mod config;
mod entrance;
mod events;
mod opening;
mod running;
mod stage;
mod styles;

use std::rc::Rc;
use std::sync::Arc;

use js_sys::{Error, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::domain::journey::Step;
use crate::domain::offer::Offer;
use crate::domain::scheme::Lang;
use crate::web::kit::set_heading_level;
use crate::web::platform;

use config::Config;
use opening::Opening;
use stage::Stage;

/// The most that is filled in beforehand, in bytes.
const PREFILL_BYTES: usize = 64 * 1024;

/// The largest offer that is read, in bytes.
const OFFER_BYTES: usize = 1024 * 1024;

/// A mounted wizard; as long as it is held, the wizard lives.
#[wasm_bindgen]
pub struct Mounted(Stage);

#[wasm_bindgen]
impl Mounted {
    /// Takes the wizard off the page, with everything that it started.
    pub fn unmount(self) {
        self.0.close();
    }

    /// Erases all answers and starts anew.
    pub fn reset(&self) {
        if let Some(scene) = self.0.scene() {
            scene.reset();
        }
    }

    /// Goes to a step by its name or number, if it is open; says whether it is.
    #[wasm_bindgen(js_name = goTo)]
    pub fn go_to(&self, step: &str) -> bool {
        let numbered =
            step.parse::<usize>().ok().and_then(|number| Step::NUMBERED.get(number.checked_sub(1)?).copied());
        let step = numbered.or_else(|| Step::from_code(step));
        self.0.scene().zip(step).is_some_and(|(scene, step)| scene.go_to(step))
    }

    /// Fills in what is not answered yet: part of an application, as JSON; says whether it is one.
    pub fn prefill(&self, given: &str) -> bool {
        given.len() <= PREFILL_BYTES && self.0.scene().is_some_and(|scene| scene.prefill(given))
    }

    /// Changes the language; unknown ones are passed over.
    pub fn speak(&self, lang: &str) {
        if let (Some(scene), Some(lang)) = (self.0.scene(), Lang::from_code(lang)) {
            scene.speak(lang);
        }
    }

    /// `ready`, `sending` or `sent`.
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> String {
        self.0.scene().map_or("failed", |scene| scene.state()).to_owned()
    }
}

/// Mounts a wizard into `wrapper`, which stands in the shadow root of `element`; `base` is where the widget's files are.
///
/// # Errors
/// An error with the `code` and `retryable` of `eh-error`: there can be no wizard.
pub async fn mount_wizard(element: HtmlElement, wrapper: HtmlElement, base: String) -> Result<Mounted, JsValue> {
    let (config, stage) = (Config::read(&element, &base), Stage::default());
    set_heading_level(config.heading_level);
    styles::adopt(&wrapper, &styles::FIRST);
    let (offer, endpoint) = load(&config).await?;
    let (offer, given) = (Arc::new(offer), Rc::default());
    begin(Opening { config, endpoint, offer, element, wrapper, given, stage: stage.clone() }).await?;
    Ok(Mounted(stage))
}

/// Why there can be no wizard.
struct Failure {
    /// What `eh-error` says.
    code: &'static str,
    /// For who made the page; the console shows it.
    reason: String,
    is_retryable: bool,
}

impl From<Failure> for JsValue {
    fn from(Failure { code, reason, is_retryable }: Failure) -> Self {
        let error = Error::new(&reason);
        // A fresh error takes any key.
        Reflect::set(&error, &"code".into(), &code.into()).ok();
        Reflect::set(&error, &"retryable".into(), &is_retryable.into()).ok();
        error.into()
    }
}

/// The offer, and where applications are posted.
async fn load(config: &Config) -> Result<(Offer, String), Failure> {
    let address = &config.offer;
    let broken = |reason: String| Failure {
        code: "offer",
        reason: ["offer ", address, ": ", &reason].concat(),
        is_retryable: true,
    };
    let text = platform::load_json(address, OFFER_BYTES).await.map_err(|error| broken(error.to_string()))?;
    let offer: Offer = serde_json::from_str(&text).map_err(|error| broken(error.to_string()))?;
    let amiss = |code, reason: &str| Failure { code, reason: reason.to_owned(), is_retryable: false };
    if !config.may_stand(&offer) {
        return Err(amiss("parent", "frame_parents of the offer does not name the origin of this page"));
    }
    let endpoint = config.endpoint.clone().or_else(|| config.resolve(offer.endpoint.as_deref()?));
    let unnamed = || amiss("endpoint", "no endpoint: give the attribute \"endpoint\", or name one in the offer");
    Ok((offer, endpoint.ok_or_else(unnamed)?))
}

/// Goes on where this tab or this device was; begins with the welcome screen when it was nowhere.
async fn begin(opening: Opening) -> Result<(), Failure> {
    if !opening.config.is_kept || !platform::keeps(&opening.config.instance, opening.config.on_device) {
        entrance::enter(opening);
        return Ok(());
    }
    opening::begin(Box::new(opening)).await.map_err(|error| Failure {
        code: "load",
        reason: error.to_string(),
        is_retryable: true,
    })
}
