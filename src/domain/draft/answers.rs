//! Reading and setting answers by place, so that the same code serves all questions of a kind.

use super::part::{Answer, AnswerMut, Part};
use super::{DateDraft, Draft, RepresentativeDraft, SignatureDraft};
use crate::domain::rules::{Place, Question};

impl Draft {
    /// The answer to a text or closed question, as its form control holds it; empty when there is none.
    pub fn answer(&self, place: Place) -> String {
        match self.find(place) {
            Some(Answer::Text(text)) => text.to_owned(),
            Some(Answer::Choice(choice)) => choice.code(),
            Some(Answer::Consent(true)) => "true".to_owned(),
            Some(Answer::Consent(false) | Answer::Date(_)) | None => String::new(),
        }
    }

    /// Whether a question has an answer, of whatever kind.
    pub fn is_answered(&self, place: Place) -> bool {
        let authorisation = &self.purpose.authorisation;
        match place.question {
            Question::Services => !authorisation.services.is_empty(),
            Question::Providers => !authorisation.providers.is_empty(),
            question => self.date(question).is_some_and(|date| !date.is_empty()) || !self.answer(place).is_empty(),
        }
    }

    /// Sets the answer to a text or closed question; an unknown option clears it. What was looked up is forgotten where
    /// the new answer contradicts it.
    pub fn give(&mut self, place: Place, answer: &str) {
        if self.answer(place) != answer {
            self.organisation.changed(place.question);
        }
        if place.question == Question::TypedName && self.signature(place.row).is_none() {
            self.signatures.push(SignatureDraft { by: SignatureDraft::by(place.row), ..SignatureDraft::default() });
        }
        match self.find_mut(place) {
            Some(AnswerMut::Text(text)) => answer.clone_into(text),
            Some(AnswerMut::Choice(choice)) => choice.choose(answer),
            Some(AnswerMut::Date(_)) | None => {}
        }
    }

    /// The date at a place, if that is a question for a date.
    pub fn date(&self, question: Question) -> Option<&DateDraft> {
        match self.find(question.into())? {
            Answer::Date(date) => Some(date),
            Answer::Text(_) | Answer::Choice(_) | Answer::Consent(_) => None,
        }
    }

    /// See [`Draft::date`].
    pub fn date_mut(&mut self, question: Question) -> Option<&mut DateDraft> {
        match self.find_mut(question.into())? {
            AnswerMut::Date(date) => Some(date),
            AnswerMut::Text(_) | AnswerMut::Choice(_) => None,
        }
    }

    /// The answer at a place, in the part of the draft that has it.
    fn find(&self, place: Place) -> Option<Answer<'_>> {
        let Place { question, row } = place;
        if question == Question::AuthorisationsManager {
            return Some(Answer::Choice(&self.authorisations_manager));
        }
        let parts: [&dyn Part; 8] = [
            &self.purpose,
            &self.user,
            &self.organisation,
            &self.authority_proof,
            &self.contract,
            &self.identification,
            &self.consents,
            &self.signing,
        ];
        let once = parts.into_iter().find_map(|part| part.answer(question));
        once.or_else(|| self.representative(row)?.answer(question)).or_else(|| self.signature(row)?.answer(question))
    }

    /// See [`Draft::find`].
    pub(super) fn find_mut(&mut self, place: Place) -> Option<AnswerMut<'_>> {
        let Place { question, row } = place;
        if question == Question::AuthorisationsManager {
            return Some(AnswerMut::Choice(&mut self.authorisations_manager));
        }
        let by = SignatureDraft::by(row);
        let representative = self.representatives.get_mut(row);
        let signature = self.signatures.iter_mut().find(|signature| signature.by == by);
        let parts: [&mut dyn Part; 8] = [
            &mut self.purpose,
            &mut self.user,
            &mut self.organisation,
            &mut self.authority_proof,
            &mut self.contract,
            &mut self.identification,
            &mut self.consents,
            &mut self.signing,
        ];
        let once = parts.into_iter().find_map(|part| part.answer_mut(question));
        once.or_else(|| representative?.answer_mut(question)).or_else(|| signature?.answer_mut(question))
    }

    /// Changes every text that people read.
    pub fn change_texts(&mut self, change: impl Fn(&mut String)) {
        let rows = self.representatives.len().max(1);
        for place in Question::ALL.iter().flat_map(|question| (0..rows).map(|row| Place::row(*question, row))) {
            if place.row == 0 || place.question.has_rows() {
                match self.find_mut(place) {
                    Some(AnswerMut::Text(text)) => change(text),
                    Some(AnswerMut::Choice(_) | AnswerMut::Date(_)) | None => {}
                }
            }
        }
        change(&mut self.partner);
        self.documents.iter_mut().for_each(|document| change(&mut document.file_name));
    }

    /// A representative; `None` for a row that was removed.
    pub fn representative(&self, row: usize) -> Option<&RepresentativeDraft> {
        self.representatives.get(row)
    }

    /// The signature of a representative.
    pub fn signature(&self, row: usize) -> Option<&SignatureDraft> {
        let by = SignatureDraft::by(row);
        self.signatures.iter().find(|signature| signature.by == by)
    }

    /// The files at the place of a document, in the order of their pages.
    pub fn documents_at(&self, place: Place) -> impl Iterator<Item = &super::DocumentDraft> {
        self.documents.iter().filter(move |document| document.place() == Some(place))
    }

    /// Removes a representative; documents and signatures of later rows move up with them.
    pub fn remove_representative(&mut self, row: usize) {
        if row >= self.representatives.len() {
            return;
        }
        self.representatives.remove(row);
        if self.representatives.is_empty() {
            self.representatives.push(RepresentativeDraft::default());
        }
        let renumber = |of: &str| match of.strip_prefix("representatives.").and_then(|at| at.parse::<usize>().ok()) {
            Some(at) if at == row => None,
            Some(at) if at > row => Some(SignatureDraft::by(at - 1)),
            _ => Some(of.to_owned()),
        };
        self.documents.retain_mut(|document| renumber(&document.of).map(|of| document.of = of).is_some());
        self.signatures.retain_mut(|signature| renumber(&signature.by).map(|by| signature.by = by).is_some());
    }
}
