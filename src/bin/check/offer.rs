//! `check offer`: whether a supplier's offer can be worked with.

use std::path::Path;

use eherkenning_wizard::domain::verdict::{MAX_OFFER_BYTES, read_offer};
use serde_json::json;

use super::files::{Done, Ended, print, read, refuse};

/// Says what the offer holds.
pub fn check(file: &Path, json: bool) -> Done {
    let offer = match read_offer(&read(file, MAX_OFFER_BYTES)?) {
        Ok(offer) => offer,
        Err(unreadable) => return refuse(unreadable, json),
    };
    let levels: Vec<&str> = offer.levels.iter().map(|level| level.level.code()).collect();
    let (supplier, version) = (&offer.supplier.name, &offer.version);
    match json {
        true => print(&format!("{}\n", json!({ "supplier": supplier, "version": version, "levels": levels })))?,
        false => print(&format!("{supplier}, version {version}: {}\n", levels.join(", ")))?,
    }
    Ok(Ended::Right)
}
