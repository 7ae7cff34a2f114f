//! The state of one wizard: one draft, what follows from it, and what the applicant may do.

mod catalogue;
mod documents;
mod event;
mod frozen;
mod host;
mod keeping;
mod kept;
mod problems;
mod reply;
mod sending;
mod way;
mod words;

use std::rc::Rc;

use catalogue::Index;
use leptos::prelude::*;

use crate::domain::application::{Facts, Requirements, SignedApplication};
use crate::domain::catalogue::{Catalogue, SearchIndex};
use crate::domain::draft::{ConsentDraft, Draft, RepresentativeDraft};
use crate::domain::journey::{Journey, Screen, Step};
use crate::domain::offer::Offer;
use crate::domain::rules::{Issue, Issues, Place, Question};
use crate::domain::scheme::Lang;
use crate::domain::texts::{self, Phrase, Texts};
use crate::web::reactive::{Derived, State, derived};

pub use catalogue::CatalogueState;
pub use event::Event;
pub use frozen::{Frozen, FrozenFile, Piece};
pub use host::{
    ChosenFile, DAYS_KEPT, DeviceAct, Host, Intake, KeepError, OnDevice, Photo, Refusal, Taken, Task, WayBack,
};
pub use kept::Kept;
pub use reply::{Outcome, Reply, ServerIssue, wait_seconds};
pub use sending::Sending;

/// Whether the answers are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing to keep yet, or not asked for.
    Idle,
    /// Everything is kept.
    Saved,
    /// Everything is kept in the tab, but could not be on this device.
    NotOnDevice,
    /// The last try failed.
    Failed,
}

/// One wizard. A handle: copies are the same wizard.
#[derive(Clone, Copy)]
pub struct Wizard {
    host: StoredValue<Rc<dyn Host>, LocalStorage>,
    facts: State<Facts>,
    draft: State<Draft>,
    lang: Derived<Lang>,
    problems: Derived<Issues>,
    journey: Derived<Journey>,
    seen: State<Vec<Place>>,
    refused: State<Vec<Issue>>,
    screen: State<Screen>,
    returning: State<bool>,
    summary: State<usize>,
    catalogue: State<CatalogueState>,
    index: Derived<Index>,
    keeping: State<Keeping>,
    on_device: State<OnDevice>,
    changes: State<usize>,
    restored: State<bool>,
    new_questions: State<Vec<Step>>,
    sending: State<Sending>,
    in_doubt: State<bool>,
    announced: State<String>,
    is_kept: bool,
}

impl Wizard {
    /// A fresh wizard.
    pub fn new(host: Rc<dyn Host>, offer: Offer, draft: Draft, is_kept: bool) -> Self {
        let today = host.today();
        let facts = State::new(Facts { offer, catalogue: Catalogue::empty(), today });
        let draft = State::new(draft);
        let problems =
            derived(move || draft.with(|draft| facts.with(|facts| SignedApplication::problems(draft, facts))));
        let journey = derived(move || {
            draft.with(|draft| {
                facts.with(|facts| problems.with(|issues| Journey::of(&Requirements::of(draft, facts), issues)))
            })
        });
        let lang = derived(move || draft.with(|draft| draft.language.unwrap_or(Lang::Nl)));
        let on_device = State::new(host.on_device());
        Self {
            host: StoredValue::new_local(host),
            facts,
            draft,
            lang,
            problems,
            journey,
            seen: State::new(Vec::new()),
            refused: State::new(Vec::new()),
            screen: State::new(Screen::Welcome),
            returning: State::new(false),
            summary: State::new(0),
            catalogue: State::new(CatalogueState::Waiting),
            index: derived(move || {
                facts.with(|facts| {
                    let search = &facts.offer.search;
                    Index(SearchIndex::new(&facts.catalogue, &search.synonyms, &search.popular))
                })
            }),
            keeping: State::new(Keeping::Idle),
            on_device,
            changes: State::new(0),
            restored: State::new(false),
            new_questions: State::new(Vec::new()),
            sending: State::new(Sending::Idle),
            in_doubt: State::new(false),
            announced: State::new(String::new()),
            is_kept,
        }
    }

    // Words

    /// The language.
    pub fn lang(self) -> Lang {
        self.lang.get()
    }

    /// Changes the language; nothing else changes with it.
    pub fn speak(self, lang: Lang) {
        if self.draft.with_untracked(|draft| draft.language) != Some(lang) {
            self.change(|draft| draft.language = Some(lang));
            self.tell_step();
        }
    }

