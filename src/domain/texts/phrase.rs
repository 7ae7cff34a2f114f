//! The sentences that belong to no question, screen or option.

macro_rules! phrases {
    ($(#[$meta:meta])* pub enum Phrase { $( $(#[$doc:meta])* $variant:ident ),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Phrase { $( $(#[$doc])* $variant ),+ }

        impl Phrase {
            /// Every phrase, in order.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];
        }
    };
}

phrases! {
    /// A sentence, or the words on a button. `{…}` stands for what is filled in.
    pub enum Phrase {
        // Buttons and frame
        /// Button: another application, after one was sent.
        BeginAnother,
        /// Link to the page that the applicant came from: "Terug naar {site}"
        ReturnTo,
        /// "Volgende"
        Next,
        /// "Terug"
        Back,
        /// Back to the check page after a change: "Opslaan en terug naar controle"
        Save,
        /// From the check page to signing: "Akkoord, naar ondertekenen"
        Sign,
        /// "Aanvraag versturen"
        Send,
        /// "Opnieuw proberen"
        Retry,
        /// Stops a running retry: "Stoppen"
        Stop,
        /// "Wijzig"
        Change,
        /// "Wijzig {what}"
        ChangeNamed,
        /// Adds a representative
        AddRepresentative,
        /// "Verwijder vertegenwoordiger {n}"
        RemoveRepresentative,
        /// "Vertegenwoordiger {n}"
        Representative,
        /// The user as a representative, among others: "uzelf"
        Yourself,
        /// What is asked of the user as a representative: "Uw {what}"
        Yours,
        /// "Stap {n} van {total}"
        StepOf,
        /// Accessible name of the progress navigation
        Progress,
        /// Said in a step that is done, for screen readers: "klaar"
        StepDone,
        /// Heading of the error summary
        ErrorSummary,
        /// Word before an error, for those who do not see the colour: "Fout"
        Error,
        /// "(niet verplicht)"
        Optional,
        /// Placeholder option of a select: "Kies"
        Choose,
        /// "Dag", "Maand", "Jaar" of a date
        Day,
        /// See [`Phrase::Day`]
        Month,
        /// See [`Phrase::Day`]
        Year,
        /// Said once when new questions came up: "Door uw antwoord zijn er nieuwe vragen in: {steps}."
        NewQuestions,
        /// Nothing was answered: "Niet ingevuld"
        NotAnswered,
        /// Saved in this tab
        Saved,
        /// The answers could not be kept: they are gone after a reload
        NotSaved,
        /// Answers from before the reload are back
        Restored,
        /// "Wis alle antwoorden"
        Wipe,
        /// Asked before wiping
        WipeConfirm,
        /// "Annuleren"
        Cancel,
        /// "Bewaar op dit apparaat"
        KeepOnDevice,
        /// Asked before answers are kept on this device until {date}
        KeepOnDeviceConfirm,
        /// "Bewaar ook de documenten"
        KeepDocuments,
        /// Kept on this device until {date}
        SavedOnDevice,
        /// They could not be kept on this device, and still are in this tab
        NotOnDevice,
        /// "Niet meer op dit apparaat bewaren"
        ForgetDevice,
        /// What is kept on this device is open in another tab
        OpenElsewhere,
        /// "Ga hier verder"
        TakeOver,
        /// The price, service and signatories so far: "Uw aanvraag"
        YourApplication,
        // Services and level
        /// Label of the search box
        SearchLabel,
        /// Hint of the search box without a KvK number, where only the Belastingdienst is
        SearchHintFiscal,
        /// "{n} resultaten"
        SearchResults,
        /// Under a list that is longer: {shown} of {n}
        SearchMore,
        /// "Niets gevonden …" with what to do
        SearchNothing,
        /// Option that takes every service: "Alle diensten van {provider}"
        AllServicesOf,
        /// Heading above the chosen services
        Chosen,
        /// Nothing chosen yet
        NothingChosen,
        /// "Verwijder"
        Remove,
        /// "Verwijder {name}"
        RemoveNamed,
        /// "{name} toegevoegd"
        Added,
        /// "{name} verwijderd"
        Removed,
        /// "U hebt niveau {level} nodig"
        LevelNeeded,
        /// Why: {services} ask it
        LevelBecause,
        /// Before the prices of a level, which are without VAT
        LevelPrice,
        /// Before ways of identification with a price, which are without VAT
        LevelIdentification,
        /// What {level} would open besides: {n} more services of the list
        LevelHigher,
        /// Warning: the provider states level {level}, no longer issued
        WarnLevelEnded,
        /// Warning: this service refuses a branch restriction
        WarnRefusesBranch,
        /// Warning: for a sole trader the supplier will ask the BSN separately, never here
        WarnBsn,
        /// The catalogue could not be loaded: go on by choosing the level and naming services in words
        CatalogueFailed,
        /// The list is an example, not official
        CatalogueUnofficial,
        /// "Bezig met laden van de dienstenlijst"
        CatalogueLoading,
        // Who signs
        /// Introduces the representatives of an organisation without a KvK number, which has no extract
        RepresentativesFiscal,
        /// Heading: "Wie moet ondertekenen"
        MustSign,
        /// One signs, who is solely authorised: "{names} ondertekent, want deze persoon is alleen bevoegd."
        MustSignSole,
        /// The user alone signs, who is solely authorised
        MustSignYourself,
        /// All joint ones sign: "{names} ondertekenen samen …"
        MustSignJoint,
        /// Limited ones sign: "{names} …"
        MustSignLimited,
        /// Articles show that these suffice
        MustSignArticles,
        /// Everyone's authority is filled in, and not enough at {level}
        MustSignInsufficient,
        /// Not known until authority is filled in
        MustSignUnknown,
        /// The user is solely authorised, so becomes manager by itself
        ManagerAutomatic,
        // Documents
        /// Label of the button that chooses a file
        ChooseFile,
        /// Take a photo
        TakePhoto,
        /// "of sleep een bestand hierheen"
        DropHere,
        /// "{types}, hoogstens {size} per bestand"
        FileLimits,
        /// "{name}, {size}, toegevoegd"
        FileAdded,
        /// "Bezig met controleren van {name}"
        FileChecking,
        /// "pagina {n} van {total}"
        PageOf,
        /// Alternative text of the preview: "Voorbeeld van {name}"
        PreviewOf,
        /// Puts another file in the place of this one: "Vervang"
        Replace,
        /// "Vervang {name}"
        ReplaceNamed,
        /// Moves a page one place forward: "Naar voren"
        MoveUp,
        /// "Zet {name} naar voren"
        MoveUpNamed,
        /// Hint: the photo seems blurred
        FlawBlurred,
        /// Hint: the photo is dark
        FlawDark,
        /// Hint: light shines back
        FlawGlare,
        /// Hint: the photo has few pixels
        FlawFewPixels,
        /// Label of the copy of the identity document of {name}, a representative
        IdCopyOf,
        /// That copy is not there
        IdCopyMissing,
        /// No documents are needed
        NoDocuments,
        // Price
        /// Heading
        PriceTitle,
        /// "{means} {level}, {years} jaar"
        PriceMeans,
        /// Identification
        PriceIdentification,
        /// Urgent
        PriceUrgent,
        /// Fetching the extract
        PriceExtract,
        /// Extra authorisations
        PriceAuthorisations,
        /// VAT {percent}
        PriceVat,
        /// Total including VAT
        PriceTotal,
        /// Price known when the term is chosen
        PriceUnknown,
        // Check, sign, send
        /// Heading above problems
        CheckProblems,
        /// Everything is complete
        CheckComplete,
        /// "{name} ondertekent hier"
        SignHere,
        /// Where the user signs: "Uw handtekening"
        YourSignature,
        /// Draw signature
        SignDraw,
        /// Clears the drawing
        SignClear,
        /// The drawing is there
        SignDrawn,
        /// Explains the form: print, sign with pen, scan or post
        PenExplain,
        /// "Formulier afdrukken"
        PrintForm,
        /// Label of the terms checkbox; a link follows
        TermsLink,
        /// See [`Phrase::TermsLink`]
        PrivacyLink,
        /// Heading while the application is on its way
        SendingTitle,
        /// Button: lets go of what was to be sent
        BackToSigning,
        /// Preparing document {n} of {total}
        SendPreparing,
        /// Sending {size}
        SendSending,
        /// "Over {seconds} seconden opnieuw, poging {n}"
        SendRetrying,
        /// No network: waits
        SendOffline,
        /// Still being processed (409)
        SendBusy,
        /// Outcome unknown: it may have arrived; ask again, cannot be filed twice
        SendUnknown,
        /// Not possible here now; contact; nothing lost
        SendRefused,
        /// Key used with another body: asks the applicant; contact
        SendConflict,
        /// The backend has remarks: below
        SendIssues,
        /// A document or all too large / wrong type at the backend
        SendTooLarge,
        /// Gave up after tries: try again later
        SendGaveUp,
        /// Download the application as a file
        SaveFile,
        /// Ask again (unknown outcome)
        AskAgain,
        // Sent
        /// "Uw referentie"
        Reference,
        /// Copy the reference
        Copy,
        /// Copied
        Copied,
        /// "Afdrukken of bewaren"
        Print,
        /// Heading
        NextSteps,
        /// We check the application: within {days} working days
        NextCheck,
        /// Confirm e-mail and mobile
        NextConfirm,
        /// Identification by visit
        NextVisit,
        /// Identification by app
        NextApp,
        /// Identification by copy: nothing to do
        NextCopy,
        /// Post the signed form to {address}
        NextPost,
        /// Others sign/are identified (EH4: representatives too)
        NextEh4,
        /// Issue: activation, by {means}
        NextIssue,
        /// Pay: an invoice
        NextInvoice,
        /// Pay: a payment request for iDEAL
        NextIdeal,
        /// Pay: a payment request for a credit card
        NextCard,
        /// Answers erased from this device
        NextErased,
        /// Already sent in this tab
        AlreadySent,
        // The printed registration form
        /// Title of the form
        FormTitle,
        /// Declaration above the signature boxes
        FormDeclaration,
        /// "Handtekening"
        FormSignature,
        /// "Datum en plaats"
        FormDate,
        /// Name
        FormName,
        /// In the kind of supplier's words: post to this address
        FormPost,
    }
}
