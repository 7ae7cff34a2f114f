//! The state of one wizard, and what is derived from it, each computed once per change.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;

use super::handed::Handed;
use super::host::{Host, OnDevice};
use super::made::Made;
use super::pending_scan::PendingScan;
use super::people::People;
use super::sending_state::{Sending, ServerNote, Told};
use crate::domain::application::{Facts, Requirements, SignedApplication};
use crate::domain::catalogue::{Catalogue, SearchIndex};
use crate::domain::draft::Draft;
use crate::domain::journey::{Journey, Screen, Step};
use crate::domain::offer::Offer;
use crate::domain::rules::{Issue, Issues, Place};
use crate::domain::scheme::Lang;
use crate::domain::submission::Machine;

/// The state of one wizard.
pub struct State {
    pub host: Rc<dyn Host>,
    /// Whether answers are saved at all.
    pub is_kept: bool,

    /// The answers; everything derived from them is a memo.
    pub draft: RwSignal<Draft>,
    /// What the page has filled in.
    pub prefilled: RwSignal<Draft>,
    /// Who is in which row.
    pub people: People,
    pub facts: RwSignal<Facts>,
    pub lang: Memo<Lang>,
    pub requirements: Memo<Requirements>,
    pub problems: Memo<Issues>,
    pub journey: Memo<Journey>,

    /// The current screen.
    pub screen: RwSignal<Screen>,
    /// Where a screen beside the way was opened from.
    pub aside_from: RwSignal<Option<Screen>>,
    /// The file that was made last, while its screen is shown.
    pub made: RwSignal<Option<Made>, LocalStorage>,
    /// How the application went from person to person.
    pub handed: RwSignal<Handed>,
    /// Whether the applicant came from the check page to change one thing.
    pub returning: RwSignal<bool>,
    /// Questions that the applicant has left or tried to continue from: their errors show.
    pub seen: RwSignal<Vec<Place>>,
    /// Issues that the rules cannot find: a refused file, a remark of the backend.
    pub refused: RwSignal<Vec<Issue>>,
    /// Counts the times that the error summary must take the focus.
    pub summary: RwSignal<usize>,
    /// Steps that got new questions by the last change.
    pub new_questions: RwSignal<Vec<Step>>,
    /// The last announcement to a screen reader.
    pub announced: RwSignal<String>,

    pub catalogue: RwSignal<CatalogueState>,
    /// The search index of the catalogue.
    pub index: Memo<SearchIndex>,

    /// Counts changes to the answers and the screen.
    pub changes: RwSignal<usize>,
    pub save_state: RwSignal<SaveState>,
    pub on_device: RwSignal<OnDevice>,
    /// Whether the camera or a file dialog is open.
    pub is_choosing: Cell<bool>,
    /// Whether the answers on screen were restored after a reload.
    pub restored: RwSignal<bool>,

    /// Decides about storing and sending; events go in by `Wizard::feed` only.
    pub machine: RwSignal<Machine>,
    pub sending: Memo<Sending>,
    pub server_note: RwSignal<ServerNote>,
    /// What the applicant was told last, apart from the state of sending.
    pub told: RwSignal<Option<Told>>,
    /// Whether only the receipt is left of what was saved.
    pub is_erased: RwSignal<bool>,
    /// Whether the applicant asked to print.
    pub is_printed: RwSignal<bool>,

    /// Copies of identity documents that are not covered yet.
    pub scans: RwSignal<Vec<PendingScan>>,
}

impl State {
    pub fn new(host: Rc<dyn Host>, offer: Offer, draft: Draft, is_kept: bool) -> Self {
        let today = host.today();
        let facts = RwSignal::new(Facts { offer, catalogue: Catalogue::empty(), today });
        let (draft, prefilled) = (RwSignal::new(draft), RwSignal::new(Draft::default()));
        let requirements = Memo::new(move |_| Requirements::of(&draft.read(), &facts.read()));
        let problems =
            Memo::new(move |_| SignedApplication::problems_given(&draft.read(), &facts.read(), &requirements.read()));
        let journey = Memo::new(move |_| Journey::of(&requirements.read(), &problems.read()));
        // A new index always counts as changed: it comes with a new catalogue only.
        let index = Memo::new_with_compare(
            move |_| {
                facts.with(|facts| {
                    let search = &facts.offer.search;
                    SearchIndex::new(&facts.catalogue, &search.synonyms, &search.popular)
                })
            },
            |_, _| true,
        );
        let on_device = RwSignal::new(host.on_device());
        let machine = RwSignal::new(Machine::new(host.new_key(), is_kept, host.is_online()));
        let sending = Memo::new(move |_| {
            machine.with(|machine| Sending {
                state: machine.state().clone(),
                claim: machine.claim(),
                attempt: machine.attempt(),
                may_start_again: machine.may_start_again(),
            })
        });
        Self {
            host,
            is_kept,
            draft,
            prefilled,
            people: People::default(),
            facts,
            lang: Memo::new(move |_| draft.with(|draft| draft.language.unwrap_or(Lang::Nl))),
            requirements,
            problems,
            journey,
            screen: RwSignal::new(Screen::Welcome),
            aside_from: RwSignal::new(None),
            made: RwSignal::new_local(None),
            handed: RwSignal::default(),
            returning: RwSignal::new(false),
            seen: RwSignal::new(Vec::new()),
            refused: RwSignal::new(Vec::new()),
            summary: RwSignal::new(0),
            new_questions: RwSignal::new(Vec::new()),
            announced: RwSignal::new(String::new()),
            catalogue: RwSignal::new(CatalogueState::Waiting),
            index,
            changes: RwSignal::new(0),
            save_state: RwSignal::new(SaveState::Idle),
            on_device,
            is_choosing: Cell::new(false),
            restored: RwSignal::new(false),
            machine,
            sending,
            server_note: RwSignal::default(),
            told: RwSignal::new(None),
            is_erased: RwSignal::new(false),
            is_printed: RwSignal::new(false),
            scans: RwSignal::new(Vec::new()),
        }
    }
}

/// The state of the service catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatalogueState {
    /// Not requested yet.
    Waiting,
    /// Loading.
    Loading,
    /// Loaded.
    Here,
    /// It could not be loaded; the wizard continues without it.
    Failed,
}

/// Whether the answers are saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing to save yet, or saving is off.
    Idle,
    /// Everything is saved.
    Saved,
    /// Everything is saved in the tab, but saving on this device failed.
    NotOnDevice,
    /// The last attempt failed.
    Failed,
}
