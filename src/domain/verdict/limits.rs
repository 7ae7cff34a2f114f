//! The limits of the input.

/// Maximum size of an application without its documents, in bytes.
pub const MAX_APPLICATION_BYTES: usize = 256 * 1024;

/// Maximum size of an offer, in bytes.
pub const MAX_OFFER_BYTES: usize = 256 * 1024;

/// Maximum size of a catalogue, in bytes: about fifty thousand services.
pub const MAX_CATALOGUE_BYTES: usize = 16 * 1024 * 1024;

/// Maximum nesting of lists and objects.
pub const MAX_DEPTH: usize = 32;

/// Maximum length of a list in an application or an offer.
pub const MAX_ROWS: usize = 1000;

/// Maximum number of unknown fields that are reported.
pub const MAX_UNKNOWN_FIELDS: usize = 100;
