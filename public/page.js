// The page around the wizard: hands it what the address asks for, and keeps the page's title true.
const wizard = document.querySelector("eh-wizard");
const query = new URLSearchParams(location.search);
const asked = [query.get("lang"), ...navigator.languages].map((tag) => tag?.slice(0, 2));
const lang = asked.find((tag) => tag === "nl" || tag === "en") ?? "nl";

document.documentElement.lang = lang;
wizard.setAttribute("lang", lang);
for (const name of ["level", "services", "kvk-number", "partner"]) {
  if (query.has(name)) wizard.setAttribute(name, query.get(name));
}
if (lang === "en") for (const part of document.querySelectorAll("[data-en]")) part.textContent = part.dataset.en;

let step = document.querySelector("h1").textContent;
let faulty = false;
const retitle = () => {
  document.title = `${faulty ? { nl: "Fout: ", en: "Error: " }[lang] : ""}${step} – Voorbeeld eHerkenning`;
};
retitle();
wizard.addEventListener("eh-step", ({ detail }) => { step = detail.title ?? step; faulty = false; retitle(); });
wizard.addEventListener("eh-issues", ({ detail }) => { faulty = detail.codes.length > 0; retitle(); });
