//! Converts the scheme's own service catalogue (*dienstencatalogus*), an XML file, to the format of the wizard.
//!
//! Source: <https://afsprakenstelsel.etoegang.nl/Startpagina/as/service-catalog>
//!
//! The file is read as a stream. Only identifiers, names and levels stay in memory, within limits: a file that exceeds
//! one is refused with an [`ImportFault`]. The [`Report`] lists everything that was skipped, with its line and reason.

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
