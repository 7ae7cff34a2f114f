//! Text in Unicode normal form C, in which browsers send what was typed in the wizard. Source: UAX #15

use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};

/// Composes accents with their letters.
///
/// The iterator of the library does the same, but would add 68 KB of tables for other forms to `rules.wasm`.
pub(super) fn composed(text: &str) -> String {
    let mut apart = Vec::new();
    for c in text.chars() {
        decompose_canonical(c, |part| apart.push((canonical_combining_class(part), part)));
    }
    // Marks behind a letter are put in order; a class of zero is a letter.
    apart.chunk_by_mut(|_, (class, _)| *class != 0).for_each(|letter| letter.sort_by_key(|(class, _)| *class));
    let mut whole: Vec<char> = Vec::with_capacity(apart.len());
    let (mut letter, mut before) = (None, 0);
    for (class, part) in apart {
        let is_free = letter.is_some_and(|at: usize| at + 1 == whole.len() || before < class);
        let joined = letter.and_then(|at| compose(*whole.get(at)?, part)).filter(|_| is_free);
        if let (Some(place), Some(joined)) = (letter.and_then(|at| whole.get_mut(at)), joined) {
            *place = joined;
            continue;
        }
        if class == 0 {
            letter = Some(whole.len());
        }
        before = class;
        whole.push(part);
    }
    whole.into_iter().collect()
}
