//! The words of each screen and step, in Dutch.

use super::super::ScreenText;
use super::welcome::WELCOME;
use crate::domain::journey::{Screen as S, Step};

pub(super) const fn screen(screen: S) -> &'static ScreenText {
    match screen {
        S::Welcome => &ScreenText { title: WELCOME.title, intro: WELCOME.intro, more: "", more_text: "" },
        S::Open => &ScreenText {
            title: "Een aanvraag openen",
            intro: "Het bestand blijft in deze browser.",
            more: "",
            more_text: "",
        },
        S::OrganisationKind => &ScreenText {
            title: "Uw organisatie",
            intro: "Hiervan hangt af waar u kunt inloggen.",
            more: "Ik heb geen KVK-nummer",
            more_text: "Bijvoorbeeld een buitenlands bedrijf. Met een fiscaal nummer logt u alleen in bij de Belastingdienst, met niveau EH3.",
        },
        S::Services => &ScreenText {
            title: "Waarvoor hebt u eHerkenning nodig?",
            intro: "Wat u niet kiest, kunt u straks niet gebruiken. Uit uw keuze volgt het niveau.",
            more: "Wat is een goede keuze?",
            more_text: "Eén dienst te weinig? Dan lukt inloggen daar niet.\nEen te laag niveau? Dan moet u later opnieuw aanvragen en betalen.",
        },
        S::User => &ScreenText {
            title: "Wie gaat inloggen?",
            intro: "Alleen deze persoon mag het inlogmiddel gebruiken.",
            more: "",
            more_text: "",
        },
        S::Representatives => &ScreenText {
            title: "Wie mag ondertekenen?",
            intro: "Neem over wat op het KVK-uittreksel staat.",
            more: "Waar vind ik de bevoegdheid?",
            more_text: "Bij elke naam op het uittreksel. Anders in uw registratie, akte, statuten, notulen of mandaatbesluit.\nAlleen bevoegd: ondertekent alleen.\nGezamenlijk bevoegd: ondertekent samen met anderen. Vul hen allemaal in.\nBeperkt bevoegd: mag niet alles. Vul ook de anderen in.",
        },
        S::Role => &ScreenText { title: "Uw rol in de organisatie", intro: "", more: "", more_text: "" },
        S::Organisation => &ScreenText {
            title: "Gegevens van de organisatie",
            intro: "Vul de gegevens in zoals ze geregistreerd zijn. Verschillen vertragen uw aanvraag.",
            more: "",
            more_text: "",
        },
        S::PersonalData => &ScreenText {
            title: "Uw gegevens",
            intro: "Neem naam en geboorte letterlijk over van uw identiteitsbewijs. Bij een verschil stopt de identificatie.",
            more: "",
            more_text: "",
        },
        S::IdentityDocument => &ScreenText {
            title: "Uw identiteitsbewijs",
            intro: "Het moet nog minstens {months} geldig zijn. Gebruik hetzelfde document bij de identificatie.",
            more: "",
            more_text: "",
        },
        S::RepresentativeContact => &ScreenText {
            title: "Hoe bereiken wij de vertegenwoordigers?",
            intro: "Vul hun eigen gegevens in, niet die van u. Wij vragen hun om toestemming.",
            more: "",
            more_text: "",
        },
        S::Documents => &ScreenText {
            title: "Documenten toevoegen",
            intro: "Een scherpe foto of scan is goed.",
            more: "Waarom gegevens afdekken?",
            more_text: "Uw BSN mogen wij niet vragen. Andere gegevens, zoals uw foto en nationaliteit, hebben wij niet nodig.\nU dekt ze hier af, voordat iets wordt verstuurd.",
        },
        S::Contract => &ScreenText {
            title: "Uw inlogmiddel",
            intro: "Prijzen zonder btw.",
            more: "Wanneer kies ik een hoger niveau?",
            more_text: "Als u het later nodig hebt. Dan komen er nog een controle en nog eens kosten.",
        },
        S::Payment => {
            &ScreenText { title: "Prijs en betaling", intro: "U betaalt nu nog niets.", more: "", more_text: "" }
        }
        S::Check => &ScreenText {
            title: "Controleer uw aanvraag",
            intro: "Vergelijk alles met uw papieren.",
            more: "",
            more_text: "",
        },
        S::Sign => &ScreenText { title: "Ondertekenen en versturen", intro: "", more: "", more_text: "" },
        S::HandOver => &ScreenText {
            title: "Bewaren of doorgeven",
            intro: "U krijgt een beveiligd bestand. Het gaat alleen open met de wachtzin.",
            more: "",
            more_text: "",
        },
        S::Sent => {
            &ScreenText { title: "Uw aanvraag is verstuurd", intro: "Bewaar uw referentie.", more: "", more_text: "" }
        }
    }
}

pub(super) fn step(step: Step) -> &'static str {
    match step {
        Step::Welcome => "Welkom",
        Step::Purpose => "Waarvoor",
        Step::Who => "Wie",
        Step::Data => "Gegevens",
        Step::Start => "Aanvraag",
        Step::Check => "Controle",
        Step::Sent => "Verstuurd",
    }
}
