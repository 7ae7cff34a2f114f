//! `check offer`: checks a supplier's offer.

use std::path::Path;

use eherkenning_wizard::domain::verdict::{MAX_OFFER_BYTES, read_offer};
use serde_json::json;

use super::files::{Exit, Outcome, print, print_unreadable, read};

/// Prints the supplier, the version and the levels of the offer.
pub fn check(file: &Path, json: bool) -> Outcome {
    let offer = match read_offer(&read(file, MAX_OFFER_BYTES)?) {
        Ok(offer) => offer,
        Err(unreadable) => return print_unreadable(unreadable, json),
    };
    let levels: Vec<&str> = offer.levels.iter().map(|level| level.level.code()).collect();
    let (supplier, version) = (&offer.supplier.name, &offer.version);
    if json {
        print(&format!("{}\n", json!({ "supplier": supplier, "version": version, "levels": levels })))?;
    } else {
        print(&format!("{supplier}, version {version}: {}\n", levels.join(", ")))?;
    }
    Ok(Exit::Valid)
}
