// Every screen and state of the wizard before four examiners (examiners.mjs); handover-axe.test.mjs has those of files that
// are handed over.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ANSWERED } from "./browser.mjs";
import { AT_REST } from "./at-rest.mjs";
import { examiners } from "./examiners.mjs";
import { jointlyAuthorised, limitedAtEh4, mustAnswer, notEmployed, soleDirector, withoutKvk } from "./journeys.mjs";
import { validate } from "./markup.mjs";
import { dist } from "./server.mjs";
import { collectAnnouncements, forgetAnnouncements } from "./snapshot.mjs";
import { stage } from "./stage.mjs";
import { Wizard } from "./wizard.mjs";

const here = stage();
const { faults, unused } = examiners();

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
  assert.deepEqual(unused(), []);
});
