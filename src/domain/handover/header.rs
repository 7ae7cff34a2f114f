//! The first line of a file.

use super::Fault;
use crate::domain::scheme::{Date, from_hexadecimal, hexadecimal};
use crate::domain::wire::{Json, Misfit};

/// The format of a file, and of its content.
pub const HANDOVER_FORMAT: &str = "eherkenning-handover/1";

/// How often PBKDF2 hashes. A reader accepts no other number, so that no file can keep a phone busy for hours.
/// Source: <https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2>
pub const ROUNDS: u32 = 600_000;

/// For how many days a file counts, unless the sender chooses.
pub const DAYS: i64 = 7;

/// The longest first line, with its end.
pub(super) const MAX_LINE_BYTES: usize = 1024;

/// What every file begins with, before the number of its version.
const START: &str = "{\"format\":\"eherkenning-handover/";

/// What is needed besides the passphrase to open a file, and its last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Random; makes the key another one for each file, even with the same passphrase.
    pub salt: [u8; 16],
    /// Random; the first part of the nonce of each box.
    pub nonce: [u8; 8],
    /// The last day on which the file counts.
    pub ends_on: Date,
}

impl Header {
    /// The first line, with its end.
    pub fn to_line(&self) -> String {
        let (salt, nonce, ends_on) = (hexadecimal(&self.salt), hexadecimal(&self.nonce), self.ends_on);
        format!(
            "{START}1\",\"kdf\":\"pbkdf2-sha256\",\"rounds\":{ROUNDS},\"salt\":\"{salt}\",\"nonce\":\"{nonce}\",\
             \"ends_on\":\"{ends_on}\"}}\n"
        )
    }

    /// Reads the first line of a file from its first bytes. Returns the length of the line, too.
    ///
    /// The line must be written exactly as [`Header::to_line`] does, so nothing in it can be unknown or double.
    ///
    /// # Errors
    /// `NotAHandover`, `NewerVersion`, `CutOff` or `Damaged`.
    pub(super) fn read(start: &[u8]) -> Result<(Self, usize), Fault> {
        let start = start.get(..MAX_LINE_BYTES).unwrap_or(start);
        let length = start.iter().position(|byte| !(b' '..=b'~').contains(byte)).unwrap_or(start.len());
        let text = start.get(..length).and_then(|line| std::str::from_utf8(line).ok()).unwrap_or_default();
        let is_cut_off = length == start.len() && length < MAX_LINE_BYTES;
        let Some(rest) = text.strip_prefix(START) else {
            return Err(if is_cut_off && START.starts_with(text) { Fault::CutOff } else { Fault::NotAHandover });
        };
        let version: String = rest.chars().take_while(char::is_ascii_digit).collect();
        // As text: 10 is above 1, too, and nothing that begins with a zero is.
        let is_newer = version.as_str() > "1";
        if is_newer && rest.get(version.len()..).is_some_and(|after| after.starts_with('"')) {
            return Err(Fault::NewerVersion);
        }
        if is_cut_off {
            return Err(Fault::CutOff);
        }
        let header = Self::of_json(text).ok().flatten();
        let is_same = |header: &Self| header.to_line().strip_suffix('\n') == Some(text);
        match (header.filter(is_same), start.get(length)) {
            (Some(header), Some(b'\n')) => Ok((header, length + 1)),
            _ => Err(Fault::Damaged),
        }
    }

    /// Reads what is not the same in every header.
    fn of_json(text: &str) -> Result<Option<Self>, Misfit> {
        let json = Json::parse(text).map_err(|_| Misfit(""))?;
        let header = |salt: String, nonce: String, ends_on: String| {
            Some(Self {
                salt: from_hexadecimal(&salt)?,
                nonce: from_hexadecimal(&nonce)?,
                ends_on: Date::parse_iso(&ends_on).ok()?,
            })
        };
        Ok(header(json.text("salt")?, json.text("nonce")?, json.text("ends_on")?))
    }
}
