// The playground, for developers of partner pages: a field for everything in the manifest, and a wizard with these
// values.

const EVENTS_SHOWN = 50;

const byId = (id) => document.getElementById(id);

function create(tag, properties, ...content) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
}

const createOptions = (values) =>
  values.map((value) => create("option", { value }, value || "not set"));

/** The values of a type such as `"nl" | "en"`; empty when any text is allowed. */
function valuesOf({ text }) {
  if (!/^["\d]/.test(text)) return undefined;
  return text.split("|").map((part) => part.replaceAll('"', "").trim());
}

/** The initial attributes: addresses in this origin, the only one that the policy of the page allows. */
const initial = {
  lang: "en",
  storage: "none",
  endpoint: new URL("applications", location).href,
  offer: new URL("offer.json", location).href,
  catalogue: new URL("catalogue.json", location).href,
};

const script = document.querySelector("script[src$='/eh-wizard.js']").src;
const manifest = await (await fetch(new URL("custom-elements.json", script))).json();
const { attributes, events, members } = manifest.modules[0].declarations[0];

let wizard;

/** One field for an attribute: a list when only some values are allowed. */
function attributeField({ name, type, description }) {
  const values = valuesOf(type);
  const field = values
    ? create("select", {}, ...createOptions(["", ...values]))
    : create("input", { spellcheck: false });
  Object.assign(field, { id: `attribute-${name}`, name, value: initial[name] ?? "" });
  field.setAttribute("aria-describedby", `${name}-is`);
  const label = create("label", { htmlFor: field.id }, create("code", {}, name));
  const hint = create("small", { id: `${name}-is` }, description.replaceAll("`", ""));
  return create("div", { className: "field" }, label, field, hint);
}

/** The custom properties that differ from their defaults: from the fields, and those typed by hand. */
function chosenLook() {
  const fields = [...byId("look").elements].filter(
    ({ name, value, defaultValue = "" }) => name.startsWith("--") && value !== defaultValue,
  );
  const byField = fields.map(({ name, value, dataset }) => [name, value + (dataset.unit ?? "")]);
  const byHand = [...byId("more").value.matchAll(/(--[\w-]+)\s*:\s*([^;]+)/g)];
  return [...byField, ...byHand.map(([, name, value]) => [name, value.trim()])];
}

/** Applies the theme to the wizard, and shows the lines to paste. */
function showLook() {
  const look = chosenLook();
  wizard.removeAttribute("style");
  const tag = `<script type="module" src="${script}"></script>`;
  byId("snippet").textContent = `${tag}\n${wizard.cloneNode().outerHTML}`;
  for (const [name, value] of look) wizard.style.setProperty(name, value);
  const declarations = look.map(([name, value]) => `  ${name}: ${value};\n`).join("");
  byId("style").textContent = `eh-wizard {\n${declarations}}`;
  byId("style-part").hidden = look.length === 0;
}

/** Puts a new wizard onto the page; only the language changes in place. */
function applyAttributes(changed, value) {
  const isLive = changed === "lang" && value;
  if (!isLive) wizard = document.createElement("eh-wizard");
  for (const [name, value] of new FormData(byId("attributes"))) {
    if (value) wizard.setAttribute(name, value);
  }
  if (!isLive) byId("wizard").replaceChildren(wizard);
  showLook();
}

function showWidth(width) {
  byId("width-told").value = width;
}

function listEvent({ type, detail }) {
  const time = create("time", {}, new Date().toLocaleTimeString("en-GB"));
  const entry = create("li", {}, time, " ", create("code", {}, type), ` ${JSON.stringify(detail)}`);
  const list = byId("events");
  list.prepend(entry);
  list.children[EVENTS_SHOWN]?.remove();
}

async function copy(button) {
  getSelection().selectAllChildren(byId(button.dataset.copies));
  await navigator.clipboard.writeText(getSelection());
  byId("copied").textContent = `${button.textContent.replace("Copy", "Copied")}.`;
}

byId("attributes").append(...attributes.map(attributeField));
const goTo = members.find(({ name }) => name === "goTo");
byId("step").append(...createOptions(valuesOf(goTo.parameters[0].type)));

byId("attributes").addEventListener("change", ({ target }) =>
  applyAttributes(target.name, target.value),
);
byId("attributes").addEventListener("submit", (event) => event.preventDefault());
byId("look").addEventListener("input", showLook);
// The fields only have their defaults again after this event.
byId("look").addEventListener("reset", () => setTimeout(showLook));
byId("width").addEventListener("input", ({ target }) => {
  const width = `${target.value}px`;
  byId("wizard").style.width = width;
  showWidth(width);
});
byId("reset").addEventListener("click", () => wizard.reset());
byId("go").addEventListener("submit", async (event) => {
  event.preventDefault();
  byId("gone").value = await wizard.goTo(byId("step").value);
});
for (const { name } of events) byId("wizard").addEventListener(name, listEvent);
for (const button of document.querySelectorAll("[data-copies]")) {
  button.addEventListener("click", () => copy(button));
}

if (matchMedia("(prefers-color-scheme: dark)").matches) {
  for (const field of document.querySelectorAll("[data-dark]")) {
    field.defaultValue = field.dataset.dark;
  }
}
const isWide = matchMedia("(min-width: 60rem)").matches;
for (const part of document.querySelectorAll("details")) part.open = isWide;
byId("width").value = byId("wizard").clientWidth;
showWidth(`${byId("width").value}px`);
applyAttributes();
