//! The rooms of the code: each uses exactly the rooms that the table allows, and no files import each other in a circle.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use circles::Crate;
use source::{Mention, Source};

#[path = "architecture/circles.rs"]
mod circles;
#[path = "architecture/source.rs"]
mod source;

/// Every room and the rooms that it uses; `domain` means all rooms of that half.
const ROOMS: &[(&str, &str)] = &[
    ("domain::rules", ""),
    ("domain::wire", "rules"),
    ("domain::scheme", "wire rules"),
    ("domain::catalogue", "wire rules scheme"),
    ("domain::offer", "wire rules scheme"),
    // rules: answers are read and set by their `Place`.
    ("domain::draft", "wire rules scheme"),
    // draft: what was looked up becomes answers.
    ("domain::lookup", "wire draft"),
    // draft: it is what is handed over.
    ("domain::handover", "wire rules scheme draft"),
    ("domain::application", "rules scheme catalogue offer draft"),
    // scheme: a key is a `Uuid`. rules: the remarks of a backend name places and rules.
    ("domain::submission", "wire rules scheme application"),
    // application: which screens apply follows from its `Requirements`.
    ("domain::journey", "rules scheme draft application"),
    // journey: a language has words for its screens and choices.
    ("domain::texts", "rules scheme journey"),
    // offer: it says what must be covered.
    ("domain::redaction", "scheme offer"),
    ("domain::verdict", "wire rules scheme catalogue offer draft application"),
    // Behind a feature of its own: no wizard reads XML.
    ("import", "domain"),
    // Behind a feature of its own too: it knows nothing of applications.
    ("pdf", ""),
    ("web::dom", ""),
    ("web::kit", "dom"),
    ("web::wizard", "domain"),
    ("web::redactor", "domain dom kit wizard"),
    ("web::screens", "domain dom kit wizard redactor"),
    ("web::browser", "domain wizard"),
    ("web::element", "domain dom kit wizard screens browser"),
];

/// Prefixes of names that the pure half may not use: the browser, clocks, async code, thread-local state, and assertions
/// that only some builds have.
const NOT_PURE: &[&str] = &[
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "SystemTime",
    "Instant",
    "async",
    "thread_local",
    "debug_assert",
];

/// Prefixes of names that only `dom`, `browser` and `element` may use.
const RAW_BROWSER: &[&str] = &["JsValue", "js_sys", "gloo"];

const MAX_LINES: usize = 300;

/// Tables of texts may be longer: readers look things up in them.
const LONG: &[&str] = &[
    "src/domain/rules/rule.rs",
    "src/domain/texts/en/questions.rs",
    "src/domain/texts/nl/questions.rs",
    "src/domain/texts/phrase.rs",
];

/// The module of a file, from the root of its crate, whose folder is `top`: `src/`, or that of a program.
fn module<'a>(file: &'a str, top: &str) -> Vec<&'a str> {
    let module: Vec<&str> = file.trim_start_matches(top).trim_end_matches(".rs").split('/').collect();
    match module.as_slice() {
        ["lib" | "main"] => Vec::new(),
        [above @ .., "mod"] => above.to_vec(),
        _ => module,
    }
}

/// The files of the library and of each program except the widget, read once for all tests.
static CRATES: LazyLock<Vec<Vec<Source>>> = LazyLock::new(|| {
    let is_of = |file: &str, top: &str| top != "src/" || !(file.starts_with("src/bin/") || file == "src/main.rs");
    let parse = |top: &&str| {
        let own = files(top, "rs").into_iter().filter(|file| is_of(file, top));
        own.map(|file| Source::parse(&file, &module(&file, top), &read(&file))).collect()
    };
    let programs = PROGRAMS.iter().map(|(folder, _)| folder);
    let crates: Vec<Vec<Source>> = ["src/"].iter().chain(programs).map(parse).collect();
    assert!(crates.iter().all(|sources| sources.len() > 1), "the source code was not found");
    crates
});

