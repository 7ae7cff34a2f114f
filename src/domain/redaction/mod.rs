//! Copies of identity documents: only a `RedactedScan` can go into an application.

use crate::domain::catalogue::Shielding;

/// What must be covered on a copy.
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

/// The zones that the offer wants covered.
pub fn zones(shielding: &Shielding) -> Vec<Zone> {
    let demanded = [
        (Zone::Photo, shielding.photo),
        (Zone::Nationality, shielding.nationality),
        (Zone::Bsn, shielding.bsn),
        (Zone::Mrz, shielding.mrz),
    ];
    demanded.into_iter().filter(|(_, is_demanded)| *is_demanded).map(|(zone, _)| zone).collect()
}

/// A copy as it was chosen; `T` is where the bytes are. It cannot be written anywhere.
#[derive(Debug)]
pub struct RawScan<T> {
    image: T,
}

/// A copy of which the applicant confirmed that every demanded zone is covered, drawn anew without metadata.
#[derive(Debug)]
pub struct RedactedScan<T> {
    image: T,
}

impl<T> RawScan<T> {
    /// A copy as it was chosen.
    pub fn new(image: T) -> Self {
        Self { image }
    }

    /// What the applicant looks at before confirming.
    pub fn image(&self) -> &T {
        &self.image
    }

    /// The only way to a redacted scan: the zones of the offer are confirmed, and the image is drawn anew.
    ///
    /// Gives the scan back when a demanded zone is not confirmed.
    pub fn redact(self, confirmed: &[Zone], shielding: &Shielding) -> Result<RedactedScan<T>, Self> {
        let is_covered = zones(shielding).iter().all(|zone| confirmed.contains(zone));
        if is_covered { Ok(RedactedScan { image: self.image }) } else { Err(self) }
    }
}

impl<T> RedactedScan<T> {
    /// The image that goes into the application.
    pub fn into_image(self) -> T {
        self.image
    }
}
