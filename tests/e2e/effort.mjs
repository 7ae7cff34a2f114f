// Counts what three applicants pass and do: screens, choices, text boxes and words. make effort
import assert from "node:assert/strict";
import { closeBrowser, open } from "./browser.mjs";
import { foundation, foundationFound, jointlyAuthorised, jointlyAuthorisedFound, soleOwner, soleOwnerFound } from "./journeys.mjs";
import { startIntake } from "./server.mjs";
import { Wizard } from "./wizard.mjs";

const COUNTED = ["screens", "choices", "boxes", "words"];
/** Each with the most that we want it to be in Dutch. */
const APPLICANTS = [
  ["sole owner", soleOwner, { screens: 14, boxes: 12, words: 1100 }],
  ["employee, two joint directors", jointlyAuthorised, { screens: 17, boxes: 23, words: 1500 }],
  ["foundation, everything", foundation, { screens: 15, boxes: 15, words: 1300 }],
  ["sole owner, looked up", soleOwnerFound, { screens: 14, boxes: 9, words: 1100 }],
  ["employee, two directors, looked up", jointlyAuthorisedFound, { screens: 17, boxes: 20, words: 1500 }],
  ["foundation, everything, looked up", foundationFound, { screens: 15, boxes: 12, words: 1300 }],
];

/** In the page: what is asked and shown on this screen. A group of radio buttons is one choice, a date one box. */
function look() {
  const screen = document.querySelector("eh-wizard").shadowRoot.querySelector("[data-screen]");
  const of = (selector) => [...screen.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const shown = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    // Of a list, the applicant sees one option.
    if (node.localName === "select") return node.selectedOptions[0]?.text ?? "";
    return node.checkVisibility?.() === false ? "" : [...node.childNodes].map(shown).join(" ");
  };
  const radios = new Set([...screen.querySelectorAll("input[type=radio]")].map(({ name }) => name));
  return {
    choices: radios.size + of("select, input[type=checkbox]").length,
    boxes: of("input:not([type=radio], [type=checkbox], [type=file], [type=range], [name$='.month'], [name$='.year']), textarea").length,
    words: shown(screen).split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
  };
}

/** What an applicant passes and does from the welcome screen to the receipt. */
async function passed(origin, journey, lang) {
  const visit = await open(origin, { lang });
  const wizard = new Wizard(visit.page);
  const sums = { screens: 0, choices: 0, boxes: 0, words: 0 };
  const count = async () => {
    sums.screens += 1;
    for (const [what, amount] of Object.entries(await visit.page.evaluate(look))) sums[what] += amount;
  };
  await wizard.walk(journey, { visit: (_, when) => (when === "answered" ? count() : undefined) });
  await wizard.send(visit);
  assert.ok(await wizard.reference());
  await count();
  await visit.finish();
  return sums;
}

const intake = await startIntake();
try {
  console.log("".padEnd(40), ...COUNTED.map((what) => what.padStart(8)));
  for (const [who, journey, most] of APPLICANTS) {
    for (const lang of ["nl", "en"]) {
      const sums = await passed(intake.origin, journey, lang);
      const over = COUNTED.filter((what) => lang === "nl" && sums[what] > most[what]).map((what) => `${what} over ${most[what]}`);
      console.log(`${who}, ${lang}`.padEnd(40), ...COUNTED.map((what) => String(sums[what]).padStart(8)), ...over);
    }
  }
} finally {
  await closeBrowser();
  await intake.stop();
}
