//! The state of one wizard: one draft, what follows from it, and what the applicant may do.

mod event;
mod frozen;
mod host;
mod kept;
mod reply;
mod sending;

use std::collections::BTreeSet;
use std::rc::Rc;

use leptos::prelude::*;

use crate::domain::application::{Facts, Requirements, SignedApplication};
use crate::domain::catalogue::{Catalogue, Offer};
use crate::domain::draft::{ConsentDraft, Draft, RepresentativeDraft};
use crate::domain::journey::{self, Journey, Screen, Step};
use crate::domain::rules::{Issue, Issues, Place, Question, Rule};
use crate::domain::scheme::Lang;
use crate::domain::texts::{self, Phrase, Texts};

pub use event::Event;
pub use frozen::{Frozen, FrozenFile, Piece};
pub use host::{ChosenFile, Host, KeepError, Refusal, Taken, Task};
pub use kept::Kept;
pub use reply::{Outcome, Reply, ServerIssue, wait_seconds};
pub use sending::Sending;

/// Where the service catalogue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatalogueState {
    /// Nobody asked for it yet.
    Waiting,
    /// On its way.
    Loading,
    /// Here.
    Here,
    /// It cannot be had; the wizard goes on without.
    Failed,
}

/// Whether the answers are kept in this tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing to keep yet, or not asked for.
    Idle,
    /// Everything is kept.
    Saved,
    /// The last try failed.
    Failed,
}

/// One wizard. A handle: copies are the same wizard.
#[derive(Clone, Copy)]
pub struct Wizard {
    host: StoredValue<Rc<dyn Host>, LocalStorage>,
    facts: RwSignal<Facts>,
    draft: RwSignal<Draft>,
    problems: Memo<Issues>,
    journey: Memo<Journey>,
    seen: RwSignal<BTreeSet<Place>>,
    refused: RwSignal<Vec<Issue>>,
    screen: RwSignal<Screen>,
    returning: RwSignal<bool>,
    summary: RwSignal<usize>,
    catalogue: RwSignal<CatalogueState>,
    keeping: RwSignal<Keeping>,
    changes: RwSignal<usize>,
    restored: RwSignal<bool>,
    new_questions: RwSignal<Vec<Step>>,
    sending: RwSignal<Sending>,
    announced: RwSignal<String>,
    is_kept: bool,
}

impl Wizard {
    /// A fresh wizard.
    pub fn new(host: Rc<dyn Host>, offer: Offer, draft: Draft, is_kept: bool) -> Self {
        let today = host.today();
        let facts = RwSignal::new(Facts { offer, catalogue: Catalogue::empty(), today });
        let draft = RwSignal::new(draft);
        let problems =
            Memo::new(move |_| draft.with(|draft| facts.with(|facts| SignedApplication::problems(draft, facts))));
        let journey = Memo::new(move |_| {
            draft.with(|draft| {
                facts.with(|facts| problems.with(|issues| Journey::of(&Requirements::of(draft, facts), issues)))
            })
        });
        Self {
            host: StoredValue::new_local(host),
            facts,
            draft,
            problems,
            journey,
            seen: RwSignal::new(BTreeSet::new()),
            refused: RwSignal::new(Vec::new()),
            screen: RwSignal::new(Screen::Welcome),
            returning: RwSignal::new(false),
            summary: RwSignal::new(0),
            catalogue: RwSignal::new(CatalogueState::Waiting),
            keeping: RwSignal::new(Keeping::Idle),
            changes: RwSignal::new(0),
            restored: RwSignal::new(false),
            new_questions: RwSignal::new(Vec::new()),
            sending: RwSignal::new(Sending::Idle),
            announced: RwSignal::new(String::new()),
            is_kept,
        }
    }

    // Words

    /// The language.
    pub fn lang(self) -> Lang {
        self.draft.with(|draft| draft.language.unwrap_or(Lang::Nl))
    }

