//! A layer over a deserializer of JSON: holds what is read within bounds, and knows where reading is.
//!
//! serde_path_to_error knows the latter too, but as one more layer it made rules.wasm half as large again.

use std::cell::RefCell;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

/// The message of the error for what is nested deeper than [`Bounds::levels`].
pub const TOO_DEEP: &str = "nested too deep";

/// The message of the error for a list of more than [`Bounds::rows`].
pub const TOO_MANY_ROWS: &str = "the list is too long";

/// How much is taken.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Levels of lists and objects.
    pub levels: usize,
    /// Rows of each list.
    pub rows: usize,
}

/// Where reading is. An error leaves it where it happened.
#[derive(Debug, Default)]
pub struct Location(RefCell<Vec<Step>>);

#[derive(Debug)]
enum Step {
    Field(String),
    Row(usize),
}

impl Location {
    /// As a JSON pointer (RFC 6901).
    pub fn pointer(&self) -> String {
        let step = |step: &Step| match step {
            Step::Field(name) => format!("/{}", name.replace('~', "~0").replace('/', "~1")),
            Step::Row(row) => format!("/{row}"),
        };
        self.0.borrow().iter().map(step).collect()
    }

    fn enter(&self, step: Step) {
        self.0.borrow_mut().push(step);
    }

    fn leave(&self) {
        self.0.borrow_mut().pop();
    }
}

/// A deserializer, or what serde hands out on the way down, within bounds.
///
/// Besides, a struct is read only from an object and an enum only from text. serde_json also reads them from a list and
/// from an object with one field, which are other ways to write the same that nobody asked for.
pub struct Bounded<'a, T> {
    inner: T,
    bounds: Bounds,
    location: &'a Location,
}

impl<'a, T> Bounded<'a, T> {
    /// Reads from `inner`, and keeps `location` up to date.
    pub fn new(inner: T, bounds: Bounds, location: &'a Location) -> Self {
        Self { inner, bounds, location }
    }

    fn with<U>(&self, inner: U) -> Bounded<'a, U> {
        Bounded { inner, bounds: self.bounds, location: self.location }
    }

    /// The same for what is one level down.
    fn down<U, E: Error>(&self, inner: U) -> Result<Bounded<'a, U>, E> {
        let levels = self.bounds.levels.checked_sub(1).ok_or_else(|| E::custom(TOO_DEEP))?;
        Ok(Bounded { inner, bounds: Bounds { levels, ..self.bounds }, location: self.location })
    }
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Bounded<'_, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = self.with(visitor);
        self.inner.deserialize_any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = self.with(visitor);
        self.inner.deserialize_option(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = self.with(visitor);
        self.inner.deserialize_newtype_struct(name, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let visitor = self.with(visitor);
        self.inner.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let name = String::deserialize(self.inner)?;
        visitor.visit_enum(name.into_deserializer())
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map identifier ignored_any
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Bounded<'_, V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(formatter)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<V::Value, E> {
        self.inner.visit_bool(flag)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<V::Value, E> {
        self.inner.visit_i64(number)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<V::Value, E> {
        self.inner.visit_u64(number)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<V::Value, E> {
        self.inner.visit_f64(number)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        self.inner.visit_str(text)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<V::Value, E> {
        self.inner.visit_borrowed_str(text)
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        let deserializer = self.with(deserializer);
        self.inner.visit_some(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        let deserializer = self.with(deserializer);
        self.inner.visit_newtype_struct(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, rows: A) -> Result<V::Value, A::Error> {
        let rows = self.down(rows)?;
        self.inner.visit_seq(Rows { rows, count: 0 })
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<V::Value, A::Error> {
        let fields = self.down(fields)?;
        self.inner.visit_map(fields)
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Bounded<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        let deserializer = self.with(deserializer);
        self.inner.deserialize(deserializer)
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Bounded<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        let Some(name) = self.inner.next_key::<String>()? else { return Ok(None) };
        let key = seed.deserialize(name.as_str().into_deserializer());
        self.location.enter(Step::Field(name));
        key.map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let seed = self.with(seed);
        let value = self.inner.next_value_seed(seed)?;
        self.location.leave();
        Ok(value)
    }
}

/// The rows of a list, of which so many were read.
struct Rows<'a, A> {
    rows: Bounded<'a, A>,
    count: usize,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Rows<'_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.rows.location.enter(Step::Row(self.count));
        let seed = self.rows.with(seed);
        let next = self.rows.inner.next_element_seed(seed)?;
        self.rows.location.leave();
        self.count += usize::from(next.is_some());
        if self.count > self.rows.bounds.rows { Err(A::Error::custom(TOO_MANY_ROWS)) } else { Ok(next) }
    }
}
