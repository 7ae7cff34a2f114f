//! The words of each option, in Dutch.

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
        Choice::Years(years) => return OptionText { label: format!("{years} jaar"), hint: "" },
        Choice::Level(level) => match level {
            Level::Eh2Plus => option_text!("EH2+ (laag)", "Controle met een kopie van uw identiteitsbewijs."),
            Level::Eh3 => option_text!("EH3 (substantieel)", "Controle met uw originele identiteitsbewijs."),
            Level::Eh4 => {
                option_text!("EH4 (hoog)", "Ook de vertegenwoordiger en de machtigingenbeheerder identificeren zich.")
            }
        },
        Choice::AuthorisationKind(kind) => match kind {
            AuthorisationKind::Services => {
                option_text!("Alleen bij diensten die ik kies", "Nieuwe diensten vraagt u later apart aan.")
            }
            AuthorisationKind::Providers => option_text!(
                "Bij alle diensten van bepaalde instanties",
                "Ook bij hun nieuwe diensten. U krijgt het niveau van de strengste dienst."
            ),
            AuthorisationKind::All => option_text!(
                "Bij alle diensten van alle instanties",
                "Meest gekozen. Ook nieuwe diensten. Diensten boven uw niveau blijven gesloten."
            ),
        },
        Choice::IdentifierKind(kind) => match kind {
            IdentifierKind::Kvk => "Ja, een KVK-nummer",
            IdentifierKind::Fiscal => {
                option_text!("Nee, alleen een fiscaal nummer", "U kunt alleen bij de Belastingdienst inloggen.")
            }
        },
        Choice::LegalForm(form) => legal_form(form),
        Choice::Capacity(capacity) => match capacity {
            Capacity::Owner => option_text!("Eigenaar", "Van een eenmanszaak."),
            Capacity::Director => "Bestuurder",
            Capacity::Partner => "Vennoot of maat",
            Capacity::ProxyHolder => option_text!("Gevolmachtigde", "Mag ondertekenen op grond van een volmacht."),
            Capacity::Trustee => option_text!("Curator", "Bij een faillissement."),
            Capacity::Liquidator => option_text!("Vereffenaar", "Van een ontbonden organisatie."),
            Capacity::Administrator => option_text!("Bewindvoerder", "Bij surseance of bewind."),
            Capacity::Other => option_text!("Anders", "Bijvoorbeeld de burgemeester."),
        },
        Choice::Authority(authority) => match authority {
            Authority::Sole => {
                option_text!("Alleen of zelfstandig bevoegd", "Ook: volledige volmacht.")
            }
            Authority::Joint => option_text!("Gezamenlijk bevoegd", "Ondertekent samen met anderen."),
            Authority::Limited => option_text!("Beperkt bevoegd", "Bijvoorbeeld tot een bedrag."),
        },
        Choice::Means(means) => match means {
            Means::Sms => "Wachtwoord en sms-code",
            Means::App => option_text!("App", "U bevestigt op uw smartphone."),
            Means::Token => option_text!("Token", "Een apparaatje dat codes maakt."),
            Means::Certificate => option_text!("PKIoverheid-certificaat", "Op een kaart of usb-stick, met pincode."),
        },
        Choice::PaymentMethod(method) => match method {
            PaymentMethod::Invoice => "Op factuur",
            PaymentMethod::Ideal => "iDEAL",
            PaymentMethod::Card => "Creditcard",
        },
        Choice::IdentificationMethod(method) => match method {
            IdentificationMethod::Copy => {
                option_text!("Met de kopie van uw identiteitsbewijs", "U hoeft niets meer te doen.")
            }
            IdentificationMethod::Visit => {
                option_text!("Iemand komt bij u langs", "Waar en wanneer u wilt.")
            }
            IdentificationMethod::App => {
                option_text!("Met een app", "U leest de chip van uw document en maakt een selfie.")
            }
        },
        Choice::IdentityDocumentKind(kind) => match kind {
            IdentityDocumentKind::Passport => "Paspoort",
            IdentityDocumentKind::IdentityCard => "Identiteitskaart",
            IdentityDocumentKind::ResidencePermit => "Verblijfsdocument",
            IdentityDocumentKind::DrivingLicence => "Rijbewijs",
        },
        Choice::ExtractSource(source) => match source {
            ExtractSource::Fetched => option_text!("Wij halen het op", "Altijd recent genoeg."),
            ExtractSource::Attached => option_text!("Ik voeg het zelf toe", "Een pdf van de KVK."),
        },
        Choice::SigningMethod(method) => match method {
            SigningMethod::Pen => option_text!("Met een pen, op papier", "U drukt het registratieformulier af."),
            SigningMethod::Screen => {
                option_text!("Op dit scherm", "Alleen als iedereen die ondertekent nu bij u is.")
            }
            SigningMethod::Qualified => {
                option_text!(
                    "Met een gekwalificeerde elektronische handtekening",
                    "Met een PKIoverheid-certificaat, op de pdf."
                )
            }
        },
        Choice::FormRoute(route) => match route {
            FormRoute::Attached => "Als scan, bij deze aanvraag",
            FormRoute::Posted => option_text!("Het origineel, met de post", "Uw aanvraag wacht tot het is aangekomen."),
        },
    };
    OptionText::split(text)
}

