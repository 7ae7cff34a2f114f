//! Types that are read from the tree of JSON, with less code than a reader of serde for each.

use super::json::{Json, Misfit};
use crate::domain::rules::Coded;

/// A type that is read from [`Json`] as serde would read it, with less code.
pub trait FromJson: Sized {
    /// Reads a value.
    ///
    /// # Errors
    /// The first thing that does not fit.
    fn from_json(json: &Json) -> Result<Self, Misfit>;
}

impl Json {
    /// The value of a field that must be there.
    ///
    /// # Errors
    /// When it is missing, or does not fit.
    pub fn get<T: FromJson>(&self, name: &'static str) -> Result<T, Misfit> {
        self.at(name)?.ok_or(Misfit("")).and_then(T::from_json).map_err(|misfit| misfit.within(name))
    }

    /// The value of a field, or the default when it is missing.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn get_or_default<T: FromJson + Default>(&self, name: &'static str) -> Result<T, Misfit> {
        self.get_or(name, T::default())
    }

    /// The value of a field, or another when it is missing.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn get_or<T: FromJson>(&self, name: &'static str, other: T) -> Result<T, Misfit> {
        self.at(name)?.map_or(Ok(other), T::from_json).map_err(|misfit| misfit.within(name))
    }
}

impl<T: Coded> FromJson for T {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        let code = match json {
            Json::Text(code) if T::IS_TEXT => code.as_str(),
            Json::Number(code) if !T::IS_TEXT => code,
            Json::Flag(flag) if !T::IS_TEXT => {
                if *flag {
                    "true"
                } else {
                    "false"
                }
            }
            _ => return Err(Misfit("")),
        };
        T::of_code(code).ok_or(Misfit(""))
    }
}

impl FromJson for String {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        json.as_text()
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        if let Json::List(rows) = json { rows.iter().map(T::from_json).collect() } else { Err(Misfit("")) }
    }
}

/// `null` is nothing.
impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        if *json == Json::Null { Ok(None) } else { T::from_json(json).map(Some) }
    }
}

/// A whole number.
macro_rules! numbers {
    ($($number:ty)*) => {
        $(
            impl FromJson for $number {
                fn from_json(json: &Json) -> Result<Self, Misfit> {
                    let Json::Number(digits) = json else { return Err(Misfit("")) };
                    digits.parse().map_err(|_| Misfit(""))
                }
            }
        )*
    };
}
numbers!(i64 u32 u64 usize);

/// Implements [`FromJson`] for a struct, field by field. Those after `default` and `or` may be missing.
macro_rules! fields {
    ($name:ident: $($field:ident)* $(; default $($optional:ident)*)? $(; or $($other:ident = $value:expr),*)?) => {
        impl $crate::domain::wire::FromJson for $name {
            fn from_json(json: &$crate::domain::wire::Json) -> Result<Self, $crate::domain::wire::Misfit> {
                Ok(Self {
                    $($field: json.get(stringify!($field))?,)*
                    $($($optional: json.get_or_default(stringify!($optional))?,)*)?
                    $($($other: json.get_or(stringify!($other), $value)?,)*)?
                })
            }
        }
    };
}
pub(crate) use fields;

impl Misfit {
    /// Names the field, unless the misfit is in a field of its own.
    const fn within(self, name: &'static str) -> Self {
        if self.0.is_empty() { Self(name) } else { self }
    }
}
