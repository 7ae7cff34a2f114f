// Every screen and state of the wizard before four examiners: axe, HTML_CodeSniffer, html-validate, and somebody who only
// listens, whose transcripts are in `transcripts/`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { ANSWERED } from "./browser.mjs";
import { AT_REST } from "./at-rest.mjs";
import { jointlyAuthorised, limitedAtEh4, mustAnswer, notEmployed, soleDirector, withoutKvk } from "./journeys.mjs";
import { sniff, validate } from "./markup.mjs";
import { dist } from "./server.mjs";
import { collectAnnouncements, forgetAnnouncements, openMirror, takeSnapshot } from "./snapshot.mjs";
import { stage } from "./stage.mjs";
import { listen, transcripts } from "./transcripts.mjs";
import { Wizard } from "./wizard.mjs";

const here = stage();
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const stored = transcripts();
let mirror;
before(async () => { mirror = await openMirror(); });

async function violations(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
    `${id}: ${target.flat().join(" ")}: ${failureSummary.split("\n").slice(1).join("; ").trim()}`));
}

/** What is wrong with what a page shows; `whole` reads what surrounds the screen too. */
async function faults(page, { lang, name, journey = "", whole = false }) {
  const snapshot = await takeSnapshot(page);
  const inMirror = async () => {
    await mirror.show(snapshot);
    const difference = stored.compare(lang, name, await listen(mirror, snapshot, { whole }), { journey, whole });
    return [...(difference ? [difference] : []), ...validate(snapshot.html), ...await sniff(mirror.page)];
  };
  // Side by side, because each page has a process of its own.
  return (await Promise.all([violations(page), inMirror()])).flat();
}

const journeys = { soleDirector, jointlyAuthorised, notEmployed, limitedAtEh4, withoutKvk };
for (const [lang, seen] of [["nl", new Set()], ["en", new Set()]]) {
  for (const [journey, screens] of Object.entries(journeys)) {
    test(`nothing is wrong with the screens of ${journey}, in ${lang}, without and with errors`, async () => {
      const { visit, wizard } = await here.open({ lang, script: collectAnnouncements });
      const found = {};
      const isFirst = journey === "soleDirector";
      const look = async (name, { whole = false } = {}) => {
        // Answers are saved, and that is said, a moment after they change.
        if (whole && !["welcome", "sent"].includes(name)) await visit.page.locator(".frame__saved", { hasText: /./ }).waitFor();
        for (const fault of await faults(visit.page, { lang, name, journey, whole })) (found[fault] ??= []).push(name);
        await forgetAnnouncements(visit.page);
      };
      if (isFirst) {
        wizard.shield = (place) => Wizard.prototype.shield.call(wizard, place, () => look("documents-covering"));
      }
      await wizard.walk(screens, { visit: async (screen, when) => {
        const varies = ["services", "representatives", "documents", "sign"].includes(screen);
        const name = when === "fresh" ? screen : `${screen}-${when}`;
        const isNew = (name) => varies || (!seen.has(name) && seen.add(name));
        if (when === "fresh" ? isNew(name) : varies) await look(name, { whole: isFirst && when === "fresh" });
        if (when === "fresh" && mustAnswer(screen) && isNew(`${screen}-errors`)) {
          await wizard.press(screen === "sign" ? "send" : "next");
          await visit.page.locator(".summary:focus").waitFor();
          await look(`${screen}-errors`);
        }
        await forgetAnnouncements(visit.page);
      } });
      if (isFirst) {
        let release;
        const looked = new Promise((done) => { release = done; });
        await visit.page.route("**/applications", async (route) => {
          await looked;
          await route.continue();
        });
        await wizard.send(visit);
        await wizard.sending("underway");
        await look("sending", { whole: true });
        release();
        await wizard.reference();
        // Erasing takes a moment, and is said when it is done.
        await visit.page.locator("[data-screen=sent]", { hasText: /gewist|erased/ }).waitFor();
        await look("sent", { whole: true });
      }
      assert.deepEqual(found, {});
      await visit.finish();
    });
  }
}

for (const [state, reach] of Object.entries(AT_REST)) {
  test(`nothing is wrong where sending came to rest: ${state}, in both languages`, async () => {
    const { visit, wizard: { page } } = await reach(here, { lang: "en", script: collectAnnouncements });
    const name = `sending-${state}`;
    const inEnglish = await faults(page, { lang: "en", name });
    await page.evaluate(() => { document.querySelector("eh-wizard").lang = "nl"; });
    await page.locator(".wizard[lang=nl] [data-sending]").waitFor();
    await forgetAnnouncements(page);
    assert.deepEqual([inEnglish, await faults(page, { lang: "nl", name })], [[], []]);
    visit.allow(ANSWERED);
    await visit.finish();
  });
}

test("html-validate finds nothing in the pages around the wizard", () => {
  for (const file of ["index.html", "frame.html"]) assert.deepEqual(validate(readFileSync(join(dist, file), "utf8")), [], file);
});

test("every transcript belongs to a state", () => {
  assert.deepEqual(stored.unused(), []);
});
