//! Storing and sending one application, as a pure state machine.
//!
//! An application has one key from the first answer on: its id, which is also the idempotency key of every request.
//! A backend keeps at most one application per key, so whatever the network does, no second one can be made as long
//! as the key stays. **A key that was used is never dropped until its outcome is known.** That is the law of sending,
//! and everything here follows from it:
//!
//! - The key and the exact bytes are stored, and the store has confirmed that, before the first byte leaves.
//! - Only a reference, or an answer of the service itself about these very bytes, settles a sending. Whatever
//!   gateways, hotel networks and time-outs say leaves it open.
//! - A change after a refusal keeps the key. A new key is only given after the applicant was told that the first
//!   application may have arrived, and chose to begin anew ([`Event::BeginAnew`]).
//! - One thing runs at a time and has a number. An answer to an older number changes nothing, unless it tells that the
//!   application was received.
//!
//! [`Machine::step`] takes an [`Event`] and gives the next machine with the [`Effect`]s to carry out. No clock, no
//! randomness and no browser in here: durations and chances come in with events. `tests/model` explores it together
//! with tabs, a store, a network and a backend that fail; `tests/submission` walks it by hand.

mod aim;
mod answer;
mod asking;
mod event;
mod key;
mod leaving;
mod machine;
mod pause;
mod record;
mod reply;
mod retry_after;
mod sending;
mod state;
mod submitted;

pub use answer::{Answer, Doubtful, Outcome};
pub use event::{Chance, Effect, Event, Failure, Notice, Progress};
pub use key::Key;
pub use machine::Machine;
pub use pause::{BITS_PER_SECOND, MAX_PAUSE_SECONDS, SILENCE_SECONDS, STORE_SECONDS};
pub use record::{Record, Standing, StoreFault};
pub use reply::{Fields, HttpAnswer, KEY_UNKNOWN, PROBLEM_TYPE, Remark, Reply};
pub use retry_after::{http_date, retry_after};
pub use state::{Claim, Pause, Reason, Refusal, Stage, State, StoreTrouble};
pub use submitted::{Piece, Submission, SubmittedFile};
