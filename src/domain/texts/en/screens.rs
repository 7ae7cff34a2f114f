//! The words of each screen and step, in English.

use super::super::ScreenText;
use super::welcome::WELCOME;
use crate::domain::journey::{Screen as S, Step};

pub(super) const fn screen(screen: S) -> &'static ScreenText {
    match screen {
        S::Welcome => &ScreenText { title: WELCOME.title, intro: WELCOME.intro, more: "", more_text: "" },
        S::Open => &ScreenText {
            title: "Open an application",
            intro: "The file stays in this browser.",
            more: "",
            more_text: "",
        },
        S::OrganisationKind => &ScreenText {
            title: "Your organisation",
            intro: "Where you can log in depends on this.",
            more: "I have no KVK number",
            more_text: "For example a foreign company. With a tax reference number you can log in to the Tax Administration only, at level EH3.",
        },
        S::Services => &ScreenText {
            title: "What do you need eHerkenning for?",
            intro: "What you do not choose here, you cannot use later. Your choice decides the level.",
            more: "What is a good choice?",
            more_text: "One service too few? You cannot log in there.\nLevel too low? You will have to apply and pay again.",
        },
        S::User => &ScreenText {
            title: "Who will log in?",
            intro: "Only this person may use the login tool.",
            more: "",
            more_text: "",
        },
        S::Representatives => &ScreenText {
            title: "Who may sign?",
            intro: "Copy what the KVK extract says.",
            more: "Where do I find the authority?",
            more_text: "With each name on the extract. Otherwise in your registration, deed, articles, minutes or mandate decision.\nSolely authorised (alleen/zelfstandig): signs alone.\nJointly authorised (gezamenlijk): signs with others. Enter all of them.\nLimited authority (beperkt): may not do everything. Enter the others too.",
        },
        S::Role => &ScreenText { title: "Your role in the organisation", intro: "", more: "", more_text: "" },
        S::Organisation => &ScreenText {
            title: "Details of the organisation",
            intro: "Enter the details as they are registered. Differences delay your application.",
            more: "",
            more_text: "",
        },
        S::PersonalData => &ScreenText {
            title: "Your details",
            intro: "Copy name and birth exactly from your identity document. If anything differs, the identification stops.",
            more: "",
            more_text: "",
        },
        S::IdentityDocument => &ScreenText {
            title: "Your identity document",
            intro: "It must still be valid for at least {months}. Use the same document for the identification.",
            more: "",
            more_text: "",
        },
        S::RepresentativeContact => &ScreenText {
            title: "How do we reach the representatives?",
            intro: "Enter their own details, not yours. We ask for their consent.",
            more: "",
            more_text: "",
        },
        S::Documents => &ScreenText {
            title: "Add documents",
            intro: "A sharp photo or scan is fine.",
            more: "Why cover details?",
            more_text: "We may not ask for your BSN (citizen service number). We do not need other details, such as your photo and nationality.\nYou cover them here, before anything is sent.",
        },
        S::Contract => &ScreenText {
            title: "Your login tool",
            intro: "Prices exclude VAT.",
            more: "When should I choose a higher level?",
            more_text: "If you will need it later. That would mean another check and more costs.",
        },
        S::Payment => {
            &ScreenText { title: "Price and payment", intro: "You pay nothing yet.", more: "", more_text: "" }
        }
        S::Check => &ScreenText {
            title: "Check your application",
            intro: "Compare everything with your papers.",
            more: "",
            more_text: "",
        },
        S::Sign => &ScreenText { title: "Sign and send", intro: "", more: "", more_text: "" },
        S::HandOver => &ScreenText {
            title: "Save or pass on",
            intro: "You get a protected file. Only the passphrase opens it.",
            more: "",
            more_text: "",
        },
        S::Sent => &ScreenText {
            title: "Your application has been sent",
            intro: "Keep your reference.",
            more: "",
            more_text: "",
        },
    }
}

pub(super) fn step(step: Step) -> &'static str {
    match step {
        Step::Welcome => "Welcome",
        Step::Purpose => "What for",
        Step::Who => "Who",
        Step::Data => "Details",
        Step::Start => "Application",
        Step::Check => "Check",
        Step::Sent => "Sent",
    }
}
