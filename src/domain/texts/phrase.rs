//! All sentences that do not belong to a question, a screen or an option.

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
    /// A sentence, or the words on a button. Values are filled in for `{…}`.
    pub enum Phrase {
        // Buttons and frame
        /// Button: start another application, after sending one
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
        /// Names the user in a list of representatives: "Uzelf"
        Yourself,
        /// The user, first in a sentence about several people: "U"
        You,
        /// Before the last of several people: "en"
        And,
        /// Label of somebody's names on the check page: "Naam"
        Name,
        /// Label of an address on the check page: "Adres"
        Address,
        /// Label of date and place of birth on the check page: "Geboren"
        Born,
        /// Label of e-mail address and mobile number on the check page: "Contact"
        Contact,
        /// Label of a question to the user as a representative: "Uw {what}"
        Yours,
        /// "Stap {n} van {total}"
        StepOf,
        /// Behind the name of a step: "({n} van {total})"
        ScreenOf,
        /// Accessible name of the progress navigation
        Progress,
        /// Marks a finished step for screen readers: "klaar"
        StepDone,
        /// Heading of the error summary
        ErrorSummary,
        /// Word before an error, for people who cannot see the colour: "Fout"
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
        /// Announces new questions after an answer: "Door uw antwoord zijn er nieuwe vragen in: {steps}."
        NewQuestions,
        /// A question without an answer: "Niet ingevuld"
        NotAnswered,
        /// Saved in this tab
        Saved,
        /// The answers could not be saved and will be lost on reload
        NotSaved,
        /// Answers from before the reload are back
        Restored,
        /// "Wis alle antwoorden"
        Wipe,
        /// Confirmation before erasing all answers
        WipeConfirm,
        /// The same when the application was sent and may have arrived all the same
        WipeSentConfirm,
        /// The answers were too old and were erased
        Expired,
        /// Nothing was erased, because the application may have arrived
        ResetRefused,
        /// The application from before starting again was received after all, as {reference}
        EarlierArrived,
        /// What was saved cannot be read; it was set aside
        SetAside,
        /// What was saved cannot be read now
        NotReadable,
        /// What was saved is gone
        Gone,
        /// The page was reloaded while a photo was taken or chosen: take it with the camera app first
        Reloaded,
        /// "Annuleren"
        Cancel,
        /// "Bewaar op dit apparaat"
        KeepOnDevice,
        /// Before the same offer, where others must sign: that this may take a while
        KeepMeanwhile,
        /// Confirmation before saving answers on this device until {date}
        KeepOnDeviceConfirm,
        /// "Bewaar ook de documenten"
        KeepDocuments,
        /// Saved on this device until {date}
        SavedOnDevice,
        /// Saved in this tab only, because saving on this device failed
        NotOnDevice,
        /// "Niet meer op dit apparaat bewaren"
        ForgetDevice,
        /// The application saved on this device is open in another tab
        OpenElsewhere,
        /// Another tab works on this application; nothing changes here
        WorkedOnElsewhere,
        /// "Ga hier verder"
        TakeOver,
        /// Confirmation before the answers of this tab make way
        TakeOverConfirm,
        /// Heading of the side panel with price, services and signatories: "Uw aanvraag"
        YourApplication,
        // Services and level
        /// Label of the search box
        SearchLabel,
        /// Hint of the search box without a KvK number, when only the Belastingdienst can be chosen
        SearchHintFiscal,
        /// An option that an arrow key has reached: {label}, {n} of {total}
        OptionOf,
        /// "Resultaten: {n}"
        SearchResults,
        /// Below a truncated list: {shown} of {n}
        SearchMore,
        /// "Niets gevonden …", with what to do
        SearchNothing,
        /// Option for every service of a provider: "Alle diensten van {provider}"
        AllServicesOf,
        /// Heading above the chosen services
        Chosen,
        /// "Verwijder"
        Remove,
        /// "Verwijder {name}"
        RemoveNamed,
        /// "{name} toegevoegd"
        Added,
        /// "{name} verwijderd"
        Removed,
        /// "U hebt niveau {level} nodig voor {services}"
        LevelNeeded,
        /// Label of the prices of a level, excluding VAT
        LevelPrice,
        /// A higher {level} gives access to {n} more of all {total} services
        LevelHigher,
        /// How many services of all ({n} of {total}) a level gives access to, and that its price, next to it, excludes VAT
        LevelOpens,
        /// Warning: the provider states level {level}, no longer issued
        WarnLevelEnded,
        /// Warning: only {service} of this provider requires {level}; the others need {lower}
        WarnStrictest,
        /// Warning: this service refuses a branch restriction
        WarnRefusesBranch,
        /// Warning: the supplier will ask sole traders for their BSN separately, never here
        WarnBsn,
        /// Button: look up the organisation
        LookUp,
        /// What it saves, and to which {host} the number goes
        LookUpHint,
        /// The look-up is under way
        LookUpBusy,
        /// What was found: {organisation}
        LookUpFound,
        /// The address is shielded
        LookUpShielded,
        /// The registration has ended
        LookUpEnded,
        /// Button: what was found is wrong
        LookUpWrong,
        /// No organisation has this number
        LookUpNone,
        /// It cannot be looked up now
        LookUpFailed,
        /// The catalogue could not be loaded: choose the level and name services in words
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
        /// Only {names} signs: one representative with sole authority
        MustSignSole,
        /// Only the user signs, with sole authority
        MustSignYourself,
        /// Above a drawing of a document
        OnDocument,
        /// {names} sign together
        MustSignSeveral,
        /// Why they sign together: their authority is joint
        BecauseJoint,
        /// Why they sign together: their authority is joint or limited
        BecauseTogether,
        /// Why they sign together: their authority is limited
        BecauseLimited,
        /// Of those who may sign, at least {n} are ticked
        ChooseSignatories,
        /// Notice: at this level the owner of a sole proprietorship needs a means too
        OwnerRegisters,
        /// The articles show that the entered representatives are enough
        MustSignArticles,
        /// The authority of everyone is not enough for {level}
        MustSignInsufficient,
        /// Unknown until everyone's authority is filled in
        MustSignUnknown,
        /// The user has sole authority, so becomes authorisations manager automatically
        ManagerAutomatic,
        // Documents
        /// Label of the button that chooses a file
        ChooseFile,
        /// Button that chooses one more file for the same document
        AnotherFile,
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
        /// Replaces a file: "Vervang"
        Replace,
        /// "Vervang {name}"
        ReplaceNamed,
        /// Moves a page one place forward: "Naar voren"
        MoveUp,
        /// "Naar voren: {name}"
        MoveUpNamed,
        /// Hint: the photo seems blurred
        FlawBlurred,
        /// Hint: the photo is dark
        FlawDark,
        /// Hint: the photo has glare
        FlawGlare,
        /// Hint: the photo has few pixels
        FlawFewPixels,
        /// {n} more pages follow; pages without an identity document can be cancelled
        MorePages,
        /// Text may be missing, because the PDF does not contain all its fonts
        FlawMissingFonts,
        /// The PDF has more pages than were opened
        FlawPagesLeftOut,
        /// Label of the copy of the identity document of {name}, a representative
        IdCopyOf,
        /// That copy is missing
        IdCopyMissing,
        /// No documents are needed
        NoDocuments,
        /// In the panel, before the {n} documents that are missing
        DocumentsNeeded,
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
        /// The price is unknown until the term is chosen
        PriceUnknown,
        /// While it depends on answers: {least} to {most}
        PriceBetween,
        // Check, sign, send
        /// Heading above the problems that remain
        CheckProblems,
        /// Everything is complete
        CheckComplete,
        /// "Handtekening: {name}"
        SignHere,
        /// Heading where the user signs: "Uw handtekening"
        YourSignature,
        /// Draw signature
        SignDraw,
        /// Clears the drawing
        SignClear,
        /// The signature has been drawn
        SignDrawn,
        /// Explains the form: print, sign with pen, scan or post
        PenExplain,
        /// "Formulier afdrukken"
        PrintForm,
        /// Label of the terms checkbox; a link follows
        TermsLink,
        /// See [`Phrase::TermsLink`]
        PrivacyLink,
        /// Heading while sending
        SendingTitle,
        /// Button: abandons sending and returns to signing
        BackToSigning,
        /// The application is saved and made ready, before anything leaves
        SendPreparing,
        /// Saving takes long: wait, or send without saving and keep the page open
        StoreSlow,
        /// Saving failed: send without saving and keep the page open
        StoreFailed,
        /// Button: sends without saving
        SendUnstored,
        /// Sending {size}
        SendSending,
        /// Retries after {seconds}, attempt {n}
        SendRetrying,
        /// No network: waits until it is back
        SendOffline,
        /// Still being processed (409)
        SendBusy,
        /// Asks whether it arrived
        SendAsking,
        /// Outcome unknown: it may have arrived; asking again cannot file it twice
        SendUnknown,
        /// It must be known whether it arrived before anything can be changed
        SendOutcomeNeeded,
        /// Sending is not possible here now: contact the supplier; nothing is lost
        SendRefused,
        /// The key was used with another body: contact the supplier
        SendConflict,
        /// Which {number} to mention to the supplier when an application is stuck
        SendNumber,
        /// The backend found issues, listed below
        SendIssues,
        /// The backend refused a document as too large or of the wrong type
        SendTooLarge,
        /// Gave up after several attempts: try again later
        SendGaveUp,
        /// The supplier said that it took nothing in: try again later
        SendNotTaken,
        /// The network responded instead of the service: perhaps it wants a sign-in first
        SendStranger,
        /// When to try again: in {minutes} minutes
        SendComeBack,
        /// The same in {hours}
        SendComeBackHours,
        /// These files are gone from this device: add the very same files again
        SendMissingFiles,
        /// What was added is another file
        OtherFile,
        /// Button: starts another application with the same answers
        StartAgain,
        /// Confirmation before that: the first one may have arrived
        StartAgainConfirm,
        /// Download the application as a file
        SaveFile,
        /// Button: asks for the outcome again, when it is unknown
        AskAgain,
        // Sent
        /// It was received as it was sent before later changes
        ReceivedChanged,
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
        /// The supplier checks the application within {days} working days
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
        /// At {level} representatives and the authorisations manager are identified too
        NextEveryone,
        /// After approval: how to activate {means}
        NextIssue,
        /// Payment by invoice
        NextInvoice,
        /// Payment request for iDEAL
        NextIdeal,
        /// Payment request for a credit card
        NextCard,
        /// The answers were erased from this device
        NextErased,
        /// What the form needs is kept until it is printed
        NextKept,
        /// This application was already sent in this tab
        AlreadySent,
        // The printed registration form
        /// Title of the form
        FormTitle,
        /// Declaration above the signature boxes
        FormDeclaration,
        /// On the printed form: the user
        FormUser,
        /// "Handtekening"
        FormSignature,
        /// "Datum en plaats"
        FormDate,
        /// Where to post the form: {address}
        FormPost,
        // Files: handing over, saving, opening
        /// Link that offers to keep the answers on this device or as a file: "Bewaar uw aanvraag"
        KeepAnswers,
        /// "Bewaar als bestand, of geef door"
        KeepAsFile,
        /// Label of the file to open
        OpenFile,
        /// How its name ends
        OpenFileHint,
        /// No file was chosen
        OpenFileRequired,
        /// The words that open a file: "Wachtzin"
        Passphrase,
        /// How to type it
        PassphraseHint,
        /// Button that opens a file
        OpenFileNow,
        /// While a file is being opened
        Opening,
        /// Check box: the answers here make way for those of the file
        OpenReplaces,
        /// That box was not ticked
        OpenReplacesRequired,
        /// The browser cannot open a file now
        OpenUnavailable,
        /// The file is something else
        FaultNotAHandover,
        /// The file is of a newer version
        FaultNewerVersion,
        /// The file is damaged
        FaultDamaged,
        /// The file is not complete
        FaultCutOff,
        /// The passphrase is another one
        FaultWrongPassphrase,
        /// The file is too large
        FaultTooLarge,
        /// The application is for another supplier
        FaultAnotherSupplier,
        /// Heading once a file is open
        Opened,
        /// Who has opened a file
        WhoAreYou,
        /// How to answer that
        WhoAreYouHint,
        /// Nobody was chosen
        WhoAreYouRequired,
        /// The last day of a file is over
        Ended,
        /// The same for a signatory: only {name} can start a new application
        EndedSignatory,
        /// Signatures are gone because an answer changed
        SignaturesFell,
        /// The browser cannot seal
        CannotSeal,
        /// For whom the file is
        HandOverFor,
        /// Nobody was chosen for the file
        HandOverForRequired,
        /// Option: {name} signs
        HandOverToSign,
        /// Option: back to {name}, because something is not right
        HandOverBack,
        /// Option: to go on later
        HandOverKeep,
        /// Label of a note to the receiver
        HandOverNote,
        /// Label of the note when something is not right
        HandOverWrong,
        /// A note is needed when something is not right
        HandOverNoteRequired,
        /// The note is too long or has other characters than text; at most {n}
        HandOverNoteWrong,
        /// Button that makes the file
        HandOverMake,
        /// While the file is being made
        HandOverBusy,
        /// The words of the passphrase cannot be loaded
        HandOverNoWords,
        /// That the passphrase is shown once, and goes another way than the file
        PassphraseOnce,
        /// Button: the system passes the file on
        ShareFile,
        /// Button: downloads the file
        KeepFile,
        /// Step: send {name} the {file} and the {address}
        HandOverSend,
        /// Step: tell {name} the passphrase
        HandOverTell,
        /// Step: until when {name} can open it
        HandOverOpens,
        /// Step: the last person to sign sends it
        HandOverLast,
        /// That the application stays here too, and counts once if it is sent twice
        HandOverOne,
        /// Step: open the file at {address} until {date}
        KeepFileOpen,
        /// In place of an address that is not known: "van deze pagina"
        ThisSite,
        /// Leads back from the file: "Terug naar de aanvraag"
        HandOverDone,
        /// Hint of signing on the screen, where others may sign on devices of their own
        SignScreenOrElsewhere,
        /// Button: others sign on devices of their own
        SignElsewhere,
        /// Button: signs, and hands it on to the next
        SignAndHandOver,
        /// {name} signs on another device
        SignsLater,
        /// {name} has signed on {date}
        SignedOn,
        /// Heading of what a signatory reads
        SignatoryTitle,
        /// That {name} signs all of it
        SignatoryIntro,
        /// This representative does not have to sign
        SignatoryNot,
        /// Before the declaration of a signatory
        YouDeclare,
        /// After sending, to a signatory: {name} needs the reference
        SentBySignatory,
        /// Before the note of {name}
        NoteFrom,
        /// Button of a signatory: "Dit klopt niet"
        NotRight,
        /// Link to the file {name}
        LookAt,
        /// Heading of what was done with it
        History,
        /// {name} filled it in, {date}
        HistoryBegan,
        /// {name} handed it on, {date}
        HistoryHandedOn,
        /// {name} signed, {date}
        HistorySigned,
        /// {name} gave it back, {date}
        HistoryReturned,
    }
}
