//! What a rule must know besides the draft.

use crate::domain::catalogue::Catalogue;
use crate::domain::offer::Offer;
use crate::domain::scheme::Date;

/// The supplier's offer, the service catalogue, and the day.
#[derive(Clone, Debug)]
pub struct Facts {
    /// What the supplier offers.
    pub offer: Offer,
    /// The services; empty while the catalogue cannot be had.
    pub catalogue: Catalogue,
    /// The day on which the rules are asked, in the Netherlands.
    pub today: Date,
}
