//! Writing an application and its documents, and reading them back.

use axum::body::Bytes;
use eherkenning_wizard::domain::draft::Draft;
use eherkenning_wizard::domain::scheme::Level;
use object_store::Error;
use sha2::{Digest, Sha256};

use super::inventory::Stored;
use super::layout::{APPLICATION, is_document};
use super::sealing::{DATA_KEY, DataKey, SEALED, SealedKey};
use super::{Store, Submission};
use crate::fingerprint::fingerprint;

/// An application and its documents, as they were posted.
pub struct Content {
    /// The application, byte for byte.
    pub application: Bytes,
    /// The documents: file name and content.
    pub documents: Vec<(String, Bytes)>,
}

impl Content {
    /// Identifies the exact bytes, as the receipt does.
    pub fn fingerprint(&self) -> String {
        let mut digests: Vec<(&str, String)> =
            self.documents.iter().map(|(name, bytes)| (id_of(name), hex::encode(Sha256::digest(bytes)))).collect();
        digests.sort();
        fingerprint(&self.application, digests.iter().map(|(id, sha256)| (*id, sha256.as_str())))
    }

    /// Which files are missing, or differ from what was posted; empty when the fingerprint is that of the receipt.
    pub fn faults(&self, expected: &str) -> Vec<String> {
        // A receipt of version 0.1 can have no fingerprint.
        if expected.is_empty() || self.fingerprint() == expected {
            return Vec::new();
        }
        let Ok(draft) = serde_json::from_slice::<Draft>(&self.application) else {
            return vec![format!("{APPLICATION} differs from what was posted")];
        };
        let mut faults = Vec::new();
        for document in &draft.documents {
            match self.documents.iter().find(|(name, _)| id_of(name).eq_ignore_ascii_case(&document.id)) {
                None => faults.push(format!("document {} is missing", document.id)),
                Some((name, bytes)) if hex::encode(Sha256::digest(bytes)) != document.sha256.to_ascii_lowercase() => {
                    faults.push(format!("documents/{name} differs from what was posted"));
                }
                Some(_) => {}
            }
        }
        if faults.is_empty() {
            faults.push(format!("{APPLICATION} or the list of documents differs from what was posted"));
        }
        faults
    }
}

impl Store {
    /// Writes an application and its documents, sealed if there are keys.
    ///
    /// # Errors
    /// When the store cannot be reached; some files may be written.
    pub(super) async fn write(&self, folder: &str, submission: &Submission) -> Result<(), Error> {
        if submission.is_announced {
            self.plan_announcement(folder).await?;
        }
        let key = match self.keys.new_data_key(folder)? {
            None => None,
            Some((key, sealed)) => {
                self.objects.write_json(&self.objects.path(&format!("{folder}/{DATA_KEY}")), &sealed).await?;
                Some(key)
            }
        };
        for (name, bytes) in &submission.documents {
            self.write_file(key.as_ref(), format!("{folder}/documents/{name}"), bytes).await?;
        }
        self.write_file(key.as_ref(), format!("{folder}/{APPLICATION}"), &submission.application).await
    }

    /// Reads an application and its documents; `None` when the application is not there.
    ///
    /// # Errors
    /// When the store cannot be reached, or a sealed file cannot be opened.
    pub async fn content(&self, stored: &Stored) -> Result<Option<Content>, Error> {
        let folder = &stored.receipt.folder;
        let key = self.data_key(folder).await?;
        let Some(application) = self.read_file(key.as_ref(), format!("{folder}/{APPLICATION}")).await? else {
            return Ok(None);
        };
        let mut documents = Vec::new();
        for file in self.objects.files_below(&format!("{folder}/documents")).await? {
            let name = file.name.rsplit('/').next().unwrap_or_default();
            let name = name.strip_suffix(SEALED).filter(|_| key.is_some()).unwrap_or(name);
            if is_document(name) {
                let bytes = self.read_file(key.as_ref(), format!("{folder}/documents/{name}")).await?;
                documents.extend(bytes.map(|bytes| (name.to_owned(), bytes)));
            }
        }
        documents.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(Some(Content { application, documents }))
    }

    /// Reads an application; `None` when it is not there.
    ///
    /// # Errors
    /// When the store cannot be reached, or a sealed file cannot be opened.
    pub async fn application(&self, stored: &Stored) -> Result<Option<Bytes>, Error> {
        let folder = &stored.receipt.folder;
        let key = self.data_key(folder).await?;
        self.read_file(key.as_ref(), format!("{folder}/{APPLICATION}")).await
    }

    /// The key of the application in a folder; `None` when it is not sealed.
    async fn data_key(&self, folder: &str) -> Result<Option<DataKey>, Error> {
        let sealed: Option<SealedKey> = self.objects.read(&self.objects.path(&format!("{folder}/{DATA_KEY}"))).await?;
        sealed.map(|sealed| self.keys.open(folder, &sealed)).transpose()
    }

    async fn write_file(&self, key: Option<&DataKey>, name: String, bytes: &Bytes) -> Result<(), Error> {
        match key {
            None => self.objects.write(&self.objects.path(&name), bytes.clone()).await,
            Some(key) => {
                let sealed = key.seal(&name, bytes)?;
                self.objects.write(&self.objects.path(&(name + SEALED)), sealed).await
            }
        }
    }

    async fn read_file(&self, key: Option<&DataKey>, name: String) -> Result<Option<Bytes>, Error> {
        let Some(key) = key else { return self.objects.read_bytes(&self.objects.path(&name)).await };
        let sealed = self.objects.read_bytes(&self.objects.path(&format!("{name}{SEALED}"))).await?;
        sealed.map(|sealed| key.open(&name, &sealed)).transpose()
    }

    /// The level of an application: from its receipt, or of an earlier version from the application itself.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn level(&self, stored: &Stored) -> Result<Option<Level>, Error> {
        if stored.receipt.level.is_some() || stored.files().is_empty() {
            return Ok(stored.receipt.level);
        }
        let application = self.application(stored).await?;
        let draft = application.and_then(|bytes| serde_json::from_slice::<Draft>(&bytes).ok());
        Ok(draft.and_then(|draft| draft.purpose.level))
    }
}

/// The id of a document, from its file name.
fn id_of(name: &str) -> &str {
    name.split_once('.').map_or(name, |(id, _)| id)
}
