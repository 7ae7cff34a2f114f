//! Buttons, messages and all other sentences, in English.

use super::super::Phrase as P;

pub(super) const fn phrase(phrase: P) -> &'static str {
    match phrase {
        P::BeginAnother => "Start another application",
        P::ReturnTo => "Back to {site}",
        P::Next => "Next",
        P::Back => "Back",
        P::Save => "Save and return to check",
        P::Sign => "I agree, continue to signing",
        P::Send => "Send application",
        P::Retry => "Try again",
        P::Stop => "Stop",
        P::Change => "Change",
        P::ChangeNamed => "Change {what}",
        P::AddRepresentative => "Add another representative",
        P::RemoveRepresentative => "Remove representative {n}",
        P::Representative => "Representative {n}",
        P::Yourself => "Yourself",
        P::You => "You",
        P::And => "and",
        P::Name => "Name",
        P::Address => "Address",
        P::Born => "Born",
        P::Contact => "Contact",
        P::Yours => "Your {what}",
        P::StepOf => "Step {n} of {total}",
        P::Progress => "Progress",
        P::StepDone => "done",
        P::ErrorSummary => "Something is not right yet",
        P::Error => "Error",
        P::Optional => "(optional)",
        P::Choose => "Choose",
        P::Day => "Day",
        P::Month => "Month",
        P::Year => "Year",
        P::NewQuestions => "Because of your answer there are new questions in: {steps}.",
        P::NotAnswered => "Not filled in",
        P::Saved => "Saved until you close this tab",
        P::NotSaved => "Your answers could not be saved. Do not reload or close this page, or you will lose them.",
        P::Restored => "Your earlier answers are back.",
        P::Wipe => "Erase all answers",
        P::WipeConfirm => "Do you want to erase all answers and documents? This cannot be undone.",
        P::WipeSentConfirm => {
            "Your application was sent once and may still arrive. Do you want to erase all answers and documents? This cannot be undone."
        }
        P::Expired => "Your answers were more than seven days old and have been erased.",
        P::ResetRefused => "Nothing was erased. First it must be clear whether your application arrived.",
        P::EarlierArrived => "Your earlier application arrived after all. Its reference is {reference}.",
        P::SetAside => {
            "What you filled in before cannot be read. It was set aside and is not overwritten. You can save it as a file."
        }
        P::NotReadable => {
            "We cannot read now what you filled in before. It was not erased. Reload this page before you begin."
        }
        P::Gone => {
            "What you filled in before is no longer on this device. Your browser removed it, or it was more than seven days old."
        }
        P::Reloaded => {
            "The page was reloaded while you chose a photo or file. If it happens again, take the photo with the camera app and choose it here."
        }
        P::Cancel => "Cancel",
        P::KeepOnDevice => "Save on this device",
        P::KeepOnDeviceConfirm => {
            "You can then continue on this website until {date}, even if you close this tab. Anyone who uses this device can see your answers. Do not do this on a shared computer."
        }
        P::KeepDocuments => "Save the documents too",
        P::SavedOnDevice => "Saved on this device until {date}",
        P::NotOnDevice => "Saved, but in this tab only",
        P::ForgetDevice => "Stop saving on this device",
        P::OpenElsewhere => "Your saved application is open in another tab. What you fill in here is not added to it.",
        P::WorkedOnElsewhere => "Another tab works on this application. Nothing changes here any more.",
        P::TakeOver => "Continue that application here",
        P::TakeOverConfirm => "What you filled in in this tab is then erased. This cannot be undone.",
        P::YourApplication => "Your application",
        P::SearchLabel => "Search for a service or provider",
        P::SearchHintFiscal => "For example VAT.",
        P::OptionOf => "{label}, {n} of {total}",
        P::SearchResults => "Results: {n}",
        P::SearchMore => "{shown} of {n}. Type more.",
        P::SearchNothing => {
            "Nothing found. Try another word or the name of the provider. Not in the list? Then choose all services above."
        }
        P::AllServicesOf => "All services of {provider}",
        P::Chosen => "Your choice",
        P::Remove => "Remove",
        P::RemoveNamed => "Remove {name}",
        P::Added => "{name} added",
        P::Removed => "{name} removed",
        P::LevelNeeded => "You need level {level} for {services}.",
        P::LevelPrice => "Price, excluding VAT",
        P::LevelHigher => "With {level} you can also log in to {n} services that require a higher level.",
        P::LevelOpens => "Opens {n} of {total} services. Price excluding VAT.",
        P::WarnLevelEnded => {
            "This service still states level {level}. That level is no longer issued; you get a higher one."
        }
        P::WarnStrictest => "Only {service} requires {level}. Not needed? Choose separate services: {lower}.",
        P::WarnRefusesBranch => "Does not work with a login tool for one branch.",
        P::WarnBsn => {
            "Are you a sole proprietor? The supplier will ask for your BSN separately later. Never enter it here."
        }
        P::LookUp => "Look up the details",
        P::LookUpHint => "Then you have less to fill in. The KVK number goes to {host}.",
        P::LookUpBusy => "Looking up the details",
        P::LookUpFound => "Found in the Trade Register: {organisation}.",
        P::LookUpShielded => "The address is shielded.",
        P::LookUpEnded => "Please note: this organisation was deregistered. You cannot get eHerkenning for it.",
        P::LookUpWrong => "This is wrong, I will fill it in myself",
        P::LookUpNone => "This number is not in the Trade Register. Is it correct?",
        P::LookUpFailed => "The details cannot be looked up now. Just continue: you will fill them in yourself later.",
        P::CatalogueFailed => {
            "The list of services cannot be loaded. You can still continue: choose the level and name the services yourself."
        }
        P::CatalogueUnofficial => "An example list: ask the provider which level you need.",
        P::CatalogueLoading => "Loading the list of services",
        P::RepresentativesFiscal => "Copy what your registration, deed or articles say.",
        P::MustSign => "Who must sign",
        P::MustSignSole => "Signatory: {names}. One signature is enough.",
        P::MustSignYourself => "You sign yourself. Your signature is enough.",
        P::MustSignJoint => "{names} sign together: the authority is joint.",
        P::MustSignTogether => "{names} sign together: the authority is joint or limited.",
        P::MustSignLimited => "{names} sign together: the authority is limited.",
        P::ChooseSignatories => "Not everyone needs to sign. Tick at least {n} people who do.",
        P::OwnerRegisters => {
            "In a sole proprietorship, the owner needs a login tool too at this level, with an application and a price of its own."
        }
        P::MustSignArticles => {
            "The representatives you entered sign. The articles or the power of attorney must show that this is enough."
        }
        P::MustSignInsufficient => {
            "{level} is not possible with this authority. Add someone who is solely or jointly authorised."
        }
        P::MustSignUnknown => "We will know once everyone's authority is filled in.",
        P::ManagerAutomatic => "You also become authorisations manager automatically.",
        P::ChooseFile => "Choose a file",
        P::AnotherFile => "Another file",
        P::TakePhoto => "Take a photo",
        P::DropHere => "or drag a file here",
        P::FileLimits => "{types}, at most {size} per file",
        P::FileAdded => "{name}, {size}, added",
        P::FileChecking => "Checking {name}",
        P::PageOf => "page {n} of {total}",
        P::PreviewOf => "Preview of {name}",
        P::Replace => "Replace",
        P::ReplaceNamed => "Replace {name}",
        P::MoveUp => "Move up",
        P::MoveUpNamed => "Move up: {name}",
        P::FlawBlurred => "This photo seems blurred. If you cannot read everything, take a new photo.",
        P::FlawDark => "This photo is dark. If you cannot read everything, take a new photo with more light.",
        P::FlawGlare => {
            "There is a bright spot in this photo. If you cannot read everything there, take a new photo without a lamp or flash on it."
        }
        P::MorePages => "{n} more after this. No identity document on this page? Choose Cancel.",
        P::FlawPagesLeftOut => {
            "Not all pages were opened. Is your document on a later page? Save that page as its own file."
        }
        P::FlawMissingFonts => {
            "Text may be missing, because this PDF does not contain all its fonts. A photo is better."
        }
        P::FlawFewPixels => {
            "This photo is small. If you cannot read the small print, move closer and take a new photo."
        }
        P::IdCopyOf => "Copy of the identity document of {name}",
        P::IdCopyMissing => "Add a copy of the identity document of {name}.",
        P::NoDocuments => "You do not need to add documents.",
        P::PriceTitle => "Price",
        P::PriceMeans => "{means} {level}, {years}-year term",
        P::PriceIdentification => "Identification",
        P::PriceUrgent => "Urgent application",
        P::PriceExtract => "Fetching the KVK extract",
        P::PriceAuthorisations => "Extra authorisations",
        P::PriceVat => "VAT {percent}%",
        P::PriceBetween => "{least} to {most}",
        P::PriceTotal => "Total including VAT",
        P::PriceUnknown => "Choose a term to see the price.",
        P::CheckProblems => "Still to do",
        P::CheckComplete => "Everything is filled in.",
        P::SignHere => "Signature: {name}",
        P::YourSignature => "Your signature",
        P::SignDraw => "Draw your signature",
        P::SignClear => "Clear signature",
        P::SignDrawn => "The signature has been drawn.",
        P::PenExplain => "Print the form and let everyone sign with a pen, preferably blue.",
        P::PrintForm => "Print form",
        P::TermsLink => "Read the terms of use",
        P::PrivacyLink => "Read the privacy statement",
        P::SendingTitle => "Sending your application",
        P::BackToSigning => "Back to signing",
        P::SendPreparing => "Your application is being prepared.",
        P::StoreSlow => {
            "Saving your application takes long. Wait a little, or send without saving. Keep this page open then: once you close it, nobody can tell whether your application arrived."
        }
        P::StoreFailed => {
            "Your application cannot be saved. You can send without saving. Keep this page open then: once you close it, nobody can tell whether your application arrived."
        }
        P::SendUnstored => "Send without saving",
        P::SendSending => "Sending: {size}",
        P::SendRetrying => "We will try again in {seconds} seconds: attempt {n}.",
        P::SendOffline => "You are offline. We will continue when you are back online. Keep this page open.",
        P::SendBusy => "Your application is still being processed. We will check again shortly.",
        P::SendAsking => "We are checking whether your application arrived.",
        P::SendUnknown => {
            "We do not know whether your application arrived. Check again: your application will not be processed twice. Your answers are still here."
        }
        P::SendOutcomeNeeded => {
            "We do not know yet whether your application arrived. You can change it once that is clear. Check again later."
        }
        P::SendRefused => "You cannot send your application here now. Your answers are still here. Contact us.",
        P::SendConflict => "We already received another version of this application. Contact us before you send again.",
        P::SendNumber => "If you contact us, mention this number: {number}",
        P::SendIssues => "The supplier has some remarks. Correct these and send again.",
        P::SendTooLarge => "A file is too large or of a kind that is not accepted. Replace it and send again.",
        P::SendGaveUp => "Your application was not sent. Your answers are still here. Try again later.",
        P::SendNotTaken => {
            "The supplier has not accepted your application yet. Your answers are still here. Try again later."
        }
        P::SendStranger => {
            "The response probably came from the network, not from us. You may have to sign in to the Wi-Fi."
        }
        P::SendComeBack => "Try again in {minutes} minutes.",
        P::SendComeBackHours => "Try again in {hours} hours.",
        P::SendMissingFiles => {
            "These files are no longer on this device. Add exactly the same files, and sending continues. If you cannot, go back and add your documents again."
        }
        P::OtherFile => "This is a different file. Choose exactly the same file as before.",
        P::StartAgain => "Begin again with these answers",
        P::StartAgainConfirm => {
            "Your first application may have arrived. If you begin again, the supplier may get two applications. Your answers stay."
        }
        P::SaveFile => "Save application as a file",
        P::AskAgain => "Check whether your application arrived",
        P::ReceivedChanged => {
            "Your application was received as you sent it before. What you changed after that is not in it."
        }
        P::Reference => "Your reference",
        P::Copy => "Copy",
        P::Copied => "Copied",
        P::Print => "Print or save",
        P::NextSteps => "What happens now?",
        P::NextCheck => "We check your application. If it is complete, this takes at most {days} working days.",
        P::NextConfirm => "Confirm your email address and mobile number. You get an email and a text message.",
        P::NextVisit => "You get a message to make an appointment. Have your original identity document ready.",
        P::NextApp => "You get a link to the app. Have your original identity document ready.",
        P::NextCopy => "We identify you with the copy. You do not need to do anything for that.",
        P::NextPost => {
            "Send the signed form to: {address}. Your application waits for it. Not printed yet? You can do that below."
        }
        P::NextEveryone => {
            "At {level} the representative and the authorisations manager are identified too. We will contact you."
        }
        P::NextIssue => "After approval you get a message on how to activate your login tool ({means}).",
        P::NextInvoice => "You get an invoice.",
        P::NextIdeal => "You get a payment request for iDEAL.",
        P::NextCard => "You get a payment request for your credit card.",
        P::NextErased => "Your answers have been erased from this device.",
        P::AlreadySent => "This application has already been sent in this tab.",
        P::FormTitle => "eHerkenning registration form",
        P::FormDeclaration => {
            "I may represent the organisation. The details are correct. The user may log in to the services named, for the organisation."
        }
        P::FormUser => "User",
        P::FormSignature => "Signature",
        P::FormDate => "Date and place",
        P::FormPost => "Send this form with original signatures to: {address}",
    }
}