/// The forbidden uses in a file of the library, each with file and line.
fn faults(source: &Source) -> Vec<String> {
    let file = &source.file;
    let module: Vec<&str> = source.module.iter().map(String::as_str).collect();
    let room = match module.as_slice() {
        [] | ["domain" | "web"] => return Vec::new(),
        [half @ ("domain" | "web"), name, ..] => format!("{half}::{name}"),
        [name, ..] => (*name).to_owned(),
    };
    let Some((_, allowed)) = ROOMS.iter().find(|(known, _)| *known == room) else {
        return vec![format!("{file}: {room} is not in the table of rooms (tests/architecture.rs)")];
    };
    let mut faults = BTreeSet::new();
    for mention in &source.mentions {
        let (line, path) = (mention.line, &mention.path);
        let depth = if ["import", "pdf"].contains(&path[0].as_str()) { 1 } else { 2 };
        let target = path.iter().take(depth).map(String::as_str).collect::<Vec<_>>().join("::");
        if path.len() < depth || path[depth - 1] == "*" {
            faults.insert((line, format!("name one room per use, not `{}`", path.join("::"))));
        } else if target != room && !allowed.split(' ').any(|used| target.split("::").any(|part| part == used)) {
            faults.insert((line, format!("{room} may not use {target}")));
        }
    }
    let forbidden = match room.as_str() {
        "web::dom" | "web::browser" | "web::element" => &[],
        name if !name.starts_with("web::") => NOT_PURE,
        _ => RAW_BROWSER,
    };
    let words = source.words.iter().filter(|(_, word)| forbidden.iter().any(|name| word.starts_with(name)));
    faults.extend(words.map(|(line, word)| (*line, format!("{room} names {word}"))));
    if room.starts_with("domain::") {
        let conditions = source.conditions.iter().filter(|(_, condition)| condition != "feature = \"schema\"");
        faults.extend(conditions.map(|(line, condition)| (*line, format!("{room} depends on cfg({condition})"))));
    }
    faults.into_iter().map(|(line, fault)| format!("{file}:{line}: {fault}")).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files with this extension under a folder, as paths from the root of the package; none if the folder does not exist.
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
    assert_none(&CRATES[0].iter().flat_map(faults).collect::<Vec<_>>());
}

#[test]
fn each_room_uses_every_room_of_its_row() {
    for (room, uses) in ROOMS {
        let own: Vec<&str> = room.split("::").collect();
        let sources = CRATES[0].iter().filter(|source| own.iter().eq(source.module.iter().take(own.len())));
        let used: BTreeSet<&str> = sources
            .flat_map(|source| &source.mentions)
            .flat_map(|used| used.path.iter().take(2))
            .map(String::as_str)
            .collect();
        let unused = uses.split_whitespace().filter(|name| !used.contains(name));
        assert_eq!(unused.collect::<Vec<_>>(), Vec::<&str>::new(), "unused by {room}: remove from the table");
    }
}

#[test]
fn only_preludes_of_libraries_are_imported_by_glob() {
    let globs = |source: &Source| {
        source.globs.iter().map(|(line, glob)| format!("{}:{line}: {glob}", source.file)).collect::<Vec<_>>()
    };
    assert_none(&CRATES.iter().flatten().flat_map(globs).collect::<Vec<_>>());
    let found = |text: &str| globs(&Source::parse("src/a.rs", &["a"], text));
    let bad = ["use super::*;", "use crate::domain::rules::*;", "pub use b::*; mod b;", "use crate::b::prelude::*;"];
    assert!(bad.iter().all(|text| found(text).len() == 1));
    assert_eq!(found("use leptos::prelude::*;"), Vec::<String>::new());
}

#[test]
fn a_room_uses_only_rooms_above_it_in_the_table() {
    for (i, (room, uses)) in ROOMS.iter().enumerate() {
        assert!(ROOMS[..i].iter().all(|(above, _)| above != room), "{room} is in the table twice");
        let is_above = |used: &str| ROOMS[..i].iter().any(|(above, _)| above.split("::").any(|part| part == used));
        let below = uses.split_whitespace().filter(|used| !is_above(used));
        assert_eq!(below.collect::<Vec<_>>(), Vec::<&str>::new(), "below {room}");
    }
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    assert_none(&CRATES.iter().flat_map(|sources| Crate::of(sources).circles()).collect::<Vec<_>>());
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    let circles = |texts: [(&str, &str); 3]| {
        let sources = texts.map(|(file, text)| Source::parse(file, &module(file, "src/"), text));
        Crate::of(&sources).circles().into_iter().collect::<Vec<_>>()
    };
    let facade = ("src/a/mod.rs", "mod b;\nmod c;\npub use b::B;\npub use c::C;");
    let found = ["src/a/b.rs:1 → src/a/c.rs:1 → src/a/b.rs".to_owned()];
    let written = [
        ("use super::C;\npub struct B;", "use crate::a::B; codes! { pub enum C {} }"),
        ("use super::c as other; pub struct B(other::C);", "use super::{b::B as D, c};\npub struct C;"),
        ("use crate::a; pub struct B(a::C);", "fn f() { say!(crate::a::B::new()); }\npub struct C;"),
        ("use crate::a; pub struct B(a::C);", "macro_rules! m { () => { $crate::a::B } }\npub struct C;"),
    ];
    for (b, c) in written {
        assert_eq!(circles([facade, ("src/a/b.rs", b), ("src/a/c.rs", c)]), found, "{b} {c}");
    }
    // One direction is no circle; and a `mod.rs` with code of its own is a file like any other.
    assert!(
        circles([facade, ("src/a/b.rs", "use super::C;\npub struct B;"), ("src/a/c.rs", "pub struct C;")]).is_empty()
    );
    let with_code = ("src/a/mod.rs", "mod b;\npub use b::B;\npub struct C;");
    let other = ("src/a/d.rs", "use super::B;");
    let found = circles([with_code, ("src/a/b.rs", "use super::C;\npub struct B;"), other]);
    assert_eq!(found, ["src/a/b.rs:1 → src/a/mod.rs:2 → src/a/b.rs"]);
}

