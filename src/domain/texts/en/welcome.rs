//! The words of the welcome screen, in English.

use super::super::WelcomeText;

/// All wording before the first question.
pub const WELCOME: WelcomeText = WelcomeText {
    title: "Before you start",
    intro: "With eHerkenning you log in to Dutch government services for your organisation, with a login tool that is yours alone.",
    example: "An example: supplier and prices are made up.",
    need: "What you need",
    needs: [
        "the services you want to log in to",
        "your identity document, still valid for at least {months}",
        "the KVK extract, which states who must sign",
        "your own email address and mobile number",
        "from others who sign: the same details, and their signature",
    ],
    months: ["1 month", "{n} months"],
    time: "How long it takes",
    time_text: "Filling in: about 15 minutes. Then checks and identification, often a few working days.",
    cost: "What it costs",
    cost_text: "Including identification, excluding VAT. You see the full price before you sign.",
    years: ["1 year", "{n} years"],
    privacy: "Your data",
    privacy_text: "Your personal data and documents stay in this browser until you send the application or pass it on.",
    digid: "Are you a sole proprietor? For the Tax Administration (Belastingdienst) DigiD is enough.",
    begin: "Start application",
    open: "Open a saved or received application",
    waiting: "One moment: the questions are being loaded.",
    failed: "The questions cannot be loaded. Check your connection and try again.",
    other_language: "Nederlands",
    help: "Questions? Call {telephone} or email {email}",
};
