//! Circles of files that import each other.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Source;

/// The files of one crate, by their modules.
pub struct Crate<'a> {
    modules: BTreeMap<&'a [String], &'a Source>,
}

impl<'a> Crate<'a> {
    pub fn of(sources: &'a [Source]) -> Self {
        Self { modules: sources.iter().map(|source| (source.module.as_slice(), source)).collect() }
    }

    /// The file that defines what a path names, followed through re-exports; `None` for a module that only declares.
    fn definer(&self, path: &[String], depth: usize) -> Option<&'a Source> {
        let known = (0..=path.len()).rev().find(|length| self.modules.contains_key(&path[..*length]))?;
        let source = self.modules[&path[..known]];
        let Some(name) = path.get(known).filter(|name| *name != "*") else {
            return Some(source).filter(|source| !source.is_facade);
        };
        if source.definitions.contains(name) || depth == 0 {
            return Some(source);
        }
        let named = source.imports.iter().find(|(known, _)| known == name).map(|(_, target)| target.clone());
        if let Some(target) = named {
            return self.definer(&[target.as_slice(), &path[known + 1..]].concat(), depth - 1);
        }
        assert!(!source.is_facade, "{}: where is {name} defined?", source.file);
        Some(source)
    }

    /// Each file with the files that it imports from, and the line of the first import.
    fn uses(&self) -> BTreeMap<&'a str, BTreeMap<&'a str, usize>> {
        let mut uses: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
        for source in self.modules.values().filter(|source| !source.is_facade) {
            let used = uses.entry(source.file.as_str()).or_default();
            for mention in &source.mentions {
                if let Some(target) = self.definer(&mention.path, 8).filter(|target| target.file != source.file) {
                    used.entry(target.file.as_str()).or_insert(mention.line);
                }
            }
        }
        uses
    }

    /// The shortest circle through each file that is in one, as `a.rs:3 → b.rs:5 → a.rs`.
    pub fn circles(&self) -> BTreeSet<String> {
        let uses = self.uses();
        let circle = |start: &'a str| {
            let mut ways: Vec<Vec<&str>> = vec![vec![start]];
            let mut seen = BTreeSet::new();
            while !ways.is_empty() {
                let mut longer = Vec::new();
                for way in ways {
                    for next in uses.get(way[way.len() - 1]).into_iter().flat_map(BTreeMap::keys) {
                        let way = [way.as_slice(), &[*next]].concat();
                        if *next == start {
                            return Some(way);
                        }
                        if seen.insert(*next) {
                            longer.push(way);
                        }
                    }
                }
                ways = longer;
            }
            None
        };
        uses.keys().filter_map(|start| circle(start)).map(|way| write(&way, &uses)).collect()
    }
}

/// Starts at the first file by name, so that a circle reads the same from each of its files.
fn write(way: &[&str], uses: &BTreeMap<&str, BTreeMap<&str, usize>>) -> String {
    let first = (0..way.len()).min_by_key(|at| way[*at]).unwrap_or_default();
    let way: Vec<&str> = (0..way.len()).map(|at| way[(first + at) % (way.len() - 1)]).collect();
    let step = |pair: &[&str]| format!("{}:{} → ", pair[0], uses[pair[0]][pair[1]]);
    way.windows(2).map(step).chain(way.last().map(|last| (*last).to_owned())).collect()
}
