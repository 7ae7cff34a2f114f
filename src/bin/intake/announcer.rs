//! Announces what was stored, also by other machines and before a restart: each application at least once.
//!
//! The store says what is left to do, so nothing is forgotten. Machines that share a store may announce an application
//! twice, but not again and again: each notes a try before it begins, and how it ended.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use futures_util::{StreamExt, stream};
use object_store::Error;
use tokio::time::{MissedTickBehavior, interval};

use crate::app::App;
use crate::clock;
use crate::metrics::AnnouncementResult;
use crate::store::outbox::{Announceable, Tries, Waiting};
use crate::webhook::{Delivery, PATIENCE, Webhook};

/// How often to look for announcements of other machines, and for those that are due again.
const ROUND: Duration = Duration::from_secs(5);

/// How many announcements are tried in a round, and how many of them at once: a receiver that hangs must not keep new
/// ones waiting for long.
const IN_ROUND: usize = 64;
const AT_ONCE: usize = 8;

/// The first pause after a try that failed. Each next one is three times as long.
const FIRST_PAUSE: u64 = 5;

/// The longest pause, in seconds.
const LONGEST_PAUSE: u64 = 60 * 60;

/// How long after it was stored an application is no longer announced, if a try fails: three days.
const GIVE_UP_AFTER: u64 = 3 * 24 * 60 * 60;

/// When the announcements are due that this machine knows, in seconds since 1970, by their files.
type Due = HashMap<String, u64>;

/// Announces applications until it is dropped, if there is a webhook.
pub async fn announce(app: Arc<App>) {
    let Some(webhook) = &app.webhook else { return };
    let mut rounds = interval(ROUND);
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut due = Due::new();
    loop {
        tokio::select! {
            _ = rounds.tick() => {}
            () = webhook.news.notified() => {}
        }
        match app.store.waiting().await {
            Ok(waiting) => due = round(&app, webhook, waiting, &due).await,
            Err(error) => tracing::warn!(%error, "announcements could not be listed"),
        }
    }
}

/// Tries what is due. Returns when the rest is.
async fn round(app: &App, webhook: &Webhook, waiting: Vec<Waiting>, known: &Due) -> Due {
    app.metrics.announcements_waiting.set(i64::try_from(waiting.len()).unwrap_or(i64::MAX));
    let now = clock::unix_seconds();
    let mut due = Due::new();
    let mut tried = Vec::new();
    for one in waiting {
        match known.get(&one.file()) {
            Some(at) if !is_due(*at, now) => due.extend([(one.file(), *at)]),
            _ => tried.push(one),
        }
    }
    tried.truncate(IN_ROUND);
    let tried = stream::iter(tried).map(|one| async move { (one.file(), attempt(app, webhook, &one).await) });
    let tried: Vec<_> = tried.buffer_unordered(AT_ONCE).collect().await;
    for (file, next) in tried {
        match next {
            Ok(next) => due.extend(next.map(|next| (file, next))),
            Err(error) => {
                tracing::warn!(%error, "an announcement could not be made, because the store failed");
                due.insert(file, now + FIRST_PAUSE);
            }
        }
    }
    due
}

/// Tries an announcement, if it is due. Returns when to look at it again; `None` when it has ended.
async fn attempt(app: &App, webhook: &Webhook, waiting: &Waiting) -> Result<Option<u64>, Error> {
    let Some(Tries { count, due_at_unix }) = app.store.tries(waiting).await? else { return Ok(None) };
    let now = clock::unix_seconds();
    if !is_due(due_at_unix, now) {
        return Ok(Some(due_at_unix));
    }
    let receipt = match app.store.announceable(waiting).await? {
        Announceable::Now(receipt) => receipt,
        Announceable::NotYet => return Ok(Some(now)),
        Announceable::Never => {
            app.store.drop_announcement(waiting).await?;
            return Ok(None);
        }
    };
    let pause = pause(count);
    let count = count.saturating_add(1);
    app.store.write_tries(waiting, &Tries { count, due_at_unix: now + PATIENCE.as_secs() + pause }).await?;
    let (key, reference) = (&waiting.key, &receipt.reference);
    match webhook.send(key, &receipt).await {
        Delivery::Delivered => {
            app.metrics.count_announcement(AnnouncementResult::Delivered);
            tracing::info!(key, reference, tries = count, "announced");
            app.store.end_as_announced(waiting, count).await?;
        }
        Delivery::Gone => {
            app.metrics.count_announcement(AnnouncementResult::GivenUp);
            tracing::warn!(key, reference, tries = count, "not announced: the receiver does not want it (410)");
            app.store.end_as_given_up(waiting, count, "the receiver does not want it").await?;
        }
        Delivery::Failed(why) if receipt.stored_at_unix.saturating_add(GIVE_UP_AFTER) < now => {
            app.metrics.count_announcement(AnnouncementResult::GivenUp);
            tracing::error!(key, reference, tries = count, why, "not announced: given up");
            app.store.end_as_given_up(waiting, count, &why).await?;
        }
        Delivery::Failed(why) => {
            app.metrics.count_announcement(AnnouncementResult::Failed);
            tracing::warn!(key, reference, tries = count, why, seconds = pause, "not announced yet");
            let due_at_unix = clock::unix_seconds() + pause;
            app.store.write_tries(waiting, &Tries { count, due_at_unix }).await?;
            return Ok(Some(due_at_unix));
        }
    }
    Ok(None)
}

/// Whether a moment has come. One further ahead than any pause was written by a clock that was wrong.
fn is_due(at_unix: u64, now: u64) -> bool {
    at_unix <= now || at_unix > now + 2 * LONGEST_PAUSE
}

/// How many seconds to wait after so many tries and one more: random, so that not everything is tried at the same moment.
fn pause(tries: u32) -> u64 {
    let longest = FIRST_PAUSE.saturating_mul(3_u64.saturating_pow(tries)).min(LONGEST_PAUSE);
    let half = longest.div_ceil(2);
    half + uuid::Uuid::new_v4().as_u64_pair().0 % half
}
