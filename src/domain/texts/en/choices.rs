//! The words of each option, in English.

use super::super::OptionText;
use super::super::words::option_text;
use crate::domain::journey::Choice;
use crate::domain::rules::Question as Q;
use crate::domain::scheme::{
    AuthorisationKind, Authority, Capacity, ExtractSource, FormRoute, IdentificationMethod, IdentifierKind,
    IdentityDocumentKind, LegalForm, Level, Means, PaymentMethod, SigningMethod,
};

pub(super) fn choice(choice: Choice) -> OptionText {
    let text = match choice {
        Choice::Bool(question, value) => yes_or_no(question, value),
        Choice::Years(years) => {
            let unit = if years == 1 { "year" } else { "years" };
            return OptionText { label: format!("{years} {unit}"), hint: "" };
        }
        Choice::Level(level) => match level {
            Level::Eh2Plus => option_text!("EH2+ (low)", "Checked with a copy of your identity document."),
            Level::Eh3 => option_text!("EH3 (substantial)", "Checked with your original identity document."),
            Level::Eh4 => {
                option_text!("EH4 (high)", "The representative and the authorisations manager are identified too.")
            }
        },
        Choice::AuthorisationKind(kind) => match kind {
            AuthorisationKind::Services => {
                option_text!("Only at services I choose", "You apply for new services separately later.")
            }
            AuthorisationKind::Providers => option_text!(
                "At all services of certain providers",
                "At their new services too. You get the level of the strictest service."
            ),
            AuthorisationKind::All => option_text!(
                "At all services of all providers",
                "Most people choose this. New services too. Services above your level stay closed."
            ),
        },
        Choice::IdentifierKind(kind) => match kind {
            IdentifierKind::Kvk => "Yes, a KVK number",
            IdentifierKind::Fiscal => {
                option_text!("No, only a tax reference number", "You can log in to the Tax Administration only.")
            }
        },
        Choice::LegalForm(form) => legal_form(form),
        Choice::Capacity(capacity) => match capacity {
            Capacity::Owner => option_text!("Owner (eigenaar)", "Of a sole proprietorship."),
            Capacity::Director => "Director (bestuurder)",
            Capacity::Partner => "Partner (vennoot, maat)",
            Capacity::ProxyHolder => {
                option_text!("Proxy holder (gevolmachtigde)", "May sign under a power of attorney.")
            }
            Capacity::Trustee => "Trustee in bankruptcy (curator)",
            Capacity::Liquidator => option_text!("Liquidator (vereffenaar)", "Of a dissolved organisation."),
            Capacity::Administrator => "Administrator (bewindvoerder)",
            Capacity::Other => option_text!("Other", "For example the mayor."),
        },
        Choice::Authority(authority) => match authority {
            Authority::Sole => {
                option_text!("Solely authorised (alleen, zelfstandig)", "Also: full power of attorney.")
            }
            Authority::Joint => option_text!("Jointly authorised (gezamenlijk)", "Signs together with others."),
            Authority::Limited => {
                option_text!("Limited authority (beperkt)", "For example up to an amount.")
            }
        },
        Choice::Means(means) => match means {
            Means::Sms => "Password and text message code",
            Means::App => option_text!("App", "You confirm on your smartphone."),
            Means::Token => option_text!("Token", "A small device that makes codes."),
            Means::Certificate => option_text!("PKIoverheid certificate", "On a card or USB stick, with a PIN."),
        },
        Choice::PaymentMethod(method) => match method {
            PaymentMethod::Invoice => "By invoice",
            PaymentMethod::Ideal => "iDEAL",
            PaymentMethod::Card => "Credit card",
        },
        Choice::IdentificationMethod(method) => match method {
            IdentificationMethod::Copy => {
                option_text!("With the copy of your identity document", "Nothing more to do.")
            }
            IdentificationMethod::Visit => {
                option_text!("Someone visits you", "Wherever and whenever you like.")
            }
            IdentificationMethod::App => {
                option_text!("With an app", "You read the chip of your document and take a selfie.")
            }
        },
        Choice::IdentityDocumentKind(kind) => match kind {
            IdentityDocumentKind::Passport => "Passport",
            IdentityDocumentKind::IdentityCard => "Identity card",
            IdentityDocumentKind::ResidencePermit => "Residence permit",
            IdentityDocumentKind::DrivingLicence => "Driving licence",
        },
        Choice::ExtractSource(source) => match source {
            ExtractSource::Fetched => option_text!("We fetch it", "Always recent enough."),
            ExtractSource::Attached => option_text!("I add it myself", "A PDF from KVK."),
        },
        Choice::SigningMethod(method) => match method {
            SigningMethod::Pen => option_text!("With a pen, on paper", "You print the registration form."),
            SigningMethod::Screen => {
                option_text!("On this screen", "Only if everyone who signs is with you now.")
            }
            SigningMethod::Qualified => {
                option_text!("With a qualified electronic signature", "With a PKIoverheid certificate, on the PDF.")
            }
        },
        Choice::FormRoute(route) => match route {
            FormRoute::Attached => "As a scan, with this application",
            FormRoute::Posted => option_text!("The original, by post", "Your application waits until it has arrived."),
        },
    };
    OptionText::split(text)
}

fn yes_or_no(question: Q, value: bool) -> &'static str {
    match (question, value) {
        (Q::UserIsApplicant, true) => "Yes, I will log in myself",
        (Q::UserIsApplicant, false) => option_text!("No, someone else", "That person then makes the application."),
        (Q::UserEmployed, true) => "Yes, I work here",
        (Q::UserEmployed, false) => {
            option_text!(
                "No, I do not work there",
                "For example a bookkeeper. You add a copy of your identity document."
            )
        }
        (Q::RepresentativeIsUser, true) => "Yes, I am a representative",
        (Q::RepresentativeIsUser, false) => "No, someone else signs",
        (Q::FewerSuffice, true) => {
            option_text!("Yes", "Keep only those who sign. You add that document.")
        }
        (Q::FewerSuffice, false) => "No, or I do not know",
        (Q::RepresentedByCompany, true) => option_text!("Yes", "You add the extract of that company too."),
        (Q::RepresentedByCompany, false) => "No, only people",
        (Q::AuthorisationsManager, true) => "Yes, I want to manage authorisations",
        (Q::AuthorisationsManager, false) => "No, only log in",
        (Q::RestrictedToBranch, true) => "Yes, for one branch only",
        (Q::RestrictedToBranch, false) => "No, for the whole organisation",
        (Q::Urgent, true) => "Yes, it is urgent",
        (Q::Urgent, false) => "No, there is no hurry",
        (_, true) => "Yes",
        (_, false) => "No",
    }
}

fn legal_form(form: LegalForm) -> &'static str {
    match form {
        LegalForm::SoleProprietorship => "Sole proprietorship (eenmanszaak)",
        LegalForm::GeneralPartnership => "General partnership (vof)",
        LegalForm::LimitedPartnership => "Limited partnership (cv)",
        LegalForm::ProfessionalPartnership => "Partnership (maatschap)",
        LegalForm::PrivateLimitedCompany => "Private limited company (bv)",
        LegalForm::PublicLimitedCompany => "Public limited company (nv)",
        LegalForm::Foundation => "Foundation (stichting)",
        LegalForm::Association => "Association (vereniging, VvE)",
        LegalForm::Cooperative => "Cooperative (coöperatie, OWM)",
        LegalForm::ReligiousOrganisation => "Religious body (kerkgenootschap)",
        LegalForm::PublicBody => "Public body (overheid)",
        LegalForm::ForeignCompany => "Foreign legal form",
        LegalForm::Other => "Other",
    }
}
