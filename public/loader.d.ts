// Types for the scripts in this folder: of each other, of the build and of the wizard.

/** What the wizard is doing: `element.state`. */
export type State = "loading" | "ready" | "sending" | "sent" | "failed" | "gone";

/** A mounted wizard, inline (by `mount` of the glue) or in a frame. */
export interface Mounted {
  readonly state: State;
  unmount(): void;
  reset(): void | Promise<void>;
  goTo(destination: string): boolean | Promise<boolean>;
  prefill(draft: string): boolean | Promise<boolean>;
  setLanguage(lang: string): void | Promise<void>;
}

/** The part of `<eh-wizard>` that our pages use. package/custom-elements.json describes all of it. */
export interface WizardElement extends HTMLElement {
  readonly state: State;
  reset(): Promise<void>;
  goTo(destination: string | number): Promise<boolean>;
  prefill(draft: object | string): Promise<boolean>;
}

declare global {
  interface HTMLElementEventMap {
    "eh-ready": CustomEvent;
    "eh-step": CustomEvent<{ screen: string; title: string; lang: "nl" | "en" }>;
    "eh-issues": CustomEvent<{ codes: string[] }>;
    "eh-saved": CustomEvent;
    "eh-prefill": CustomEvent;
    "eh-submitted": CustomEvent;
    "eh-error": CustomEvent;
  }

  /** The digests of the modules, in the format of `integrity`; filled in by tools/assemble.mjs. */
  const MODULE_SUMS: string;

  interface CustomElementConstructor {
    /** The folder of the version that defined the element. */
    base?: string;
  }
}
