//! The browser's database, opened for each operation, so that it cannot be closed while we use it.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

use super::record_key;
use super::script::{self, BoxFuture, JsError};
use crate::domain::submission::StoreFault;

const DATABASE: &str = "eherkenning-wizard";
const STORE: &str = "kept";
/// How long the database may take to open or read, in milliseconds: long on a slow device, but not for ever.
const TIMEOUT_MS: u32 = 20_000;
/// How long it may take to write, in milliseconds. The applicant is told long before.
const WRITE_TIMEOUT_MS: u32 = 120_000;

/// What is written in one go.
#[derive(Default)]
pub(super) struct Batch {
    /// Records that must not have another revision than this, unless they are gone.
    pub known: Vec<(String, u32)>,
    /// What is removed first, with all whose keys begin with these and a slash.
    pub removals: Vec<String>,
    /// What is written then.
    pub puts: Vec<(String, JsValue)>,
}

/// An open database.
pub(super) struct Database(IdbDatabase);

impl Drop for Database {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Database {
    /// Opens the database, and creates it if it does not exist.
    pub fn open() -> BoxFuture<'static, Result<Self, JsError>> {
        Box::pin(Self::opened())
    }

    async fn opened() -> Result<Self, JsError> {
        let window = JsValue::from(web_sys::window().ok_or(JsError)?);
        // Throws in a frame without an origin of its own.
        let factory: IdbFactory = script::field(&window, "indexedDB").ok_or(JsError)?;
        let request = factory.open_with_u32(DATABASE, 1)?;
        let target = request.clone();
        let upgrade = Closure::once_into_js(move || {
            // If this fails, opening fails.
            target
                .result()
                .map(|database| database.unchecked_into::<IdbDatabase>().create_object_store(STORE).ok())
                .ok();
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let database: IdbDatabase = within(TIMEOUT_MS, request).await?.unchecked_into();
        Ok(Self(database))
    }

    /// The keys of all records.
    pub async fn keys(&self) -> Result<Vec<String>, JsError> {
        let keys = within(TIMEOUT_MS, self.store()?.get_all_keys()?).await?;
        Ok(Array::from(&keys).iter().filter_map(|key| key.as_string()).collect())
    }

    /// A record; `undefined` if it does not exist.
    pub fn get<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<JsValue, JsError>> {
        Box::pin(async move { within(TIMEOUT_MS, self.store()?.get(&key.into())?).await })
    }

    /// Writes and removes records, all or none of them; done once they are on the disk.
    pub fn write<'a>(&'a self, batch: &'a Batch) -> BoxFuture<'a, Result<(), StoreFault>> {
        Box::pin(self.written(batch))
    }

    async fn written(&self, batch: &Batch) -> Result<(), StoreFault> {
        let failed = |JsError| StoreFault::Unavailable;
        let is_newer = Rc::new(Cell::new(false));
        let (transaction, store) = self.begin("readwrite").map_err(failed)?;
        let Ok(done) = queue(batch, &transaction, &store, &is_newer) else {
            // Otherwise what was queued so far is written.
            transaction.abort().ok();
            return Err(StoreFault::Unavailable);
        };
        match script::within(WRITE_TIMEOUT_MS, script::awaited(done)).await {
            Some(Ok(_)) => Ok(()),
            _ if is_newer.get() => Err(StoreFault::Newer),
            _ => Err(fault(&transaction)),
        }
    }

    fn store(&self) -> Result<IdbObjectStore, JsError> {
        Ok(self.begin("readonly")?.1)
    }

    fn begin(&self, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), JsError> {
        let options: JsValue = script::options(&[("durability", "strict".into())]);
        let begin: Function = script::method(&self.0, "transaction").ok_or(JsError)?;
        let transaction: IdbTransaction = begin.call3(&self.0, &STORE.into(), &mode.into(), &options)?.unchecked_into();
        let store = transaction.object_store(STORE)?;
        Ok((transaction, store))
    }
}

/// Queues all of it in one transaction, which is given up when a record is newer than it is known to be.
fn queue(
    batch: &Batch,
    transaction: &IdbTransaction,
    store: &IdbObjectStore,
    is_newer: &Rc<Cell<bool>>,
) -> Result<Promise, JsError> {
    for (key, known) in &batch.known {
        let request = store.get(&key.into())?;
        let (found, known) = (request.clone(), *known);
        let (transaction, is_newer) = (transaction.clone(), Rc::clone(is_newer));
        let compare = Closure::once_into_js(move || {
            let stored = found.result().unwrap_or_default();
            // What the browser threw away is written again.
            if !stored.is_undefined() && record_key::revision(&stored) != known {
                is_newer.set(true);
                transaction.abort().ok();
            }
        });
        request.set_onsuccess(Some(compare.unchecked_ref()));
    }
    for key in &batch.removals {
        // With a record go those whose keys begin with its key and a slash, which comes before a zero.
        let all = IdbKeyRange::bound(&key.into(), &[key, "0"].concat().into())?;
        store.delete(&all.into())?;
    }
    for (key, record) in &batch.puts {
        store.put_with_key(record, &key.into())?;
    }
    Ok(script::called(|done, failed| {
        transaction.set_oncomplete(Some(&done));
        transaction.set_onabort(Some(&failed));
    }))
}

/// Why a transaction was given up.
fn fault(transaction: &IdbTransaction) -> StoreFault {
    let name =
        script::field::<JsValue>(transaction, "error").and_then(|error| script::field::<JsValue>(&error, "name"));
    match name.and_then(|name| name.as_string()).as_deref() {
        Some("QuotaExceededError") => StoreFault::Full,
        _ => StoreFault::Unavailable,
    }
}

/// The answer to a request, unless it takes too long.
fn within(milliseconds: u32, request: impl Into<IdbRequest>) -> BoxFuture<'static, Result<JsValue, JsError>> {
    let request: IdbRequest = request.into();
    Box::pin(async move {
        let done = script::called(|done, failed| {
            request.set_onsuccess(Some(&done));
            request.set_onerror(Some(&failed));
        });
        script::within(milliseconds, script::awaited(done)).await.ok_or(JsError)??;
        Ok(request.result()?)
    })
}
