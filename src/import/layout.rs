//! Writes a catalogue as compact JSON with one line per provider and per service, so that versions can be compared.

use serde::Serialize;

use crate::domain::catalogue::{CatalogueFile, ProviderFile};

/// The text of a catalogue. Equal catalogues give equal text.
pub fn layout(file: &CatalogueFile) -> String {
    let empty = CatalogueFile { providers: Vec::new(), ..file.clone() };
    let mut text = without_end(&json(&empty)).to_owned();
    for (count, provider) in file.providers.iter().enumerate() {
        text.push_str(if count == 0 { "\n" } else { ",\n" });
        let empty = ProviderFile { services: Vec::new(), ..provider.clone() };
        text.push_str(without_end(&json(&empty)));
        let services: Vec<String> = provider.services.iter().map(json).collect();
        if !services.is_empty() {
            text.extend(["\n", &services.join(",\n"), "\n"]);
        }
        text.push_str("]}");
    }
    text.push_str("\n]}\n");
    text
}

/// An object whose last field is an empty list, without the final `]}`, so that rows can be appended.
fn without_end(text: &str) -> &str {
    text.strip_suffix("]}").unwrap_or(text)
}

fn json(part: &impl Serialize) -> String {
    // Cannot fail: it writes to memory, and every key is text.
    serde_json::to_string(part).unwrap_or_default()
}
