//! The numbers that applicants quote.

/// Crockford's base 32 alphabet: without I, L, O and U, which are easily misread.
const ALPHABET: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P',
    'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
];

/// A reference that can be read out on the telephone: `EH-XXXX-XXXX`.
pub fn new_reference() -> String {
    let mut random = uuid::Uuid::new_v4().as_u128();
    let mut reference = String::from("EH");
    for position in 0..8 {
        if position % 4 == 0 {
            reference.push('-');
        }
        reference.extend(ALPHABET.get((random & 31) as usize));
        random >>= 5;
    }
    reference
}
