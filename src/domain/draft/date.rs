//! A date as three boxes were filled in.

use crate::domain::json::{Json, JsonError, Mode, Reader, Wire, Writer, serde_through_json};
use crate::domain::scheme::Date;

/// Day, month and year as typed.
///
/// On the wire a date that looks like one is `"1990-02-28"`, nothing is `null`, and anything else an object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateDraft {
    /// Day of the month.
    pub day: String,
    /// Number of the month.
    pub month: String,
    /// Year.
    pub year: String,
}

impl DateDraft {
    /// The names of its parts on the wire.
    pub const PARTS: [&'static str; 3] = ["day", "month", "year"];

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.day.is_empty() && self.month.is_empty() && self.year.is_empty()
    }

    fn iso(&self) -> Option<String> {
        let fits = |text: &str, longest: usize| {
            !text.is_empty() && text.len() <= longest && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        let is_plain = fits(&self.day, 2) && fits(&self.month, 2) && fits(&self.year, 4) && self.year.len() == 4;
        is_plain.then(|| format!("{}-{:0>2}-{:0>2}", self.year, self.month, self.day))
    }
}

impl From<&Date> for DateDraft {
    fn from(date: &Date) -> Self {
        Self { day: date.day().to_string(), month: date.month().to_string(), year: date.year().to_string() }
    }
}

impl From<&str> for DateDraft {
    /// Splits an ISO date; text that is none is kept as the year, so that the rules can refuse it.
    fn from(text: &str) -> Self {
        let mut parts = text.splitn(3, '-');
        match (parts.next(), parts.next(), parts.next()) {
            (Some(year), Some(month), Some(day)) => {
                let shorten = |part: &str| part.strip_prefix('0').unwrap_or(part).to_owned();
                Self { day: shorten(day), month: shorten(month), year: year.to_owned() }
            }
            _ => Self { day: String::new(), month: String::new(), year: text.to_owned() },
        }
    }
}

impl Wire for DateDraft {
    fn blank() -> Self {
        Self::default()
    }

    fn read(&mut self, json: Json) -> Result<(), JsonError> {
        *self = Self::default();
        match json {
            Json::Null => {}
            Json::Text(text) => *self = Self::from(text.as_str()),
            Json::Object(_) => {
                let mut reader = Reader::new(json, true);
                reader.field("day", Mode::Plain, &mut self.day);
                reader.field("month", Mode::Plain, &mut self.month);
                reader.field("year", Mode::Plain, &mut self.year);
                reader.finish()?;
            }
            _ => {
                let dates = "a date such as \"1990-02-28\", an object with day, month and year, or null";
                return Err(JsonError::expected(dates));
            }
        }
        Ok(())
    }

    fn write(&self) -> Json {
        if self.is_empty() {
            return Json::Null;
        }
        if let Some(iso) = self.iso() {
            return Json::Text(iso);
        }
        let mut writer = Writer::default();
        writer.field("day", Mode::Plain, &self.day);
        writer.field("month", Mode::Plain, &self.month);
        writer.field("year", Mode::Plain, &self.year);
        writer.finish()
    }
}

serde_through_json!(DateDraft);

#[cfg(feature = "check")]
impl schemars::JsonSchema for DateDraft {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let part = schemars::json_schema!({ "type": "string" });
        schemars::json_schema!({
            "description": "A day, such as \"1990-02-28\"; as an object what was typed, which may be no day.",
            "type": ["string", "object", "null"],
            "properties": { "day": part, "month": part, "year": part },
            "default": null
        })
    }
}
