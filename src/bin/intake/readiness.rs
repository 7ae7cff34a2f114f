//! Whether applications can be stored, as last found out.

use std::time::{Duration, Instant};

use tokio::sync::Mutex;

/// How long a result is given again, so that many questions do not burden the store.
const FRESH: Duration = Duration::from_secs(5);

/// The parts that failed, and when that was found out.
#[derive(Default)]
pub struct Readiness(Mutex<Option<(Instant, Vec<&'static str>)>>);

impl Readiness {
    /// The parts that fail. An old result is replaced by a new one, for which all callers wait together.
    pub async fn failed(&self, find_out: impl Future<Output = Vec<&'static str>>) -> Vec<&'static str> {
        let mut last = self.0.lock().await;
        if let Some((at, failed)) = last.as_ref()
            && at.elapsed() < FRESH
        {
            return failed.clone();
        }
        let failed = find_out.await;
        *last = Some((Instant::now(), failed.clone()));
        failed
    }
}
