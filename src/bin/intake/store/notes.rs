//! Notes on a stored application, by operators or about its announcement. They lie next to the receipt; each is written once and stays.

use object_store::Error;
use serde::{Deserialize, Serialize};

use super::Store;

/// The name of the file that says that an application is handled.
pub const HANDLED: &str = "handled.json";

/// The name of the file that says that an application is erased.
pub const ERASED: &str = "erased.json";

/// The name of the file that says that an application was announced.
pub const ANNOUNCED: &str = "announced.json";

/// The name of the file that says that an application is not announced any more.
pub const GIVEN_UP: &str = "not-announced.json";

/// An application is handled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handled {
    /// The role or the system that handled it.
    pub by: String,
    /// When it was marked, in seconds since 1970.
    pub handled_at_unix: u64,
}

/// An application was announced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announced {
    /// When it was, in seconds since 1970.
    pub announced_at_unix: u64,
    /// How many tries that took.
    pub tries: u32,
}

/// An application is not announced any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenUp {
    /// When that was decided, in seconds since 1970.
    pub given_up_at_unix: u64,
    /// How many tries there were.
    pub tries: u32,
    /// Why.
    pub why: String,
}

/// An application is erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// The reason, without personal data.
    pub why: String,
    /// When it was decided, in seconds since 1970.
    pub erased_at_unix: u64,
}

impl Store {
    /// How an application was marked as handled, if it was.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn handled(&self, key: &str) -> Result<Option<Handled>, Error> {
        self.objects.read(&self.objects.path(&format!("keys/{key}/{HANDLED}"))).await
    }

    /// How an application was erased, if it was.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn erased(&self, key: &str) -> Result<Option<Erased>, Error> {
        self.objects.read(&self.objects.path(&format!("keys/{key}/{ERASED}"))).await
    }

    /// Writes a note unless it exists. Returns the one that exists.
    pub(super) async fn note<T>(&self, key: &str, name: &str, note: &T) -> Result<T, Error>
    where
        T: Serialize + for<'de> Deserialize<'de>,
    {
        self.objects.write_once(&self.objects.path(&format!("keys/{key}/{name}")), note).await
    }
}
