// The page around the wizard: the supplier's own, or frame.html, which the page of a partner holds (docs/frame-protocol.md).
// The build makes frame.js of it too, in which IS_FRAME is true: so each page loads only its own part.
import { attributes, calls, events, protocol } from "./frame-protocol.json";

const [wizard, root, script] = ["eh-wizard", "html", "[rel=modulepreload]"].map((part) => document.querySelector(part));
const shown = { lang: "nl", title: document.title };

/** The page speaks the language of the wizard, and its title says where the applicant is and whether something is wrong. */
function follow(change) {
  const { lang, title, faulty } = Object.assign(shown, change);
  root.lang = lang;
  document.title = `${faulty ? { nl: "Fout: ", en: "Error: " }[lang] : ""}${title} – Voorbeeld eHerkenning`;
}
wizard.addEventListener("eh-step", ({ detail: { title, lang } }) => follow({ title, lang, faulty: false }));
wizard.addEventListener("eh-issues", ({ detail }) => follow({ faulty: detail.codes.length > 0 }));

/** In a frame it serves the page that holds it, through a port. */
function serve(port) {
  const tell = (message) => port.postMessage({ state: wizard.state, ...message });
  const sized = new ResizeObserver(() => tell({ height: Math.ceil(root.getBoundingClientRect().height) }));
  for (const name of Object.keys(events)) wizard.addEventListener(name, ({ detail }) => tell({ event: name, detail }));
  // Every custom property that the style sheets of the wizard ask for; then it is shown.
  const sheets = () => wizard.shadowRoot.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map((rule) => rule.cssText)).join();
  const names = () => ["color-scheme", ...new Set(sheets().match(/--(?!_)[\w-]+/g))];
  for (const name of ["eh-ready", "eh-error"]) wizard.addEventListener(name, () => tell({ look: names() }), { once: true });
  port.onmessage = async ({ data: { call, value, look = {} }, ports: [back] }) => {
    for (const [name, style] of Object.entries(look)) if (!/url\(|[;{}]/.test(style)) (name.startsWith("--") ? wizard : root).style.setProperty(name, style);
    if (calls.includes(call)) back.postMessage(await (call === "speak" ? wizard.setAttribute("lang", value) : wizard[call](value)));
    else sized.observe(root);
  };
  addEventListener("focusin", ({ target }) => tell({ focus: (target.shadowRoot?.activeElement ?? target).getBoundingClientRect().toJSON() }));
}

if (IS_FRAME && parent !== window) {
  // That page says what the wizard is asked. Whether it may hold the wizard, says the offer.
  // Every greeting of this document bears the same name, so that the page answers once; the document before it had another.
  const greeting = `${Date.now()}-${Math.random()}`;
  const greetings = setInterval(() => parent.postMessage({ protocol, greeting }, "*"), 100);
  addEventListener("message", function meet({ source, origin, data, ports: [port] }) {
    if (source !== parent || data?.protocol !== protocol || data.greeting !== greeting || !port) return;
    removeEventListener("message", meet);
    clearInterval(greetings);
    for (const name of attributes) if (typeof data.attributes?.[name] === "string") wizard.setAttribute(name, data.attributes[name]);
    wizard.setAttribute("parent", origin);
    serve(port);
    import(script.href);
  });
} else {
  // By itself it takes that from its address.
  for (const [name, value] of new URLSearchParams(location.search)) if (attributes.includes(name)) wizard.setAttribute(name, value);
  wizard.lang = [wizard.lang, ...navigator.languages].map((tag) => tag.slice(0, 2)).find((tag) => tag === "nl" || tag === "en") ?? "nl";
  if (IS_FRAME) import(script.href);
}
