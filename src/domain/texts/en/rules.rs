//! What to do about each broken rule, in English.

use crate::domain::rules::Rule;

pub(super) const fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Required => "Answer this question.",
        Rule::TooLong => "Make this shorter: at most {limit} characters.",
        Rule::TextCharacters => "Use only ordinary letters, digits and punctuation.",
        Rule::LineBreak => "Put this on one line.",
        Rule::BsnNotAllowed => {
            "Remove this number: it looks like a citizen service number (BSN). We may not ask for it."
        }
        Rule::KvkNumberShape => "Enter your KVK number: 8 digits, for example 69599084. It is on your extract.",
        Rule::KvkNumberSevenDigits => "These are 7 digits. Does your extract have a 0 in front? Type it too.",
        Rule::KvkNumberIsRsin => {
            "This looks like your RSIN. Enter your KVK number: 8 digits. Both are on your extract."
        }
        Rule::KvkNumberIsBranch => "This is a branch number. Enter your KVK number: 8 digits.",
        Rule::KvkNumberIsVat => "This is a VAT number. Enter your KVK number: 8 digits.",
        Rule::BranchNumberShape => "Enter the branch number: 12 digits, first four zeros, for example 000037178598.",
        Rule::BranchNumberIsKvk => "This is your KVK number. Enter the branch number: 12 digits, from the extract.",
        Rule::FiscalNumberIsKvk => {
            "This looks like a KVK number. Under Kind of organisation, choose that you have one, or enter 9 digits."
        }
        Rule::FiscalNumberShape => {
            "Enter your tax reference number: 9 digits. It is on the letter from the Tax Administration."
        }
        Rule::FiscalNumberCheck => {
            "This number is not right. Compare the 9 digits with the letter from the Tax Administration."
        }
        Rule::OinShape => "Enter the OIN: 20 digits.",
        Rule::ServiceIdShape => "Choose the service from the list again.",
        Rule::NameCharacters => {
            "Use Latin letters, as on the passport. Hyphens, apostrophes, dots and spaces are allowed too."
        }
        Rule::NamePartner => "Leave out the name of the partner, and e/v.",
        Rule::EmailShape => "Enter one complete email address, with one @, for example name@example.nl.",
        Rule::EmailComma => "Replace the comma in the email address with a dot.",
        Rule::EmailCharacters => "Remove spaces, accents and other unusual characters from the email address.",
        Rule::MobileShape => "Enter a mobile number: 06 and 8 digits, for example 06 12345678.",
        Rule::MobileLandline => "A landline cannot receive text messages. Enter a number that starts with 06.",
        Rule::MobileCountry => "Start with 06, or for a foreign number with + and the country code, such as +32.",
        Rule::MobileForeign => "Enter a Dutch mobile number, starting with 06 or +31 6.",
        Rule::MobileMachine => "097 numbers are for devices. Enter a number that starts with 06.",
        Rule::PostalCodeShape => "Enter the postcode: 4 digits and 2 letters, for example 8823 SJ.",
        Rule::HouseNumberShape => "Enter a house number with at most 4 characters after it, for example 3 A.",
        Rule::CountryUnknown => "Choose a country from the list.",
        Rule::TravelDocumentNumberShape => {
            "Enter the 9 characters of the document number, without letter O, for example NP1234567."
        }
        Rule::DrivingLicenceNumberShape => "Enter the driving licence number: 10 digits. It is at number 5.",
        Rule::DocumentNumberShape => "Use only letters and digits, as on the document.",
        Rule::DateIncomplete => "Enter day, month and year. Is the day or month of birth unknown? Enter 00.",
        Rule::DateImpossible => "This day does not exist. Check day, month and year.",
        Rule::DateYearShort => "Enter the year with 4 digits, for example 1990.",
        Rule::LevelNotOffered => "This supplier does not have this level. Choose another level or other services.",
        Rule::LevelTooLow => "Choose at least level {limit}. Your services require it.",
        Rule::LevelNotForRoute => "Choose EH3. Without a KVK number, it is the only possible level.",
        Rule::ServiceUnknown => "This service is not in the list. Remove it and search again.",
        Rule::ProviderUnknown => "This provider is not in the list. Remove it and search again.",
        Rule::ServiceNotForRoute => {
            "Remove {limit}: without a KVK number you can log in to the Tax Administration only."
        }
        Rule::AuthorisationNotForRoute => {
            "Choose the Tax Administration or its services. Without a KVK number, you cannot choose all providers."
        }
        Rule::AuthorisationTooNarrow => {
            "With this choice you cannot log in to {limit}. Add it or choose a broader option."
        }
        Rule::ServiceRefusesBranch => {
            "{limit} does not accept a login tool for one branch. Choose the whole organisation or remove this service."
        }
        Rule::LegalFormHasKvkNumber => {
            "This legal form has a KVK number. Under Kind of organisation, choose that you have one."
        }
        Rule::LegalFormCapacity => {
            "A sole proprietorship has an owner, other organisations have not. Choose another legal form or another position."
        }
        Rule::UserMustApply => "Let the user make this application, with their own email address and mobile number.",
        Rule::UserTooYoung => "The user must be {limit} or older. Is the date right? Then contact us.",
        Rule::BirthDateTooLongAgo => "This date of birth is too long ago. Check the year.",
        Rule::BirthDateInFuture => "This date of birth is in the future. Check the year.",
        Rule::IdentityDocumentExpired => "This document has expired. Use a document that is still valid.",
        Rule::IdentityDocumentExpiresSoon => "Use a document that is valid for at least {limit} more month(s).",
        Rule::IdentityDocumentNotAccepted => {
            "Choose another kind of identity document. The supplier does not accept this one, or not from this country."
        }
        Rule::EmailShared => "Enter another email address. Each person needs their own.",
        Rule::MobileShared => "Enter another mobile number. Each person needs their own.",
        Rule::RepresentativeTwice => {
            "This name is already in the list. Remove one of the two, or choose that it is another person."
        }
        Rule::RepresentativeIsUser => {
            "Is this you? Choose that you are a representative and remove this one. If not, choose that it is another person."
        }
        Rule::UserTwice => "You are in the list of representatives twice. Remove one.",
        Rule::TooManyRepresentatives => "Add at most {limit} representatives. Are there more? Contact us.",
        Rule::JointNeedsTwo => "Add the others too: jointly authorised people sign together.",
        Rule::LimitedNotAllowed => {
            "Add someone who is solely or jointly authorised. At {limit}, limited authority is not enough."
        }
        Rule::LimitedNeedsMore => "Add the others: with limited authority at least {limit} people sign.",
        Rule::SignatoriesTooFew => "Tick at least {limit} people who sign.",
        Rule::OwnerIsSole => "Choose solely authorised: the owner of a sole proprietorship always is.",
        Rule::ExtractTooOld => "Use a new extract, at most {limit} days old.",
        Rule::ExtractInFuture => "This date is in the future. Enter the date stated on the extract.",
        Rule::ExtractsTooFew => "Add an extract of each company: {limit} files.",
        Rule::ExtractSourceNotOffered => "Add the extract yourself. We do not fetch it.",
        Rule::TermNotOffered => "Choose another term. This one is not available at your level.",
        Rule::TermTooLong => "Choose a shorter term: {limit} years at most.",
        Rule::MeansNotOffered => "Choose another way of logging in. This one is not available at your level.",
        Rule::PaymentNotOffered => "Choose another payment method. This one is not available.",
        Rule::UrgentNotOffered => "Choose not urgent. This supplier does not handle urgent applications.",
        Rule::IdentificationNotOffered => {
            "Choose another way to be identified. This one is not available at your level."
        }
        Rule::PriceDiffers => "The price has changed to {limit}. Check the price and send again.",
        Rule::DocumentMissing => "Add this document.",
        Rule::DocumentTooMany => "Add at most {limit} files. Remove the rest.",
        Rule::DocumentNotAsked => "Remove this document: it is not needed.",
        Rule::DocumentType => "Choose another kind of file: {limit}.",
        Rule::DocumentTypeDiffers => "This file is not what its name says. Save it again as a PDF or photo.",
        Rule::DocumentTooLarge => "Choose a smaller file: at most {limit}.",
        Rule::DocumentsTooLarge => "Together the files may be at most {limit}. Make them smaller.",
        Rule::DocumentEmpty => "This file is empty. Choose another file.",
        Rule::DocumentTruncated => "This file is not complete. Save or scan it again.",
        Rule::DocumentEncrypted => "Remove the password from this file and add it again.",
        Rule::DocumentUnreadable => "This image cannot be opened. Take a new photo.",
        Rule::DocumentTooSmall => "Take a larger photo: the longer side must have at least {limit} pixels.",
        Rule::DocumentTooManyPixels => {
            "Choose a photo of at most 65 megapixels. Set the camera lower, or take a screenshot of this one."
        }
        Rule::DocumentNotDrawn => "This device cannot process this photo now. Try again, or choose a smaller photo.",
        Rule::DocumentPdfCopy => {
            "Nothing can be covered on a PDF. Take a photo or a screenshot of the document and choose that."
        }
        Rule::DocumentSideMissing => "Add the other side as well. Take a photo of each side.",
        Rule::DocumentHeic => "Your browser cannot open this photo. Save it as JPEG or take a screenshot.",
        Rule::DocumentNotShielded => "Cover the requested details on this copy.",
        Rule::DocumentDigestShape => "Add this file again.",
        Rule::DocumentDigestDiffers => "This file arrived damaged. Add it again.",
        Rule::DocumentPartMissing => "This file did not arrive. Send again.",
        Rule::DocumentGone => "This file is no longer on this device. Choose it again.",
        Rule::DocumentIdTwice => "This file was added twice. Remove it and add it again.",
        Rule::FileNameShape => "Give the file an ordinary name, such as extract.pdf.",
        Rule::ConsentVersion => "The text has changed. Read the new version and tick again.",
        Rule::SigningMethodNotOffered => "Choose another way of signing. This one is not possible here.",
        Rule::SignatureMissing => "Draw the signature or type the name.",
        Rule::SignatureNotAsked => "Remove this signature: this person does not need to sign.",
        Rule::TypedNameDiffers => "Type this person's name, with the surname as you entered it before.",
        Rule::FieldUnknown => "This application contains something that we do not know: {limit}.",
        Rule::FormatUnknown => "Reload the page. Known format: {limit}.",
        Rule::IdShape | Rule::TimeShape => "Reload the page and send again.",
    }
}
