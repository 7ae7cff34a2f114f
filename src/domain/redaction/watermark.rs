//! The watermark that states what a copy is for, in slanting lines so close together that every part is marked.

/// The layout of a watermark. Lines are centred on the middle of the image and rotated by [`SLANT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watermark {
    /// Font size, in pixels.
    pub letters: i32,
    /// Distance between lines, in pixels.
    pub spacing: i32,
    /// Number of lines above the middle, and the same number below.
    pub lines: i32,
    /// How often a line repeats the words.
    pub repeats: usize,
}

/// Rotation of the lines, in degrees clockwise.
pub const SLANT: i32 = -24;

impl Watermark {
    /// The layout for an image of this size and words of this length.
    pub fn of(width: i32, height: i32, characters: usize) -> Self {
        let (width, height, characters) = (width.max(1), height.max(1), i32::try_from(characters).unwrap_or(1).max(1));
        // Smaller on a narrow strip, so that two lines still fit in a third of it.
        let letters = (width.max(height) / 46).min(width.min(height) / 6).max(8);
        // Wide enough to read the document between the lines, close enough that a quarter of it has two lines.
        let spacing = (width.min(height) / 6).max(letters * 2);
        // No corner is farther from the middle than this.
        let reach = (width + height) / 2;
        // The average letter is about half as wide as the font size, in the narrowest fonts a third.
        let words = (characters * letters / 3).max(1);
        let repeats = usize::try_from(reach * 2 / words).unwrap_or_default() + 2;
        Self { letters, spacing, lines: reach / spacing + 1, repeats }
    }

    /// The text of one line.
    pub fn line(&self, words: &str) -> String {
        let mut line = String::new();
        for _ in 0..self.repeats {
            line.push_str(words);
            line.push_str("  ·  ");
        }
        line
    }
}
