// <eh-wizard>: loads the wizard once for all elements on the page, and mounts it in a shadow root.
// The glue is what wasm-bindgen writes; .tools/bundle.mjs makes one file of both.
import init, { mount } from "./widget.js";

const base = new URL(".", import.meta.url).href;
const words = {
  nl: {
    wait: "De aanvraag wordt geladen…",
    fail: "De aanvraag kan niet worden geladen. Controleer uw verbinding en probeer het opnieuw.",
    wasm: "Deze browser laat WebAssembly niet toe. Zet verbeterde beveiliging of isolatiemodus uit voor deze site, of gebruik een andere browser.",
    again: "Opnieuw proberen",
  },
  en: {
    wait: "Loading the application…",
    fail: "The application cannot be loaded. Check your connection and try again.",
    wasm: "This browser does not allow WebAssembly. Switch off enhanced security or lockdown mode for this site, or use another browser.",
    again: "Try again",
  },
};

let loading;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
async function load(tries = 3) {
  try {
    await init();
  } catch (error) {
    if (tries <= 1 || typeof WebAssembly !== "object" || error instanceof WebAssembly.CompileError) throw error;
    await wait(1000);
    return load(tries - 1);
  }
}

class EhWizard extends HTMLElement {
  static observedAttributes = ["lang"];
  #wrapper;
  #mounted;
  #state = "loading";
  #turn = 0;

  get state() {
    return this.#mounted?.state ?? this.#state;
  }

  connectedCallback() {
    if (this.#turn === 0 || this.#state === "gone") this.#start();
  }

  // An element that is moved is disconnected and connected in one task: only a disconnect that lasts unmounts.
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.dispose());
  }

  attributeChangedCallback(name, before, value) {
    if (before !== value && value) this.#mounted?.speak(value.slice(0, 2));
  }

  reset() {
    this.#mounted?.reset();
  }

  goTo(step) {
    return this.#mounted?.goTo(String(step)) ?? false;
  }

  async dispose() {
    this.#turn += 1;
    this.#state = "gone";
    const mounted = this.#mounted;
    this.#mounted = undefined;
    mounted?.unmount();
    this.shadowRoot?.replaceChildren();
  }

  async #start() {
    const turn = ++this.#turn;
    this.#mounted?.unmount();
    this.#mounted = undefined;
    this.#state = "loading";
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#wrapper = document.createElement("div");
    root.replaceChildren(this.#wrapper);
    for (const type of ["keydown", "keyup", "keypress"]) {
      this.#wrapper.addEventListener(type, (event) => event.stopPropagation());
    }
    const say = words[(this.lang || document.documentElement.lang).startsWith("en") ? "en" : "nl"];
    this.#show(say.wait);
    try {
      loading ??= load();
      await loading;
      if (turn !== this.#turn) return;
      const mounted = await mount(this, this.#wrapper, base);
      if (turn !== this.#turn) return mounted.unmount();
      this.#mounted = mounted;
      if (mounted.state === "failed") this.#again(say.again);
    } catch (error) {
      loading = undefined;
      if (turn !== this.#turn) return;
      this.#state = "failed";
      console.error("eh-wizard:", error);
      const refused = typeof WebAssembly !== "object" || error instanceof WebAssembly.CompileError;
      this.#show(refused ? say.wasm : say.fail, say.again);
      const detail = { code: refused ? "webassembly" : "load", retryable: !refused };
      this.dispatchEvent(new CustomEvent("eh-error", { detail, bubbles: true, composed: true }));
    }
  }

  // The host page's own words in the slot, or ours, until the wizard takes over.
  #show(text, again) {
    const slot = document.createElement("slot");
    slot.name = "fallback";
    const line = document.createElement("p");
    line.setAttribute("role", again ? "alert" : "status");
    line.textContent = text;
    this.#wrapper.replaceChildren(slot, line);
    if (again) this.#again(again);
  }

  #again(words) {
    const button = document.createElement("button");
    button.className = "button";
    button.dataset.action = "retry";
    button.textContent = words;
    button.addEventListener("click", () => this.#start());
    this.#wrapper.append(button);
  }
}

if (!customElements.get("eh-wizard")) customElements.define("eh-wizard", EhWizard);
