// The playground, for developers of partner pages: fields after the manifest, and a wizard with what stands in them.
const at = (id) => document.getElementById(id);
const on = (id, type, act) => at(id).addEventListener(type, act);
const make = (tag, properties, ...content) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
};
const options = (values) => values.map((value) => make("option", { value }, value || "not set"));
/** The values of a type such as `"nl" | "en"`; none when any text will do. */
const values = ({ text }) => (/^["\d]/.test(text) ? text.split("|").map((part) => part.replaceAll('"', "").trim()) : undefined);

const script = document.querySelector("script[src$='/eh-wizard.js']").src;
const { modules: [{ declarations: [{ attributes, events, members }] }] } = await (await fetch(new URL("custom-elements.json", script))).json();
const [endpoint, offer, catalogue] = ["applications", "offer.json", "catalogue.json"].map((file) => new URL(file, location).href);
const initial = { lang: "en", storage: "none", endpoint, offer, catalogue };
for (const { name, type, description } of attributes) {
  const field = values(type) ? make("select", {}, ...options(["", ...values(type)])) : make("input", { spellcheck: false });
  Object.assign(field, { id: `attribute-${name}`, name, value: initial[name] ?? "" }).setAttribute("aria-describedby", `${name}-is`);
  const label = make("label", { htmlFor: field.id }, make("code", {}, name));
  at("attributes").append(make("div", { className: "field" }, label, field, make("small", { id: `${name}-is` }, description.replaceAll("`", ""))));
}
at("step").append(...options(values(members.find(({ name }) => name === "goTo").parameters[0].type)));

let wizard;
/** Dresses the wizard, and writes what to paste. */
function show() {
  const set = [...at("look").elements].filter(({ name, value, defaultValue = "" }) => name.startsWith("--") && value !== defaultValue);
  const more = [...at("more").value.matchAll(/(--[\w-]+)\s*:\s*([^;]+)/g)].map(([, name, value]) => [name, value.trim()]);
  const roles = [...set.map(({ name, value, dataset: { unit = "" } }) => [name, value + unit]), ...more];
  wizard.removeAttribute("style");
  at("snippet").textContent = `<script type="module" src="${script}"></script>\n${wizard.cloneNode().outerHTML}`;
  for (const [name, value] of roles) wizard.style.setProperty(name, value);
  at("style").textContent = `eh-wizard {\n${roles.map(([name, value]) => `  ${name}: ${value};\n`).join("")}}`;
  at("style-part").hidden = roles.length === 0;
}
function change({ target: { name, value } = {} }) {
  const isLive = name === "lang" && value;
  if (!isLive) wizard = document.createElement("eh-wizard");
  for (const [name, value] of new FormData(at("attributes"))) if (value) wizard.setAttribute(name, value);
  if (!isLive) at("wizard").replaceChildren(wizard);
  show();
}
on("attributes", "change", change);
on("attributes", "submit", (event) => event.preventDefault());
on("look", "input", show);
on("look", "reset", () => setTimeout(show));
on("width", "input", ({ target: { value } }) => { at("wizard").style.width = at("width-told").value = `${value}px`; });
on("reset", "click", () => wizard.reset());
on("go", "submit", async (event) => { event.preventDefault(); at("gone").value = await wizard.goTo(at("step").value); });
for (const { name } of events) on("wizard", name, ({ detail }) => {
  at("events").prepend(make("li", {}, make("time", {}, new Date().toLocaleTimeString("en-GB")), " ", make("code", {}, name), ` ${JSON.stringify(detail)}`));
  at("events").children[50]?.remove();
});
for (const button of document.querySelectorAll("[data-copies]")) button.addEventListener("click", async () => {
  getSelection().selectAllChildren(at(button.dataset.copies));
  await navigator.clipboard.writeText(getSelection());
  at("copied").textContent = `${button.textContent.replace("Copy", "Copied")}.`;
});

const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
for (const field of document.querySelectorAll("[data-dark]")) if (isDark) field.defaultValue = field.dataset.dark;
for (const part of document.querySelectorAll("details")) part.open = matchMedia("(min-width: 60rem)").matches;
at("width-told").value = `${at("width").value = at("wizard").clientWidth}px`;
change({});
