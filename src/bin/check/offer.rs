//! `check offer`: checks a supplier's offer.

use std::path::Path;

use eherkenning_wizard::domain::offer::Offer;
use eherkenning_wizard::domain::verdict::{Fault, Input, MAX_OFFER_BYTES, Unreadable, read_offer};
use serde_json::json;

use super::files::{Exit, Outcome, print, print_unreadable, read};

/// Prints the supplier, the version and the levels of the offer.
pub fn check(file: &Path, json: bool) -> Outcome {
    let offer = match read_offer(&read(file, MAX_OFFER_BYTES)?).and_then(workable) {
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

/// Refuses what the wizard reads but cannot work with: nobody could choose such a term, and such an address equals that
/// of no page.
fn workable(offer: Offer) -> Result<Offer, Unreadable> {
    let refuse = |pointer: String, message: &str| Err(Unreadable::new(Input::Offer, Fault::Value, message).at(pointer));
    for (level, index) in offer.levels.iter().zip(0..) {
        if let Some(term) = level.terms.iter().position(|term| !(1..=5).contains(&term.years)) {
            return refuse(format!("/levels/{index}/terms/{term}/years"), "a term is one to five years");
        }
    }
    let lists = [
        ("return_origins", &offer.return_origins, &["https://"][..]),
        ("frame_parents", &offer.frame_parents, &["https://", "http://"]),
    ];
    for (name, origins, schemes) in lists {
        if let Some(index) = origins.iter().position(|origin| !is_origin(origin, schemes)) {
            let message = format!("expected {}, a host in lower case and optionally a port", schemes.join(" or "));
            return refuse(format!("/{name}/{index}"), &message);
        }
    }
    for (name, link) in [("terms", &offer.links.terms), ("privacy", &offer.links.privacy)] {
        if !link.url.starts_with("https://") {
            return refuse(format!("/links/{name}/url"), "expected https://");
        }
    }
    Ok(offer)
}

/// Whether a text is an origin as browsers write it.
fn is_origin(text: &str, schemes: &[&str]) -> bool {
    let Some((scheme, host)) = schemes.iter().find_map(|scheme| Some((*scheme, text.strip_prefix(scheme)?))) else {
        return false;
    };
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
        _ => (host, None),
    };
    let usual = if scheme == "https://" { "443" } else { "80" };
    let is_port = |port: &str| port != usual && port.parse::<u16>().is_ok_and(|number| number.to_string() == port);
    let is_host = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-');
    let is_number = |c: char| c.is_ascii_hexdigit() || c == ':';
    let is_named = match name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
        Some(address) => address.chars().all(is_number),
        None => !name.is_empty() && name.chars().all(is_host),
    };
    is_named && port.is_none_or(is_port)
}
