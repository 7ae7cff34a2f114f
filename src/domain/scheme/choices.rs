//! The closed lists of the scheme and the application: answers that are chosen, not typed.

use crate::domain::rules::codes;

codes! {
    /// Which services the authorisation (*machtiging*) covers.
    /// Source: https://klantenservice.reconi.nl/hoe-vraag-ik-eherkenning-aan
    pub enum AuthorisationKind {
        /// Only the chosen services.
        Services = "services",
        /// Every service of the chosen providers, including future ones.
        Providers = "providers",
        /// Every service of every provider up to the level, including future ones.
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
    /// The capacity in which a representative acts.
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
        /// Liquidator (*vereffenaar*) of a dissolved organisation.
        Liquidator = "liquidator",
        /// Administrator (*bewindvoerder*).
        Administrator = "administrator",
        /// Any other, such as a mayor.
        Other = "other",
    }
}

impl Capacity {
    /// Whether this capacity follows from an appointment or a mandate that must be proved.
    pub const fn is_appointed(self) -> bool {
        matches!(self, Self::Trustee | Self::Liquidator | Self::Administrator | Self::Other)
    }
}

codes! {
    /// The authority (*bevoegdheid*) of a representative, as on the extract.
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
        /// App on a smartphone.
        App = "app",
        /// Device that generates codes.
        Token = "token",
        /// PKIoverheid certificate on a card or USB stick.
        Certificate = "certificate",
    }
}

codes! {
    /// How the organisation pays.
    pub enum PaymentMethod {
        /// By invoice.
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
        /// With the copy of the identity document; enough at EH2+.
        Copy = "copy",
        /// By an employee who visits the user.
        Visit = "visit",
        /// With an app that reads the chip of the document and takes a selfie.
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
    /// Who provides the KvK extract.
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
        /// With a qualified electronic signature on the PDF of the form.
        Qualified = "qualified",
    }
}

codes! {
    /// How the form signed with a pen reaches the supplier.
    pub enum FormRoute {
        /// As a scan with the application.
        Attached = "attached",
        /// The original by post.
        Posted = "posted",
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
    /// Kind of file, determined from its content.
    pub enum MediaType {
        /// JPEG image.
        Jpeg = "image/jpeg",
        /// PNG image.
        Png = "image/png",
        /// PDF document.
        Pdf = "application/pdf",
    }
}

impl MediaType {
    /// The extension of a file of this kind, without the full stop.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }
}
