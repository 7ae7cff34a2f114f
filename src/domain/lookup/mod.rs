//! What a look-up of an organisation returns, by its number in the trade register.

mod registration;

pub use registration::{Branch, REGISTRATION_FORMAT, Registration};
