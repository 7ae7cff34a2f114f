//! Where zones are on common identity documents. These are suggestions that the applicant adjusts.

use super::{Area, Mask, Zone};
use crate::domain::scheme::IdentityDocumentKind;

/// One side of an identity document with a known layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Dutch passport, the page with the photo.
    Passport,
    /// Dutch identity card, front.
    IdentityCardFront,
    /// Dutch identity card, back.
    IdentityCardBack,
    /// Dutch residence permit, front.
    ResidencePermitFront,
    /// Dutch residence permit, back.
    ResidencePermitBack,
    /// Dutch driving licence, front.
    DrivingLicenceFront,
    /// Dutch driving licence, back.
    DrivingLicenceBack,
    /// Any other document.
    Other,
}

impl Preset {
    /// Every preset, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Passport,
        Self::IdentityCardFront,
        Self::IdentityCardBack,
        Self::ResidencePermitFront,
        Self::ResidencePermitBack,
        Self::DrivingLicenceFront,
        Self::DrivingLicenceBack,
        Self::Other,
    ];

    /// Its code, used as the value of the option.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Passport => "passport",
            Self::IdentityCardFront => "identity_card_front",
            Self::IdentityCardBack => "identity_card_back",
            Self::ResidencePermitFront => "residence_permit_front",
            Self::ResidencePermitBack => "residence_permit_back",
            Self::DrivingLicenceFront => "driving_licence_front",
            Self::DrivingLicenceBack => "driving_licence_back",
            Self::Other => "other",
        }
    }

    /// The most likely preset for a document of this kind and country; `is_first` for the first photo of it.
    pub fn likely(kind: Option<IdentityDocumentKind>, country: &str, is_first: bool) -> Self {
        match kind {
            _ if !matches!(country, "NL" | "") => Self::Other,
            Some(IdentityDocumentKind::Passport) => Self::Passport,
            Some(IdentityDocumentKind::IdentityCard) if is_first => Self::IdentityCardFront,
            Some(IdentityDocumentKind::IdentityCard) => Self::IdentityCardBack,
            Some(IdentityDocumentKind::ResidencePermit) if is_first => Self::ResidencePermitFront,
            Some(IdentityDocumentKind::ResidencePermit) => Self::ResidencePermitBack,
            Some(IdentityDocumentKind::DrivingLicence) if is_first => Self::DrivingLicenceFront,
            Some(IdentityDocumentKind::DrivingLicence) => Self::DrivingLicenceBack,
            None => Self::Other,
        }
    }

    /// A mask over each place that shows one of the required zones.
    pub fn masks(self, demanded: &[Zone]) -> Vec<Mask> {
        let places = self.places().iter().filter(|(zone, _)| demanded.contains(zone));
        let masks = places.zip(0..).map(|((zone, [left, top, width, height]), id)| Mask {
            id,
            zone: Some(*zone),
            area: Area::new(*left, *top, *width, *height),
        });
        masks.collect()
    }

    /// Roughly where each zone is.
    ///
    /// Sources: ICAO 9303-4 and 9303-5 for the size of documents and their machine-readable zone, where the personal
    /// number has a fixed position; for the BSN security.nl/posting/715836 (passport and identity card) and
    /// rijksoverheid.nl "Waar staat mijn BSN op mijn rijbewijs". The other positions are estimates.
    const fn places(self) -> &'static [(Zone, [i32; 4])] {
        match self {
            // Passports issued before 2021 have the BSN in the lower line of the machine-readable zone.
            Self::Passport => &[
                (Zone::Photo, [300, 1500, 3000, 5000]),
                (Zone::Nationality, [3600, 3900, 3600, 800]),
                (Zone::Bsn, [6100, 8550, 3200, 800]),
                (Zone::Mrz, [200, 7350, 9600, 2450]),
            ],
            Self::IdentityCardFront => {
                &[(Zone::Photo, [300, 2300, 3100, 6200]), (Zone::Nationality, [3700, 4300, 3400, 900])]
            }
            // The BSN is at the right, in digits and as a code; before 2021 in the upper machine-readable line.
            Self::IdentityCardBack => &[
                (Zone::Bsn, [6000, 500, 3700, 4900]),
                (Zone::Bsn, [4850, 5750, 4650, 1250]),
                (Zone::Mrz, [200, 5600, 9600, 4200]),
            ],
            Self::ResidencePermitFront => {
                &[(Zone::Photo, [300, 2300, 3000, 5900]), (Zone::Nationality, [3500, 3600, 3400, 900])]
            }
            Self::ResidencePermitBack => &[
                (Zone::Bsn, [300, 500, 5200, 1400]),
                (Zone::Bsn, [4850, 5750, 4650, 1250]),
                (Zone::Mrz, [200, 5600, 9600, 4200]),
            ],
            Self::DrivingLicenceFront => &[(Zone::Photo, [250, 2500, 2900, 6000])],
            // The BSN is at the upper left, before the licence number.
            Self::DrivingLicenceBack => &[(Zone::Bsn, [200, 300, 4600, 1000]), (Zone::Mrz, [200, 8700, 9600, 1100])],
            Self::Other => &[
                (Zone::Photo, [500, 1500, 3000, 4500]),
                (Zone::Nationality, [4000, 3500, 4000, 900]),
                (Zone::Bsn, [4000, 5000, 4000, 900]),
                (Zone::Mrz, [200, 7350, 9600, 2450]),
            ],
        }
    }
}
