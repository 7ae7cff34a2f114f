//! How long a claim of another request is respected: as long as its heartbeat is heard, and one lease longer.
//!
//! A machine measures that by its own clock, from the moment it first saw a heartbeat. Dates that others wrote count only
//! when they are two leases old, so clocks may differ by one lease, and a date in the future means nothing.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use object_store::ObjectMeta;
use object_store::path::Path;

use crate::clock;

/// How long a heartbeat that was seen is remembered, in leases.
const REMEMBERED_LEASES: u32 = 1000;

/// Heartbeats per lease, so that one may be late or fail.
const BEATS_PER_LEASE: u32 = 4;

/// The heartbeats that this machine has seen.
pub struct Leases {
    length: Duration,
    seen: Mutex<HashMap<Path, Sighting>>,
}

/// One heartbeat, and when it was first seen.
struct Sighting {
    /// Identifies the heartbeat: when the store says it was written, in seconds since 1970, and its ETag.
    beat: (i64, Option<String>),
    first_seen: Instant,
}

impl Leases {
    /// Nothing seen yet. All machines that share a store have leases of the same length.
    pub fn new(length: Duration) -> Self {
        Self { length, seen: Mutex::default() }
    }

    /// How long to wait between two heartbeats.
    pub fn beat(&self) -> Duration {
        self.length / BEATS_PER_LEASE
    }

    /// How long a claim is still respected when this is its last heartbeat; `None` when its lease has expired.
    pub fn time_left(&self, heartbeat: &ObjectMeta) -> Option<Duration> {
        let written_at = heartbeat.last_modified.timestamp();
        let age = clock::unix_seconds().saturating_sub(u64::try_from(written_at).unwrap_or_default());
        let left_by_date = (self.length * 2).saturating_sub(Duration::from_secs(age));
        let left = self.length.saturating_sub(self.seen_for(heartbeat, written_at)).min(left_by_date);
        (!left.is_zero()).then_some(left)
    }

    /// How long this machine has seen no newer heartbeat than this one.
    fn seen_for(&self, heartbeat: &ObjectMeta, written_at: i64) -> Duration {
        let now = Instant::now();
        let beat = (written_at, heartbeat.e_tag.clone());
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.retain(|_, sighting| now.duration_since(sighting.first_seen) < self.length * REMEMBERED_LEASES);
        let sighting =
            seen.entry(heartbeat.location.clone()).or_insert_with(|| Sighting { beat: beat.clone(), first_seen: now });
        if sighting.beat != beat {
            *sighting = Sighting { beat, first_seen: now };
        }
        now.duration_since(sighting.first_seen)
    }
}
