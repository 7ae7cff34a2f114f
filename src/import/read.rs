//! Reads the file from its first element to its last.

use std::io::BufRead;

use super::definition::{Definition, Reading};
use super::element::{Element, Space};
use super::error::{ImportError, ImportFault};
use super::gathered::{Gathered, ReadProvider};
use super::instance::Instance;
use super::join::join;
use super::names::Names;
use super::report::{Part, Report, SkipReason, shown};
use super::terms::ImportTerms;
use super::xml::{Node, Xml};
use crate::domain::catalogue::{CATALOGUE_FORMAT, CatalogueFile};
use crate::domain::scheme::{Date, Oin, ServiceUuid};

/// A catalogue, and what did not come into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The catalogue.
    pub file: CatalogueFile,
    /// What came in and what did not.
    pub report: Report,
}

/// Reads the scheme's service catalogue.
///
/// # Errors
/// For a file that cannot be read to its end, or that is larger than the bounds; nothing of it is used then.
pub fn import(input: impl BufRead, terms: &ImportTerms) -> Result<Import, ImportError> {
    let mut input = input;
    let mut xml = Xml::new(&mut input as &mut dyn BufRead);
    let mut report = Report::default();
    let root = xml.root()?;
    let date = head(&root, terms, &mut report)?;
    let mut gathered = Gathered::default();
    loop {
        match xml.next()? {
            Node::Start(start) if start.is("ServiceProvider") => {
                provider(&mut xml, &start, &mut gathered, &mut report)?;
            }
            Node::Start(start) if start.space == Space::Signature => {
                report.is_signed = true;
                xml.pass()?;
            }
            Node::Start(start) => {
                report.skip(start.line, Part::Element, &start.name, SkipReason::UnknownElement);
                xml.pass()?;
            }
            Node::Text(_) => {}
            Node::End | Node::Eof => break,
        }
    }
    after_the_end(&mut xml)?;
    if report.providers == 0 {
        return Err(ImportError { line: root.line, fault: ImportFault::Empty });
    }
    let providers = join(gathered, terms, &mut report);
    let mut file = CatalogueFile {
        format: CATALOGUE_FORMAT.to_owned(),
        source: terms.source.clone().unwrap_or_else(|| format!("Service catalogue {}", report.version)),
        date: date.to_string(),
        licence: terms.licence.clone(),
        official: !report.is_test,
        checksum: None,
        providers,
    };
    file.checksum = Some(file.sum());
    Ok(Import { file, report })
}

/// What the first element says; gives the day on which the facts held.
fn head(root: &Element, terms: &ImportTerms, report: &mut Report) -> Result<Date, ImportError> {
    let attribute = |name| shown(root.attribute(name).unwrap_or_default());
    report.version = attribute("Version");
    report.issued = attribute("IssueInstant");
    // urn:etoegang:<version>:service-catalogue:<environment>:<sequence>, but not all who write it keep to that.
    report.is_test = report.version.split(':').skip(3).take(2).eq(["service-catalogue", "T"]);
    let day = report.issued.get(..10).and_then(|day| Date::parse_iso(day).ok());
    let fault = || ImportError { line: root.line, fault: ImportFault::IssueInstant(report.issued.clone()) };
    terms.date.or(day).ok_or_else(fault)
}

type Input<'a> = Xml<&'a mut dyn BufRead>;

fn provider(
    xml: &mut Input<'_>,
    start: &Element,
    gathered: &mut Gathered,
    report: &mut Report,
) -> Result<(), ImportError> {
    report.providers += 1;
    let mut head = start.clone();
    let (mut definitions, mut instances) = (Vec::new(), Vec::new());
    let is_public = start.is_public() == Some(true);
    gathered.take(0).map_err(|fault| xml.fault(fault))?;
    loop {
        let child = match xml.next()? {
            Node::Start(child) => xml.whole(child)?,
            Node::Text(_) => continue,
            Node::End | Node::Eof => break,
        };
        match child.name.as_str() {
            "ServiceDefinition" if child.space == Space::Catalogue => {
                report.definitions += 1;
                let definition = definition(&child, is_public, gathered, report);
                gathered
                    .take(definition.as_ref().map_or(0, |definition| definition.names.len()))
                    .map_err(|fault| xml.fault(fault))?;
                definitions.extend(definition);
            }
            "ServiceInstance" if child.space == Space::Catalogue => {
                report.instances += 1;
                gathered.take(0).map_err(|fault| xml.fault(fault))?;
                instances.extend(is_public.then(|| Instance::read(&child, report)).flatten());
            }
            "ServiceProviderID" | "OrganizationDisplayName" if child.space == Space::Catalogue => {
                gathered.take(child.text.len()).map_err(|fault| xml.fault(fault))?;
                head.children.push(child);
            }
            name => report.skip(child.line, Part::Element, name, SkipReason::UnknownElement),
        }
    }
    match identity(&head, report) {
        Ok((oin, names)) => {
            gathered.providers.push(ReadProvider { line: head.line, oin, names, definitions, instances });
        }
        Err(reason) => {
            let line = head.line;
            let lost = definitions.into_iter().map(|lost: Definition| (lost.uuid, line, reason.clone()));
            gathered.skipped.extend(lost);
            report.skip(line, Part::Provider, head.text_of("ServiceProviderID"), reason);
        }
    }
    Ok(())
}

/// A definition that came in; of another its UUID is kept, for instances that name it.
fn definition(element: &Element, is_public: bool, gathered: &mut Gathered, report: &mut Report) -> Option<Definition> {
    let reading = match is_public {
        true => Definition::read(element, report),
        false => Reading::Skipped(ServiceUuid::parse(element.text_of("ServiceUUID")).ok(), SkipReason::NotPublic),
    };
    match reading {
        Reading::Kept(definition) => Some(*definition),
        Reading::Skipped(uuid, reason) => {
            gathered.skipped.extend(uuid.map(|uuid| (uuid, element.line, reason)));
            None
        }
    }
}

fn identity(head: &Element, report: &mut Report) -> Result<(Oin, Names), SkipReason> {
    match head.is_public() {
        Some(true) => {}
        Some(false) => return Err(SkipReason::NotPublic),
        None => return Err(SkipReason::PublicUnknown),
    }
    let oin = Oin::parse(head.text_of("ServiceProviderID")).map_err(|_| SkipReason::Oin)?;
    let names = Names::read(head, "OrganizationDisplayName", report).ok_or(SkipReason::NoName)?;
    Ok((oin, names))
}

fn after_the_end(xml: &mut Input<'_>) -> Result<(), ImportError> {
    loop {
        match xml.next()? {
            Node::Eof => return Ok(()),
            Node::Text(text) if text.trim().is_empty() => {}
            Node::Start(_) | Node::Text(_) | Node::End => {
                return Err(xml.fault(ImportFault::Syntax("something stands after the end".to_owned())));
            }
        }
    }
}
