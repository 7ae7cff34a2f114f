//! Words that depend on the answers: how a question is put to this organisation, who is meant, who must sign.

use super::Wizard;
use crate::domain::application::{Requirements, SignReason};
use crate::domain::rules::{Issue, Place, Question, Rule};
use crate::domain::texts::{self, Phrase, QuestionText};

impl Wizard {
    /// The words around a question, for the kind of number that the organisation has.
    pub fn question(self, question: Question) -> &'static QuestionText {
        let kind = self.draft.with_untracked(|draft| draft.organisation.identifier.kind);
        texts::question(self.lang(), question, kind)
    }

    /// The sentence of an issue.
    pub fn sentence(self, issue: &Issue) -> String {
        if issue.rule == Rule::DocumentMissing
            && let Some(words) = self.of_representative(issue.place, Phrase::IdCopyMissing)
        {
            return words;
        }
        let kind = self.draft.with_untracked(|draft| draft.organisation.identifier.kind);
        texts::sentence(self.lang(), issue, kind)
    }

    /// The question of a document, with whose it is where that is not plain.
    pub fn label(self, place: Place) -> String {
        let named = self.of_representative(place, Phrase::IdCopyOf);
        named.unwrap_or_else(|| self.question(place.question).label.to_owned())
    }

    /// A sentence on the identity document of a representative whose name is known.
    fn of_representative(self, place: Place, phrase: Phrase) -> Option<String> {
        if place.question != Question::RepresentativeIdCopy {
            return None;
        }
        let name = self.with_draft(|draft| draft.representative(place.row).and_then(|one| one.full_name()))?;
        Some(self.fill(phrase, &[("name", &name)]))
    }

    /// What stands at a place, in few words, with whose it is.
    pub fn short(self, place: Place) -> String {
        let short = self.question(place.question).short;
        if !place.question.has_rows() || place.question == Question::RepresentativeIsUser {
            return short.to_owned();
        }
        self.with_requirements(|requirements| match requirements.user_row() == Some(place.row) {
            true => self.fill(Phrase::Yours, &[("what", &short.to_ascii_lowercase())]),
            false => [short, " (", &self.name_of(requirements, place.row), ")"].concat(),
        })
    }

    /// How the applicant knows a representative: by name, as themself, or by number.
    pub fn name_of(self, requirements: &Requirements<'_>, row: usize) -> String {
        if requirements.user_row() == Some(row) {
            return self.phrase(Phrase::Yourself).to_owned();
        }
        let name = requirements.draft.representative(row).and_then(|one| one.full_name());
        name.unwrap_or_else(|| self.fill(Phrase::Representative, &[("n", &(row + 1).to_string())]))
    }

    /// Who must sign and why, in one sentence; nothing while it is not known.
    pub fn must_sign(self) -> Option<String> {
        self.with_requirements(|requirements| {
            let phrase = match requirements.signatories.reason {
                SignReason::Unknown => return None,
                SignReason::Insufficient => Phrase::MustSignInsufficient,
                SignReason::Sole if requirements.is_sole_applicant() => Phrase::MustSignYourself,
                SignReason::Sole => Phrase::MustSignSole,
                SignReason::Joint => Phrase::MustSignJoint,
                SignReason::Limited => Phrase::MustSignLimited,
                SignReason::Articles => Phrase::MustSignArticles,
            };
            let rows = requirements.signatories.rows.iter();
            let names: Vec<String> = rows.map(|row| self.name_of(requirements, *row)).collect();
            let level = requirements.level.map(|level| level.code()).unwrap_or_default();
            Some(self.fill(phrase, &[("names", &names.join(", ")), ("level", level)]))
        })
    }
}
