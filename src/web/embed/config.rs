//! The attributes of the element, read once at mount; a wrong one is named and replaced by a safe default.

use web_sys::{HtmlElement, Url};

use crate::domain::catalogue::SERVICE_ID;
use crate::domain::draft::Draft;
use crate::domain::scheme::{AuthorisationKind, IdentifierKind, KvkNumber, Lang, Level, Oin, ServiceUuid};

/// What the host page asked for.
#[derive(Clone, Debug)]
pub(super) struct Config {
    /// Language.
    pub lang: Lang,
    /// Address of the offer.
    pub offer: String,
    /// Address of the catalogue.
    pub catalogue: String,
    /// Where applications are posted, when the page says so.
    pub endpoint: Option<String>,
    /// Whether answers are kept in this tab.
    pub is_kept: bool,
    /// Keeps several wizards on one page apart.
    pub instance: String,
    page: String,
    level: Option<Level>,
    services: String,
    kvk_number: String,
    partner: String,
}

impl Config {
    /// Reads the attributes; `base` is where the widget's files are.
    pub fn read(element: &HtmlElement, base: &str) -> Self {
        let page = element.base_uri().ok().flatten().unwrap_or_else(|| base.to_owned());
        let address = |name: &str, default: &str| {
            let own = element.get_attribute(name).map(|text| Url::new_with_base(&text, &page));
            match own.unwrap_or_else(|| Url::new_with_base(default, base)) {
                Ok(url) => url.href(),
                Err(_) => {
                    complain(name, "an address");
                    default.to_owned()
                }
            }
        };
        let endpoint = element.get_attribute("endpoint").and_then(|text| match Url::new_with_base(&text, &page) {
            Ok(url) => Some(url.href()),
            Err(_) => {
                complain("endpoint", "an address");
                None
            }
        });
        let lang = element.get_attribute("lang").or_else(|| {
            let root = element.owner_document()?.document_element()?;
            root.get_attribute("lang")
        });
        let lang = lang.map_or(Some(Lang::Nl), |text| Lang::from_code(text.get(..2).unwrap_or_default()));
        let level = element.get_attribute("level").and_then(|text| {
            let level = Level::from_code(&text);
            if level.is_none() {
                complain("level", "EH2+, EH3, EH4");
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
            complain("services", "UUIDs or numbers of services, OINs of providers, parted by spaces");
        }
        let storage = element.get_attribute("storage");
        let is_kept = match storage.as_deref() {
            None | Some("session") => true,
            Some("none") => false,
            Some(_) => {
                complain("storage", "session, none");
                false
            }
        };
        Self {
            lang: lang.unwrap_or_else(|| {
                complain("lang", "nl, en");
                Lang::Nl
            }),
            offer: address("offer", "offer.json"),
            catalogue: address("catalogue", "catalogue.json"),
            endpoint,
            is_kept,
            instance: instance(element),
            page,
            level,
            services,
            kvk_number: kvk_number.unwrap_or_default(),
            partner: element.get_attribute("partner").unwrap_or_default(),
        }
    }

    /// An address of the offer against the page.
    pub fn resolve(&self, address: &str) -> Option<String> {
        Url::new_with_base(address, &self.page).ok().map(|url| url.href())
    }

    /// A fresh draft with what the page gave.
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

/// Whether a service is named: by its UUID, or by its number in the scheme, which becomes a UUID when the catalogue is here.
fn is_service(text: &str) -> bool {
    text.starts_with(SERVICE_ID) || ServiceUuid::parse(text).is_ok()
}

/// The id of the element, or its place among the wizards of the document.
fn instance(element: &HtmlElement) -> String {
    let id = element.id();
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
