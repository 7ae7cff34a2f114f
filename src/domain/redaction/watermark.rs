//! The words over a copy that say what it is for: in slanting lines, so close that no part is without.

/// Where the lines of a watermark run. They are drawn around the middle of the image, which is turned by [`SLANT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watermark {
    /// Size of the letters, in pixels.
    pub letters: i32,
    /// From line to line, in pixels.
    pub spacing: i32,
    /// How many lines there are above the middle, and below it.
    pub lines: i32,
    /// How often the words stand in one line.
    pub repeats: usize,
}

/// How the lines slant, in degrees, clockwise.
pub const SLANT: i32 = -24;

impl Watermark {
    /// The lines for an image of this size and words of so many characters.
    pub fn of(width: i32, height: i32, characters: usize) -> Self {
        let (width, height, characters) = (width.max(1), height.max(1), i32::try_from(characters).unwrap_or(1).max(1));
        // On a narrow strip smaller, so that two lines still fit in a third of it.
        let letters = (width.max(height) / 46).min(width.min(height) / 6).max(8);
        // Wide enough to read between the lines, close enough that a quarter holds two.
        let spacing = (width.min(height) / 6).max(letters * 2);
        // The middle is at most half of width and height away from any corner.
        let reach = (width + height) / 2;
        // A letter is about half as wide as high; a third is the narrowest that fonts have on average.
        let words = (characters * letters / 3).max(1);
        let repeats = usize::try_from(reach * 2 / words).unwrap_or_default() + 2;
        Self { letters, spacing, lines: reach / spacing + 1, repeats }
    }

    /// The words of one line.
    pub fn line(&self, words: &str) -> String {
        let mut line = String::new();
        for _ in 0..self.repeats {
            line.push_str(words);
            line.push_str("  ·  ");
        }
        line
    }
}
