//! What screens show of storing and sending.

use crate::domain::submission::{Claim, State};

/// What screens show of storing and sending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// How far it is.
    pub state: State,
    /// What a screen may say. It never says more.
    pub claim: Claim,
    /// Number of the present or next try by itself, from 1.
    pub attempt: u8,
    /// Whether the applicant can start again under another key, once told what that may lead to.
    pub may_start_again: bool,
}

/// What the applicant is told apart from the state of sending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The answers had become too old, and were erased.
    Expired,
    /// Nothing was erased: the outcome of a sending is not known.
    ResetRefused,
    /// An application that the applicant gave up was received after all, under this reference.
    EarlierArrived(String),
    /// What was saved cannot be read; it was set aside, and this is left of it.
    SetAside(String),
    /// What was saved cannot be read now.
    NotReadable,
    /// What was saved is gone.
    Gone,
    /// The day on which a file counted last is over: the answers are there, consents and signatures are not.
    Ended,
    /// Signatures are gone, because what was signed has changed.
    SignaturesFell,
    /// This browser cannot make a signature that can be handed on.
    CannotSeal,
    /// The page was reloaded while the camera or a file dialog was open.
    Reloaded,
}

/// What the server that responded last says to people; each is empty if it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerNote {
    /// Identifies the request in its logs.
    pub request_id: String,
    /// An explanation, in its own words.
    pub detail: String,
}
