//! The screens of the wizard and the step that each belongs to.

use super::codes::codes;

codes! {
    /// One screen. Its code is used in `data-screen` and in saved drafts.
    pub enum Screen {
        /// What the applicant will need, how long it takes, what it costs.
        Welcome = "welcome",
        /// Opening the file of an application that was saved or handed over; before the first step.
        Open = "open",
        /// 1: KvK number, or fiscal number only.
        OrganisationKind = "organisation-kind",
        /// 1: authorisation, services or level.
        Services = "services",
        /// 2: the user, and whether they are a representative.
        User = "user",
        /// 2: the representatives, as on the extract.
        Representatives = "representatives",
        /// 2: what the user is in the organisation: employed, authorisations manager.
        Role = "role",
        /// 3: name, legal form, address and branch of the organisation.
        Organisation = "organisation",
        /// 3: the user as on the identity document, with their own e-mail address and mobile number.
        PersonalData = "personal-data",
        /// 3: the user's identity document.
        IdentityDocument = "identity-document",
        /// 3: e-mail addresses and mobile numbers of the other representatives.
        RepresentativeContact = "representative-contact",
        /// 3: who provides the KvK extract, and the documents as a personal checklist.
        Documents = "documents",
        /// 4: the level, which may be raised; term, means, urgency and identification.
        Contract = "contract",
        /// 4: payment and the full price.
        Payment = "payment",
        /// 5: everything on one page.
        Check = "check",
        /// 5: consent, signing, sending.
        Sign = "sign",
        /// Saving the application as a file, to hand over or to go on with later.
        HandOver = "hand-over",
        /// After sending: reference and what happens next.
        Sent = "sent",
    }
}

codes! {
    /// One of the five numbered steps, or what comes before and after them.
    pub enum Step {
        /// Before the first step.
        Welcome = "welcome",
        /// 1 What for (*Waarvoor*).
        Purpose = "purpose",
        /// 2 Who (*Wie*).
        Who = "who",
        /// 3 Data (*Gegevens*).
        Data = "data",
        /// 4 Start (*Aanvraag*).
        Start = "start",
        /// 5 Check (*Controle*).
        Check = "check",
        /// After sending.
        Sent = "sent",
    }
}

impl Step {
    /// The number of numbered steps.
    pub const COUNT: usize = 5;

    /// The numbered steps, in order.
    pub const NUMBERED: [Self; Self::COUNT] = [Self::Purpose, Self::Who, Self::Data, Self::Start, Self::Check];

    /// The number of the step, from 1 to 5; `None` before and after.
    pub fn number(self) -> Option<usize> {
        Self::NUMBERED.iter().position(|step| *step == self).map(|index| index + 1)
    }

    /// The value of `data-step`: the number, `welcome` or `sent`.
    pub fn label(self) -> String {
        self.number().map_or_else(|| self.code().to_owned(), |number| number.to_string())
    }
}

impl Screen {
    /// The step of the screen.
    pub const fn step(self) -> Step {
        match self {
            Self::Welcome | Self::Open => Step::Welcome,
            Self::OrganisationKind | Self::Services => Step::Purpose,
            Self::User | Self::Representatives | Self::Role => Step::Who,
            Self::Organisation
            | Self::PersonalData
            | Self::IdentityDocument
            | Self::RepresentativeContact
            | Self::Documents => Step::Data,
            Self::Contract | Self::Payment => Step::Start,
            Self::Check | Self::Sign | Self::HandOver => Step::Check,
            Self::Sent => Step::Sent,
        }
    }
}

/// Where the host page can take the applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// To the first screen of a step.
    Step(Step),
    /// To this screen.
    Screen(Screen),
}

impl Destination {
    /// Reads the number of a step, the code of a step, or the code of a screen.
    pub fn parse(text: &str) -> Option<Self> {
        let number = text.parse::<usize>().ok();
        let numbered = number.and_then(|number| Step::NUMBERED.get(number.checked_sub(1)?).copied());
        let step = numbered.or_else(|| Step::from_code(text));
        step.map(Self::Step).or_else(|| Screen::from_code(text).map(Self::Screen))
    }
}
