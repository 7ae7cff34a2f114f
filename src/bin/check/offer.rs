//! `check offer`: checks a supplier's offer.

use std::path::Path;

use eherkenning_wizard::domain::offer::Offer;
use eherkenning_wizard::domain::scheme::Cents;
use eherkenning_wizard::domain::verdict::{Fault, Input, MAX_OFFER_BYTES, Unreadable, read_offer};
use serde_json::json;

use super::addresses::{is_address, is_at, is_link, is_origin, is_relative};
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

/// Refuses what the wizard reads but cannot work with: nobody could choose such a term or attach a file within such a
/// limit, and such an address equals that of no page.
fn workable(offer: Offer) -> Result<Offer, Unreadable> {
    let faults = [
        level_faults(&offer),
        limit_faults(&offer),
        list_faults(&offer),
        address_faults(&offer),
        lookup_faults(&offer),
    ];
    match faults.into_iter().flatten().next() {
        None => Ok(offer),
        Some((pointer, message)) => Err(Unreadable::new(Input::Offer, Fault::Value, &message).at(pointer)),
    }
}

/// Where something cannot work, as a JSON pointer, and what is expected there.
type Misfit = (String, String);

/// Notes where a condition does not hold.
fn require(faults: &mut Vec<Misfit>, holds: bool, pointer: impl Into<String>, message: &str) {
    if !holds {
        faults.push((pointer.into(), message.to_owned()));
    }
}

fn level_faults(offer: &Offer) -> Vec<Misfit> {
    let mut faults = Vec::new();
    for (level, index) in offer.levels.iter().zip(0..) {
        let mut years = Vec::new();
        for (term, row) in level.terms.iter().zip(0..) {
            let at = format!("/levels/{index}/terms/{row}");
            let is_term = (1..=5).contains(&term.years);
            require(&mut faults, is_term, format!("{at}/years"), "a term is one to five years");
            require(&mut faults, !years.contains(&term.years), format!("{at}/years"), "the term is listed twice");
            require(&mut faults, is_price(term.price), format!("{at}/price"), NEGATIVE);
            years.push(term.years);
        }
        for (way, row) in level.identification.iter().zip(0..) {
            let at = format!("/levels/{index}/identification/{row}/price");
            require(&mut faults, is_price(way.price), at, NEGATIVE);
        }
        let methods: Vec<_> = level.identification.iter().map(|way| way.method).collect();
        for (list, is_single) in [
            ("means", are_different(&level.means)),
            ("identification", are_different(&methods)),
            ("signing", are_different(&level.signing)),
            ("sole_applicant_signing", are_different(&level.sole_applicant_signing)),
        ] {
            require(&mut faults, is_single, format!("/levels/{index}/{list}"), TWICE);
        }
    }
    faults
}

fn limit_faults(offer: &Offer) -> Vec<Misfit> {
    let mut faults = Vec::new();
    for (pointer, price) in [
        ("/urgent", offer.urgent),
        ("/authorisations/extra", Some(offer.authorisations.extra)),
        ("/extract/fetched", offer.extract.fetched),
    ] {
        require(&mut faults, price.is_none_or(is_price), pointer, NEGATIVE);
    }
    require(&mut faults, offer.vat_percent <= 100, "/vat_percent", "at most 100 percent");
    require(&mut faults, offer.max_representatives > 0, "/max_representatives", "at least 1");
    for (pointer, age) in
        [("/min_age_representative", offer.min_age_representative), ("/min_age_employee", offer.min_age_employee)]
    {
        require(&mut faults, age < 100, pointer, "an age below 100");
    }
    let limits = &offer.attachments;
    let sides = if offer.identity_documents.both_sides.is_empty() { 1 } else { 2 };
    let message = format!("at least {sides}, because a copy has so many sides");
    require(&mut faults, limits.max_files >= sides, "/attachments/max_files", &message);
    require(&mut faults, limits.max_bytes > 0, "/attachments/max_bytes", "at least 1");
    let is_total = limits.max_total_bytes >= limits.max_bytes;
    require(&mut faults, is_total, "/attachments/max_total_bytes", "at least max_bytes");
    require(&mut faults, limits.max_side > 0, "/attachments/max_side", "at least 1");
    require(&mut faults, limits.min_side <= limits.max_side, "/attachments/min_side", "at most max_side");
    faults
}

fn list_faults(offer: &Offer) -> Vec<Misfit> {
    let mut faults = Vec::new();
    for (pointer, is_single) in [
        ("/payment_methods", are_different(&offer.payment_methods)),
        ("/form_routes", are_different(&offer.form_routes)),
        ("/identity_documents/kinds", are_different(&offer.identity_documents.kinds)),
    ] {
        require(&mut faults, is_single, pointer, TWICE);
    }
    faults
}

fn address_faults(offer: &Offer) -> Vec<Misfit> {
    let mut faults = Vec::new();
    for (pointer, address) in [("/endpoint", &offer.endpoint), ("/outcome", &offer.outcome)] {
        let holds = address.as_deref().is_none_or(is_address);
        require(&mut faults, holds, pointer, "expected https:// or http:// with a host, or a relative URL");
    }
    let lists = [
        ("return_origins", &offer.return_origins, &["https://"][..]),
        ("frame_parents", &offer.frame_parents, &["https://", "http://"]),
    ];
    for (name, origins, schemes) in lists {
        let message = format!("expected {}, a host in lower case and optionally a port", schemes.join(" or "));
        for (origin, index) in origins.iter().zip(0..) {
            require(&mut faults, is_origin(origin, schemes), format!("/{name}/{index}"), &message);
        }
    }
    for (name, link) in [("terms", &offer.links.terms), ("privacy", &offer.links.privacy)] {
        let holds = is_link(&link.url, &["https://"]);
        require(&mut faults, holds, format!("/links/{name}/url"), "expected https:// and a host");
    }
    faults
}

fn lookup_faults(offer: &Offer) -> Vec<Misfit> {
    let mut faults = Vec::new();
    let Some(lookup) = &offer.lookup else { return faults };
    let address = &lookup.organisation;
    let is_complete = address.matches(KVK_NUMBER).count() == 1;
    require(&mut faults, is_complete, "/lookup/organisation", "expected {kvk_number} exactly once");
    for (origin, index) in lookup.origins.iter().zip(0..) {
        let at = format!("/lookup/origins/{index}");
        let message = "expected https://, a host in lower case and optionally a port";
        require(&mut faults, is_origin(origin, &["https://"]), at, message);
    }
    let is_allowed = is_relative(address) || lookup.origins.iter().any(|origin| is_at(address, origin));
    let message = "expected a relative URL, or https:// at one of the origins";
    require(&mut faults, is_allowed, "/lookup/organisation", message);
    faults
}

/// What the KvK number replaces in the address of a look-up.
const KVK_NUMBER: &str = "{kvk_number}";

const NEGATIVE: &str = "a price is not negative";
const TWICE: &str = "an option is listed twice";

const fn is_price(price: Cents) -> bool {
    price.0 >= 0
}

/// Whether no item is listed twice.
fn are_different<T: PartialEq>(items: &[T]) -> bool {
    items.iter().zip(0..).all(|(item, before)| !items.iter().take(before).any(|other| other == item))
}
