//! However large a file is, what is kept of it is bounded.

use std::io::{BufReader, Cursor, Read};

use eherkenning_wizard::domain::catalogue::Catalogue;
use eherkenning_wizard::import::{Import, ImportError, ImportTerms, import};

use crate::document::{OIN, UUID, catalogue, definition, one, provider, read};
use crate::generate::generate;

/// A text, then a piece repeated, then a text; never in memory as a whole.
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

fn code(made: Result<Import, ImportError>) -> &'static str {
    made.unwrap_err().fault.code()
}

const MIB: usize = 1024 * 1024;

#[test]
fn ten_thousand_services_come_in_whole() {
    let mut xml = Vec::new();
    generate(10_000, &mut xml).unwrap();
    let made = import(xml.as_slice(), &ImportTerms::default()).unwrap();
    assert_eq!((made.report.kept_services, made.report.skipped()), (10_000, 0));
    let catalogue = Catalogue::try_from(made.file).unwrap();
    assert_eq!(catalogue.dropped(), 0);
    assert_eq!(catalogue.providers().iter().map(|provider| provider.services().len()).sum::<usize>(), 10_000);
}

#[test]
fn one_endless_piece_is_refused() {
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
fn depth_and_breadth_are_bounded() {
    let whole = one(UUID, UUID);
    let (head, tail) = whole.split_once("Dienst").unwrap();
    assert_eq!(code(long(head, "<a>", 100_000, tail)), "depth");
    assert_eq!(code(long(head, "<a/>", 100_000, tail)), "breadth");
    let attributes: String = (0..200).map(|number| format!(" a{number}=\"\"")).collect();
    assert_eq!(code(read(&whole.replace("<esc:ServiceName", &format!("<esc:ServiceName{attributes}")))), "breadth");
}

#[test]
fn megabytes_that_are_not_needed_pass_by() {
    let whole = catalogue(&provider(OIN, &definition(UUID, "loa3")));
    let (head, tail) = whole.split_once("<esc:ServiceProvider ").unwrap();
    let tail = format!("</ds:Signature><esc:ServiceProvider {tail}");
    let head = format!("{head}<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">");
    const FILL: &str = "<ds:Object>0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef</ds:Object>\n";
    let made = long(&head, FILL, 10 * MIB / FILL.len(), &tail).unwrap();
    assert_eq!((made.report.kept_services, made.report.skipped()), (1, 0));
}

#[test]
fn more_entries_and_longer_names_than_any_catalogue_has_are_refused() {
    let whole = catalogue(&provider(OIN, &definition(UUID, "loa3")));
    let (head, tail) = whole.split_once("<esc:ServiceDefinition").unwrap();
    let tail = format!("<esc:ServiceDefinition{tail}");
    assert_eq!(code(long(head, "<esc:ServiceInstance/>", 200_001, &tail)), "entries");
    const NAME: &str = "<esc:OrganizationDisplayName>0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef</esc:OrganizationDisplayName>";
    assert_eq!(code(long(head, NAME, 200_000, &tail)), "text");
}
