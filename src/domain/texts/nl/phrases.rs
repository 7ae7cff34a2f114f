//! Buttons, messages and all other sentences, in Dutch.

use super::super::Phrase as P;

pub(super) const fn phrase(phrase: P) -> &'static str {
    match phrase {
        P::BeginAnother => "Nog een aanvraag doen",
        P::ReturnTo => "Terug naar {site}",
        P::Next => "Volgende",
        P::Back => "Terug",
        P::Save => "Opslaan en terug naar controle",
        P::Sign => "Akkoord, naar ondertekenen",
        P::Send => "Aanvraag versturen",
        P::Retry => "Opnieuw proberen",
        P::Stop => "Stoppen",
        P::Change => "Wijzig",
        P::ChangeNamed => "Wijzig {what}",
        P::AddRepresentative => "Nog een vertegenwoordiger toevoegen",
        P::RemoveRepresentative => "Verwijder vertegenwoordiger {n}",
        P::Representative => "Vertegenwoordiger {n}",
        P::Yourself => "Uzelf",
        P::You => "U",
        P::And => "en",
        P::Name => "Naam",
        P::Address => "Adres",
        P::Born => "Geboren",
        P::Contact => "Contact",
        P::Yours => "Uw {what}",
        P::StepOf => "Stap {n} van {total}",
        P::Progress => "Voortgang",
        P::StepDone => "klaar",
        P::ErrorSummary => "Er klopt nog iets niet",
        P::Error => "Fout",
        P::Optional => "(niet verplicht)",
        P::Choose => "Kies",
        P::Day => "Dag",
        P::Month => "Maand",
        P::Year => "Jaar",
        P::NewQuestions => "Door uw antwoord zijn er nieuwe vragen in: {steps}.",
        P::NotAnswered => "Niet ingevuld",
        P::Saved => "Bewaard tot u dit tabblad sluit",
        P::NotSaved => {
            "Uw antwoorden konden niet worden bewaard. Herlaad of sluit deze pagina niet: dan bent u ze kwijt."
        }
        P::Restored => "Uw eerdere antwoorden staan er weer.",
        P::Wipe => "Wis alle antwoorden",
        P::WipeConfirm => "Wilt u alle antwoorden en documenten wissen? Dat is niet te herstellen.",
        P::WipeSentConfirm => {
            "Uw aanvraag is al een keer verstuurd en kan toch nog aankomen. Wilt u alle antwoorden en documenten wissen? Dat is niet te herstellen."
        }
        P::Expired => "Uw antwoorden waren ouder dan zeven dagen en zijn gewist.",
        P::ResetRefused => "Er is niets gewist. Eerst moet duidelijk zijn of uw aanvraag is aangekomen.",
        P::EarlierArrived => "Uw eerdere aanvraag is toch aangekomen. De referentie is {reference}.",
        P::SetAside => {
            "Wat u eerder hebt ingevuld, kan niet worden gelezen. Het is apart bewaard en wordt niet overschreven. U kunt het als bestand bewaren."
        }
        P::NotReadable => {
            "We kunnen nu niet lezen wat u eerder hebt ingevuld. Het is niet gewist. Herlaad deze pagina voordat u begint."
        }
        P::Gone => {
            "Wat u eerder hebt ingevuld, staat niet meer op dit apparaat. Uw browser heeft het verwijderd, of het was ouder dan zeven dagen."
        }
        P::Reloaded => {
            "De pagina is opnieuw geladen terwijl u een foto of bestand koos. Gebeurt dat weer? Maak de foto dan met de camera-app, en kies hem hier."
        }
        P::Cancel => "Annuleren",
        P::KeepOnDevice => "Bewaar op dit apparaat",
        P::KeepOnDeviceConfirm => {
            "U kunt dan op deze website tot {date} verdergaan, ook als u dit tabblad sluit. Wie dit apparaat gebruikt, kan uw antwoorden zien. Doe dit niet op een computer die u deelt."
        }
        P::KeepDocuments => "Bewaar ook de documenten",
        P::SavedOnDevice => "Bewaard op dit apparaat tot {date}",
        P::NotOnDevice => "Bewaard, maar alleen in dit tabblad",
        P::ForgetDevice => "Bewaar niet meer op dit apparaat",
        P::OpenElsewhere => {
            "Uw bewaarde aanvraag staat open in een ander tabblad. Wat u hier invult, komt daar niet bij."
        }
        P::WorkedOnElsewhere => "Aan deze aanvraag wordt in een ander tabblad gewerkt. Hier verandert niets meer.",
        P::TakeOver => "Ga hier verder met die aanvraag",
        P::TakeOverConfirm => "Wat u in dit tabblad hebt ingevuld, wordt dan gewist. Dat is niet te herstellen.",
        P::YourApplication => "Uw aanvraag",
        P::SearchLabel => "Zoek een dienst of instantie",
        P::SearchHintFiscal => "Bijvoorbeeld btw.",
        P::OptionOf => "{label}, {n} van {total}",
        P::SearchResults => "Resultaten: {n}",
        P::SearchMore => "{shown} van {n}. Typ meer.",
        P::SearchNothing => {
            "Niets gevonden. Probeer een ander woord of de naam van de instantie. Staat het er niet bij? Kies dan hierboven voor alle diensten."
        }
        P::AllServicesOf => "Alle diensten van {provider}",
        P::Chosen => "Uw keuze",
        P::Remove => "Verwijder",
        P::RemoveNamed => "Verwijder {name}",
        P::Added => "{name} toegevoegd",
        P::Removed => "{name} verwijderd",
        P::LevelNeeded => "U hebt niveau {level} nodig voor {services}.",
        P::LevelPrice => "Prijs, exclusief btw",
        P::LevelHigher => "Met {level} kunt u ook inloggen bij {n} diensten die een hoger niveau vragen.",
        P::LevelOpens => "Opent {n} van {total} diensten. Prijs exclusief btw.",
        P::WarnLevelEnded => {
            "Deze dienst noemt nog niveau {level}. Dat niveau wordt niet meer uitgegeven; u krijgt een hoger niveau."
        }
        P::WarnStrictest => "Alleen {service} vraagt {level}. Niet nodig? Kies losse diensten: {lower}.",
        P::WarnRefusesBranch => "Werkt niet met een inlogmiddel voor één vestiging.",
        P::WarnBsn => "Hebt u een eenmanszaak? Dan vraagt de leverancier later apart om uw BSN. Vul het hier nooit in.",
        P::LookUp => "Gegevens ophalen",
        P::LookUpHint => "Dan hoeft u minder in te vullen. Het KVK-nummer gaat naar {host}.",
        P::LookUpBusy => "Bezig met ophalen",
        P::LookUpFound => "Gevonden in het Handelsregister: {organisation}.",
        P::LookUpShielded => "Het adres is afgeschermd.",
        P::LookUpEnded => "Let op: deze organisatie is uitgeschreven. Daarvoor krijgt u geen eHerkenning.",
        P::LookUpWrong => "Dit klopt niet, ik vul het zelf in",
        P::LookUpNone => "Dit nummer staat niet in het Handelsregister. Klopt het?",
        P::LookUpFailed => "Ophalen lukt nu niet. U kunt gewoon verder: straks vult u de gegevens zelf in.",
        P::CatalogueFailed => {
            "De lijst met diensten kan niet worden geladen. U kunt wel verder: kies zelf het niveau en noem de diensten."
        }
        P::CatalogueUnofficial => "Een voorbeeldlijst: vraag het niveau na bij de instantie.",
        P::CatalogueLoading => "Bezig met laden van de dienstenlijst",
        P::RepresentativesFiscal => "Neem over wat in uw registratie, akte of statuten staat.",
        P::MustSign => "Wie moet ondertekenen",
        P::MustSignSole => "Ondertekenaar: {names}. Eén handtekening is genoeg.",
        P::MustSignYourself => "U ondertekent zelf. Uw handtekening is genoeg.",
        P::MustSignJoint => "{names} ondertekenen samen: de bevoegdheid is gezamenlijk.",
        P::MustSignTogether => "{names} ondertekenen samen: de bevoegdheid is gezamenlijk of beperkt.",
        P::MustSignLimited => "{names} ondertekenen samen: de bevoegdheid is beperkt.",
        P::ChooseSignatories => "Niet iedereen hoeft te ondertekenen. Kruis minstens {n} mensen aan die het doen.",
        P::OwnerRegisters => {
            "Bij een eenmanszaak heeft op dit niveau ook de eigenaar een inlogmiddel nodig, met een eigen aanvraag en prijs."
        }
        P::MustSignArticles => {
            "De ingevulde vertegenwoordigers ondertekenen. Uit de statuten of de volmacht moet blijken dat zij genoeg zijn."
        }
        P::MustSignInsufficient => {
            "Met deze bevoegdheid kan {level} niet. Voeg iemand toe die alleen of gezamenlijk bevoegd is."
        }
        P::MustSignUnknown => "Dat weten we als van iedereen de bevoegdheid is ingevuld.",
        P::ManagerAutomatic => "U wordt vanzelf ook machtigingenbeheerder.",
        P::ChooseFile => "Kies een bestand",
        P::AnotherFile => "Nog een bestand",
        P::TakePhoto => "Maak een foto",
        P::DropHere => "of sleep een bestand hierheen",
        P::FileLimits => "{types}, hoogstens {size} per bestand",
        P::FileAdded => "{name}, {size}, toegevoegd",
        P::FileChecking => "Bezig met controleren van {name}",
        P::PageOf => "pagina {n} van {total}",
        P::PreviewOf => "Voorbeeld van {name}",
        P::Replace => "Vervang",
        P::ReplaceNamed => "Vervang {name}",
        P::MoveUp => "Naar voren",
        P::MoveUpNamed => "Naar voren: {name}",
        P::FlawBlurred => "Deze foto lijkt onscherp. Kunt u niet alles lezen? Maak dan een nieuwe foto.",
        P::FlawDark => "Deze foto is donker. Kunt u niet alles lezen? Maak dan een nieuwe foto met meer licht.",
        P::FlawGlare => {
            "Er zit een felle vlek in deze foto. Kunt u daar niet alles lezen? Maak dan een nieuwe foto zonder lamp of flits erop."
        }
        P::MorePages => "Nog {n} hierna. Geen identiteitsbewijs op deze pagina? Kies Annuleren.",
        P::FlawPagesLeftOut => {
            "Niet alle bladzijden zijn geopend. Staat uw document verderop? Bewaar die bladzijde als eigen bestand."
        }
        P::FlawMissingFonts => {
            "Er kan tekst ontbreken: in deze pdf zitten niet alle lettertypen. Maak liever een foto."
        }
        P::FlawFewPixels => {
            "Deze foto is klein. Kunt u de kleine letters niet lezen? Maak dan een foto van dichterbij."
        }
        P::IdCopyOf => "Kopie van het identiteitsbewijs van {name}",
        P::IdCopyMissing => "Voeg een kopie van het identiteitsbewijs van {name} toe.",
        P::NoDocuments => "U hoeft geen documenten toe te voegen.",
        P::PriceTitle => "Prijs",
        P::PriceMeans => "{means} {level}, {years} jaar",
        P::PriceIdentification => "Identificatie",
        P::PriceUrgent => "Spoed",
        P::PriceExtract => "KVK-uittreksel ophalen",
        P::PriceAuthorisations => "Extra machtigingen",
        P::PriceVat => "Btw {percent}%",
        P::PriceBetween => "{least} tot {most}",
        P::PriceTotal => "Totaal inclusief btw",
        P::PriceUnknown => "Kies een looptijd, dan ziet u de prijs.",
        P::CheckProblems => "Dit moet nog gebeuren",
        P::CheckComplete => "Alles is ingevuld.",
        P::SignHere => "Handtekening: {name}",
        P::YourSignature => "Uw handtekening",
        P::SignDraw => "Teken uw handtekening",
        P::SignClear => "Handtekening wissen",
        P::SignDrawn => "De handtekening staat er.",
        P::PenExplain => "Druk het formulier af en laat iedereen met een pen ondertekenen, liefst blauw.",
        P::PrintForm => "Formulier afdrukken",
        P::TermsLink => "Lees de gebruiksvoorwaarden",
        P::PrivacyLink => "Lees de privacyverklaring",
        P::SendingTitle => "Aanvraag versturen",
        P::BackToSigning => "Terug naar ondertekenen",
        P::SendPreparing => "Uw aanvraag wordt klaargemaakt.",
        P::StoreSlow => {
            "Het bewaren van uw aanvraag duurt lang. Wacht nog even, of verstuur zonder te bewaren. Houd deze pagina dan open: als u haar sluit, kan niemand meer zien of uw aanvraag is aangekomen."
        }
        P::StoreFailed => {
            "Uw aanvraag kan niet worden bewaard. U kunt versturen zonder te bewaren. Houd deze pagina dan open: als u haar sluit, kan niemand meer zien of uw aanvraag is aangekomen."
        }
        P::SendUnstored => "Versturen zonder te bewaren",
        P::SendSending => "Bezig met versturen: {size}",
        P::SendRetrying => "Over {seconds} seconden proberen we het opnieuw: poging {n}.",
        P::SendOffline => "U hebt geen internet. Zodra u weer online bent, gaan we verder. Houd deze pagina open.",
        P::SendBusy => "Uw aanvraag wordt nog verwerkt. We kijken zo opnieuw.",
        P::SendAsking => "We vragen na of uw aanvraag is aangekomen.",
        P::SendUnknown => {
            "We weten niet of uw aanvraag is aangekomen. Vraag het na: uw aanvraag wordt niet dubbel verwerkt. Uw antwoorden zijn er nog."
        }
        P::SendOutcomeNeeded => {
            "We weten nog niet of uw aanvraag is aangekomen. Pas als dat duidelijk is, kunt u iets wijzigen. Vraag het later opnieuw na."
        }
        P::SendRefused => "Versturen kan hier nu niet. Uw antwoorden zijn er nog. Neem contact met ons op.",
        P::SendConflict => {
            "We kregen al een andere versie van deze aanvraag. Neem contact met ons op voordat u opnieuw verstuurt."
        }
        P::SendNumber => "Neemt u contact op? Noem dan dit nummer: {number}",
        P::SendIssues => "De leverancier heeft nog opmerkingen. Verbeter dit en verstuur opnieuw.",
        P::SendTooLarge => {
            "Een bestand is te groot of van een soort die niet wordt geaccepteerd. Vervang het en verstuur opnieuw."
        }
        P::SendGaveUp => "Uw aanvraag is niet verstuurd. Uw antwoorden zijn er nog. Probeer het later opnieuw.",
        P::SendNotTaken => {
            "De leverancier heeft uw aanvraag nog niet aangenomen. Uw antwoorden zijn er nog. Probeer het later opnieuw."
        }
        P::SendStranger => {
            "Het antwoord kwam waarschijnlijk van het netwerk, niet van ons. Misschien moet u inloggen op de wifi."
        }
        P::SendComeBack => "Probeer het over {minutes} minuten opnieuw.",
        P::SendComeBackHours => "Probeer het over {hours} uur opnieuw.",
        P::SendMissingFiles => {
            "Deze bestanden staan niet meer op dit apparaat. Voeg precies dezelfde bestanden weer toe, dan gaat het versturen verder. Lukt dat niet? Ga dan terug en voeg uw documenten opnieuw toe."
        }
        P::OtherFile => "Dit is een ander bestand. Kies precies hetzelfde bestand als eerst.",
        P::StartAgain => "Opnieuw beginnen met deze antwoorden",
        P::StartAgainConfirm => {
            "Uw eerste aanvraag is misschien al aangekomen. Als u opnieuw begint, kan de leverancier twee aanvragen krijgen. Uw antwoorden blijven staan."
        }
        P::SaveFile => "Aanvraag als bestand bewaren",
        P::AskAgain => "Nagaan of uw aanvraag is aangekomen",
        P::ReceivedChanged => {
            "Uw aanvraag is ontvangen zoals u haar eerder verstuurde. Wat u daarna hebt gewijzigd, zit er niet bij."
        }
        P::Reference => "Uw referentie",
        P::Copy => "Kopieer",
        P::Copied => "Gekopieerd",
        P::Print => "Afdrukken of bewaren",
        P::NextSteps => "Wat gebeurt er nu?",
        P::NextCheck => "Wij controleren uw aanvraag. Is alles compleet, dan duurt dat hoogstens {days} werkdagen.",
        P::NextConfirm => "Bevestig uw e-mailadres en mobiele nummer. U krijgt een e-mail en een sms.",
        P::NextVisit => "U krijgt bericht om een afspraak te maken. Houd uw originele identiteitsbewijs klaar.",
        P::NextApp => "U krijgt een link naar de app. Houd uw originele identiteitsbewijs klaar.",
        P::NextCopy => "Wij identificeren u met de kopie. U hoeft daarvoor niets te doen.",
        P::NextPost => {
            "Stuur het ondertekende formulier naar: {address}. Uw aanvraag wacht daarop. Nog niet afgedrukt? Dat kan hieronder."
        }
        P::NextEveryone => {
            "Bij {level} identificeren ook de vertegenwoordiger en de machtigingenbeheerder zich. Wij nemen contact op."
        }
        P::NextIssue => "Na goedkeuring krijgt u bericht hoe u uw inlogmiddel ({means}) activeert.",
        P::NextInvoice => "U krijgt een factuur.",
        P::NextIdeal => "U krijgt een betaalverzoek voor iDEAL.",
        P::NextCard => "U krijgt een betaalverzoek voor uw creditcard.",
        P::NextErased => "Uw antwoorden zijn van dit apparaat gewist.",
        P::AlreadySent => "In dit tabblad is deze aanvraag al verstuurd.",
        P::FormTitle => "Registratieformulier eHerkenning",
        P::FormDeclaration => {
            "Ik mag de organisatie vertegenwoordigen. De gegevens kloppen. De gebruiker mag namens de organisatie inloggen bij de genoemde diensten."
        }
        P::FormUser => "Gebruiker",
        P::FormSignature => "Handtekening",
        P::FormDate => "Datum en plaats",
        P::FormPost => "Stuur dit formulier met originele handtekeningen naar: {address}",
    }
}
