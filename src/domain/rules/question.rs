//! Every question the wizard can ask: its path in the application JSON, and its row in the table of questions.

use super::codes::codes;
use super::control::Keyboard::{Email, Numeric, Telephone};
use super::control::{Control, TextControl};
use super::screen::Screen;

codes! {
    /// One thing that is asked. Its code is the path of the answer in the application JSON,
    /// with `*` for the row where there are several.
    pub enum Question {
        // 1 What for
        /// Is the organisation in the trade register, or does it have only a fiscal number?
        IdentifierKind = "organisation.identifier.kind",
        /// KvK number or fiscal number.
        OrganisationNumber = "organisation.identifier.number",
        /// What the authorisation covers: chosen services, whole providers, or everything.
        AuthorisationKind = "purpose.authorisation.kind",
        /// The services the user needs.
        Services = "purpose.services",
        /// The providers whose services the user all needs.
        Providers = "purpose.providers",
        /// Services in words, if the catalogue cannot be loaded.
        DescribedServices = "purpose.described_services",
        /// The level of assurance.
        Level = "purpose.level",
        // 2 Who
        /// Is the person who fills in the form the one who will use the means?
        UserIsApplicant = "user.is_applicant",
        /// The list of representatives as a whole.
        Representatives = "representatives",
        /// Is this representative the user?
        RepresentativeIsUser = "representatives.*.is_user",
        /// First names of a representative.
        RepresentativeGivenNames = "representatives.*.given_names",
        /// Prefix of a representative's surname.
        RepresentativePrefix = "representatives.*.prefix",
        /// Surname of a representative.
        RepresentativeSurname = "representatives.*.surname",
        /// Is this representative another person than the one of the same name?
        RepresentativeIsNamesake = "representatives.*.is_namesake",
        /// In what capacity a representative acts, as on the extract.
        RepresentativeCapacity = "representatives.*.capacity",
        /// Extent of a representative's authority, as on the extract.
        RepresentativeAuthority = "representatives.*.authority",
        /// Is this representative one of those who sign, where not all of them must?
        RepresentativeSigns = "representatives.*.signs",
        /// Do the articles of association, or a proxy, allow fewer people to sign?
        FewerSuffice = "authority_proof.fewer_suffice",
        /// Is the organisation represented by another company?
        RepresentedByCompany = "authority_proof.represented_by_company",
        /// The companies above the organisation, if there are several.
        ParentCompanies = "authority_proof.companies",
        /// Does the organisation employ the user, who is not its owner, director or partner?
        UserEmployed = "user.employed",
        /// Does the user want to manage authorisations?
        AuthorisationsManager = "authorisations_manager",
        // 3 Data
        /// Name of the organisation, as registered.
        OrganisationName = "organisation.name",
        /// Legal form of the organisation.
        LegalForm = "organisation.legal_form",
        /// Street of the organisation.
        Street = "organisation.address.street",
        /// House number with letter or addition.
        HouseNumber = "organisation.address.house_number",
        /// Postal code.
        PostalCode = "organisation.address.postal_code",
        /// Town or city.
        City = "organisation.address.city",
        /// Country of the organisation.
        Country = "organisation.address.country",
        /// Is the means for one branch only?
        RestrictedToBranch = "organisation.restricted_to_branch",
        /// The branch number.
        BranchNumber = "organisation.branch_number",
        /// When the organisation was looked up.
        FetchedAt = "organisation.source.fetched_at",
        /// Which host answered that.
        FetchedFrom = "organisation.source.host",
        /// First names of the user.
        GivenNames = "user.given_names",
        /// Prefix of the user's surname.
        Prefix = "user.prefix",
        /// Surname of the user.
        Surname = "user.surname",
        /// Date of birth of the user.
        BirthDate = "user.birth_date",
        /// Place of birth of the user.
        BirthPlace = "user.birth_place",
        /// The user's own e-mail address.
        Email = "user.email",
        /// The user's own mobile number.
        Mobile = "user.mobile",
        /// Kind of identity document of the user.
        IdentityDocumentKind = "user.identity_document.kind",
        /// Country that issued the identity document.
        IdentityDocumentCountry = "user.identity_document.country",
        /// Number of the identity document.
        IdentityDocumentNumber = "user.identity_document.number",
        /// Last day on which the identity document is valid.
        IdentityDocumentExpiresOn = "user.identity_document.expires_on",
        /// E-mail address of a representative.
        RepresentativeEmail = "representatives.*.email",
        /// Mobile number of a representative.
        RepresentativeMobile = "representatives.*.mobile",
        /// Who provides the KvK extract.
        ExtractSource = "authority_proof.extract",
        /// Date on the KvK extract.
        ExtractIssuedOn = "authority_proof.extract_issued_on",
        /// Copy of the user's identity document.
        UserIdCopy = "documents.user_id_copy.user",
        /// Copy of a representative's identity document.
        RepresentativeIdCopy = "documents.representative_id_copy.representatives.*",
        /// KvK extract.
        KvkExtract = "documents.kvk_extract.organisation",
        /// KvK extract of each company above the organisation.
        ParentExtract = "documents.parent_extract.organisation",
        /// Articles of association.
        Articles = "documents.articles.organisation",
        /// Other proof of who may represent the organisation.
        AuthorityEvidence = "documents.authority_evidence.organisation",
        /// Letter of the tax authority with the fiscal number.
        TaxLetter = "documents.tax_letter.organisation",
        /// Extract of a foreign register, deed or articles, for an organisation without KvK number.
        ForeignRegistration = "documents.foreign_registration.organisation",
        /// Signed registration form.
        RegistrationForm = "documents.registration_form.organisation",
        /// Drawn signature of a signatory.
        SignatureDrawing = "documents.signature_drawing.representatives.*",
        // 4 Start
        /// How many years the means is valid.
        TermYears = "contract.term_years",
        /// How the user logs in.
        Means = "contract.means",
        /// Should the application be handled with urgency?
        Urgent = "contract.urgent",
        /// How the user is identified.
        IdentificationMethod = "identification.method",
        /// How the organisation pays.
        PaymentMethod = "contract.payment.method",
        /// E-mail address for the invoice.
        InvoiceEmail = "contract.payment.invoice_email",
        /// Reference on the invoice.
        InvoiceReference = "contract.payment.reference",
        /// The price.
        Price = "contract.price",
        // 5 Check
        /// How the representatives sign.
        SigningMethod = "signing.method",
        /// How the signed form gets to the supplier.
        FormRoute = "signing.form",
        /// Signature of a signatory.
        Signature = "signatures.*",
        /// Name typed by a signatory instead of a drawn signature.
        TypedName = "signatures.*.typed_name",
        /// Agreement with the terms of use.
        ConsentTerms = "consents.terms",
        /// Agreement with the privacy statement.
        ConsentPrivacy = "consents.privacy",
        // The application as a whole
        /// The documents as a whole.
        Documents = "documents",
        /// Format of the application.
        Format = "format",
        /// Number of the application, which is also its idempotency key.
        Id = "id",
        /// Moment at which the application was finished.
        PreparedAt = "prepared_at",
        /// Reference of the partner whose page was used.
        Partner = "partner",
    }
}

