//! The words of each option, in Dutch.

use super::super::OptionText;
use crate::domain::journey::Choice;
use crate::domain::rules::Question as Q;
use crate::domain::scheme::{
    AuthorisationKind, Authority, Capacity, ExtractSource, FormRoute, IdentificationMethod, IdentifierKind,
    IdentityDocumentKind, LegalForm, Level, Means, PaymentMethod, SigningMethod,
};

pub(super) fn choice(choice: Choice) -> OptionText {
    let (label, hint) = match choice {
        Choice::Bool(question, value) => yes_or_no(question, value),
        Choice::Years(years) => return OptionText { label: format!("{years} jaar"), hint: "" },
        Choice::Level(level) => match level {
            Level::Eh2Plus => ("EH2+ (laag)", "Controle met een kopie van uw identiteitsbewijs."),
            Level::Eh3 => ("EH3 (substantieel)", "Controle met uw originele identiteitsbewijs."),
            Level::Eh4 => ("EH4 (hoog)", "Ook de vertegenwoordiger en de machtigingenbeheerder identificeren zich."),
        },
        Choice::AuthorisationKind(kind) => match kind {
            AuthorisationKind::Services => {
                ("Alleen bij diensten die ik kies", "Nieuwe diensten vraagt u later apart aan.")
            }
            AuthorisationKind::Providers => (
                "Bij alle diensten van bepaalde instanties",
                "Ook bij hun nieuwe diensten. U krijgt het niveau van de strengste dienst.",
            ),
            AuthorisationKind::All => (
                "Bij alle diensten van alle instanties",
                "Meest gekozen. Ook nieuwe diensten. Diensten boven uw niveau blijven gesloten.",
            ),
        },
        Choice::IdentifierKind(kind) => match kind {
            IdentifierKind::Kvk => ("Ja, een KVK-nummer", ""),
            IdentifierKind::Fiscal => {
                ("Nee, alleen een fiscaal nummer", "U kunt alleen bij de Belastingdienst inloggen.")
            }
        },
        Choice::LegalForm(form) => (legal_form(form), ""),
        Choice::Capacity(capacity) => match capacity {
            Capacity::Owner => ("Eigenaar", "Van een eenmanszaak."),
            Capacity::Director => ("Bestuurder", ""),
            Capacity::Partner => ("Vennoot of maat", ""),
            Capacity::ProxyHolder => ("Gevolmachtigde", "Mag ondertekenen op grond van een volmacht."),
            Capacity::Trustee => ("Curator", "Bij een faillissement."),
            Capacity::Liquidator => ("Vereffenaar", "Van een ontbonden organisatie."),
            Capacity::Administrator => ("Bewindvoerder", "Bij surseance of bewind."),
            Capacity::Other => ("Anders", "Bijvoorbeeld de burgemeester."),
        },
        Choice::Authority(authority) => match authority {
            Authority::Sole => ("Alleen of zelfstandig bevoegd", "Ondertekent alleen. Ook: volledige volmacht."),
            Authority::Joint => ("Gezamenlijk bevoegd", "Ondertekent samen met anderen."),
            Authority::Limited => ("Beperkt bevoegd", "Mag niet alles, bijvoorbeeld tot een bedrag."),
        },
        Choice::Means(means) => match means {
            Means::Sms => ("Wachtwoord en sms-code", ""),
            Means::App => ("App", "U bevestigt op uw smartphone."),
            Means::Token => ("Token", "Een apparaatje dat codes maakt."),
            Means::Certificate => ("PKIoverheid-certificaat", "Op een kaart of usb-stick, met pincode."),
        },
        Choice::PaymentMethod(method) => match method {
            PaymentMethod::Invoice => ("Op factuur", ""),
            PaymentMethod::Ideal => ("iDEAL", ""),
            PaymentMethod::Card => ("Creditcard", ""),
        },
        Choice::IdentificationMethod(method) => match method {
            IdentificationMethod::Copy => ("Met de kopie van uw identiteitsbewijs", "U hoeft niets meer te doen."),
            IdentificationMethod::Visit => ("Iemand komt bij u langs", "Waar u wilt. U kiest daarna een dag."),
            IdentificationMethod::App => ("Met een app", "U leest de chip van uw document en maakt een selfie."),
        },
        Choice::IdentityDocumentKind(kind) => match kind {
            IdentityDocumentKind::Passport => ("Paspoort", ""),
            IdentityDocumentKind::IdentityCard => ("Identiteitskaart", ""),
            IdentityDocumentKind::ResidencePermit => ("Verblijfsdocument", ""),
            IdentityDocumentKind::DrivingLicence => ("Rijbewijs", ""),
        },
        Choice::ExtractSource(source) => match source {
            ExtractSource::Fetched => ("Wij halen het op", "Altijd recent genoeg."),
            ExtractSource::Attached => ("Ik voeg het zelf toe", "Een pdf van de KVK."),
        },
        Choice::SigningMethod(method) => match method {
            SigningMethod::Pen => ("Met een pen, op papier", "U drukt het registratieformulier af."),
            SigningMethod::Screen => {
                ("Op dit scherm", "Tekenen, of de naam typen. Alleen als iedereen die ondertekent nu bij u is.")
            }
            SigningMethod::Qualified => {
                ("Met een gekwalificeerde elektronische handtekening", "Met een PKIoverheid-certificaat, op de pdf.")
            }
        },
        Choice::FormRoute(route) => match route {
            FormRoute::Attached => ("Als scan, bij deze aanvraag", ""),
            FormRoute::Posted => ("Het origineel, met de post", "Uw aanvraag wacht tot het is aangekomen."),
        },
    };
    OptionText { label: label.to_owned(), hint }
}

fn yes_or_no(question: Q, value: bool) -> (&'static str, &'static str) {
    match (question, value) {
        (Q::UserIsApplicant, true) => ("Ja, ik ga zelf inloggen", ""),
        (Q::UserIsApplicant, false) => ("Nee, iemand anders", "Die persoon doet dan zelf de aanvraag."),
        (Q::UserEmployed, true) => ("Ja, ik werk hier", ""),
        (Q::UserEmployed, false) => {
            ("Nee, ik werk er niet", "Bijvoorbeeld een boekhouder. U voegt een kopie van uw identiteitsbewijs toe.")
        }
        (Q::RepresentativeIsUser, true) => ("Ja, ik ben vertegenwoordiger", ""),
        (Q::RepresentativeIsUser, false) => ("Nee, iemand anders ondertekent", ""),
        (Q::FewerSuffice, true) => {
            ("Ja", "Laat dan alleen staan wie ondertekent. U voegt de statuten of de volmacht toe.")
        }
        (Q::FewerSuffice, false) => ("Nee, of dat weet ik niet", ""),
        (Q::RepresentedByCompany, true) => ("Ja", "U voegt ook het uittreksel van dat bedrijf toe."),
        (Q::RepresentedByCompany, false) => ("Nee, alleen personen", ""),
        (Q::AuthorisationsManager, true) => ("Ja, ik wil machtigingen beheren", ""),
        (Q::AuthorisationsManager, false) => ("Nee, alleen inloggen", ""),
        (Q::RestrictedToBranch, true) => ("Ja, alleen voor één vestiging", ""),
        (Q::RestrictedToBranch, false) => ("Nee, voor de hele organisatie", ""),
        (Q::Urgent, true) => ("Ja, met spoed", ""),
        (Q::Urgent, false) => ("Nee, het heeft geen haast", ""),
        (_, true) => ("Ja", ""),
        (_, false) => ("Nee", ""),
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
