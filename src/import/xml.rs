//! Reads XML as elements with line numbers. Document types and entities are refused, and every size has a limit.

use std::io::BufRead;

use quick_xml::NsReader;
use quick_xml::XmlVersion;
use quick_xml::encoding::EncodingError;
use quick_xml::errors::Error;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};

use super::bounds::{MAX_ATTRIBUTES, MAX_DEPTH, MAX_ELEMENTS, MAX_PIECE_BYTES};
use super::counted::Counted;
use super::element::{Element, Space};
use super::error::{ImportError, ImportFault};

/// The known namespaces of the catalogue.
const CATALOGUES: [&[u8]; 2] = [b"urn:etoegang:1.11:service-catalog", b"urn:etoegang:1.13:service-catalog"];

/// A node in document order.
pub(super) enum Node {
    /// The start of an element; its text and children follow.
    Start(Element),
    /// Text.
    Text(String),
    /// The end of the innermost element.
    End,
    /// The end of the file.
    Eof,
}

/// A streaming reader of nodes.
pub(super) struct Xml<R> {
    reader: NsReader<Counted<R>>,
    buffer: Vec<u8>,
    depth: usize,
    /// The namespace of the first element; empty until that is read.
    catalogue: Vec<u8>,
}

impl<R: BufRead> Xml<R> {
    pub fn new(input: R) -> Self {
        let mut reader = NsReader::from_reader(Counted::new(input));
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), depth: 0, catalogue: Vec::new() }
    }

    /// The current line.
    pub fn line(&self) -> usize {
        self.reader.get_ref().line()
    }

    /// An error at the current line.
    pub fn fault(&self, fault: ImportFault) -> ImportError {
        ImportError { line: self.line(), fault }
    }

    /// The first element: the catalogue itself.
    pub fn root(&mut self) -> Result<Element, ImportError> {
        loop {
            match self.next()? {
                Node::Start(root) if ["ServiceCatalogue", "ServiceCatalog"].contains(&root.name.as_str()) => {
                    return match root.space {
                        Space::Catalogue => Ok(root),
                        _ => Err(ImportError { line: root.line, fault: ImportFault::Namespace(self.namespace()) }),
                    };
                }
                Node::Start(other) => {
                    return Err(ImportError { line: other.line, fault: ImportFault::Root(other.name) });
                }
                Node::Text(text) if text.trim().is_empty() => {}
                Node::Text(_) | Node::End | Node::Eof => {
                    return Err(self.fault(ImportFault::Syntax("no element found".to_owned())));
                }
            }
        }
    }

    /// Reads the rest of an element whose start was just read, with all its children.
    pub fn read_rest(&mut self, start: Element) -> Result<Element, ImportError> {
        let mut open = vec![start];
        let (mut count, mut length) = (0, 0);
        while let Some(mut innermost) = open.pop() {
            match self.next()? {
                Node::Start(child) => {
                    count += 1;
                    length += child.attributes.iter().map(|(_, value)| value.len()).sum::<usize>();
                    open.extend([innermost, child]);
                }
                Node::Text(text) => {
                    length += text.len();
                    innermost.text.push_str(&text);
                    open.push(innermost);
                }
                Node::End => match open.last_mut() {
                    Some(parent) => parent.children.push(innermost),
                    None => return Ok(innermost),
                },
                Node::Eof => break,
            }
            if count > MAX_ELEMENTS {
                return Err(self.fault(ImportFault::Breadth));
            }
            if length > MAX_PIECE_BYTES {
                return Err(self.fault(ImportFault::Length));
            }
        }
        Err(self.fault(ImportFault::Syntax("unexpected end of file".to_owned())))
    }

    /// Skips the rest of an element whose start was just read, whatever its length.
    pub fn skip_rest(&mut self) -> Result<(), ImportError> {
        let outer_depth = self.depth - 1;
        while self.depth > outer_depth {
            if matches!(self.next()?, Node::Eof) {
                return Err(self.fault(ImportFault::Syntax("unexpected end of file".to_owned())));
            }
        }
        Ok(())
    }

    /// Reads the next node.
    pub fn next(&mut self) -> Result<Node, ImportError> {
        loop {
            self.buffer.clear();
            let counted = self.reader.get_mut();
            counted.begin_piece();
            let line = counted.line();
            let event = self.reader.read_event_into(&mut self.buffer);
            let at = |fault| ImportError { line, fault };
            let event = match event {
                Ok(event) => event,
                Err(error) => return Err(at(fault_of(self.reader.get_ref(), error))),
            };
            let utf8 = |_: EncodingError| at(ImportFault::Encoding);
            return Ok(match event {
                Event::Start(start) | Event::Empty(start) => {
                    self.depth += 1;
                    if self.depth > MAX_DEPTH {
                        return Err(at(ImportFault::Depth));
                    }
                    if self.catalogue.is_empty() {
                        self.catalogue = match self.reader.resolver().resolve_element(start.name()).0 {
                            ResolveResult::Bound(Namespace(name)) => name.to_vec(),
                            ResolveResult::Unbound | ResolveResult::Unknown(_) => b"none".to_vec(),
                        };
                    }
                    Node::Start(element(&self.reader, &self.catalogue, &start, line).map_err(at)?)
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Node::End
                }
                Event::Text(text) => Node::Text(text.xml10_content().map_err(utf8)?.into_owned()),
                Event::CData(text) => Node::Text(text.xml10_content().map_err(utf8)?.into_owned()),
                Event::GeneralRef(name) => Node::Text(resolve(&name).map_err(at)?),
                Event::DocType(_) => return Err(at(ImportFault::DocumentType)),
                Event::Decl(declaration) => match declaration.encoding() {
                    Some(Ok(name)) if !name.eq_ignore_ascii_case(b"utf-8") => return Err(at(ImportFault::Encoding)),
                    _ => continue,
                },
                Event::Comment(_) | Event::PI(_) => continue,
                Event::Eof if self.depth > 0 => {
                    return Err(at(ImportFault::Syntax("unexpected end of file".to_owned())));
                }
                Event::Eof => Node::Eof,
            });
        }
    }

    fn namespace(&self) -> String {
        String::from_utf8_lossy(&self.catalogue).into_owned()
    }
}

