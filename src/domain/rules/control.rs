//! The controls of questions.

/// The control of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// Text input.
    Text(TextControl),
    /// Day, month and year.
    Date {
        /// Whether it is the applicant's own birthday, which browsers can fill in.
        is_birth: bool,
    },
    /// One of a few options, all visible.
    Choice,
    /// One of many options, in a drop-down list.
    Select,
    /// A country, in a drop-down list.
    Country,
    /// Services or providers, searched in the catalogue.
    Search,
    /// A check box to agree.
    Consent,
    /// Files.
    Document,
    /// None: the place only has problems, or a view of its own.
    None,
}

/// How a text is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextControl {
    /// The keyboard that a phone shows.
    pub keyboard: Keyboard,
    /// What browsers can fill in (HTML, `autocomplete`).
    pub autocomplete: &'static str,
    /// Width in characters: the length of a typical answer; 0 for the full width.
    pub width: u8,
    /// Whether it has several lines.
    pub is_long: bool,
}

/// The keyboard of a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keyboard {
    /// Letters.
    Text,
    /// Digits.
    Numeric,
    /// Letters with @ and a dot.
    Email,
    /// A telephone keypad.
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
    /// One line of letters over the full width, not filled in by browsers.
    pub const LINE: Self = Self { keyboard: Keyboard::Text, autocomplete: "off", width: 0, is_long: false };

    /// The same, on another keyboard.
    pub const fn keyboard(self, keyboard: Keyboard) -> Self {
        Self { keyboard, ..self }
    }

    /// The same, filled in by browsers with this.
    pub const fn autocomplete(self, autocomplete: &'static str) -> Self {
        Self { autocomplete, ..self }
    }

    /// The same, with a width of the given number of characters.
    pub const fn width(self, width: u8) -> Self {
        Self { width, ..self }
    }

    /// The same, with several lines.
    pub const fn long(self) -> Self {
        Self { is_long: true, ..self }
    }
}
