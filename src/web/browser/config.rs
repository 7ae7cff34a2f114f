//! The settings of a wizard's host.

use std::rc::Rc;

use crate::web::wizard::{Event, OnDevice, WayBack};

/// The settings of a wizard's host.
#[derive(Clone)]
pub struct BrowserConfig {
    /// Where applications are posted; absolute.
    pub endpoint: String,
    /// Where the outcome of an application is asked, before a slash and its key; absolute.
    pub outcome: String,
    /// Where the catalogue is; absolute.
    pub catalogue: String,
    /// Where an organisation can be looked up.
    pub lookup: Option<LookUpAddress>,
    /// Whether the wizard is in a frame on the page of somebody else.
    pub is_framed: bool,
    /// Name under which this wizard saves its answers.
    pub instance: String,
    /// Whether the applicant may save answers on this device.
    pub on_device: OnDevice,
    /// Where the applicant may go after sending.
    pub way_back: Option<WayBack>,
    /// Notifies the host page.
    pub tell: Rc<dyn Fn(Event)>,
}

/// Where an organisation can be looked up.
#[derive(Clone, Debug)]
pub struct LookUpAddress {
    /// The address, absolute, with [`KVK_NUMBER`] in its path.
    pub template: String,
    /// Its host, for the applicant.
    pub host: String,
}

/// The placeholder `{kvk_number}`, as a URL escapes it in its path.
pub(super) const KVK_NUMBER: &str = "%7Bkvk_number%7D";