/// How a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it is asked, and where a problem with it can be fixed.
    pub screen: Screen,
    /// Its control.
    pub control: Control,
    /// Whether it may be left unanswered.
    pub is_optional: bool,
    /// The maximum length of the answer, in characters, if that is its only limit; for a document that of its file
    /// name.
    pub longest: usize,
}

const LINE: TextControl = TextControl::LINE;
const DATE: Control = Control::Date { is_birth: false };

impl Question {
    /// The row of the question in the table of questions.
    pub const fn row(self) -> Row {
        use Screen as S;
        match self {
            // 1 What for
            Self::IdentifierKind => Row::new(S::OrganisationKind, Control::Choice),
            Self::OrganisationNumber => Row::text(S::OrganisationKind, LINE.keyboard(Numeric).width(10)),
            Self::AuthorisationKind => Row::new(S::Services, Control::Choice),
            Self::Services | Self::Providers => Row::new(S::Services, Control::Search),
            Self::DescribedServices => Row::text(S::Services, LINE.long()).longest(500),
            Self::Level => Row::new(S::Contract, Control::Choice),
            // 2 Who
            Self::UserIsApplicant | Self::RepresentativeIsUser => Row::new(S::User, Control::Choice),
            Self::Representatives | Self::RepresentativeSigns => Row::new(S::Representatives, Control::None),
            Self::RepresentativeGivenNames => Row::text(S::Representatives, LINE).longest(200),
            Self::RepresentativePrefix => Row::text(S::Representatives, LINE.width(10)).longest(20).optional(),
            Self::RepresentativeSurname => Row::text(S::Representatives, LINE).longest(200),
            Self::RepresentativeIsNamesake => Row::new(S::Representatives, Control::Choice),
            Self::RepresentativeCapacity => Row::new(S::Representatives, Control::Select),
            Self::RepresentativeAuthority => Row::new(S::Representatives, Control::Choice),
            Self::FewerSuffice | Self::RepresentedByCompany => Row::new(S::Representatives, Control::Choice),
            Self::ParentCompanies => Row::text(S::Representatives, LINE.long()).longest(200).optional(),
            Self::UserEmployed | Self::AuthorisationsManager => Row::new(S::Role, Control::Choice),
            // 3 Data
            Self::OrganisationName => Row::text(S::Organisation, LINE.autocomplete("organization")).longest(200),
            Self::LegalForm => Row::new(S::Organisation, Control::Select),
            Self::Street => Row::text(S::Organisation, LINE.autocomplete("section-organisation address-line1")),
            Self::HouseNumber => Row::text(S::Organisation, LINE.width(6)).longest(20),
            Self::PostalCode => {
                Row::text(S::Organisation, LINE.autocomplete("section-organisation postal-code").width(8)).longest(20)
            }
            Self::City => {
                Row::text(S::Organisation, LINE.autocomplete("section-organisation address-level2").width(20))
                    .longest(80)
            }
            Self::Country => Row::new(S::Organisation, Control::Country),
            Self::RestrictedToBranch => Row::new(S::Organisation, Control::Choice),
            Self::BranchNumber => Row::text(S::Organisation, LINE.keyboard(Numeric).width(12)),
            Self::FetchedAt => Row::new(S::Organisation, Control::None),
            Self::FetchedFrom => Row::new(S::Organisation, Control::None).longest(253),
            Self::GivenNames => Row::text(S::PersonalData, LINE.autocomplete("section-user given-name")).longest(200),
            Self::Prefix => Row::text(S::PersonalData, LINE.width(10)).longest(20).optional(),
            Self::Surname => Row::text(S::PersonalData, LINE.autocomplete("section-user family-name")).longest(200),
            Self::BirthDate => Row::new(S::PersonalData, Control::Date { is_birth: true }),
            Self::BirthPlace => Row::text(S::PersonalData, LINE.width(20)).longest(80),
            Self::Email => Row::text(S::PersonalData, LINE.keyboard(Email).autocomplete("section-user email")),
            Self::Mobile => {
                Row::text(S::PersonalData, LINE.keyboard(Telephone).autocomplete("section-user tel").width(16))
            }
            Self::IdentityDocumentKind => Row::new(S::IdentityDocument, Control::Choice),
            Self::IdentityDocumentCountry => Row::new(S::IdentityDocument, Control::Country),
            Self::IdentityDocumentNumber => Row::text(S::IdentityDocument, LINE.width(12)),
            Self::IdentityDocumentExpiresOn => Row::new(S::IdentityDocument, DATE),
            Self::RepresentativeEmail => Row::text(S::RepresentativeContact, LINE.keyboard(Email)),
            Self::RepresentativeMobile => Row::text(S::RepresentativeContact, LINE.keyboard(Telephone).width(16)),
            Self::ExtractSource => Row::new(S::Documents, Control::Choice),
            Self::ExtractIssuedOn => Row::new(S::Documents, DATE),
            Self::UserIdCopy
            | Self::RepresentativeIdCopy
            | Self::KvkExtract
            | Self::ParentExtract
            | Self::Articles
            | Self::AuthorityEvidence
            | Self::TaxLetter
            | Self::ForeignRegistration => Row::new(S::Documents, Control::Document),
            Self::RegistrationForm => Row::new(S::Sign, Control::Document),
            Self::SignatureDrawing => Row::new(S::Sign, Control::None),
            // 4 Start
            Self::TermYears | Self::Means | Self::Urgent => Row::new(S::Contract, Control::Choice),
            Self::IdentificationMethod => Row::new(S::Contract, Control::Choice),
            Self::PaymentMethod => Row::new(S::Payment, Control::Choice),
            Self::InvoiceEmail => {
                Row::text(S::Payment, LINE.keyboard(Email).autocomplete("section-invoice email")).optional()
            }
            Self::InvoiceReference => Row::text(S::Payment, LINE.width(20)).longest(40).optional(),
            Self::Price => Row::new(S::Payment, Control::None),
            // 5 Check
            Self::SigningMethod | Self::FormRoute => Row::new(S::Sign, Control::Choice),
            Self::Signature => Row::new(S::Sign, Control::None),
            Self::TypedName => Row::text(S::Sign, LINE.autocomplete("name")).longest(422),
            Self::ConsentTerms | Self::ConsentPrivacy => Row::new(S::Sign, Control::Consent).longest(40),
            // The application as a whole
            Self::Documents => Row::new(S::Documents, Control::None),
            Self::Format => Row::new(S::Check, Control::None),
            Self::Partner => Row::new(S::Check, Control::None),
            Self::Id | Self::PreparedAt => Row::new(S::Sign, Control::None),
        }
    }
}

impl Row {
    const fn new(screen: Screen, control: Control) -> Self {
        Self { screen, control, is_optional: false, longest: 100 }
    }

    const fn text(screen: Screen, control: TextControl) -> Self {
        Self::new(screen, Control::Text(control))
    }

    const fn optional(self) -> Self {
        Self { is_optional: true, ..self }
    }

    const fn longest(self, longest: usize) -> Self {
        Self { longest, ..self }
    }
}
