//! The words of the welcome screen, in Dutch.

use super::super::WelcomeText;

/// All wording before the first question.
pub const WELCOME: WelcomeText = WelcomeText {
    title: "Voordat u begint",
    intro: "Met eHerkenning logt u namens uw organisatie in bij de overheid, met een inlogmiddel dat alleen van u is.",
    example: "Een voorbeeld: leverancier en prijzen zijn verzonnen.",
    need: "Dit hebt u nodig",
    needs: [
        "de diensten waarbij u wilt inloggen",
        "uw identiteitsbewijs, nog minstens {months} geldig",
        "het KVK-uittreksel, waarop staat wie moet ondertekenen",
        "uw eigen e-mailadres en mobiele nummer",
        "van anderen die ondertekenen: die gegevens ook, en hun handtekening",
    ],
    months: ["1 maand", "{n} maanden"],
    time: "Zo lang duurt het",
    time_text: "Invullen: ongeveer 15 minuten. Daarna controle en identificatie, vaak enkele werkdagen.",
    cost: "Dit kost het",
    cost_text: "Met identificatie, exclusief btw. U ziet de volledige prijs voordat u ondertekent.",
    years: ["1 jaar", "{n} jaar"],
    privacy: "Uw gegevens",
    privacy_text: "Uw persoonlijke gegevens en documenten blijven in deze browser, totdat u de aanvraag verstuurt of doorgeeft.",
    digid: "Hebt u een eenmanszaak? Voor de Belastingdienst is DigiD genoeg.",
    begin: "Aanvraag beginnen",
    open: "Bewaarde of gekregen aanvraag openen",
    waiting: "Een ogenblik: de vragen worden geladen.",
    failed: "De vragen kunnen niet worden geladen. Controleer uw verbinding en probeer het opnieuw.",
    other_language: "English",
    help: "Vragen? Bel {telephone} of mail {email}",
};
