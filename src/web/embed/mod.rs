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

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::domain::catalogue::{Offer, OfferTerms};
use crate::domain::journey::Step;
use crate::domain::json::{Json, Wire};
use crate::domain::scheme::Lang;
use crate::domain::texts;
use crate::web::kit::{NoticeKind, element, notice, paragraph};
use crate::web::platform;

use config::Config;
use opening::Opening;
use stage::{Handle, Scene, Stage};

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

    /// Changes the language; unknown ones are passed over.
    pub fn speak(&self, lang: &str) {
        if let (Some(scene), Some(lang)) = (self.0.scene(), Lang::from_code(lang)) {
            scene.speak(lang);
        }
    }

    /// `ready`, `sending`, `sent` or `failed`.
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> String {
        self.0.scene().map_or("failed", |scene| scene.state()).to_owned()
    }
}

/// Mounts a wizard into `wrapper`, which stands in the shadow root of `element`; `base` is where the widget's files are.
pub async fn mount_wizard(element: HtmlElement, wrapper: HtmlElement, base: String) -> Mounted {
    let config = Config::read(&element, &base);
    let (lang, stage) = (config.lang, Stage::default());
    styles::adopt(&wrapper, &styles::FIRST);
    let failure = match load(&config).await {
        Ok((offer, endpoint)) => {
            let (element, wrapper, stage) = (element.clone(), wrapper.clone(), stage.clone());
            begin(Opening { config, endpoint, offer: Arc::new(offer), element, wrapper, stage }).await.err()
        }
        Err(failure) => Some(failure),
    };
    if let Some(Failure { code, reason, is_retryable }) = failure {
        web_sys::console::error_1(&format!("eh-wizard: {reason}").into());
        events::error(&element, code, is_retryable);
        fail(&wrapper, lang, &stage);
    }
    Mounted(stage)
}

/// Why there can be no wizard.
struct Failure {
    /// What `eh-error` says.
    code: &'static str,
    /// For who made the page; the console shows it.
    reason: String,
    is_retryable: bool,
}

/// The offer, and where applications are posted.
async fn load(config: &Config) -> Result<(Offer, String), Failure> {
    let address = &config.offer;
    let broken = |reason| Failure { code: "offer", reason: format!("offer {address}: {reason}"), is_retryable: true };
    let text = platform::load_json(address, OFFER_BYTES).await.map_err(|error| broken(error.to_string()))?;
    let terms = Json::parse(&text).and_then(OfferTerms::from_json).map_err(|error| broken(error.to_string()))?;
    let offer = Offer::try_from(terms).map_err(|error| broken(error.to_string()))?;
    let endpoint = config.endpoint.clone().or_else(|| config.resolve(offer.endpoint.as_deref()?));
    let endpoint = endpoint.ok_or_else(|| Failure {
        code: "endpoint",
        reason: "no endpoint: give the attribute \"endpoint\", or name one in the offer".to_owned(),
        is_retryable: false,
    })?;
    Ok((offer, endpoint))
}

/// Goes on where this tab was; begins with the welcome screen when it was nowhere.
async fn begin(opening: Opening) -> Result<(), Failure> {
    if !opening.config.is_kept || !platform::keeps(&opening.config.instance) {
        entrance::enter(opening);
        return Ok(());
    }
    opening::begin(Box::new(opening)).await.map_err(|error| Failure {
        code: "load",
        reason: error.to_string(),
        is_retryable: true,
    })
}

/// A message in place of the wizard.
struct Message {
    /// Takes it off the page when it is dropped.
    _handle: Handle,
}

impl Scene for Message {
    fn reset(&self) {}

    fn go_to(&self, _step: Step) -> bool {
        false
    }

    fn speak(&self, _lang: Lang) {}

    fn state(&self) -> &'static str {
        "failed"
    }
}

/// Says that there can be no wizard; the host page's own words in the slot stay readable.
fn fail(wrapper: &HtmlElement, lang: Lang, stage: &Stage) {
    wrapper.set_text_content(None);
    let mounted = stage::mount(wrapper, move || {
        let words = paragraph("", texts::welcome(lang).offer_failed);
        let notice = notice(NoticeKind::Error, true).child(words).view();
        let main = element("div", "wizard__main").child(notice).view();
        let grid = element("div", "wizard__grid").child(main).view();
        ((), element("div", "wizard").attr("lang", lang.code()).child(grid).view())
    });
    if let Some(((), handle)) = mounted {
        stage.set(Rc::new(Message { _handle: handle }));
    }
}
