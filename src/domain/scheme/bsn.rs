//! Detects citizen service numbers, so that they can be refused.

/// Whether a text may contain a citizen service number (*burgerservicenummer*, BSN).
///
/// That is nine digits that pass the eleven test, also in groups such as `111.222.333`, or eight in a row when the
/// leading zero is omitted. About one in eleven other numbers passes too, so use this for free text and names, not for
/// other numbers.
/// Sources: art. 46 UAVG; <https://github.com/arthurdejong/python-stdnum> (nl.bsn)
pub fn contains_bsn(text: &str) -> bool {
    const SEPARATORS: [&[char]; 4] = [&['.'], &['-'], &[' ', '\u{a0}', '_'], &['.', '-', ' ', '\u{a0}', '_', '/']];
    if text.bytes().filter(u8::is_ascii_digit).count() < 8 {
        return false;
    }
    let is_bsn = |run: &str| eleven_test(run) || run.len() == 8 && eleven_test(&format!("0{run}"));
    any_run(text, &[], is_bsn) || SEPARATORS.iter().any(|separators| any_run(text, separators, eleven_test))
}

/// The eleven test (*elfproef*) on exactly nine digits.
pub(super) fn eleven_test(digits: &str) -> bool {
    if digits.len() != 9 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = digits.bytes().zip(weights).map(|(byte, weight)| i32::from(byte - b'0') * weight).sum();
    sum > 0 && sum % 11 == 0
}

/// Whether `holds` for any maximal run of digits. A single separator between two digits does not end a run.
fn any_run(text: &str, separators: &[char], holds: impl Fn(&str) -> bool) -> bool {
    let mut run = String::new();
    let mut is_separated = false;
    for c in text.chars() {
        if c.is_ascii_digit() {
            run.push(c);
            is_separated = false;
        } else if separators.contains(&c) && !is_separated {
            is_separated = true;
        } else {
            if holds(&run) {
                return true;
            }
            run.clear();
            is_separated = false;
        }
    }
    holds(&run)
}
