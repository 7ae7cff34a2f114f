//! A JSON text (RFC 8259) read as a value.
//!
//! Our own, because the widget weighs some 9 KB less than with the reader of `serde_json`, which reads floating-point
//! numbers and tells its faults in many words. A test holds the two against each other.

use std::borrow::Cow;

use super::{Json, JsonError, JsonFault};

/// Deepest nesting of lists and objects, as in `serde_json`.
const MAX_DEPTH: usize = 127;

/// Reads a text.
pub fn parse(text: &str) -> Result<Json, JsonError> {
    let mut scanner = Scanner { text, at: 0, open: Vec::new() };
    let read = scanner.value(0).and_then(|json| match scanner.peek() {
        None => Ok(json),
        Some(_) => Err("the end"),
    });
    read.map_err(|expected| JsonFault::Syntax(scanner.complain(expected)).into())
}

/// Reads on from a byte of a text. What goes wrong is what was expected.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// Fields of the objects that are not closed yet, the innermost last: an object gets no more room than it needs.
    open: Vec<(Cow<'static, str>, Json)>,
}

type Read<T> = Result<T, &'static str>;

impl<'a> Scanner<'a> {
    fn complain(&self, expected: &str) -> String {
        let before = self.text.as_bytes().get(..self.at).unwrap_or_default();
        let (mut line, mut column) = (1_usize, 1_usize);
        for byte in before {
            (line, column) = if *byte == b'\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        ["expected ", expected, " at line ", &line.to_string(), " column ", &column.to_string()].concat()
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.byte() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    /// The next byte that is no space.
    fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    fn value(&mut self, depth: usize) -> Read<Json> {
        match self.peek() {
            Some(b'{' | b'[') if depth == MAX_DEPTH => Err("less depth"),
            Some(b'{') => self.object(depth + 1),
            Some(b'[') => self.list(depth + 1),
            Some(b'"') => self.string().map(|text| Json::Text(text.into_owned())),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Read<Json> {
        for (word, json) in [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))] {
            if self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
                self.at += word.len();
                return Ok(json);
            }
        }
        Err("a value")
    }

    fn list(&mut self, depth: usize) -> Read<Json> {
        let mut list = Vec::new();
        self.at += 1;
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Json::List(list));
        }
        loop {
            list.push(self.value(depth)?);
            if !self.goes_on(b']', "`,` or `]`")? {
                return Ok(Json::List(list));
            }
        }
    }

    fn object(&mut self, depth: usize) -> Read<Json> {
        let first = self.open.len();
        self.at += 1;
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Json::Object(Vec::new()));
        }
        loop {
            if self.peek() != Some(b'"') {
                return Err("a name");
            }
            let name = self.string()?.into_owned();
            if self.peek() != Some(b':') {
                return Err("`:`");
            }
            self.at += 1;
            let field = (Cow::Owned(name), self.value(depth)?);
            self.open.push(field);
            if !self.goes_on(b'}', "`,` or `}`")? {
                return Ok(Json::Object(self.open.split_off(first)));
            }
        }
    }

    /// Whether a comma follows, and not the end of a list or an object.
    fn goes_on(&mut self, end: u8, expected: &'static str) -> Read<bool> {
        let next = self.peek();
        if next != Some(b',') && next != Some(end) {
            return Err(expected);
        }
        self.at += 1;
        Ok(next == Some(b','))
    }

    /// A text, from its first quote to after its last.
    fn string(&mut self) -> Read<Cow<'a, str>> {
        self.at += 1;
        let plain = self.plain();
        if self.take(b'"') {
            return Ok(Cow::Borrowed(plain));
        }
        let mut text = plain.to_owned();
        while self.take(b'\\') {
            text.push(self.escaped()?);
            text.push_str(self.plain());
        }
        if self.take(b'"') { Ok(Cow::Owned(text)) } else { Err("the end of a text") }
    }

    /// All that stands for itself, from here on.
    fn plain(&mut self) -> &'a str {
        let begin = self.at;
        let rest = self.text.as_bytes().get(begin..).unwrap_or_default();
        self.at += rest.iter().take_while(|byte| !matches!(byte, ..b' ' | b'"' | b'\\')).count();
        self.text.get(begin..self.at).unwrap_or_default()
    }

    /// The character that an escape stands for, from after its backslash.
    fn escaped(&mut self) -> Read<char> {
        let letter = self.byte().unwrap_or_default();
        let found = match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return Err("an escape"),
        };
        self.at += 1;
        Ok(found)
    }

    /// A character by its number, or by the numbers of its two surrogates.
    fn unicode(&mut self) -> Read<char> {
        const SURROGATES: &str = "two surrogates";
        let first = self.hex()?;
        if let 0xd800..0xdc00 = first {
            if !self.take(b'\\') || self.byte() != Some(b'u') {
                return Err(SURROGATES);
            }
            let second = self.hex()?.checked_sub(0xdc00).filter(|low| *low < 0x400).ok_or(SURROGATES)?;
            return char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second).ok_or(SURROGATES);
        }
        char::from_u32(first).ok_or(SURROGATES)
    }

    /// Four hexadecimal digits after the `u` that stands here.
    fn hex(&mut self) -> Read<u32> {
        let mut number = 0;
        for _ in 0..4 {
            self.at += 1;
            let digit = self.byte().and_then(|byte| char::from(byte).to_digit(16));
            number = number * 16 + digit.ok_or("four hexadecimal digits")?;
        }
        self.at += 1;
        Ok(number)
    }

    fn number(&mut self) -> Read<Json> {
        let is_negative = self.take(b'-');
        let begin = self.at;
        let digits = self.digits()?;
        if digits.len() > 1 && digits.starts_with('0') {
            self.at = begin + 1;
            return Err("no digit after a zero");
        }
        let whole = digits.parse::<u64>().ok();
        let mut is_fraction = false;
        if self.take(b'.') {
            is_fraction = true;
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            is_fraction = true;
            let _ = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Ok(match whole {
            Some(number) if !is_fraction && !is_negative => Json::Natural(number),
            Some(number) if !is_fraction && number > 0 => {
                0_i64.checked_sub_unsigned(number).map_or(Json::Fraction, Json::Negative)
            }
            _ => Json::Fraction,
        })
    }

    /// One digit or more.
    fn digits(&mut self) -> Read<&'a str> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let end = rest.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).filter(|digits| !digits.is_empty()).ok_or("a digit")
    }
}
