//! A finished application reads back the same.

use eherkenning_wizard::domain::application::SignedApplication;
use eherkenning_wizard::domain::draft::Draft;

use crate::common::{facts, finished_draft};

#[test]
fn a_finished_application_reads_back_as_itself() {
    let sent = finished_draft();
    let read: Draft = serde_json::from_slice(&serde_json::to_vec(&sent).unwrap()).unwrap();
    assert_eq!(read, sent);
    assert_eq!(Draft::from(&SignedApplication::parse(&read, &facts()).unwrap()), sent);
}
