// <eh-wizard>: the wizard in the element's shadow root, or in a frame of the origin that the script comes from.
// The glue is what wasm-bindgen writes; tools/bundle.mjs makes one file of all.
// Options are objects without a prototype: the browser reads every option that it knows, also from what the page around it has put
// on `Object.prototype`.
import init, { mount } from "./widget.js";
import { framed } from "./framed.js";
import shell from "./shell.css";
import words from "./words.json";

const base = new URL(".", import.meta.url);
const once = { __proto__: null, once: true };
const made = (tag, own) => Object.assign(document.createElement(tag), own);
const isRefused = (error) => typeof WebAssembly !== "object" || error instanceof WebAssembly.CompileError;
const sheet = new CSSStyleSheet();
sheet.replaceSync(shell);
let loading;
const load = (tries = 3) => init().catch(async (error) => {
  if (tries <= 1 || isRefused(error)) throw error;
  return new Promise((done) => setTimeout(() => done(load(tries - 1)), 1000));
});

class EhWizard extends HTMLElement {
  static observedAttributes = ["lang"]; static disabledFeatures = []; static formAssociated = false; static base = base.href;
  #arriving; #mounted; #state = "gone"; #turn = 0;

  get state() { return this.#mounted?.state ?? this.#state; }
  async reset() { (await this.#arriving)?.reset(); }
  async goTo(step) { return (await this.#arriving)?.goTo(String(step)) ?? false; }
  async prefill(draft) { return (await this.#arriving)?.prefill(typeof draft === "string" ? draft : JSON.stringify(draft)) ?? false; }

  connectedCallback() { if (this.#state === "gone") this.#start(); }
  // An element that is moved is disconnected and connected in one task: only a disconnect that lasts ends the wizard.
  disconnectedCallback() { queueMicrotask(() => this.isConnected || this.dispose()); }
  attributeChangedCallback(name, before, value) { if (before !== value && value) this.#mounted?.speak(value.slice(0, 2)); }

  async dispose() {
    this.#turn += 1;
    this.#state = "gone";
    this.#mounted?.unmount();
    this.#mounted = this.#arriving = undefined;
    this.shadowRoot?.replaceChildren();
  }

  #start() {
    this.dispose();
    this.#state = "loading";
    const root = this.shadowRoot ?? this.attachShadow({ __proto__: null, mode: "open" });
    const [outer, room] = [made("div", { className: "shell" }), made("div")];
    Object.assign(root, { adoptedStyleSheets: [sheet] }).replaceChildren(outer);
    outer.append(room);
    for (const type of ["keydown", "keyup", "keypress"]) outer.addEventListener(type, (event) => event.stopPropagation());
    this.#arriving = this.#arrive(room, this.#turn);
  }

  async #arrive(room, turn) {
    const say = words[(this.lang || document.documentElement.lang).startsWith("en") ? "en" : "nl"];
    this.#show(room, "status", say.wait, made("p", { className: "title", textContent: say.title }));
    // The room for the first screen is kept free until the applicant goes on from there.
    this.addEventListener("eh-step", () => this.addEventListener("eh-step", () => room.classList.remove("room"), once), once);
    const mode = this.getAttribute("mode") ?? (base.origin === location.origin ? "inline" : "frame");
    try {
      if (mode === "inline") await (loading ??= load());
      if (turn !== this.#turn) return;
      const mounted = await (mode === "inline" ? mount(this, room, base.href) : framed(this, room, base, say.name));
      if (turn !== this.#turn) return void mounted.unmount();
      room.classList.replace("wait", "stands");
      return (this.#mounted = mounted);
    } catch (error) {
      loading = undefined;
      if (turn !== this.#turn) return;
      this.#state = "failed";
      console.error("eh-wizard:", error);
      this.#show(room, "alert", isRefused(error) ? say.wasm : say.fail);
      room.append(made("button", { className: "button", textContent: say.again, onclick: () => this.#start() }));
      room.lastChild.dataset.action = "retry";
      const { code, retryable } = isRefused(error) ? { code: "webassembly", retryable: false } : { code: "load", retryable: true, ...error };
      this.dispatchEvent(new CustomEvent("eh-error", { __proto__: null, detail: { code, retryable }, bubbles: true, composed: true }));
    }
  }

  // The host page's own words in the slot, and ours, until the wizard takes over.
  #show(room, role, textContent, ...first) {
    Object.assign(room, { className: "room wait" }).replaceChildren(...first, made("slot", { name: "fallback" }), made("p", { role, textContent }));
  }
}

// Of two versions on a page the first serves all its elements.
const first = customElements.get("eh-wizard");
if (!first) customElements.define("eh-wizard", EhWizard);
else if (first.base !== base.href) console.warn(`eh-wizard: ${first.base} came first, ${base} is not used`);
