//! The place of an answer: a question, and a row if it is asked more than once.

use std::fmt;

use super::Question;

/// A question, and a row for questions that are asked more than once.
///
/// Its text is a path in the application JSON, such as `user.email` or `representatives.1.surname`; it is the `name` of
/// form controls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// What is asked.
    pub question: Question,
    /// The row, from 0; always 0 for a question that is asked once.
    pub row: usize,
}

impl Place {
    /// The place of a question in this row.
    pub const fn row(question: Question, row: usize) -> Self {
        Self { question, row }
    }

    /// Parses a path; `None` for an unknown one.
    pub fn parse(path: &str) -> Option<Self> {
        if let Some(question) = Question::from_code(path).filter(|question| !question.has_rows()) {
            return Some(question.into());
        }
        let row = path.split('.').find_map(|part| part.parse::<usize>().ok().filter(|_| !part.starts_with('+')))?;
        Question::ALL
            .iter()
            .map(|question| Self::row(*question, row))
            .find(|place| place.question.has_rows() && place.to_string() == path)
    }
}

impl Question {
    /// Whether this is asked once for each row.
    pub fn has_rows(self) -> bool {
        self.code().contains('*')
    }

    /// See [`super::Row::longest`].
    pub const fn longest(self) -> usize {
        self.row().longest
    }
}

impl From<Question> for Place {
    fn from(question: Question) -> Self {
        Self::row(question, 0)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.question.code().split_once('*') {
            None => formatter.write_str(self.question.code()),
            Some((before, after)) => write!(formatter, "{before}{}{after}", self.row),
        }
    }
}

impl serde::Serialize for Place {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
