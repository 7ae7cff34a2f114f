//! The rooms of the code: each uses the rooms that the table allows, and no other.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::fs;
use std::path::{Path, PathBuf};

/// Every room and the rooms that it may use; `domain` stands for all rooms of that half.
const ROOMS: &[(&str, &str)] = &[
    ("domain::rules", ""),
    ("domain::scheme", "rules"),
    ("domain::catalogue", "rules scheme"),
    // Behind a feature of its own: no wizard reads XML.
    ("domain::official", "scheme catalogue"),
    // rules: an answer is read and given by its `Place`.
    ("domain::draft", "rules scheme"),
    ("domain::application", "rules scheme catalogue draft"),
    ("domain::answer", "rules scheme catalogue draft application"),
    // application: which screens apply follows from its `Requirements`. texts: see `CYCLE`.
    ("domain::journey", "rules scheme catalogue draft application texts"),
    ("domain::texts", "rules scheme catalogue journey"),
    // catalogue: the offer says what must be covered.
    ("domain::redaction", "rules scheme catalogue"),
    ("web::reactive", ""),
    ("web::kit", "reactive"),
    ("web::wizard", "domain reactive"),
    ("web::platform", "domain wizard"),
    ("web::redactor", "domain reactive kit wizard platform"),
    ("web::steps", "domain reactive kit wizard redactor"),
    ("web::embed", "domain reactive kit wizard redactor steps platform"),
];

/// The one use against the order of the table: the options of a question are `texts::Choice`, which names their words.
const CYCLE: (&str, &str) = ("domain::journey", "texts");

/// What the pure half may not name, by how it begins: the browser, a clock, work that waits, state of a thread.
const NOT_PURE: &[&str] =
    &["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo", "SystemTime", "Instant", "async", "thread_local"];

/// What stays in `platform` and `embed`.
const RAW_BROWSER: &[&str] = &["JsValue", "js_sys", "gloo"];

const MOST_LINES: usize = 400;

/// Files that may be longer: one list of sentences each, which is read by looking up, not from top to bottom.
const LONG: &[&str] = &["src/domain/texts/en/questions.rs", "src/domain/texts/nl/questions.rs"];

struct Token {
    text: String,
    line: usize,
}

/// Words, `::` and single signs; comments and texts are left out.
fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let is_word = |i: usize| at(i).is_alphanumeric() || at(i) == '_';
    let find = |from: usize, end: &str| {
        let end: Vec<char> = end.chars().collect();
        (from..chars.len()).find(|i| chars[*i..].starts_with(&end)).map_or(chars.len(), |i| i + end.len())
    };
    let (mut tokens, mut i, mut line) = (Vec::new(), 0, 1);
    while i < chars.len() {
        let start = i;
        let mut is_kept = false;
        match (at(i), at(i + 1)) {
            ('/', '/') => i = find(i, "\n"),
            ('/', '*') => i = find(i, "*/"),
            ('"', _) => {
                i += 1;
                while i < chars.len() && at(i) != '"' {
                    i += if at(i) == '\\' { 2 } else { 1 };
                }
                i += 1;
            }
            ('\'', '\\') => i = find(i + 3, "'"),
            ('\'', _) if at(i + 2) == '\'' => i += 3,
            _ if is_word(i) => {
                while is_word(i) {
                    i += 1;
                }
                let hashes = (i..).take_while(|i| at(*i) == '#').count();
                let prefix: String = chars[start..i].iter().collect();
                let is_raw_text = ["r", "br"].contains(&prefix.as_str()) && at(i + hashes) == '"';
                if is_raw_text {
                    i = find(i + hashes + 1, &format!("\"{}", "#".repeat(hashes)));
                }
                is_kept = !is_raw_text;
            }
            (sign, next) => {
                i += if (sign, next) == (':', ':') { 2 } else { 1 };
                is_kept = !sign.is_whitespace();
            }
        }
        i = i.min(chars.len());
        if is_kept {
            tokens.push(Token { text: chars[start..i].iter().collect(), line });
        }
        line += chars[start..i].iter().filter(|char| **char == '\n').count();
    }
    tokens
}

/// Reads one path with all its branches; gives the place behind it.
fn read_path(tokens: &[Token], mut i: usize, mut path: Vec<String>, found: &mut Vec<(usize, Vec<String>)>) -> usize {
    let text = |i: usize| tokens.get(i).map_or("", |token| token.text.as_str());
    let line = tokens.get(i).map_or(0, |token| token.line);
    loop {
        if text(i) == "{" {
            i += 1;
            while !["}", ""].contains(&text(i)) {
                i = read_path(tokens, i, path.clone(), found);
                i += usize::from(text(i) == ",");
            }
            return i + 1;
        }
        path.push(text(i).to_owned());
        i += 1;
        if text(i) != "::" {
            break;
        }
        i += 1;
    }
    i += if text(i) == "as" { 2 } else { 0 };
    path.truncate(if path.len() > 1 && path.ends_with(&["self".to_owned()]) { path.len() - 1 } else { path.len() });
    found.push((line, path));
    i
}

