//! Registrations in a file, for tests and demonstrations.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use eherkenning_wizard::domain::lookup::{REGISTRATION_FORMAT, Registration};
use eherkenning_wizard::domain::scheme::{IdentifierKind, KvkNumber};

/// Organisations that do not exist, with the numbers and the branch numbers of the KvK's test environment. Names and
/// addresses are theirs or invented. Source: <https://developers.kvk.nl/documentation/testing>
const TEST_ORGANISATIONS: &str = include_str!("organisations.json");

/// Registrations by number.
pub struct List(BTreeMap<KvkNumber, Registration>);

impl List {
    /// Reads the file, or the test organisations.
    ///
    /// # Errors
    /// What is wrong with the file, as a sentence.
    pub fn open(file: Option<&Path>) -> Result<Self, String> {
        let Some(file) = file else {
            return Self::read(TEST_ORGANISATIONS);
        };
        let name = file.display();
        let text = fs::read_to_string(file).map_err(|error| format!("{name}: {error}"))?;
        Self::read(&text).map_err(|error| format!("{name}: {error}"))
    }

    /// The registration with this number.
    pub fn find(&self, number: &KvkNumber) -> Option<Registration> {
        self.0.get(number).cloned()
    }

    fn read(text: &str) -> Result<Self, String> {
        let list: Vec<Registration> = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let mut registrations = BTreeMap::new();
        for (registration, index) in list.into_iter().zip(0..) {
            let number = number_of(&registration).map_err(|error| format!("/{index}: {error}"))?;
            if registrations.insert(number, registration).is_some() {
                return Err(format!("/{index}: the number is listed twice"));
            }
        }
        Ok(Self(registrations))
    }
}

/// The number of a registration that can be passed on.
///
/// # Errors
/// What is wrong with it, as a sentence.
fn number_of(registration: &Registration) -> Result<KvkNumber, String> {
    let organisation = &registration.organisation;
    if registration.format != REGISTRATION_FORMAT {
        return Err(format!("expected the format {REGISTRATION_FORMAT}"));
    }
    if registration.address_shielded && !organisation.address.is_empty() {
        return Err("a shielded address must be left out".to_owned());
    }
    let identifier = &organisation.identifier;
    let number = KvkNumber::parse(&identifier.number).ok().filter(|_| identifier.kind == Some(IdentifierKind::Kvk));
    number.ok_or_else(|| "expected an identifier of the kind kvk, with eight digits".to_owned())
}
