//! How much a file may hold.

/// Bytes that one tag, text or comment may have. Certificates have a few thousand.
pub(super) const LONGEST_PIECE: usize = 1024 * 1024;

/// How deeply elements may be nested. The catalogue needs eight.
pub(super) const DEEPEST: usize = 32;

/// Attributes that one element may have. The first element has ten, with its namespaces.
pub(super) const MOST_ATTRIBUTES: usize = 64;

/// Elements that one definition or instance may have. The largest known have some forty.
pub(super) const MOST_ELEMENTS: usize = 2_000;

/// Providers, definitions and instances that a file may have together.
pub(super) const MOST_ENTRIES: usize = 120_000;

/// Bytes that all names together may have.
pub(super) const MOST_TEXT: usize = 20 * 1024 * 1024;