/// Every path in a module that begins at `crate`, `self` or `super`, written out from the root of the crate.
fn paths(tokens: &[Token], module: &[&str]) -> Vec<(usize, Vec<String>)> {
    let text = |i: usize| tokens.get(i).map_or("", |token| token.text.as_str());
    let mut module: Vec<(String, usize)> = module.iter().map(|name| ((*name).to_owned(), 0)).collect();
    let (mut all, mut i, mut depth) = (Vec::new(), 0, 0);
    while i < tokens.len() {
        let before = if i == 0 { "" } else { text(i - 1) };
        let is_path = ["crate", "self", "super"].contains(&text(i)) && before != "::";
        if !is_path || (before != "use" && text(i + 1) != "::") || (before == "in" && text(i.saturating_sub(2)) == "(")
        {
            match text(i) {
                "{" => depth += 1,
                "}" => {
                    depth -= 1;
                    module.retain(|(_, opened_at)| *opened_at <= depth);
                }
                "mod" if text(i + 2) == "{" => module.push((text(i + 1).to_owned(), depth + 1)),
                _ => {}
            }
            i += 1;
            continue;
        }
        let mut found = Vec::new();
        i = read_path(tokens, i, Vec::new(), &mut found);
        for (line, path) in found {
            let supers = path.iter().take_while(|part| ["self", "super"].contains(&part.as_str())).count();
            let ups = path[..supers].iter().filter(|part| *part == "super").count();
            let kept = if path[0] == "crate" { 0 } else { module.len().saturating_sub(ups) };
            let base = module[..kept].iter().map(|(name, _)| name.clone());
            all.push((line, base.chain(path[supers.max(usize::from(path[0] == "crate"))..].to_vec()).collect()));
        }
    }
    all
}

