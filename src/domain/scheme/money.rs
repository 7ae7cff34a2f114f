//! Amounts of money.

use std::ops::Add;

use serde::{Deserialize, Serialize};

use crate::domain::wire::{FromJson, Json, Misfit};

/// An amount in euro cents, which avoids rounding errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cents(pub i64);

impl Cents {
    /// The amount including VAT (*btw*); half a cent is rounded up.
    #[must_use]
    pub fn plus_vat(self, percent: u32) -> Self {
        let hundredfold = self.0.saturating_mul(100 + i64::from(percent));
        Self(hundredfold.saturating_add(50).div_euclid(100))
    }
}

impl Add for Cents {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl FromJson for Cents {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        i64::from_json(json).map(Self)
    }
}
