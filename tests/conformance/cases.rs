//! The cases as they are written, and as runners get them: with all changes applied and complete verdicts.

use std::fs;
use std::path::PathBuf;

use super::json::Json;

/// A case as a runner gets it.
pub struct Case {
    /// What it shows.
    pub name: String,
    /// Its file.
    pub file: String,
    /// The day.
    pub today: String,
    /// Name of the offer.
    pub offer: String,
    /// Name of the catalogue.
    pub catalogue: String,
    /// The application as it is sent.
    pub application: String,
    /// The expected verdict, byte for byte.
    pub answer: String,
    /// Codes of the rules that it just satisfies.
    pub holds: Vec<String>,
}

impl Case {
    /// As one line of the file for runners.
    pub fn line(&self) -> String {
        let fields = [
            ("name", &self.name),
            ("today", &self.today),
            ("offer", &self.offer),
            ("catalogue", &self.catalogue),
            ("application", &self.application),
            ("answer", &self.answer),
        ];
        Json::object(fields.map(|(name, text)| (name, Json::text(text)))).print()
    }
}

/// The folder of the cases.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/conformance")
}

/// The text of a file of this folder.
pub fn read(path: &str) -> String {
    fs::read_to_string(folder().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every case, by file and in the order of its file.
pub fn all() -> Vec<Case> {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<String> = entries.filter(|name| name.ends_with(".json")).collect();
    files.sort();
    let cases = |file: &String| {
        let Json::List(cases) = parse(&read(file)) else { panic!("{file}: a list of cases") };
        cases.iter().map(|case| expand(file, case)).collect::<Vec<_>>()
    };
    files.iter().flat_map(cases).collect()
}

fn expand(file: &str, case: &Json) -> Case {
    let name = case.text_of("name").unwrap_or_else(|| panic!("{file}: a case without a name"));
    let known = [
        "name",
        "today",
        "offer",
        "catalogue",
        "application",
        "changes",
        "text",
        "holds",
        "issues",
        "accepted",
        "error",
    ];
    let Json::Object(fields) = case else { panic!("{file}: a case is an object") };
    for field in fields.keys() {
        assert!(known.contains(&field.as_str()), "{file}: {name}: {field}");
    }
    let application = match (case.text_of("text"), case.get("application")) {
        (Some(text), None) => Err(text),
        (None, Some(Json::Text(base))) => Ok(parse(&read(&format!("applications/{base}.json")))),
        (None, Some(whole)) => Ok(whole.clone()),
        _ => panic!("{file}: {name}: `application` or `text`"),
    };
    let application = application.map(|application| changed(application, case.get("changes"), &name));
    let expected = match (case.get("issues"), case.get("accepted"), case.get("error"), &application) {
        (Some(Json::List(issues)), None, None, _) => ("issues", Json::List(issues.iter().map(issue).collect())),
        (None, Some(changes), None, Ok(sent)) => ("application", changed(sent.clone(), Some(changes), &name)),
        (None, None, Some(error), _) => ("error", error.clone()),
        _ => panic!("{file}: {name}: one of `issues`, `accepted` and `error`"),
    };
    Case {
        file: file.to_owned(),
        today: case.text_of("today").unwrap_or_else(|| "2026-11-23".to_owned()),
        offer: case.text_of("offer").unwrap_or_else(|| "example".to_owned()),
        catalogue: case.text_of("catalogue").unwrap_or_else(|| "example".to_owned()),
        application: application.map_or_else(|text| text, |application| application.print()),
        answer: Json::object([("format", Json::text("eherkenning-answer/1")), expected]).print(),
        holds: texts(case, "holds"),
        name,
    }
}

/// A complete issue, with its `limit` in `params`.
fn issue(short: &Json) -> Json {
    let field = |name: &str| short.get(name).unwrap_or_else(|| panic!("an issue without {name}")).clone();
    let params = short.get("limit").map(|limit| Json::object([("limit", limit.clone())]));
    Json::object([
        ("place", field("place")),
        ("code", field("code")),
        ("params", params.unwrap_or_else(|| Json::object([]))),
    ])
}

fn changed(mut json: Json, changes: Option<&Json>, name: &str) -> Json {
    let Some(changes) = changes else { return json };
    let Json::List(changes) = changes else { panic!("{name}: changes are a list") };
    for change in changes {
        let at = change.text_of("at").unwrap_or_else(|| panic!("{name}: a change without `at`"));
        let path: Vec<String> = at.split('/').skip(1).map(|part| part.replace("~1", "/").replace("~0", "~")).collect();
        let (last, parents) = path.split_last().unwrap_or_else(|| panic!("{name}: at {at:?}"));
        let parent =
            parents.iter().fold(&mut json, |json, part| child(json, part).unwrap_or_else(|| panic!("{name}: {at}")));
        match change.get("value") {
            Some(value) => put(parent, last, value.clone()),
            None => remove(parent, last).unwrap_or_else(|| panic!("{name}: {at}")),
        }
    }
    json
}

fn child<'a>(json: &'a mut Json, part: &str) -> Option<&'a mut Json> {
    match json {
        Json::Object(fields) => fields.get_mut(part),
        Json::List(rows) => rows.get_mut(part.parse::<usize>().ok()?),
        _ => None,
    }
}

fn put(parent: &mut Json, part: &str, value: Json) {
    if let Some(old) = child(parent, part) {
        *old = value;
        return;
    }
    match parent {
        Json::Object(fields) => drop(fields.insert(part.to_owned(), value)),
        Json::List(rows) if part == "-" => rows.push(value),
        _ => panic!("nothing can be put at {part}"),
    }
}

fn remove(parent: &mut Json, part: &str) -> Option<()> {
    match parent {
        Json::Object(fields) => {
            fields.shift_remove(part)?;
        }
        Json::List(rows) => {
            let at = part.parse().ok().filter(|at| *at < rows.len())?;
            rows.remove(at);
        }
        _ => return None,
    }
    Some(())
}

fn parse(text: &str) -> Json {
    Json::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn texts(json: &Json, name: &str) -> Vec<String> {
    let Some(Json::List(texts)) = json.get(name) else { return Vec::new() };
    let text = |text: &Json| match text {
        Json::Text(text) => text.clone(),
        other => panic!("{name}: {other:?}"),
    };
    texts.iter().map(text).collect()
}
