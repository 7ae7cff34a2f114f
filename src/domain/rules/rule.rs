//! Every rule, by its code on the wire: add, never rename. A rule that nothing raises has no code.
//!
//! Each says what it asks (the right state, not the fault), why, and its source: an address, a law, a standard, or the
//! field of the offer that sets it. `docs/rules.md` is written from here: `check rules --write docs/rules.md`.

use super::codes::codes;

codes! {
    /// A rule that an answer can break. Issues carry its code; `limit` is what the sentence names.
    pub enum Rule {
        /// The question must be answered. Why: the supplier cannot issue a means without it. Source:
        /// https://afsprakenstelsel.etoegang.nl/Startpagina/as/2-1-inschrijving
        Required = "required",
        /// The text has at most `limit` characters. Why: it would not fit where it is kept and printed. Source:
        /// inferred from what registers and forms of suppliers hold
        TooLong = "too_long",
        /// The text holds no control characters and no markup. Why: text is shown to others and must not do anything
        /// there. Source: https://cheatsheetseries.owasp.org/cheatsheets/Input_Validation_Cheat_Sheet.html
        TextCharacters = "text_characters",
        /// What may be a citizen service number (BSN) is not taken. Why: only those whom a law allows may process it,
        /// consent is no ground. Source: art. 46 UAVG, art. 87 GDPR
        BsnNotAllowed = "bsn_not_allowed",

        // Formats
        /// A KvK number has eight digits, not all zero. Why: by it the organisation is found in the trade register.
        /// Source: https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml
        KvkNumberShape = "kvk_number_shape",
        /// Nine digits that pass the eleven test are an RSIN, not a KvK number. Why: the two stand beside each other on
        /// the extract and are often mixed up. Source: https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml
        KvkNumberIsRsin = "kvk_number_is_rsin",
        /// A branch number has twelve digits, not all zero. Why: a shorter one is often a KvK number. Source:
        /// https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml
        BranchNumberShape = "branch_number_shape",
        /// A fiscal number or RSIN has nine digits. Why: by it the tax authority knows an organisation without KvK
        /// number. Source: https://github.com/Logius-standaarden/OIN-Stelsel
        FiscalNumberShape = "fiscal_number_shape",
        /// A fiscal number or RSIN passes the eleven test. Why: it shows most typing errors. Source:
        /// https://github.com/Logius-standaarden/OIN-Stelsel
        FiscalNumberCheck = "fiscal_number_check",
        /// An organisation identification number (OIN) has twenty digits. Why: by it the catalogue names providers.
        /// Source: https://github.com/Logius-standaarden/OIN-Stelsel
        OinShape = "oin_shape",
        /// A service is named by its UUID, or by a URN of its provider. Why: authorisations name it so. Source:
        /// https://afsprakenstelsel.etoegang.nl/Startpagina/as/service-catalog
        ServiceIdShape = "service_id_shape",
        /// A name holds Latin letters, hyphens, apostrophes, dots and spaces. Why: it must be the name on the identity
        /// document, which has no other characters. Source: https://helpdesk.digidentity.eu/hc/nl/articles/360005176817
        NameCharacters = "name_characters",
        /// An e-mail address has one @ and a domain with a dot. Why: a link is sent to it, to confirm it. Source:
        /// https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
        EmailShape = "email_shape",
        /// No comma stands where a dot must be in an e-mail address. Why: it is a common slip that is easy to name.
        /// Source: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
        EmailComma = "email_comma",
        /// A mobile number is 06 and eight digits. Why: a code is sent to it by SMS. Source: the Dutch numbering plan
        /// (Nummerplan telefoon- en ISDN-diensten)
        MobileShape = "mobile_shape",
        /// A number of a land line or a service is not a mobile number. Why: it gets no SMS. Source: the Dutch
        /// numbering plan (Nummerplan telefoon- en ISDN-diensten)
        MobileLandline = "mobile_landline",
        /// A foreign mobile number is taken only where the offer says so. Why: not every supplier sends SMS abroad.
        /// Source: the offer, `foreign_mobile`
        MobileForeign = "mobile_foreign",
        /// A 097 number is not a mobile number. Why: such numbers belong to machines. Source: the Dutch numbering plan
        /// (Nummerplan telefoon- en ISDN-diensten)
        MobileMachine = "mobile_machine",
        /// A Dutch postal code is four digits and two letters, not SA, SD or SS. Why: with the house number it is the
        /// address. Source: https://github.com/arthurdejong/python-stdnum (nl.postcode)
        PostalCodeShape = "postal_code_shape",
        /// A Dutch house number is 1 to 99999, with a letter and an addition of at most four characters. Why: the
        /// register of addresses has no others. Source: https://github.com/PDOK/locatieserver/wiki/API-Locatieserver
        HouseNumberShape = "house_number_shape",
        /// A country is one of ISO 3166-1. Why: others do not exist. Source: ISO 3166-1 alpha-2
        CountryUnknown = "country_unknown",
        /// A Dutch passport or identity card number is two letters, six letters or digits, and one digit; never the
        /// letter O. Why: it is compared at identification. Source: https://github.com/arthurdejong/python-stdnum
        /// (nl.identiteitskaartnummer)
        TravelDocumentNumberShape = "travel_document_number_shape",
        /// A Dutch driving licence number has ten digits. Why: it is compared at identification. Source: inferred from
        /// licences that the RDW issues
        DrivingLicenceNumberShape = "driving_licence_number_shape",
        /// The number of another document is four to twenty letters and digits. Why: it is compared at identification.
        /// Source: inferred from documents of many countries
        DocumentNumberShape = "document_number_shape",
        /// A date has a day, a month and a year. Why: without one of them it is not a day. Source: ISO 8601
        DateIncomplete = "date_incomplete",
        /// The day exists. Why: it was mistyped. Source: ISO 8601
        DateImpossible = "date_impossible",
        /// A year has four digits. Why: with two it is ambiguous. Source: ISO 8601
        DateYearShort = "date_year_short",

        // The organisation and what it is for
        /// The supplier offers the level, `limit`. Why: not every supplier issues each. Source: the offer, `levels`
        LevelNotOffered = "level_not_offered",
        /// The level is at least `limit`, which the chosen services ask. Why: a lower means does not open them. Source:
        /// https://www.eherkenning.nl/en/levels-of-assurance
        LevelTooLow = "level_too_low",
        /// Without KvK number the level is EH3. Why: no other is issued there. Source:
        /// https://www.reconi.nl/en/eherkenning/zonder-kvk-nummer/
        LevelNotForRoute = "level_not_for_route",
        /// A chosen service is in the catalogue. Why: an authorisation for an unknown one cannot be registered. Source:
        /// https://afsprakenstelsel.etoegang.nl/Startpagina/as/service-catalog
        ServiceUnknown = "service_unknown",
        /// A chosen provider is in the catalogue. Why: an authorisation for an unknown one cannot be registered.
        /// Source: https://afsprakenstelsel.etoegang.nl/Startpagina/as/service-catalog
        ProviderUnknown = "provider_unknown",
        /// Without KvK number only services of the tax authority and customs can be used, not `limit`. Why: only they
        /// know an organisation by its fiscal number. Source: https://www.reconi.nl/en/eherkenning/zonder-kvk-nummer/
        ServiceNotForRoute = "service_not_for_route",
        /// Without KvK number the authorisation does not cover all providers. Why: the means works at the tax authority
        /// and customs only. Source: https://www.reconi.nl/en/eherkenning/zonder-kvk-nummer/
        AuthorisationNotForRoute = "authorisation_not_for_route",
        /// The authorisation for whole providers covers the chosen service `limit`. Why: logging in there would be
        /// refused. Source: https://klantenservice.reconi.nl/hoe-vraag-ik-eherkenning-aan
        AuthorisationTooNarrow = "authorisation_too_narrow",
        /// A means for one branch opens the chosen service or provider `limit`. Why: some know whole organisations
        /// only, and refuse it. Source: https://www.zlogin.nl/upgraden/
        ServiceRefusesBranch = "service_refuses_branch",
        /// Without KvK number the organisation is no BV, NV, VOF or CV. Why: these must register at the KvK first.
        /// Source: https://www.reconi.nl/en/eherkenning/zonder-kvk-nummer/
        LegalFormHasKvkNumber = "legal_form_has_kvk_number",

        // People
        /// The user starts the application, with their own e-mail address and mobile number. Why: means and codes go to
        /// whoever will use them. Source: https://www.reconi.nl/stappenplan-aanvragen/
        UserMustApply = "user_must_apply",
        /// The user is 18 or older. Why: the user binds the organisation. Source: art. 1:233 and 1:234 BW,
        /// https://wetten.overheid.nl/BWBR0002656
        UserTooYoung = "user_too_young",
        /// The user was born at most 120 years ago. Why: the year was mistyped. Source: inferred from the ages that
        /// people reach
        BirthDateTooLongAgo = "birth_date_too_long_ago",
        /// The user was not born after the day of sending. Why: the year was mistyped. Source:
        /// https://afsprakenstelsel.etoegang.nl/Startpagina/as/2-1-inschrijving
        BirthDateInFuture = "birth_date_in_future",
        /// The identity document has not expired on the day of sending. Why: an expired one identifies nobody. Source:
        /// https://www.reconi.nl/faqs/welke-bijlagen-dien-ik-mee-te-sturen-met-de-aanvraag/
        IdentityDocumentExpired = "identity_document_expired",
        /// The identity document is valid for `limit` month(s) after the day of sending; exactly so many is enough.
        /// Why: identification takes weeks. Source:
        /// https://www.reconi.nl/faqs/welke-bijlagen-dien-ik-mee-te-sturen-met-de-aanvraag/ and the offer,
        /// `identity_documents`
        IdentityDocumentExpiresSoon = "identity_document_expires_soon",
        /// The offer takes this kind of identity document. Why: not every supplier can read each. Source: the offer,
        /// `identity_documents`
        IdentityDocumentNotAccepted = "identity_document_not_accepted",
        /// Nobody shares an e-mail address with another person of the application. Why: it stands for one person.
        /// Source: https://www.reconi.nl/stappenplan-aanvragen/
        EmailShared = "email_shared",
        /// Nobody shares a mobile number with another person of the application. Why: it stands for one person. Source:
        /// https://www.reconi.nl/stappenplan-aanvragen/
        MobileShared = "mobile_shared",
        /// No person stands in the list twice. Why: one cannot sign for two. Source:
        /// https://www.reconi.nl/bevoegd-vertegenwoordiger/
        RepresentativeTwice = "representative_twice",
        /// A representative with the name of the user is entered as the user. Why: one person would sign twice. Source:
        /// https://www.reconi.nl/bevoegd-vertegenwoordiger/
        RepresentativeIsUser = "representative_is_user",
        /// Only one representative is the user. Why: one cannot sign for two. Source:
        /// https://www.reconi.nl/bevoegd-vertegenwoordiger/
        UserTwice = "user_twice",
        /// There are at most `limit` representatives. Why: more are handled by the supplier in person. Source: the
        /// offer, `max_representatives`
        TooManyRepresentatives = "too_many_representatives",
        /// Those with joint authority are two at least. Why: one of them alone binds nobody. Source:
        /// https://www.reconi.nl/bevoegd-vertegenwoordiger/
        JointNeedsTwo = "joint_needs_two",
        /// At level `limit` somebody is solely or jointly authorised. Why: there limited authority does not suffice.
        /// Source: https://www.reconi.nl/bevoegd-vertegenwoordiger/
        LimitedNotAllowed = "limited_not_allowed",
        /// With limited authority at least `limit` people sign. Why: one of them alone binds nobody. Source:
        /// https://www.reconi.nl/bevoegd-vertegenwoordiger/
        LimitedNeedsMore = "limited_needs_more",
        /// The owner of a sole proprietorship is solely authorised. Why: nobody else is entered with the owner. Source:
        /// https://www.reconi.nl/bevoegd-vertegenwoordiger/
        OwnerIsSole = "owner_is_sole",

        // Proof
        /// The extract is at most `limit` days old on the day of sending. Why: authority may have changed since.
        /// Source: https://www.kpn.com/zakelijk/eherkenning/eh3.htm and the offer, `extract`
        ExtractTooOld = "extract_too_old",
        /// The extract was made on or before the day of sending. Why: the date was mistyped. Source:
        /// https://www.kpn.com/zakelijk/eherkenning/eh3.htm
        ExtractInFuture = "extract_in_future",
        /// The extract is attached where the supplier does not fetch it. Why: nobody else would bring it. Source: the
        /// offer, `extract`
        ExtractSourceNotOffered = "extract_source_not_offered",

        // The contract
        /// The offer has this term at this level. Why: it has no price otherwise. Source: the offer, `levels`
        TermNotOffered = "term_not_offered",
        /// The term is five years at most, `limit`. Why: an authorisation is valid for no longer. Source:
        /// https://afsprakenstelsel.etoegang.nl/Startpagina/v1/specificaties-voor-het-beheer-van-bevoegdheden
        TermTooLong = "term_too_long",
        /// The offer has this kind of means at this level. Why: each level asks its own second factor. Source:
        /// https://www.eherkenning.nl/en/levels-of-assurance and the offer, `levels`
        MeansNotOffered = "means_not_offered",
        /// The offer takes this way of paying. Why: the supplier could not charge it. Source: the offer,
        /// `payment_methods`
        PaymentNotOffered = "payment_not_offered",
        /// Urgent handling is asked only where the offer has it. Why: it has no price otherwise. Source: the offer,
        /// `urgent`
        UrgentNotOffered = "urgent_not_offered",
        /// The offer identifies in this way at this level. Why: from EH3 on a copy does not suffice. Source:
        /// https://www.eherkenning.nl/en/levels-of-assurance and the offer, `levels`
        IdentificationNotOffered = "identification_not_offered",
        /// The price follows from the offer and the answers: `limit` cents with VAT. Why: the organisation pays what it
        /// was shown. Source: the offer
        PriceDiffers = "price_differs",

        // Documents
        /// A document that is asked is there. Why: the application is incomplete and waits otherwise. Source:
        /// https://www.reconi.nl/faqs/welke-bijlagen-dien-ik-mee-te-sturen-met-de-aanvraag/
        DocumentMissing = "document_missing",
        /// There are at most `limit` files for one document. Why: more are not pages of one document. Source: the
        /// offer, `attachments`
        DocumentTooMany = "document_too_many",
        /// No document comes that nobody asked for. Why: what is not needed may not be kept. Source: art. 5 (1) (c)
        /// GDPR
        DocumentNotAsked = "document_not_asked",
        /// The file is of a kind that is taken here: `limit`. Why: others cannot be shown or shielded. Source: the
        /// types of docs/backends.md
        DocumentType = "document_type",
        /// The content of the file is of the type that it says. Why: it could do harm where it is opened. Source:
        /// https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html
        DocumentTypeDiffers = "document_type_differs",
        /// The file has at most `limit` bytes. Why: it could not be sent. Source: the offer, `attachments`
        DocumentTooLarge = "document_too_large",
        /// All files together have at most `limit` bytes. Why: they could not be sent. Source: the offer, `attachments`
        DocumentsTooLarge = "documents_too_large",
        /// The file is not empty. Why: there is nothing to read. Source:
        /// https://www.reconi.nl/faqs/welke-bijlagen-dien-ik-mee-te-sturen-met-de-aanvraag/
        DocumentEmpty = "document_empty",
        /// The file is whole. Why: there is not all to read. Source: ITU T.81, ISO/IEC 15948, ISO 32000-1
        DocumentTruncated = "document_truncated",
        /// The file is not protected by a password. Why: nobody could read it. Source: ISO 32000-1, 7.6.1
        DocumentEncrypted = "document_encrypted",
        /// The image can be drawn. Why: nobody could read it. Source:
        /// https://www.reconi.nl/faqs/welke-bijlagen-dien-ik-mee-te-sturen-met-de-aanvraag/
        DocumentUnreadable = "document_unreadable",
        /// The longer side of the image has at least `limit` pixels. Why: less cannot be read. Source:
        /// https://www.reconi.nl/faqs/welke-bijlagen-dien-ik-mee-te-sturen-met-de-aanvraag/ and the offer,
        /// `attachments`
        DocumentTooSmall = "document_too_small",
        /// The image has at most fifty megapixels. Why: a small file can hold an image that fills all memory. Source:
        /// https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html
        DocumentTooManyPixels = "document_too_many_pixels",
        /// The device can draw the image. Why: it is drawn anew so that nothing but its pixels is sent, which takes
        /// memory and a canvas that tells the truth. Source: https://html.spec.whatwg.org/multipage/canvas.html
        DocumentNotDrawn = "document_not_drawn",
        /// The browser can open a photo in HEIC. Why: otherwise it cannot be shielded before it leaves. Source:
        /// https://caniuse.com/heif
        DocumentHeic = "document_heic",
        /// A copy of an identity document is an image, no PDF. Why: it is shielded before it leaves, and only images
        /// can be drawn anew here. Source:
        /// https://autoriteitpersoonsgegevens.nl/themas/identificatie/paspoort-en-identiteitskaart/kopie-van-uw-id-bewijs-wat-kunt-u-doen
        DocumentPdfCopy = "document_pdf_copy",
        /// Of a card both sides are copied, where the offer wants that. Why: data stand on either side. Source:
        /// https://support.qv-eherkenning.nl/veelgestelde-vraag/aanvragen-activeren/aanvragen/aan-welke-eisen-moet-mijn-kopie-id-voldoen/
        /// and the offer, `identity_documents`
        DocumentSideMissing = "document_side_missing",
        /// The copy of an identity document is shielded. Why: photo, nationality and BSN may not be kept. Source:
        /// https://autoriteitpersoonsgegevens.nl/themas/identificatie/paspoort-en-identiteitskaart/kopie-van-uw-id-bewijs-wat-kunt-u-doen
        DocumentNotShielded = "document_not_shielded",
        /// The digest of a document is sixty-four hexadecimal digits. Why: by it what arrives is compared. Source: FIPS
        /// 180-4 (SHA-256), docs/backends.md
        DocumentDigestShape = "document_digest_shape",
        /// What arrives is what was announced. Why: it was damaged on its way. Source: docs/backends.md
        DocumentDigestDiffers = "document_digest_differs",
        /// What was announced arrives. Why: it was lost on its way. Source: docs/backends.md
        DocumentPartMissing = "document_part_missing",
        /// The file is still on this device. Why: the browser no longer gives it out. Source:
        /// https://www.w3.org/TR/FileAPI/
        DocumentGone = "document_gone",
        /// Every document has a number of its own. Why: by it the parts of the request are named. Source:
        /// docs/backends.md
        DocumentIdTwice = "document_id_twice",
        /// The file name holds no path, control characters or marks of direction. Why: it could lead elsewhere where it
        /// is kept. Source: https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html
        FileNameShape = "file_name_shape",

        // Signing
        /// What was agreed to is the version in force, `limit`. Why: nobody agreed to this one. Source:
        /// https://afsprakenstelsel.etoegang.nl/Startpagina/as/2-1-inschrijving and the offer, `links`
        ConsentVersion = "consent_version",
        /// The offer takes this way of signing from these signatories, and each signs in it. Why: not every signature
        /// is taken by each supplier. Source: https://klantenservice.reconi.nl/en/application-form and the offer,
        /// `levels`
        SigningMethodNotOffered = "signing_method_not_offered",
        /// Everybody who must sign has signed. Why: the organisation is not bound otherwise. Source:
        /// https://www.reconi.nl/bevoegd-vertegenwoordiger/
        SignatureMissing = "signature_missing",
        /// Nobody signs who need not. Why: what is not needed may not be kept. Source: art. 5 (1) (c) GDPR
        SignatureNotAsked = "signature_not_asked",
        /// The typed name holds the surname of the signatory. Why: it stands in place of a drawn signature. Source:
        /// art. 3 (10) eIDAS, Regulation (EU) 910/2014
        TypedNameDiffers = "typed_name_differs",

        // The application as a whole
        /// The format is known; `limit` names those that are. Why: another may mean other things by the same names.
        /// Source: docs/backends.md
        FormatUnknown = "format_unknown",
        /// Every field is known, unlike that at the JSON pointer `limit`. Why: what it says would be lost. Source:
        /// docs/backends.md
        FieldUnknown = "field_unknown",
        /// Numbers of applications and documents are UUIDs. Why: they must differ from all others. Source: RFC 9562
        IdShape = "id_shape",
        /// A moment is written in UTC. Why: it must be the same everywhere. Source: RFC 3339
        TimeShape = "time_shape",
    }
}
