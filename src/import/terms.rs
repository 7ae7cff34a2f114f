//! Facts about a catalogue that are not in the file.

use crate::domain::scheme::{Date, Oin};

/// Facts about the catalogue that are not in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportTerms {
    /// Where the facts come from, in words. Default: the version of the file.
    pub source: Option<String>,
    /// Day for which the facts are true. Default: the day of issue.
    pub date: Option<Date>,
    /// Terms on which the result may be used, in words.
    pub licence: String,
    /// Which providers are the tax authority.
    pub tax_authorities: Vec<Oin>,
}
