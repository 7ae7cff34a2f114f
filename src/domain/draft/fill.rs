//! Prefilling a draft with answers from the page that embeds the wizard.

use super::part::{Answer, AnswerMut, Part};
use super::{Draft, RepresentativeDraft};
use crate::domain::rules::{Place, Question};
use crate::domain::wire::Json;

impl Draft {
    /// Fills in unanswered questions. Existing answers stay, and what only the applicant may give is never filled in:
    /// documents, consents, signatures.
    pub fn fill(&mut self, given: &Self) {
        let parts: [(&mut dyn Part, &dyn Part); 6] = [
            (&mut self.purpose, &given.purpose),
            (&mut self.user, &given.user),
            (&mut self.organisation, &given.organisation),
            (&mut self.authority_proof, &given.authority_proof),
            (&mut self.contract, &given.contract),
            (&mut self.identification, &given.identification),
        ];
        for (part, given) in parts {
            for question in Question::ALL {
                if let (Some(answer), Some(given)) = (part.answer_mut(*question), given.answer(*question)) {
                    answer.fill(&given);
                }
            }
        }
        self.authorisations_manager = self.authorisations_manager.or(given.authorisations_manager);
        let (own, given_for) = (&mut self.purpose.authorisation, &given.purpose.authorisation);
        fill_list(&mut own.providers, &given_for.providers, Vec::is_empty);
        fill_list(&mut own.services, &given_for.services, Vec::is_empty);
        // Rows that have answers are not mixed with data of other people.
        fill_list(&mut self.representatives, &given.representatives, |rows| {
            rows.iter().all(|row| *row == RepresentativeDraft::default())
        });
    }

    /// Lists where in `json`, read as `given`, there is something that this draft does not have. After [`Draft::fill`] that
    /// was answered already, is for the applicant alone, or is no question.
    pub fn list_ignored(&self, given: &Self, json: &Json, path: String, ignored: &mut Vec<String>) {
        let mut part = |name: &str, json| {
            let dot = if path.is_empty() { "" } else { "." };
            self.list_ignored(given, json, [&path, dot, name].concat(), ignored);
        };
        let is_used = match (Place::parse(&path), json) {
            (_, Json::List(rows)) => {
                return rows.iter().enumerate().for_each(|(row, json)| part(&row.to_string(), json));
            }
            (Some(place), _) => {
                let (text, date) = (given.answer(place), given.date(place.question));
                let is_used = date.is_none_or(|date| date.is_empty() || Some(date) == self.date(place.question));
                is_used && (text.is_empty() || text == self.answer(place))
            }
            (_, Json::Object(fields)) => return fields.iter().for_each(|(name, json)| part(name, json)),
            (_, Json::Text(text)) => {
                let own = &self.purpose.authorisation;
                own.services.contains(text) || own.providers.contains(text)
            }
            (_, Json::Null) => true,
            _ => false,
        };
        if !is_used {
            ignored.push(path);
        }
    }
}

impl AnswerMut<'_> {
    /// Uses the given answer, unless there is one already.
    fn fill(self, given: &Answer) {
        match (self, given) {
            (Self::Text(own), Answer::Text(given)) if own.is_empty() => (*given).clone_into(own),
            (Self::Date(own), Answer::Date(given)) if own.is_empty() => (*given).clone_into(own),
            (Self::Choice(own), Answer::Choice(given)) if own.code().is_empty() => own.choose(&given.code()),
            _ => {}
        }
    }
}

fn fill_list<T: Clone>(own: &mut Vec<T>, given: &[T], is_unanswered: fn(&Vec<T>) -> bool) {
    if is_unanswered(own) && !given.is_empty() {
        given.clone_into(own);
    }
}
