//! What can be applied for: the service catalogue and its search.

mod catalogue_file;
mod entry;
mod reading;
mod search;
mod service_catalogue;
mod vocabulary;

pub use catalogue_file::{BranchRestriction, CATALOGUE_FORMAT, CatalogueFile, NameFile, ProviderFile, ServiceFile};
pub use entry::{Provider, Service, ServiceRef};
pub use search::{Found, SearchIndex};
pub use service_catalogue::{Catalogue, CatalogueError, Hit, SERVICE_ID};
