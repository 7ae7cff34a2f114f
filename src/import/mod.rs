//! The scheme's own service catalogue (*dienstencatalogus*), an XML file, made into ours.
//!
//! Source: <https://afsprakenstelsel.etoegang.nl/Startpagina/as/service-catalog>
//!
//! The file is read as a stream: what is kept of it are numbers, names and levels, within bounds that are stated in
//! [`ImportFault`]. Whatever does not come in stands in the [`Report`], with its line and the reason.

mod bounds;
mod changes;
mod counted;
mod definition;
mod element;
mod error;
mod gathered;
mod instance;
mod join;
mod layout;
mod names;
mod read;
mod report;
mod terms;
mod xml;

pub use changes::{Change, changes};
pub use error::{ImportError, ImportFault};
pub use layout::layout;
pub use read::{Import, import};
pub use report::{Part, Report, Skip, SkipReason};
pub use terms::ImportTerms;
