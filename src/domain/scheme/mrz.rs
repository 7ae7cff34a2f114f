//! The machine-readable zone of identity documents.

/// The check digit over a field of the machine-readable zone; nothing for characters that do not occur there.
/// Source: ICAO Doc 9303 part 3
pub fn mrz_check_digit(field: &str) -> Option<u8> {
    let mut sum = 0_u32;
    for (c, weight) in field.chars().zip([7, 3, 1].into_iter().cycle()) {
        let value = match c {
            '<' => 0,
            '0'..='9' | 'A'..='Z' => c.to_digit(36)?,
            _ => return None,
        };
        sum = (sum + value * weight) % 10;
    }
    u8::try_from(sum).ok()
}
