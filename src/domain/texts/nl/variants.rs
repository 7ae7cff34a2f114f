//! The words of questions that differ with the kind of number, in Dutch.

use super::super::pack::{Pack, pack};
use super::super::{QuestionText, Variant as V};

#[expect(clippy::indexing_slicing, reason = "only while compiling")]
pub(super) static VARIANTS: Pack = pack!(V::ALL => variant { label, hint, required, short });

const fn variant(variant: V) -> QuestionText {
    *match variant {
        V::KvkNumber => &QuestionText {
            label: "KvK-nummer",
            hint: "8 cijfers, bijvoorbeeld 69599084.",
            required: "Vul uw KvK-nummer in: 8 cijfers. Het staat op het uittreksel.",
            short: "KvK-nummer",
        },
        V::FiscalNumber => &QuestionText {
            label: "Fiscaal nummer",
            hint: "9 cijfers. Het staat op de brief van de Belastingdienst.",
            required: "Vul uw fiscaal nummer in: 9 cijfers. Het staat op de brief van de Belastingdienst.",
            short: "Fiscaal nummer",
        },
        V::FiscalName => &QuestionText {
            label: "Naam van de organisatie",
            hint: "Precies zoals op de brief van de Belastingdienst.",
            required: "Vul de naam van de organisatie in.",
            short: "Naam organisatie",
        },
        V::FiscalLegalForm => &QuestionText {
            label: "Rechtsvorm",
            hint: "Staat in uw akte of statuten.",
            required: "Kies de rechtsvorm.",
            short: "Rechtsvorm",
        },
        V::FiscalIsUser => &QuestionText {
            label: "Mag u zelf voor de organisatie ondertekenen?",
            hint: "U staat dan als vertegenwoordiger in uw registratie, akte of statuten.",
            required: "Kies of u zelf vertegenwoordiger bent.",
            short: "U bent vertegenwoordiger",
        },
        V::FiscalCapacity => &QuestionText {
            label: "Functie",
            hint: "",
            required: "Kies de functie die in uw registratie, akte of statuten staat.",
            short: "Functie",
        },
        V::FiscalAuthority => &QuestionText {
            label: "Bevoegdheid",
            hint: "Staat in uw registratie, akte of statuten.",
            required: "Kies de bevoegdheid die in uw registratie, akte of statuten staat.",
            short: "Bevoegdheid",
        },
    }
}
