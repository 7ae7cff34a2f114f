//! How long to wait: between tries, for bytes to move, and for the store.

use super::Chance;

/// A request without a byte in either direction is cut off after this many seconds.
pub const SILENCE_SECONDS: u32 = 60;
/// The slowest connection that is waited for when the progress of an upload cannot be seen.
pub const BITS_PER_SECOND: u64 = 50_000;
/// The longest pause that a backend can ask for; beyond it the applicant is told when to come back.
pub const MAX_PAUSE_SECONDS: u32 = 120;
/// The applicant is told of a write to the store that takes longer than this.
pub const STORE_SECONDS: u32 = 5;

/// How often is checked whether bytes moved. One timer at a time, however often progress is reported.
const SLICE_SECONDS: u32 = 15;
/// Seconds that asking for the outcome may take.
const QUESTION_SECONDS: u32 = 30;
/// Seconds before each try after the first.
const PAUSES: [u32; 4] = [1, 3, 5, 10];
/// How often the response "still processing" is waited for: longer than the lease of any request that died.
const MOST_BUSY: u8 = 12;

/// Milliseconds between two checks whether bytes moved.
pub(super) const SLICE_MILLISECONDS: u32 = SLICE_SECONDS * 1000;
/// Milliseconds until a question counts as unanswered.
pub(super) const QUESTION_MILLISECONDS: u32 = QUESTION_SECONDS * 1000;
/// Milliseconds until the applicant is told of a slow write.
pub(super) const STORE_MILLISECONDS: u32 = STORE_SECONDS * 1000;

/// How many slices an upload may take whose progress cannot be seen: the time that a connection of
/// [`BITS_PER_SECOND`] needs, and [`SILENCE_SECONDS`] for the response.
pub(super) fn slices_for_request(size_bytes: u64) -> u32 {
    let seconds = size_bytes.saturating_mul(8).div_ceil(BITS_PER_SECOND).saturating_add(SILENCE_SECONDS.into());
    u32::try_from(seconds.div_ceil(SLICE_SECONDS.into())).unwrap_or(u32::MAX)
}

/// How many slices may pass from the first byte of a response: the slice that has begun, and then the usual silence.
pub(super) const fn slices_for_response() -> u32 {
    1 + SILENCE_SECONDS / SLICE_SECONDS
}

/// Milliseconds until the next automatic try, the `tries`th after the first. `None` when it is the applicant's turn.
///
/// Up to a quarter is added at random, so that a thousand wizards do not come back at once.
pub(super) fn between_tries(tries: u8, asked_seconds: Option<u32>, chance: Chance) -> Option<u32> {
    let usual = PAUSES.get(usize::from(tries.checked_sub(1)?)).copied()?;
    pause(usual, asked_seconds, chance)
}

/// Milliseconds until the backend is asked again whether it is done. `None` when it took too long.
pub(super) fn while_busy(times: u8, asked_seconds: Option<u32>, chance: Chance) -> Option<u32> {
    if times > MOST_BUSY {
        return None;
    }
    let last = PAUSES.last().copied().unwrap_or_default();
    let usual = PAUSES.get(usize::from(times.saturating_sub(1))).copied().unwrap_or(last);
    pause(usual, asked_seconds, chance)
}

fn pause(usual: u32, asked_seconds: Option<u32>, chance: Chance) -> Option<u32> {
    let milliseconds = match asked_seconds {
        Some(asked) if asked > MAX_PAUSE_SECONDS => return None,
        Some(asked) => asked.max(usual) * 1000,
        None => usual * 1000,
    };
    Some(milliseconds + milliseconds / 4 * u32::from(chance.0) / 256)
}
