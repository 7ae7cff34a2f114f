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
    let mut scanner = Scanner::new(text);
    let read = scanner.value().and_then(|json| scanner.end().map(|()| json));
    read.map_err(|expected| JsonFault::Syntax(scanner.complain(expected)).into())
}

/// Reads on from a byte of a text: a whole value, or what is too large for that piece by piece.
pub struct Scanner<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    /// Fields of the objects that are not closed yet, the innermost last: an object gets no more room than it needs.
    open: Vec<(Cow<'static, str>, Json)>,
}

/// What was read. What goes wrong is what was expected.
pub type Read<T> = Result<T, &'static str>;

impl<'a> Scanner<'a> {
    /// From the beginning of a text.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, depth: 0, open: Vec::new() }
    }

    /// Nothing more.
    ///
    /// # Errors
    /// When there is something.
    pub fn end(&mut self) -> Read<()> {
        if self.peek().is_none() { Ok(()) } else { Err("the end") }
    }

    /// A whole value.
    ///
    /// # Errors
    /// When it is no JSON, or nested too deep.
    pub fn value(&mut self) -> Read<Json> {
        match self.peek() {
            Some(b'{') => {
                let first = self.open.len();
                let mut is_next = self.enter(b'{')?;
                while is_next {
                    let name = self.name()?.into_owned();
                    let field = (Cow::Owned(name), self.value()?);
                    self.open.push(field);
                    is_next = self.goes_on(b'}')?;
                }
                Ok(Json::Object(self.open.split_off(first)))
            }
            Some(b'[') => {
                let mut list = Vec::new();
                let mut is_next = self.enter(b'[')?;
                while is_next {
                    list.push(self.value()?);
                    is_next = self.goes_on(b']')?;
                }
                Ok(Json::List(list))
            }
            Some(b'"') => self.string().map(|text| Json::Text(text.into_owned())),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    /// A text, in the text that is read where nothing in it is escaped; nothing for `null`.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn text(&mut self) -> Read<Option<Cow<'a, str>>> {
        match self.peek() {
            Some(b'"') => self.string().map(Some),
            _ => {
                if matches!(self.value()?, Json::Null) {
                    Ok(None)
                } else {
                    Err("text")
                }
            }
        }
    }

    /// Goes into a list or an object, by its first sign; whether there is anything in it.
    ///
    /// # Errors
    /// When something else stands here, or it is nested too deep.
    pub fn enter(&mut self, begin: u8) -> Read<bool> {
        if self.peek() != Some(begin) {
            return Err("a list or an object");
        }
        if self.depth == MAX_DEPTH {
            return Err("less depth");
        }
        self.at += 1;
        let is_empty = matches!(self.peek(), Some(b']' | b'}'));
        self.depth += 1;
        Ok(if is_empty { self.goes_on(begin + 2)? } else { true })
    }

    /// The name of the field that comes.
    ///
    /// # Errors
    /// When there is none.
    pub fn name(&mut self) -> Read<Cow<'a, str>> {
        if self.peek() != Some(b'"') {
            return Err("a name");
        }
        let name = self.string()?;
        if self.peek() != Some(b':') {
            return Err("`:`");
        }
        self.at += 1;
        Ok(name)
    }

    /// Whether a comma follows, and not the end of a list or an object, which has this last sign.
    ///
    /// # Errors
    /// When neither follows.
    pub fn goes_on(&mut self, end: u8) -> Read<bool> {
        let next = self.peek();
        if next == Some(b',') || next == Some(end) {
            self.at += 1;
            self.depth -= usize::from(next == Some(end));
            return Ok(next == Some(b','));
        }
        Err(if end == b']' { "`,` or `]`" } else { "`,` or `}`" })
    }

    fn complain(&self, expected: &str) -> String {
        let before = self.text.as_bytes().get(..self.at).unwrap_or_default();
        let (mut line, mut column) = (1_usize, 1_usize);
        for byte in before {
            (line, column) = if *byte == b'\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        ["expected ", expected, " at line ", &line.to_string(), " column ", &column.to_string()].concat()
    }

    #[inline(always)]
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

    fn word(&mut self) -> Read<Json> {
        for (word, json) in [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))] {
            if self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
                self.at += word.len();
                return Ok(json);
            }
        }
        Err("a value")
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
        let (words, rest) = self.text.as_bytes().get(begin..).unwrap_or_default().as_chunks();
        for word in words {
            let plain = plain_bytes(*word);
            self.at += plain;
            if plain < word.len() {
                return self.text.get(begin..self.at).unwrap_or_default();
            }
        }
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

/// How many of these bytes stand for themselves, from the first on. All at once: most of a large catalogue is read before
/// the browser has made the module quick.
fn plain_bytes(bytes: [u8; size_of::<u64>()]) -> usize {
    const ONES: u64 = u64::MAX / 0xff;
    let word = u64::from_le_bytes(bytes);
    // Sets the highest bit of the first byte that is below the bound; what it borrows matters to later ones only.
    let below = |word: u64, bound: u64| word.wrapping_sub(ONES * bound) & !word;
    let special = below(word, 0x20) | below(word ^ (ONES * 0x22), 1) | below(word ^ (ONES * 0x5c), 1);
    (special & (ONES * 0x80)).trailing_zeros() as usize / 8
}
