//! Amounts of money.

use std::ops::Add;

use crate::domain::json::{Json, JsonError, Wire, serde_through_json};

/// An amount in euro cents, which avoids rounding errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "check", schemars(transparent))]
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

impl Wire for Cents {
    fn blank() -> Self {
        Self(0)
    }

    fn read(&mut self, json: Json) -> Result<(), JsonError> {
        self.0.read(json)
    }

    fn write(&self) -> Json {
        self.0.write()
    }
}

serde_through_json!(Cents);
