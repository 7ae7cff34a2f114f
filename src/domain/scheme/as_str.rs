//! Reading types that hold one text.

/// Gives types that hold one text a way to read it.
macro_rules! as_str {
    ($($name:ident),+) => { $(
        impl $name {
            /// The value as text, as it goes on the wire.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    )+ };
}
pub(super) use as_str;
