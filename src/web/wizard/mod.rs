//! The state of one wizard: one draft, what follows from it, and what the applicant may do.

mod anchor;
mod answers;
mod carrying_out;
mod catalogue;
mod documents;
mod event;
mod handle;
mod host;
mod look_up;
mod pending_scan;
mod people;
mod problems;
mod reply;
mod saved_draft;
mod saving;
mod scans;
mod sending;
mod sending_state;
mod state;
mod way;
mod words;

pub use event::Event;
pub use handle::Wizard;
pub use host::{
    Accepted, AcceptedFile, ChosenFile, DAYS_KEPT, DeviceAct, Host, LookUpError, OnDevice, Photo, Refusal,
    RestoreError, Sent, Task, WayBack,
};
pub use look_up::LookUp;
pub use pending_scan::{Anchor, PendingScan};
pub use reply::fields;
pub use saved_draft::SavedDraft;
pub use sending_state::{Sending, ServerNote, Told};
pub use state::{CatalogueState, SaveState};
