//! What is given with a file.

use crate::domain::scheme::{Date, Oin};

/// What the file itself does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportTerms {
    /// Where the facts come from, in words; else the version of the file.
    pub source: Option<String>,
    /// Day on which they held; else the day of issue.
    pub date: Option<Date>,
    /// On what terms the result may be used, in words.
    pub licence: String,
    /// Which providers are the tax authority.
    pub tax_authorities: Vec<Oin>,
}
