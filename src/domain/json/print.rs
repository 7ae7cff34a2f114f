//! JSON as text, in one go: an answer is mostly names and texts in which nothing needs escaping.

use super::Json;

/// See [`Json::print`].
pub fn print(json: &Json, text: &mut String) {
    match json {
        Json::Null | Json::Fraction => text.push_str("null"),
        Json::Bool(true) => text.push_str("true"),
        Json::Bool(false) => text.push_str("false"),
        Json::Natural(number) => text.push_str(&number.to_string()),
        Json::Negative(number) => text.push_str(&number.to_string()),
        Json::Text(words) => print_text(words, text),
        Json::List(rows) => {
            text.push('[');
            for (at, row) in rows.iter().enumerate() {
                separate(at, text);
                print(row, text);
            }
            text.push(']');
        }
        Json::Object(fields) => {
            text.push('{');
            for (at, (name, value)) in fields.iter().enumerate() {
                separate(at, text);
                print_text(name, text);
                text.push(':');
                print(value, text);
            }
            text.push('}');
        }
    }
}

fn separate(at: usize, text: &mut String) {
    if at > 0 {
        text.push(',');
    }
}

fn print_text(words: &str, text: &mut String) {
    text.push('"');
    if words.bytes().all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
        text.push_str(words);
    } else {
        words.chars().for_each(|c| escape(c, text));
    }
    text.push('"');
}

fn escape(c: char, text: &mut String) {
    match c {
        '"' => text.push_str("\\\""),
        '\\' => text.push_str("\\\\"),
        '\n' => text.push_str("\\n"),
        '\r' => text.push_str("\\r"),
        '\t' => text.push_str("\\t"),
        '\u{8}' => text.push_str("\\b"),
        '\u{c}' => text.push_str("\\f"),
        '\0'..='\u{1f}' => text.push_str(&format!("\\u{:04x}", u32::from(c))),
        _ => text.push(c),
    }
}
