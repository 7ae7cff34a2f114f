// What the page says once the application is received is true of the application that was received.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { ANSWERED } from "./browser.mjs";
import { file, pdf } from "./files.mjs";
import { finished } from "./finished.mjs";
import { jointlyAuthorised } from "./journeys.mjs";

const ready = finished();
const withExtract = finished(jointlyAuthorised);
const EXTRACT = "documents.kvk_extract.organisation";
const busy = (proxy, seconds) => proxy.problem(503, "busy", {}, { "retry-after": seconds });

test("(S5) received as it was sent before: nothing is said of what was changed since", async () => {
  const { proxy, visit, wizard } = await ready();
  const { page } = visit;
  proxy.planned.push(proxy.instead(busy(proxy, "60")));
  await wizard.send(visit);
  await wizard.sending("retrying");
  await wizard.press("stop");
  await wizard.sending("stopped");
  await wizard.press("thaw");
  await wizard.press("back");
  await wizard.at("check");
  await wizard.press("change:contract.payment.method");
  await wizard.at("payment");
  await wizard.answer("contract.payment.method", "card");
  await wizard.press("save");
  await wizard.at("check");
  await wizard.press("sign");
  await wizard.at("sign");
  await wizard.press("send");
  await wizard.reference();
  visit.allow(ANSWERED);
  await page.getByText("zoals zij eerder is verstuurd").waitFor();
  assert.doesNotMatch(await page.locator("[data-screen=sent]").innerText(), /creditcard|gewist/);
  await visit.finish();
});

test("(S12) a refused reset, and that answers were restored, are no longer said beside the receipt", async () => {
  const { proxy, visit, wizard } = await ready();
  const { page } = visit;
  await page.getByText("Uw eerdere antwoorden staan er weer").waitFor();
  proxy.planned.push(busy(proxy, "2"));
  await wizard.send(visit);
  await wizard.sending("retrying");
  await page.evaluate(() => document.querySelector("eh-wizard").reset());
  await page.locator("[data-told]").waitFor();
  await wizard.reference();
  visit.allow(ANSWERED);
  assert.equal(await page.locator("[data-told]").count(), 0);
  assert.equal(await page.getByText("Uw eerdere antwoorden staan er weer").count(), 0);
  await page.getByText("gewist").waitFor();
  await visit.finish();
});

test("(S4) a file that is replaced too late leaves the one that is being sent", async () => {
  const { proxy, visit, wizard } = await withExtract({ script: () => {
    const { digest } = SubtleCrypto.prototype;
    SubtleCrypto.prototype.digest = async function slow(...values) {
      while (window.isSlow) await new Promise((done) => setTimeout(done, 50));
      return digest.apply(this, values);
    };
  } });
  const { page } = visit;
  await wizard.press("back");
  await wizard.at("check");
  await wizard.press(`change:${EXTRACT}`);
  await wizard.at("documents");
  await page.evaluate(() => { window.isSlow = true; });
  const replace = wizard.attached(EXTRACT, "uittreksel.pdf").locator("[data-action=replace]");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), replace.click()]);
  await chooser.setFiles(file("nieuw.pdf", pdf()));
  await wizard.press("save");
  await wizard.at("check");
  await wizard.press("sign");
  await wizard.at("sign");
  proxy.planned.push(busy(proxy, "3"));
  await wizard.send(visit);
  await wizard.sending("retrying");
  await page.evaluate(() => { window.isSlow = false; });
  await wait(500);
  await wizard.reference();
  visit.allow(ANSWERED);
  assert.deepEqual([proxy.posts.length, proxy.posts[0].digest], [2, proxy.posts[1].digest]);
  await visit.finish();
});
