//! A layer over a JSON deserializer that reads a struct only from an object and an enum only from text, and reports
//! what it reads to a [`Watch`].
//!
//! serde_path_to_error and serde_ignored would give the place of an error and the unknown fields. But every layer
//! compiles each of our types once more: with those two, rules.wasm was 520 KB.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::watch::Watch;

/// A deserializer, or what serde hands out on the way down.
///
/// A struct is read only from an object and an enum only from text. serde_json also reads them from a list and from an
/// object with one field, which would be needless other ways to write the same.
pub struct Strict<'a, T, W> {
    inner: T,
    watch: &'a W,
}

impl<'a, T, W> Strict<'a, T, W> {
    /// Reads from `inner`.
    pub fn new(inner: T, watch: &'a W) -> Self {
        Self { inner, watch }
    }

    fn with<U>(&self, inner: U) -> Strict<'a, U, W> {
        Strict { inner, watch: self.watch }
    }
}

/// Forwards to the deserializer below, for a visitor that stays strict.
macro_rules! forward {
    ($($method:ident)*) => {
        $(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
                let visitor = self.with(visitor);
                self.inner.$method(visitor)
            }
        )*
    };
}

impl<'de, D: Deserializer<'de>, W: Watch> Deserializer<'de> for Strict<'_, D, W> {
    type Error = D::Error;

    // Each has less code than `deserialize_any`, which is compiled for every kind of JSON.
    forward! {
        deserialize_any deserialize_bool deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_i64
        deserialize_str deserialize_string deserialize_option deserialize_seq deserialize_map
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

    /// What derived code calls for an unknown field.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.watch.pass_over(self.inner)?;
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
    }
}

impl<'de, V: Visitor<'de>, W: Watch> Visitor<'de> for Strict<'_, V, W> {
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
        let Self { inner, watch } = self;
        watch.within(|| inner.visit_seq(Rows { inner: rows, watch, outside: watch.length(), count: 0 }))
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<V::Value, A::Error> {
        let Self { inner, watch } = self;
        watch.within(|| inner.visit_map(Fields { inner: fields, watch, outside: watch.length() }))
    }
}

impl<'de, S: DeserializeSeed<'de>, W: Watch> DeserializeSeed<'de> for Strict<'_, S, W> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        let deserializer = self.with(deserializer);
        self.inner.deserialize(deserializer)
    }
}

/// The fields of an object.
struct Fields<'a, A, W> {
    inner: A,
    watch: &'a W,
    /// The length of the pointer to the object.
    outside: usize,
}

impl<'de, A: MapAccess<'de>, W: Watch> MapAccess<'de> for Fields<'_, A, W> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        self.inner.next_key_seed(Name { seed, watch: self.watch })
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let value = self.inner.next_value_seed(Strict::new(seed, self.watch))?;
        self.watch.leave(self.outside);
        Ok(value)
    }
}

/// Reads the name of a field, and enters that field.
struct Name<'a, K, W> {
    seed: K,
    watch: &'a W,
}

impl<'de, K: DeserializeSeed<'de>, W: Watch> DeserializeSeed<'de> for Name<'_, K, W> {
    type Value = K::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<K::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de, K: DeserializeSeed<'de>, W: Watch> Visitor<'de> for Name<'_, K, W> {
    type Value = K::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<K::Value, E> {
        self.watch.enter_field(name);
        self.seed.deserialize(name.into_deserializer())
    }
}

/// The rows of a list, with the number of rows read so far.
struct Rows<'a, A, W> {
    inner: A,
    watch: &'a W,
    /// The length of the pointer to the list.
    outside: usize,
    count: usize,
}

impl<'de, A: SeqAccess<'de>, W: Watch> SeqAccess<'de> for Rows<'_, A, W> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.watch.enter_row(self.count);
        let next = self.inner.next_element_seed(Strict::new(seed, self.watch))?;
        self.watch.leave(self.outside);
        self.count += usize::from(next.is_some());
        self.watch.check_rows(self.count)?;
        Ok(next)
    }
}
