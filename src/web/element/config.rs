//! The attributes of the element, read once at mount; an invalid one is reported and replaced by a safe default.

use web_sys::{HtmlElement, Url};

use crate::domain::catalogue::SERVICE_ID;
use crate::domain::draft::Draft;
use crate::domain::offer::Offer;
use crate::domain::scheme::{AuthorisationKind, IdentifierKind, KvkNumber, Lang, Level, Oin, ServiceUuid};
use crate::web::browser::LookUpAddress;
use crate::web::kit::HeadingLevel;
use crate::web::wizard::{OnDevice, WayBack};

/// What the host page asked for.
#[derive(Clone, Debug)]
pub(super) struct Config {
    /// Language.
    pub lang: Lang,
    /// Address of the offer.
    pub offer: String,
    /// Address of the catalogue.
    pub catalogue: String,
    /// Where applications are posted, if the page says so.
    pub endpoint: Option<String>,
    /// Whether answers are saved in this tab.
    pub is_kept: bool,
    /// Whether the applicant may save them on this device.
    pub on_device: OnDevice,
    /// Whether it begins with opening a file, and asks for nothing else first.
    pub opens: bool,
    /// Distinguishes several wizards on one page.
    pub instance: String,
    /// Level of the main heading.
    pub heading_level: HeadingLevel,
    /// Origin of the page that embeds the wizard in a frame.
    pub parent: Option<String>,
    return_url: Option<Url>,
    level: Option<Level>,
    services: String,
    kvk_number: String,
    partner: String,
}

impl Config {
    /// Reads the attributes; `base` is the folder of the widget's files.
    pub fn read(element: &HtmlElement, base: &str) -> Self {
        let page = element.base_uri().ok().flatten().unwrap_or_else(|| base.to_owned());
        let own = |name: &str| {
            let url = Url::new_with_base(&element.get_attribute(name)?, &page).ok();
            let url = url.filter(|url| url.protocol().starts_with("http"));
            if url.is_none() {
                complain(name, "an address, http or https");
            }
            url
        };
        let address = |name: &str, default: &str| {
            let url = own(name).or_else(|| Url::new_with_base(default, base).ok());
            url.map_or_else(|| default.to_owned(), |url| url.href())
        };
        let lang = element.get_attribute("lang").or_else(|| {
            let root = element.owner_document()?.document_element()?;
            root.get_attribute("lang")
        });
        let lang = lang.map_or(Some(Lang::Nl), |text| Lang::from_code(text.get(..2).unwrap_or_default()));
        let level = element.get_attribute("level").and_then(|text| {
            let level = Level::from_code(&text);
            if level.is_none() {
                complain("level", &Level::ALL.iter().map(|level| level.code()).collect::<Vec<_>>().join(", "));
            }
            level
        });
        let kvk_number = element.get_attribute("kvk-number").and_then(|text| match KvkNumber::parse(&text) {
            Ok(number) => Some(number.as_str().to_owned()),
            Err(_) => {
                complain("kvk-number", "eight digits");
                None
            }
        });
        let services = element.get_attribute("services").unwrap_or_default();
        if !services.split_whitespace().all(|text| is_service(text) || Oin::parse(text).is_ok()) {
            complain("services", "UUIDs or numbers of services, OINs of providers, separated by spaces");
        }
        let heading_level = element.get_attribute("heading-level").map_or(Some(2), |text| text.parse().ok());
        let heading_level = heading_level.filter(|level| (1..=6).contains(level));
        let return_url = element.get_attribute("return-url").and_then(|text| match Url::new(&text) {
            Ok(url) => Some(url),
            Err(_) => {
                complain("return-url", "an address");
                None
            }
        });
        let opens = element.get_attribute("open").filter(|text| {
            if text != "file" {
                complain("open", "file");
            }
            text == "file"
        });
        let storage = element.get_attribute("storage");
        let (is_kept, on_device) = match storage.as_deref() {
            None | Some("ask") => (true, OnDevice::Asked),
            Some("session") => (true, OnDevice::Never),
            Some("none") => (false, OnDevice::Never),
            Some(_) => {
                complain("storage", "ask, session, none");
                (false, OnDevice::Never)
            }
        };
        Self {
            lang: lang.unwrap_or_else(|| {
                complain("lang", "nl, en");
                Lang::Nl
            }),
            offer: address("offer", "../offer.json"),
            catalogue: address("catalogue", "../catalogue.json"),
            endpoint: own("endpoint").map(|url| url.href()),
            is_kept,
            on_device,
            opens: opens.is_some(),
            instance: instance(element),
            heading_level: HeadingLevel(heading_level.unwrap_or_else(|| {
                complain("heading-level", "1 to 6");
                2
            })),
            parent: element.get_attribute("parent"),
            return_url,
            level,
            services,
            kvk_number: kvk_number.unwrap_or_default(),
            partner: element.get_attribute("partner").unwrap_or_default(),
        }
    }

