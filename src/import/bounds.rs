//! The limits of a file.

/// How many bytes one tag, text or comment may have. Certificates have a few thousand.
pub(super) const MAX_PIECE_BYTES: usize = 1024 * 1024;

/// How deeply elements may be nested. The catalogue needs eight levels.
pub(super) const MAX_DEPTH: usize = 32;

/// How many attributes one element may have. The first element has ten, including namespaces.
pub(super) const MAX_ATTRIBUTES: usize = 64;

/// How many elements one definition or instance may have. The largest known have about forty.
pub(super) const MAX_ELEMENTS: usize = 2_000;

/// How many providers, definitions and instances together a file may have.
pub(super) const MAX_ENTRIES: usize = 120_000;

/// How many bytes all names together may have.
pub(super) const MAX_NAME_BYTES: usize = 20 * 1024 * 1024;
