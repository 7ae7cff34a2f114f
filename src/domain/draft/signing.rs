//! Consents and signatures.

use serde::{Deserialize, Serialize};

use super::nullable::Nullable;
use super::part::{Answer, AnswerMut, Part};
use crate::domain::rules::Question;
use crate::domain::scheme::{FormRoute, SigningMethod};

/// What was agreed to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ConsentsDraft {
    /// Terms of use.
    pub terms: Option<ConsentDraft>,
    /// Privacy statement.
    pub privacy: Option<ConsentDraft>,
}

/// Agreement with one text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ConsentDraft {
    /// Version of the text.
    #[serde(with = "Nullable")]
    pub version: String,
    /// Moment of agreement, RFC 3339 in UTC.
    #[serde(with = "Nullable")]
    pub accepted_at: String,
}

/// How the application is signed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SigningDraft {
    /// Method.
    pub method: Option<SigningMethod>,
    /// How the form signed with a pen reaches the supplier.
    pub form: Option<FormRoute>,
}

/// One signature.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SignatureDraft {
    /// Who signs: `representatives.<row>`.
    #[serde(with = "Nullable")]
    pub by: String,
    /// Method, set when it is signed.
    pub method: Option<SigningMethod>,
    /// Moment, RFC 3339 in UTC, set when it is signed.
    #[serde(with = "Nullable")]
    pub at: String,
    /// The name, typed instead of drawn.
    #[serde(with = "Nullable")]
    pub typed_name: String,
    /// SHA-256 of what was signed, hexadecimal; absent if it was signed at the moment of sending.
    #[serde(with = "Nullable", skip_serializing_if = "String::is_empty")]
    pub digest: String,
}

impl SignatureDraft {
    /// The value of `by` for a representative.
    pub fn by(row: usize) -> String {
        format!("representatives.{row}")
    }
}

impl Part for ConsentsDraft {
    fn answer(&self, question: Question) -> Option<Answer<'_>> {
        match question {
            Question::ConsentTerms => Some(Answer::Consent(self.terms.is_some())),
            Question::ConsentPrivacy => Some(Answer::Consent(self.privacy.is_some())),
            _ => None,
        }
    }

    fn answer_mut(&mut self, _: Question) -> Option<AnswerMut<'_>> {
        None
    }
}

impl Part for SigningDraft {
    fn answer(&self, question: Question) -> Option<Answer<'_>> {
        Some(match question {
            Question::SigningMethod => Answer::Choice(&self.method),
            Question::FormRoute => Answer::Choice(&self.form),
            _ => return None,
        })
    }

    fn answer_mut(&mut self, question: Question) -> Option<AnswerMut<'_>> {
        Some(match question {
            Question::SigningMethod => AnswerMut::Choice(&mut self.method),
            Question::FormRoute => AnswerMut::Choice(&mut self.form),
            _ => return None,
        })
    }
}

impl Part for SignatureDraft {
    fn answer(&self, question: Question) -> Option<Answer<'_>> {
        (question == Question::TypedName).then_some(Answer::Text(&self.typed_name))
    }

    fn answer_mut(&mut self, question: Question) -> Option<AnswerMut<'_>> {
        (question == Question::TypedName).then_some(AnswerMut::Text(&mut self.typed_name))
    }
}
