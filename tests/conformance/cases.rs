//! The cases as they are written, and as runners take them: every change made, every expectation a whole answer.

use std::borrow::Cow;
use std::fs;
use std::path::PathBuf;

use eherkenning_wizard::domain::json::Json;

/// A case as a runner takes it.
pub struct Case {
    /// What it shows.
    pub name: String,
    /// The file in which it stands.
    pub file: String,
    /// The day.
    pub today: String,
    /// Name of the offer.
    pub offer: String,
    /// Name of the catalogue.
    pub catalogue: String,
    /// The application as it is sent.
    pub application: String,
    /// The answer, to the byte.
    pub answer: String,
    /// Codes of the rules on whose good side it stands, close to their edge.
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
        object(fields.map(|(name, text)| (name, Json::of_text(text)))).print()
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
    let name = text(case, "name").unwrap_or_else(|| panic!("{file}: a case without a name"));
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
    for (field, _) in fields(case) {
        assert!(known.contains(&field.as_ref()), "{file}: {name}: {field}");
    }
    let application = match (text(case, "text"), get(case, "application")) {
        (Some(text), None) => Err(text),
        (None, Some(Json::Text(base))) => Ok(parse(&read(&format!("applications/{base}.json")))),
        (None, Some(whole)) => Ok(whole.clone()),
        _ => panic!("{file}: {name}: `application` or `text`"),
    };
    let application = application.map(|application| changed(application, get(case, "changes"), &name));
    let expected = match (get(case, "issues"), get(case, "accepted"), get(case, "error"), &application) {
        (Some(Json::List(issues)), None, None, _) => ("issues", Json::List(issues.iter().map(issue).collect())),
        (None, Some(changes), None, Ok(sent)) => ("application", changed(sent.clone(), Some(changes), &name)),
        (None, None, Some(error), _) => ("error", error.clone()),
        _ => panic!("{file}: {name}: one of `issues`, `accepted` and `error`"),
    };
    Case {
        file: file.to_owned(),
        today: text(case, "today").unwrap_or_else(|| "2026-11-23".to_owned()),
        offer: text(case, "offer").unwrap_or_else(|| "example".to_owned()),
        catalogue: text(case, "catalogue").unwrap_or_else(|| "example".to_owned()),
        application: application.map_or_else(|text| text, |application| application.print()),
        answer: object([("format", Json::of_text("eherkenning-answer/1")), expected]).print(),
        holds: texts(case, "holds"),
        name,
    }
}

/// An issue in full: its `limit` goes into `params`.
fn issue(short: &Json) -> Json {
    let field = |name: &str| get(short, name).unwrap_or_else(|| panic!("an issue without {name}")).clone();
    let params = get(short, "limit").map(|limit| object([("limit", limit.clone())]));
    object([
        ("place", field("place")),
        ("code", field("code")),
        ("params", params.unwrap_or_else(|| Json::Object(Vec::new()))),
    ])
}

fn changed(mut json: Json, changes: Option<&Json>, name: &str) -> Json {
    let Some(changes) = changes else { return json };
    let Json::List(changes) = changes else { panic!("{name}: changes are a list") };
    for change in changes {
        let at = text(change, "at").unwrap_or_else(|| panic!("{name}: a change without `at`"));
        let path: Vec<String> = at.split('/').skip(1).map(|part| part.replace("~1", "/").replace("~0", "~")).collect();
        let (last, parents) = path.split_last().unwrap_or_else(|| panic!("{name}: at {at:?}"));
        let parent =
            parents.iter().fold(&mut json, |json, part| child(json, part).unwrap_or_else(|| panic!("{name}: {at}")));
        match get(change, "value") {
            Some(value) => put(parent, last, value.clone()),
            None => remove(parent, last).unwrap_or_else(|| panic!("{name}: {at}")),
        }
    }
    json
}

fn child<'a>(json: &'a mut Json, part: &str) -> Option<&'a mut Json> {
    match json {
        Json::Object(fields) => fields.iter_mut().find(|(name, _)| name == part).map(|(_, value)| value),
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
        Json::Object(fields) => fields.push((Cow::Owned(part.to_owned()), value)),
        Json::List(rows) if part == "-" => rows.push(value),
        _ => panic!("nothing can be put at {part}"),
    }
}

fn remove(parent: &mut Json, part: &str) -> Option<()> {
    match parent {
        Json::Object(fields) => {
            let at = fields.iter().position(|(name, _)| name == part)?;
            fields.remove(at);
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

fn fields(json: &Json) -> &[(Cow<'static, str>, Json)] {
    match json {
        Json::Object(fields) => fields,
        _ => &[],
    }
}

fn get<'a>(json: &'a Json, name: &str) -> Option<&'a Json> {
    fields(json).iter().find(|(field, _)| field == name).map(|(_, value)| value)
}

fn text(json: &Json, name: &str) -> Option<String> {
    match get(json, name) {
        Some(Json::Text(text)) => Some(text.clone()),
        _ => None,
    }
}

fn texts(json: &Json, name: &str) -> Vec<String> {
    let Some(list) = get(json, name) else { return Vec::new() };
    list.clone().list().unwrap().into_iter().map(|text| text.text().unwrap()).collect()
}

fn object<const N: usize>(fields: [(&'static str, Json); N]) -> Json {
    Json::Object(fields.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect())
}
