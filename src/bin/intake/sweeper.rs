//! Sweeps the store while the server runs: at start, and once an hour unless `--sweep-every` says otherwise.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::{MissedTickBehavior, interval};

use crate::age::Age;
use crate::app::App;
use crate::store::sweeping::Step;

/// Sweeps the store at once and then periodically, until it is dropped. Without an age, only what attempts left behind is
/// removed.
pub async fn keep_sweeping(app: Arc<App>, every: Duration, keep: Option<Age>) {
    let mut turns = interval(every);
    turns.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        turns.tick().await;
        sweep(&app, keep.as_ref()).await;
    }
}

async fn sweep(app: &App, keep: Option<&Age>) {
    let why = keep.map(Age::reason).unwrap_or_default();
    let plan = match app.store.plan_sweep(keep.map(|age| age.duration)).await {
        Ok(plan) => plan,
        Err(error) => {
            tracing::warn!(%error, "the store could not be swept");
            return;
        }
    };
    for (key, error) in &plan.refused {
        tracing::warn!(%error, key, "a key could not be swept");
    }
    let (mut erased, mut removed, mut failed) = (0, 0, plan.refused.len());
    for step in &plan.steps {
        match app.store.sweep(step, &why).await {
            Ok(()) if matches!(step, Step::Erase(_)) => erased += 1,
            Ok(()) => removed += 1,
            Err(error) => {
                tracing::warn!(%error, "a step of a sweep failed");
                failed += 1;
            }
        }
    }
    tracing::info!(erased, removed, failed, "swept the store");
}
