//! A catalogue as text: compact, with one line for each provider and each service, so that versions can be compared.

use serde::Serialize;

use crate::domain::catalogue::{CatalogueFile, ProviderFile};

/// The text of a catalogue. The same catalogue always has the same text.
pub fn layout(file: &CatalogueFile) -> String {
    let bare = CatalogueFile { providers: Vec::new(), ..file.clone() };
    let mut text = open(&json(&bare)).to_owned();
    for (count, provider) in file.providers.iter().enumerate() {
        text.push_str(if count == 0 { "\n" } else { ",\n" });
        let bare = ProviderFile { services: Vec::new(), ..provider.clone() };
        text.push_str(open(&json(&bare)));
        let services: Vec<String> = provider.services.iter().map(json).collect();
        if !services.is_empty() {
            text.extend(["\n", &services.join(",\n"), "\n"]);
        }
        text.push_str("]}");
    }
    text.push_str("\n]}\n");
    text
}

/// Without the end of the list with which it ends.
fn open(text: &str) -> &str {
    text.strip_suffix("]}").unwrap_or(text)
}

fn json(part: &impl Serialize) -> String {
    // It cannot fail: it is written to memory, and every key is text.
    serde_json::to_string(part).unwrap_or_default()
}
