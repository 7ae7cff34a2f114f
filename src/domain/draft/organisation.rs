//! The organisation.

use super::part::{Answer, AnswerMut, Part};
use crate::domain::json::record;
use crate::domain::rules::Question;
use crate::domain::scheme::{IdentifierKind, LegalForm};

record! {
    /// The organisation for which the means is.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct OrganisationDraft {
        /// What identifies it.
        pub identifier: IdentifierDraft,
        /// Whether the means is for one branch only.
        pub restricted_to_branch: Option<bool>,
        /// The branch, when it is.
        pub branch_number: String as nullable,
        /// Name as registered.
        pub name: String as nullable,
        /// Legal form.
        pub legal_form: Option<LegalForm>,
        /// Address.
        pub address: AddressDraft,
    }
}

record! {
    /// KvK number or fiscal number.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct IdentifierDraft {
        /// Which of the two.
        pub kind: Option<IdentifierKind>,
        /// The number.
        pub number: String as nullable,
    }
}

record! {
    /// An address.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct AddressDraft {
        /// Street.
        pub street: String as nullable,
        /// House number with letter or addition.
        pub house_number: String as nullable,
        /// Postal code.
        pub postal_code: String as nullable,
        /// Town or city.
        pub city: String as nullable,
        /// Country, ISO 3166-1 alpha-2; empty means the Netherlands.
        pub country: String as nullable,
    }
}

impl Part for OrganisationDraft {
    fn answer(&self, question: Question) -> Option<Answer<'_>> {
        Some(match question {
            Question::IdentifierKind => Answer::Choice(&self.identifier.kind),
            Question::OrganisationNumber => Answer::Text(&self.identifier.number),
            Question::OrganisationName => Answer::Text(&self.name),
            Question::LegalForm => Answer::Choice(&self.legal_form),
            Question::Street => Answer::Text(&self.address.street),
            Question::HouseNumber => Answer::Text(&self.address.house_number),
            Question::PostalCode => Answer::Text(&self.address.postal_code),
            Question::City => Answer::Text(&self.address.city),
            Question::Country => Answer::Text(&self.address.country),
            Question::RestrictedToBranch => Answer::Choice(&self.restricted_to_branch),
            Question::BranchNumber => Answer::Text(&self.branch_number),
            _ => return None,
        })
    }

    fn answer_mut(&mut self, question: Question) -> Option<AnswerMut<'_>> {
        Some(match question {
            Question::IdentifierKind => AnswerMut::Choice(&mut self.identifier.kind),
            Question::OrganisationNumber => AnswerMut::Text(&mut self.identifier.number),
            Question::OrganisationName => AnswerMut::Text(&mut self.name),
            Question::LegalForm => AnswerMut::Choice(&mut self.legal_form),
            Question::Street => AnswerMut::Text(&mut self.address.street),
            Question::HouseNumber => AnswerMut::Text(&mut self.address.house_number),
            Question::PostalCode => AnswerMut::Text(&mut self.address.postal_code),
            Question::City => AnswerMut::Text(&mut self.address.city),
            Question::Country => AnswerMut::Text(&mut self.address.country),
            Question::RestrictedToBranch => AnswerMut::Choice(&mut self.restricted_to_branch),
            Question::BranchNumber => AnswerMut::Text(&mut self.branch_number),
            _ => return None,
        })
    }
}
