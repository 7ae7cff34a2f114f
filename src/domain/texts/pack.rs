//! Sentences put into one text while compiling. A table that points at each would weigh a quarter of what they say.

/// Sentences in one text, each found by its number.
pub(super) struct Pack {
    text: &'static str,
    lengths: &'static [u16],
}

impl Pack {
    /// Of sentences that were joined, and how many bytes each has: see [`pack!`].
    #[expect(clippy::panic, reason = "only while compiling")]
    pub const fn new(joined: &'static [u8], lengths: &'static [u16]) -> Self {
        match std::str::from_utf8(joined) {
            Ok(text) => Self { text, lengths },
            Err(_) => panic!("sentences are text"),
        }
    }

    /// The sentence of this number.
    pub fn sentence(&self, number: usize) -> &'static str {
        let before = self.lengths.iter().take(number).fold(0, |sum, length| sum + usize::from(*length));
        let length = self.lengths.get(number).copied().map_or(0, usize::from);
        self.text.get(before..before + length).unwrap_or_default()
    }

    /// The sentences of one thing that has several; `number` counts the things.
    pub fn sentences<const COUNT: usize>(&self, number: usize) -> [&'static str; COUNT] {
        std::array::from_fn(|at| self.sentence(number * COUNT + at))
    }
}

/// Packs what a function says of every value of a list: one sentence, or those of these fields.
macro_rules! pack {
    ($all:expr => $words:ident) => {{
        const SENTENCES: &[&str] = &{
            let mut sentences = [""; $all.len()];
            let mut at = 0;
            while at < $all.len() {
                sentences[at] = $words($all[at]);
                at += 1;
            }
            sentences
        };
        $crate::domain::texts::pack::pack!(@ SENTENCES)
    }};
    ($all:expr => $words:ident { $($field:ident),+ }) => {{
        const COUNT: usize = [$(stringify!($field)),+].len();
        const SENTENCES: &[&str] = &{
            let mut sentences = [""; $all.len() * COUNT];
            let mut at = 0;
            while at < sentences.len() {
                let words = $words($all[at / COUNT]);
                sentences[at] = [$(words.$field),+][at % COUNT];
                at += 1;
            }
            sentences
        };
        $crate::domain::texts::pack::pack!(@ SENTENCES)
    }};
    (@ $sentences:ident) => {{
        use $crate::domain::texts::pack::{Pack, joined, length, lengths};
        const JOINED: [u8; length($sentences)] = joined($sentences);
        const LENGTHS: [u16; $sentences.len()] = lengths($sentences);
        Pack::new(&JOINED, &LENGTHS)
    }};
}
pub(super) use pack;

/// Bytes of all sentences.
#[expect(clippy::indexing_slicing, reason = "only while compiling")]
pub(super) const fn length(sentences: &[&str]) -> usize {
    let (mut sum, mut at) = (0, 0);
    while at < sentences.len() {
        sum += sentences[at].len();
        at += 1;
    }
    sum
}

/// All sentences, one after the other.
#[expect(clippy::indexing_slicing, reason = "only while compiling")]
pub(super) const fn joined<const LENGTH: usize>(sentences: &[&str]) -> [u8; LENGTH] {
    let (mut joined, mut length, mut at) = ([0; LENGTH], 0, 0);
    while at < sentences.len() {
        let bytes = sentences[at].as_bytes();
        let mut position = 0;
        while position < bytes.len() {
            joined[length] = bytes[position];
            length += 1;
            position += 1;
        }
        at += 1;
    }
    joined
}

/// Bytes of each sentence; one that is too long does not compile.
#[expect(clippy::indexing_slicing, clippy::panic, clippy::cast_possible_truncation, reason = "only while compiling")]
pub(super) const fn lengths<const COUNT: usize>(sentences: &[&str]) -> [u16; COUNT] {
    let (mut lengths, mut at) = ([0; COUNT], 0);
    while at < sentences.len() {
        let length = sentences[at].len();
        if length > u16::MAX as usize {
            panic!("a sentence is too long");
        }
        lengths[at] = length as u16;
        at += 1;
    }
    lengths
}
