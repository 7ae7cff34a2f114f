//! Finding an application by its id or its reference.

use eherkenning_wizard::domain::scheme::Uuid;

use super::filter::is_same_reference;
use super::output::unavailable;
use crate::store::Store;
use crate::store::inventory::{Standing, Stored};

/// Finds a stored application.
///
/// # Errors
/// That it is not stored, or that more than one has this reference.
pub async fn find(store: &Store, name: &str) -> Result<Stored, String> {
    if let Ok(key) = Uuid::parse(name.trim()) {
        return by_key(store, key.as_str()).await;
    }
    let all = store.applications().await.map_err(unavailable)?;
    let mut found = all.stored.into_iter().filter(|stored| is_same_reference(name, &stored.receipt.reference));
    match (found.next(), found.next()) {
        (Some(stored), None) => Ok(stored),
        (Some(_), Some(_)) => Err(format!("{name}: more than one application has this reference; use its id")),
        (None, _) => Err(format!("{name}: no application is stored under this id or reference")),
    }
}

async fn by_key(store: &Store, key: &str) -> Result<Stored, String> {
    let none = || format!("{key}: no application is stored under this id");
    let entry = store.entry(key).await.map_err(unavailable)?.ok_or_else(none)?;
    match store.standing(&entry).await.map_err(unavailable)? {
        Standing::Stored(receipt) => Ok(Stored { entry, receipt }),
        Standing::Open { .. } => Err(format!("{key}: it is being stored, or that was cut off")),
        Standing::Abandoned(_) | Standing::Unclaimed => Err(none()),
    }
}
