//! The words of questions that differ without a KvK number, in Dutch.

use super::super::{QuestionText, Variant as V};

pub(super) const fn variant(variant: V) -> &'static QuestionText {
    match variant {
        V::Number => &QuestionText {
            label: "Fiscaal nummer",
            hint: "9 cijfers. Het staat op de brief van de Belastingdienst.",
            required: "Vul uw fiscaal nummer in: 9 cijfers. Het staat op de brief van de Belastingdienst.",
            short: "Fiscaal nummer",
        },
        V::LegalForm => &QuestionText {
            label: "Rechtsvorm",
            hint: "Staat in uw akte of statuten.",
            required: "Kies de rechtsvorm.",
            short: "Rechtsvorm",
        },
        V::IsUser => &QuestionText {
            label: "Mag u zelf voor de organisatie ondertekenen?",
            hint: "U staat dan als vertegenwoordiger in uw registratie, akte of statuten.",
            required: "Kies of u zelf vertegenwoordiger bent.",
            short: "U bent vertegenwoordiger",
        },
        V::Capacity => &QuestionText {
            label: "Functie",
            hint: "",
            required: "Kies de functie die in uw registratie, akte of statuten staat.",
            short: "Functie",
        },
        V::Authority => &QuestionText {
            label: "Bevoegdheid",
            hint: "Staat in uw registratie, akte of statuten.",
            required: "Kies de bevoegdheid die in uw registratie, akte of statuten staat.",
            short: "Bevoegdheid",
        },
    }
}
