//! What the virus scanner says of a document.

use super::failure::Failure;

/// What the virus scanner says of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was found.
    Clean,
    /// Something harmful was found: the name of its signature.
    Infected(String),
}

impl Verdict {
    /// Reads a response, which ends with a zero byte: `stream: OK`, or `stream: <signature> FOUND`. Anything else is no
    /// verdict.
    ///
    /// # Errors
    /// Why there is no verdict.
    pub fn read(response: &[u8]) -> Result<Self, Failure> {
        let line = response.strip_suffix(&[0]).ok_or(Failure::Incomplete)?;
        let line = str::from_utf8(line).ok().filter(|line| !line.chars().any(char::is_control));
        let line = line.ok_or(Failure::Malformed)?;
        let verdict = line.strip_prefix("stream: ");
        let signature = verdict.and_then(|verdict| verdict.strip_suffix(" FOUND"));
        match (verdict, signature.map(str::trim)) {
            (Some("OK"), _) => Ok(Self::Clean),
            (_, Some(signature)) if !signature.is_empty() => Ok(Self::Infected(signature.to_owned())),
            _ if line.starts_with("INSTREAM size limit exceeded") => Err(Failure::TooLarge),
            _ if line.ends_with("ERROR") => Err(Failure::Refused(line.to_owned())),
            _ => Err(Failure::Malformed),
        }
    }
}
