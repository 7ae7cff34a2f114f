//! What can be read from JSON and written to it, and the fields of records.

use std::borrow::Cow;

use super::{Json, JsonError, JsonFault};

/// What can be read from JSON and written to it.
pub trait Wire {
    /// Something to read into. It may be any value: what it holds is only seen where JSON may leave it out.
    fn blank() -> Self
    where
        Self: Sized;

    /// Takes over what JSON holds.
    ///
    /// # Errors
    /// When that is not of this type; then the value is of no use.
    fn read(&mut self, json: Json) -> Result<(), JsonError>;

    /// As JSON.
    fn write(&self) -> Json;

    /// The value that JSON holds.
    ///
    /// # Errors
    /// When that is not of this type.
    fn from_json(json: Json) -> Result<Self, JsonError>
    where
        Self: Sized,
    {
        let mut value = Self::blank();
        value.read(json)?;
        Ok(value)
    }
}

/// The half of [`Wire`] that a [`Reader`] uses: apart, so that what is never written brings no code for it.
pub trait Target {
    /// See [`Wire::read`].
    ///
    /// # Errors
    /// See [`Wire::read`].
    fn take(&mut self, json: Json) -> Result<(), JsonError>;
}

/// The half of [`Wire`] that a [`Writer`] uses.
pub trait Source {
    /// See [`Wire::write`].
    fn give(&self) -> Json;
}

impl<T: Wire> Target for T {
    fn take(&mut self, json: Json) -> Result<(), JsonError> {
        self.read(json)
    }
}

impl<T: Wire> Source for T {
    fn give(&self) -> Json {
        self.write()
    }
}

/// How a field stands in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// It must be there, but in a record of which any part may be missing.
    Plain,
    /// Text: where it is empty, `null` stands.
    Nullable,
    /// It may be missing.
    Optional,
    /// It may be missing, and is left out where it is bare: nothing, `false` or an empty list.
    Sparse,
}

/// Reads a record field by field, up to the first fault.
pub struct Reader {
    fields: Vec<(Cow<'static, str>, Json)>,
    is_partial: bool,
    fault: Option<JsonError>,
}

impl Reader {
    /// Reads from an object; in a partial record any field may be missing.
    #[inline(never)]
    pub fn new(json: Json, is_partial: bool) -> Self {
        match json {
            Json::Object(fields) => Self { fields, is_partial, fault: None },
            _ => Self { fields: Vec::new(), is_partial, fault: Some(JsonError::expected("an object")) },
        }
    }

    /// Reads one field.
    #[inline(never)]
    pub fn field(&mut self, name: &'static str, mode: Mode, target: &mut dyn Target) {
        if self.fault.is_none() {
            self.fault = self.read(name, mode, target).map_err(|error| error.within(name)).err();
        }
    }

    fn read(&mut self, name: &str, mode: Mode, target: &mut dyn Target) -> Result<(), JsonError> {
        let mut found = None;
        for (_, json) in self.fields.iter_mut().filter(|(key, _)| key == name) {
            if found.replace(std::mem::take(json)).is_some() {
                return Err(JsonFault::Twice.into());
            }
        }
        match found {
            Some(Json::Null) if mode == Mode::Nullable => target.take(Json::Text(String::new())),
            Some(json) => target.take(json),
            None if self.is_partial || matches!(mode, Mode::Optional | Mode::Sparse) => Ok(()),
            None => Err(JsonFault::Missing.into()),
        }
    }

    /// Ends; fields that nobody asked for are passed over.
    ///
    /// # Errors
    /// The first fault.
    #[inline(never)]
    pub fn finish(self) -> Result<(), JsonError> {
        self.fault.map_or(Ok(()), Err)
    }
}

/// Writes a record field by field.
#[derive(Default)]
pub struct Writer(Vec<(Cow<'static, str>, Json)>);

impl Writer {
    /// Writes one field.
    #[inline(never)]
    pub fn field(&mut self, name: &'static str, mode: Mode, source: &dyn Source) {
        let json = source.give();
        match (mode, json.is_bare()) {
            (Mode::Sparse, true) => {}
            (Mode::Nullable, true) => self.0.push((name.into(), Json::Null)),
            _ => self.0.push((name.into(), json)),
        }
    }

    /// The record.
    pub fn finish(self) -> Json {
        Json::Object(self.0)
    }
}

impl Wire for Json {
    fn blank() -> Self {
        Self::Null
    }

    fn read(&mut self, json: Json) -> Result<(), JsonError> {
        *self = json;
        Ok(())
    }

    fn write(&self) -> Json {
        self.clone()
    }
}

impl Wire for bool {
    fn blank() -> Self {
        false
    }

    fn read(&mut self, json: Json) -> Result<(), JsonError> {
        match json {
            Json::Bool(flag) => *self = flag,
            _ => return Err(JsonError::expected("true or false")),
        }
        Ok(())
    }

    fn write(&self) -> Json {
        Json::Bool(*self)
    }
}

impl Wire for i64 {
    fn blank() -> Self {
        0
    }

    fn read(&mut self, json: Json) -> Result<(), JsonError> {
        *self = match json {
            Json::Natural(number) => number.try_into().map_err(|_| JsonError::expected("a smaller number"))?,
            Json::Negative(number) => number,
            _ => return Err(JsonError::expected("a whole number")),
        };
        Ok(())
    }

    fn write(&self) -> Json {
        u64::try_from(*self).map_or(Json::Negative(*self), Json::Natural)
    }
}

macro_rules! naturals {
    ($($kind:ident)+) => { $(
        impl Wire for $kind {
            fn blank() -> Self {
                0
            }

            fn read(&mut self, json: Json) -> Result<(), JsonError> {
                *self = match json {
                    Json::Natural(number) => number.try_into().map_err(|_| JsonError::expected("a smaller number"))?,
                    _ => return Err(JsonError::expected("a whole number, 0 or more")),
                };
                Ok(())
            }

            fn write(&self) -> Json {
                u64::try_from(*self).map_or(Json::Fraction, Json::Natural)
            }
        }
    )+ };
}

naturals!(u8 u16 u32 u64 usize);

impl Wire for String {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, json: Json) -> Result<(), JsonError> {
        *self = json.text()?;
        Ok(())
    }

    fn write(&self) -> Json {
        Json::of_text(self)
    }
}

impl<T: Wire> Wire for Option<T> {
    fn blank() -> Self {
        None
    }

    fn read(&mut self, json: Json) -> Result<(), JsonError> {
        *self = None;
        match json {
            Json::Null => Ok(()),
            json => self.insert(T::blank()).read(json),
        }
    }

    fn write(&self) -> Json {
        self.as_ref().map_or(Json::Null, T::write)
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, json: Json) -> Result<(), JsonError> {
        self.clear();
        read_rows(json, self)
    }

    fn write(&self) -> Json {
        let mut rows = Vec::new();
        for row in self {
            rows.push(row.write());
        }
        Json::List(rows)
    }
}

/// A list to read into, whatever its rows are.
trait Rows {
    /// Adds a blank row.
    fn add(&mut self) -> &mut dyn Target;
}

impl<T: Wire> Rows for Vec<T> {
    fn add(&mut self) -> &mut dyn Target {
        self.push_mut(T::blank())
    }
}

#[inline(never)]
fn read_rows(json: Json, rows: &mut dyn Rows) -> Result<(), JsonError> {
    for (row, json) in json.list()?.into_iter().enumerate() {
        rows.add().take(json).map_err(|error| error.within(&row.to_string()))?;
    }
    Ok(())
}