    /// An address in the offer, which may be relative to that of the offer.
    pub fn resolve(&self, address: &str) -> Option<String> {
        Url::new_with_base(address, &self.offer).ok().map(|url| url.href())
    }

    /// Where an organisation can be looked up: at the origin of the offer, or https at one that the offer lists.
    pub fn lookup(&self, offer: &Offer) -> Option<LookUpAddress> {
        let lookup = offer.lookup.as_ref()?;
        let url = Url::new_with_base(&lookup.organisation, &self.offer).ok()?;
        let is_own = Url::new(&self.offer).is_ok_and(|offer| offer.origin() == url.origin());
        let is_listed = url.protocol() == "https:" && lookup.origins.contains(&url.origin());
        if !is_own && !is_listed {
            complain("offer", "lookup at its own origin, or https at one of lookup.origins");
            return None;
        }
        Some(LookUpAddress { template: url.href(), host: url.host() })
    }

    /// The origin of the page around the frame, if the wizard may not run there: it is not ours, and the offer does not
    /// list it.
    pub fn unlisted_parent(&self, offer: &Offer) -> Option<&String> {
        let own = web_sys::window().map(|window| window.origin());
        self.parent.as_ref().filter(|parent| own.as_ref() != Some(parent) && !offer.frame_parents.contains(parent))
    }

    /// Where the applicant may go after sending: https, without user name or password, at an origin that the offer
    /// lists.
    pub fn way_back(&self, offer: &Offer) -> Option<WayBack> {
        let url = self.return_url.as_ref()?;
        let is_plain = url.protocol() == "https:" && url.username().is_empty() && url.password().is_empty();
        if !is_plain || !offer.return_origins.contains(&url.origin()) {
            complain("return-url", "https, at an origin that return_origins of the offer names");
            return None;
        }
        Some(WayBack { address: url.href(), site: url.host() })
    }

    /// A new draft with the answers that the page gave.
    pub fn draft(&self) -> Draft {
        let mut draft = Draft { language: Some(self.lang), partner: self.partner.clone(), ..Draft::default() };
        draft.purpose.level = self.level;
        let authorisation = &mut draft.purpose.authorisation;
        for text in self.services.split_whitespace() {
            if is_service(text) {
                authorisation.kind.get_or_insert(AuthorisationKind::Services);
                authorisation.services.push(text.to_ascii_lowercase());
            } else if Oin::parse(text).is_ok() {
                authorisation.kind = Some(AuthorisationKind::Providers);
                authorisation.providers.push(text.to_owned());
            }
        }
        if !self.kvk_number.is_empty() {
            draft.organisation.identifier.kind = Some(IdentifierKind::Kvk);
            draft.organisation.identifier.number.clone_from(&self.kvk_number);
        }
        draft
    }
}

/// Whether a text identifies a service: by its UUID, or by its ServiceID, which becomes a UUID when the catalogue has
/// loaded.
fn is_service(text: &str) -> bool {
    text.starts_with(SERVICE_ID) || ServiceUuid::parse(text).is_ok()
}

/// The attribute `instance`, or the id of the element, or its index among the wizards of the document.
fn instance(element: &HtmlElement) -> String {
    let id = element.get_attribute("instance").unwrap_or_else(|| element.id());
    if !id.is_empty() {
        return id;
    }
    let all = element.owner_document().and_then(|document| document.query_selector_all("eh-wizard").ok());
    let position = all.and_then(|all| {
        (0..all.length()).find(|index| all.get(*index).is_some_and(|node| node.is_same_node(Some(element))))
    });
    position.unwrap_or_default().to_string()
}

fn complain(name: &str, accepted: &str) {
    web_sys::console::error_1(
        &format!("eh-wizard: attribute \"{name}\" is not understood; accepted: {accepted}").into(),
    );
}
