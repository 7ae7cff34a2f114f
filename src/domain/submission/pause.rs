//! How long to wait: between tries, for bytes to move, and for the store.

use super::Chance;

/// Seconds without a byte either way after which a request is given up.
pub const SILENCE_SECONDS: u32 = 60;
/// The slowest line that is waited for where nobody can see how many bytes have left.
pub const BITS_PER_SECOND: u64 = 50_000;
/// The longest pause that a backend can ask for; beyond it the applicant is told when to come back.
pub const MAX_PAUSE_SECONDS: u32 = 120;
/// Seconds after which a write that has not ended is told.
pub const STORE_SECONDS: u32 = 5;

/// Seconds after which movement is looked for: one timer at a time, however often progress is told.
const SLICE_SECONDS: u32 = 15;
/// Seconds that a question without a body may take.
const QUESTION_SECONDS: u32 = 30;
/// Seconds before the tries that follow the first.
const PAUSES: [u32; 4] = [1, 3, 5, 10];
/// How often the answer "still at it" is waited for: longer than the lease of any request that died.
const MOST_BUSY: u8 = 12;

/// Milliseconds of the timer that looks for movement.
pub(super) const SLICE_MILLISECONDS: u32 = SLICE_SECONDS * 1000;
/// Milliseconds until a question counts as unanswered.
pub(super) const QUESTION_MILLISECONDS: u32 = QUESTION_SECONDS * 1000;
/// Milliseconds until a slow write is told.
pub(super) const STORE_MILLISECONDS: u32 = STORE_SECONDS * 1000;

/// How many slices may pass while it cannot be seen whether bytes leave: as if the line carried
/// [`BITS_PER_SECOND`], and then the usual silence.
pub(super) fn blind_slices(size_bytes: u64) -> u32 {
    let seconds = size_bytes.saturating_mul(8).div_ceil(BITS_PER_SECOND).saturating_add(SILENCE_SECONDS.into());
    u32::try_from(seconds.div_ceil(SLICE_SECONDS.into())).unwrap_or(u32::MAX)
}

/// How many slices may pass without movement where it can be seen.
pub(super) const fn silent_slices() -> u32 {
    SILENCE_SECONDS / SLICE_SECONDS
}

/// Milliseconds until the next try by itself, the `tries`th after the first; nothing when it is the applicant's turn.
///
/// Up to a quarter is added as chance has it, so that a thousand wizards do not come back at once.
pub(super) fn between_tries(tries: u8, asked_seconds: Option<u32>, chance: Chance) -> Option<u32> {
    let usual = PAUSES.get(usize::from(tries.checked_sub(1)?)).copied()?;
    pause(usual, asked_seconds, chance)
}

/// Milliseconds until the next question whether the backend is done; nothing when it took too long.
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