/// What is wrong in a file, each with file and line; `file` is its path from the top of the package.
fn faults(file: &str, source: &str) -> Vec<String> {
    let tokens = tokens(source);
    let module: Vec<&str> = file.trim_start_matches("src/").trim_end_matches(".rs").split('/').collect();
    let module = module.strip_suffix(&["mod"]).unwrap_or(&module);
    let [half, name, ..] = module else { return Vec::new() };
    let room = format!("{half}::{name}");
    let Some((_, allowed)) = ROOMS.iter().find(|(known, _)| *known == room) else {
        return vec![format!("{file}: {room} is not in the table of rooms (tests/architecture.rs)")];
    };
    let mut faults = Vec::new();
    for (line, path) in paths(&tokens, module) {
        let target = path.iter().take(2).map(String::as_str).collect::<Vec<_>>().join("::");
        if path.len() < 2 || path[1] == "*" {
            faults.push(format!("{file}:{line}: name one room per use, not `{}`", path.join("::")));
        } else if target != room && !allowed.split(' ').any(|used| path[..2].iter().any(|part| part == used)) {
            faults.push(format!("{file}:{line}: {room} may not use {target}"));
        }
    }
    let forbidden = match room.as_str() {
        "web::platform" | "web::embed" => &[],
        _ if *half == "domain" => NOT_PURE,
        _ => RAW_BROWSER,
    };
    let is_forbidden = |token: &&Token| forbidden.iter().any(|name| token.text.starts_with(name));
    faults.extend(
        tokens.iter().filter(is_forbidden).map(|token| format!("{file}:{}: {room} names {}", token.line, token.text)),
    );
    faults
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files with this ending under a folder, by their path from the top of the package; none if it is not there.
fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut folders: Vec<PathBuf> = vec![root().join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                files.push(path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    files.sort();
    files
}

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap()
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn each_room_uses_only_the_rooms_of_its_row() {
    let files: Vec<String> = ["src/domain", "src/web"].iter().flat_map(|half| files(half, "rs")).collect();
    assert!(files.len() > 20, "the source is not where it was looked for");
    assert_none(&files.iter().flat_map(|file| faults(file, &read(file))).collect::<Vec<_>>());
}

#[test]
fn a_room_uses_only_rooms_above_it_in_the_table() {
    for (i, (room, uses)) in ROOMS.iter().enumerate() {
        let is_above = |used: &str| ROOMS[..i].iter().any(|(above, _)| above.split("::").any(|part| part == used));
        let below = uses.split_whitespace().filter(|used| !is_above(used) && (*room, *used) != CYCLE);
        assert_eq!(below.collect::<Vec<_>>(), Vec::<&str>::new(), "below {room}");
    }
}

#[test]
fn programs_beside_the_widget_use_the_domain_only() {
    let outside = |file: &str| {
        let tokens = tokens(&read(file));
        let own = tokens.iter().enumerate().filter(|(_, token)| token.text == "eherkenning_wizard");
        let is_domain = |i: usize| tokens.get(i + 2).is_some_and(|token| token.text == "domain");
        own.filter(|(i, _)| !is_domain(*i)).map(|(_, token)| format!("{file}:{}", token.line)).collect::<Vec<_>>()
    };
    assert_none(&files("src/bin", "rs").iter().flat_map(|file| outside(file)).collect::<Vec<_>>());
}

/// The roots of the library and of every program.
const ROOTS: &[&str] =
    &["src/lib.rs", "src/main.rs", "src/bin/check/main.rs", "src/bin/intake/main.rs", "src/bin/rules/main.rs"];

#[test]
fn unsafe_is_forbidden_but_for_the_names_of_the_module() {
    let forbids = |root: &&&str| read(root).contains("#![forbid(unsafe_code)]");
    assert_eq!(ROOTS.iter().filter(|root| !forbids(root)).collect::<Vec<_>>(), [&"src/bin/rules/main.rs"]);
    let is_used = |file: &String| {
        let tokens = tokens(&read(file));
        let words = tokens.iter().enumerate().filter(|(_, token)| token.text == "unsafe");
        let is_name = |i: usize| tokens.get(i + 2).is_some_and(|token| token.text == "no_mangle");
        words.filter(|(i, _)| file != "src/bin/rules/main.rs" || !is_name(*i)).count() > 0
    };
    assert_none(&files("src", "rs").into_iter().filter(is_used).collect::<Vec<_>>());
    let programs = files("src/bin", "rs").into_iter().filter(|file| file.ends_with("/main.rs")).count();
    assert_eq!(programs + 2, ROOTS.len(), "a program is missing from `ROOTS`");
}

#[test]
fn each_style_sheet_of_a_room_belongs_to_a_file_of_that_name() {
    let sheets: Vec<String> =
        ["style/kit", "style/redactor", "style/steps"].iter().flat_map(|folder| files(folder, "css")).collect();
    let code = |sheet: &str| sheet.replacen("style/", "src/web/", 1).replace(".css", "");
    let has_code = |base: &str| [".rs", "/mod.rs"].iter().any(|end| root().join(format!("{base}{end}")).is_file());
    assert_none(&sheets.into_iter().filter(|sheet| !has_code(&code(sheet))).collect::<Vec<_>>());
}

#[test]
fn no_source_file_is_too_long() {
    let long: Vec<String> =
        files("src", "rs").into_iter().filter(|file| read(file).lines().count() > MOST_LINES).collect();
    assert_eq!(
        long, LONG,
        "exactly the files of `LONG` have over {MOST_LINES} lines; split others, unlist shorter ones"
    );
}

#[test]
fn a_forbidden_use_is_found_however_it_is_written() {
    let bad = [
        ("use crate::domain::texts::Texts;", "domain::scheme may not use domain::texts"),
        ("use crate::{\n    domain::{rules::Rule, draft as other},\n};", "domain::scheme may not use domain::draft"),
        ("fn f() { let x = crate::web::kit::x(); }", "domain::scheme may not use web::kit"),
        ("use super::super::journey::Screen;", "domain::scheme may not use domain::journey"),
        ("mod inner { use super::super::super::texts; }", "domain::scheme may not use domain::texts"),
        ("use crate::domain;", "name one room per use, not `domain`"),
        ("use super::super::*;", "name one room per use, not `domain::*`"),
        ("use web_sys::File;", "domain::scheme names web_sys"),
    ];
    for (source, message) in bad {
        let found = faults("src/domain/scheme/date.rs", &format!("//! Made up: crate::web::kit.\n{source}"));
        assert!(found.len() == 1 && found[0].contains("date.rs:") && found[0].contains(message), "{source}: {found:?}");
    }
    assert_eq!(
        faults("src/web/kit/a.rs", "\n\nuse crate::domain::rules::Rule;")[0].split(": ").next(),
        Some("src/web/kit/a.rs:3")
    );
    assert_eq!(faults("src/domain/new/mod.rs", "").len(), 1);
    let good = "pub(in crate::domain) struct A<'a>(&'a str); pub(crate) fn f(self) {}\n\
        use crate::domain::rules::{self, Rule};\nuse super::text::Text; // crate::web::kit\n\
        const B: &str = \"crate::web::kit\"; const C: &str = r#\"crate::\"web::kit\"#; const D: char = '\"';\n\
        mod inner { use super::super::text; } use super::text as other; /* crate::web */ use std::fmt;";
    assert_eq!(faults("src/domain/scheme/date.rs", good), Vec::<String>::new());
}
