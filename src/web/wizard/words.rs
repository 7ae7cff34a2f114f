//! Texts in the language of the wizard, including those that depend on the answers: who is meant, who must sign.

use leptos::prelude::*;

use super::Wizard;
use crate::domain::application::SignReason;
use crate::domain::journey::Addressee;
use crate::domain::rules::{Issue, Place, Question, Rule};
use crate::domain::scheme::{Cents, DocumentKind, Lang, Level};
use crate::domain::texts::{self, Phrase, QuestionText, Texts};

impl Wizard {
    /// The language.
    pub fn lang(self) -> Lang {
        self.state().lang.get()
    }

    /// Changes the language; nothing else changes with it.
    pub fn set_language(self, lang: Lang) {
        if self.state().draft.with_untracked(|draft| draft.language) != Some(lang) {
            // Also while the answers are fixed.
            self.state().draft.update(|draft| draft.language = Some(lang));
            self.state().changes.update(|count| *count += 1);
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

    /// A sentence with values filled in.
    pub fn fill(self, phrase: Phrase, values: &[(&str, &str)]) -> String {
        texts::fill(self.phrase(phrase), values)
    }

    /// An amount, or the lowest and the highest that it can be.
    pub fn price_between(self, (least, most): (Cents, Cents)) -> String {
        let [from, to] = [least, most].map(|amount| texts::money(self.lang(), amount));
        if least == most { from } else { self.fill(Phrase::PriceBetween, &[("least", &from), ("most", &to)]) }
    }

    /// Announces something to a screen reader.
    pub fn announce(self, words: String) {
        self.state().announced.set(words);
    }

    /// The last announcement.
    pub fn announced(self) -> String {
        self.state().announced.get()
    }

    /// The words around a question, for this applicant.
    pub fn question(self, question: Question) -> QuestionText {
        let lang = self.lang();
        self.state().draft.with_untracked(|draft| texts::question(lang, question, Addressee::of(draft)))
    }

    /// The hint of a question, which may depend on other answers.
    pub fn hint(self, question: Question) -> &'static str {
        let lang = self.lang();
        self.state().draft.with(|draft| texts::question(lang, question, Addressee::of(draft)).hint)
    }

    /// The sentence of an issue.
    pub fn sentence(self, issue: &Issue) -> String {
        if issue.rule == Rule::DocumentMissing
            && let Some(words) = self.of_representative(issue.place, Phrase::IdCopyMissing)
        {
            return words;
        }
        let lang = self.lang();
        self.state().draft.with_untracked(|draft| texts::sentence(lang, issue, Addressee::of(draft)))
    }

    /// The sentence of an issue in a list, where issues of several people are told apart.
    pub fn listed_sentence(self, issue: &Issue) -> String {
        let (place, sentence) = (issue.place, self.sentence(issue));
        // The sentence says whose it is, or it is about the applicant or about all of them.
        let is_clear = matches!(place.question, Question::RepresentativeIsUser | Question::RepresentativeSigns)
            || DocumentKind::of_question(place.question).is_some();
        match place.question.has_rows() && !is_clear {
            true => [&self.short(place), ": ", &sentence].concat(),
            false => sentence,
        }
    }

    /// The question for a document, with its owner's name if that is not obvious.
    pub fn label(self, place: Place) -> String {
        let named = self.of_representative(place, Phrase::IdCopyOf);
        named.unwrap_or_else(|| self.question(place.question).label.to_owned())
    }

    /// A sentence about the identity document of a representative whose name is known.
    fn of_representative(self, place: Place, phrase: Phrase) -> Option<String> {
        if place.question != Question::RepresentativeIdCopy {
            return None;
        }
        let name = self.with_draft(|draft| draft.representative(place.row).and_then(|one| one.full_name()))?;
        Some(self.fill(phrase, &[("name", &name)]))
    }

    /// The short name of a place, with the person it is about.
    pub fn short(self, place: Place) -> String {
        self.about(place, self.question(place.question).short)
    }

    /// A short name, with whom it is about where a question is asked of several people.
    pub fn about(self, place: Place, short: &str) -> String {
        if !place.question.has_rows() || place.question == Question::RepresentativeIsUser {
            return short.to_owned();
        }
        if self.user_row() == Some(place.row) {
            self.fill(Phrase::Yours, &[("what", &short.to_ascii_lowercase())])
        } else {
            format!("{short} ({})", self.name_of(place.row))
        }
    }

    /// How the applicant knows a representative: by name, as themself, or by number.
    pub fn name_of(self, row: usize) -> String {
        if self.user_row() == Some(row) {
            return self.phrase(Phrase::Yourself).to_owned();
        }
        let name = self.with_draft(|draft| draft.representative(row).and_then(|one| one.full_name()));
        name.unwrap_or_else(|| self.fill(Phrase::Representative, &[("n", &(row + 1).to_string())]))
    }

    /// Several representatives in one sentence, the user first.
    fn together(self, mut rows: Vec<usize>) -> String {
        let user = self.user_row();
        rows.sort_by_key(|row| Some(*row) != user);
        let name = |row: &usize| match Some(*row) == user {
            true => self.phrase(Phrase::You).to_owned(),
            false => self.name_of(*row),
        };
        let names: Vec<String> = rows.iter().map(name).collect();
        match names.as_slice() {
            [first @ .., last] if !first.is_empty() => {
                format!("{} {} {last}", first.join(", "), self.phrase(Phrase::And))
            }
            names => names.concat(),
        }
    }

    fn user_row(self) -> Option<usize> {
        self.with_requirements(|requirements| requirements.user_row())
    }

    /// Whether somebody else than the user must sign.
    pub fn waits_for_others(self) -> bool {
        let user = self.user_row();
        self.with_requirements(|requirements| requirements.signatories.rows.iter().any(|row| Some(*row) != user))
    }

    /// Who must sign, in one sentence; `None` while that is unknown.
    pub fn must_sign(self) -> Option<String> {
        let (signatories, level, is_sole_applicant) = self.with_requirements(|requirements| {
            (requirements.signatories.clone(), requirements.level, requirements.is_sole_applicant())
        });
        if signatories.rows.len() < signatories.needed {
            return Some(self.fill(Phrase::ChooseSignatories, &[("n", &signatories.needed.to_string())]));
        }
        let phrase = match signatories.reason {
            SignReason::Unknown => return None,
            // The others are not filled in yet.
            SignReason::Joint | SignReason::Together | SignReason::Limited if signatories.rows.len() < 2 => {
                return None;
            }
            SignReason::Insufficient => Phrase::MustSignInsufficient,
            SignReason::Sole if is_sole_applicant => Phrase::MustSignYourself,
            SignReason::Sole => Phrase::MustSignSole,
            SignReason::Joint | SignReason::Together | SignReason::Limited => Phrase::MustSignSeveral,
            SignReason::Articles => Phrase::MustSignArticles,
        };
        let names = self.together(signatories.rows);
        let level = level.map(Level::code).unwrap_or_default();
        Some(self.fill(phrase, &[("names", &names), ("level", level)]))
    }

    /// Why several people must sign together, in words; `None` where who signs says it all.
    pub fn why_together(self) -> Option<&'static str> {
        let (reason, signs) = self
            .with_requirements(|requirements| (requirements.signatories.reason, requirements.signatories.rows.len()));
        let phrase = match reason {
            SignReason::Joint => Phrase::BecauseJoint,
            SignReason::Together => Phrase::BecauseTogether,
            SignReason::Limited => Phrase::BecauseLimited,
            SignReason::Unknown | SignReason::Insufficient | SignReason::Sole | SignReason::Articles => return None,
        };
        (signs > 1).then(|| self.phrase(phrase))
    }
}
