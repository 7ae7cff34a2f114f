//! How much is read.

/// Largest application, without its documents, in bytes.
pub const MAX_APPLICATION_BYTES: usize = 256 * 1024;

/// Largest offer, in bytes.
pub const MAX_OFFER_BYTES: usize = 256 * 1024;

/// Largest catalogue, in bytes: some fifty thousand services.
pub const MAX_CATALOGUE_BYTES: usize = 16 * 1024 * 1024;

/// Deepest nesting of lists and objects.
pub const MAX_DEPTH: usize = 32;

/// Longest list in an application or an offer.
pub const MAX_ROWS: usize = 1000;

/// How many unknown fields of an application are told.
pub const MAX_UNKNOWN_FIELDS: usize = 100;
