//! One element of the official catalogue with all that stands in it.

/// To which vocabulary an element belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// The service catalogue, in the version of the first element.
    Catalogue,
    /// SAML, which lends the element of the level.
    Saml,
    /// XML signature.
    Signature,
    /// SAML metadata, which lends the certificates.
    Metadata,
    /// Any other.
    Other,
}

/// An element; names without prefix.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub space: Space,
    pub name: String,
    /// Where it begins.
    pub line: usize,
    pub attributes: Vec<(String, String)>,
    /// Its own text, without that of its children.
    pub text: String,
    pub children: Vec<Element>,
}

impl Element {
    /// Whether it is this one of the catalogue's own.
    pub fn is(&self, name: &str) -> bool {
        self.space == Space::Catalogue && self.name == name
    }

    /// The value of an attribute; a prefix does not count, because writers differ in it.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim())
    }

    /// The children of this name.
    pub fn all(&self, name: &'static str) -> impl Iterator<Item = &Self> {
        self.children.iter().filter(move |child| child.is(name))
    }

    /// The text of the first child of this name; empty when there is none.
    pub fn text_of(&self, name: &str) -> &str {
        self.children.iter().find(|child| child.is(name)).map(|child| child.text.trim()).unwrap_or_default()
    }

    /// What `IsPublic` says.
    pub fn is_public(&self) -> Option<bool> {
        match self.attribute("IsPublic")? {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        }
    }
}
