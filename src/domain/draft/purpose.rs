//! What the means is for.

use super::part::{Answer, AnswerMut, Part};
use crate::domain::json::record;
use crate::domain::rules::Question;
use crate::domain::scheme::{AuthorisationKind, Level};

record! {
    /// What the means is for.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct PurposeDraft {
        /// The level, when one was chosen; else it follows from the services.
        pub level: Option<Level>,
        /// What the authorisation covers.
        pub authorisation: AuthorisationDraft,
        /// Services in words, when the catalogue could not be loaded.
        pub described_services: String as nullable,
    }
}

record! {
    /// What the authorisation covers.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct AuthorisationDraft {
        /// Kind.
        pub kind: Option<AuthorisationKind>,
        /// OINs of providers.
        pub providers: Vec<String>,
        /// UUIDs of services.
        pub services: Vec<String>,
    }
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
