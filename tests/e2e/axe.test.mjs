import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { ANSWERED } from "./browser.mjs";
import { AT_REST } from "./at-rest.mjs";
import { jointlyAuthorised, limitedAtEh4, mustAnswer, notEmployed, soleDirector, withoutKvk } from "./journeys.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function violations(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
    `${id}: ${target.flat().join(" ")}: ${failureSummary.split("\n").slice(1).join("; ").trim()}`));
}

const journeys = { soleDirector, jointlyAuthorised, notEmployed, limitedAtEh4, withoutKvk };
for (const [lang, seen] of [["nl", new Set()], ["en", new Set()]]) {
  for (const [name, journey] of Object.entries(journeys)) {
    test(`axe finds nothing on the screens of ${name}, in ${lang}, without and with errors`, async () => {
      const { visit, wizard } = await here.open({ lang });
      const found = {};
      const look = async (what) => {
        for (const violation of await violations(visit.page)) (found[violation] ??= []).push(what);
      };
      await wizard.walk(journey, { visit: async (screen, when) => {
        const state = `${screen}, ${when}`;
        const varies = ["services", "representatives", "documents", "sign"].includes(screen);
        if (when === "answered" && !varies) return;
        const isNew = varies || !seen.has(state);
        if (isNew) {
          seen.add(state);
          await look(state);
        }
        const withErrors = `${screen}, errors`;
        if (when === "fresh" && mustAnswer(screen, journey) && (varies || !seen.has(withErrors))) {
          seen.add(withErrors);
          await wizard.press(screen === "sign" ? "send" : "next");
          await visit.page.locator("[data-issue]").first().waitFor();
          await look(withErrors);
        }
      } });
      if (name === "soleDirector") {
        await wizard.send(visit);
        await wizard.reference();
        await look("sent");
      }
      assert.deepEqual(found, {});
      await visit.finish();
    });
  }
}

for (const [state, reach] of Object.entries(AT_REST)) {
  test(`axe finds nothing where sending came to rest: ${state}`, async () => {
    const { visit, wizard } = await reach(here, { lang: "en" });
    assert.deepEqual(await violations(wizard.page), []);
    visit.allow(ANSWERED);
    await visit.finish();
  });
}
