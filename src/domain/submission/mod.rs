//! Storing and sending one application, as a pure state machine.
//!
//! An application has one key from the first answer on: its id, which is also the idempotency key of every request.
//! A backend stores at most one application per key, so whatever the network does, there is no duplicate as long as
//! the key stays the same. **A key that was used is never dropped until its outcome is known.** Everything here follows
//! from that:
//!
//! - Key and bytes are in durable storage before the first byte is sent.
//! - Only a reference, or a response of the service itself about these very bytes, settles a sending. Gateways, captive
//!   portals and timeouts leave the outcome open.
//! - Answers that change after a refusal are sent under the same key. The key only changes when the applicant was told
//!   that the first application may have arrived, and chose to start again ([`Event::StartAgain`]).
//! - One operation runs at a time, and has a number. The result of an older one changes nothing, unless it says that
//!   the application was received.
//!
//! [`Machine::step`] takes an [`Event`] and gives the next machine with the [`Effect`]s to carry out. It uses no clock,
//! no randomness and no browser: durations and chances come in with events. `tests/submission` checks it case by case;
//! `tests/model` explores it together with tabs, a store, a network and a backend that fail.

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
pub use event::{Chance, Effect, Event, Failure, Notice};
pub use key::Key;
pub use machine::Machine;
pub use pause::{BITS_PER_SECOND, MAX_PAUSE_SECONDS, SILENCE_SECONDS, STORE_SECONDS};
pub use record::{Record, Standing, StoreFault};
pub use reply::{Fields, HttpAnswer, KEY_UNKNOWN, PROBLEM_TYPE, Remark, Reply};
pub use retry_after::{http_date, retry_after};
pub use state::{Claim, Pause, Reason, Refusal, State, StoreTrouble};
pub use submitted::{Piece, Submission, SubmittedFile};
