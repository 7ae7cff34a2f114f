//! Enums whose values have fixed names on the wire.

/// Writes an enum whose values have fixed names on the wire.
///
/// Gives `ALL`, `code()` and `from_code()`, and reads and writes those names as JSON; with the feature `check` also
/// `doc()`, for what is written about them.
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

            /// What its doc comment says.
            #[cfg(feature = "check")]
            pub const fn doc(self) -> &'static str {
                match self { $( Self::$variant => concat!($( $doc ),*) ),+ }
            }

            /// The value of this name; nothing for an unknown one.
            pub fn from_code(code: &str) -> Option<Self> {
                match code {
                    $( $code => Some(Self::$variant), )+
                    _ => None,
                }
            }
        }

        $crate::domain::json::wire_names!($name: $( $variant = $code ),+);

        #[cfg(feature = "check")]
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
