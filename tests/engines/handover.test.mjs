// From one browser to another: an application that was filled in and sealed in Chromium is opened, signed and sent in the
// other engines.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { closeBrowser } from "../e2e/browser.mjs";
import { notEmployed } from "../e2e/journeys.mjs";
import { startIntake } from "../e2e/server.mjs";
import { assertCalm, enter } from "./applying.mjs";
import { ENGINES, absence, startEngine } from "./driver.mjs";

const SIGN = {
  screen: "sign", answers: [["signing.method", "screen"], ["consents.terms", true], ["consents.privacy", true]], action: "hand-over",
};
const NOTE = "Klopt uw geboortedatum? Zo niet: \"Dit klopt niet\".";

/** Fills it in in Chromium and seals it for the owner; returns the file and what opens it. */
async function sealed(t, { intake }) {
  const entered = await enter(t, { intake }, { lang: "nl", mode: "mouse" });
  const { wizard } = entered;
  const { page } = wizard;
  await wizard.walk([...notEmployed.slice(0, -1), SIGN, { screen: "hand-over" }]);
  await wizard.answer("handover.for", "representatives.0");
  await wizard.answer("handover.note", NOTE);
  await wizard.press("seal");
  await page.locator("[data-passphrase]").waitFor();
  const passphrase = await page.locator("[data-passphrase]").innerText();
  const [download] = await Promise.all([page.waitForEvent("download"), wizard.press("save-file")]);
  const buffer = await readFile(await download.path());
  await assertCalm(entered);
  await entered.finish();
  return { passphrase, file: { name: download.suggestedFilename(), mimeType: "application/octet-stream", buffer } };
}

for (const name of Object.keys(ENGINES)) {
  describe(name, { concurrency: 1 }, () => {
    const skip = absence(name);
    const here = {};
    before(async () => {
      if (skip) return;
      here.intake = await startIntake();
      here.engine = await startEngine(name);
    });
    after(async () => {
      await here.engine?.stop();
      await here.intake?.stop();
      await closeBrowser();
    });

    test("the owner opens, signs and sends what was filled in and sealed in Chromium", { skip }, async (t) => {
      const { passphrase, file } = await sealed(t, here);
      const entered = await enter(t, here, { lang: "nl", mode: "mouse", query: "&open=file" });
      const { proxy, wizard } = entered;
      const { page } = wizard;
      await wizard.at("open");
      await wizard.hands.file("handover.file", file);
      await page.locator("[data-screen=open] li", { hasText: file.name }).waitFor();
      // As somebody types it who heard it on the telephone.
      await wizard.answer("handover.passphrase", passphrase.toUpperCase().replaceAll(" ", ""));
      await wizard.press("open");
      await wizard.answer("handover.holder", "representatives.0");
      await wizard.press("holder");
      await wizard.at("check");
      assert.ok((await page.locator("[data-screen=check]").textContent()).includes(NOTE));
      // The copies came along, and are shown.
      const copies = await page.locator("[data-screen=check] .check__copy").evaluateAll((found) => found.length);
      assert.ok(copies > 0);
      await page.until("the copies", () => page.locator("[data-screen=check] .check__copy")
        .evaluateAll((found) => found.every(({ naturalWidth }) => naturalWidth > 0)));
      await wizard.press("sign");
      await wizard.at("sign");
      await wizard.answer("signatures.0.typed_name", "P. Jansen");
      assert.equal(proxy.posts.length, 0, "nothing leaves before it is sent");
      await wizard.press("send");
      const reference = await wizard.reference();
      await assertCalm(entered);

      const [{ receipt, application, issues, documents }] = await here.intake.stored();
      assert.deepEqual([receipt.reference, issues], [reference, []]);
      assert.equal(documents.length, 2);
      assert.deepEqual(application.signatures.map(({ by, method, typed_name: typed }) => [by, method, typed]),
        [["representatives.0", "screen", "P. Jansen"]]);
    });
  });
}