#[test]
fn each_program_uses_only_the_parts_of_the_library_that_it_needs() {
    for ((folder, allowed), sources) in PROGRAMS.iter().zip(&CRATES[1..]) {
        let mentions = |part: &str| sources.iter().any(|source| source.library.iter().any(|used| used.path[0] == part));
        assert!(allowed.iter().all(|part| mentions(part)), "{folder} does not use all of {allowed:?}");
        let outside = |source: &Source| {
            let others = source.library.iter().filter(|mention| !allowed.contains(&mention.path[0].as_str()));
            let fault = |mention: &Mention| format!("{}:{}: {}", source.file, mention.line, mention.path.join("::"));
            others.map(fault).collect::<Vec<_>>()
        };
        assert_none(&sources.iter().flat_map(outside).collect::<Vec<_>>());
    }
}

/// The folders of the programs except the widget, each a crate of its own, and the parts of the library that they use.
const PROGRAMS: &[(&str, &[&str])] = &[
    ("src/bin/check/", &["domain", "import"]),
    ("src/bin/intake/", &["domain", "pdf"]),
    ("src/bin/pdf/", &["pdf"]),
    ("src/bin/rules/", &["domain"]),
];

/// The roots of the library and of every program.
const ROOTS: &[&str] = &[
    "src/lib.rs",
    "src/main.rs",
    "src/bin/check/main.rs",
    "src/bin/intake/main.rs",
    "src/bin/pdf/main.rs",
    "src/bin/rules/main.rs",
];

/// The roots of the programs that are WebAssembly modules without imports.
const MODULES: &[&str] = &["src/bin/pdf/main.rs", "src/bin/rules/main.rs"];

#[test]
fn only_the_exported_functions_of_the_modules_may_be_unsafe() {
    let forbids = |root: &&&str| read(root).contains("#![forbid(unsafe_code)]");
    assert_eq!(ROOTS.iter().filter(|root| !forbids(root)).collect::<Vec<_>>(), MODULES.iter().collect::<Vec<_>>());
    let uses = |source: &&Source| {
        let words = &source.words;
        let is_name = |at: usize| words.get(at + 1).is_some_and(|(_, next)| next == "no_mangle");
        let is_allowed = |at: usize| MODULES.contains(&source.file.as_str()) && is_name(at);
        (0..words.len()).any(|at| words[at].1 == "unsafe" && !is_allowed(at))
    };
    let found = CRATES.iter().flatten().filter(uses).map(|source| source.file.clone());
    assert_none(&found.collect::<Vec<_>>());
    let programs = files("src/bin", "rs").into_iter().filter(|file| file.ends_with("/main.rs")).count();
    assert_eq!((programs + 2, programs), (ROOTS.len(), PROGRAMS.len()), "a program is missing from a list");
}

#[test]
fn each_style_sheet_of_a_room_belongs_to_a_file_of_that_name() {
    let sheets: Vec<String> =
        ["style/kit", "style/redactor", "style/screens"].iter().flat_map(|folder| files(folder, "css")).collect();
    let code = |sheet: &str| sheet.replacen("style/", "src/web/", 1).replace(".css", "");
    let has_code = |base: &str| [".rs", "/mod.rs"].iter().any(|end| root().join(format!("{base}{end}")).is_file());
    assert_none(&sheets.into_iter().filter(|sheet| !has_code(&code(sheet))).collect::<Vec<_>>());
}

