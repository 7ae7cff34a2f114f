//! The limits that bound memory, whatever the size of the file.

use std::io::{BufReader, Cursor, Read};

use eherkenning_wizard::domain::catalogue::Catalogue;
use eherkenning_wizard::import::{Import, ImportError, ImportTerms, import};

use crate::document::{OIN, UUID, catalogue, definition, one, provider, read};
use crate::generate::generate;

/// Imports a head, a piece repeated many times, and a tail, without ever having the whole file in memory.
fn long(head: &str, piece: &'static str, times: usize, tail: &str) -> Result<Import, ImportError> {
    let pieces = (0..times).map(|_| piece.as_bytes());
    let input = Cursor::new(head.to_owned()).chain(Pieces(pieces, b"")).chain(Cursor::new(tail.to_owned()));
    import(BufReader::new(input), &ImportTerms::default())
}

struct Pieces<I>(I, &'static [u8]);

impl<I: Iterator<Item = &'static [u8]>> Read for Pieces<I> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let mut filled = 0;
        while filled < into.len() {
            if self.1.is_empty() {
                let Some(piece) = self.0.next() else { break };
                self.1 = piece;
            }
            filled += self.1.read(&mut into[filled..])?;
        }
        Ok(filled)
    }
}

fn code(result: Result<Import, ImportError>) -> &'static str {
    result.unwrap_err().fault.code()
}

const MIB: usize = 1024 * 1024;

#[test]
fn ten_thousand_services_are_all_imported() {
    let mut xml = Vec::new();
    generate(10_000, &mut xml).unwrap();
    let imported = import(xml.as_slice(), &ImportTerms::default()).unwrap();
    assert_eq!((imported.report.imported_services, imported.report.skipped()), (10_000, 0));
    let catalogue = Catalogue::try_from(imported.file).unwrap();
    assert_eq!(catalogue.dropped(), 0);
    assert_eq!(catalogue.providers().iter().map(|provider| provider.services().len()).sum::<usize>(), 10_000);
}

#[test]
fn a_piece_that_is_too_long_is_refused() {
    let whole = one(UUID, UUID);
    let (head, tail) = whole.split_once("Dienst").unwrap();
    assert_eq!(code(long(head, "a", 3 * MIB, tail)), "length");
    assert_eq!(code(long(&format!("{head}<!--"), "a", 3 * MIB, &format!("-->{tail}"))), "length");
    assert_eq!(code(long(&format!("{head}<a b=\""), "a", 3 * MIB, &format!("\"/>{tail}"))), "length");
    assert_eq!(code(long(&format!("{head}<"), "a", 3 * MIB, &format!("/>{tail}"))), "length");
    assert_eq!(code(long(head, "<![CDATA[aaaaaaaaaaaaaaaa]]>", MIB, tail)), "length");
    assert_eq!(code(long(head, "&amp;", 2 * MIB, tail)), "length");
}

#[test]
fn depth_and_breadth_are_limited() {
    let whole = one(UUID, UUID);
    let (head, tail) = whole.split_once("Dienst").unwrap();
    assert_eq!(code(long(head, "<a>", 100_000, tail)), "depth");
    assert_eq!(code(long(head, "<a/>", 100_000, tail)), "breadth");
    let attributes: String = (0..200).map(|number| format!(" a{number}=\"\"")).collect();
    assert_eq!(code(read(&whole.replace("<esc:ServiceName", &format!("<esc:ServiceName{attributes}")))), "breadth");
}

#[test]
fn a_large_signature_is_skipped() {
    let whole = catalogue(&provider(OIN, &definition(UUID, "loa3")));
    let (head, tail) = whole.split_once("<esc:ServiceProvider ").unwrap();
    let tail = format!("</ds:Signature><esc:ServiceProvider {tail}");
    let head = format!("{head}<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">");
    const FILL: &str = "<ds:Object>0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef</ds:Object>\n";
    let imported = long(&head, FILL, 10 * MIB / FILL.len(), &tail).unwrap();
    assert_eq!((imported.report.imported_services, imported.report.skipped()), (1, 0));
}

#[test]
fn too_many_entries_and_too_long_names_are_refused() {
    let whole = catalogue(&provider(OIN, &definition(UUID, "loa3")));
    let (head, tail) = whole.split_once("<esc:ServiceDefinition").unwrap();
    let tail = format!("<esc:ServiceDefinition{tail}");
    assert_eq!(code(long(head, "<esc:ServiceInstance/>", 200_001, &tail)), "entries");
    const NAME: &str = "<esc:OrganizationDisplayName>0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef</esc:OrganizationDisplayName>";
    assert_eq!(code(long(head, NAME, 200_000, &tail)), "text");
}
