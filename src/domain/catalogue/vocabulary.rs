//! Every word of the catalogue once, and how well a typed word matches each.

/// The word does not match.
pub(super) const NO_MATCH: u8 = u8::MAX;

const EXACT: u8 = 0;
const BEGINS: u8 = 2;
const INSIDE: u8 = 4;
const ONE_ERROR: u8 = 6;
const TWO_ERRORS: u8 = 8;
const HOLDS: u8 = 10;

const FREE: u32 = u32::MAX;

/// Distinct words, numbered from 0, stored in one string.
///
/// Names share most of their words, so a typed word is compared once with each word instead of once with each name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Vocabulary {
    text: String,
    ends: Vec<usize>,
    /// Hash table of word numbers; a power of two in length, and never full.
    slots: Vec<u32>,
}

impl Vocabulary {
    /// The number of a word; a new word is added.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(word);
        let number = u32::try_from(self.ends.len()).unwrap_or(FREE);
        match self.slots.get_mut(slot) {
            Some(taken) if *taken == FREE => *taken = number,
            Some(taken) => return *taken,
            None => return FREE,
        }
        self.text.push_str(word);
        self.ends.push(self.text.len());
        number
    }

    /// The number of a word, if it has one.
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        self.slots.get(self.slot(word)).filter(|number| **number != FREE).map(|number| *number as usize)
    }

    /// Frees the hash table, which is only needed for adding and finding words.
    pub(super) fn finish(&mut self) {
        self.slots = Vec::new();
    }

    /// The cost of each word as a match of the typed word, by number.
    ///
    /// Typing errors are tolerated when nothing matches without them, or when `forgiving`.
    pub(super) fn costs(&self, typed: &str, forgiving: bool) -> Vec<u8> {
        let typed = typed.as_bytes();
        let mut costs: Vec<u8> = self.words().map(|word| plain_cost(typed, word.as_bytes())).collect();
        if forgiving || costs.iter().all(|cost| *cost == NO_MATCH) {
            for (cost, word) in costs.iter_mut().zip(self.words()) {
                if *cost == NO_MATCH {
                    *cost = error_cost(typed, word.as_bytes());
                }
            }
        }
        costs
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(&0).chain(&self.ends);
        starts.zip(&self.ends).map(|(start, end)| self.text.get(*start..*end).unwrap_or_default())
    }

    fn word(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let end = self.ends.get(number).copied().unwrap_or_default();
        self.text.get(start..end).unwrap_or_default()
    }

    /// The slot of a word in the table, or the free slot where it belongs.
    fn slot(&self, word: &str) -> usize {
        let mask = self.slots.len().saturating_sub(1);
        let mut slot = fnv1a(FNV_START, word.as_bytes()) as usize & mask;
        while let Some(number) = self.slots.get(slot)
            && *number != FREE
            && self.word(*number) != word
        {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![FREE; (self.slots.len() * 2).max(64)];
        for number in (0..).take(self.ends.len()) {
            let slot = self.slot(self.word(number));
            if let Some(free) = self.slots.get_mut(slot) {
                *free = number;
            }
        }
    }
}

/// The hash of empty input.
pub(super) const FNV_START: u32 = 0x811c_9dc5;

/// Continues an FNV-1a hash: small, and good enough for a catalogue from a trusted supplier.
pub(super) fn fnv1a(sum: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(sum, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// Whether the word is what was typed, or begins with it or contains it.
fn plain_cost(typed: &[u8], word: &[u8]) -> u8 {
    match typed.len() {
        0 => NO_MATCH,
        _ if word == typed => EXACT,
        _ if word.starts_with(typed) => BEGINS,
        3.. if word.windows(typed.len()).any(|part| part == typed) => INSIDE,
        _ => NO_MATCH,
    }
}

/// Whether the word, or its beginning, differs from what was typed by a few errors, or is part of what was typed.
fn error_cost(typed: &[u8], word: &[u8]) -> u8 {
    // A letter that the word lacks is an error; this rules out most words without looking at the order of letters.
    let lacking = (letters(typed) & !letters(word)).count_ones();
    match typed.len() {
        4.. if lacking <= 1 && matches_but_for(typed, word, 1) => ONE_ERROR,
        8.. if lacking <= 2 && matches_but_for(typed, word, 2) => TWO_ERRORS,
        // Dutch has compound words: "belastingaangifte" should also find "belasting".
        8.. if word.len() > 4 && typed.windows(word.len()).any(|part| part == word) => HOLDS,
        _ => NO_MATCH,
    }
}

/// The letters of a word as bits; digits share bits with letters.
fn letters(word: &[u8]) -> u32 {
    word.iter().fold(0, |letters, byte| letters | 1 << (byte & 31))
}

/// Whether some prefix of the word is within this Damerau-Levenshtein distance of what was typed.
fn matches_but_for(typed: &[u8], word: &[u8], errors: u8) -> bool {
    let same = typed.iter().zip(word).take_while(|(left, right)| left == right).count();
    let (typed, word) = (typed.get(same..).unwrap_or_default(), word.get(same..).unwrap_or_default());
    if typed.len() <= usize::from(errors) {
        return true;
    }
    let Some(errors) = errors.checked_sub(1) else { return false };
    let typed_rest = typed.get(1..).unwrap_or_default();
    let word_rest = word.get(1..).unwrap_or_default();
    if let ([first, second, typed_rest @ ..], [other_first, other_second, word_rest @ ..]) = (typed, word)
        && first == other_second
        && second == other_first
        && matches_but_for(typed_rest, word_rest, errors)
    {
        return true;
    }
    let missed = !word.is_empty() && matches_but_for(typed, word_rest, errors);
    let wrong = !word.is_empty() && matches_but_for(typed_rest, word_rest, errors);
    missed || wrong || matches_but_for(typed_rest, word, errors)
}
