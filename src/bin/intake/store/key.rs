//! What the store knows of a key: the attempts to store an application under it.
//!
//! `keys/<id>/<n>.claim.json` starts attempt `n`, `<n>.lease.json` is its heartbeat, and `<n>.outcome.json` ends it:
//! stored or abandoned. Claim and outcome are written once, so of several requests one claims an attempt, and one ends it.
//! The next attempt starts only when the previous one was abandoned: whatever the clocks say, at most one is stored.

use eherkenning_wizard::domain::scheme::Level;
use object_store::path::Path;
use object_store::{Error, ObjectMeta};
use serde::{Deserialize, Serialize};

use super::objects::Objects;

/// Starts an attempt.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Identifies the request that makes the attempt.
    pub owner: String,
    /// When it began, in seconds since 1970, for people who read it.
    pub claimed_at_unix: u64,
}

/// Says that the owner of an attempt is still at it. Each heartbeat differs from the previous one.
#[derive(Serialize)]
pub struct Heartbeat {
    /// How many came before.
    pub beat: u64,
}

/// Ends an attempt.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// The application is stored.
    Stored(Receipt),
    /// The attempt failed or its lease expired. Nothing that it wrote counts.
    Abandoned,
}

/// The proof that an application is stored, which stays when the application is removed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Receipt {
    /// The number that people quote.
    pub reference: String,
    /// Identifies the exact bytes of the application and its documents.
    pub fingerprint: String,
    /// The folder with the application and its documents.
    pub folder: String,
    /// When it was stored, in seconds since 1970.
    pub stored_at_unix: u64,
    /// The level of assurance; receipts of earlier versions do not have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
}

/// The files of one key.
pub struct Key<'a> {
    objects: &'a Objects,
    id: &'a str,
}

/// What was last done under a key.
pub enum Last {
    /// Nothing, or an attempt that was abandoned; the next one has this number.
    Next(u32),
    /// An attempt that has not ended, with its last heartbeat.
    Open(u32, ObjectMeta),
    /// The application is stored.
    Stored(Receipt),
}

/// A claim of version 0.1, which had at most one per key.
#[derive(Deserialize)]
struct OldClaim {
    fingerprint: String,
}

/// A receipt of version 0.1.
#[derive(Deserialize)]
struct OldReceipt {
    reference: String,
    kept_at_unix: u64,
}

impl<'a> Key<'a> {
    /// The key with this id.
    pub fn new(objects: &'a Objects, id: &'a str) -> Self {
        Self { objects, id }
    }

    /// Reads what was last done under this key.
    ///
    /// # Errors
    /// When the store cannot be reached, or has files that intake did not write.
    pub async fn last(&self) -> Result<Last, Error> {
        let files = self.objects.list(&self.objects.path(&format!("keys/{}", self.id))).await?;
        let named = files.into_iter().filter_map(|file| {
            let (attempt, kind) = Kind::of(file.location.filename()?)?;
            Some((attempt, kind, file))
        });
        match named.max_by_key(|(attempt, kind, _)| (*attempt, *kind)) {
            None => Ok(self.stored_by_old_version().await?.map_or(Last::Next(1), Last::Stored)),
            Some((attempt, Kind::Claim | Kind::Lease, heartbeat)) => Ok(Last::Open(attempt, heartbeat)),
            Some((attempt, Kind::Outcome, _)) => Ok(match self.outcome(attempt).await? {
                Some(Outcome::Stored(receipt)) => Last::Stored(receipt),
                Some(Outcome::Abandoned) | None => Last::Next(attempt.saturating_add(1)),
            }),
        }
    }

    /// Claims an attempt; `false` when another request has it.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn claim(&self, attempt: u32, claim: &Claim) -> Result<bool, Error> {
        Ok(self.objects.write_once(&self.file(attempt, Kind::Claim), claim).await? == *claim)
    }

    /// Renews the lease of an attempt.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn renew(&self, attempt: u32, heartbeat: &Heartbeat) -> Result<(), Error> {
        self.objects.write_json(&self.file(attempt, Kind::Lease), heartbeat).await
    }

    /// Ends an attempt, unless it has ended already. Returns how it has ended.
    ///
    /// # Errors
    /// When the store cannot be reached; it is unknown then how the attempt ends.
    pub async fn end(&self, attempt: u32, outcome: &Outcome) -> Result<Outcome, Error> {
        self.objects.write_once(&self.file(attempt, Kind::Outcome), outcome).await
    }

    /// How an attempt has ended; `None` when it has not.
    ///
    /// # Errors
    /// When the store cannot be reached, or has files that intake did not write.
    pub async fn outcome(&self, attempt: u32) -> Result<Option<Outcome>, Error> {
        self.objects.read(&self.file(attempt, Kind::Outcome)).await
    }

    /// The folder in which an attempt writes, and no other.
    pub fn folder(&self, attempt: u32) -> String {
        format!("applications/{}/{attempt}", self.id)
    }

    fn file(&self, attempt: u32, kind: Kind) -> Path {
        self.objects.path(&format!("keys/{}/{attempt}.{}.json", self.id, kind.name()))
    }

    /// The receipt of version 0.1.
    ///
    /// # Errors
    /// When the store cannot be reached, or has files that intake did not write.
    pub async fn stored_by_old_version(&self) -> Result<Option<Receipt>, Error> {
        let path = |name: &str| self.objects.path(&format!("{}/{name}.json", self.id));
        let Some(receipt) = self.objects.read::<OldReceipt>(&path("receipt")).await? else { return Ok(None) };
        let claim = self.objects.read::<OldClaim>(&path("claim")).await?;
        Ok(Some(Receipt {
            reference: receipt.reference,
            fingerprint: claim.map(|claim| claim.fingerprint).unwrap_or_default(),
            folder: self.id.to_owned(),
            stored_at_unix: receipt.kept_at_unix,
            level: None,
        }))
    }
}

/// The files of an attempt, in the order in which they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Starts it.
    Claim,
    /// Its heartbeat.
    Lease,
    /// Ends it.
    Outcome,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Lease => "lease",
            Self::Outcome => "outcome",
        }
    }

    /// The number of the attempt and the kind of a file, from its name.
    pub fn of(name: &str) -> Option<(u32, Self)> {
        let (attempt, kind) = name.strip_suffix(".json")?.split_once('.')?;
        let kind = [Self::Claim, Self::Lease, Self::Outcome].into_iter().find(|one| one.name() == kind)?;
        Some((attempt.parse().ok()?, kind))
    }
}