fn element<R: BufRead>(
    reader: &NsReader<Counted<R>>,
    catalogue: &[u8],
    start: &BytesStart<'_>,
    line: usize,
) -> Result<Element, ImportFault> {
    let (namespace, name) = reader.resolver().resolve_element(start.name());
    let space = match namespace {
        ResolveResult::Bound(Namespace(namespace)) => space(namespace, catalogue),
        ResolveResult::Unbound | ResolveResult::Unknown(_) => Space::Other,
    };
    let mut attributes = Vec::new();
    for (count, attribute) in start.attributes().enumerate() {
        // Checking for duplicate attributes takes time quadratic in their number.
        if count == MAX_ATTRIBUTES {
            return Err(ImportFault::Breadth);
        }
        let attribute = attribute.map_err(|error| ImportFault::Syntax(error.to_string()))?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        let value = value.map_err(|error| fault_of(reader.get_ref(), error))?;
        attributes.push((text_of(attribute.key.local_name().as_ref())?, value.into_owned()));
    }
    let name = text_of(name.as_ref())?;
    Ok(Element { space, name, line, attributes, text: String::new(), children: Vec::new() })
}

fn space(namespace: &[u8], catalogue: &[u8]) -> Space {
    match namespace {
        _ if namespace == catalogue && CATALOGUES.contains(&namespace) => Space::Catalogue,
        b"urn:oasis:names:tc:SAML:2.0:assertion" => Space::Saml,
        b"urn:oasis:names:tc:SAML:2.0:metadata" => Space::Metadata,
        b"http://www.w3.org/2000/09/xmldsig#" => Space::Signature,
        _ => Space::Other,
    }
}

fn fault_of<R: BufRead>(input: &Counted<R>, error: Error) -> ImportFault {
    match error {
        Error::Io(_) if input.is_exhausted() => ImportFault::Length,
        Error::Io(error) => ImportFault::Io(error.to_string()),
        Error::Encoding(_) => ImportFault::Encoding,
        other => ImportFault::Syntax(other.to_string()),
    }
}

/// The text of a reference: a character, or one of the five entities that XML predefines.
fn resolve(reference: &BytesRef<'_>) -> Result<String, ImportFault> {
    let character = reference.resolve_char_ref().map_err(|error| ImportFault::Syntax(error.to_string()))?;
    if let Some(character) = character {
        return Ok(character.to_string());
    }
    let name = reference.decode().map_err(|_| ImportFault::Encoding)?;
    let text = resolve_xml_entity(&name);
    text.map(str::to_owned).ok_or_else(|| ImportFault::Entity(name.chars().take(40).collect()))
}

fn text_of(name: &[u8]) -> Result<String, ImportFault> {
    String::from_utf8(name.to_vec()).map_err(|_| ImportFault::Encoding)
}
