//! The host of a wizard, implemented with browser APIs: clock, files, storage, requests, and the page.
//!
//! The page is not ours, so options are objects without a prototype, and nothing here relies on a browser function
//! being present, returning, or returning in time.

mod clock;
mod config;
mod crypto;
mod database;
mod device;
mod fetch;
mod file_upload;
mod files;
mod handover;
mod host;
mod image;
mod image_header;
mod journal;
mod page;
mod pdf;
mod record_key;
mod script;
mod send;
mod store;
mod tab;

pub use config::{BrowserConfig, LookUpAddress};
pub use fetch::{LoadError, load_json};
pub use host::Browser;
pub use script::options;

use crate::web::wizard::OnDevice;

/// Whether a wizard of this name may have saved something.
pub fn has_saved(instance: &str, on_device: OnDevice) -> bool {
    tab::has_saved(instance) || on_device != OnDevice::Never && device::has_saved(instance)
}

/// Whether the database of this device has something of a wizard of this name. It remembers more than [`has_saved`] does,
/// but must be opened first.
pub async fn finds_saved(instance: &str) -> bool {
    device::Device::find(instance).await.is_ok_and(|found| found.is_some())
}
