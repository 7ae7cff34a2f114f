//! Fills in sentences, and formats dates, amounts and sizes for each language.

use super::{Texts, welcome};
use crate::domain::scheme::{Cents, Date, Lang};

/// Replaces each `{key}` by its value. Values are not searched for keys themselves.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let found = after.split_once('}').and_then(|(key, after)| {
            let (_, value) = values.iter().find(|(name, _)| *name == key)?;
            Some((*value, after))
        });
        match found {
            Some((value, after)) => {
                filled.push_str(value);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

/// A number of months, such as "2 maanden".
pub fn months(lang: Lang, count: u32) -> String {
    counted(welcome(lang).months, count)
}

/// A number of years, such as "3 jaar".
pub fn years(lang: Lang, count: u32) -> String {
    counted(welcome(lang).years, count)
}

fn counted([one, several]: [&str; 2], count: u32) -> String {
    fill(if count == 1 { one } else { several }, &[("n", &count.to_string())])
}

/// A date in full, such as "23 november 2026".
pub fn date(texts: &Texts, date: &Date) -> String {
    let months = texts.months.iter().zip(1_i64..);
    let month = months.filter(|(_, number)| *number == i64::from(date.month())).map(|(name, _)| *name).next();
    format!("{} {} {}", date.day(), month.unwrap_or_default(), date.year())
}

/// An amount, such as "€ 1.234,50" or "€1,234.50".
pub fn money(lang: Lang, cents: Cents) -> String {
    let sign = if cents.0 < 0 { "-" } else { "" };
    let amount = cents.0.unsigned_abs();
    let euros = grouped(lang, amount / 100);
    let rest = amount % 100;
    match lang {
        Lang::Nl => format!("€\u{a0}{sign}{euros},{rest:02}"),
        Lang::En => format!("{sign}€{euros}.{rest:02}"),
    }
}

/// The size of a file, such as "1,8 MB". A megabyte is 1024 × 1024 bytes, as for the limits.
pub fn size(lang: Lang, bytes: u64) -> String {
    const KILOBYTE: u64 = 1024;
    const MEGABYTE: u64 = 1024 * 1024;
    let kilobytes = bytes.saturating_add(KILOBYTE / 2) / KILOBYTE;
    if kilobytes < 1000 {
        return format!("{}\u{a0}kB", kilobytes.max(1));
    }
    let tenths = (bytes.saturating_mul(10).saturating_add(MEGABYTE / 2)) / MEGABYTE;
    let (whole, rest) = (grouped(lang, tenths / 10), tenths % 10);
    match (rest, lang) {
        (0, _) => format!("{whole}\u{a0}MB"),
        (_, Lang::Nl) => format!("{whole},{rest}\u{a0}MB"),
        (_, Lang::En) => format!("{whole}.{rest}\u{a0}MB"),
    }
}

/// A whole number with a thousands separator.
fn grouped(lang: Lang, number: u64) -> String {
    let mark = match lang {
        Lang::Nl => '.',
        Lang::En => ',',
    };
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}

/// Appends to a text, with a separator unless the text is empty.
pub fn append(text: &mut String, between: &str, more: &str) {
    if !text.is_empty() {
        text.push_str(between);
    }
    text.push_str(more);
}
