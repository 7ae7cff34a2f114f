import { closeBrowser, open } from "./browser.mjs";
import { foundation, jointlyAuthorised, soleOwner } from "./journeys.mjs";
import { startIntake } from "./server.mjs";
import { Wizard } from "./wizard.mjs";
function look() {
  const screen = document.querySelector("eh-wizard").shadowRoot.querySelector("[data-screen]");
  const shown = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.localName === "select") return "<"+(node.selectedOptions[0]?.text ?? "")+">";
    return node.checkVisibility?.() === false ? "" : [...node.childNodes].map(shown).join(" ") + (node.nodeType !== 1 || getComputedStyle(node).display.startsWith("inline") ? "" : "\n");
  };
  return [screen.dataset.screen, shown(screen)];
}
const intake = await startIntake();
const which = { soleOwner, jointlyAuthorised, foundation }[process.argv[2]];
const visit = await open(intake.origin, { lang: process.argv[3] ?? "nl" });
const wizard = new Wizard(visit.page);
const show = async () => { const [s, t] = await visit.page.evaluate(look); const n = t.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w)).length; console.log(`=== ${s} ${n}\n` + t.replace(/[ \t]+/g, " ").replace(/\n\s*\n+/g, "\n")); };
await wizard.walk(which, { visit: (_, when) => (when === "answered" ? show() : undefined) });
await wizard.send(visit); await wizard.reference(); await show();
await closeBrowser().catch(() => {}); await intake.stop();
