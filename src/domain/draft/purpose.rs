//! What the means is for.

use serde::{Deserialize, Serialize};

use super::nullable::Nullable;
use super::part::{Answer, AnswerMut, Part};
use crate::domain::rules::Question;
use crate::domain::scheme::{AuthorisationKind, Level};

/// What the means is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct PurposeDraft {
    /// The level, if one was chosen; otherwise it follows from the services.
    pub level: Option<Level>,
    /// What the authorisation covers.
    pub authorisation: AuthorisationDraft,
    /// Services in words, if the catalogue could not be loaded.
    #[serde(with = "Nullable")]
    pub described_services: String,
}

/// What the authorisation covers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AuthorisationDraft {
    /// Kind.
    pub kind: Option<AuthorisationKind>,
    /// OINs of providers.
    pub providers: Vec<String>,
    /// UUIDs of services.
    pub services: Vec<String>,
}

impl Part for PurposeDraft {
    fn answer(&self, question: Question) -> Option<Answer<'_>> {
        Some(match question {
            Question::AuthorisationKind => Answer::Choice(&self.authorisation.kind),
            Question::DescribedServices => Answer::Text(&self.described_services),
            Question::Level => Answer::Choice(&self.level),
            _ => return None,
        })
    }

    fn answer_mut(&mut self, question: Question) -> Option<AnswerMut<'_>> {
        Some(match question {
            Question::AuthorisationKind => AnswerMut::Choice(&mut self.authorisation.kind),
            Question::DescribedServices => AnswerMut::Text(&mut self.described_services),
            Question::Level => AnswerMut::Choice(&mut self.level),
            _ => return None,
        })
    }
}