    /// The words of the language.
    pub fn texts(self) -> &'static Texts {
        texts::texts(self.lang())
    }

    /// A sentence.
    pub fn phrase(self, phrase: Phrase) -> &'static str {
        (self.texts().phrase)(phrase)
    }

    /// A sentence with what is filled in.
    pub fn fill(self, phrase: Phrase, values: &[(&str, &str)]) -> String {
        texts::fill(self.phrase(phrase), values)
    }

    /// Says something to those who listen, beside the screen.
    pub fn announce(self, words: String) {
        self.announced.set(words);
    }

    /// What was said last.
    pub fn announced(self) -> String {
        self.announced.get()
    }

    // Answers

    /// The answer to a text or closed question.
    pub fn answer(self, place: Place) -> String {
        self.draft.with(|draft| draft.answer(place))
    }

    /// Reads the draft.
    pub fn with_draft<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with(read)
    }

    /// Reads the facts.
    pub fn with_facts<T>(self, read: impl FnOnce(&Facts) -> T) -> T {
        self.facts.with(read)
    }

    /// Reads what follows from the answers.
    pub fn with_requirements<T>(self, read: impl FnOnce(&Requirements<'_>) -> T) -> T {
        self.draft.with(|draft| self.facts.with(|facts| read(&Requirements::of(draft, facts))))
    }

    /// Gives an answer.
    pub fn give(self, place: Place, answer: &str) {
        if self.draft.with_untracked(|draft| draft.answer(place)) == answer {
            return;
        }
        match place.question {
            Question::ConsentTerms | Question::ConsentPrivacy => self.agree(place.question, answer == "true"),
            _ => self.change(|draft| draft.give(place, answer)),
        }
        self.clear_refused(place);
    }

    /// Changes the draft, and sees to it that it is kept.
    pub fn change(self, change: impl FnOnce(&mut Draft)) {
        let mut change = Some(change);
        self.change_through(&mut |draft| {
            if let Some(change) = change.take() {
                change(draft);
            }
        });
    }

    /// One piece of code for all changes.
    #[inline(never)]
    fn change_through(self, change: &mut dyn FnMut(&mut Draft)) {
        let before = self.journey.with_untracked(Journey::furthest);
        self.draft.update(change);
        self.changes.update(|count| *count += 1);
        self.restored.set(false);
        if self.keeping.get_untracked() == Keeping::Saved {
            self.keeping.set(Keeping::Idle);
        }
        let after = self.journey.with_untracked(Journey::furthest);
        let here = self.screen.get_untracked();
        if after < here && after < before && after.step() != here.step() {
            self.new_questions.set(vec![after.step()]);
        } else if after >= here {
            self.new_questions.set(Vec::new());
        }
    }

    /// Fills in what is not answered yet: part of a draft, as JSON; says whether it is one.
    pub fn prefill(self, given: &str) -> bool {
        let Ok(given) = serde_json::from_str(given) else { return false };
        let mut is_part = false;
        self.change(|draft| is_part = draft.fill(given).is_ok());
        is_part
    }

    /// Adds a representative.
    pub fn add_representative(self) {
        self.change(|draft| {
            draft.representatives.push(RepresentativeDraft { is_user: Some(false), ..RepresentativeDraft::default() });
        });
    }

    /// Takes a representative out, with what hangs on that row.
    pub fn remove_representative(self, row: usize) {
        let gone: Vec<String> = self.draft.with_untracked(|draft| {
            let of = ["representatives.", &row.to_string()].concat();
            draft.documents.iter().filter(|document| document.of == of).map(|document| document.id.clone()).collect()
        });
        self.change(|draft| draft.remove_representative(row));
        self.seen.update(|seen| seen.retain(|place| !place.question.has_rows() || place.row < row));
        gone.iter().for_each(|id| self.host().release(id));
    }

    fn agree(self, question: Question, is_agreed: bool) {
        let links = self.facts.with_untracked(|facts| facts.offer.links.clone());
        let accepted_at = self.host().now();
        let (statement, is_terms) = match question {
            Question::ConsentTerms => (links.terms, true),
            _ => (links.privacy, false),
        };
        let consent = is_agreed.then_some(ConsentDraft { version: statement.version, accepted_at });
        self.change(|draft| match is_terms {
            true => draft.consents.terms = consent,
            false => draft.consents.privacy = consent,
        });
    }
}
