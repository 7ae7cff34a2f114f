//! Values that have fixed names on the wire.

/// A value of a closed list, as radio buttons and selects hold it.
pub trait Coded: Sized {
    /// Whether the name is text in JSON, and not a number or `true` and `false`.
    const IS_TEXT: bool;

    /// Its name.
    fn to_code(&self) -> String;

    /// The value with this name; `None` if it is unknown.
    fn of_code(code: &str) -> Option<Self>;
}

impl Coded for bool {
    const IS_TEXT: bool = false;

    fn to_code(&self) -> String {
        self.to_string()
    }

    fn of_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }
}

/// A number of years.
impl Coded for u8 {
    const IS_TEXT: bool = false;

    fn to_code(&self) -> String {
        self.to_string()
    }

    fn of_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }
}

/// Defines an enum whose values have fixed names on the wire.
///
/// Adds `ALL`, `code()` and `from_code()`, and reads and writes those names as JSON; with the feature `schema` also
/// `doc()`, the doc comment as text.
macro_rules! codes {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[doc = $doc:literal])* $variant:ident = $code:literal ),+ $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[doc = $doc])* $variant ),+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];

            /// The name on the wire.
            pub const fn code(self) -> &'static str {
                match self { $( Self::$variant => $code ),+ }
            }

            /// Its doc comment.
            #[cfg(feature = "schema")]
            pub const fn doc(self) -> &'static str {
                match self { $( Self::$variant => concat!($( $doc ),*) ),+ }
            }

            /// The value with this name; `None` if it is unknown.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }

        impl $crate::domain::rules::Coded for $name {
            const IS_TEXT: bool = true;

            fn to_code(&self) -> String {
                self.code().to_owned()
            }

            fn of_code(code: &str) -> Option<Self> {
                Self::from_code(code)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                // serde's own message would repeat the input, which may be personal.
                let unknown = || serde::de::Error::custom(concat!("expected a known ", stringify!($name)));
                Self::from_code(&code).ok_or_else(unknown)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let names: Vec<&str> = Self::ALL.iter().map(|value| value.code()).collect();
                schemars::json_schema!({ "type": "string", "enum": names })
            }
        }
    };
}
pub(crate) use codes;
