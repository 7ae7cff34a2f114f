//! `check rules`: every rule, with what it asks, why, its source, and what the applicant reads.

use std::path::Path;

use eherkenning_wizard::domain::rules::Rule;
use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::domain::texts::texts;
use serde_json::json;

use super::files::{Done, Ended, pretty, print, write};

const INTRODUCTION: &str = "\
# Rules

Every rule that an application can break, by its code in the issues. What a rule asks is told as it should be; `limit`
is what an issue names in its `params`. This page is written by `check rules --write docs/rules.md`, from
`src/domain/rules/rule.rs`.

The wizard and every backend raise the same rules. Only who has the bytes of a document can raise those about its
content; the cases of [tests/conformance](../tests/conformance/README.md) show all others, on both sides of their edge.
";

/// The headings, each with its first rule.
const PARTS: &[(Rule, &str)] = &[
    (Rule::Required, "Every answer"),
    (Rule::KvkNumberShape, "Formats"),
    (Rule::LevelNotOffered, "The organisation, and what the means is for"),
    (Rule::UserMustApply, "People"),
    (Rule::ExtractTooOld, "Proof of authority"),
    (Rule::TermNotOffered, "The contract"),
    (Rule::DocumentMissing, "Documents"),
    (Rule::ConsentVersion, "Consents and signatures"),
    (Rule::FormatUnknown, "The application as a whole"),
];

/// What the documentation of a rule says.
struct Described {
    asks: &'static str,
    why: &'static str,
    source: &'static str,
}

impl Described {
    fn of(rule: Rule) -> Result<Self, String> {
        let parts = rule.doc().split_once(" Why: ").and_then(|(asks, rest)| {
            rest.split_once(" Source: ").map(|(why, source)| Self { asks: asks.trim(), why, source })
        });
        let whole = parts.filter(|parts| [parts.asks, parts.why, parts.source].iter().all(|part| !part.is_empty()));
        whole.ok_or_else(|| format!("{} does not say what it asks, `Why: ` and `Source: `", rule.code()))
    }
}

/// Prints the rules as Markdown or JSON, or writes the Markdown to a file.
pub fn list(json: bool, file: Option<&Path>) -> Done {
    match (json, file) {
        (true, _) => print(&as_json()?)?,
        (false, Some(file)) => write(file, &as_markdown()?)?,
        (false, None) => print(&as_markdown()?)?,
    }
    Ok(Ended::Right)
}

fn as_markdown() -> Result<String, String> {
    let mut page = INTRODUCTION.to_owned();
    for rule in Rule::ALL {
        if let Some((_, heading)) = PARTS.iter().find(|(first, _)| first == rule) {
            page += &format!("\n## {heading}\n\n| code | asks | why | source | the applicant reads |\n");
            page += "| --- | --- | --- | --- | --- |\n";
        }
        let Described { asks, why, source } = Described::of(*rule)?;
        let [nl, en] = [Lang::Nl, Lang::En].map(|lang| (texts(lang).rule)(*rule));
        page += &format!("| `{}` | {asks} | {why} | {source} | *{nl}*<br>*{en}* |\n", rule.code());
    }
    Ok(page)
}

fn as_json() -> Result<String, String> {
    let rule = |rule: &Rule| {
        let Described { asks, why, source } = Described::of(*rule)?;
        let [nl, en] = [Lang::Nl, Lang::En].map(|lang| (texts(lang).rule)(*rule));
        Ok(json!({ "code": rule.code(), "asks": asks, "why": why, "source": source, "nl": nl, "en": en }))
    };
    pretty(&Rule::ALL.iter().map(rule).collect::<Result<Vec<_>, String>>()?)
}
