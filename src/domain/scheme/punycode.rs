//! International domain names in ASCII. Source: RFC 3492 (Punycode), RFC 5891 (IDNA)

const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;

/// A label of a domain name in ASCII: itself, or `xn--` and its Punycode in lower case.
pub(super) fn label(label: &str) -> String {
    if label.is_ascii() {
        return label.to_owned();
    }
    let mut encoded = "xn--".to_owned();
    encoded.extend(label.chars().filter(char::is_ascii));
    let letters: Vec<u32> = label.chars().map(|c| u32::from(lower(c))).collect();
    let basic = encoded.len() - 4;
    if basic > 0 {
        encoded.push('-');
    }
    let (mut handled, mut from, mut bias, mut delta) = (basic, 128, 72, 0_u32);
    while let Some(next) = letters.iter().copied().filter(|letter| *letter >= from).min() {
        let count = u32::try_from(handled + 1).unwrap_or(u32::MAX);
        delta = delta.saturating_add((next - from).saturating_mul(count));
        for letter in &letters {
            if *letter < next {
                delta = delta.saturating_add(1);
            } else if *letter == next {
                push_number(&mut encoded, delta, bias);
                bias = adapted(delta, handled, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.saturating_add(1);
        from = next + 1;
    }
    encoded
}

/// Appends a number of variable length, with its lowest digit first.
fn push_number(encoded: &mut String, number: u32, bias: u32) {
    let mut rest = number;
    let mut position = BASE;
    loop {
        let threshold = position.saturating_sub(bias).clamp(T_MIN, T_MAX);
        if rest < threshold {
            encoded.push(digit(rest));
            return;
        }
        encoded.push(digit(threshold + (rest - threshold) % (BASE - threshold)));
        rest = (rest - threshold) / (BASE - threshold);
        position += BASE;
    }
}

/// The bias for the next number.
fn adapted(delta: u32, handled: usize, is_first: bool) -> u32 {
    let count = u32::try_from(handled + 1).unwrap_or(u32::MAX);
    let mut delta = if is_first { delta / 700 } else { delta / 2 };
    delta += delta / count;
    let mut position = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        position += BASE;
    }
    position + (BASE - T_MIN + 1) * delta / (delta + 38)
}

/// `a` to `z`, then `0` to `9`.
fn digit(value: u32) -> char {
    char::from_digit((value + 10) % BASE, BASE).unwrap_or('a')
}

/// Lower case of the capitals that domains with other letters have: Latin, Greek and Cyrillic.
fn lower(c: char) -> char {
    let code = u32::from(c);
    let distance = match c {
        'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ϋ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        // Not İ: its lower case has two characters.
        'Ā'..='Į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' if code % 2 == 0 => 1,
        'Ĺ'..='ň' | 'Ź'..='ž' if code % 2 == 1 => 1,
        _ => return c.to_ascii_lowercase(),
    };
    char::from_u32(code + distance).unwrap_or(c)
}
