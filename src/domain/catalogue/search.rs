//! Finds providers and services by the words that an applicant types.

use super::vocabulary::{NO_MATCH, Vocabulary};
use super::{Catalogue, Hit};
use crate::domain::scheme::{Lang, fold};

/// Further words of a query are ignored.
const MAX_WORDS: usize = 12;

/// The extra cost of a word of the provider, compared with a word of the service itself.
const INHERITED: u8 = 3;

/// The cost of a word that does not match, when others do.
const MISSING: u32 = 24;

/// The index of a catalogue's words, built once.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    vocabulary: Vocabulary,
    /// In the order of the catalogue: each provider, then its services.
    entries: Vec<Entry>,
    /// Numbers of the words of all entries, one entry after the other.
    words: Vec<u32>,
    /// For each synonym, the words that an entry must have, and the words that it then gets.
    synonyms: Vec<(Vec<u32>, Vec<u32>)>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The best matches, in order.
    pub hits: Vec<Hit>,
    /// The number of matches, including these.
    pub total: usize,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    hit: Hit,
    words_end: usize,
    /// Whether an organisation in the trade register can use it.
    with_kvk: bool,
    /// Whether an organisation that is not in the trade register can use it.
    without_kvk: bool,
    /// How rarely it is chosen: 0 if the offer calls it popular, 1 if only its provider, 2 otherwise.
    rarity: u32,
    /// Of a service; 0 for a provider.
    level: u32,
}

/// The best matches found so far.
#[derive(Clone, Copy)]
struct Scope {
    limit: usize,
    without_kvk: bool,
    include_providers: bool,
    /// Whether matching some of the words is enough.
    some_words: bool,
}

impl SearchIndex {
    /// Reads the names and aliases of a catalogue, in all its languages.
    ///
    /// Each list of synonyms begins with a word or name of the catalogue, followed by what people type for it.
    /// `popular` names the providers and services that come first among equal matches.
    pub fn new(catalogue: &Catalogue, synonyms: &[Vec<String>], popular: &[String]) -> Self {
        let mut index = Self::default();
        for group in synonyms {
            let (mut known, mut typed) = (Vec::new(), Vec::new());
            for (at, text) in group.iter().enumerate() {
                for word in words_of(&fold(text)) {
                    let words = if at == 0 { &mut known } else { &mut typed };
                    words.push(index.vocabulary.number(word));
                }
            }
            if !known.is_empty() {
                index.synonyms.push((known, typed));
            }
        }
        let popular: Vec<Hit> = popular.iter().filter_map(|number| catalogue.place(number)).collect();
        for (place, provider) in catalogue.providers().iter().enumerate() {
            let services = provider.services();
            let names = [provider.name(Lang::Nl), provider.name(Lang::En), &provider.aliases().join(" ")].join(" ");
            let with_kvk = services.is_empty() || services.iter().any(|service| !service.refuses_kvk());
            let without_kvk = services.iter().any(|service| service.is_usable_without_kvk());
            let hit = Hit::Provider(place);
            index.add(Entry { hit, words_end: 0, with_kvk, without_kvk, rarity: 0, level: 0 }, &popular, &names);
            for (at, service) in services.iter().enumerate() {
                let names = [service.name(Lang::Nl), service.name(Lang::En), &service.aliases().join(" ")].join(" ");
                let entry = Entry {
                    hit: Hit::Service(place, at),
                    words_end: 0,
                    with_kvk: !service.refuses_kvk(),
                    without_kvk: service.is_usable_without_kvk(),
                    rarity: 0,
                    level: service.level().issued() as u32,
                };
                index.add(entry, &popular, &names);
            }
        }
        index.vocabulary.finish();
        index
    }

    /// The entries that match every word of the query, and that an organisation with or without a KvK number can use.
    ///
    /// Best first: providers named exactly so, then by quality of the match, then popular entries, then the other services
    /// of popular providers, then the lowest level, then in the order of the catalogue. A service also matches by the words
    /// of its provider. Typing errors are tolerated if nothing matches without them; if nothing matches every word, the
    /// entries that match most words are returned. A query without words returns everything.
    pub fn search(&self, query: &str, limit: usize, without_kvk: bool, include_providers: bool) -> Found {
        let mut scope = Scope { limit, without_kvk, include_providers, some_words: false };
        let query = fold(query);
        let typed: Vec<&str> = words_of(&query).take(MAX_WORDS).collect();
        let mut costs: Vec<Vec<u8>> = typed.iter().map(|word| self.vocabulary.costs(word, false)).collect();
        let mut found = self.best(&costs, scope);
        if found.hits.is_empty() && !typed.is_empty() {
            // A typed word may exist and still be a typing error.
            costs = typed.iter().map(|word| self.vocabulary.costs(word, true)).collect();
            found = self.best(&costs, scope);
        }
        if found.hits.is_empty() && typed.len() > 1 {
            scope.some_words = true;
            found = self.best(&costs, scope);
        }
        found
    }

