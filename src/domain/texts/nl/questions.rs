//! The words around each question, in Dutch.

use super::super::words::question_text;
use crate::domain::journey::Addressee;
use crate::domain::rules::Question as Q;
use crate::domain::scheme::LegalForm;

/// The words around a question; where they depend on the addressee, the arm without a condition is the usual one.
pub(super) fn question(question: Q, to: Addressee<'_>) -> &'static str {
    match question {
        Q::IdentifierKind => question_text! {
            label: "Heeft uw organisatie een KVK-nummer?",
            hint: "Uit het Handelsregister.",
            required: "Kies of uw organisatie een KVK-nummer heeft.",
            short: "Soort organisatie",
        },
        Q::OrganisationNumber if to.is_fiscal() => question_text! {
            label: "Fiscaal nummer",
            hint: "9 cijfers. Het staat op de brief van de Belastingdienst.",
            required: "Vul uw fiscaal nummer in: 9 cijfers.",
            short: "Fiscaal nummer",
        },
        Q::OrganisationNumber => question_text! {
            label: "KVK-nummer",
            hint: "8 cijfers, bijvoorbeeld 69599084.",
            required: "Vul uw KVK-nummer in: 8 cijfers.",
            short: "KVK-nummer",
        },
        Q::AuthorisationKind => question_text! {
            label: "Waar moet u kunnen inloggen?",
            hint: "",
            required: "Kies waar u moet kunnen inloggen.",
            short: "Machtiging",
        },
        Q::Services => question_text! {
            label: "Welke diensten hebt u nodig?",
            hint: "Bijvoorbeeld loonheffing of UWV.",
            required: "Zoek en kies minstens één dienst.",
            short: "Diensten",
        },
        Q::Providers => question_text! {
            label: "Van welke instanties hebt u alle diensten nodig?",
            hint: "Bijvoorbeeld loonheffing of UWV.",
            required: "Zoek en kies minstens één instantie.",
            short: "Instanties",
        },
        Q::DescribedServices => question_text! {
            label: "Welke diensten hebt u nodig, en van wie?",
            hint: "Bijvoorbeeld: loonheffing bij de Belastingdienst.",
            required: "Noem de diensten die u nodig hebt, en van wie ze zijn.",
            short: "Diensten",
        },
        Q::Level => question_text! {
            label: "Welk betrouwbaarheidsniveau wilt u?",
            hint: "",
            required: "Kies een betrouwbaarheidsniveau.",
            short: "Betrouwbaarheidsniveau",
        },
        Q::UserIsApplicant => question_text! {
            label: "Gaat u zelf met dit inlogmiddel inloggen?",
            hint: "",
            required: "Kies of u zelf gaat inloggen.",
            short: "U bent de gebruiker",
        },
        Q::Representatives => question_text! {
            label: "Vertegenwoordigers",
            hint: "De mensen die voor de organisatie mogen ondertekenen.",
            required: "Voeg minstens één vertegenwoordiger toe.",
            short: "Vertegenwoordigers",
        },
        Q::RepresentativeIsUser if to.is_fiscal() => question_text! {
            label: "Mag u zelf voor de organisatie ondertekenen?",
            hint: "Dat staat in uw registratie, akte of statuten.",
            required: "Kies of u zelf vertegenwoordiger bent.",
            short: "U bent vertegenwoordiger",
        },
        Q::RepresentativeIsUser => question_text! {
            label: "Mag u zelf voor de organisatie ondertekenen?",
            hint: "Dat staat op het KVK-uittreksel of in een mandaatbesluit.",
            required: "Kies of u zelf vertegenwoordiger bent.",
            short: "U bent vertegenwoordiger",
        },
        Q::RepresentativeGivenNames => question_text! {
            label: "Voornamen",
            hint: "Alle voornamen op het identiteitsbewijs.",
            required: "Vul alle voornamen van de vertegenwoordiger in, of een streepje als er geen zijn.",
            short: "Voornamen",
        },
        Q::RepresentativePrefix => question_text! {
            label: "Tussenvoegsel",
            hint: "",
            required: "Vul het tussenvoegsel in, bijvoorbeeld van der.",
            short: "Tussenvoegsel",
        },
        Q::RepresentativeSurname => question_text! {
            label: "Achternaam",
            hint: "",
            required: "Vul de achternaam van de vertegenwoordiger in, of een streepje als er geen is.",
            short: "Achternaam",
        },
        Q::RepresentativeIsNamesake => question_text! {
            label: "Is dit een ander dan de persoon met dezelfde naam?",
            hint: "Bijvoorbeeld vader en zoon.",
            required: "Kies of dit een ander is.",
            short: "Andere persoon",
        },
        Q::RepresentativeCapacity => {
            question_text! { label: "Functie", hint: "", required: "Kies de functie.", short: "Functie" }
        }
        Q::RepresentativeAuthority => {
            question_text! { label: "Bevoegdheid", hint: "Zie inschrijving, statuten of mandaatbesluit.", required: "Kies de bevoegdheid.", short: "Bevoegdheid" }
        }
        Q::RepresentativeSigns => question_text! {
            label: "Ondertekent",
            hint: "",
            required: "Kruis aan wie ondertekent.",
            short: "Ondertekent",
        },
        Q::FewerSuffice => question_text! {
            label: "Zijn minder handtekeningen genoeg?",
            hint: "Alleen als dat in de statuten staat, of in een volmacht voor eHerkenning.",
            required: "Kies of minder handtekeningen genoeg zijn.",
            short: "Minder ondertekenaars",
        },
        Q::RepresentedByCompany => question_text! {
            label: "Is een van de bestuurders of vennoten een bedrijf?",
            hint: "Bijvoorbeeld een holding-bv.",
            required: "Kies of een van de bestuurders of vennoten een bedrijf is.",
            short: "Bestuurder of vennoot is een bedrijf",
        },
        Q::ParentCompanies => question_text! {
            label: "Welke bedrijven staan daarboven?",
            hint: "Eén per regel. De vertegenwoordiger ondertekent voor het laatste, het hoogste.",
            required: "Vul de namen van de bedrijven in, één per regel.",
            short: "Bovenliggende bedrijven",
        },
        Q::UserEmployed => question_text! {
            label: "Werkt u bij deze organisatie?",
            hint: "",
            required: "Kies of u bij deze organisatie werkt.",
            short: "Werkt bij de organisatie",
        },
        Q::AuthorisationsManager => question_text! {
            label: "Wilt u machtigingenbeheerder worden?",
            hint: "U voegt dan zelf diensten en collega's toe, zonder nieuwe handtekening. Het kost niets.",
            required: "Kies of u machtigingenbeheerder wilt worden.",
            short: "Machtigingenbeheerder",
        },
        Q::OrganisationName => question_text! {
            label: "Naam van de organisatie",
            hint: "",
            required: "Vul de naam van de organisatie in.",
            short: "Naam organisatie",
        },
        Q::LegalForm if to.is_fiscal() => question_text! {
            label: "Rechtsvorm",
            hint: "Staat in uw akte of statuten.",
            required: "Kies de rechtsvorm.",
            short: "Rechtsvorm",
        },
        Q::LegalForm => question_text! {
            label: "Rechtsvorm",
            hint: "",
            required: "Kies de rechtsvorm.",
            short: "Rechtsvorm",
        },
        Q::Street if to.is_fiscal() => question_text! {
            label: "Straat",
            hint: "Van het bezoekadres.",
            required: "Vul de straat in, bijvoorbeeld Dorpsstraat.",
            short: "Straat",
        },
        Q::Street => question_text! {
            label: "Straat",
            hint: "Van het bezoekadres, of een postbus. Is het adres afgeschermd of in het buitenland? U mag het leeg laten.",
            required: "Vul de straat in, of laat het hele adres leeg.",
            short: "Straat",
        },
        Q::HouseNumber if !matches!(to.country, "" | "NL") => question_text! {
            label: "Huisnummer en toevoeging",
            hint: "Mag leeg blijven.",
            required: "Vul het huisnummer in, bijvoorbeeld 3 A.",
            short: "Huisnummer",
        },
        Q::HouseNumber => question_text! {
            label: "Huisnummer en toevoeging",
            hint: "Bijvoorbeeld 3 A.",
            required: "Vul het huisnummer in, bijvoorbeeld 3 A.",
            short: "Huisnummer",
        },
        Q::PostalCode if !matches!(to.country, "" | "NL") => question_text! {
            label: "Postcode",
            hint: "Mag leeg blijven.",
            required: "Vul de postcode in, bijvoorbeeld 8823 SJ.",
            short: "Postcode",
        },
        Q::PostalCode => question_text! {
            label: "Postcode",
            hint: "Bijvoorbeeld 8823 SJ.",
            required: "Vul de postcode in, bijvoorbeeld 8823 SJ.",
            short: "Postcode",
        },
        Q::City => question_text! {
            label: "Plaats",
            hint: "",
            required: "Vul de plaats in, bijvoorbeeld Lollum.",
            short: "Plaats",
        },
        Q::Country => {
            question_text! { label: "Land", hint: "", required: "Kies het land van de organisatie.", short: "Land" }
        }
        Q::RestrictedToBranch => question_text! {
            label: "Geldt het inlogmiddel voor één vestiging?",
            hint: "Meestal niet: UWV en de Belastingdienst weigeren dat.",
            required: "Kies of het inlogmiddel voor één vestiging geldt.",
            short: "Alleen één vestiging",
        },
        Q::BranchNumber => question_text! {
            label: "Vestigingsnummer",
            hint: "12 cijfers, bijvoorbeeld 000037178598. Staat op het uittreksel.",
            required: "Vul het vestigingsnummer in: 12 cijfers.",
            short: "Vestigingsnummer",
        },
        Q::FetchedAt | Q::FetchedFrom => question_text! {
            label: "Herkomst van de gegevens",
            hint: "",
            required: "Haal de gegevens van de organisatie opnieuw op.",
            short: "Herkomst van de gegevens",
        },
        Q::GivenNames => question_text! {
            label: "Voornamen",
            hint: "Allemaal, niet uw roepnaam.",
            required: "Vul al uw voornamen in, zoals op uw identiteitsbewijs. Geen voornamen? Vul een streepje in.",
            short: "Voornamen",
        },
        Q::Prefix => question_text! {
            label: "Tussenvoegsel",
            hint: "",
            required: "Vul uw tussenvoegsel in, bijvoorbeeld van der.",
            short: "Tussenvoegsel",
        },
        Q::Surname => question_text! {
            label: "Achternaam",
            hint: "Uw geboortenaam.",
            required: "Vul uw achternaam in, zoals op uw identiteitsbewijs. Geen achternaam? Vul een streepje in.",
            short: "Achternaam",
        },
        Q::BirthDate => question_text! {
            label: "Geboortedatum",
            hint: "Bijvoorbeeld 28 2 1990.",
            required: "Vul uw geboortedatum in: dag, maand en jaar.",
            short: "Geboortedatum",
        },
        Q::BirthPlace => question_text! {
            label: "Geboorteplaats",
            hint: "",
            required: "Vul uw geboorteplaats in, zoals op uw identiteitsbewijs.",
            short: "Geboorteplaats",
        },
        Q::Email => question_text! {
            label: "Uw eigen e-mailadres",
            hint: "Niet een adres dat u deelt, zoals info@.",
            required: "Vul uw eigen e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.",
            short: "E-mailadres",
        },
        Q::Mobile => question_text! {
            label: "Uw eigen mobiele nummer",
            hint: "Bijvoorbeeld 06 12345678. U krijgt hierop een code.",
            required: "Vul uw eigen mobiele nummer in, bijvoorbeeld 06 12345678.",
            short: "Mobiel nummer",
        },
        Q::IdentityDocumentKind => question_text! {
            label: "Welk identiteitsbewijs gebruikt u?",
            hint: "",
            required: "Kies uw identiteitsbewijs.",
            short: "Identiteitsbewijs",
        },
        Q::IdentityDocumentCountry => question_text! {
            label: "Land van uitgifte",
            hint: "",
            required: "Kies het land dat uw identiteitsbewijs heeft uitgegeven.",
            short: "Land van uitgifte",
        },
        Q::IdentityDocumentNumber => question_text! {
            label: "Documentnummer",
            hint: "Niet uw BSN. Op een Nederlands paspoort staat het rechtsboven.",
            required: "Vul het documentnummer in. Het staat op uw identiteitsbewijs.",
            short: "Documentnummer",
        },
        Q::IdentityDocumentExpiresOn => question_text! {
            label: "Geldig tot",
            hint: "",
            required: "Vul in tot wanneer uw identiteitsbewijs geldig is: dag, maand en jaar. Geen einddatum? Vul 31 12 9999 in.",
            short: "Geldig tot",
        },
        Q::RepresentativeEmail => question_text! {
            label: "E-mailadres",
            hint: "",
            required: "Vul het eigen e-mailadres van de vertegenwoordiger in.",
            short: "E-mailadres",
        },
        Q::RepresentativeMobile => question_text! {
            label: "Mobiel nummer",
            hint: "Bijvoorbeeld 06 12345678.",
            required: "Vul het eigen mobiele nummer van de vertegenwoordiger in.",
            short: "Mobiel nummer",
        },
        Q::ExtractSource => question_text! {
            label: "Wie zorgt voor het KVK-uittreksel?",
            hint: "Prijzen zonder btw.",
            required: "Kies wie voor het KVK-uittreksel zorgt.",
            short: "KVK-uittreksel",
        },
        Q::ExtractIssuedOn => question_text! {
            label: "Datum van het uittreksel",
            hint: "Hoogstens {days} dagen oud.",
            required: "Vul de datum in die op het uittreksel staat.",
            short: "Datum uittreksel",
        },
        Q::UserIdCopy => question_text! {
            label: "Kopie van uw identiteitsbewijs",
            hint: "Daarna dekt u gegevens af.",
            required: "Voeg een kopie van uw identiteitsbewijs toe.",
            short: "Kopie van uw identiteitsbewijs",
        },
        Q::RepresentativeIdCopy => question_text! {
            label: "Identiteitsbewijs van de vertegenwoordiger",
            hint: "Daarna dekt u gegevens af.",
            required: "Voeg een kopie van het identiteitsbewijs van deze vertegenwoordiger toe.",
            short: "Kopie identiteitsbewijs",
        },
        Q::KvkExtract => question_text! {
            label: "KVK-uittreksel",
            hint: "Liefst het originele pdf-bestand van de KVK: een foto bewijst minder.",
            required: "Voeg het KVK-uittreksel toe. U koopt het bij de KVK.",
            short: "KVK-uittreksel",
        },
        Q::ParentExtract => question_text! {
            label: "KVK-uittreksel van het bovenliggende bedrijf",
            hint: "Staan er meer bedrijven boven elkaar? Voeg van elk een uittreksel toe, als eigen bestand.",
            required: "Voeg het uittreksel van het bovenliggende bedrijf toe.",
            short: "Uittreksel bovenliggend bedrijf",
        },
        Q::Articles => question_text! {
            label: "Statuten",
            hint: "Het deel over wie mag ondertekenen is het belangrijkst.",
            required: "Voeg de statuten toe waarin staat wie mag ondertekenen.",
            short: "Statuten",
        },
        Q::AuthorityEvidence if to.legal_form == Some(LegalForm::PublicBody) => question_text! {
            label: "Mandaatbesluit en eigen verklaring",
            hint: "Hieruit blijkt wie mag ondertekenen. Die persoon schrijft de verklaring zelf.",
            required: "Voeg het mandaatbesluit en de eigen verklaring toe.",
            short: "Mandaatbesluit",
        },
        Q::AuthorityEvidence if to.legal_form == Some(LegalForm::ReligiousOrganisation) => question_text! {
            label: "Notulen van de benoeming",
            hint: "Hieruit blijkt wie mag ondertekenen. Vanaf EH3 voegt u ook een verklaring toe.",
            required: "Voeg de notulen toe waaruit blijkt wie mag ondertekenen.",
            short: "Notulen",
        },
        Q::AuthorityEvidence => question_text! {
            label: "Ander bewijs van bevoegdheid",
            hint: "Het vonnis of besluit van de benoeming, of de volmacht waarin eHerkenning staat.",
            required: "Voeg een bewijs toe waaruit blijkt wie mag ondertekenen.",
            short: "Bewijs van bevoegdheid",
        },
        Q::TaxLetter => question_text! {
            label: "Brief van de Belastingdienst",
            hint: "Met uw fiscaal nummer erop.",
            required: "Voeg de brief van de Belastingdienst met uw fiscaal nummer toe.",
            short: "Brief Belastingdienst",
        },
        Q::ForeignRegistration => question_text! {
            label: "Buitenlandse registratie, akte of statuten",
            hint: "Hieruit blijkt wie mag ondertekenen.",
            required: "Voeg de buitenlandse registratie, akte of statuten toe.",
            short: "Buitenlandse registratie",
        },
        Q::RegistrationForm => question_text! {
            label: "Ondertekend registratieformulier",
            hint: "Alle pagina's, met alle handtekeningen.",
            required: "Voeg het ondertekende registratieformulier toe.",
            short: "Registratieformulier",
        },
        Q::SignatureDrawing => question_text! {
            label: "Getekende handtekening",
            hint: "Met vinger, pen of muis.",
            required: "Teken uw handtekening, of typ uw naam.",
            short: "Handtekening",
        },
        Q::TermYears => question_text! {
            label: "Hoe lang moet het geldig zijn?",
            hint: "",
            required: "Kies een looptijd.",
            short: "Looptijd",
        },
        Q::Means => question_text! {
            label: "Hoe wilt u inloggen?",
            hint: "",
            required: "Kies hoe u wilt inloggen.",
            short: "Manier van inloggen",
        },
        Q::Urgent => question_text! {
            label: "Moet het met spoed?",
            hint: "Alleen als alles compleet is.",
            required: "Kies of het met spoed moet.",
            short: "Spoed",
        },
        Q::IdentificationMethod => question_text! {
            label: "Hoe wilt u zich identificeren?",
            hint: "Dit doet u na het versturen.",
            required: "Kies hoe u zich wilt identificeren.",
            short: "Identificatie",
        },
        Q::PaymentMethod => question_text! {
            label: "Hoe wilt u betalen?",
            hint: "",
            required: "Kies hoe u wilt betalen.",
            short: "Betaalwijze",
        },
        Q::InvoiceEmail => question_text! {
            label: "E-mailadres voor de factuur",
            hint: "Anders uw eigen e-mailadres.",
            required: "Vul een e-mailadres voor de factuur in.",
            short: "E-mailadres factuur",
        },
        Q::InvoiceReference => question_text! {
            label: "Uw kenmerk op de factuur",
            hint: "Bijvoorbeeld een inkoopnummer.",
            required: "Vul uw kenmerk voor de factuur in.",
            short: "Kenmerk",
        },
        Q::Price => question_text! {
            label: "Prijs",
            hint: "",
            required: "Kies eerst een looptijd en hoe u zich identificeert. Dan is de prijs bekend.",
            short: "Prijs",
        },
        Q::SigningMethod => question_text! {
            label: "Hoe wordt er ondertekend?",
            hint: "",
            required: "Kies hoe er wordt ondertekend.",
            short: "Ondertekenen",
        },
        Q::FormRoute => question_text! {
            label: "Hoe stuurt u het ondertekende formulier?",
            hint: "",
            required: "Kies hoe u het formulier stuurt.",
            short: "Formulier sturen",
        },
        Q::Signature => question_text! {
            label: "Handtekening",
            hint: "",
            required: "Laat deze vertegenwoordiger ondertekenen.",
            short: "Handtekening",
        },
        Q::TypedName => question_text! {
            label: "Of typ de naam",
            hint: "Voornaam en achternaam.",
            required: "Typ de naam van wie ondertekent, of teken de handtekening.",
            short: "Getypte naam",
        },
        Q::ConsentTerms => question_text! {
            label: "Ik ga akkoord met de gebruiksvoorwaarden",
            hint: "Daarin staat ook: meld verlies of misbruik meteen.",
            required: "Lees de gebruiksvoorwaarden en kruis aan dat u akkoord gaat.",
            short: "Gebruiksvoorwaarden",
        },
        Q::ConsentPrivacy => question_text! {
            label: "Ik heb de privacyverklaring gelezen",
            hint: "",
            required: "Lees de privacyverklaring en kruis aan dat u die hebt gelezen.",
            short: "Privacyverklaring",
        },
        Q::Documents => question_text! {
            label: "Documenten",
            hint: "",
            required: "Voeg de documenten van uw lijst toe.",
            short: "Documenten",
        },
        Q::Format => question_text! {
            label: "Formaat van de aanvraag",
            hint: "",
            required: "Herlaad de pagina en verstuur de aanvraag opnieuw.",
            short: "Formaat",
        },
        Q::Id => question_text! {
            label: "Nummer van de aanvraag",
            hint: "",
            required: "Herlaad de pagina en verstuur de aanvraag opnieuw.",
            short: "Aanvraagnummer",
        },
        Q::PreparedAt => question_text! {
            label: "Tijdstip van de aanvraag",
            hint: "",
            required: "Herlaad de pagina en verstuur de aanvraag opnieuw.",
            short: "Tijdstip",
        },
        Q::Partner => question_text! {
            label: "Website waar u begon",
            hint: "",
            required: "Begin opnieuw op de website waar u deze aanvraag vond.",
            short: "Website",
        },
    }
}