    /// Changes the language; nothing else changes with it.
    pub fn speak(self, lang: Lang) {
        if self.draft.with_untracked(|draft| draft.language) != Some(lang) {
            self.change(|draft| draft.language = Some(lang));
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
        let before = self.journey.with_untracked(Journey::furthest);
        self.draft.update(change);
        self.changes.update(|count| *count += 1);
        self.restored.set(false);
        let after = self.journey.with_untracked(Journey::furthest);
        let here = self.screen.get_untracked();
        if after < here && after < before && after.step() != here.step() {
            self.new_questions.set(vec![after.step()]);
        } else if after >= here {
            self.new_questions.set(Vec::new());
        }
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
            let of = format!("representatives.{row}");
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
        let consent = is_agreed.then(|| ConsentDraft { version: statement.version, accepted_at });
        self.change(|draft| match is_terms {
            true => draft.consents.terms = consent,
            false => draft.consents.privacy = consent,
        });
    }

    // Problems

    /// The applicant has left a question that they answered: its error may show.
    pub fn leave(self, place: Place) {
        let is_answered = self.draft.with_untracked(|draft| {
            !draft.answer(place).is_empty()
                || draft
                    .date(place.question)
                    .is_some_and(|date| !date.day.is_empty() && !date.month.is_empty() && !date.year.is_empty())
        });
        if is_answered && !self.seen.with_untracked(|seen| seen.contains(&place)) {
            self.seen.update(|seen| {
                seen.insert(place);
            });
        }
    }

    /// The sentence of an issue.
    pub fn sentence(self, issue: &Issue) -> String {
        let texts = self.texts();
        match issue.rule {
            Rule::Required => (texts.question)(issue.place.question).required.to_owned(),
            Rule::DocumentTooLarge | Rule::DocumentsTooLarge => {
                let size = texts::size(self.lang(), issue.limit.parse().unwrap_or_default());
                texts::fill((texts.rule)(issue.rule), &[("limit", &size)])
            }
            Rule::PriceDiffers => {
                let cents = crate::domain::scheme::Cents(issue.limit.parse().unwrap_or_default());
                texts::fill((texts.rule)(issue.rule), &[("limit", &texts::money(self.lang(), cents))])
            }
            rule => texts::fill((texts.rule)(rule), &[("limit", &issue.limit)]),
        }
    }

    /// The issue to show at a place, if one may show.
    pub fn issue_at(self, place: Place) -> Option<Issue> {
        if let Some(issue) = self.refused.with(|refused| refused.iter().find(|issue| issue.place == place).cloned()) {
            return Some(issue);
        }
        if !self.seen.with(|seen| seen.contains(&place)) {
            return None;
        }
        self.problems.with(|problems| problems.at(place).cloned())
    }

    /// The issues to show on the screen, in the order of its questions.
    pub fn issues_here(self) -> Vec<Issue> {
        let screen = self.screen.get();
        let places = self.places(screen);
        let mut issues: Vec<Issue> = self.refused.with(|refused| {
            refused.iter().filter(|issue| journey::is_shown_on(screen, &places, issue.place)).cloned().collect()
        });
        self.problems.with(|problems| {
            self.seen.with(|seen| {
                for issue in problems {
                    let is_shown = journey::is_shown_on(screen, &places, issue.place) && seen.contains(&issue.place);
                    if is_shown && issues.iter().all(|other| other.place != issue.place) {
                        issues.push(issue.clone());
                    }
                }
            });
        });
        issues.sort_by_key(|issue| places.iter().position(|place| *place == issue.place));
        issues
    }

    /// All that keeps the application from being finished, before signing.
    pub fn problems(self) -> Vec<Issue> {
        let is_before = |issue: &&Issue| journey::screen_of(issue.place) < Screen::Check;
        let mut issues: Vec<Issue> = self.refused.get();
        self.problems.with(|problems| issues.extend(problems.iter().filter(is_before).cloned()));
        issues
    }

    /// Notes an issue that the rules cannot see: a refused file, a remark of the backend.
    pub fn refuse(self, issue: Issue) {
        self.refused.update(|refused| {
            refused.retain(|other| other.place != issue.place);
            refused.push(issue);
        });
    }

    /// Forgets what was refused at a place.
    pub fn clear_refused(self, place: Place) {
        if self.refused.with_untracked(|refused| refused.iter().any(|issue| issue.place == place)) {
            self.refused.update(|refused| refused.retain(|issue| issue.place != place));
        }
    }

    // The way

    /// The screen that is shown.
    pub fn screen(self) -> Screen {
        self.screen.get()
    }

    /// The screens that apply and are open.
    pub fn journey(self) -> Memo<Journey> {
        self.journey
    }

    /// The places asked on a screen.
    pub fn places(self, screen: Screen) -> Vec<Place> {
        self.with_requirements(|requirements| journey::places(screen, requirements))
    }

    /// Whether the applicant changes one thing and will return to the check page.
    pub fn is_returning(self) -> bool {
        self.returning.get()
    }

    /// Counts the times that the error summary must take the focus.
    pub fn summary(self) -> usize {
        self.summary.get()
    }

    /// Steps in which new questions came up by the last change.
    pub fn new_questions(self) -> Vec<Step> {
        self.new_questions.get()
    }

    /// On to the next screen, when nothing on this one is wrong.
    pub fn next(self) {
        let screen = self.screen.get_untracked();
        if self.shows_problems(screen) {
            return;
        }
        let next = match self.returning.get_untracked() {
            true => Some(Screen::Check),
            false => self.journey.with_untracked(|journey| journey.after(screen)),
        };
        if let Some(next) = next {
            self.returning.set(false);
            self.show(next);
        }
    }

    /// Shows what is wrong on a screen, if something is, and says whether.
    pub fn shows_problems(self, screen: Screen) -> bool {
        let places = untrack(|| self.places(screen));
        let wrong = self.problems.with_untracked(|problems| {
            let here = problems.iter().filter(|issue| journey::is_shown_on(screen, &places, issue.place));
            here.map(|issue| (issue.place, issue.rule)).collect::<Vec<_>>()
        });
        let wrong: Vec<_> = wrong.into_iter().filter(|_| screen != Screen::Check).collect();
        self.seen.update(|seen| {
            seen.extend(places);
            seen.extend(wrong.iter().map(|(place, _)| *place));
        });
        if wrong.is_empty() {
            return false;
        }
        let codes = wrong.iter().map(|(_, rule)| *rule).collect();
        self.host().tell(Event::Issues { step: screen.step(), codes });
        self.summary.update(|count| *count += 1);
        true
    }

    /// Back to the screen before.
    pub fn back(self) {
        let screen = self.screen.get_untracked();
        let previous = match self.returning.get_untracked() {
            true => Some(Screen::Check),
            false => self.journey.with_untracked(|journey| journey.before(screen)),
        };
        if let Some(previous) = previous {
            self.returning.set(false);
            self.show(previous);
        }
    }

    /// From the check page to the question at a place, to return afterwards.
    pub fn change_at(self, place: Place) {
        self.returning.set(true);
        self.show(journey::screen_of(place));
    }

    /// Goes to the first screen of a step, if it is open.
    pub fn go_to(self, step: Step) -> bool {
        let first =
            self.journey.with_untracked(|journey| journey.first_of(step).filter(|first| journey.is_open(*first)));
        if let Some(first) = first.filter(|_| self.screen.get_untracked() != Screen::Sent) {
            self.returning.set(false);
            self.show(first);
        }
        first.is_some()
    }

    /// Shows a screen and tells the host page.
    pub fn show(self, screen: Screen) {
        self.screen.set(screen);
        self.changes.update(|count| *count += 1);
        let title = untrack(|| (self.texts().screen)(screen).title.to_owned());
        self.host().tell(Event::Step { step: screen.step(), title });
    }

    // The catalogue

    /// Where the catalogue is.
    pub fn catalogue(self) -> CatalogueState {
        self.catalogue.get()
    }

    /// Fetches the catalogue unless that was done.
    pub fn want_catalogue(self) {
        if matches!(self.catalogue.get_untracked(), CatalogueState::Loading | CatalogueState::Here) {
            return;
        }
        self.catalogue.set(CatalogueState::Loading);
        let fetch = self.host().catalogue();
        leptos::task::spawn_local(async move {
            match fetch.await {
                Some(catalogue) => {
                    self.facts.try_update(|facts| facts.catalogue = catalogue);
                    self.catalogue.try_set(CatalogueState::Here);
                }
                None => {
                    self.catalogue.try_set(CatalogueState::Failed);
                    if let Some(host) = self.try_host() {
                        host.tell(Event::Error { code: "catalogue", retryable: true });
                    }
                }
            }
        });
    }

    // Keeping

    /// The surroundings.
    pub fn host(self) -> Rc<dyn Host> {
        self.host.get_value()
    }

    fn try_host(self) -> Option<Rc<dyn Host>> {
        self.host.try_get_value()
    }

    /// Counts changes, for whoever keeps the answers.
    pub fn changes(self) -> usize {
        self.changes.get()
    }

    /// Whether the wizard is still on the page.
    pub fn is_alive(self) -> bool {
        self.try_host().is_some()
    }

    /// See [`Wizard::changes`]; does not listen.
    pub fn changes_untracked(self) -> usize {
        self.changes.get_untracked()
    }

    /// Whether the answers are kept.
    pub fn keeping(self) -> Keeping {
        self.keeping.get()
    }

    /// Whether the answers on screen came back after a reload.
    pub fn is_restored(self) -> bool {
        self.restored.get()
    }

    /// Keeps everything now.
    pub fn keep(self) {
        if !self.is_kept || self.changes.get_untracked() == 0 {
            return;
        }
        let kept = untrack(|| self.to_keep()).write();
        let work = self.host().keep(kept);
        leptos::task::spawn_local(async move {
            let keeping = if work.await.is_ok() { Keeping::Saved } else { Keeping::Failed };
            self.keeping.try_set(keeping);
            if let Some(host) = self.try_host().filter(|_| keeping == Keeping::Saved) {
                host.tell(Event::Saved);
            }
        });
    }

    fn to_keep(self) -> Kept {
        if let Sending::Received(reference) = self.sending.get() {
            return Kept::sent(reference, self.draft.with(|draft| draft.language));
        }
        let seen = self.seen.with(|seen| seen.iter().map(Place::to_string).collect());
        Kept::new(self.draft.get(), self.screen.get(), seen, self.sending.with(|sending| sending.frozen().cloned()))
    }

    /// Goes on where a kept wizard was.
    pub fn resume(self, kept: Kept) {
        let lang = self.draft.with_untracked(|draft| draft.language);
        if let Some(reference) = kept.reference {
            self.sending.set(Sending::Received(reference));
            self.screen.set(Screen::Sent);
            return;
        }
        let mut draft = kept.draft;
        draft.language = draft.language.or(lang);
        let host = self.host();
        let gone: Vec<Place> =
            draft.documents.iter().filter(|one| !host.holds(&one.id)).filter_map(|one| one.place()).collect();
        draft.documents.retain(|document| host.holds(&document.id));
        self.draft.set(draft);
        self.seen.set(kept.seen.iter().filter_map(|path| Place::parse(path)).collect());
        for place in gone {
            self.refuse(Issue { place, rule: Rule::DocumentGone, limit: String::new() });
        }
        self.screen.set(kept.screen);
        self.restored.set(kept.screen != Screen::Welcome);
        if let Some(frozen) = kept.frozen {
            self.screen.set(Screen::Sign);
            self.sending.set(Sending::Unknown(frozen));
        }
        if kept.screen > Screen::Welcome {
            self.want_catalogue();
        }
    }

    /// Erases everything, here and in the tab, and starts anew.
    pub fn wipe(self) {
        let lang = self.draft.with_untracked(|draft| draft.language);
        let partner = self.draft.with_untracked(|draft| draft.partner.clone());
        self.draft.set(Draft { language: lang, partner, ..Draft::default() });
        self.seen.set(BTreeSet::new());
        self.refused.set(Vec::new());
        self.restored.set(false);
        self.returning.set(false);
        self.sending.set(Sending::Idle);
        self.keeping.set(Keeping::Idle);
        self.changes.set(0);
        self.screen.set(Screen::Welcome);
        leptos::task::spawn_local(self.host().erase());
        self.host().tell(Event::Step { step: Step::Welcome, title: String::new() });
    }
}
