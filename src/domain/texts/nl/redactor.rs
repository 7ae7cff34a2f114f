//! The words of the redactor, in Dutch.

use super::super::RedactorText;

/// All wording of the redactor.
pub const REDACTOR: RedactorText = RedactorText {
    title: "Gegevens afdekken",
    intro: "Dit gebeurt op uw eigen apparaat. De foto zelf wordt niet bewaard en niet verstuurd.",
    preset: "Wat staat op de foto?",
    presets: [
        "Nederlands paspoort, bladzijde met foto",
        "Nederlandse identiteitskaart, voorkant",
        "Nederlandse identiteitskaart, achterkant",
        "Verblijfsdocument, voorkant",
        "Verblijfsdocument, achterkant",
        "Nederlands rijbewijs, voorkant",
        "Nederlands rijbewijs, achterkant",
        "Ander document",
    ],
    align: "Zet het kader precies om het document. Draai de foto als het document scheef ligt.",
    frame: "Kader om het document",
    turn: "Kwartslag draaien",
    tilt: "Rechtzetten, in graden",
    cover: "Verder met afdekken",
    board: "Kopie met vlakken",
    zones: ["pasfoto", "nationaliteit", "BSN", "leesregels onderaan"],
    mask: "Vlak {n}",
    place: "{what}: {left}% van links, {top}% van boven, {width}% breed, {height}% hoog",
    keys: "Sleep elk vlak naar de goede plek. Met de hoek rechtsonder maakt u het groter of kleiner. Met het toetsenbord: pijltjestoetsen verplaatsen, met Shift erbij maken ze groter of kleiner, Delete verwijdert.",
    bsn: "Op oudere documenten staat het BSN ook in de leesregels onderaan.",
    add: "Vlak toevoegen",
    remove: "Vlak verwijderen",
    undo: "Ongedaan maken",
    redo: "Opnieuw doen",
    closer: "Inzoomen",
    farther: "Uitzoomen",
    check: "Controleer de kopie",
    covered: "Afgedekt: {zone}",
    absent: "Staat niet op deze kant: {zone}",
    open: "Controleer elk punt hieronder en kruis het aan.",
    accept: "Deze kopie gebruiken",
    back: "Terug naar het kader",
    watermark: "KOPIE voor aanvraag eHerkenning bij {supplier}, {date}",
};
