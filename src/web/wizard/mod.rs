//! The state of one wizard: one draft, what follows from it, and what the applicant may do.

mod anchor;
mod answers;
mod carrying_out;
mod catalogue;
mod documents;
mod event;
mod handed;
mod handing_over;
mod handle;
mod host;
mod look_up;
mod made;
mod opening;
mod pending_scan;
mod people;
mod problems;
mod reply;
mod resuming;
mod saved_draft;
mod saving;
mod scans;
mod sending;
mod sending_state;
mod signatures;
mod state;
mod way;
mod words;

pub use event::Event;
pub use handed::Handed;
pub use handle::Wizard;
pub use host::{
    Accepted, AcceptedFile, ChosenFile, DAYS_KEPT, DeviceAct, Host, LookUpError, NotOpened, OnDevice, Photo, Refusal,
    RestoreError, SealedFile, Sent, Task, Unsealed, WayBack,
};
pub use look_up::LookUp;
pub use made::Made;
pub use pending_scan::{Anchor, PendingScan};
pub use reply::fields;
pub use saved_draft::SavedDraft;
pub use sending_state::{Sending, ServerNote, Told};
pub use state::{CatalogueState, SaveState};
