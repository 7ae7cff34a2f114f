//! Every rule, by its code on the wire: add, never rename.

use super::codes;

codes! {
    /// A rule that an answer can break. Issues carry its code; `limit` is what the sentence names.
    pub enum Rule {
        /// The question must be answered.
        Required = "required",
        /// The text is longer than `limit` characters.
        TooLong = "too_long",
        /// The text holds control characters or markup.
        TextCharacters = "text_characters",
        /// A citizen service number (BSN) may not be given here: art. 46 UAVG, art. 87 GDPR.
        BsnNotAllowed = "bsn_not_allowed",

        // Formats (DOMAIN 6)
        /// A KvK number has eight digits: https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml
        KvkNumberShape = "kvk_number_shape",
        /// Nine digits that pass the eleven test: this looks like the RSIN.
        KvkNumberIsRsin = "kvk_number_is_rsin",
        /// A branch number has twelve digits: https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml
        BranchNumberShape = "branch_number_shape",
        /// A fiscal number or RSIN has nine digits.
        FiscalNumberShape = "fiscal_number_shape",
        /// The eleven test of the fiscal number or RSIN does not hold.
        FiscalNumberCheck = "fiscal_number_check",
        /// An organisation identification number (OIN) has twenty digits.
        OinShape = "oin_shape",
        /// A service is named by its UUID.
        ServiceIdShape = "service_id_shape",
        /// A level of assurance is named by its URN.
        LevelUrn = "level_urn",
        /// A name holds letters, hyphens, apostrophes, dots and spaces, as on the identity document.
        NameCharacters = "name_characters",
        /// Initials are single letters.
        InitialsShape = "initials_shape",
        /// An e-mail address has one @ and a domain with a dot.
        EmailShape = "email_shape",
        /// A comma stands where a dot must be.
        EmailComma = "email_comma",
        /// A mobile number is 06 and eight digits.
        MobileShape = "mobile_shape",
        /// A land line gets no SMS.
        MobileLandline = "mobile_landline",
        /// A foreign mobile number where the offer takes Dutch ones only.
        MobileForeign = "mobile_foreign",
        /// 097 numbers belong to machines.
        MobileMachine = "mobile_machine",
        /// A telephone number starts with 0 or + and has the length of its kind.
        TelephoneShape = "telephone_shape",
        /// A postal code is four digits and two letters.
        PostalCodeShape = "postal_code_shape",
        /// A house number is 1 to 99999, with a letter or addition of at most four characters.
        HouseNumberShape = "house_number_shape",
        /// A country is one of ISO 3166-1.
        CountryUnknown = "country_unknown",
        /// An IBAN has the length of its country.
        IbanShape = "iban_shape",
        /// The check digits of the IBAN do not hold (ISO 13616).
        IbanCheck = "iban_check",
        /// A VAT number is NL, nine digits, B and two digits.
        VatNumberShape = "vat_number_shape",
        /// The check of the VAT number does not hold.
        VatNumberCheck = "vat_number_check",
        /// A Dutch passport or identity card number: two letters, six letters or digits, one digit.
        TravelDocumentNumberShape = "travel_document_number_shape",
        /// A Dutch driving licence number has ten digits.
        DrivingLicenceNumberShape = "driving_licence_number_shape",
        /// The number of a foreign document holds letters and digits only.
        DocumentNumberShape = "document_number_shape",
        /// Day, month or year is missing.
        DateIncomplete = "date_incomplete",
        /// There is no such day.
        DateImpossible = "date_impossible",
        /// The year has two digits, which is ambiguous.
        DateYearShort = "date_year_short",

        // The organisation and what it is for
        /// The supplier does not offer this level.
        LevelNotOffered = "level_not_offered",
        /// The chosen services ask for at least level `limit`.
        LevelTooLow = "level_too_low",
        /// Without KvK number only EH3 is issued: https://reconi.nl/en/eherkenning/zonder-kvk-nummer/
        LevelNotForRoute = "level_not_for_route",
        /// This service is not in the catalogue.
        ServiceUnknown = "service_unknown",
        /// This provider is not in the catalogue.
        ProviderUnknown = "provider_unknown",
        /// Without KvK number only services of the tax authority can be used; `limit` is the service.
        ServiceNotForRoute = "service_not_for_route",
        /// Without KvK number the authorisation cannot cover all providers.
        AuthorisationNotForRoute = "authorisation_not_for_route",
        /// The authorisation does not cover the service `limit`.
        AuthorisationTooNarrow = "authorisation_too_narrow",
        /// The service `limit` refuses a means that is restricted to a branch.
        ServiceRefusesBranch = "service_refuses_branch",
        /// Organisations of this legal form have a KvK number.
        LegalFormHasKvkNumber = "legal_form_has_kvk_number",

        // People
        /// The user starts the application, with their own e-mail address and mobile number.
        UserMustApply = "user_must_apply",
        /// The user is younger than 18.
        UserTooYoung = "user_too_young",
        /// A birth date more than 120 years ago.
        BirthDateTooLongAgo = "birth_date_too_long_ago",
        /// A birth date in the future.
        BirthDateInFuture = "birth_date_in_future",
        /// The identity document has expired.
        IdentityDocumentExpired = "identity_document_expired",
        /// The identity document expires within `limit` month(s).
        IdentityDocumentExpiresSoon = "identity_document_expires_soon",
        /// The offer does not take this kind of identity document.
        IdentityDocumentNotAccepted = "identity_document_not_accepted",
        /// Two people share this e-mail address.
        EmailShared = "email_shared",
        /// Two people share this mobile number.
        MobileShared = "mobile_shared",
        /// The same person stands in the list twice.
        RepresentativeTwice = "representative_twice",
        /// This representative is the user.
        RepresentativeIsUser = "representative_is_user",
        /// Only one representative can be the user.
        UserTwice = "user_twice",
        /// More than `limit` representatives.
        TooManyRepresentatives = "too_many_representatives",
        /// Someone with joint authority signs together with another.
        JointNeedsTwo = "joint_needs_two",
        /// At level `limit` nobody with limited authority can apply.
        LimitedNotAllowed = "limited_not_allowed",
        /// With limited authority at least `limit` people sign.
        LimitedNeedsMore = "limited_needs_more",
        /// The owner of a sole proprietorship is solely authorised.
        OwnerIsSole = "owner_is_sole",
        /// The user is one of the representatives, so is not somebody from outside.
        RepresentativeIsEmployed = "representative_is_employed",

        // Proof
        /// The extract is older than `limit` days.
        ExtractTooOld = "extract_too_old",
        /// The date of the extract lies in the future.
        ExtractInFuture = "extract_in_future",
        /// The supplier does not fetch the extract.
        ExtractSourceNotOffered = "extract_source_not_offered",

        // The contract
        /// The offer does not have this term.
        TermNotOffered = "term_not_offered",
        /// The offer does not have this means at this level.
        MeansNotOffered = "means_not_offered",
        /// The offer does not take this way of paying.
        PaymentNotOffered = "payment_not_offered",
        /// The offer has no urgent handling.
        UrgentNotOffered = "urgent_not_offered",
        /// The offer does not identify in this way at this level.
        IdentificationNotOffered = "identification_not_offered",
        /// The price does not follow from the offer; `limit` is the right one.
        PriceDiffers = "price_differs",

        // Documents
        /// A document is missing.
        DocumentMissing = "document_missing",
        /// More than `limit` files for one document.
        DocumentTooMany = "document_too_many",
        /// Nobody asked for this document.
        DocumentNotAsked = "document_not_asked",
        /// The file is not of a kind that is taken here; `limit` names those that are.
        DocumentType = "document_type",
        /// The content of the file is of another type than it says.
        DocumentTypeDiffers = "document_type_differs",
        /// The file is larger than `limit`.
        DocumentTooLarge = "document_too_large",
        /// All files together are larger than `limit`.
        DocumentsTooLarge = "documents_too_large",
        /// The file is empty.
        DocumentEmpty = "document_empty",
        /// The file is cut off.
        DocumentTruncated = "document_truncated",
        /// The file is protected by a password.
        DocumentEncrypted = "document_encrypted",
        /// The image is too small to read, or cannot be drawn.
        DocumentUnreadable = "document_unreadable",
        /// A photo in a format that this browser cannot open.
        DocumentHeic = "document_heic",
        /// The copy of an identity document is not shielded.
        DocumentNotShielded = "document_not_shielded",
        /// The digest is not sixty-four hexadecimal digits.
        DocumentDigestShape = "document_digest_shape",
        /// What arrived is not what was announced.
        DocumentDigestDiffers = "document_digest_differs",
        /// The file was announced and did not arrive.
        DocumentPartMissing = "document_part_missing",
        /// The file is no longer on this device: choose it again.
        DocumentGone = "document_gone",
        /// The same number for two documents.
        DocumentIdTwice = "document_id_twice",
        /// The file name holds a path or control characters.
        FileNameShape = "file_name_shape",

        // Signing
        /// This version of the text is not the one in force.
        ConsentVersion = "consent_version",
        /// The offer does not take this way of signing.
        SigningMethodNotOffered = "signing_method_not_offered",
        /// Somebody who must sign has not.
        SignatureMissing = "signature_missing",
        /// Somebody signed who need not.
        SignatureNotAsked = "signature_not_asked",
        /// The typed name is not the name of the signatory.
        TypedNameDiffers = "typed_name_differs",

        // The application as a whole
        /// This format is not known; `limit` names those that are.
        FormatUnknown = "format_unknown",
        /// The application holds a field that is not known; `limit` is the JSON pointer to it.
        FieldUnknown = "field_unknown",
        /// The number of the application is not a UUID.
        IdShape = "id_shape",
        /// This is not a moment in time.
        TimeShape = "time_shape",
    }
}
