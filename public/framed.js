// The page's half of docs/frame-protocol.md: shows the wizard in a frame of the origin that this script comes from.
import { attributes, events, protocol, tallest } from "./frame-protocol.json";
import { options } from "./options.js";

const SANDBOX = [
  "allow-scripts",
  "allow-same-origin",
  "allow-downloads",
  "allow-modals",
  "allow-popups",
  "allow-top-navigation-by-user-activation",
].join(" ");
/** Timeout for the greeting of the page in the frame after it has loaded, in milliseconds. */
const GREETING_MS = 10_000;
/** Timeout for the first screen of the wizard in it, in milliseconds. */
const WIZARD_MS = 60_000;
/** Timeout for all of it, even if the page never loads, in milliseconds. */
const FRAME_MS = 120_000;

/**
 * Settles when the frame shows the wizard, or after a timeout.
 *
 * @param {HTMLElement} element
 * @param {HTMLElement} container
 * @param {{ base: URL, title: string, signal: AbortSignal }} context
 * @returns {Promise<import("./loader").Mounted>}
 */
export function mountInFrame(element, container, { base, title, signal }) {
  return new Promise((resolve, reject) => {
    const framed = new FramedWizard(element, base, title, () => resolve(framed));
    addEventListener("message", (event) => framed.onGreeting(event), options({ signal }));
    signal.addEventListener("abort", () => reject(signal.reason));
    const fail = () => reject(framed.timeoutError());
    const failUnlessShown = () => framed.isShown || fail();
    setTimeout(failUnlessShown, FRAME_MS);
    framed.frame.addEventListener("load", () => {
      setTimeout(() => framed.isGreeted || fail(), GREETING_MS);
      setTimeout(failUnlessShown, WIZARD_MS);
    });
    container.append(framed.frame, framed.focusMarker);
  });
}

class FramedWizard {
  /** @type {import("./loader").State} */
  state = "loading";
  isShown = false;
  frame = document.createElement("iframe");
  /** Covers the focused element and is scrolled into view, because a frame cannot scroll the page around it. */
  focusMarker = document.createElement("div");
  #element;
  #origin;
  #onShown;
  /** @type {unknown} */
  #greeting;
  /** @type {MessagePort | undefined} */
  #port;
  /**
   * Ends each call that has no answer yet.
   *
   * @type {Set<(answer: any) => void>}
   */
  #calls = new Set();

  /**
   * @param {HTMLElement} element
   * @param {URL} base
   * @param {string} title
   * @param {() => void} onShown
   */
  constructor(element, base, title, onShown) {
    this.#element = element;
    this.#origin = base.origin;
    this.#onShown = onShown;
    this.frame.title = title;
    this.frame.setAttribute("sandbox", SANDBOX);
    // A browser that cannot share warns of a right that it does not know.
    this.frame.allow = "share" in navigator ? "clipboard-write; web-share" : "clipboard-write";
    this.frame.src = new URL("../frame.html", base).href;
  }

  get isGreeted() {
    return this.#greeting !== undefined;
  }

  timeoutError() {
    const hint = this.isGreeted
      ? "its files must load"
      : `its frame-ancestors must name ${location.origin}, and frame-src of this page must allow it`;
    return Object.assign(new Error(`no answer from ${this.frame.src}: ${hint}`), { code: "frame" });
  }

  unmount() {
    this.#port?.close();
    for (const end of this.#calls) end(undefined);
  }

  reset() {
    return this.#call("reset");
  }

  /** @param {string} destination */
  goTo(destination) {
    return this.#call("goTo", destination);
  }

  /** @param {string} draft */
  prefill(draft) {
    return this.#call("prefill", draft);
  }

  /** @param {string} lang */
  setLanguage(lang) {
    return this.#call("speak", lang);
  }

  /**
   * Answers the greeting of the page in the frame with a port.
   *
   * It greets until it is answered, so several of its greetings may be waiting here; only the first gets a port. After
   * a move or a reload the frame has a new document, whose greetings have another id.
   *
   * @param {MessageEvent} event
   */
  onGreeting({ source, origin, data }) {
    if (source !== this.frame.contentWindow || origin !== this.#origin) return;
    if (data?.protocol !== protocol || data.greeting === this.#greeting) return;
    this.#greeting = data.greeting;
    // The document before it answers no more.
    this.unmount();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#port.onmessage = (event) => this.#onMessage(event);
    const answer = { protocol, greeting: data.greeting, attributes: this.#attributes() };
    /** @type {Window} */ (source).postMessage(answer, origin, [port2]);
  }

  /** The attributes that are passed on, with the language of the page if the element names none. */
  #attributes() {
    const handed = options(/** @type {Record<string, string>} */ ({}));
    for (const name of attributes) {
      const value = this.#element.getAttribute(name);
      if (value) handed[name] = value;
    }
    const lang = handed.lang || document.documentElement.lang;
    if (lang) handed.lang = lang;
    return handed;
  }

  /** @param {MessageEvent} event */
  #onMessage({ data }) {
    // Only the message's own fields, none that the page has put on `Object.prototype`.
    const { state, event, detail, look, height, focus } = options(data);
    this.state = state;
    if (look) this.#sendLook(look);
    if (event) this.#dispatch(event, detail);
    if (Number.isInteger(height)) this.#resize(height);
    if (focus) this.#reveal(focus);
  }

  /**
   * Sends the values of these custom properties on the page.
   *
   * @param {string[]} names
   */
  #sendLook(names) {
    const style = getComputedStyle(this.#element);
    const look = options(/** @type {Record<string, string>} */ ({}));
    for (const name of names) {
      const value = style.getPropertyValue(name);
      if (value) look[name] = value;
    }
    this.#port?.postMessage({ look });
  }

  /**
   * Dispatches an event of the wizard, if it is one that the protocol knows and has nothing but plain values.
   *
   * @param {string} type
   * @param {Record<string, unknown>} values
   */
  #dispatch(type, values) {
    if (!Object.hasOwn(events, type)) return;
    const keys = events[/** @type {keyof typeof events} */ (type)];
    if (!keys.every((key) => isPlain(values?.[key]))) return;
    const detail = Object.fromEntries(keys.map((key) => [key, values[key]]));
    this.#element.dispatchEvent(
      new CustomEvent(type, options({ detail, bubbles: true, composed: true })),
    );
  }

  /** @param {number} height */
  #resize(height) {
    const shown = Math.max(0, Math.min(height, tallest));
    // Not `style.height`, which does nothing on a page that has put a `height` on `Object.prototype`.
    this.frame.style.setProperty("height", `${shown}px`);
    this.isShown = true;
    this.#onShown();
  }

  /** @param {{ top: number, height: number }} focus */
  #reveal({ top, height }) {
    this.focusMarker.style.setProperty("top", `${Number(top)}px`);
    this.focusMarker.style.setProperty("height", `${Number(height)}px`);
    this.focusMarker.scrollIntoView(options({ block: "nearest" }));
  }

  /**
   * Calls a method of the wizard in the frame.
   *
   * @param {string} call
   * @param {string} [value]
   * @returns {Promise<any>}
   */
  #call(call, value) {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      const end = (/** @type {any} */ answer) => {
        port1.close();
        this.#calls.delete(end);
        resolve(answer);
      };
      this.#calls.add(end);
      port1.onmessage = ({ data }) => end(data);
      this.#port?.postMessage({ call, value }, [port2]);
    });
  }
}

/**
 * @param {unknown} value
 * @returns {boolean}
 */
function isPlain(value) {
  if (Array.isArray(value)) return value.every(isPlain);
  return ["string", "number", "boolean"].includes(typeof value);
}
