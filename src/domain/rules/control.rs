//! What questions are answered with.

/// The control of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// A text is typed.
    Text(TextControl),
    /// Day, month and year are typed.
    Date {
        /// Whether it is the applicant's own birthday, which browsers can fill in.
        is_birth: bool,
    },
    /// One of a few options, all in sight.
    Choice,
    /// One of many options, in a list that opens.
    Select,
    /// A country, in a list that opens.
    Country,
    /// Services or providers, searched in the catalogue.
    Search,
    /// A box that is ticked to agree.
    Consent,
    /// Files.
    Document,
    /// None: the place only carries problems, or has a view of its own.
    None,
}

/// How a text is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextControl {
    /// Which keyboard a phone shows.
    pub keyboard: Keyboard,
    /// What browsers fill in by themselves (HTML, `autocomplete`).
    pub autocomplete: &'static str,
    /// Width in characters: the length of a usual answer; 0 for the full width.
    pub width: u8,
    /// Whether it has several lines.
    pub is_long: bool,
}

/// A keyboard of a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keyboard {
    /// Letters.
    Text,
    /// Digits.
    Numeric,
    /// Letters with @ and a dot.
    Email,
    /// Digits as on a telephone.
    Telephone,
}

impl Keyboard {
    /// Its name in HTML (`inputmode`).
    pub const fn inputmode(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Numeric => "numeric",
            Self::Email => "email",
            Self::Telephone => "tel",
        }
    }
}

impl TextControl {
    /// One line of letters over the full width that browsers leave alone.
    pub const LINE: Self = Self { keyboard: Keyboard::Text, autocomplete: "off", width: 0, is_long: false };

    /// The same, on another keyboard.
    pub const fn keyboard(self, keyboard: Keyboard) -> Self {
        Self { keyboard, ..self }
    }

    /// The same, which browsers fill in with this.
    pub const fn autocomplete(self, autocomplete: &'static str) -> Self {
        Self { autocomplete, ..self }
    }

    /// The same, as wide as so many characters.
    pub const fn width(self, width: u8) -> Self {
        Self { width, ..self }
    }

    /// The same, with several lines.
    pub const fn long(self) -> Self {
        Self { is_long: true, ..self }
    }
}
