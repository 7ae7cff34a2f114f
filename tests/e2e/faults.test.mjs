import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { ANSWERED, UNANSWERED } from "./browser.mjs";
import { from, notEmployed, soleDirector } from "./journeys.mjs";
import { dist } from "./server.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const OFFER = /eh-wizard: Error: offer/;

async function behindProxy(files, options = {}) {
  const proxy = await here.proxy();
  for (const [path, act] of Object.entries(files(proxy))) proxy.files.set(path, act);
  const { visit, wizard } = await here.open({ origin: proxy.origin, ...options });
  return { proxy, visit, wizard };
}

for (const [what, act, retryable = true] of [
  ["cannot be reached", (proxy) => proxy.hangUp],
  ["is not there", (proxy) => proxy.answer(404, "gone")],
  ["is no JSON", (proxy) => proxy.answer(200, "<title>Welcome</title>")],
  ["is cut off", (proxy) => proxy.answer(200, '{"format": "eherkenning-offer/1", "supplier":')],
  ["is of another format", (proxy) => proxy.answer(200, { format: "eherkenning-offer/9" }), false],
]) {
  test(`an offer that ${what}: a message and a way to try again, no half-working wizard`, async () => {
    const { proxy, visit, wizard } = await behindProxy((proxy) => ({ "/offer.json": act(proxy) }), { lang: "en" });
    const { page } = visit;
    await page.locator("eh-wizard [role=alert]").waitFor();
    assert.equal(await page.locator("[data-screen]").count(), 0);
    const { errors } = await visit.happened();
    assert.deepEqual(errors, [{ code: "offer", retryable }]);
    assert.equal(await page.evaluate(() => document.querySelector("eh-wizard").state), "failed");
    // The button is readable, whatever style sheets apply.
    const { violations } = await new AxeBuilder({ page }).withRules(["color-contrast"]).analyze();
    assert.deepEqual(violations.map(({ nodes }) => nodes.map(({ target }) => target)), []);
    proxy.files.clear();
    await page.locator("eh-wizard").getByRole("button").click();
    await wizard.at("welcome");
    await visit.finish({ allow: [ANSWERED, UNANSWERED, OFFER] });
  });
}

for (const lang of ["nl", "en"]) {
  test(`an offer whose levels cannot be read, ${lang}: a message that does not blame the connection`, async () => {
    const offer = JSON.parse(await readFile(join(dist, "offer.json"), "utf8"));
    delete offer.levels[0].level;
    const { visit } = await behindProxy((proxy) => ({ "/offer.json": proxy.answer(200, offer) }), { lang });
    const { page } = visit;
    const alert = page.locator("eh-wizard [role=alert]");
    await alert.waitFor();
    assert.match(await alert.textContent(), /Dat ligt aan ons|The fault is ours/);
    assert.equal(await page.locator("[data-screen]").count(), 0);
    assert.deepEqual((await visit.happened()).errors, [{ code: "offer", retryable: false }]);
    assert.equal(await page.evaluate(() => document.querySelector("eh-wizard").state), "failed");
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    assert.deepEqual(violations.map(({ id }) => id), []);
    await visit.finish({ allow: [OFFER] });
  });
}

test("(F59) without the catalogue the applicant names the services and the level", async () => {
  const { visit, wizard } = await behindProxy((proxy) => ({ "/catalogue.json": proxy.hangUp }));
  await wizard.walk(notEmployed, { until: "services" });
  await visit.page.locator("[data-action='retry:catalogue']").waitFor();
  await wizard.answer("purpose.authorisation.kind", "services");
  await wizard.answer("purpose.described_services", "Parkeervergunning bij de gemeente Alkmaar");
  await wizard.answer("purpose.level", "EH2+");
  await wizard.press("next");
  await wizard.walk(from(notEmployed, "user"));
  await wizard.send(visit);
  const reference = await wizard.reference();
  const { application, issues } = (await here.intake.stored()).find(({ receipt }) => receipt.reference === reference);
  assert.deepEqual(issues, []);
  assert.equal(application.purpose.described_services, "Parkeervergunning bij de gemeente Alkmaar");
  await visit.finish({ allow: [UNANSWERED] });
});

test("(F59) a catalogue that is available again is used", async () => {
  const { proxy, visit, wizard } = await behindProxy((proxy) => ({ "/catalogue.json": proxy.answer(200, "{") }));
  await wizard.walk(soleDirector, { until: "services" });
  await visit.page.locator("[data-action='retry:catalogue']").waitFor();
  proxy.files.clear();
  await wizard.press("retry:catalogue");
  await visit.page.locator("[data-action='retry:catalogue']").waitFor({ state: "detached" });
  await wizard.walk(from(soleDirector, "services"), { until: "user" });
  await visit.finish();
});

const page = await readFile(join(dist, "index.html"), "utf8");
for (const [name, value, accepted] of [
  ["level", "EH9", /EH2\+, EH3, EH4/],
  ["lang", "fr", /nl, en/],
  ["services", "parking", /UUID/],
  ["kvk-number", "12", /eight digits/],
  ["storage", "forever", /ask, session, none/],
  ["offer", "http://[", /an address/],
  ["endpoint", "http://[", /an address/],
  ["endpoint", "javascript:alert(1)", /http or https/],
]) {
  test(`the wrong attribute ${name}="${value}" is reported with the accepted values, and the wizard continues`, async () => {
    const html = page.replace(new RegExp(`(<eh-wizard[^>]*?) ${name}="[^"]*"`), "$1")
      .replace("<eh-wizard", `<eh-wizard ${name}='${value}'`)
      .replace(/<script[^>]*page\.js[^>]*><\/script>/, "");
    const { visit, wizard } = await behindProxy((proxy) => ({ "/": proxy.answer(200, html) }));
    await wizard.at("welcome");
    const complaint = visit.log.errors.find((text) => text.includes(`attribute "${name}"`));
    assert.ok(complaint, visit.log.errors.join("\n") || "no complaint");
    assert.match(complaint, accepted);
    await visit.finish({ allow: [/eh-wizard: attribute/] });
  });
}
