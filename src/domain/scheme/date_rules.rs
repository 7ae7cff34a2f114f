//! What the scheme asks of dates, given what day it is.

use super::Date;
use crate::domain::rules::Rule;

/// The birth date of a user.
///
/// # Errors
/// `BirthDateInFuture`, `BirthDateTooLongAgo` for an age over 120, `UserTooYoung` for an age under 18.
pub fn birth_date(date: Date, today: Date) -> Result<Date, Rule> {
    match date.age_on(&today) {
        _ if date > today => Err(Rule::BirthDateInFuture),
        0..18 => Err(Rule::UserTooYoung),
        18..=120 => Ok(date),
        _ => Err(Rule::BirthDateTooLongAgo),
    }
}

/// Whether an identity document stays valid long enough; exactly so many months is enough.
/// Source: <https://www.reconi.nl/faqs/welke-bijlagen-dien-ik-mee-te-sturen-met-de-aanvraag/>
///
/// # Errors
/// `IdentityDocumentExpired` if its last day has passed, `IdentityDocumentExpiresSoon` if that is within `months`.
pub fn identity_document_expiry(date: Date, today: Date, months: u32) -> Result<(), Rule> {
    let enough = today.plus_months(i32::try_from(months).unwrap_or(i32::MAX));
    match () {
        () if date < today => Err(Rule::IdentityDocumentExpired),
        () if date < enough => Err(Rule::IdentityDocumentExpiresSoon),
        () => Ok(()),
    }
}

/// Whether an extract is young enough; exactly so many days is young enough.
/// Source: <https://www.kpn.com/zakelijk/eherkenning/eh3.htm>
///
/// # Errors
/// `ExtractInFuture`, or `ExtractTooOld` for more than `max_days`.
pub fn extract_date(date: Date, today: Date, max_days: u32) -> Result<(), Rule> {
    match today.days_since(&date) {
        ..0 => Err(Rule::ExtractInFuture),
        days if days > i64::from(max_days) => Err(Rule::ExtractTooOld),
        _ => Ok(()),
    }
}
