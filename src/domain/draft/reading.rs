//! Reading a draft question by question.
//!
//! This is how the wizard reads what it saved, and what a page fills in. The reader that serde derives for [`Draft`]
//! accepts the same and names what is wrong, but it has code for each field: 12 KB of what an applicant loads.

use super::part::AnswerMut;
use super::{
    APPLICATION_FORMAT, ConsentDraft, DateDraft, DocumentDraft, Draft, PriceDraft, RepresentativeDraft, SignatureDraft,
};
use crate::domain::rules::{Place, Question};
use crate::domain::wire::{FromJson, Json, Misfit, fields};

impl FromJson for Draft {
    /// Reads the JSON of an application, in which anything may be missing.
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        let mut draft = Self {
            format: json.at("format")?.map_or(Ok(APPLICATION_FORMAT.to_owned()), Json::as_text)?,
            id: json.text("id")?,
            language: json.get_or_default("language")?,
            prepared_at: json.text("prepared_at")?,
            partner: json.text("partner")?,
            ..Self::default()
        };
        draft.read_answers("", 0, json)?;
        draft.purpose.authorisation.providers = json.get_or_default("purpose.authorisation.providers")?;
        draft.purpose.authorisation.services = json.get_or_default("purpose.authorisation.services")?;
        match json.at("representatives")? {
            None => {}
            Some(Json::List(rows)) => {
                draft.representatives = vec![RepresentativeDraft::default(); rows.len()];
                for (row, json) in rows.iter().enumerate() {
                    draft.read_answers("representatives.*.", row, json)?;
                }
            }
            Some(_) => return Err(Misfit("")),
        }
        draft.contract.price = json.get_or_default("contract.price")?;
        draft.consents.terms = json.get_or_default("consents.terms")?;
        draft.consents.privacy = json.get_or_default("consents.privacy")?;
        draft.documents = json.get_or_default("documents")?;
        draft.signatures = json.get_or_default("signatures")?;
        Ok(draft)
    }
}

impl Draft {
    /// Reads the answers to all questions whose path begins so, each asked in one row at most.
    fn read_answers(&mut self, before: &str, row: usize, json: &Json) -> Result<(), Misfit> {
        for question in Question::ALL {
            let path = question.code().strip_prefix(before).filter(|path| !path.contains('*'));
            let answer = self.find_mut(Place::row(*question, row));
            if let (Some(path), Some(answer)) = (path, answer)
                && let Some(json) = json.at(path)?
            {
                answer.read(json)?;
            }
        }
        Ok(())
    }
}

impl AnswerMut<'_> {
    fn read(self, json: &Json) -> Result<(), Misfit> {
        match (self, json) {
            (_, Json::Null) => {}
            (Self::Text(own), Json::Text(text)) => text.clone_into(own),
            (Self::Date(own), Json::Text(text)) => *own = text.as_str().into(),
            (Self::Date(own), Json::Object(_)) => {
                let part = |name| json.at(name)?.map_or(Ok(String::new()), Json::as_text);
                let [day, month, year] = ["day", "month", "year"].map(part);
                *own = DateDraft { day: day?, month: month?, year: year? };
            }
            (Self::Choice(own), json) => own.read(json)?,
            _ => return Err(Misfit("")),
        }
        Ok(())
    }
}

fields!(PriceDraft: ; default total_cents vat_cents);

impl FromJson for ConsentDraft {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        Ok(Self { version: json.text("version")?, accepted_at: json.text("accepted_at")? })
    }
}

impl FromJson for DocumentDraft {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        Ok(Self {
            id: json.text("id")?,
            kind: json.get_or_default("kind")?,
            of: json.text("of")?,
            file_name: json.text("file_name")?,
            media_type: json.text("media_type")?,
            size_bytes: json.get_or_default("size_bytes")?,
            sha256: json.text("sha256")?,
            shielded: json.get_or_default("shielded")?,
        })
    }
}

impl FromJson for SignatureDraft {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        Ok(Self {
            by: json.text("by")?,
            method: json.get_or_default("method")?,
            at: json.text("at")?,
            typed_name: json.text("typed_name")?,
            digest: json.text("digest")?,
        })
    }
}
