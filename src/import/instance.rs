//! `ServiceInstance`: an address at which a service is offered.

use super::definition::subject;
use super::element::{Element, Space};
use super::report::{Part, Report, SkipReason};
use crate::domain::scheme::{ServiceId, ServiceUuid};

/// Known elements of an instance that the import does not use.
const UNUSED: &[&str] = &[
    "IntermediatedService",
    "ServiceURL",
    "PrivacyPolicyURL",
    "HerkenningsmakelaarId",
    "AdditionalHerkenningsmakelaarId",
    "SSOSupport",
    "EntityConcernedTypesAllowed",
    "ServiceCertificate",
    "ServiceIntermediation",
    "Classifiers",
    "BsnkStructureVersion",
    "BsnkRecipientKeySetVersion",
    "PortalForService",
];

/// An offering of a service by a provider.
#[derive(Clone, Debug)]
pub(super) struct Instance {
    pub line: usize,
    pub is_public: bool,
    pub service_id: ServiceId,
    /// The UUID of its definition.
    pub of: ServiceUuid,
}

impl Instance {
    /// Reads an instance; `None`, and reported, when it cannot be used.
    pub fn read(element: &Element, report: &mut Report) -> Option<Self> {
        for child in &element.children {
            match child.name.as_str() {
                "ServiceID" | "ServiceUUID" | "InstanceOfService" if child.space == Space::Catalogue => {}
                name if child.space == Space::Catalogue && UNUSED.contains(&name) => report.count_unused(name),
                name => report.skip(child.line, Part::Element, name, SkipReason::UnknownElement),
            }
        }
        match Self::parse(element) {
            Ok(instance) => Some(instance),
            Err(reason) => {
                report.skip(element.line, Part::Instance, subject(element), reason);
                None
            }
        }
    }

    fn parse(element: &Element) -> Result<Self, SkipReason> {
        let is_public = element.is_public().ok_or(SkipReason::PublicUnknown)?;
        let of = element.text_of("InstanceOfService");
        let Ok(of) = ServiceUuid::parse(of) else {
            return Err(SkipReason::NoDefinition(of.chars().take(80).collect()));
        };
        let service_id = ServiceId::parse(element.text_of("ServiceID")).map_err(|_| SkipReason::ServiceId)?;
        Ok(Self { line: element.line, is_public, service_id, of })
    }
}
