//! Reading a draft question by question.
//!
//! This is how the wizard reads what it saved, and what a page fills in. The reader that serde derives for [`Draft`]
//! accepts the same and names what is wrong, but it has code for each field: 12 KB of what an applicant loads.

use super::part::AnswerMut;
use super::{
    APPLICATION_FORMAT, ConsentDraft, DateDraft, DocumentDraft, Draft, PriceDraft, RepresentativeDraft, SignatureDraft,
};
use crate::domain::rules::{Coded, Place, Question};
use crate::domain::scheme::Cents;
use crate::domain::wire::{Json, Misfit};

impl Draft {
    /// Reads a draft from the JSON of an application, of which anything may be missing.
    ///
    /// # Errors
    /// When something in it does not fit.
    pub fn from_json(json: &Json) -> Result<Self, Misfit> {
        let mut draft = Self {
            format: json.at("format")?.map_or(Ok(APPLICATION_FORMAT.to_owned()), Json::as_text)?,
            id: json.text("id")?,
            language: code(json, "language")?,
            prepared_at: json.text("prepared_at")?,
            partner: json.text("partner")?,
            ..Self::default()
        };
        draft.read_answers("", 0, json)?;
        draft.purpose.authorisation.providers = json.rows("purpose.authorisation.providers", Json::as_text)?;
        draft.purpose.authorisation.services = json.rows("purpose.authorisation.services", Json::as_text)?;
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
        draft.contract.price = json.present("contract.price")?.map(price).transpose()?;
        draft.consents.terms = json.present("consents.terms")?.map(consent).transpose()?;
        draft.consents.privacy = json.present("consents.privacy")?.map(consent).transpose()?;
        draft.documents = json.rows("documents", document)?;
        draft.signatures = json.rows("signatures", signature)?;
        Ok(draft)
    }

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
            (Self::Choice(own), json) => {
                let code = match json {
                    Json::Text(code) | Json::Number(code) => code,
                    Json::Flag(true) => "true",
                    Json::Flag(false) => "false",
                    _ => return Err(Misfit("")),
                };
                own.choose(code);
                if code.is_empty() || own.code() != code || own.is_text() != matches!(json, Json::Text(_)) {
                    return Err(Misfit(""));
                }
            }
            _ => return Err(Misfit("")),
        }
        Ok(())
    }
}

fn code<T: Coded>(json: &Json, path: &str) -> Result<Option<T>, Misfit> {
    let mut choice = None;
    if let Some(json) = json.at(path)? {
        AnswerMut::Choice(&mut choice).read(json)?;
    }
    Ok(choice)
}

fn price(json: &Json) -> Result<PriceDraft, Misfit> {
    Ok(PriceDraft { total_cents: Cents(json.number("total_cents")?), vat_cents: Cents(json.number("vat_cents")?) })
}

fn consent(json: &Json) -> Result<ConsentDraft, Misfit> {
    Ok(ConsentDraft { version: json.text("version")?, accepted_at: json.text("accepted_at")? })
}

fn document(json: &Json) -> Result<DocumentDraft, Misfit> {
    Ok(DocumentDraft {
        id: json.text("id")?,
        kind: code(json, "kind")?,
        of: json.text("of")?,
        file_name: json.text("file_name")?,
        media_type: json.text("media_type")?,
        size_bytes: json.number("size_bytes")?,
        sha256: json.text("sha256")?,
        shielded: json.flag("shielded")?,
    })
}

fn signature(json: &Json) -> Result<SignatureDraft, Misfit> {
    Ok(SignatureDraft {
        by: json.text("by")?,
        method: code(json, "method")?,
        at: json.text("at")?,
        typed_name: json.text("typed_name")?,
    })
}
