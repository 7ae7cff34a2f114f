// Saving an application as a file for oneself, and going on with it: nothing that was answered is lost on either side.
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { test } from "node:test";
import { AT_REST } from "./at-rest.mjs";
import { ANSWERED, UNANSWERED } from "./browser.mjs";
import { device, give, onScreen, receive, saveForOneself, seal, sign, unsealed } from "./handover.mjs";
import { from, jointlyAuthorised, soleDirector } from "./journeys.mjs";
import { kept, reload } from "./reload.mjs";
import { dist } from "./server.mjs";
import { stage } from "./stage.mjs";

const here = stage();

const storedAs = async (reference) => (await here.intake.stored()).filter(({ receipt }) => receipt.reference === reference);

test("saved in the middle of the questions, it goes on elsewhere with every answer and document", async (t) => {
  const { visit, wizard } = await here.open();
  await wizard.walk(jointlyAuthorised, { until: "contract" });
  const { answers } = jointlyAuthorised.find(({ screen }) => screen === "contract");
  await wizard.fill(answers.slice(0, 2));
  const before = await wizard.answers();
  await wizard.press("device");
  await wizard.press("save-file");
  await wizard.at("hand-over");
  assert.equal(await wizard.control("handover.for").count(), 0);
  const file = await seal(wizard);
  await wizard.press("back:done");
  await wizard.at("contract");
  assert.deepEqual(await wizard.answers(), before);

  const { visit: other, wizard: later } = await device(here.intake.origin);
  await give(later, file);
  await later.at("contract");
  assert.deepEqual(await later.answers(), before);
  const rest = from(jointlyAuthorised, "contract");
  await later.walk([{ ...rest[0], answers: answers.slice(2) }, ...rest.slice(1)]);
  await later.send(other);
  const [{ application, documents, issues }] = await storedAs(await later.reference());
  assert.deepEqual([issues, documents.length, application.documents.length], [[], 5, 5]);
  const { number, application: saved } = await unsealed(t, file);
  assert.equal(application.id, number);
  assert.deepEqual(application.documents.slice(0, 4).map(({ sha256 }) => sha256), saved.documents.map(({ sha256 }) => sha256));
  const people = ({ user, representatives }) => [user, ...representatives].map(({ mobile, ...more }) => more);
  assert.deepEqual(people(application), people(saved));
  for (const one of [visit, other]) await one.finish();
});

test("where the answers are kept on the device, the file is a link beside it", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walk(soleDirector, { until: "user" });
  await wizard.press("device");
  await wizard.press("device:yes");
  await visit.page.locator("[data-action='device:forget']").waitFor();
  await wizard.press("save-file");
  const file = await seal(wizard);
  const { visit: other, wizard: later } = await device(here.intake.origin);
  await give(later, file);
  await later.at("user");
  for (const one of [visit, other]) await one.finish();
});

for (const state of ["refused", "come-back", "conflict", "unknown"]) {
  test(`saved after sending came to rest as ${state}, it is sent elsewhere, once`, async () => {
    const { proxy, visit, wizard, keptOnce } = await AT_REST[state](here);
    await wizard.press("save-file");
    const file = await seal(wizard);
    await wizard.press("back:done");
    await wizard.at("sign");
    await visit.page.locator("[data-sending] [data-action=save-file]").waitFor();
    const { visit: other, wizard: later } = await device(proxy.origin);
    await give(later, file);
    await later.at("sign");
    assert.equal(await later.control("signatures.0.typed_name").inputValue(), "J.M. de Vries");
    proxy.outcome = undefined;
    await later.send(other);
    await keptOnce(later);
    assert.equal(proxy.posts.length, 2);
    // Only then it had arrived.
    assert.equal(await other.page.getByText("eerder is verstuurd").count(), state === "unknown" ? 1 : 0);
    for (const one of [visit, other]) await one.finish({ allow: [ANSWERED] });
  });
}

test("answers that are here only make way for those of a file once that was agreed to", async () => {
  const { visit: first, wizard } = await here.open();
  await wizard.walk(jointlyAuthorised, { until: "services" });
  const file = await saveForOneself(wizard);
  const { visit, wizard: other } = await here.open();
  await other.walk(soleDirector, { until: "services" });
  await other.press("back");
  await other.at("organisation-kind");
  const before = await other.answers();
  await other.press("back");
  await other.at("welcome");
  await other.press("open-file");
  await give(other, file);
  await other.shows("required@handover.replaces");
  await other.press("back");
  await other.at("welcome");
  await other.press("next");
  await other.at("organisation-kind");
  assert.deepEqual(await other.answers(), before);
  await other.press("back");
  await other.press("open-file");
  await other.at("open");
  await other.answer("handover.replaces", true);
  await give(other, file);
  await other.at("services");
  await other.press("back");
  await other.at("organisation-kind");
  assert.equal(await other.control("organisation.identifier.number").inputValue(), "69599084");
  await kept(visit.page);
  await reload(other, "organisation-kind");
  const { visit: fresh, wizard: none } = await device(here.intake.origin);
  await none.at("open");
  assert.equal(await none.control("handover.replaces").count(), 0);
  for (const one of [first, visit, fresh]) await one.finish();
});

