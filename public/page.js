// The page around the wizard: hands it what the address asks for, and follows its language and its title.
const wizard = document.querySelector("eh-wizard");
const query = new URLSearchParams(location.search);
const asked = [query.get("lang"), ...navigator.languages].map((tag) => tag?.slice(0, 2));
wizard.setAttribute("lang", asked.find((tag) => tag === "nl" || tag === "en") ?? "nl");
for (const name of ["level", "services", "kvk-number", "partner"]) {
  if (query.has(name)) wizard.setAttribute(name, query.get(name));
}

const parts = [...document.querySelectorAll("[data-en]")];
for (const part of parts) part.dataset.nl = part.textContent;
const shown = { lang: wizard.lang };
const follow = (change) => {
  const { lang, title = document.querySelector("h1").dataset[lang], faulty } = Object.assign(shown, change);
  document.documentElement.lang = lang;
  for (const part of parts) part.textContent = part.dataset[lang];
  document.title = `${faulty ? { nl: "Fout: ", en: "Error: " }[lang] : ""}${title} – Voorbeeld eHerkenning`;
};
follow();
wizard.addEventListener("eh-step", ({ detail: { title, lang } }) => follow({ title, lang, faulty: false }));
wizard.addEventListener("eh-issues", ({ detail }) => follow({ faulty: detail.codes.length > 0 }));
