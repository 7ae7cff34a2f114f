// A finished application in front of a proxy, and the ways in which sending it can come to rest.
import assert from "node:assert/strict";
import { soleDirector } from "./journeys.mjs";
import { kept } from "./reload.mjs";
import { Wizard } from "./wizard.mjs";

/** A gateway that gives up, and asks to be left alone for a while. */
export const paused = (proxy) => proxy.answer(502, "<title>Bad gateway</title>", { "retry-after": "60" });

/** A finished application, saved in the tab; on this device too where asked. */
export async function finished(here, { onDevice = false, ...options } = {}) {
  const proxy = await here.proxy();
  const { visit, wizard } = await here.open({ origin: proxy.origin, ...options });
  await wizard.walk(soleDirector);
  if (onDevice) {
    await wizard.press("device");
    await wizard.press("device:yes");
    await visit.page.locator(".frame__saved", { hasText: /apparaat|device/ }).waitFor();
  }
  await kept(visit.page);
  const keptOnce = async (of = wizard) => {
    const reference = await of.reference();
    const keys = new Set(proxy.posts.map(({ key }) => key));
    assert.equal(keys.size, 1);
    const found = (await here.intake.stored()).filter(({ id }) => keys.has(id));
    assert.deepEqual(found.map(({ receipt }) => receipt.reference), [reference]);
  };
  return { proxy, visit, wizard, keptOnce };
}

/** Sends; the proxy responds with `answer`, and does not say what became of the application. */
async function answered(application, state, answer) {
  const { proxy, visit, wizard } = application;
  proxy.outcome = proxy.untold;
  proxy.planned.push(answer(proxy));
  await wizard.send(visit);
  await wizard.sending(state);
  return application;
}

/** Sends, and is left without knowing whether it arrived, although it did; this backend does not tell. */
export const unknown = async (here, options) =>
  answered(await finished(here, options), "unknown", (proxy) => proxy.instead(proxy.answer(200, "<title>Welcome</title>")));

/** Saves on this device without documents, sends to a gateway that gives up, and stops. */
export async function withoutDocuments(here, options, answer = paused) {
  const application = await answered(await finished(here, { onDevice: true, ...options }), "retrying", answer);
  await application.wizard.press("stop");
  await application.wizard.sending("unknown");
  return application;
}

/** Another tab of the same browser, in place of this one. */
export async function reopen({ visit }) {
  const other = await visit.context.newPage();
  const address = visit.page.url();
  // First, because what is on this device belongs to one tab at a time.
  await visit.page.close();
  await other.goto(address);
  return new Wizard(other);
}

/** The same application in a second tab, as `window.open` and "Duplicate tab" make it. */
export async function duplicate({ context, page }) {
  const [opened] = await Promise.all([
    context.waitForEvent("page"), page.evaluate(() => { window.open(location.href); }),
  ]);
  return new Wizard(opened);
}

/** Opens another tab after [`withoutDocuments`], which finds that nothing arrived and that files are missing. */
export async function missingFiles(here, options) {
  const application = await withoutDocuments(here, options);
  const { proxy } = application;
  proxy.outcome = proxy.problem(404, "key_unknown");
  const later = await reopen(application);
  await later.sending("gave-up");
  await later.press("retry");
  await later.sending("missing-files");
  return { ...application, wizard: later };
}

/** Where sending comes to rest: each reaches one such state. */
export const AT_REST = {
  retrying: async (here, options) => answered(await finished(here, options), "retrying", paused),
  unknown,
  refused: async (here, options) => answered(await finished(here, options), "refused", (proxy) => proxy.answer(403, "no", { "x-request-id": "a7f3c9" })),
  conflict: async (here, options) =>
    answered(await finished(here, options), "conflict", (proxy) => proxy.problem(422, "idempotency_key_reused")),
  "come-back": async (here, options) =>
    answered(await finished(here, options), "gave-up", (proxy) => proxy.problem(503, "busy", {}, { "retry-after": "3600" })),
  "too-large": async (here, options) => answered(await finished(here, options), "too-large", (proxy) => proxy.problem(413, "too_large")),
  remarks: async (here, options) => answered(await finished(here, options), "issues", (proxy) =>
    proxy.problem(422, "invalid", { issues: [{ place: "x", code: "y", title: "KVK-nummer 68750110 is uitgeschreven." }] })),
  "missing-files": missingFiles,
  "other-file": async (here, options) => {
    const application = await missingFiles(here, options);
    const { page } = application.wizard;
    await page.locator('[name^="missing."]').setInputFiles({ name: "ander.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4") });
    await page.locator("[data-issue=other_file]").waitFor();
    return application;
  },
};