/// Files of the kit without a control: the list of modules, and what controls share.
const NO_CONTROLS: &[&str] = &["src/web/kit/field.rs", "src/web/kit/mod.rs"];

#[test]
fn each_control_passes_the_suite_of_the_kit() {
    let list = read("tests/browser/kit/mod.rs");
    let fault = |file: &String| {
        let name = file.rsplit('/').next().unwrap().trim_end_matches(".rs");
        let test = format!("tests/browser/kit/{name}.rs");
        let text = fs::read_to_string(root().join(&test)).unwrap_or_default();
        let asks = read(file).contains("FieldWords");
        let call = if asks { "suite!(question: " } else { "suite!(control: " };
        if !text.lines().any(|line| line.trim_start().starts_with(call)) {
            return Some(format!("{file}: {test} does not call `{call}…)`"));
        }
        (!list.lines().any(|line| line == format!("mod {name};"))).then(|| format!("{test} is not in mod.rs"))
    };
    let controls: Vec<String> =
        files("src/web/kit", "rs").into_iter().filter(|file| !NO_CONTROLS.contains(&file.as_str())).collect();
    assert!(controls.len() > 10, "the kit was not found");
    assert_none(&controls.iter().filter_map(fault).collect::<Vec<_>>());
}

#[test]
fn no_source_file_is_too_long() {
    let long: Vec<String> =
        files("src", "rs").into_iter().filter(|file| read(file).lines().count() > MAX_LINES).collect();
    assert_eq!(
        long, LONG,
        "exactly the files of `LONG` have over {MAX_LINES} lines; split others, unlist shorter ones"
    );
}

#[test]
fn a_forbidden_use_is_found_however_it_is_written() {
    let found_in = |file: &str, text: &str| faults(&Source::parse(file, &module(file, "src/"), text));
    let bad = [
        ("use crate::domain::texts::Texts;", "domain::scheme may not use domain::texts"),
        ("use crate::{\n    domain::{rules::Rule, draft as other},\n};", "domain::scheme may not use domain::draft"),
        ("fn f() { let x = crate::web::kit::x(); }", "domain::scheme may not use web::kit"),
        ("fn f() { say!(\"{}\", [crate::web::kit::x()]); }", "domain::scheme may not use web::kit"),
        ("macro_rules! m { () => { $crate::web::kit::x() } }", "domain::scheme may not use web::kit"),
        ("use super::super::journey::Screen;", "domain::scheme may not use domain::journey"),
        ("mod inner { use super::super::super::texts; }", "domain::scheme may not use domain::texts"),
        ("use crate::domain;", "name one room per use, not `domain`"),
        ("use super::super::*;", "name one room per use, not `domain::*`"),
        ("#[cfg(feature = \"web\")]\nfn f() {}", "domain::scheme depends on cfg(feature = \"web\")"),
        ("#[cfg(target_arch = \"wasm32\")]\nfn f() {}", "domain::scheme depends on cfg(target_arch = \"wasm32\")"),
        ("#[cfg_attr(target_family = \"wasm\", inline)]\nfn f() {}", "depends on cfg(target_family = \"wasm\")"),
        ("fn f() -> bool { cfg!(not(unix)) }", "depends on cfg(not (unix))"),
        ("fn f() { debug_assert!(true); }", "domain::scheme names debug_assert"),
        ("use web_sys::File;", "domain::scheme names web_sys"),
        ("use crate::import::import;", "domain::scheme may not use import"),
    ];
    for (source, message) in bad {
        let found = found_in("src/domain/scheme/date.rs", &format!("//! Made up: crate::web::kit.\n{source}"));
        assert!(found.len() == 1 && found[0].contains("date.rs:") && found[0].contains(message), "{source}: {found:?}");
    }
    assert_eq!(
        found_in("src/web/kit/a.rs", "\n\nuse crate::domain::rules::Rule;")[0].split(": ").next(),
        Some("src/web/kit/a.rs:3")
    );
    assert_eq!(found_in("src/domain/new/mod.rs", "").len(), 1);
    let good = "pub(in crate::domain) struct A<'a>(&'a str); pub(crate) fn f(self) {}\n\
        use crate::domain::rules::{self, Rule};\nuse super::text::Text; // crate::web::kit\n\
        const B: &str = \"crate::web::kit\"; const C: &str = r#\"crate::\"web::kit\"#; const D: char = '\"';\n\
        mod inner { use super::super::text; } use super::text as other; /* crate::web */ use std::fmt;";
    assert_eq!(found_in("src/domain/scheme/date.rs", good), Vec::<String>::new());
}
