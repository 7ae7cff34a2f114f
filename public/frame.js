// The page in the frame on a partner's page: the frame's half of docs/frame-protocol.md.
import { configureFromAddress, followWizard, root, wizard } from "./follow-wizard.js";
import { attributes, calls, events, protocol } from "./frame-protocol.json";

const GREETING_EVERY_MS = 100;

/** Loads the wizard: only now, because its attributes are read when it is defined. */
function loadWizard() {
  const script = /** @type {HTMLLinkElement} */ (document.querySelector("[rel=modulepreload]"));
  import(script.href);
}

/** Greets the page around the frame until it answers, then serves it. The offer decides whether the page may do so. */
function meetParent() {
  // Identifies this document, so that the page answers only one of its greetings.
  const greeting = `${Date.now()}-${Math.random()}`;
  const timer = setInterval(
    () => parent.postMessage({ protocol, greeting }, "*"),
    GREETING_EVERY_MS,
  );

  /** @param {MessageEvent} event */
  const onAnswer = ({ source, origin, data, ports: [port] }) => {
    if (source !== parent || data?.protocol !== protocol || data.greeting !== greeting || !port) {
      return;
    }
    removeEventListener("message", onAnswer);
    clearInterval(timer);
    for (const name of attributes) {
      const value = data.attributes?.[name];
      if (typeof value === "string") wizard.setAttribute(name, value);
    }
    wizard.setAttribute("parent", origin);
    serve(port);
    loadWizard();
  };
  addEventListener("message", onAnswer);
}

/**
 * Reports to the page, and handles its calls.
 *
 * @param {MessagePort} port
 */
function serve(port) {
  /** @param {object} message */
  const tell = (message) => port.postMessage({ state: wizard.state, ...message });

  for (const name of /** @type {(keyof typeof events)[]} */ (Object.keys(events))) {
    wizard.addEventListener(name, ({ detail }) => tell({ event: name, detail }));
  }
  // The wizard or its error message can be shown: ask the page for the values of its theme.
  const tellLook = () => tell({ look: lookNames() });
  wizard.addEventListener("eh-ready", tellLook, { once: true });
  wizard.addEventListener("eh-error", tellLook, { once: true });
  const height = new ResizeObserver(() => {
    tell({ height: Math.ceil(root.getBoundingClientRect().height) });
  });
  addEventListener("focusin", ({ target }) => {
    const element = /** @type {Element} */ (target);
    const focused = element.shadowRoot?.activeElement ?? element;
    tell({ focus: focused.getBoundingClientRect().toJSON() });
  });

  port.onmessage = async ({ data: { call, value, look }, ports: [back] }) => {
    if (calls.includes(call)) {
      back.postMessage(await answer(call, value));
    } else {
      wear(look ?? {});
      height.observe(root);
    }
  };
}

/**
 * @param {string} call
 * @param {string} value
 */
function answer(call, value) {
  if (call === "speak") return wizard.setAttribute("lang", value);
  return wizard[/** @type {"reset" | "goTo" | "prefill"} */ (call)](value);
}

/** The colour scheme, and every public custom property that the style sheets of the wizard read. */
function lookNames() {
  const sheets = wizard.shadowRoot?.adoptedStyleSheets ?? [];
  const rules = sheets.flatMap(({ cssRules }) => [...cssRules].map((rule) => rule.cssText));
  return ["color-scheme", ...new Set(rules.join().match(/--(?!_)[\w-]+/g))];
}

/**
 * Applies values of the page, except those that could fetch something or end the declaration.
 *
 * @param {Record<string, string>} look
 */
function wear(look) {
  for (const [name, value] of Object.entries(look)) {
    if (/url\(|[;{}]/.test(value)) continue;
    const { style } = name.startsWith("--") ? wizard : root;
    style.setProperty(name, value);
  }
}

followWizard();
if (parent === window) {
  configureFromAddress();
  loadWizard();
} else {
  meetParent();
}
