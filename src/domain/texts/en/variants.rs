//! The words of questions that differ without a KvK number, in English.

use super::super::{QuestionText, Variant as V};

pub(super) const fn variant(variant: V) -> &'static QuestionText {
    match variant {
        V::Number => &QuestionText {
            label: "Tax reference number",
            hint: "9 digits. It is on the letter from the Belastingdienst.",
            required: "Enter your tax reference number: 9 digits. It is on the letter from the Belastingdienst.",
            short: "Tax reference number",
        },
        V::LegalForm => &QuestionText {
            label: "Legal form",
            hint: "It is in your deed or articles.",
            required: "Choose the legal form.",
            short: "Legal form",
        },
        V::IsUser => &QuestionText {
            label: "May you sign for the organisation yourself?",
            hint: "Your registration, deed or articles then name you as a representative.",
            required: "Choose whether you are a representative yourself.",
            short: "You are a representative",
        },
        V::Capacity => &QuestionText {
            label: "Position",
            hint: "",
            required: "Choose the position stated in your registration, deed or articles.",
            short: "Position",
        },
        V::Authority => &QuestionText {
            label: "Authority",
            hint: "It is in your registration, deed or articles.",
            required: "Choose the authority stated in your registration, deed or articles.",
            short: "Authority",
        },
    }
}
