// What the supplier's own page and the page in a frame both do around the wizard.
import { attributes } from "./frame-protocol.json";

const SUPPLIER = "Voorbeeld eHerkenning";
const FAULTY = { nl: "Fout: ", en: "Error: " };

export const wizard = /** @type {import("./loader").WizardElement} */ (
  document.querySelector("eh-wizard")
);
export const root = document.documentElement;

/** Keeps the language of the page that of the wizard, and its title that of the screen, marked when something is wrong. */
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

/** Gives the wizard the attributes in the address of the page, and both a language that the browser asks for. */
export function configureFromAddress() {
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (attributes.includes(name)) wizard.setAttribute(name, value);
  }
  const asked = [wizard.lang, ...navigator.languages].map((tag) => tag.slice(0, 2));
  wizard.lang = asked.find((tag) => tag === "nl" || tag === "en") ?? "nl";
  root.lang = wizard.lang;
}
