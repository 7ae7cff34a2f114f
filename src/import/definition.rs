//! `ServiceDefinition`: a service and what it requires.

use super::element::{Element, Space};
use super::names::Names;
use super::report::{Part, Report, SkipReason, printable};
use crate::domain::catalogue::BranchRestriction;
use crate::domain::scheme::{ServiceUuid, StatedLevel};

/// Known elements of a definition that the import does not use.
const UNUSED: &[&str] = &[
    "ServiceDescription",
    "ServiceDescriptionURL",
    "HerkenningsmakelaarId",
    "ActingSubjectTypesAllowed",
    "RequestedAttribute",
];

/// A service as a provider defines it.
#[derive(Clone, Debug)]
pub(super) struct Definition {
    pub line: usize,
    pub uuid: ServiceUuid,
    pub names: Names,
    pub level: StatedLevel,
    pub branch: BranchRestriction,
    pub without_kvk: bool,
    pub refuses_kvk: bool,
    pub identifies_by_bsn: bool,
}

/// The result of reading a definition.
pub(super) enum Reading {
    /// A service.
    Usable(Box<Definition>),
    /// Skipped and reported, with the UUID if that can be read.
    Skipped(Option<ServiceUuid>, SkipReason),
}

impl Definition {
    pub fn read(element: &Element, report: &mut Report) -> Reading {
        check_children(element, report);
        let uuid = ServiceUuid::parse(element.text_of("ServiceUUID")).ok();
        match Self::parse(element, uuid.clone(), report) {
            Ok(definition) => Reading::Usable(Box::new(definition)),
            Err(reason) => {
                report.skip(element.line, Part::Definition, subject(element), reason.clone());
                Reading::Skipped(uuid, reason)
            }
        }
    }

    fn parse(element: &Element, uuid: Option<ServiceUuid>, report: &mut Report) -> Result<Self, SkipReason> {
        match element.is_public() {
            Some(true) => {}
            Some(false) => return Err(SkipReason::NotPublic),
            None => return Err(SkipReason::PublicUnknown),
        }
        let uuid = uuid.ok_or(SkipReason::Uuid)?;
        let names = Names::read(element, "ServiceName", report).ok_or(SkipReason::NoName)?;
        let level = level(element)?;
        let identities = Identities::read(element, report);
        if identities.are_only_foreign() {
            return Err(SkipReason::OnlyEidas);
        }
        Ok(Self {
            line: element.line,
            uuid,
            names,
            level,
            branch: branch(element, report),
            without_kvk: identities.accept_only(RSIN),
            refuses_kvk: identities.accept_only(RSIN) && !identities.include(KVK),
            identifies_by_bsn: identities.include(BSN),
        })
    }
}

/// How the report names a definition or instance.
pub(super) fn subject(element: &Element) -> &str {
    let own = ["ServiceUUID", "ServiceID", "ServiceName"].map(|name| element.text_of(name));
    own.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

fn check_children(element: &Element, report: &mut Report) {
    const USED: &[&str] = &["ServiceUUID", "ServiceName", "EntityConcernedTypesAllowed", "ServiceRestrictionsAllowed"];
    for child in &element.children {
        match child.name.as_str() {
            name if child.space == Space::Catalogue && USED.contains(&name) => {}
            "AuthnContextClassRef" if child.space == Space::Saml => {}
            name if child.space == Space::Catalogue && UNUSED.contains(&name) => report.count_unused(name),
            name => report.skip(child.line, Part::Element, name, SkipReason::UnknownElement),
        }
    }
}

fn level(element: &Element) -> Result<StatedLevel, SkipReason> {
    let is_level = |child: &&Element| child.space == Space::Saml && child.name == "AuthnContextClassRef";
    let urn = element.children.iter().find(is_level).map(|child| child.text.trim()).unwrap_or_default();
    match StatedLevel::from_urn(urn) {
        Some(level) => Ok(level),
        None if urn.is_empty() => Err(SkipReason::NoLevel),
        None => Err(SkipReason::LevelUrn(printable(urn))),
    }
}

/// Branches can only be registered when the definition allows that restriction, so by default they are refused.
fn branch(element: &Element, report: &mut Report) -> BranchRestriction {
    let mut branch = BranchRestriction::Refused;
    for restriction in element.all("ServiceRestrictionsAllowed") {
        match restriction.text.trim().rsplit(':').next() {
            Some("Vestigingsnr") => branch = BranchRestriction::Allowed,
            // Deprecated by the scheme.
            Some("SubdossierNr") => report.count_unused("SubdossierNr"),
            _ => unknown_value(restriction, report),
        }
    }
    branch
}

fn unknown_value(element: &Element, report: &mut Report) {
    let reason = SkipReason::UnknownValue(printable(&element.text));
    report.skip(element.line, Part::Element, &element.name, reason);
}

const KVK: u8 = 1;
const RSIN: u8 = 2;
const BSN: u8 = 4;
const PSEUDO: u8 = 8;
const PSEUDO_ID: u8 = 16;
const EIDAS: u8 = 32;

/// The sets of identifiers that a service accepts, by set number; an organisation must have all identifiers of one set.
struct Identities(Vec<(Option<u32>, u8)>);

impl Identities {
    /// Identifiers without a set number count as one set: the strictest reading, which promises least.
    fn read(element: &Element, report: &mut Report) -> Self {
        let mut sets: Vec<(Option<u32>, u8)> = Vec::new();
        for allowed in element.all("EntityConcernedTypesAllowed") {
            let kind = match allowed.text.trim().rsplit_once(":EntityConcernedID:") {
                Some((_, "KvKnr")) => KVK,
                Some((_, "RSIN")) => RSIN,
                Some((_, "BSN")) => BSN,
                Some((_, "Pseudo")) => PSEUDO,
                Some((_, "PseudoID")) => PSEUDO_ID,
                Some((_, "eIDASLegalIdentifier")) => EIDAS,
                _ => {
                    unknown_value(allowed, report);
                    continue;
                }
            };
            let number = allowed.attribute("setNumber").and_then(|number| number.parse().ok());
            match sets.iter_mut().find(|(known, _)| *known == number) {
                Some((_, kinds)) => *kinds |= kind,
                None => sets.push((number, kind)),
            }
        }
        Self(sets)
    }

    /// Whether one set consists of this identifier alone.
    fn accept_only(&self, kind: u8) -> bool {
        self.0.iter().any(|(_, kinds)| *kinds == kind)
    }

    /// Whether any set includes one of these identifiers.
    fn include(&self, kinds_sought: u8) -> bool {
        self.0.iter().any(|(_, kinds)| kinds & kinds_sought != 0)
    }

    /// Whether eIDAS is accepted and no identifier of a Dutch organisation is.
    fn are_only_foreign(&self) -> bool {
        self.include(EIDAS) && !self.include(KVK | RSIN | PSEUDO | BSN)
    }
}