fn yes_or_no(question: Q, value: bool) -> &'static str {
    match (question, value) {
        (Q::UserIsApplicant, true) => "Ja, ik ga zelf inloggen",
        (Q::UserIsApplicant, false) => option_text!("Nee, iemand anders", "Die persoon doet dan zelf de aanvraag."),
        (Q::UserEmployed, true) => "Ja, ik werk hier",
        (Q::UserEmployed, false) => {
            option_text!(
                "Nee, ik werk er niet",
                "Bijvoorbeeld een boekhouder. U voegt een kopie van uw identiteitsbewijs toe."
            )
        }
        (Q::RepresentativeIsUser, true) => "Ja, ik ben vertegenwoordiger",
        (Q::RepresentativeIsUser, false) => "Nee, iemand anders ondertekent",
        (Q::FewerSuffice, true) => {
            option_text!("Ja", "Laat alleen staan wie ondertekent. U voegt dat stuk toe.")
        }
        (Q::FewerSuffice, false) => "Nee, of dat weet ik niet",
        (Q::RepresentedByCompany, true) => option_text!("Ja", "U voegt ook het uittreksel daarvan toe."),
        (Q::RepresentedByCompany, false) => "Nee, alleen personen",
        (Q::AuthorisationsManager, true) => "Ja, ik wil machtigingen beheren",
        (Q::AuthorisationsManager, false) => "Nee, alleen inloggen",
        (Q::RestrictedToBranch, true) => "Ja, alleen voor één vestiging",
        (Q::RestrictedToBranch, false) => "Nee, voor de hele organisatie",
        (Q::Urgent, true) => "Ja, met spoed",
        (Q::Urgent, false) => "Nee, het heeft geen haast",
        (_, true) => "Ja",
        (_, false) => "Nee",
    }
}

fn legal_form(form: LegalForm) -> &'static str {
    match form {
        LegalForm::SoleProprietorship => "Eenmanszaak",
        LegalForm::GeneralPartnership => "Vennootschap onder firma (vof)",
        LegalForm::LimitedPartnership => "Commanditaire vennootschap (cv)",
        LegalForm::ProfessionalPartnership => "Maatschap",
        LegalForm::PrivateLimitedCompany => "Besloten vennootschap (bv)",
        LegalForm::PublicLimitedCompany => "Naamloze vennootschap (nv)",
        LegalForm::Foundation => "Stichting",
        LegalForm::Association => "Vereniging of VvE",
        LegalForm::Cooperative => "Coöperatie of onderlinge (OWM)",
        LegalForm::ReligiousOrganisation => "Kerkgenootschap",
        LegalForm::PublicBody => "Overheid, zoals een gemeente",
        LegalForm::ForeignCompany => "Buitenlandse rechtsvorm",
        LegalForm::Other => "Anders",
    }
}
