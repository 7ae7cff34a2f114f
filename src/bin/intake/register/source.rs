//! The register that the command line names.

use eherkenning_wizard::domain::lookup::Registration;
use eherkenning_wizard::domain::scheme::KvkNumber;

use super::failure::Failure;
use super::kvk::Kvk;
use super::list::List;
use crate::config::Args;

/// Where organisations are looked up.
pub enum Register {
    /// In a file.
    List(List),
    /// At the KvK.
    Kvk(Kvk),
}

impl Register {
    /// The register that the options name; `None` without these options.
    ///
    /// # Errors
    /// Which file or option is wrong and why, as a sentence.
    pub fn open(args: &Args) -> Result<Option<Self>, String> {
        if let Some(file) = &args.lookup {
            return List::open(file.as_deref()).map(Self::List).map(Some);
        }
        match (&args.kvk_api, &args.kvk_key_file) {
            (Some(api), Some(key_file)) => Kvk::open(api, key_file).map(Self::Kvk).map(Some),
            _ => Ok(None),
        }
    }

    /// The registration of an organisation; `None` when the register does not have this number.
    ///
    /// # Errors
    /// Why this is not known.
    pub async fn find(&self, number: &KvkNumber) -> Result<Option<Registration>, Failure> {
        match self {
            Self::List(list) => Ok(list.find(number)),
            Self::Kvk(kvk) => kvk.find(number).await,
        }
    }
}
