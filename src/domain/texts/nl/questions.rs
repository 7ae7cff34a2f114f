//! The words around each question, in Dutch.

use super::super::QuestionText;
use crate::domain::journey::Addressee;
use crate::domain::rules::Question as Q;
use crate::domain::scheme::LegalForm;

/// The words around a question; where they depend on the addressee, the arm without a condition is the usual one.
pub(super) fn question(question: Q, to: Addressee<'_>) -> &'static QuestionText {
    match question {
        Q::IdentifierKind => &QuestionText {
            label: "Heeft uw organisatie een KVK-nummer?",
            hint: "Het nummer waarmee u in het Handelsregister staat.",
            required: "Kies of uw organisatie een KVK-nummer heeft.",
            short: "Soort organisatie",
        },
        Q::OrganisationNumber if to.is_fiscal() => &QuestionText {
            label: "Fiscaal nummer",
            hint: "9 cijfers. Het staat op de brief van de Belastingdienst.",
            required: "Vul uw fiscaal nummer in: 9 cijfers.",
            short: "Fiscaal nummer",
        },
        Q::OrganisationNumber => &QuestionText {
            label: "KVK-nummer",
            hint: "8 cijfers, bijvoorbeeld 69599084.",
            required: "Vul uw KVK-nummer in: 8 cijfers.",
            short: "KVK-nummer",
        },
        Q::AuthorisationKind => &QuestionText {
            label: "Waar moet u kunnen inloggen?",
            hint: "Dit wordt uw machtiging.",
            required: "Kies waar u moet kunnen inloggen.",
            short: "Machtiging",
        },
        Q::Services => &QuestionText {
            label: "Welke diensten hebt u nodig?",
            hint: "Bijvoorbeeld loonheffing of UWV.",
            required: "Zoek en kies minstens één dienst.",
            short: "Diensten",
        },
        Q::Providers => &QuestionText {
            label: "Van welke instanties hebt u alle diensten nodig?",
            hint: "Bijvoorbeeld loonheffing of UWV.",
            required: "Zoek en kies minstens één instantie.",
            short: "Instanties",
        },
        Q::DescribedServices => &QuestionText {
            label: "Welke diensten hebt u nodig, en van wie?",
            hint: "Bijvoorbeeld: loonheffing bij de Belastingdienst.",
            required: "Noem de diensten die u nodig hebt, en van wie ze zijn.",
            short: "Diensten",
        },
        Q::Level => &QuestionText {
            label: "Welk betrouwbaarheidsniveau wilt u?",
            hint: "",
            required: "Kies een betrouwbaarheidsniveau.",
            short: "Betrouwbaarheidsniveau",
        },
        Q::UserIsApplicant => &QuestionText {
            label: "Gaat u zelf met dit inlogmiddel inloggen?",
            hint: "Wie inlogt, heet de gebruiker.",
            required: "Kies of u zelf gaat inloggen.",
            short: "U bent de gebruiker",
        },
        Q::Representatives => &QuestionText {
            label: "Vertegenwoordigers",
            hint: "De mensen die voor de organisatie mogen ondertekenen.",
            required: "Voeg minstens één vertegenwoordiger toe.",
            short: "Vertegenwoordigers",
        },
        Q::RepresentativeIsUser if to.is_fiscal() => &QuestionText {
            label: "Mag u zelf voor de organisatie ondertekenen?",
            hint: "Dat staat in uw registratie, akte of statuten.",
            required: "Kies of u zelf vertegenwoordiger bent.",
            short: "U bent vertegenwoordiger",
        },
        Q::RepresentativeIsUser => &QuestionText {
            label: "Mag u zelf voor de organisatie ondertekenen?",
            hint: "Dat staat op het KVK-uittreksel, in de statuten of in het mandaatbesluit.",
            required: "Kies of u zelf vertegenwoordiger bent.",
            short: "U bent vertegenwoordiger",
        },
        Q::RepresentativeGivenNames => &QuestionText {
            label: "Voornamen",
            hint: "Alle voornamen op het identiteitsbewijs.",
            required: "Vul alle voornamen van de vertegenwoordiger in, of een streepje als er geen zijn.",
            short: "Voornamen",
        },
        Q::RepresentativePrefix => &QuestionText {
            label: "Tussenvoegsel",
            hint: "Bijvoorbeeld van der.",
            required: "Vul het tussenvoegsel in, bijvoorbeeld van der.",
            short: "Tussenvoegsel",
        },
        Q::RepresentativeSurname => &QuestionText {
            label: "Achternaam",
            hint: "Zoals op het identiteitsbewijs.",
            required: "Vul de achternaam van de vertegenwoordiger in, of een streepje als er geen is.",
            short: "Achternaam",
        },
        Q::RepresentativeIsNamesake => &QuestionText {
            label: "Is dit een ander dan de persoon met dezelfde naam?",
            hint: "Bijvoorbeeld vader en zoon.",
            required: "Kies of dit een ander is.",
            short: "Andere persoon",
        },
        Q::RepresentativeCapacity => {
            &QuestionText { label: "Functie", hint: "", required: "Kies de functie.", short: "Functie" }
        }
        Q::RepresentativeAuthority => {
            &QuestionText { label: "Bevoegdheid", hint: "", required: "Kies de bevoegdheid.", short: "Bevoegdheid" }
        }
        Q::RepresentativeSigns => &QuestionText {
            label: "Ondertekent",
            hint: "",
            required: "Kruis aan wie ondertekent.",
            short: "Ondertekent",
        },
        Q::FewerSuffice => &QuestionText {
            label: "Zijn volgens de statuten of een volmacht minder handtekeningen genoeg?",
            hint: "Een volmacht telt alleen als eHerkenning erin staat.",
            required: "Kies of minder handtekeningen genoeg zijn.",
            short: "Minder ondertekenaars",
        },
        Q::RepresentedByCompany => &QuestionText {
            label: "Is een van de bestuurders of vennoten een bedrijf?",
            hint: "Bijvoorbeeld een holding-bv.",
            required: "Kies of een van de bestuurders of vennoten een bedrijf is.",
            short: "Bestuurder of vennoot is een bedrijf",
        },
        Q::ParentCompanies => &QuestionText {
            label: "Staan er meer bedrijven boven elkaar? Noem ze allemaal",
            hint: "Eén bedrijf per regel, van onder naar boven. De vertegenwoordiger ondertekent voor het bovenste bedrijf.",
            required: "Vul de namen van de bedrijven in, één per regel.",
            short: "Bovenliggende bedrijven",
        },
        Q::UserEmployed => &QuestionText {
            label: "Werkt u bij deze organisatie?",
            hint: "",
            required: "Kies of u bij deze organisatie werkt.",
            short: "Werkt bij de organisatie",
        },
        Q::AuthorisationsManager => &QuestionText {
            label: "Wilt u machtigingenbeheerder worden?",
            hint: "U regelt dan zelf wie waar mag inloggen. Het kost niets extra.",
            required: "Kies of u machtigingenbeheerder wilt worden.",
            short: "Machtigingenbeheerder",
        },
        Q::OrganisationName => &QuestionText {
            label: "Naam van de organisatie",
            hint: "Precies zoals die geregistreerd is.",
            required: "Vul de naam van de organisatie in.",
            short: "Naam organisatie",
        },
        Q::LegalForm if to.is_fiscal() => &QuestionText {
            label: "Rechtsvorm",
            hint: "Staat in uw akte of statuten.",
            required: "Kies de rechtsvorm.",
            short: "Rechtsvorm",
        },
        Q::LegalForm => &QuestionText {
            label: "Rechtsvorm",
            hint: "Staat op het uittreksel.",
            required: "Kies de rechtsvorm.",
            short: "Rechtsvorm",
        },
        Q::Street if to.is_fiscal() => &QuestionText {
            label: "Straat",
            hint: "Van het bezoekadres.",
            required: "Vul de straat in, bijvoorbeeld Dorpsstraat.",
            short: "Straat",
        },
        Q::Street => &QuestionText {
            label: "Straat",
            hint: "Van het bezoekadres, of een postbus. Is het adres afgeschermd of in het buitenland? U mag het leeg laten.",
            required: "Vul de straat in, of laat het hele adres leeg.",
            short: "Straat",
        },
        Q::HouseNumber if !matches!(to.country, "" | "NL") => &QuestionText {
            label: "Huisnummer en toevoeging",
            hint: "Mag leeg blijven.",
            required: "Vul het huisnummer in, bijvoorbeeld 3 A.",
            short: "Huisnummer",
        },
        Q::HouseNumber => &QuestionText {
            label: "Huisnummer en toevoeging",
            hint: "Bijvoorbeeld 3 A.",
            required: "Vul het huisnummer in, bijvoorbeeld 3 A.",
            short: "Huisnummer",
        },
        Q::PostalCode if !matches!(to.country, "" | "NL") => &QuestionText {
            label: "Postcode",
            hint: "Mag leeg blijven.",
            required: "Vul de postcode in, bijvoorbeeld 8823 SJ.",
            short: "Postcode",
        },
        Q::PostalCode => &QuestionText {
            label: "Postcode",
            hint: "Bijvoorbeeld 8823 SJ.",
            required: "Vul de postcode in, bijvoorbeeld 8823 SJ.",
            short: "Postcode",
        },
        Q::City => &QuestionText {
            label: "Plaats",
            hint: "",
            required: "Vul de plaats in, bijvoorbeeld Lollum.",
            short: "Plaats",
        },
        Q::Country => {
            &QuestionText { label: "Land", hint: "", required: "Kies het land van de organisatie.", short: "Land" }
        }
        Q::RestrictedToBranch => &QuestionText {
            label: "Geldt het inlogmiddel voor één vestiging?",
            hint: "Meestal niet: UWV en de Belastingdienst weigeren dat.",
            required: "Kies of het inlogmiddel voor één vestiging geldt.",
            short: "Alleen één vestiging",
        },
        Q::BranchNumber => &QuestionText {
            label: "Vestigingsnummer",
            hint: "12 cijfers, bijvoorbeeld 000037178598. Staat op het uittreksel.",
            required: "Vul het vestigingsnummer in: 12 cijfers.",
            short: "Vestigingsnummer",
        },
        Q::FetchedAt | Q::FetchedFrom => &QuestionText {
            label: "Herkomst van de gegevens",
            hint: "",
            required: "Haal de gegevens van de organisatie opnieuw op.",
            short: "Herkomst van de gegevens",
        },
        Q::GivenNames => &QuestionText {
            label: "Voornamen",
            hint: "Alle voornamen die op uw identiteitsbewijs staan, niet uw roepnaam.",
            required: "Vul al uw voornamen in, zoals op uw identiteitsbewijs. Geen voornamen? Vul een streepje in.",
            short: "Voornamen",
        },
        Q::Prefix => &QuestionText {
            label: "Tussenvoegsel",
            hint: "Bijvoorbeeld van der.",
            required: "Vul uw tussenvoegsel in, bijvoorbeeld van der.",
            short: "Tussenvoegsel",
        },
        Q::Surname => &QuestionText {
            label: "Achternaam",
            hint: "Uw geboortenaam, zoals op uw identiteitsbewijs.",
            required: "Vul uw achternaam in, zoals op uw identiteitsbewijs. Geen achternaam? Vul een streepje in.",
            short: "Achternaam",
        },
        Q::BirthDate => &QuestionText {
            label: "Geboortedatum",
            hint: "Bijvoorbeeld 28 2 1990.",
            required: "Vul uw geboortedatum in: dag, maand en jaar.",
            short: "Geboortedatum",
        },
        Q::BirthPlace => &QuestionText {
            label: "Geboorteplaats",
            hint: "Zoals op uw identiteitsbewijs.",
            required: "Vul uw geboorteplaats in, zoals op uw identiteitsbewijs.",
            short: "Geboorteplaats",
        },
        Q::Email => &QuestionText {
            label: "Uw eigen e-mailadres",
            hint: "Niet een adres dat u deelt, zoals info@.",
            required: "Vul uw eigen e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.",
            short: "E-mailadres",
        },
        Q::Mobile => &QuestionText {
            label: "Uw eigen mobiele nummer",
            hint: "Bijvoorbeeld 06 12345678. U krijgt hierop een code.",
            required: "Vul uw eigen mobiele nummer in, bijvoorbeeld 06 12345678.",
            short: "Mobiel nummer",
        },
        Q::IdentityDocumentKind => &QuestionText {
            label: "Welk identiteitsbewijs gebruikt u?",
            hint: "",
            required: "Kies uw identiteitsbewijs.",
            short: "Identiteitsbewijs",
        },
        Q::IdentityDocumentCountry => &QuestionText {
            label: "Land dat het identiteitsbewijs heeft uitgegeven",
            hint: "",
            required: "Kies het land dat uw identiteitsbewijs heeft uitgegeven.",
            short: "Land van uitgifte",
        },
        Q::IdentityDocumentNumber => &QuestionText {
            label: "Documentnummer",
            hint: "Niet uw BSN. Op een Nederlands paspoort staat het rechtsboven.",
            required: "Vul het documentnummer in. Het staat op uw identiteitsbewijs.",
            short: "Documentnummer",
        },
        Q::IdentityDocumentExpiresOn => &QuestionText {
            label: "Geldig tot",
            hint: "Staat op het document bij Geldig tot of Date of expiry.",
            required: "Vul in tot wanneer uw identiteitsbewijs geldig is: dag, maand en jaar. Geen einddatum? Vul 31 12 9999 in.",
            short: "Geldig tot",
        },
        Q::RepresentativeEmail => &QuestionText {
            label: "E-mailadres van de vertegenwoordiger",
            hint: "Een eigen adres, niet dat van u.",
            required: "Vul het eigen e-mailadres van de vertegenwoordiger in.",
            short: "E-mailadres",
        },
        Q::RepresentativeMobile => &QuestionText {
            label: "Mobiel nummer van de vertegenwoordiger",
            hint: "Bijvoorbeeld 06 12345678. Niet uw nummer.",
            required: "Vul het eigen mobiele nummer van de vertegenwoordiger in.",
            short: "Mobiel nummer",
        },
        Q::ExtractSource => &QuestionText {
            label: "Wie zorgt voor het KVK-uittreksel?",
            hint: "Prijzen zonder btw.",
            required: "Kies wie voor het KVK-uittreksel zorgt.",
            short: "KVK-uittreksel",
        },
        Q::ExtractIssuedOn => &QuestionText {
            label: "Datum van het uittreksel",
            hint: "Het mag hoogstens {days} dagen oud zijn.",
            required: "Vul de datum in die op het uittreksel staat.",
            short: "Datum uittreksel",
        },
        Q::UserIdCopy => &QuestionText {
            label: "Kopie van uw identiteitsbewijs",
            hint: "Daarna dekt u gegevens af.",
            required: "Voeg een kopie van uw identiteitsbewijs toe.",
            short: "Kopie van uw identiteitsbewijs",
        },
        Q::RepresentativeIdCopy => &QuestionText {
            label: "Kopie van het identiteitsbewijs van de vertegenwoordiger",
            hint: "Daarna dekt u gegevens af.",
            required: "Voeg een kopie van het identiteitsbewijs van deze vertegenwoordiger toe.",
            short: "Kopie identiteitsbewijs",
        },
        Q::KvkExtract => &QuestionText {
            label: "KVK-uittreksel",
            hint: "Liefst het originele pdf-bestand van de KVK: een foto bewijst minder.",
            required: "Voeg het KVK-uittreksel toe. U koopt het bij de KVK.",
            short: "KVK-uittreksel",
        },
        Q::ParentExtract => &QuestionText {
            label: "KVK-uittreksel van het bedrijf dat bestuurder of vennoot is",
            hint: "Staan er meer bedrijven boven elkaar? Voeg van elk een uittreksel toe, als eigen bestand.",
            required: "Voeg het uittreksel toe van het bedrijf dat bestuurder of vennoot is.",
            short: "Uittreksel bovenliggend bedrijf",
        },
        Q::Articles => &QuestionText {
            label: "Statuten",
            hint: "Het deel over wie mag ondertekenen is het belangrijkst.",
            required: "Voeg de statuten toe waarin staat wie mag ondertekenen.",
            short: "Statuten",
        },
        Q::AuthorityEvidence if to.legal_form == Some(LegalForm::PublicBody) => &QuestionText {
            label: "Mandaatbesluit en eigen verklaring",
            hint: "Hieruit blijkt wie mag ondertekenen. Die persoon schrijft de verklaring zelf.",
            required: "Voeg het mandaatbesluit en de eigen verklaring toe.",
            short: "Mandaatbesluit",
        },
        Q::AuthorityEvidence if to.legal_form == Some(LegalForm::ReligiousOrganisation) => &QuestionText {
            label: "Notulen van de benoeming",
            hint: "Hieruit blijkt wie mag ondertekenen. Vanaf EH3 voegt u ook een verklaring toe.",
            required: "Voeg de notulen toe waaruit blijkt wie mag ondertekenen.",
            short: "Notulen",
        },
        Q::AuthorityEvidence => &QuestionText {
            label: "Ander bewijs van bevoegdheid",
            hint: "Het vonnis of besluit van de benoeming, of de volmacht waarin eHerkenning staat.",
            required: "Voeg een bewijs toe waaruit blijkt wie mag ondertekenen.",
            short: "Bewijs van bevoegdheid",
        },
        Q::TaxLetter => &QuestionText {
            label: "Brief van de Belastingdienst",
            hint: "Met uw fiscaal nummer erop.",
            required: "Voeg de brief van de Belastingdienst met uw fiscaal nummer toe.",
            short: "Brief Belastingdienst",
        },
        Q::ForeignRegistration => &QuestionText {
            label: "Buitenlandse registratie, akte of statuten",
            hint: "Hieruit blijkt wie mag ondertekenen.",
            required: "Voeg de buitenlandse registratie, akte of statuten toe.",
            short: "Buitenlandse registratie",
        },
        Q::RegistrationForm => &QuestionText {
            label: "Ondertekend registratieformulier",
            hint: "Alle pagina's, met alle handtekeningen.",
            required: "Voeg het ondertekende registratieformulier toe.",
            short: "Registratieformulier",
        },
        Q::SignatureDrawing => &QuestionText {
            label: "Getekende handtekening",
            hint: "Teken met vinger, pen of muis. Of typ hieronder de naam.",
            required: "Teken uw handtekening, of typ uw naam.",
            short: "Handtekening",
        },
        Q::TermYears => &QuestionText {
            label: "Hoe lang moet het inlogmiddel geldig zijn?",
            hint: "",
            required: "Kies een looptijd.",
            short: "Looptijd",
        },
        Q::Means => &QuestionText {
            label: "Hoe wilt u inloggen?",
            hint: "",
            required: "Kies hoe u wilt inloggen.",
            short: "Manier van inloggen",
        },
        Q::Urgent => &QuestionText {
            label: "Moet het met spoed?",
            hint: "Dit werkt alleen als alles compleet is.",
            required: "Kies of het met spoed moet.",
            short: "Spoed",
        },
        Q::IdentificationMethod => &QuestionText {
            label: "Hoe wilt u zich identificeren?",
            hint: "Dit doet u na het versturen. Pas daarna krijgt u het inlogmiddel.",
            required: "Kies hoe u zich wilt identificeren.",
            short: "Identificatie",
        },
        Q::PaymentMethod => &QuestionText {
            label: "Hoe wilt u betalen?",
            hint: "",
            required: "Kies hoe u wilt betalen.",
            short: "Betaalwijze",
        },
        Q::InvoiceEmail => &QuestionText {
            label: "E-mailadres voor de factuur",
            hint: "Laat u dit leeg? Dan gaat de factuur naar uw eigen e-mailadres.",
            required: "Vul een e-mailadres voor de factuur in.",
            short: "E-mailadres factuur",
        },
        Q::InvoiceReference => &QuestionText {
            label: "Uw kenmerk op de factuur",
            hint: "Bijvoorbeeld een inkoopnummer.",
            required: "Vul uw kenmerk voor de factuur in.",
            short: "Kenmerk",
        },
        Q::Price => &QuestionText {
            label: "Prijs",
            hint: "",
            required: "Kies eerst een looptijd en hoe u zich identificeert. Dan is de prijs bekend.",
            short: "Prijs",
        },
        Q::SigningMethod => &QuestionText {
            label: "Hoe wordt er ondertekend?",
            hint: "",
            required: "Kies hoe er wordt ondertekend.",
            short: "Ondertekenen",
        },
        Q::FormRoute => &QuestionText {
            label: "Hoe stuurt u het ondertekende formulier?",
            hint: "",
            required: "Kies hoe u het formulier stuurt.",
            short: "Formulier sturen",
        },
        Q::Signature => &QuestionText {
            label: "Handtekening",
            hint: "",
            required: "Laat deze vertegenwoordiger ondertekenen.",
            short: "Handtekening",
        },
        Q::TypedName => &QuestionText {
            label: "Of typ de naam als handtekening",
            hint: "Voornaam en achternaam van wie ondertekent.",
            required: "Typ de naam van wie ondertekent, of teken de handtekening.",
            short: "Getypte naam",
        },
        Q::ConsentTerms => &QuestionText {
            label: "Ik ga akkoord met de gebruiksvoorwaarden",
            hint: "Meld verlies of misbruik meteen.",
            required: "Lees de gebruiksvoorwaarden en kruis aan dat u akkoord gaat.",
            short: "Gebruiksvoorwaarden",
        },
        Q::ConsentPrivacy => &QuestionText {
            label: "Ik heb de privacyverklaring gelezen",
            hint: "",
            required: "Lees de privacyverklaring en kruis aan dat u die hebt gelezen.",
            short: "Privacyverklaring",
        },
        Q::Documents => &QuestionText {
            label: "Documenten",
            hint: "",
            required: "Voeg de documenten van uw lijst toe.",
            short: "Documenten",
        },
        Q::Format => &QuestionText {
            label: "Formaat van de aanvraag",
            hint: "",
            required: "Herlaad de pagina en verstuur de aanvraag opnieuw.",
            short: "Formaat",
        },
        Q::Id => &QuestionText {
            label: "Nummer van de aanvraag",
            hint: "",
            required: "Herlaad de pagina en verstuur de aanvraag opnieuw.",
            short: "Aanvraagnummer",
        },
        Q::PreparedAt => &QuestionText {
            label: "Tijdstip van de aanvraag",
            hint: "",
            required: "Herlaad de pagina en verstuur de aanvraag opnieuw.",
            short: "Tijdstip",
        },
        Q::Partner => &QuestionText {
            label: "Website waar u begon",
            hint: "",
            required: "Begin opnieuw op de website waar u deze aanvraag vond.",
            short: "Website",
        },
    }
}
