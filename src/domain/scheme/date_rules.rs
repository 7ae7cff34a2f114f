//! Rules about dates that depend on today.

use super::{BirthDate, Date};
use crate::domain::rules::Rule;

/// Checks the birth date of a user. Of a date that is partly unknown the last possible day counts.
///
/// # Errors
/// `BirthDateInFuture`, `BirthDateTooLongAgo` for an age over 120, `UserTooYoung` for an age under `min_age`.
pub fn birth_date(date: BirthDate, today: Date, min_age: u32) -> Result<BirthDate, Rule> {
    match date.last().age_on(&today) {
        _ if date.first() > today => Err(Rule::BirthDateInFuture),
        age if u32::from(age) < min_age => Err(Rule::UserTooYoung),
        0..=120 => Ok(date),
        _ => Err(Rule::BirthDateTooLongAgo),
    }
}

/// Checks that an identity document is valid for at least `months` more.
/// Source: <https://www.reconi.nl/faqs/welke-bijlagen-dien-ik-mee-te-sturen-met-de-aanvraag/>
///
/// # Errors
/// `IdentityDocumentExpired` after its last day; `IdentityDocumentExpiresSoon` when that is less than `months` away.
pub fn identity_document_expiry(date: Date, today: Date, months: u32) -> Result<(), Rule> {
    let enough = today.plus_months(i32::try_from(months).unwrap_or(i32::MAX));
    match () {
        () if date < today => Err(Rule::IdentityDocumentExpired),
        () if date < enough => Err(Rule::IdentityDocumentExpiresSoon),
        () => Ok(()),
    }
}

/// Checks that an extract is at most `max_days` old.
/// Source: <https://www.kpn.com/zakelijk/eherkenning/eh3.htm>
///
/// # Errors
/// `ExtractInFuture`, or `ExtractTooOld` when it is older.
pub fn extract_date(date: Date, today: Date, max_days: u32) -> Result<(), Rule> {
    match today.days_since(&date) {
        ..0 => Err(Rule::ExtractInFuture),
        days if days > i64::from(max_days) => Err(Rule::ExtractTooOld),
        _ => Ok(()),
    }
}
