//! Small valid documents for the tests to change in one place.

use eherkenning_wizard::domain::catalogue::{ProviderFile, ServiceFile};
use eherkenning_wizard::import::{Import, ImportError, ImportTerms, import};

pub const OIN: &str = "00000099000000000001";
pub const OTHER_OIN: &str = "00000099000000000002";
pub const UUID: &str = "11111111-1111-4111-8111-111111111111";
pub const OTHER_UUID: &str = "22222222-2222-4222-8222-222222222222";

pub fn catalogue(content: &str) -> String {
    format!(
        r#"<esc:ServiceCatalogue xmlns:esc="urn:etoegang:1.13:service-catalog" xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion"
    esc:IssueInstant="2026-01-15T06:00:00Z" esc:Version="urn:etoegang:1.13:53">
<!-- Invented. -->
{content}
</esc:ServiceCatalogue>"#
    )
}

pub fn provider(oin: &str, content: &str) -> String {
    format!(
        r#"<esc:ServiceProvider esc:IsPublic="true"><esc:ServiceProviderID>{oin}</esc:ServiceProviderID>
<esc:OrganizationDisplayName xml:lang="nl">Instantie {oin}</esc:OrganizationDisplayName>
{content}
</esc:ServiceProvider>"#
    )
}

/// A definition, on lines of its own.
pub fn definition(uuid: &str, level: &str) -> String {
    format!(
        r#"<esc:ServiceDefinition esc:IsPublic="true"><esc:ServiceUUID>{uuid}</esc:ServiceUUID>
<esc:ServiceName xml:lang="nl">Dienst</esc:ServiceName>
<saml2:AuthnContextClassRef>urn:etoegang:core:assurance-class:{level}</saml2:AuthnContextClassRef>
<esc:EntityConcernedTypesAllowed setNumber="1">urn:etoegang:1.9:EntityConcernedID:KvKnr</esc:EntityConcernedTypesAllowed>
</esc:ServiceDefinition>"#
    )
}

pub fn instance(oin: &str, index: usize, of: &str) -> String {
    format!(
        r#"<esc:ServiceInstance esc:IsPublic="true"><esc:ServiceID>urn:etoegang:DV:{oin}:services:{index}</esc:ServiceID>
<esc:ServiceUUID>33333333-3333-4333-8333-33333333333{index}</esc:ServiceUUID>
<esc:InstanceOfService>{of}</esc:InstanceOfService></esc:ServiceInstance>"#
    )
}

/// One provider with one service, after replacing `from` by `to`.
pub fn one(from: &str, to: &str) -> String {
    let whole = catalogue(&provider(OIN, &definition(UUID, "loa3")));
    assert!(whole.contains(from), "{from} is not in the document");
    whole.replace(from, to)
}

pub fn read(xml: &str) -> Result<Import, ImportError> {
    import(xml.as_bytes(), &ImportTerms::default())
}

pub fn providers(xml: &str) -> Vec<ProviderFile> {
    read(xml).unwrap().file.providers
}

/// The only imported service.
pub fn only(xml: &str) -> ServiceFile {
    let mut providers = providers(xml);
    assert_eq!(providers.len(), 1);
    assert_eq!(providers[0].services.len(), 1);
    providers.remove(0).services.remove(0)
}

/// Line, part and code of everything that was skipped.
pub fn skips(xml: &str) -> Vec<(usize, &'static str, &'static str)> {
    let report = read(xml).unwrap().report;
    report.skips.iter().map(|skip| (skip.line, skip.part.word(), skip.reason.code())).collect()
}
