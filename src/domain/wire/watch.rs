//! What follows reading as it goes.

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny};

/// Follows the reading of one text, and may stop it. By default nothing is followed.
pub trait Watch {
    /// How far inside the text reading is, for [`Watch::leave`].
    fn length(&self) -> usize {
        0
    }

    /// Goes into a field of an object.
    fn enter_field(&self, _name: &str) {}

    /// Goes into a row of a list.
    fn enter_row(&self, _row: usize) {}

    /// Goes back to where [`Watch::length`] was this.
    fn leave(&self, _length: usize) {}

    /// Reads a list or an object.
    ///
    /// # Errors
    /// What is wrong in it, or that it is nested too deep.
    fn within<T, E: Error>(&self, read: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        read()
    }

    /// Checks that a list may have so many rows.
    ///
    /// # Errors
    /// That it may not.
    fn check_rows<E: Error>(&self, _rows: usize) -> Result<(), E> {
        Ok(())
    }

    /// Reads the value of a field that the type does not know.
    ///
    /// # Errors
    /// What is wrong in it.
    fn pass_over<'de, D: Deserializer<'de>>(&self, value: D) -> Result<(), D::Error> {
        IgnoredAny::deserialize(value).map(|IgnoredAny| ())
    }
}

/// Follows nothing. serde_json itself stops at 128 levels.
pub struct Unwatched;

impl Watch for Unwatched {}
