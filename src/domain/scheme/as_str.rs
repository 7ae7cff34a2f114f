//! Access to the text of value types.

/// Adds `as_str` to types that wrap a `String`.
macro_rules! as_str {
    ($($name:ident),+) => { $(
        impl $name {
            /// The value as text, as on the wire.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    )+ };
}
pub(super) use as_str;
