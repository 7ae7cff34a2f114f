//! Declares a struct together with its JSON.

/// Declares a struct whose fields stand under their own names in JSON; fields that it does not know are passed over.
///
/// `partial struct`: any field may be missing, then it is that of the `Default`. After a type, `as nullable`,
/// `as optional` or `as sparse` says how the field stands in JSON: see [`Mode`](super::Mode).
macro_rules! record {
    ( $(#[$meta:meta])* $vis:vis partial struct $name:ident { $($fields:tt)* } ) => {
        $crate::domain::json::record! {
            @struct { $(#[$meta])* } { #[cfg_attr(feature = "check", schemars(default))] } $vis $name { $($fields)* }
        }
        $crate::domain::json::record! { @wire $name true { Self::default() } { $($fields)* } }
    };
    ( $(#[$meta:meta])* $vis:vis struct $name:ident {
        $( $(#[$field_meta:meta])* $field_vis:vis $field:ident : $kind:ty $(as $mode:ident)? ),+ $(,)?
    } ) => {
        $crate::domain::json::record! {
            @struct { $(#[$meta])* } {} $vis $name {
                $( $(#[$field_meta])* $field_vis $field : $kind $(as $mode)? ),+
            }
        }
        $crate::domain::json::record! {
            @wire $name false { Self { $( $field: $crate::domain::json::Wire::blank() ),+ } } {
                $( $(#[$field_meta])* $field_vis $field : $kind $(as $mode)? ),+
            }
        }
    };

    // The struct, with what its schema has to know. A list that is always empty stands after each mode, because a
    // macro can only tell by a variable whether something was there.
    ( @struct { $(#[$meta:meta])* } { $(#[$partial:meta])* } $vis:vis $name:ident { $(
        $(#[$field_meta:meta])* $field_vis:vis $field:ident : $kind:ty
        $(as nullable $(#[$nullable:meta])*)? $(as optional $(#[$optional:meta])*)? $(as sparse $(#[$sparse:meta])*)?
    ),+ $(,)? } ) => {
        $(#[$meta])*
        #[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
        $(#[$partial])*
        $vis struct $name { $(
            $(#[$field_meta])*
            $(
                #[cfg_attr(feature = "check", schemars(with = "Option<String>", default = "Option::<String>::default"))]
                $(#[$nullable])*
            )?
            $( #[cfg_attr(feature = "check", schemars(default))] $(#[$optional])* )?
            $(
                #[cfg_attr(feature = "check", schemars(default, skip_serializing_if = "crate::domain::json::is_bare"))]
                $(#[$sparse])*
            )?
            $field_vis $field: $kind,
        )+ }
    };

    // One call for each field: all else is done in `Reader` and `Writer`, once for all records.
    ( @wire $name:ident $is_partial:literal { $blank:expr } { $(
        $(#[$field_meta:meta])* $field_vis:vis $field:ident : $kind:ty $(as $mode:ident)?
    ),+ $(,)? } ) => {
        impl $crate::domain::json::Wire for $name {
            fn blank() -> Self {
                $blank
            }

            fn read(&mut self, json: $crate::domain::json::Json) -> Result<(), $crate::domain::json::JsonError> {
                let mut reader = $crate::domain::json::Reader::new(json, $is_partial);
                $( reader.field(
                    stringify!($field),
                    $crate::domain::json::record!(@mode $($mode)?),
                    &mut self.$field,
                ); )+
                reader.finish()
            }

            fn write(&self) -> $crate::domain::json::Json {
                let mut writer = $crate::domain::json::Writer::default();
                $( writer.field(
                    stringify!($field),
                    $crate::domain::json::record!(@mode $($mode)?),
                    &self.$field,
                ); )+
                writer.finish()
            }
        }

        $crate::domain::json::serde_through_json!($name);
    };

    ( @mode ) => { $crate::domain::json::Mode::Plain };
    ( @mode nullable ) => { $crate::domain::json::Mode::Nullable };
    ( @mode optional ) => { $crate::domain::json::Mode::Optional };
    ( @mode sparse ) => { $crate::domain::json::Mode::Sparse };
}
pub(crate) use record;

/// Lets serde read and write a type that is [`Wire`](super::Wire).
macro_rules! serde_through_json {
    ($name:ty) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&$crate::domain::json::Wire::write(self), serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let json = <$crate::domain::json::Json as serde::Deserialize>::deserialize(deserializer)?;
                $crate::domain::json::Wire::from_json(json).map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use serde_through_json;

/// Makes [`Wire`](super::Wire) of an enum whose values have names in JSON.
macro_rules! wire_names {
    ($name:ident: $($variant:ident = $code:literal),+ $(,)?) => {
        impl $crate::domain::json::Wire for $name {
            fn blank() -> Self {
                let [first, ..] = [$( Self::$variant ),+];
                first
            }

            fn read(&mut self, json: $crate::domain::json::Json) -> Result<(), $crate::domain::json::JsonError> {
                let at = json.one_of(concat!($( $code, " " ),+), concat!("a known ", stringify!($name)))?;
                if let Some(value) = [$( Self::$variant ),+].get(at) {
                    *self = *value;
                }
                Ok(())
            }

            fn write(&self) -> $crate::domain::json::Json {
                let at = [$( Self::$variant ),+].iter().position(|value| value == self).unwrap_or_default();
                $crate::domain::json::Json::of_text($crate::domain::json::name_at(concat!($( $code, " " ),+), at))
            }
        }

        $crate::domain::json::serde_through_json!($name);
    };
}
pub(crate) use wire_names;

/// Whether a value is left out of JSON where its field is sparse; for the schemas.
#[cfg(feature = "check")]
pub fn is_bare<T: super::Wire>(value: &T) -> bool {
    value.write().is_bare()
}
