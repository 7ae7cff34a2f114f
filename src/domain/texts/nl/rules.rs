//! What to do about each broken rule, in Dutch.

use crate::domain::rules::Rule;

pub(super) const fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Required => "Beantwoord deze vraag.",
        Rule::TooLong => "Maak dit korter: hoogstens {limit} tekens.",
        Rule::TextCharacters => "Gebruik alleen gewone letters, cijfers en leestekens.",
        Rule::LineBreak => "Zet dit op één regel.",
        Rule::BsnNotAllowed => {
            "Haal dit nummer weg: het lijkt een burgerservicenummer (BSN). Dat mogen wij niet vragen."
        }
        Rule::KvkNumberShape => "Vul uw KVK-nummer in: 8 cijfers, bijvoorbeeld 69599084. U vindt het op uw uittreksel.",
        Rule::KvkNumberSevenDigits => "Dit zijn 7 cijfers. Staat er op uw uittreksel een 0 voor? Typ die erbij.",
        Rule::KvkNumberIsRsin => "Dit lijkt uw RSIN. Vul uw KVK-nummer in: 8 cijfers. Beide staan op uw uittreksel.",
        Rule::KvkNumberIsBranch => "Dit is een vestigingsnummer. Vul uw KVK-nummer in: 8 cijfers.",
        Rule::KvkNumberIsVat => "Dit is een btw-nummer. Vul uw KVK-nummer in: 8 cijfers.",
        Rule::BranchNumberShape => {
            "Vul het vestigingsnummer in: 12 cijfers, eerst vier nullen, bijvoorbeeld 000037178598."
        }
        Rule::BranchNumberIsKvk => "Dit is uw KVK-nummer. Vul het vestigingsnummer in: 12 cijfers, van het uittreksel.",
        Rule::FiscalNumberIsKvk => {
            "Dit lijkt een KVK-nummer. Kies bij Soort organisatie dat u een KVK-nummer hebt, of vul 9 cijfers in."
        }
        Rule::FiscalNumberShape => "Vul uw fiscaal nummer in: 9 cijfers. Het staat op de brief van de Belastingdienst.",
        Rule::FiscalNumberCheck => "Dit nummer klopt niet. Vergelijk de 9 cijfers met de brief van de Belastingdienst.",
        Rule::OinShape => "Vul het OIN in: 20 cijfers.",
        Rule::ServiceIdShape => "Kies de dienst opnieuw uit de lijst.",
        Rule::NameCharacters => {
            "Gebruik Latijnse letters, zoals op het paspoort. Streepjes, apostrofs, punten en spaties mogen ook."
        }
        Rule::NamePartner => "Laat de naam van de partner weg, en ook e/v.",
        Rule::EmailShape => "Vul één volledig e-mailadres in, met één @, bijvoorbeeld naam@voorbeeld.nl.",
        Rule::EmailComma => "Vervang de komma in het e-mailadres door een punt.",
        Rule::EmailCharacters => "Haal spaties, accenten en andere vreemde tekens uit het e-mailadres.",
        Rule::MobileShape => "Vul een mobiel nummer in: 06 en 8 cijfers, bijvoorbeeld 06 12345678.",
        Rule::MobileLandline => "Op een vast nummer komt geen sms aan. Vul een nummer in dat met 06 begint.",
        Rule::MobileCountry => "Begin met 06, of bij een buitenlands nummer met + en het landnummer, zoals +32.",
        Rule::MobileForeign => "Vul een Nederlands mobiel nummer in, dat met 06 of +31 6 begint.",
        Rule::MobileMachine => "Een 097-nummer is voor apparaten. Vul een nummer in dat met 06 begint.",
        Rule::PostalCodeShape => "Vul de postcode in: 4 cijfers en 2 letters, bijvoorbeeld 8823 SJ.",
        Rule::HouseNumberShape => "Vul een huisnummer in, met hoogstens 4 tekens erachter, bijvoorbeeld 3 A.",
        Rule::CountryUnknown => "Kies een land uit de lijst.",
        Rule::TravelDocumentNumberShape => {
            "Vul de 9 tekens van het documentnummer in, zonder letter O, bijvoorbeeld NP1234567."
        }
        Rule::DrivingLicenceNumberShape => "Vul het rijbewijsnummer in: 10 cijfers. Het staat bij nummer 5.",
        Rule::DocumentNumberShape => "Gebruik alleen letters en cijfers, zoals op het document.",
        Rule::DateIncomplete => "Vul dag, maand en jaar in. Onbekende dag of maand van geboorte? Vul 00 in.",
        Rule::DateImpossible => "Deze dag bestaat niet. Controleer dag, maand en jaar.",
        Rule::DateYearShort => "Vul het jaar met 4 cijfers in, bijvoorbeeld 1990.",
        Rule::LevelNotOffered => "Deze leverancier heeft dit niveau niet. Kies een ander niveau of andere diensten.",
        Rule::LevelTooLow => "Kies minstens niveau {limit}. Uw diensten vragen dat.",
        Rule::LevelNotForRoute => "Kies EH3. Zonder KVK-nummer kan alleen dat niveau.",
        Rule::ServiceUnknown => "Deze dienst staat niet in de lijst. Verwijder hem en zoek opnieuw.",
        Rule::ProviderUnknown => "Deze instantie staat niet in de lijst. Verwijder haar en zoek opnieuw.",
        Rule::ServiceNotForRoute => {
            "Verwijder {limit}: zonder KVK-nummer kunt u alleen bij de Belastingdienst inloggen."
        }
        Rule::AuthorisationNotForRoute => {
            "Kies de Belastingdienst of diensten daarvan. Zonder KVK-nummer kunt u niet alle instanties kiezen."
        }
        Rule::AuthorisationTooNarrow => "U mag met deze keuze niet inloggen bij {limit}. Voeg die toe of kies ruimer.",
        Rule::ServiceRefusesBranch => {
            "{limit} weigert een inlogmiddel voor één vestiging. Kies de hele organisatie of verwijder deze dienst."
        }
        Rule::LegalFormHasKvkNumber => {
            "Deze rechtsvorm heeft een KVK-nummer. Kies bij Soort organisatie dat u een KVK-nummer hebt."
        }
        Rule::LegalFormCapacity => {
            "Een eenmanszaak heeft een eigenaar, andere organisaties niet. Kies een andere rechtsvorm of een andere functie."
        }
        Rule::UserMustApply => "Laat de gebruiker deze aanvraag zelf doen, met een eigen e-mailadres en mobiel nummer.",
        Rule::UserTooYoung => "De gebruiker moet {limit} jaar of ouder zijn. Klopt de datum? Neem dan contact op.",
        Rule::BirthDateTooLongAgo => "Deze geboortedatum is te lang geleden. Controleer het jaar.",
        Rule::BirthDateInFuture => "Deze geboortedatum ligt in de toekomst. Controleer het jaar.",
        Rule::IdentityDocumentExpired => "Dit document is verlopen. Gebruik een document dat nog geldig is.",
        Rule::IdentityDocumentExpiresSoon => "Gebruik een document dat nog minstens {limit} maand(en) geldig is.",
        Rule::IdentityDocumentNotAccepted => {
            "Kies een ander soort identiteitsbewijs. De leverancier accepteert dit soort niet, of niet van dit land."
        }
        Rule::EmailShared => "Vul een ander e-mailadres in. Ieder heeft een eigen adres nodig.",
        Rule::MobileShared => "Vul een ander mobiel nummer in. Ieder heeft een eigen nummer nodig.",
        Rule::RepresentativeTwice => "Deze naam staat er al. Verwijder de dubbele, of kies dat het een ander is.",
        Rule::RepresentativeIsUser => {
            "Bent u dit? Kies dan dat u vertegenwoordiger bent en verwijder deze. Zo niet: kies dat het een ander is."
        }
        Rule::UserTwice => "U staat er twee keer als vertegenwoordiger. Verwijder er één.",
        Rule::TooManyRepresentatives => "Voeg hoogstens {limit} vertegenwoordigers toe. Zijn er meer? Neem contact op.",
        Rule::JointNeedsTwo => "Voeg ook de anderen toe: gezamenlijk bevoegden ondertekenen samen.",
        Rule::LimitedNotAllowed => {
            "Voeg iemand toe die alleen of gezamenlijk bevoegd is. Bij {limit} is beperkt bevoegd niet genoeg."
        }
        Rule::LimitedNeedsMore => "Voeg de anderen toe: met beperkte bevoegdheid ondertekenen minstens {limit} mensen.",
        Rule::SignatoriesTooFew => "Kruis minstens {limit} mensen aan die ondertekenen.",
        Rule::OwnerIsSole => "Kies alleen bevoegd: de eigenaar van een eenmanszaak is dat altijd.",
        Rule::ExtractTooOld => "Gebruik een nieuw uittreksel, van hoogstens {limit} dagen oud.",
        Rule::ExtractInFuture => "Deze datum ligt in de toekomst. Vul de datum in die op het uittreksel staat.",
        Rule::ExtractsTooFew => "Voeg van elk bedrijf een uittreksel toe: {limit} bestanden.",
        Rule::ExtractSourceNotOffered => "Voeg het uittreksel zelf toe. Wij halen het niet op.",
        Rule::TermNotOffered => "Kies een andere looptijd. Deze kan niet bij uw niveau.",
        Rule::TermTooLong => "Kies een kortere looptijd: hoogstens {limit} jaar.",
        Rule::MeansNotOffered => "Kies een andere manier van inloggen. Deze kan niet bij uw niveau.",
        Rule::PaymentNotOffered => "Kies een andere betaalwijze. Deze kan niet bij deze leverancier.",
        Rule::UrgentNotOffered => "Kies zonder spoed. Spoed kan niet bij deze leverancier.",
        Rule::IdentificationNotOffered => "Kies een andere manier om u te identificeren. Deze kan niet bij uw niveau.",
        Rule::PriceDiffers => "De prijs is veranderd in {limit}. Controleer de prijs en verstuur opnieuw.",
        Rule::DocumentMissing => "Voeg dit document toe.",
        Rule::DocumentTooMany => "Voeg hoogstens {limit} bestanden toe. Verwijder de rest.",
        Rule::DocumentNotAsked => "Verwijder dit document: het is niet nodig.",
        Rule::DocumentType => "Kies een ander soort bestand: {limit}.",
        Rule::DocumentTypeDiffers => "Dit bestand is iets anders dan de naam zegt. Bewaar het opnieuw als pdf of foto.",
        Rule::DocumentTooLarge => "Kies een kleiner bestand: hoogstens {limit}.",
        Rule::DocumentsTooLarge => "Samen mogen de bestanden hoogstens {limit} zijn. Maak ze kleiner.",
        Rule::DocumentEmpty => "Dit bestand is leeg. Kies een ander bestand.",
        Rule::DocumentTruncated => "Dit bestand is niet compleet. Bewaar of scan het opnieuw.",
        Rule::DocumentEncrypted => "Haal het wachtwoord van dit bestand af en voeg het opnieuw toe.",
        Rule::DocumentUnreadable => "Dit beeld is niet te openen. Maak een nieuwe foto.",
        Rule::DocumentTooSmall => "Maak een grotere foto: de langste kant is minstens {limit} pixels.",
        Rule::DocumentTooManyPixels => {
            "Kies een foto van hoogstens 65 megapixel. Zet de camera lager, of maak een schermafdruk van deze foto."
        }
        Rule::DocumentNotDrawn => {
            "Dit apparaat kan deze foto nu niet verwerken. Probeer het opnieuw, of kies een kleinere foto."
        }
        Rule::DocumentPdfCopy => {
            "Op een pdf kunt u niets afdekken. Maak een foto of schermafdruk van het document en kies die."
        }
        Rule::DocumentSideMissing => "Voeg ook de andere kant toe. Maak van elke kant een foto.",
        Rule::DocumentHeic => "Uw browser kan deze foto niet openen. Bewaar hem als JPEG of maak een schermafdruk.",
        Rule::DocumentNotShielded => "Dek de gevraagde gegevens op deze kopie af.",
        Rule::DocumentDigestShape => "Voeg dit bestand opnieuw toe.",
        Rule::DocumentDigestDiffers => "Dit bestand kwam beschadigd aan. Voeg het opnieuw toe.",
        Rule::DocumentPartMissing => "Dit bestand kwam niet aan. Verstuur opnieuw.",
        Rule::DocumentGone => "Dit bestand staat niet meer op dit apparaat. Kies het opnieuw.",
        Rule::DocumentIdTwice => "Dit bestand is dubbel. Verwijder het en voeg het opnieuw toe.",
        Rule::FileNameShape => "Geef het bestand een gewone naam, zoals uittreksel.pdf.",
        Rule::ConsentVersion => "De tekst is veranderd. Lees de nieuwe versie en kruis opnieuw aan.",
        Rule::SigningMethodNotOffered => "Kies een andere manier van ondertekenen. Deze kan hier niet.",
        Rule::SignatureMissing => "Teken de handtekening of typ de naam.",
        Rule::SignatureNotAsked => "Verwijder deze handtekening: deze persoon hoeft niet te ondertekenen.",
        Rule::TypedNameDiffers => "Typ de naam van deze persoon, met de achternaam zoals u die eerder invulde.",
        Rule::FieldUnknown => "Deze aanvraag bevat iets dat wij niet kennen: {limit}.",
        Rule::FormatUnknown => "Herlaad de pagina. Bekend formaat: {limit}.",
        Rule::IdShape | Rule::TimeShape => "Herlaad de pagina en verstuur opnieuw.",
    }
}
