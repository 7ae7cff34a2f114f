//! The browser as the surroundings of a wizard: clock, files, what is kept, requests, and the page.
//!
//! The page around us is not ours, so options go in as objects without a prototype, and nothing here trusts that a
//! function of the browser is there, answers, or answers in time.

mod browser;
mod clock;
mod crypto;
mod database;
mod device;
mod fetch;
mod files;
mod image;
mod image_header;
mod intake;
mod last_words;
mod page;
mod safe;
mod script;
mod send;
mod store;
mod tab;

pub use browser::{Browser, BrowserConfig};
pub use fetch::{LoadError, load_json};

use crate::web::wizard::OnDevice;

/// Whether a wizard of this name may have kept something.
pub fn keeps(instance: &str, on_device: OnDevice) -> bool {
    tab::keeps(instance) || on_device != OnDevice::Never && device::keeps(instance)
}
