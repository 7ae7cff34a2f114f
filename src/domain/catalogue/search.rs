//! Finds providers and services by the words that an applicant types.

use super::vocabulary::{NO_MATCH, Vocabulary};
use super::{Catalogue, Hit};
use crate::domain::scheme::{Lang, fold};

/// More words than this are not looked at.
const MAX_WORDS: usize = 12;

/// What a word of the provider costs more than one of the service itself.
const INHERITED: u8 = 3;

/// The words of a catalogue, made ready for searching once.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    vocabulary: Vocabulary,
    /// In the order of the catalogue: each provider, then its services.
    entries: Vec<Entry>,
    /// Numbers of the words of all entries, one entry after the other.
    words: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    hit: Hit,
    words_end: usize,
    without_kvk: bool,
}

/// What is shown of all that matches.
#[derive(Clone, Copy)]
struct Scope {
    limit: usize,
    without_kvk_only: bool,
    include_providers: bool,
}

impl SearchIndex {
    /// Reads the names and aliases of a catalogue, in both languages.
    pub fn new(catalogue: &Catalogue) -> Self {
        let mut index = Self::default();
        for (place, provider) in catalogue.providers().iter().enumerate() {
            let services = provider.services();
            let names = [provider.name(Lang::Nl), provider.name(Lang::En), &provider.aliases().join(" ")].join(" ");
            let without_kvk = services.iter().any(|service| service.is_usable_without_kvk());
            index.add(Hit::Provider(place), without_kvk, &names);
            for (at, service) in services.iter().enumerate() {
                let names = [service.name(Lang::Nl), service.name(Lang::En)].join(" ");
                index.add(Hit::Service(place, at), service.is_usable_without_kvk(), &names);
            }
        }
        index.vocabulary.finish();
        index
    }

    /// What matches every word of the query, best first: providers of exactly those words, then by how well the
    /// words match, then in the order of the catalogue. A service also answers to the words of its provider.
    /// Typing errors are forgiven where nothing matches without. A query without words finds everything.
    pub fn search(&self, query: &str, limit: usize, without_kvk_only: bool, include_providers: bool) -> Vec<Hit> {
        let scope = Scope { limit, without_kvk_only, include_providers };
        let query = fold(query);
        let typed: Vec<&str> = words_of(&query).take(MAX_WORDS).collect();
        let mut costs: Vec<Vec<u8>> = typed.iter().map(|word| self.vocabulary.costs(word, false)).collect();
        let mut hits = self.best(&costs, scope);
        // A word may be right and yet not the one that was meant.
        let is_each_known = costs.iter().all(|costs| costs.iter().any(|cost| *cost != NO_MATCH));
        if hits.is_empty() && is_each_known {
            costs = typed.iter().map(|word| self.vocabulary.costs(word, true)).collect();
            hits = self.best(&costs, scope);
        }
        hits
    }

    fn add(&mut self, hit: Hit, without_kvk: bool, names: &str) {
        let start = self.words.len();
        let names = fold(names);
        for word in words_of(&names) {
            self.add_word(start, word);
        }
        // "e-loket" is also looked for as "eloket".
        for joined in names.split_whitespace().filter(|part| part.contains('-')) {
            let joined: String = joined.chars().filter(|letter| letter.is_alphanumeric()).collect();
            self.add_word(start, &joined);
        }
        self.entries.push(Entry { hit, words_end: self.words.len(), without_kvk });
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

    /// One pass over the entries, keeping the best in order.
    fn best(&self, costs: &[Vec<u8>], scope: Scope) -> Vec<Hit> {
        let mut best: Vec<(u32, Hit)> = Vec::new();
        let mut provider_costs = vec![NO_MATCH; costs.len()];
        let mut start = 0;
        for entry in &self.entries {
            let words = self.words.get(start..entry.words_end).unwrap_or_default();
            start = entry.words_end;
            let is_provider = matches!(entry.hit, Hit::Provider(_));
            // Where a provider and a service match alike, the provider stands first.
            let mut total = u32::from(!is_provider && !costs.is_empty());
            let mut matches_all = true;
            for (costs, provider_cost) in costs.iter().zip(&mut provider_costs) {
                let own = words.iter().filter_map(|word| costs.get(*word as usize)).min().copied().unwrap_or(NO_MATCH);
                let cost = if is_provider { own } else { own.min(provider_cost.saturating_add(INHERITED)) };
                if is_provider {
                    *provider_cost = own;
                }
                matches_all &= cost != NO_MATCH;
                total += u32::from(cost);
            }
            let is_asked = (scope.include_providers || !is_provider) && (entry.without_kvk || !scope.without_kvk_only);
            if matches_all && is_asked {
                let at = best.partition_point(|(cost, _)| *cost <= total);
                if at < scope.limit {
                    best.truncate(scope.limit - 1);
                    best.insert(at, (total, entry.hit));
                }
            }
        }
        best.into_iter().map(|(_, hit)| hit).collect()
    }
}

/// The words of a folded text.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}
