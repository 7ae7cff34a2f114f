//! The identifiers of services in the service catalogue.

use super::Oin;
use super::as_str::as_str;
use super::digest::uuid;
use super::text::tidy;
use crate::domain::rules::Rule;

/// Identifies a service in authorisations. Providers that offer the same service share it.
/// Source: <https://afsprakenstelsel.etoegang.nl/Startpagina/as/service-catalog>
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceUuid(String);

impl ServiceUuid {
    /// Parses a UUID; upper case is allowed.
    ///
    /// # Errors
    /// `Required` for empty text; `ServiceIdShape` unless it is a UUID.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        uuid(input, Rule::ServiceIdShape).map(Self)
    }
}

/// Identifies a service of one provider: `urn:etoegang:DV:<OIN>:services:<number>`.
/// Source: <https://developer.signicat.com/broker/eherkenning-broker/eherkenning-service-catalogue>
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceId(String);

impl ServiceId {
    /// Parses a URN.
    ///
    /// # Errors
    /// `Required` for empty text; `ServiceIdShape` for any other format.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let urn = tidy(input)?;
        let (oin, number) = split(&urn).ok_or(Rule::ServiceIdShape)?;
        let is_number = (1..=9).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
        match Oin::parse(oin) {
            Ok(parsed) if is_number && parsed.as_str() == oin => Ok(Self(urn)),
            _ => Err(Rule::ServiceIdShape),
        }
    }

    /// The OIN of the provider.
    pub fn oin(&self) -> &str {
        split(&self.0).map(|(oin, _)| oin).unwrap_or_default()
    }
}

as_str!(ServiceUuid, ServiceId);

fn split(urn: &str) -> Option<(&str, &str)> {
    urn.strip_prefix("urn:etoegang:DV:")?.split_once(":services:")
}
