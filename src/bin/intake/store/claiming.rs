//! Claiming a key for an attempt, and ending attempts that store nothing.

use object_store::Error;

use super::key::{Claim, Key, Last, Outcome};
use super::{Attempt, Found, Store};
use crate::clock;

/// How often to try to claim a key: when other requests are quicker, or the folder of an attempt is not empty.
const CLAIM_TRIES: u8 = 3;

impl Store {
    /// Claims a key, or says what is under it.
    pub(super) async fn claim<'a>(&'a self, id: &'a str) -> Result<Result<Attempt<'a>, Found>, Error> {
        let claim = Claim { owner: uuid::Uuid::new_v4().to_string(), claimed_at_unix: clock::unix_seconds() };
        for _ in 0..CLAIM_TRIES {
            let key = Key::new(&self.objects, id);
            let number = match self.next_attempt(&key).await? {
                Ok(number) => number,
                Err(found) => return Ok(Err(found)),
            };
            // Before the claim: only what is in the folder of a claimed attempt is ever removed.
            if !self.objects.files_below(&key.folder(number)).await?.is_empty() {
                pass_over(&key, number).await?;
            } else if key.claim(number, &claim).await? {
                return Ok(Ok(Attempt { key, number }));
            }
        }
        Ok(Err(Found::InProgress(self.leases.beat())))
    }

    /// The number of the next attempt, after ending one whose lease has expired; or what is under the key.
    pub(super) async fn next_attempt(&self, key: &Key<'_>) -> Result<Result<u32, Found>, Error> {
        let (number, heartbeat) = match key.last().await? {
            Last::Next(number) => return Ok(Ok(number)),
            Last::Stored(receipt) => return Ok(Err(Found::Stored(receipt))),
            Last::Open(number, heartbeat) => (number, heartbeat),
        };
        if let Some(left) = self.leases.time_left(&heartbeat) {
            return Ok(Err(Found::InProgress(left)));
        }
        Ok(match key.end(number, &Outcome::Abandoned).await? {
            Outcome::Stored(receipt) => Err(Found::Stored(receipt)),
            Outcome::Abandoned => {
                self.discard(&key.folder(number)).await;
                Ok(number.saturating_add(1))
            }
        })
    }

    /// Ends an attempt as abandoned, and removes what it wrote.
    pub(super) async fn release(&self, attempt: &Attempt<'_>) {
        let folder = attempt.key.folder(attempt.number);
        if let Err(error) = attempt.key.end(attempt.number, &Outcome::Abandoned).await {
            tracing::warn!(%error, folder, "an attempt could not be released");
        }
        self.discard(&folder).await;
    }
}

/// Ends an attempt that nobody has claimed, because its folder has files that no attempt wrote, as after a restore without
/// `keys`. They stay, because they may be the only copy, and do not become part of another application.
async fn pass_over(key: &Key<'_>, number: u32) -> Result<(), Error> {
    // Another request may have claimed it since, and written there.
    if matches!(key.last().await?, Last::Next(next) if next == number) {
        key.end(number, &Outcome::Abandoned).await?;
    }
    Ok(())
}
