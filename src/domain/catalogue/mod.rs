//! What can be applied for: the service catalogue and its search, and what the supplier offers.

mod catalogue_file;
mod entry;
mod offer;
mod offer_terms;
mod reading;
mod search;
mod service_catalogue;
mod vocabulary;

pub use catalogue_file::{BranchRestriction, CATALOGUE_FORMAT, CatalogueFile, NameFile, ProviderFile, ServiceFile};
pub use entry::{Provider, Service, ServiceRef};
pub use offer::*;
pub use offer_terms::*;
pub use search::{Found, SearchIndex};
pub use service_catalogue::{Catalogue, CatalogueError, Hit, SERVICE_ID};
