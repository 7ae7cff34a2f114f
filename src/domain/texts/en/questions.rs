//! The words around each question, in English.

use super::super::words::question_text;
use crate::domain::journey::Addressee;
use crate::domain::rules::Question as Q;
use crate::domain::scheme::LegalForm;

/// The words around a question; where they depend on the addressee, the arm without a condition is the usual one.
pub(super) fn question(question: Q, to: Addressee<'_>) -> &'static str {
    match question {
        Q::IdentifierKind => question_text! {
            label: "Does your organisation have a KVK number?",
            hint: "From the Dutch Trade Register.",
            required: "Choose whether your organisation has a KVK number.",
            short: "Kind of organisation",
        },
        Q::OrganisationNumber if to.is_fiscal() => question_text! {
            label: "Tax reference number",
            hint: "9 digits. It is on the letter from the Tax Administration.",
            required: "Enter your tax reference number: 9 digits.",
            short: "Tax reference number",
        },
        Q::OrganisationNumber => question_text! {
            label: "KVK number",
            hint: "8 digits, for example 69599084.",
            required: "Enter your KVK number: 8 digits.",
            short: "KVK number",
        },
        Q::AuthorisationKind => question_text! {
            label: "Where do you need to log in?",
            hint: "",
            required: "Choose where you need to log in.",
            short: "Authorisation",
        },
        Q::Services => question_text! {
            label: "Which services do you need?",
            hint: "For example loonheffing (payroll taxes) or UWV.",
            required: "Search and choose at least one service.",
            short: "Services",
        },
        Q::Providers => question_text! {
            label: "From which providers do you need all services?",
            hint: "For example loonheffing (payroll taxes) or UWV.",
            required: "Search and choose at least one provider.",
            short: "Providers",
        },
        Q::DescribedServices => question_text! {
            label: "Which services do you need, and from whom?",
            hint: "For example: payroll taxes at the Tax Administration.",
            required: "Name the services you need, and who offers them.",
            short: "Services",
        },
        Q::Level => question_text! {
            label: "Which level of assurance do you want?",
            hint: "",
            required: "Choose a level of assurance.",
            short: "Level of assurance",
        },
        Q::UserIsApplicant => question_text! {
            label: "Will you log in with this login tool yourself?",
            hint: "",
            required: "Choose whether you will log in yourself.",
            short: "You are the user",
        },
        Q::Representatives => question_text! {
            label: "Authorised representatives",
            hint: "The people who may sign for the organisation.",
            required: "Add at least one authorised representative.",
            short: "Authorised representatives",
        },
        Q::RepresentativeIsUser if to.is_fiscal() => question_text! {
            label: "May you sign for the organisation yourself?",
            hint: "It is in your registration, deed or articles.",
            required: "Choose whether you are a representative yourself.",
            short: "You are a representative",
        },
        Q::RepresentativeIsUser => question_text! {
            label: "May you sign for the organisation yourself?",
            hint: "It is in the KVK extract or in a mandate decision.",
            required: "Choose whether you are a representative yourself.",
            short: "You are a representative",
        },
        Q::RepresentativeGivenNames => question_text! {
            label: "First names",
            hint: "All first names on the identity document.",
            required: "Enter all first names of the representative, or a hyphen if there are none.",
            short: "First names",
        },
        Q::RepresentativePrefix => question_text! {
            label: "Surname prefix",
            hint: "For example van der.",
            required: "Enter the surname prefix, for example van der.",
            short: "Surname prefix",
        },
        Q::RepresentativeSurname => question_text! {
            label: "Surname",
            hint: "",
            required: "Enter the surname of the representative, or a hyphen if there is none.",
            short: "Surname",
        },
        Q::RepresentativeIsNamesake => question_text! {
            label: "Is this another person than the one with the same name?",
            hint: "For example father and son.",
            required: "Choose whether this is another person.",
            short: "Another person",
        },
        Q::RepresentativeCapacity => {
            question_text! { label: "Position", hint: "", required: "Choose the position.", short: "Position" }
        }
        Q::RepresentativeAuthority => {
            question_text! { label: "Authority", hint: "See the registration, articles or mandate decision.", required: "Choose the authority.", short: "Authority" }
        }
        Q::RepresentativeSigns => {
            question_text! { label: "Signs", hint: "", required: "Tick who signs.", short: "Signs" }
        }
        Q::FewerSuffice => question_text! {
            label: "Are fewer signatures enough?",
            hint: "Only if the articles say so, or a power of attorney for eHerkenning.",
            required: "Choose whether fewer signatures are enough.",
            short: "Fewer signatories",
        },
        Q::RepresentedByCompany => question_text! {
            label: "Is one of the directors or partners a company?",
            hint: "For example a holding BV.",
            required: "Choose whether one of the directors or partners is a company.",
            short: "Director or partner is a company",
        },
        Q::ParentCompanies => question_text! {
            label: "Which companies are above it?",
            hint: "One per line. The representative signs for the last, the highest.",
            required: "Enter the names of the companies, one per line.",
            short: "Parent companies",
        },
        Q::UserEmployed => question_text! {
            label: "Do you work for this organisation?",
            hint: "",
            required: "Choose whether you work for this organisation.",
            short: "Works for the organisation",
        },
        Q::AuthorisationsManager => question_text! {
            label: "Do you want to become authorisations manager?",
            hint: "You then add services and colleagues yourself, without a new signature. It costs nothing.",
            required: "Choose whether you want to become authorisations manager.",
            short: "Authorisations manager",
        },
        Q::OrganisationName => question_text! {
            label: "Name of the organisation",
            hint: "",
            required: "Enter the name of the organisation.",
            short: "Organisation name",
        },
        Q::LegalForm if to.is_fiscal() => question_text! {
            label: "Legal form",
            hint: "It is in your deed or articles.",
            required: "Choose the legal form.",
            short: "Legal form",
        },
        Q::LegalForm => question_text! {
            label: "Legal form",
            hint: "",
            required: "Choose the legal form.",
            short: "Legal form",
        },
        Q::Street if to.is_fiscal() => question_text! {
            label: "Street",
            hint: "Of the visiting address.",
            required: "Enter the street, for example Dorpsstraat.",
            short: "Street",
        },
        Q::Street => question_text! {
            label: "Street",
            hint: "Of the visiting address, or a PO box. Is the address shielded or abroad? You may leave it empty.",
            required: "Enter the street, or leave the whole address empty.",
            short: "Street",
        },
        Q::HouseNumber if !matches!(to.country, "" | "NL") => question_text! {
            label: "House number and addition",
            hint: "May be left empty.",
            required: "Enter the house number, for example 3 A.",
            short: "House number",
        },
        Q::HouseNumber => question_text! {
            label: "House number and addition",
            hint: "For example 3 A.",
            required: "Enter the house number, for example 3 A.",
            short: "House number",
        },
        Q::PostalCode if !matches!(to.country, "" | "NL") => question_text! {
            label: "Postcode",
            hint: "May be left empty.",
            required: "Enter the postcode, for example 8823 SJ.",
            short: "Postcode",
        },
        Q::PostalCode => question_text! {
            label: "Postcode",
            hint: "For example 8823 SJ.",
            required: "Enter the postcode, for example 8823 SJ.",
            short: "Postcode",
        },
        Q::City => question_text! {
            label: "Town or city",
            hint: "",
            required: "Enter the town or city, for example Lollum.",
            short: "Town or city",
        },
        Q::Country => question_text! {
            label: "Country",
            hint: "",
            required: "Choose the country of the organisation.",
            short: "Country",
        },
        Q::RestrictedToBranch => question_text! {
            label: "Is the login tool for one branch only?",
            hint: "Usually not: UWV and the Tax Administration refuse that.",
            required: "Choose whether the login tool is for one branch only.",
            short: "One branch only",
        },
        Q::BranchNumber => question_text! {
            label: "Branch number",
            hint: "12 digits, for example 000037178598. It is on the extract.",
            required: "Enter the branch number: 12 digits.",
            short: "Branch number",
        },
        Q::FetchedAt | Q::FetchedFrom => question_text! {
            label: "Source of the details",
            hint: "",
            required: "Look up the details of the organisation again.",
            short: "Source of the details",
        },
        Q::GivenNames => question_text! {
            label: "First names",
            hint: "All of them, not the name people call you.",
            required: "Enter all your first names, as on your identity document. No first names? Enter a hyphen.",
            short: "First names",
        },
        Q::Prefix => question_text! {
            label: "Surname prefix",
            hint: "For example van der.",
            required: "Enter your surname prefix, for example van der.",
            short: "Surname prefix",
        },
        Q::Surname => question_text! {
            label: "Surname",
            hint: "Your name at birth.",
            required: "Enter your surname, as on your identity document. No surname? Enter a hyphen.",
            short: "Surname",
        },
        Q::BirthDate => question_text! {
            label: "Date of birth",
            hint: "For example 28 2 1990.",
            required: "Enter your date of birth: day, month and year.",
            short: "Date of birth",
        },
        Q::BirthPlace => question_text! {
            label: "Place of birth",
            hint: "",
            required: "Enter your place of birth, as on your identity document.",
            short: "Place of birth",
        },
        Q::Email => question_text! {
            label: "Your own email address",
            hint: "Not an address you share, such as info@.",
            required: "Enter your own email address, for example name@example.nl.",
            short: "Email address",
        },
        Q::Mobile => question_text! {
            label: "Your own mobile number",
            hint: "For example 06 12345678. You will get a code on it.",
            required: "Enter your own mobile number, for example 06 12345678.",
            short: "Mobile number",
        },
        Q::IdentityDocumentKind => question_text! {
            label: "Which identity document do you use?",
            hint: "",
            required: "Choose your identity document.",
            short: "Identity document",
        },
        Q::IdentityDocumentCountry => question_text! {
            label: "Country of issue",
            hint: "",
            required: "Choose the country that issued your identity document.",
            short: "Country of issue",
        },
        Q::IdentityDocumentNumber => question_text! {
            label: "Document number",
            hint: "Not your BSN. On a Dutch passport it is at the top right.",
            required: "Enter the document number. It is on your identity document.",
            short: "Document number",
        },
        Q::IdentityDocumentExpiresOn => question_text! {
            label: "Date of expiry",
            hint: "",
            required: "Enter the date of expiry: day, month and year. No date of expiry? Enter 31 12 9999.",
            short: "Date of expiry",
        },
        Q::RepresentativeEmail => question_text! {
            label: "Email address",
            hint: "",
            required: "Enter the representative's own email address.",
            short: "Email address",
        },
        Q::RepresentativeMobile => question_text! {
            label: "Mobile number",
            hint: "For example 06 12345678.",
            required: "Enter the representative's own mobile number.",
            short: "Mobile number",
        },
        Q::ExtractSource => question_text! {
            label: "Who provides the KVK extract?",
            hint: "Prices exclude VAT.",
            required: "Choose who provides the KVK extract.",
            short: "KVK extract",
        },
        Q::ExtractIssuedOn => question_text! {
            label: "Date of the extract",
            hint: "At most {days} days old.",
            required: "Enter the date stated on the extract.",
            short: "Date of extract",
        },
        Q::UserIdCopy => question_text! {
            label: "Copy of your identity document",
            hint: "After that you cover some details.",
            required: "Add a copy of your identity document.",
            short: "Copy of your identity document",
        },
        Q::RepresentativeIdCopy => question_text! {
            label: "Identity document of the representative",
            hint: "After that you cover some details.",
            required: "Add a copy of this representative's identity document.",
            short: "Copy of identity document",
        },
        Q::KvkExtract => question_text! {
            label: "KVK extract",
            hint: "Preferably the original PDF file from KVK: a photo proves less.",
            required: "Add the KVK extract. You can buy it from KVK.",
            short: "KVK extract",
        },
        Q::ParentExtract => question_text! {
            label: "KVK extract of the parent company",
            hint: "Are there several companies above each other? Add an extract of each, as a file of its own.",
            required: "Add the extract of the parent company.",
            short: "Extract of parent company",
        },
        Q::Articles => question_text! {
            label: "Articles of association",
            hint: "The part about who may sign matters most.",
            required: "Add the articles of association that state who may sign.",
            short: "Articles of association",
        },
        Q::AuthorityEvidence if to.legal_form == Some(LegalForm::PublicBody) => question_text! {
            label: "Mandate decision and personal statement",
            hint: "They show who may sign. That person writes the statement.",
            required: "Add the mandate decision and the personal statement.",
            short: "Mandate decision",
        },
        Q::AuthorityEvidence if to.legal_form == Some(LegalForm::ReligiousOrganisation) => question_text! {
            label: "Minutes of the appointment",
            hint: "They show who may sign. From EH3 on, you also add a statement.",
            required: "Add the minutes that show who may sign.",
            short: "Minutes",
        },
        Q::AuthorityEvidence => question_text! {
            label: "Other proof of authority",
            hint: "The court order or decision of the appointment, or the power of attorney that names eHerkenning.",
            required: "Add proof of who may sign.",
            short: "Proof of authority",
        },
        Q::TaxLetter => question_text! {
            label: "Letter from the Tax Administration",
            hint: "With your tax reference number on it.",
            required: "Add the letter from the Tax Administration with your tax reference number.",
            short: "Tax Administration letter",
        },
        Q::ForeignRegistration => question_text! {
            label: "Foreign registration, deed or articles",
            hint: "It shows who may sign.",
            required: "Add the foreign registration, deed or articles.",
            short: "Foreign registration",
        },
        Q::RegistrationForm => question_text! {
            label: "Signed registration form",
            hint: "All pages, with all signatures.",
            required: "Add the signed registration form.",
            short: "Registration form",
        },
        Q::SignatureDrawing => question_text! {
            label: "Drawn signature",
            hint: "With finger, pen or mouse.",
            required: "Draw your signature, or type your name.",
            short: "Signature",
        },
        Q::TermYears => question_text! {
            label: "How long should it be valid?",
            hint: "",
            required: "Choose a term.",
            short: "Term",
        },
        Q::Means => question_text! {
            label: "How do you want to log in?",
            hint: "",
            required: "Choose how you want to log in.",
            short: "Way of logging in",
        },
        Q::Urgent => question_text! {
            label: "Is it urgent?",
            hint: "Only if everything is complete.",
            required: "Choose whether it is urgent.",
            short: "Urgent",
        },
        Q::IdentificationMethod => question_text! {
            label: "How do you want to be identified?",
            hint: "You do this after sending.",
            required: "Choose how you want to be identified.",
            short: "Identification",
        },
        Q::PaymentMethod => question_text! {
            label: "How do you want to pay?",
            hint: "",
            required: "Choose how you want to pay.",
            short: "Payment method",
        },
        Q::InvoiceEmail => question_text! {
            label: "Email address for the invoice",
            hint: "Otherwise your own email address.",
            required: "Enter an email address for the invoice.",
            short: "Invoice email address",
        },
        Q::InvoiceReference => question_text! {
            label: "Your reference on the invoice",
            hint: "For example a purchase number.",
            required: "Enter your reference for the invoice.",
            short: "Invoice reference",
        },
        Q::Price => question_text! {
            label: "Price",
            hint: "",
            required: "First choose a term and how you are identified. Then the price is known.",
            short: "Price",
        },
        Q::SigningMethod => question_text! {
            label: "How will it be signed?",
            hint: "",
            required: "Choose how it will be signed.",
            short: "Signing",
        },
        Q::FormRoute => question_text! {
            label: "How will you send the signed form?",
            hint: "",
            required: "Choose how you will send the form.",
            short: "Sending the form",
        },
        Q::Signature => question_text! {
            label: "Signature",
            hint: "",
            required: "Ask this representative to sign.",
            short: "Signature",
        },
        Q::TypedName => question_text! {
            label: "Or type the name",
            hint: "First name and surname.",
            required: "Type the name of the person who signs, or draw the signature.",
            short: "Typed name",
        },
        Q::ConsentTerms => question_text! {
            label: "I agree to the terms of use",
            hint: "They also say: report loss or misuse at once.",
            required: "Read the terms of use and tick that you agree.",
            short: "Terms of use",
        },
        Q::ConsentPrivacy => question_text! {
            label: "I have read the privacy statement",
            hint: "",
            required: "Read the privacy statement and tick that you have.",
            short: "Privacy statement",
        },
        Q::Documents => question_text! {
            label: "Documents",
            hint: "",
            required: "Add the documents on your list.",
            short: "Documents",
        },
        Q::Format => question_text! {
            label: "Format of the application",
            hint: "",
            required: "Reload the page and send the application again.",
            short: "Format",
        },
        Q::Id => question_text! {
            label: "Number of the application",
            hint: "",
            required: "Reload the page and send the application again.",
            short: "Application number",
        },
        Q::PreparedAt => question_text! {
            label: "Time of the application",
            hint: "",
            required: "Reload the page and send the application again.",
            short: "Time",
        },
        Q::Partner => question_text! {
            label: "Website where you started",
            hint: "",
            required: "Start again on the website where you found this application.",
            short: "Website",
        },
    }
}
