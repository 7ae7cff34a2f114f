//! The words for the zones of an identity document.

use crate::domain::redaction::Zone;
use crate::domain::texts::RedactorText;

/// The name of a zone.
pub(super) const fn zone_name(texts: &RedactorText, zone: Zone) -> &'static str {
    let [photo, nationality, bsn, mrz] = texts.zones;
    match zone {
        Zone::Photo => photo,
        Zone::Nationality => nationality,
        Zone::Bsn => bsn,
        Zone::Mrz => mrz,
    }
}
