//! The key of an application.

use serde::Serialize;

use crate::domain::rules::Rule;
use crate::domain::scheme::Uuid;
use crate::domain::wire::{FromJson, Json, Misfit};

/// The id of an application, made with its first answer, and the idempotency key of every request about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Key(String);

impl Key {
    /// Reads a key.
    ///
    /// # Errors
    /// `Required` for nothing, `IdShape` for anything but a UUID.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        Uuid::parse(input).map(Self::from)
    }

    /// Makes a key, a UUID of version 7, from six bytes of time and ten random ones.
    /// Source: <https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7>
    pub fn fresh(mut bytes: [u8; 16]) -> Self {
        let [.., version, _, variant, _, _, _, _, _, _, _] = &mut bytes;
        *version = 0x70 + *version % 0x10;
        *variant = 0x80 + *variant % 0x40;
        let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
        let mut text: String = bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 0x0f)]).collect();
        for position in [20, 16, 12, 8] {
            text.insert(position, '-');
        }
        Self(text)
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Uuid> for Key {
    fn from(uuid: Uuid) -> Self {
        Self(uuid.as_str().to_owned())
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.0
    }
}

impl FromJson for Key {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        Self::parse(&json.as_text()?).map_err(|_| Misfit(""))
    }
}
