//! What a service is and asks: `ServiceDefinition`.

use super::element::{Element, Space};
use super::names::Names;
use super::report::{Part, Report, SkipReason, shown};
use crate::domain::catalogue::BranchRestriction;
use crate::domain::scheme::{ServiceUuid, StatedLevel};

/// Elements of a definition that are known, and that nothing here needs.
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
    pub identifies_by_bsn: bool,
}

/// What a definition turned out to be.
pub(super) enum Reading {
    /// A service.
    Kept(Box<Definition>),
    /// Skipped, and reported; its UUID, as far as it can be read.
    Skipped(Option<ServiceUuid>, SkipReason),
}

impl Definition {
    pub fn read(element: &Element, report: &mut Report) -> Reading {
        check_children(element, report);
        let uuid = ServiceUuid::parse(element.text_of("ServiceUUID")).ok();
        match Self::kept(element, uuid.clone(), report) {
            Ok(definition) => Reading::Kept(Box::new(definition)),
            Err(reason) => {
                report.skip(element.line, Part::Definition, subject(element), reason.clone());
                Reading::Skipped(uuid, reason)
            }
        }
    }

    fn kept(element: &Element, uuid: Option<ServiceUuid>, report: &mut Report) -> Result<Self, SkipReason> {
        match element.is_public() {
            Some(true) => {}
            Some(false) => return Err(SkipReason::NotPublic),
            None => return Err(SkipReason::PublicUnknown),
        }
        let uuid = uuid.ok_or(SkipReason::Uuid)?;
        let names = Names::read(element, "ServiceName", report).ok_or(SkipReason::NoName)?;
        let level = level(element)?;
        let sets = Identities::read(element, report);
        if sets.are_from_abroad() {
            return Err(SkipReason::OnlyEidas);
        }
        Ok(Self {
            line: element.line,
            uuid,
            names,
            level,
            branch: branch(element, report),
            without_kvk: sets.can_be(RSIN),
            identifies_by_bsn: sets.have(BSN),
        })
    }
}

/// What a definition or instance is called in the report.
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
            name if child.space == Space::Catalogue && UNUSED.contains(&name) => report.pass(name),
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
        None => Err(SkipReason::LevelUrn(shown(urn))),
    }
}

/// A restriction that is not allowed cannot be registered, so its absence is a refusal.
fn branch(element: &Element, report: &mut Report) -> BranchRestriction {
    let mut branch = BranchRestriction::Refused;
    for restriction in element.all("ServiceRestrictionsAllowed") {
        match restriction.text.trim().rsplit(':').next() {
            Some("Vestigingsnr") => branch = BranchRestriction::Allowed,
            // Deprecated.
            Some("SubdossierNr") => report.pass("SubdossierNr"),
            _ => unknown_value(restriction, report),
        }
    }
    branch
}

fn unknown_value(element: &Element, report: &mut Report) {
    let reason = SkipReason::UnknownValue(shown(&element.text));
    report.skip(element.line, Part::Element, &element.name, reason);
}

const KVK: u8 = 1;
const RSIN: u8 = 2;
const BSN: u8 = 4;
const PSEUDO: u8 = 8;
const PSEUDO_ID: u8 = 16;
const EIDAS: u8 = 32;

/// By what the organisation is identified: sets of which one must be there as a whole.
struct Identities(Vec<(Option<u32>, u8)>);

impl Identities {
    /// Types without the number of a set are taken as one set, so that no claim is made too much.
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

    /// Whether this alone suffices.
    fn can_be(&self, kind: u8) -> bool {
        self.0.iter().any(|(_, kinds)| *kinds == kind)
    }

    /// Whether this is asked in any set.
    fn have(&self, kind: u8) -> bool {
        self.0.iter().any(|(_, kinds)| kinds & kind != 0)
    }

    /// Whether there are sets, and none that a Dutch organisation can fulfil.
    fn are_from_abroad(&self) -> bool {
        self.have(EIDAS) && !self.have(KVK | RSIN | PSEUDO | BSN)
    }
}
