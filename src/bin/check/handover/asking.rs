//! Where a passphrase comes from: a file, the terminal, or a list of words.

use std::io::{self, IsTerminal};
use std::path::Path;

use eherkenning_wizard::domain::handover::{Passphrase, WordList};
use eherkenning_wizard::domain::scheme::Lang;

use super::crypto::random;
use crate::files::read;

const MAX_BYTES: usize = 1024;

/// Reads the passphrase from a file, or else from the terminal or standard input; never from an argument, which every
/// user of the machine can see.
///
/// # Errors
/// When it cannot be read, or cannot be a passphrase.
pub fn passphrase(file: Option<&Path>) -> Result<Passphrase, String> {
    let typed = match file {
        Some(file) => read(file, MAX_BYTES)?,
        None if io::stdin().is_terminal() => {
            rpassword::prompt_password("Passphrase: ").map_err(|error| error.to_string())?.into_bytes()
        }
        None => read(Path::new("-"), MAX_BYTES)?,
    };
    let typed = String::from_utf8(typed).map_err(|_| "the passphrase is not text in UTF-8")?;
    Passphrase::parse(&typed).map_err(|fault| format!("{}: a passphrase has five words", fault.code()))
}

/// Makes up a passphrase in a language.
///
/// # Errors
/// When there is no randomness.
pub fn made_up(lang: Lang) -> Result<String, String> {
    let words = match lang {
        Lang::Nl => include_str!("../../../../public/words/nl.txt"),
        Lang::En => include_str!("../../../../public/words/en.txt"),
    };
    let random: [u8; 64] = random()?;
    WordList::parse(words)
        .and_then(|list| list.passphrase(&random))
        .ok_or_else(|| "the list of words is damaged".to_owned())
}
