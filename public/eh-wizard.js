// Defines <eh-wizard>: shows the wizard in its shadow root, or in a frame of the origin that this script comes from.
// The build (tools/assemble.mjs) makes one script of this file, what it imports, and the glue that wasm-bindgen writes.
import { mountInFrame } from "./framed.js";
import { options } from "./options.js";
import shellStyles from "./shell.css";
import init, { mount } from "./widget.js";
import words from "./words.json";

/** The folder of this version of the wizard. */
const BASE = new URL(".", import.meta.url);
const LOAD_TRIES = 3;
const RETRY_MS = 1000;
const KEY_EVENTS = ["keydown", "keyup", "keypress"];
/** Attributes that only the supplier sets when the wizard is in a frame. */
const NOT_IN_FRAME = ["endpoint", "offer", "catalogue", "heading-level"];

const shellSheet = new CSSStyleSheet();
shellSheet.replaceSync(shellStyles);

/**
 * The loading of the first module, shared by all wizards of the page and forgotten when it fails.
 *
 * @type {Promise<void> | undefined}
 */
let loading;

async function load(tries = LOAD_TRIES) {
  try {
    await init();
  } catch (error) {
    if (tries === 1 || isUnsupported(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    await load(tries - 1);
  }
}

/**
 * Whether the browser refuses WebAssembly, so that trying again cannot help.
 *
 * @param {unknown} error
 */
function isUnsupported(error) {
  return typeof WebAssembly !== "object" || error instanceof WebAssembly.CompileError;
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 */
function create(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}

/**
 * Whether code of this wizard trapped in WebAssembly: a fault of ours, or no memory is left. Nothing in the modules works
 * after that. Other code of the page may trap too.
 *
 * @param {any} error
 */
function isOurTrap(error) {
  return error instanceof WebAssembly.RuntimeError && error.stack?.includes(BASE.href) === true;
}

class EhWizard extends HTMLElement {
  static observedAttributes = ["lang"];
  // `customElements.define` reads these too, and would otherwise find what the page has put on `Object.prototype`.
  static disabledFeatures = /** @type {string[]} */ ([]);
  static formAssociated = false;
  static base = BASE.href;

  /** @type {import("./loader").State} */
  #state = "gone";
  /** Aborted when the element has left the page or starts again. */
  #attempt = new AbortController();
  /** @type {Promise<import("./loader").Mounted | undefined> | undefined} */
  #arriving;
  /** @type {import("./loader").Mounted | undefined} */
  #mounted;

  // For the same reason.
  get adoptedCallback() {
    return undefined;
  }

  get connectedMoveCallback() {
    return undefined;
  }

  get state() {
    return this.#mounted?.state ?? this.#state;
  }

  async reset() {
    const mounted = await this.#arriving;
    await mounted?.reset();
  }

  /** @param {string | number} destination */
  async goTo(destination) {
    const mounted = await this.#arriving;
    return (await mounted?.goTo(String(destination))) ?? false;
  }

  /** @param {object | string} draft */
  async prefill(draft) {
    const mounted = await this.#arriving;
    const json = typeof draft === "string" ? draft : JSON.stringify(draft);
    return (await mounted?.prefill(json)) ?? false;
  }

  async dispose() {
    this.#attempt.abort();
    this.#mounted?.unmount();
    this.#mounted = undefined;
    this.#arriving = undefined;
    this.#state = "gone";
    this.shadowRoot?.replaceChildren();
  }

  connectedCallback() {
    if (this.#state === "gone") this.#start();
  }

  disconnectedCallback() {
    // A move disconnects and connects the element in one task; only a lasting disconnect ends the wizard.
    queueMicrotask(() => {
      if (!this.isConnected) this.dispose();
    });
  }

  /**
   * @param {string} _name
   * @param {string | null} before
   * @param {string | null} lang
   */
  attributeChangedCallback(_name, before, lang) {
    if (lang && lang !== before) this.#mounted?.setLanguage(lang.slice(0, 2));
  }

  #start() {
    this.dispose();
    this.#state = "loading";
    this.#attempt = new AbortController();
    this.#arriving = this.#arrive(this.#prepare(), this.#attempt);
  }

  /** Prepares the shadow root, and returns the container for its content. */
  #prepare() {
    const root = this.shadowRoot ?? this.attachShadow(options({ mode: "open" }));
    const shell = create("div", { className: "shell" });
    const container = create("div", {});
    shell.append(container);
    root.adoptedStyleSheets = [shellSheet];
    root.replaceChildren(shell);
    for (const type of KEY_EVENTS) {
      shell.addEventListener(type, (event) => event.stopPropagation());
    }
    return container;
  }

  /**
   * @param {HTMLElement} container
   * @param {AbortController} attempt
   */
  async #arrive(container, attempt) {
    const { signal } = attempt;
    const texts = words[this.#language()];
    const title = create("p", { className: "title", textContent: texts.title });
    this.#showMessage(container, "status", texts.wait, title);
    this.#reserveSpace(container, signal);
    try {
      const mounted = await this.#mount(container, texts.name, signal);
      if (signal.aborted) {
        mounted?.unmount();
        return undefined;
      }
      container.classList.replace("loading", "mounted");
      this.#mounted = mounted;
      return mounted;
    } catch (error) {
      loading = undefined;
      if (signal.aborted) return undefined;
      attempt.abort();
      this.#fail(container, error, texts);
      return undefined;
    }
  }

  /**
   * @param {HTMLElement} container
   * @param {string} title
   * @param {AbortSignal} signal
   * @returns {Promise<import("./loader").Mounted | undefined>}
   */
  async #mount(container, title, signal) {
    const byOrigin = BASE.origin === location.origin ? "inline" : "frame";
    const mode = this.getAttribute("mode") ?? byOrigin;
    if (mode !== "inline") {
      if (mode !== "frame") {
        console.error(`eh-wizard: mode "${mode}" is neither inline nor frame; a frame is used`);
      }
      const ignored = NOT_IN_FRAME.filter((name) => this.hasAttribute(name));
      if (ignored.length > 0) {
        console.warn(`eh-wizard: ignored in a frame, where the supplier sets it: ${ignored}`);
      }
      return mountInFrame(this, container, { base: BASE, title, signal });
    }
    loading ??= load();
    await loading;
    if (signal.aborted) return undefined;
    this.#watchForTraps(container, signal);
    return mount(this, container, BASE.href);
  }

  #language() {
    const lang = this.lang || document.documentElement.lang;
    return lang.startsWith("en") ? "en" : "nl";
  }

  /**
   * Reserves the space of the first screen until the applicant continues to the second.
   *
   * @param {HTMLElement} container
   * @param {AbortSignal} signal
   */
  #reserveSpace(container, signal) {
    let steps = 0;
    const onStep = () => {
      steps += 1;
      if (steps === 2) container.classList.remove("room");
    };
    this.addEventListener("eh-step", onStep, options({ signal }));
  }

  /**
   * @param {HTMLElement} container
   * @param {AbortSignal} signal
   */
  #watchForTraps(container, signal) {
    /** @param {any} event */
    const onError = ({ error, reason }) => {
      if (signal.aborted || !isOurTrap(error ?? reason)) return;
      const texts = words[this.#language()];
      this.#attempt.abort();
      this.#mounted = undefined;
      this.#state = "failed";
      this.#showMessage(container, "alert", texts.trap);
      this.#offer(container, texts.reload, () => location.reload());
      this.#report("trap", false);
    };
    for (const type of ["error", "unhandledrejection"]) {
      addEventListener(type, onError, options({ signal }));
    }
  }

  /**
   * @param {HTMLElement} container
   * @param {any} error
   * @param {typeof words.nl} texts
   */
  #fail(container, error, texts) {
    this.#state = "failed";
    const unsupported = isUnsupported(error);
    const { code, retryable, hint } = unsupported
      ? {
          code: "webassembly",
          retryable: false,
          hint: "script-src of this page must allow 'wasm-unsafe-eval'",
        }
      : {
          code: "load",
          retryable: true,
          hint: `both .wasm files must be in ${BASE}, and connect-src of this page must allow it`,
          ...error,
        };
    console.error("eh-wizard:", error, error?.code ? "" : hint);
    const reason = retryable ? texts.fail : texts.refused;
    this.#showMessage(container, "alert", unsupported ? texts.wasm : reason);
    this.#offer(container, texts.again, () => this.#start());
    this.#report(code, retryable);
  }

  /**
   * @param {HTMLElement} container
   * @param {string} textContent
   * @param {() => void} act
   */
  #offer(container, textContent, act) {
    const button = create("button", { className: "button", textContent });
    button.dataset.action = "retry";
    button.addEventListener("click", act);
    container.append(button);
  }

  /**
   * @param {string} code
   * @param {boolean} retryable
   */
  #report(code, retryable) {
    const detail = { code, retryable };
    this.dispatchEvent(
      new CustomEvent("eh-error", options({ detail, bubbles: true, composed: true })),
    );
  }

  /**
   * Shows a message and what the page has put into the slot `fallback`.
   *
   * @param {HTMLElement} container
   * @param {string} role
   * @param {string} textContent
   * @param {HTMLElement[]} first
   */
  #showMessage(container, role, textContent, ...first) {
    const fallback = create("slot", { name: "fallback" });
    const message = create("p", { role, textContent });
    container.className = "room loading";
    container.replaceChildren(...first, fallback, message);
  }
}

const defined = customElements.get("eh-wizard");
if (!defined) {
  customElements.define("eh-wizard", EhWizard);
} else if (/** @type {typeof EhWizard} */ (defined).base !== BASE.href) {
  // Two versions on one page: the first one serves all elements.
  console.warn(`eh-wizard: ${defined.base} came first, ${BASE} is not used`);
}
