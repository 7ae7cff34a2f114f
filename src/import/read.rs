//! Reads the file from the first element to the last.

use std::io::BufRead;

use super::definition::{Definition, Reading};
use super::element::{Element, Space};
use super::error::{ImportError, ImportFault};
use super::gathered::{Gathered, ReadProvider};
use super::instance::Instance;
use super::join::join;
use super::names::Names;
use super::report::{Part, Report, SkipReason, printable};
use super::terms::ImportTerms;
use super::xml::{Node, Xml};
use crate::domain::catalogue::{CATALOGUE_FORMAT, CatalogueFile};
use crate::domain::scheme::{Date, Oin, ServiceUuid};

/// The result of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The catalogue.
    pub file: CatalogueFile,
    /// What was imported and what was skipped.
    pub report: Report,
}

/// Imports the scheme's service catalogue.
///
/// # Errors
/// When the file cannot be read to its end or exceeds a limit; nothing is imported then.
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
                xml.skip_rest()?;
            }
            Node::Start(start) => {
                report.skip(start.line, Part::Element, &start.name, SkipReason::UnknownElement);
                xml.skip_rest()?;
            }
            Node::Text(_) => {}
            Node::End | Node::Eof => break,
        }
    }
    expect_end(&mut xml)?;
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

/// Reads the attributes of the first element. Returns the day for which the facts are true.
fn head(root: &Element, terms: &ImportTerms, report: &mut Report) -> Result<Date, ImportError> {
    let attribute = |name| printable(root.attribute(name).unwrap_or_default());
    report.version = attribute("Version");
    report.issued = attribute("IssueInstant");
    // urn:etoegang:<version>:service-catalogue:<environment>:<sequence>, but not every file follows that form.
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
    gathered.count(0).map_err(|fault| xml.fault(fault))?;
    loop {
        let child = match xml.next()? {
            Node::Start(child) => xml.read_rest(child)?,
            Node::Text(_) => continue,
            Node::End | Node::Eof => break,
        };
        match child.name.as_str() {
            "ServiceDefinition" if child.space == Space::Catalogue => {
                report.definitions += 1;
                let definition = definition(&child, is_public, gathered, report);
                let name_bytes = definition.as_ref().map_or(0, |definition| definition.names.len_bytes());
                gathered.count(name_bytes).map_err(|fault| xml.fault(fault))?;
                definitions.extend(definition);
            }
            "ServiceInstance" if child.space == Space::Catalogue => {
                report.instances += 1;
                gathered.count(0).map_err(|fault| xml.fault(fault))?;
                instances.extend(is_public.then(|| Instance::read(&child, report)).flatten());
            }
            "ServiceProviderID" | "OrganizationDisplayName" if child.space == Space::Catalogue => {
                gathered.count(child.text.len()).map_err(|fault| xml.fault(fault))?;
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
            let skipped = definitions.into_iter().map(|definition| (definition.uuid, line, reason.clone()));
            gathered.skipped.extend(skipped);
            report.skip(line, Part::Provider, head.text_of("ServiceProviderID"), reason);
        }
    }
    Ok(())
}

/// Reads a definition. If it is skipped, its UUID is remembered for the instances that refer to it.
fn definition(element: &Element, is_public: bool, gathered: &mut Gathered, report: &mut Report) -> Option<Definition> {
    let reading = if is_public {
        Definition::read(element, report)
    } else {
        Reading::Skipped(ServiceUuid::parse(element.text_of("ServiceUUID")).ok(), SkipReason::NotPublic)
    };
    match reading {
        Reading::Usable(definition) => Some(*definition),
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

fn expect_end(xml: &mut Input<'_>) -> Result<(), ImportError> {
    loop {
        match xml.next()? {
            Node::Eof => return Ok(()),
            Node::Text(text) if text.trim().is_empty() => {}
            Node::Start(_) | Node::Text(_) | Node::End => {
                return Err(xml.fault(ImportFault::Syntax("content after the last element".to_owned())));
            }
        }
    }
}
