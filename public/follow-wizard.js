// Shared by the supplier's own page and the page in a frame.
import { attributes } from "./frame-protocol.json";

const SUPPLIER = "Voorbeeld eHerkenning";
const FAULTY = { nl: "Fout: ", en: "Error: " };

export const wizard = /** @type {import("./loader").WizardElement} */ (
  document.querySelector("eh-wizard")
);
export const root = document.documentElement;

/** Gives the page the language of the wizard and the title of its screen, which says so if something is wrong. */
export function followWizard() {
  let title = document.title;
  /** @type {keyof typeof FAULTY} */
  let lang = "nl";

  const show = (isFaulty = false) => {
    root.lang = lang;
    document.title = `${isFaulty ? FAULTY[lang] : ""}${title} – ${SUPPLIER}`;
  };
  wizard.addEventListener("eh-step", ({ detail }) => {
    ({ title, lang } = detail);
    show();
  });
  wizard.addEventListener("eh-issues", ({ detail }) => show(detail.codes.length > 0));
}

/** Sets the wizard's attributes from the address of the page, and the language of both from the browser's settings. */
export function configureFromAddress() {
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (attributes.includes(name)) wizard.setAttribute(name, value);
  }
  const asked = [wizard.lang, ...navigator.languages].map((tag) => tag.slice(0, 2));
  wizard.lang = asked.find((tag) => tag === "nl" || tag === "en") ?? "nl";
  root.lang = wizard.lang;
}
