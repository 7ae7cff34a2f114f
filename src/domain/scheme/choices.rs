//! The closed lists of the scheme and of the application: whatever is chosen and not typed.

use crate::domain::rules::{Place, Question, codes};

codes! {
    /// Level of assurance (*betrouwbaarheidsniveau*) that is issued today, from low to high.
    /// Source: https://www.eherkenning.nl/en/levels-of-assurance
    pub enum Level {
        /// Low, with a second factor.
        Eh2Plus = "EH2+",
        /// Substantial.
        Eh3 = "EH3",
        /// High.
        Eh4 = "EH4",
    }
}

codes! {
    /// Level that a service provider states, those that are no longer issued included.
    pub enum StatedLevel {
        /// Ended on 1 July 2021: https://www.security.nl/posting/699882/
        Eh1 = "EH1",
        /// Phased out for want of a second factor.
        Eh2 = "EH2",
        /// Low, with a second factor.
        Eh2Plus = "EH2+",
        /// Substantial.
        Eh3 = "EH3",
        /// High.
        Eh4 = "EH4",
    }
}

impl StatedLevel {
    /// The lowest level still issued that opens a service of this level.
    pub const fn issued(self) -> Level {
        match self {
            Self::Eh1 | Self::Eh2 | Self::Eh2Plus => Level::Eh2Plus,
            Self::Eh3 => Level::Eh3,
            Self::Eh4 => Level::Eh4,
        }
    }

    /// Whether the level itself can no longer be had.
    pub const fn has_ended(self) -> bool {
        matches!(self, Self::Eh1 | Self::Eh2)
    }
}

codes! {
    /// What the authorisation (*machtiging*) covers.
    /// Source: https://klantenservice.reconi.nl/hoe-vraag-ik-eherkenning-aan
    pub enum AuthorisationKind {
        /// Only the chosen services.
        Services = "services",
        /// Every service of the chosen providers, new ones included.
        Providers = "providers",
        /// Every service of every provider at the level, new ones included.
        All = "all",
    }
}

codes! {
    /// What identifies the organisation.
    pub enum IdentifierKind {
        /// KvK number.
        Kvk = "kvk",
        /// Fiscal number, for organisations that cannot be in the trade register.
        Fiscal = "fiscal",
    }
}

codes! {
    /// Legal form (*rechtsvorm*).
    pub enum LegalForm {
        /// *Eenmanszaak*
        SoleProprietorship = "sole_proprietorship",
        /// *Vennootschap onder firma (VOF)*
        GeneralPartnership = "general_partnership",
        /// *Commanditaire vennootschap (CV)*
        LimitedPartnership = "limited_partnership",
        /// *Maatschap*
        ProfessionalPartnership = "professional_partnership",
        /// *Besloten vennootschap (BV)*
        PrivateLimitedCompany = "private_limited_company",
        /// *Naamloze vennootschap (NV)*
        PublicLimitedCompany = "public_limited_company",
        /// *Stichting*
        Foundation = "foundation",
        /// *Vereniging*, also *vereniging van eigenaars*
        Association = "association",
        /// *Coöperatie* or *onderlinge waarborgmaatschappij*
        Cooperative = "cooperative",
        /// *Kerkgenootschap*: its directors are not in the extract.
        ReligiousOrganisation = "religious_organisation",
        /// *Publiekrechtelijke rechtspersoon*, such as a municipality
        PublicBody = "public_body",
        /// A company under foreign law
        ForeignCompany = "foreign_company",
        /// Any other
        Other = "other",
    }
}

codes! {
    /// In what capacity a representative acts, as on the extract.
    pub enum Capacity {
        /// Owner (*eigenaar*) of a sole proprietorship.
        Owner = "owner",
        /// Director (*bestuurder*).
        Director = "director",
        /// Partner (*vennoot*, *maat*).
        Partner = "partner",
        /// Proxy holder (*gevolmachtigde*).
        ProxyHolder = "proxy_holder",
        /// Trustee in bankruptcy (*curator*).
        Trustee = "trustee",
        /// Another, such as a mayor.
        Other = "other",
    }
}

codes! {
    /// How far the authority (*bevoegdheid*) of a representative reaches, as on the extract.
    pub enum Authority {
        /// Solely authorised (*alleen/zelfstandig bevoegd*).
        Sole = "sole",
        /// Jointly authorised (*gezamenlijk bevoegd*).
        Joint = "joint",
        /// Limited authority (*beperkt bevoegd*).
        Limited = "limited",
    }
}

codes! {
    /// How the user logs in.
    pub enum Means {
        /// Password and a code by SMS.
        Sms = "sms",
        /// App on the telephone.
        App = "app",
        /// Device that makes codes.
        Token = "token",
        /// PKIoverheid certificate on a card or stick.
        Certificate = "certificate",
    }
}

