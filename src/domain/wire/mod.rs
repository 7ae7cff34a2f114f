//! How JSON is read. The wizard reads it as [`Json`], a small tree, and then field by field ([`FromJson`]), which takes less
//! code than a reader for each type. Backends read with serde through [`Strict`]: a struct only from an object, an enum only
//! from text; a [`Watch`] limits what is read and knows where an error is.

mod from_json;
mod json;
mod strict;
mod watch;

pub use from_json::FromJson;
pub(crate) use from_json::fields;
pub use json::{Json, Misfit};
pub use strict::Strict;
pub use watch::Watch;
