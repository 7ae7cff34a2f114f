//! Passphrases: five words, made up by us and typed by people.

use super::Fault;
use crate::domain::scheme::fold;

/// How many words a passphrase has.
pub const WORDS: usize = 5;

/// The fewest letters of a passphrase; five words of a list have as many at least.
const MIN_LETTERS: usize = 15;

/// A list with fewer words is damaged: five of them would have less than sixty bits.
const MIN_WORDS: usize = 4096;

/// A passphrase as the key is made of it: its letters, in lower case.
///
/// Everything else that is typed is passed over: spaces, hyphens, full stops, digits.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(String);

impl Passphrase {
    /// Reads what a person typed. Capitals, diacritics, spaces and hyphens make no difference.
    ///
    /// # Errors
    /// `WrongPassphrase` for less than the letters of the shortest one.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let letters: String = fold(typed).chars().filter(char::is_ascii_lowercase).collect();
        if letters.len() >= MIN_LETTERS { Ok(Self(letters)) } else { Err(Fault::WrongPassphrase) }
    }

    /// The letters, of which the key is made.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The words of which passphrases are made. None begins with another one, so they are clear without spaces, too.
#[derive(Clone, Copy, Debug)]
pub struct WordList<'a>(&'a str);

impl<'a> WordList<'a> {
    /// Reads a list: one word a line, in alphabetical order. `None` if it is another text, or damaged.
    pub fn parse(text: &'a str) -> Option<Self> {
        let is_word = |word: &str| (3..=7).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase());
        let mut last = "";
        let mut count = 0;
        for word in text.lines() {
            // In this order, a word that begins with another one would follow it at once.
            let is_apart = last.is_empty() || word > last && !word.starts_with(last);
            if !is_word(word) || !is_apart {
                return None;
            }
            last = word;
            count += 1;
        }
        (count > MIN_WORDS).then_some(Self(text))
    }

    /// Makes up a passphrase from random bytes; 64 are enough. `None` if there were too few.
    ///
    /// Each word takes two bytes. Values above the last multiple of the number of words are passed over, so that every
    /// word is as likely as any other.
    pub fn passphrase(&self, random: &[u8]) -> Option<String> {
        let count = self.0.lines().count();
        let usable = 65_536_usize.checked_div(count)? * count;
        let values =
            random.chunks_exact(2).filter_map(|pair| Some(usize::from(u16::from_be_bytes(pair.try_into().ok()?))));
        let chosen = values.filter(|value| *value < usable).take(WORDS);
        let words: Vec<&str> = chosen.filter_map(|value| self.0.lines().nth(value % count)).collect();
        (words.len() == WORDS).then(|| words.join(" "))
    }
}
