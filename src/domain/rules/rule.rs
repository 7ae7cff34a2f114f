//! Every rule, by its code on the wire: add, never rename. Every code is raised somewhere.
//!
//! Each doc comment says what the rule requires (the right state, not the fault), why, and its source: an address, a
//! law, a standard, or the field of the offer that sets it. `docs/rules.md` is generated from them: `check rules
//! --write docs/rules.md`.

use super::codes::codes;

codes! {
    /// A rule that an answer can break. Issues have its code; `limit` is the value that its sentence names.
    pub enum Rule {
        /// The question must be answered. Why: the supplier cannot issue a means without it. Source:
        /// https://afsprakenstelsel.etoegang.nl/Startpagina/as/2-1-inschrijving
        Required = "required",
        /// The text has at most `limit` characters. Why: longer text would not fit where it is stored and printed.
        /// Source: inferred from what registers and forms of suppliers hold
        TooLong = "too_long",
        /// The text is on one line. Why: it is shown and printed on one line, where joined lines would read as another
        /// name or address. Source: inferred from what registers and forms of suppliers hold
        LineBreak = "line_break",
        /// The text has no control characters and no markup. Why: other people see it, and it must not run anything
        /// there. Source: https://cheatsheetseries.owasp.org/cheatsheets/Input_Validation_Cheat_Sheet.html
        TextCharacters = "text_characters",
        /// A possible citizen service number (BSN) is not accepted. Why: processing it takes a basis in law; consent is
        /// not enough. Source: art. 46 UAVG, art. 87 GDPR
        BsnNotAllowed = "bsn_not_allowed",

        // Formats
        /// A KvK number has eight digits, not all zero. Why: it identifies the organisation in the trade register.
        /// Source: https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml
        KvkNumberShape = "kvk_number_shape",
        /// Seven digits are a KvK number without its leading zero. Why: programs leave it out, and a guess could be another
        /// organisation. Source: https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml
        KvkNumberSevenDigits = "kvk_number_seven_digits",
        /// Nine digits that pass the eleven test are an RSIN, not a KvK number. Why: both are on the extract and are
        /// often mixed up. Source: https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml
        KvkNumberIsRsin = "kvk_number_is_rsin",
        /// Twelve digits that begin as a branch number does are one, not a KvK number. Why: both are on the extract and are often mixed up.
        /// Source: https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml
        KvkNumberIsBranch = "kvk_number_is_branch",
        /// Nine digits, a B and two digits are a VAT number, not a KvK number. Why: both are on invoices and are often mixed
        /// up. Source: https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml
        KvkNumberIsVat = "kvk_number_is_vat",
        /// A branch number has twelve digits, not all zero, and begins with four zeros, or with 99 in the test environment
        /// of the KvK. Why: a shorter one is often a KvK number. Source:
        /// https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml, and inferred from issued numbers
        BranchNumberShape = "branch_number_shape",
        /// A branch number is not the KvK number of the organisation, with or without more zeros. Why: no branch would be found.
        /// Source: https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml
        BranchNumberIsKvk = "branch_number_is_kvk",
        /// Eight digits are a KvK number, not a fiscal number. Why: an organisation with a KvK number applies with that.
        /// Source: https://www.reconi.nl/en/eherkenning/zonder-kvk-nummer/
        FiscalNumberIsKvk = "fiscal_number_is_kvk",
        /// A fiscal number or RSIN has nine digits. Why: it identifies an organisation without KvK number at the tax
        /// authority. Source: https://github.com/Logius-standaarden/OIN-Stelsel
        FiscalNumberShape = "fiscal_number_shape",
        /// A fiscal number or RSIN passes the eleven test. Why: the test detects most typing errors. Source:
        /// https://github.com/Logius-standaarden/OIN-Stelsel
        FiscalNumberCheck = "fiscal_number_check",
        /// An organisation identification number (OIN) has twenty digits. Why: it identifies providers in the
        /// catalogue. Source: https://github.com/Logius-standaarden/OIN-Stelsel
        OinShape = "oin_shape",
        /// A service is identified by its UUID, or by a URN of its provider. Why: authorisations identify it in this
        /// way. Source: https://afsprakenstelsel.etoegang.nl/Startpagina/as/service-catalog
        ServiceIdShape = "service_id_shape",
        /// A name has only Latin letters, hyphens, apostrophes, dots and spaces, and a letter; people with one name only
        /// have a hyphen, or a dot, as the other, but nobody has both. Why: it must be the name on the identity document, which has no other
        /// characters. Source: https://helpdesk.digidentity.eu/hc/nl/articles/360005176817
        NameCharacters = "name_characters",
        /// A name does not contain that of a partner, after "e/v", "geb." or the like; capitals such as "E.V." are initials. Why: it must be the own name, and identity
        /// documents print the name of a partner on a line of its own. Source: art. 1:9 BW,
        /// https://wetten.overheid.nl/BWBR0002656
        NamePartner = "name_partner",
        /// An e-mail address has one @, a domain with a dot, and no dot or slash in front. Why: the address is confirmed by a link in an e-mail.
        /// Source: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
        EmailShape = "email_shape",
        /// An e-mail address has no comma instead of a dot. Why: it is a common typing error that deserves a message of its
        /// own. Source: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
        EmailComma = "email_comma",
        /// An e-mail address has no spaces, no brackets, before the @ no letters with accents, and between two dots no Latin
        /// letters together with Greek or Cyrillic ones. Why: addresses with them do not exist, cannot be reached from
        /// everywhere, or look like that of someone else. Source:
        /// https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address, RFC 5891
        EmailCharacters = "email_characters",
        /// A mobile number is 06 followed by eight digits. Why: a code is sent to it by SMS. Source: the Dutch
        /// numbering plan (Nummerplan telefoon- en ISDN-diensten)
        MobileShape = "mobile_shape",
        /// The number of a landline or a service is not a mobile number. Why: it cannot receive SMS. Source: the Dutch
        /// numbering plan (Nummerplan telefoon- en ISDN-diensten)
        MobileLandline = "mobile_landline",
        /// A number that does not begin with 06 begins with a plus sign and the code of its country, where the offer accepts
        /// foreign numbers. Why: without the code it is a number of another country. Source: ITU-T E.164, and the offer,
        /// `foreign_mobile`
        MobileCountry = "mobile_country",
        /// A foreign mobile number is accepted only if the offer says so. Why: not every supplier sends SMS abroad.
        /// Source: the offer, `foreign_mobile`
        MobileForeign = "mobile_foreign",
        /// A 097 number is not a mobile number. Why: such numbers are for machines. Source: the Dutch numbering plan
        /// (Nummerplan telefoon- en ISDN-diensten)
        MobileMachine = "mobile_machine",
        /// A Dutch postal code is four digits and two letters, not SA, SD or SS. Why: postal code and house number
        /// together are the address. Source: https://github.com/arthurdejong/python-stdnum (nl.postcode)
        PostalCodeShape = "postal_code_shape",
        /// A Dutch house number is 1 to 99999, with words of at most four letters or digits behind it. Why: the register
        /// of addresses has no longer ones. Source: https://github.com/PDOK/locatieserver/wiki/API-Locatieserver
        HouseNumberShape = "house_number_shape",
        /// A country is one of ISO 3166-1, or Kosovo (XK). Why: other codes do not exist. Source: ISO 3166-1 alpha-2,
        /// https://github.com/unicode-org/cldr
        CountryUnknown = "country_unknown",
        /// A Dutch passport or identity card number is two letters, six letters or digits, and one digit; never the
        /// letter O. Why: it is compared at identification. Source: https://github.com/arthurdejong/python-stdnum
        /// (nl.identiteitskaartnummer)
        TravelDocumentNumberShape = "travel_document_number_shape",
        /// A Dutch driving licence number has ten digits. Why: it is compared at identification. Source: inferred from
        /// licences that the RDW issues
        DrivingLicenceNumberShape = "driving_licence_number_shape",
        /// The number of another document is four to twenty letters and digits; abroad the letters may be Greek or
        /// Cyrillic. Why: it is compared at identification. Source: inferred from documents of many countries
        DocumentNumberShape = "document_number_shape",
        /// A date has a day, a month and a year; of a date of birth the day, or the day and the month, may be 00. Why: all
        /// three are needed to know the day, and registers write 00 for what is unknown. Source: ISO 8601, Logisch
        /// Ontwerp BRP, element 03.10
        DateIncomplete = "date_incomplete",
        /// The day exists, between 1800 and 2200 or in 9999, which means that a document has no end. Why: otherwise it was
        /// mistyped. Source: ISO 8601
        DateImpossible = "date_impossible",
        /// A year has four digits. Why: two digits are ambiguous. Source: ISO 8601
        DateYearShort = "date_year_short",

        // The organisation and what it is for
        /// The supplier offers the level, `limit`. Why: not every supplier issues every level. Source: the offer,
        /// `levels`
        LevelNotOffered = "level_not_offered",
        /// The level is at least `limit`, which the chosen services require. Why: a lower level gives no access to
        /// them. Source: https://www.eherkenning.nl/en/levels-of-assurance
        LevelTooLow = "level_too_low",
        /// Without KvK number the level is EH3. Why: no other level is issued without one. Source:
        /// https://www.reconi.nl/en/eherkenning/zonder-kvk-nummer/
        LevelNotForRoute = "level_not_for_route",
        /// A chosen service is in the catalogue. Why: an authorisation for an unknown service cannot be registered.
        /// Source: https://afsprakenstelsel.etoegang.nl/Startpagina/as/service-catalog
        ServiceUnknown = "service_unknown",
        /// A chosen provider is in the catalogue. Why: an authorisation for an unknown provider cannot be registered.
        /// Source: https://afsprakenstelsel.etoegang.nl/Startpagina/as/service-catalog
        ProviderUnknown = "provider_unknown",
        /// Without KvK number only services of the tax authority and customs can be used, not `limit`. Why: only they
        /// identify an organisation by its fiscal number. Source:
        /// https://www.reconi.nl/en/eherkenning/zonder-kvk-nummer/
        ServiceNotForRoute = "service_not_for_route",
        /// Without KvK number the authorisation does not cover all providers. Why: the means works at the tax authority
        /// and customs only. Source: https://www.reconi.nl/en/eherkenning/zonder-kvk-nummer/
        AuthorisationNotForRoute = "authorisation_not_for_route",
        /// The authorisation for whole providers covers the chosen service `limit`. Why: otherwise the user could not
        /// log in there. Source: https://klantenservice.reconi.nl/hoe-vraag-ik-eherkenning-aan
        AuthorisationTooNarrow = "authorisation_too_narrow",
        /// A means for one branch gives access to the chosen service or provider `limit`. Why: some accept a means for
        /// the whole organisation only. Source: https://www.zlogin.nl/upgraden/
        ServiceRefusesBranch = "service_refuses_branch",
        /// Without KvK number the organisation is not a BV, NV, VOF or CV. Why: these must register at the KvK first.
        /// Source: https://www.reconi.nl/en/eherkenning/zonder-kvk-nummer/
        LegalFormHasKvkNumber = "legal_form_has_kvk_number",
        /// A sole proprietorship is represented by its owner and not by directors or partners, other organisations not by an
        /// owner. Why: otherwise form or capacity was mistaken. Source: https://www.reconi.nl/bevoegd-vertegenwoordiger/
        LegalFormCapacity = "legal_form_capacity",

        // People
        /// The user starts the application, with their own e-mail address and mobile number. Why: the means and the
        /// codes go to the person who will use them. Source: https://www.reconi.nl/stappenplan-aanvragen/
        UserMustApply = "user_must_apply",
        /// The user is `limit` years or older; if the day or month of birth is unknown, the last possible day counts. Why:
        /// the law lets minors own a business and work, and the supplier decides whom it trusts with a means. Source: art.
        /// 1:233 to 1:235 BW, https://wetten.overheid.nl/BWBR0002656, and the offer, `min_age_representative` and
        /// `min_age_employee`
        UserTooYoung = "user_too_young",
        /// The user was born at most 120 years ago. Why: otherwise the year was mistyped. Source: inferred from the
        /// ages that people reach
        BirthDateTooLongAgo = "birth_date_too_long_ago",
        /// The user was not born after the day of sending. Why: otherwise the year was mistyped. Source:
        /// https://afsprakenstelsel.etoegang.nl/Startpagina/as/2-1-inschrijving
        BirthDateInFuture = "birth_date_in_future",
        /// The identity document has not expired on the day of sending. Why: an expired document does not identify
        /// anyone. Source: https://www.reconi.nl/faqs/welke-bijlagen-dien-ik-mee-te-sturen-met-de-aanvraag/
        IdentityDocumentExpired = "identity_document_expired",
        /// The identity document is valid for `limit` month(s) after the day of sending; exactly that many is enough.
        /// Why: identification takes weeks. Source:
        /// https://www.reconi.nl/faqs/welke-bijlagen-dien-ik-mee-te-sturen-met-de-aanvraag/ and the offer,
        /// `identity_documents`
        IdentityDocumentExpiresSoon = "identity_document_expires_soon",
        /// The offer accepts this kind of identity document, of this country. Why: not every supplier can check every
        /// kind. Source: the offer, `identity_documents`
        IdentityDocumentNotAccepted = "identity_document_not_accepted",
        /// Nobody shares an e-mail address with another person in the application. Why: it identifies one person.
        /// Source: https://www.reconi.nl/stappenplan-aanvragen/
        EmailShared = "email_shared",
        /// Nobody shares a mobile number with another person in the application. Why: it identifies one person. Source:
        /// https://www.reconi.nl/stappenplan-aanvragen/
        MobileShared = "mobile_shared",
        /// Nobody is in the list twice, unless it is another person of the same name. Why: one person cannot sign for two.
        /// Source:
        /// https://www.reconi.nl/bevoegd-vertegenwoordiger/
        RepresentativeTwice = "representative_twice",
        /// A representative with the name of the user is entered as the user, or said to be another person. Why: otherwise one person would sign
        /// twice. Source: https://www.reconi.nl/bevoegd-vertegenwoordiger/
        RepresentativeIsUser = "representative_is_user",
        /// Only one representative is the user. Why: one person cannot sign for two. Source:
        /// https://www.reconi.nl/bevoegd-vertegenwoordiger/
        UserTwice = "user_twice",
        /// There are at most `limit` representatives. Why: the supplier handles larger numbers personally. Source: the
        /// offer, `max_representatives`
        TooManyRepresentatives = "too_many_representatives",
        /// If any representative has joint authority, at least two have it; where any two sign, limited authority counts
        /// too. Why: one of them alone cannot bind the organisation. Source:
        /// https://www.reconi.nl/bevoegd-vertegenwoordiger/
        JointNeedsTwo = "joint_needs_two",
        /// At level `limit` someone has sole or joint authority. Why: limited authority is not enough at that level.
        /// Source: https://www.reconi.nl/bevoegd-vertegenwoordiger/
        LimitedNotAllowed = "limited_not_allowed",
        /// With limited authority at least `limit` people sign. Why: one of them alone cannot bind the organisation.
        /// Source: https://www.reconi.nl/bevoegd-vertegenwoordiger/
        LimitedNeedsMore = "limited_needs_more",
        /// Of those who may sign, at least `limit` are chosen. Why: fewer cannot bind the organisation. Source:
        /// https://klantenservice.reconi.nl/hoeveel-handtekeningen-moet-ik-verzamelen-bij-het-aanvragen-van-eherkenning
        /// and the offer, `levels`
        SignatoriesTooFew = "signatories_too_few",
        /// The owner of a sole proprietorship has sole authority. Why: no one shares the owner's authority. Source:
        /// https://www.reconi.nl/bevoegd-vertegenwoordiger/
        OwnerIsSole = "owner_is_sole",

        // Proof
        /// The extract is at most `limit` days old on the day of sending. Why: authority may have changed since.
        /// Source: https://www.kpn.com/zakelijk/eherkenning/eh3.htm and the offer, `extract`
        ExtractTooOld = "extract_too_old",
        /// The extract was made on or before the day of sending. Why: otherwise the date was mistyped. Source:
        /// https://www.kpn.com/zakelijk/eherkenning/eh3.htm
        ExtractInFuture = "extract_in_future",
        /// There is an extract of each company above the organisation: at least `limit` files. Why: together they lead to
        /// the person who may sign. Source: https://www.reconi.nl/bevoegd-vertegenwoordiger/
        ExtractsTooFew = "extracts_too_few",
        /// The extract is attached if the supplier does not fetch it. Why: nobody else would provide it. Source: the
        /// offer, `extract`
        ExtractSourceNotOffered = "extract_source_not_offered",

        // The contract
        /// The offer has this term at this level. Why: otherwise it has no price. Source: the offer, `levels`
        TermNotOffered = "term_not_offered",
        /// The term is at most five years, `limit`. Why: an authorisation cannot be valid for longer. Source:
        /// https://afsprakenstelsel.etoegang.nl/Startpagina/v1/specificaties-voor-het-beheer-van-bevoegdheden
        TermTooLong = "term_too_long",
        /// The offer has this kind of means at this level. Why: each level requires its own second factor. Source:
        /// https://www.eherkenning.nl/en/levels-of-assurance and the offer, `levels`
        MeansNotOffered = "means_not_offered",
        /// The offer has this payment method. Why: the supplier could not charge any other. Source: the offer,
        /// `payment_methods`
        PaymentNotOffered = "payment_not_offered",
        /// Urgent handling is requested only if the offer has it. Why: otherwise it has no price. Source: the offer,
        /// `urgent`
        UrgentNotOffered = "urgent_not_offered",
        /// The offer has this identification method at this level. Why: from EH3 on a copy is not enough. Source:
        /// https://www.eherkenning.nl/en/levels-of-assurance and the offer, `levels`
        IdentificationNotOffered = "identification_not_offered",
        /// The price follows from the offer and the answers: `limit` cents with VAT. Why: the organisation pays the
        /// price that it was shown. Source: the offer
        PriceDiffers = "price_differs",

        // Documents
        /// A required document is attached. Why: an incomplete application has to wait. Source:
        /// https://www.reconi.nl/faqs/welke-bijlagen-dien-ik-mee-te-sturen-met-de-aanvraag/
        DocumentMissing = "document_missing",
        /// There are at most `limit` files for one document. Why: more files are not pages of one document. Source: the
        /// offer, `attachments`
        DocumentTooMany = "document_too_many",
        /// Only requested documents are included. Why: personal data that is not needed may not be stored. Source: art.
        /// 5 (1) (c) GDPR
        DocumentNotAsked = "document_not_asked",
        /// The file has a type that is accepted here: `limit`. Why: other types cannot be shown or shielded. Source:
        /// the types of docs/backends.md
        DocumentType = "document_type",
        /// The content of the file matches its stated type. Why: otherwise it could do harm when it is opened. Source:
        /// https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html
        DocumentTypeDiffers = "document_type_differs",
        /// A scanner has found no virus in the file. Why: otherwise it could do harm when it is opened. Source:
        /// https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html
        DocumentInfected = "document_infected",
        /// The file has at most `limit` bytes. Why: a larger file could not be sent. Source: the offer, `attachments`
        DocumentTooLarge = "document_too_large",
        /// All files together have at most `limit` bytes. Why: more could not be sent. Source: the offer, `attachments`
        DocumentsTooLarge = "documents_too_large",
        /// The file is not empty. Why: there is nothing to read. Source:
        /// https://www.reconi.nl/faqs/welke-bijlagen-dien-ik-mee-te-sturen-met-de-aanvraag/
        DocumentEmpty = "document_empty",
        /// The file is complete. Why: part of it is missing. Source: ITU T.81, ISO/IEC 15948, ISO 32000-1
        DocumentTruncated = "document_truncated",
        /// The file is not protected by a password. Why: otherwise nobody could read it. Source: ISO 32000-1, 7.6.1
        DocumentEncrypted = "document_encrypted",
        /// The image can be drawn. Why: otherwise nobody could read it. Source:
        /// https://www.reconi.nl/faqs/welke-bijlagen-dien-ik-mee-te-sturen-met-de-aanvraag/
        DocumentUnreadable = "document_unreadable",
        /// The longer side of the image has at least `limit` pixels. Why: a smaller image is not legible. Source:
        /// https://www.reconi.nl/faqs/welke-bijlagen-dien-ik-mee-te-sturen-met-de-aanvraag/ and the offer,
        /// `attachments`
        DocumentTooSmall = "document_too_small",
        /// The image has at most 65 megapixels. Why: a small file can contain an image that fills all memory.
        /// Source: https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html
        DocumentTooManyPixels = "document_too_many_pixels",
        /// The device can draw the image. Why: images are redrawn so that only their pixels are sent, which takes
        /// memory and a canvas that returns the true pixels. Source: https://html.spec.whatwg.org/multipage/canvas.html
        DocumentNotDrawn = "document_not_drawn",
        /// The browser can open a photo in HEIC. Why: otherwise it cannot be shielded before it is sent. Source:
        /// https://caniuse.com/heif
        DocumentHeic = "document_heic",
        /// A copy of an identity document is an image, not a PDF. Why: it is shielded before it is sent, and the
        /// pages of a PDF become images for that. Source:
        /// https://autoriteitpersoonsgegevens.nl/themas/identificatie/paspoort-en-identiteitskaart/kopie-van-uw-id-bewijs-wat-kunt-u-doen
        DocumentPdfCopy = "document_pdf_copy",
        /// Both sides of a card are copied if the offer requires that. Why: both carry data. Source:
        /// https://support.qv-eherkenning.nl/veelgestelde-vraag/aanvragen-activeren/aanvragen/aan-welke-eisen-moet-mijn-kopie-id-voldoen/
        /// and the offer, `identity_documents`
        DocumentSideMissing = "document_side_missing",
        /// The copy of an identity document is shielded. Why: photo, nationality and BSN may not be stored. Source:
        /// https://autoriteitpersoonsgegevens.nl/themas/identificatie/paspoort-en-identiteitskaart/kopie-van-uw-id-bewijs-wat-kunt-u-doen
        DocumentNotShielded = "document_not_shielded",
        /// The digest of a document is sixty-four hexadecimal digits. Why: it is compared with what arrives. Source:
        /// FIPS 180-4 (SHA-256), docs/backends.md
        DocumentDigestShape = "document_digest_shape",
        /// A document arrives as the application describes it. Why: otherwise it was damaged on the way. Source:
        /// docs/backends.md
        DocumentDigestDiffers = "document_digest_differs",
        /// A document that the application lists arrives. Why: otherwise it was lost on the way. Source:
        /// docs/backends.md
        DocumentPartMissing = "document_part_missing",
        /// The file is still on this device. Why: otherwise the browser cannot read it. Source:
        /// https://www.w3.org/TR/FileAPI/
        DocumentGone = "document_gone",
        /// Every document has a unique number. Why: it is the name of its part of the request. Source: docs/backends.md
        DocumentIdTwice = "document_id_twice",
        /// The file name has no path, control characters or direction marks. Why: it could point to another place where
        /// it is stored. Source: https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html
        FileNameShape = "file_name_shape",

        // Signing
        /// Consent is to the version in force, `limit`. Why: consent to another version does not count. Source:
        /// https://afsprakenstelsel.etoegang.nl/Startpagina/as/2-1-inschrijving and the offer, `links`
        ConsentVersion = "consent_version",
        /// The offer accepts this way of signing from these signatories, and each of them uses it; they sign on a device of
        /// their own only if it accepts that. Why: not every supplier accepts every kind of signature. Source:
        /// https://klantenservice.reconi.nl/en/application-form and the offer, `levels`
        SigningMethodNotOffered = "signing_method_not_offered",
        /// Everyone who must sign has signed. Why: otherwise the organisation is not bound. Source:
        /// https://www.reconi.nl/bevoegd-vertegenwoordiger/
        SignatureMissing = "signature_missing",
        /// Only people who must sign have signed. Why: personal data that is not needed may not be stored. Source: art.
        /// 5 (1) (c) GDPR
        SignatureNotAsked = "signature_not_asked",
        /// The typed name contains the surname of the signatory, or a first name if there is no surname, whatever the
        /// hyphens, apostrophes and spaces. Why: it replaces a drawn signature. Source: art. 3 (10) eIDAS, Regulation (EU)
        /// 910/2014
        TypedNameDiffers = "typed_name_differs",
        /// The digest of a signature is that of what is signed. Why: what a person signed must be what is sent. Source: art.
        /// 26 (d) eIDAS, Regulation (EU) 910/2014, and docs/backends.md
        SignatureOutdated = "signature_outdated",

        // The application as a whole
        /// The format is known; `limit` names the known ones. Why: another format may use the same names for other
        /// things. Source: docs/backends.md
        FormatUnknown = "format_unknown",
        /// Every field is known, unlike the one at the JSON pointer `limit`. Why: its content would be lost. Source:
        /// docs/backends.md
        FieldUnknown = "field_unknown",
        /// Numbers of applications and documents are UUIDs. Why: they must be unique. Source: RFC 9562
        IdShape = "id_shape",
        /// A moment is in UTC. Why: it must mean the same everywhere. Source: RFC 3339
        TimeShape = "time_shape",
    }
}