codes! {
    /// How the organisation pays.
    pub enum PaymentMethod {
        /// On invoice.
        Invoice = "invoice",
        /// *iDEAL*
        Ideal = "ideal",
        /// Credit card.
        Card = "card",
    }
}

codes! {
    /// How the user is identified.
    pub enum IdentificationMethod {
        /// By the copy of the identity document; enough at EH2+.
        Copy = "copy",
        /// By an employee who comes to a place of the user's choice.
        Visit = "visit",
        /// By an app that reads the chip of the document, with a selfie.
        App = "app",
    }
}

codes! {
    /// Kind of identity document (*identiteitsbewijs*).
    pub enum IdentityDocumentKind {
        /// Passport.
        Passport = "passport",
        /// Identity card.
        IdentityCard = "identity_card",
        /// Residence permit.
        ResidencePermit = "residence_permit",
        /// Driving licence.
        DrivingLicence = "driving_licence",
    }
}

codes! {
    /// Who brings the KvK extract.
    pub enum ExtractSource {
        /// The supplier fetches it.
        Fetched = "fetched",
        /// The applicant attaches it.
        Attached = "attached",
    }
}

codes! {
    /// How representatives sign.
    pub enum SigningMethod {
        /// With a pen on the printed registration form.
        Pen = "pen",
        /// On the screen: drawn, or the name typed.
        Screen = "screen",
        /// With a qualified electronic signature on the form as PDF.
        Qualified = "qualified",
    }
}

codes! {
    /// How the form signed with a pen gets to the supplier.
    pub enum FormRoute {
        /// A scan is attached.
        Attached = "attached",
        /// The original goes by post.
        Posted = "posted",
    }
}

codes! {
    /// What a document is.
    pub enum DocumentKind {
        /// Copy of the user's identity document.
        UserIdCopy = "user_id_copy",
        /// Copy of a representative's identity document.
        RepresentativeIdCopy = "representative_id_copy",
        /// KvK extract.
        KvkExtract = "kvk_extract",
        /// KvK extract of the company that represents the organisation.
        ParentExtract = "parent_extract",
        /// Articles of association.
        Articles = "articles",
        /// Other proof of authority.
        AuthorityEvidence = "authority_evidence",
        /// Letter of the tax authority.
        TaxLetter = "tax_letter",
        /// Foreign extract, deed or articles.
        ForeignRegistration = "foreign_registration",
        /// Signed registration form.
        RegistrationForm = "registration_form",
        /// Drawn signature.
        SignatureDrawing = "signature_drawing",
    }
}

impl DocumentKind {
    /// The question whose answer this document is.
    pub const fn question(self) -> Question {
        match self {
            Self::UserIdCopy => Question::UserIdCopy,
            Self::RepresentativeIdCopy => Question::RepresentativeIdCopy,
            Self::KvkExtract => Question::KvkExtract,
            Self::ParentExtract => Question::ParentExtract,
            Self::Articles => Question::Articles,
            Self::AuthorityEvidence => Question::AuthorityEvidence,
            Self::TaxLetter => Question::TaxLetter,
            Self::ForeignRegistration => Question::ForeignRegistration,
            Self::RegistrationForm => Question::RegistrationForm,
            Self::SignatureDrawing => Question::SignatureDrawing,
        }
    }

    /// The document that answers a question, if a document does.
    pub fn of_question(question: Question) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.question() == question)
    }

    /// Where this document stands: `documents.<kind>.<of>`.
    ///
    /// Nothing when `of` names nobody of whom there can be such a document.
    pub fn place(self, of: &str) -> Option<Place> {
        let question = self.question();
        let (_, whose) = question.code().strip_prefix("documents.")?.split_once('.')?;
        match whose.strip_suffix('*') {
            None => (of == whose).then_some(question.into()),
            Some(before) => {
                let row = of.strip_prefix(before)?;
                let is_plain = row == "0" || row.starts_with(|c: char| matches!(c, '1'..='9'));
                row.parse().ok().filter(|_| is_plain).map(|row| Place::row(question, row))
            }
        }
    }

    /// Whether this is a copy of an identity document, which must be shielded.
    pub const fn is_id_copy(self) -> bool {
        matches!(self, Self::UserIdCopy | Self::RepresentativeIdCopy)
    }
}

codes! {
    /// Language of the applicant.
    pub enum Lang {
        /// Dutch.
        Nl = "nl",
        /// English.
        En = "en",
    }
}

codes! {
    /// Kind of file, as its content tells.
    pub enum MediaType {
        /// JPEG image.
        Jpeg = "image/jpeg",
        /// PNG image.
        Png = "image/png",
        /// PDF document.
        Pdf = "application/pdf",
    }
}
