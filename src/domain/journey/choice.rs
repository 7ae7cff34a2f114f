//! The options of closed questions.

use crate::domain::rules::Question;
use crate::domain::scheme::{
    AuthorisationKind, Authority, Capacity, ExtractSource, FormRoute, IdentificationMethod, IdentifierKind,
    IdentityDocumentKind, LegalForm, Level, Means, PaymentMethod, SigningMethod,
};

/// Any option of any closed question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Yes or no, of this question: some questions say what each means.
    Bool(Question, bool),
    /// Number of years.
    Years(u8),
    /// A value of a closed list.
    Level(Level),
    /// See [`Choice::Level`].
    AuthorisationKind(AuthorisationKind),
    /// See [`Choice::Level`].
    IdentifierKind(IdentifierKind),
    /// See [`Choice::Level`].
    LegalForm(LegalForm),
    /// See [`Choice::Level`].
    Capacity(Capacity),
    /// See [`Choice::Level`].
    Authority(Authority),
    /// See [`Choice::Level`].
    Means(Means),
    /// See [`Choice::Level`].
    PaymentMethod(PaymentMethod),
    /// See [`Choice::Level`].
    IdentificationMethod(IdentificationMethod),
    /// See [`Choice::Level`].
    IdentityDocumentKind(IdentityDocumentKind),
    /// See [`Choice::Level`].
    ExtractSource(ExtractSource),
    /// See [`Choice::Level`].
    SigningMethod(SigningMethod),
    /// See [`Choice::Level`].
    FormRoute(FormRoute),
}
