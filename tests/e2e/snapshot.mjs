// What the wizard shows, copied as plain HTML into an empty page: tools that do not look into a shadow root examine it
// there, and none of them disturbs the wizard.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { emptyPage } from "./browser.mjs";

const { resolve } = createRequire(import.meta.url);
const CODE_SNIFFER = resolve("@pa11y/html_codesniffer/build/HTMLCS.js");
const READER = join(dirname(resolve("@guidepup/virtual-screen-reader/package.json")), "lib/esm/index.browser.js");

/** Runs in the page before its own scripts: collects what live regions tell a screen reader on the screen that is shown. */
export function collectAnnouncements() {
  const REGION = "[role=status], [role=alert], [aria-live]";
  window.announced = [];
  const note = (region, isNew) => {
    const words = region.innerText.replace(/\s+/g, " ").trim();
    if (words === "" || !region.checkVisibility()) return;
    // What changes only a number follows so fast that nothing but the last is spoken.
    const last = window.announced.at(-1);
    const withoutNumbers = (text) => text?.replace(/\d+/g, "");
    if (last?.region === region && withoutNumbers(last.words) === withoutNumbers(words)) window.announced.pop();
    window.announced.push({ region, isNew, words });
  };
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function attach(init) {
    const root = attachShadow.call(this, init);
    new MutationObserver((changes) => {
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof Element);
      const all = added.flatMap((node) => [node, ...node.querySelectorAll("*")]);
      if (all.some((node) => node.matches("[data-screen]"))) window.announced = [];
      const fresh = new Set(all.filter((node) => node.matches(REGION)));
      const changed = changes.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest(REGION));
      for (const region of new Set([...fresh, ...changed])) if (region?.isConnected) note(region, fresh.has(region));
    }).observe(root, { subtree: true, childList: true, characterData: true });
    return root;
  };
}

/** Forgets what was announced so far. */
export const forgetAnnouncements = (page) => page.evaluate(() => { window.announced = []; });

/**
 * What a page shows now: the HTML with the state of the controls in its attributes, the language, the style sheets, and
 * what was announced.
 */
export async function takeSnapshot(page) {
  const snapshot = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("eh-wizard");
    const shown = shadowRoot.querySelector(".wizard");
    const copy = shown.cloneNode(true);
    const twins = [copy, ...copy.querySelectorAll("*")];
    for (const [at, element] of [shown, ...shown.querySelectorAll("*")].entries()) {
      const twin = twins[at];
      twin.toggleAttribute("data-focused", element === shadowRoot.activeElement);
      if (element.matches("[data-passphrase]")) twin.textContent = "[passphrase]";
      if (["checkbox", "radio"].includes(element.type)) twin.toggleAttribute("checked", element.checked);
      else if (element.localName === "textarea") twin.textContent = element.value;
      else if (element.localName === "option") twin.toggleAttribute("selected", element.selected);
      else if (element.localName === "input" && element.type !== "file") twin.setAttribute("value", element.value);
    }
    const rules = shadowRoot.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
    // A new region that is gone again was there too shortly to be heard.
    const announced = (window.announced ?? []).filter(({ region, isNew }) => region.isConnected || !isNew);
    return {
      html: copy.outerHTML,
      lang: shown.lang,
      styles: rules.map(({ cssText }) => cssText).join("\n"),
      // Not every screen reader announces a status that is new together with its words.
      announced: announced.map(({ region, isNew, words }) =>
        `${isNew ? "new " : ""}${region.getAttribute("role") ?? "live region"}: ${words}`),
    };
  });
  // The marks of the renderer, and objects of the page, which cannot be loaded elsewhere.
  const html = snapshot.html.replaceAll("<!---->", "").replaceAll(/ src="blob:[^"]*"/g, ' src="data:,"');
  return { ...snapshot, html };
}

/** An empty page with the tools in it. It shows one snapshot after another. */
export async function openMirror() {
  const page = await emptyPage();
  await page.setContent('<!doctype html><title>eHerkenning</title><main class="host"></main>');
  await page.addScriptTag({ path: CODE_SNIFFER });
  await page.evaluate(async (source) => {
    const { Virtual } = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
    window.Virtual = Virtual;
  }, await readFile(READER, "utf8"));
  const show = (snapshot) => page.evaluate(({ html, lang, styles }) => {
    document.documentElement.lang = lang;
    document.querySelector(".host").innerHTML = html;
    if (styles === window.styles) return;
    window.styles = styles;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles.replaceAll(":host", ".host"));
    document.adoptedStyleSheets = [sheet];
  }, snapshot);
  return { page, show };
}
