//! One element of the official catalogue with its content.

/// The namespace of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// The service catalogue, in the version of the first element.
    Catalogue,
    /// SAML, used for the level.
    Saml,
    /// XML signature.
    Signature,
    /// SAML metadata, used for certificates.
    Metadata,
    /// Any other.
    Other,
}

/// An element. Names are without prefix.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub space: Space,
    pub name: String,
    /// The line where it begins.
    pub line: usize,
    pub attributes: Vec<(String, String)>,
    /// The text of the element itself, without that of its children.
    pub text: String,
    pub children: Vec<Element>,
}

impl Element {
    /// Whether this is an element of the catalogue namespace with this name.
    pub fn is(&self, name: &str) -> bool {
        self.space == Space::Catalogue && self.name == name
    }

    /// The value of an attribute. Its prefix is ignored, because files differ in it.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim())
    }

    /// The children with this name.
    pub fn all(&self, name: &'static str) -> impl Iterator<Item = &Self> {
        self.children.iter().filter(move |child| child.is(name))
    }

    /// The text of the first child with this name; empty when there is none.
    pub fn text_of(&self, name: &str) -> &str {
        self.children.iter().find(|child| child.is(name)).map(|child| child.text.trim()).unwrap_or_default()
    }

    /// The value of `IsPublic`; `None` when it is missing or invalid.
    pub fn is_public(&self) -> Option<bool> {
        match self.attribute("IsPublic")? {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        }
    }
}