test("a signatory who reloads is still one, on the same screen, with the note and the history", async () => {
  const { visit: first, wizard } = await here.open();
  await wizard.walk(onScreen);
  await wizard.press("hand-over");
  const file = await seal(wizard, { receiver: "representatives.0", note: "Graag vandaag nog." });
  const { visit, wizard: pieter } = await device(here.intake.origin);
  const { page } = visit;
  await receive(pieter, file, "representatives.0");
  const check = async () => {
    await page.getByText("U ondertekent als Pieter Jansen").waitFor();
    await page.getByText("Graag vandaag nog.").waitFor();
    assert.match(await page.locator(".check__history").textContent(), /Johanna Maria de Vries heeft de aanvraag ingevuld/);
    assert.equal(await page.locator("[data-action^='change:'], [data-action^='step:']:visible").count(), 0);
    assert.equal(await page.locator("[data-screen=check] a[target=_blank]").count(), 4);
  };
  await check();
  await kept(page);
  await reload(pieter, "check");
  await check();
  await pieter.press("return");
  await pieter.at("hand-over");
  await kept(page);
  await page.reload();
  await pieter.at("check");
  await check();
  await sign(pieter, 0, "P. Jansen");
  await kept(page);
  await reload(pieter, "sign");
  assert.equal(await page.locator("[name='signatures.1.typed_name'], [data-action=send]").count(), 0);
  await pieter.press("hand-over");
  await pieter.at("hand-over");
  await kept(page);
  await page.reload();
  await pieter.at("sign");
  await page.locator("[data-action='unsign:0']").waitFor();
  for (const one of [first, visit]) await one.finish();
});

test("a signatory who saves it for themself still has the note", async (t) => {
  const { visit: first, wizard } = await here.open();
  await wizard.walk(onScreen);
  await wizard.press("hand-over");
  const { visit, wizard: pieter } = await device(here.intake.origin);
  await receive(pieter, await seal(wizard, { receiver: "representatives.0", note: "Graag vandaag nog." }), "representatives.0");
  const { note, for: signer } = await unsealed(t, await saveForOneself(pieter));
  for (const one of [first, visit]) await one.finish();
  assert.equal(signer, "representatives.0");
  assert.equal(note, "Graag vandaag nog.");
});

test("where the passphrase cannot be made up, that is said", async () => {
  const proxy = await here.proxy();
  for (const version of await readdir(dist)) proxy.files.set(`/${version}/words-nl.txt`, proxy.hangUp);
  const { visit, wizard } = await here.open({ origin: proxy.origin });
  await wizard.walk(soleDirector, { until: "user" });
  await wizard.press("device");
  await wizard.press("save-file");
  await wizard.at("hand-over");
  await wizard.press("seal");
  const isSaid = await visit.page.locator("[data-issue=words]").waitFor({ timeout: 5000 }).then(() => true, () => false);
  await visit.finish({ allow: [UNANSWERED] });
  assert.ok(isSaid);
});

test("without a network, what could not be sent can be saved", async () => {
  const { visit, wizard } = await AT_REST["come-back"](here);
  await visit.context.setOffline(true);
  await wizard.press("save-file");
  await wizard.at("hand-over");
  await wizard.press("seal");
  const isMade = await visit.page.locator("[data-passphrase]").waitFor({ timeout: 5000 }).then(() => true, () => false);
  await visit.finish({ allow: [ANSWERED, UNANSWERED] });
  assert.ok(isMade);
});

test("the passphrase is still there in the other language, because it is shown only once", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walk(soleDirector, { until: "user" });
  const { passphrase } = await saveForOneself(wizard);
  await wizard.press("language");
  await visit.page.locator("html[lang=en]").waitFor();
  const shown = await visit.page.locator("[data-passphrase]").allTextContents();
  await visit.finish();
  assert.deepEqual(shown, [passphrase]);
});

/** Sharing as phones have it; it fails for the reason that is set. */
const sharing = () => {
  window.shared = [];
  navigator.canShare = ({ files }) => files.length === 1;
  navigator.share = async ({ files: [{ name, type, size }], ...more }) => {
    window.shared.push({ name, type, size, more });
    if (window.refusal) throw new DOMException("refused", window.refusal);
  };
};

/** A file is made where the system can share, up to its passphrase. */
async function atShare() {
  const { visit, wizard } = await here.open({ script: sharing });
  await wizard.walk(onScreen);
  await wizard.press("hand-over");
  const file = await seal(wizard, { receiver: "representatives.1" });
  return { visit, page: visit.page, wizard, file };
}

test("where the system can share, it gets the file under its name, and nothing of the passphrase", async () => {
  const { visit, page, wizard, file } = await atShare();
  for (const refusal of [undefined, "AbortError"]) {
    await page.evaluate((refusal) => { window.refusal = refusal; window.shared = []; }, refusal);
    await wizard.press("share");
    await page.waitForFunction(() => window.shared.length === 1);
    assert.deepEqual(await page.evaluate(() => window.shared), [
      { name: file.name, type: "application/octet-stream", size: file.bytes.length, more: {} },
    ]);
  }
  await visit.finish();
});

test("a file that the system refuses to share is saved instead", async () => {
  const { visit, page, wizard, file } = await atShare();
  await page.evaluate(() => { window.refusal = "NotAllowedError"; });
  const saved = page.waitForEvent("download", { timeout: 3000 }).catch(() => undefined);
  await wizard.press("share");
  const name = (await saved)?.suggestedFilename();
  await visit.finish();
  assert.equal(name, file.name);
});

test("without sharing there is only saving", async () => {
  const { visit, wizard } = await here.open({ script: () => { delete Navigator.prototype.canShare; } });
  await wizard.walk(soleDirector, { until: "user" });
  await saveForOneself(wizard);
  assert.equal(await visit.page.locator("[data-action=share]").count(), 0);
  await visit.finish();
});
