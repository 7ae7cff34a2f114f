//! The zones of an identity document.

use crate::domain::offer::Shielding;

/// A part of an identity document that an offer can require to be covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// The photo.
    Photo,
    /// The nationality.
    Nationality,
    /// The citizen service number (BSN).
    Bsn,
    /// The machine-readable zone.
    Mrz,
}

/// The zones that the offer requires to be covered.
pub fn zones(shielding: &Shielding) -> Vec<Zone> {
    let demanded = [
        (Zone::Photo, shielding.photo),
        (Zone::Nationality, shielding.nationality),
        (Zone::Bsn, shielding.bsn),
        (Zone::Mrz, shielding.mrz),
    ];
    demanded.into_iter().filter(|(_, is_demanded)| *is_demanded).map(|(zone, _)| zone).collect()
}