    fn add(&mut self, entry: Entry, popular: &[Hit], names: &str) {
        let start = self.words.len();
        let names = fold(names);
        for word in words_of(&names) {
            self.add_word(start, word);
        }
        // "e-loket" is also searched as "eloket".
        for joined in names.split_whitespace().filter(|part| part.contains('-')) {
            let joined: String = joined.chars().filter(|letter| is_of_word(*letter)).collect();
            self.add_word(start, &joined);
        }
        let own_end = self.words.len();
        for (known, typed) in &self.synonyms {
            let own = self.words.get(start..own_end).unwrap_or_default();
            if known.iter().all(|word| own.contains(word)) {
                self.words.extend_from_slice(typed);
            }
        }
        let provider = match entry.hit {
            Hit::Provider(place) | Hit::Service(place, _) => Hit::Provider(place),
        };
        let rarity = if popular.contains(&entry.hit) { 0 } else { 2 - u32::from(popular.contains(&provider)) };
        self.entries.push(Entry { words_end: self.words.len(), rarity, ..entry });
    }

    fn add_word(&mut self, start: usize, word: &str) {
        if word.is_empty() {
            return;
        }
        let number = self.vocabulary.number(word);
        if !self.words.iter().skip(start).any(|other| *other == number) {
            self.words.push(number);
        }
    }

    /// One pass over the entries, collecting the best in order.
    fn best(&self, costs: &[Vec<u8>], scope: Scope) -> Found {
        let mut best: Vec<(u32, Hit)> = Vec::new();
        let mut total = 0;
        let mut provider_costs = vec![NO_MATCH; costs.len()];
        let mut start = 0;
        for entry in &self.entries {
            let words = self.words.get(start..entry.words_end).unwrap_or_default();
            start = entry.words_end;
            let is_provider = matches!(entry.hit, Hit::Provider(_));
            // If a provider and a service match equally well, the provider comes first.
            let mut cost_of_all = u32::from(!is_provider && !costs.is_empty());
            let mut missing = 0;
            for (costs, provider_cost) in costs.iter().zip(&mut provider_costs) {
                let own = words.iter().filter_map(|word| costs.get(*word as usize)).min().copied().unwrap_or(NO_MATCH);
                let cost = if is_provider { own } else { own.min(provider_cost.saturating_add(INHERITED)) };
                if is_provider {
                    *provider_cost = own;
                }
                missing += usize::from(cost == NO_MATCH);
                if missing > 0 && !is_provider && !scope.some_words {
                    break;
                }
                cost_of_all += if cost == NO_MATCH { MISSING } else { u32::from(cost) };
            }
            let matches = missing == 0 || scope.some_words && missing < costs.len();
            let is_usable = if scope.without_kvk { entry.without_kvk } else { entry.with_kvk };
            if matches && is_usable && (scope.include_providers || !is_provider) {
                total += 1;
                // Without a query the order of the catalogue is easier to read.
                let level = if costs.is_empty() { 0 } else { entry.level };
                let key = cost_of_all * 16 + entry.rarity * 4 + level;
                let at = best.partition_point(|(other, _)| *other <= key);
                if at < scope.limit {
                    best.truncate(scope.limit - 1);
                    best.insert(at, (key, entry.hit));
                }
            }
        }
        Found { hits: best.into_iter().map(|(_, hit)| hit).collect(), total }
    }
}

/// Whether a character is part of a word. Every character beyond Latin is, except the common punctuation of other
/// languages: Unicode's table of letters would cost 2 KB in the wizard.
fn is_of_word(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '\u{fffd}' => false,
        _ => true,
    }
}

/// The words of a folded text.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !is_of_word(letter)).filter(|word| !word.is_empty())
}
