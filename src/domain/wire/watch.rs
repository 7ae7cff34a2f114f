//! Keeping track of a reader while it reads.

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny};

/// Keeps track of how far one text has been read, and can stop the reader. By default it does neither.
pub trait Watch {
    /// Length of the path to the current value, for [`Watch::leave`].
    fn length(&self) -> usize {
        0
    }

    /// Enters a field of an object.
    fn enter_field(&self, _name: &str) {}

    /// Enters a row of a list.
    fn enter_row(&self, _row: usize) {}

    /// Returns to the value whose path has this length.
    fn leave(&self, _length: usize) {}

    /// Reads a list or an object.
    ///
    /// # Errors
    /// Whatever `read` reports, or that the value is nested too deep.
    fn within<T, E: Error>(&self, read: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        read()
    }

    /// Checks the number of rows of a list so far.
    ///
    /// # Errors
    /// That there are too many.
    fn check_rows<E: Error>(&self, _rows: usize) -> Result<(), E> {
        Ok(())
    }

    /// Reads and drops the value of an unknown field.
    ///
    /// # Errors
    /// That the value is not valid JSON, or out of bounds.
    fn pass_over<'de, D: Deserializer<'de>>(&self, value: D) -> Result<(), D::Error> {
        IgnoredAny::deserialize(value).map(|IgnoredAny| ())
    }
}
