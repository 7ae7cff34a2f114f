//! Base64 of the few bytes in a header.

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Writes bytes in base64, with padding.
/// Source: <https://www.rfc-editor.org/rfc/rfc4648#section-4>
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let value = (0..3).fold(0, |value, at| value << 8 | usize::from(group.get(at).copied().unwrap_or_default()));
        for at in 0..4 {
            let digit = DIGITS.get(value >> (18 - 6 * at) & 63).filter(|_| at <= group.len());
            text.push(digit.map_or('=', |digit| char::from(*digit)));
        }
    }
    text
}

/// Reads so many bytes, written exactly as [`encode`] does.
pub fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = Vec::new();
    let (mut value, mut bits) = (0_usize, 0_u32);
    for byte in text.trim_end_matches('=').bytes() {
        value = (value << 6 | DIGITS.iter().position(|digit| *digit == byte)?) & 0xffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(value >> bits & 0xff).ok()?);
        }
    }
    bytes.try_into().ok().filter(|bytes: &[u8; N]| encode(bytes) == text)
}
