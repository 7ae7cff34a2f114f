import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { ANSWERED } from "./browser.mjs";
import { limitedAtEh4, soleDirector } from "./journeys.mjs";
import { kept, reload } from "./reload.mjs";
import { stage } from "./stage.mjs";
import { Wizard } from "./wizard.mjs";

const here = stage();
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const DAY = 24 * 60 * 60 * 1000;

/** Everything in the database and in both storages. */
const stored = (page) => page.evaluate(async () => {
  const asked = (request) => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = failed; });
  const database = await asked(indexedDB.open("eherkenning-wizard", 1));
  const store = () => database.transaction("kept").objectStore("kept");
  const records = [await asked(store().getAllKeys()), await asked(store().getAll())];
  database.close();
  // Of what was erased only a revision stays.
  const kept = records[0].map((key, at) => [key, records[1][at]]).filter(([, value]) => value.data);
  const [keys, values] = [kept.map(([key]) => key), kept.map(([, value]) => value)];
  const text = async (value) => {
    if (value instanceof ArrayBuffer) return new TextDecoder("latin1").decode(value);
    if (value instanceof CryptoKey) return `a key, ${value.extractable ? "open" : "sealed"}`;
    return typeof value === "object" ? (await Promise.all(Object.values(value).map(text))).join() : String(value);
  };
  return { keys, text: (await Promise.all(values.map(text))).join(), local: { ...localStorage }, session: { ...sessionStorage } };
});

const focused = (page) => page.evaluate(() => {
  const { activeElement } = document.querySelector("eh-wizard").shadowRoot;
  return activeElement?.dataset.action ?? activeElement?.className;
});

/** Another tab of the same browser. */
async function another({ context, page }) {
  const other = await context.newPage();
  await other.goto(page.url());
  return new Wizard(other);
}

/** At the question who will use the means, with the answers saved on this device. */
async function onDevice({ documents = false, journey = limitedAtEh4, until = "user", ...options } = {}) {
  const { visit, wizard } = await here.open(options);
  await wizard.walk(journey, { until });
  await wizard.press("device");
  if (documents) await wizard.hands.tick("device-documents");
  await wizard.press("device:yes");
  await visit.page.locator(".frame__saved", { hasText: /apparaat|device/ }).waitFor();
  return { visit, wizard };
}

for (const mode of ["mouse", "keyboard"]) {
  test(`what is saved on this device outlives the tab, by ${mode}`, async () => {
    const { visit, wizard } = await onDevice({ mode });
    assert.equal(await focused(visit.page), "device:forget");
    const end = new Intl.DateTimeFormat("nl", { dateStyle: "long", timeZone: "Europe/Amsterdam" }).format(Date.now() + 7 * DAY);
    assert.equal(await visit.page.locator(".frame__saved").textContent(), `Bewaard op dit apparaat tot ${end}`);
    await wizard.answer("user.is_applicant", "true");
    await kept(visit.page);
    const answers = await wizard.answers();
    const found = await stored(visit.page);
    assert.match(found.text, /a key, sealed/);
    assert.doesNotMatch(found.text, /a key, open|representatives|is_applicant/);
    const url = visit.page.url();
    const other = await visit.context.newPage();
    await visit.page.close();
    await other.goto(url);
    const later = new Wizard(other, { mode });
    await later.at("user");
    assert.deepEqual(await later.answers(), answers);
    await later.answer("user.is_applicant", "false");
    await other.locator(".frame__saved", { hasText: end }).waitFor();
    await reload(later, "user");
    await visit.finish();
  });
}

test("nothing is saved on this device unless the applicant chooses so", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walk(limitedAtEh4, { until: "user" });
  await wizard.press("device");
  assert.match(await visit.page.locator(".help__question").textContent(), /tot \d+ \w+ \d{4} verdergaan.*computer die u deelt/);
  assert.equal(await focused(visit.page), "help__question");
  const { violations } = await new AxeBuilder({ page: visit.page }).withTags(TAGS).setLegacyMode().analyze();
  assert.deepEqual(violations.map(({ id }) => id), []);
  await wizard.press("device:no");
  assert.equal(await focused(visit.page), "device");
  await kept(visit.page);
  assert.deepEqual((await stored(visit.page)).local, {});
  const other = await another(visit);
  await other.at("welcome");
  await visit.finish();
});

test("documents are only saved on this device with separate consent", async () => {
  for (const documents of [false, true]) {
    const { visit, wizard } = await onDevice({ documents, journey: soleDirector, until: "documents" });
    const { answers } = soleDirector.find(({ screen }) => screen === "documents");
    await wizard.fill(answers);
    await kept(visit.page);
    const url = visit.page.url();
    const rows = await visit.page.locator("[data-screen] [data-place] li").count();
    assert.ok(rows > 0);
    const other = await visit.context.newPage();
    await visit.page.close();
    await other.goto(url);
    await new Wizard(other).at("documents");
    const shown = other.locator("[data-screen] [data-place] li");
    if (documents) await shown.nth(rows - 1).waitFor();
    else await other.locator('[data-issue="document_gone"]').first().waitFor();
    assert.equal(await shown.count(), documents ? rows : 0);
    await visit.finish();
  }
});

test("(F41) two tabs: the later one is told, and can take over", async () => {
  const { visit, wizard } = await onDevice();
  await kept(visit.page);
  const answers = await wizard.answers();
  const later = await another(visit);
  await later.at("welcome");
  const notice = (page) => page.locator('[data-action="device:take"]');
  await notice(later.page).waitFor();
  const { violations } = await new AxeBuilder({ page: later.page }).withTags(TAGS).setLegacyMode().analyze();
  assert.deepEqual(violations.map(({ id }) => id), []);
  await later.press("next");
  await later.at("organisation-kind");
  await later.press("device:take");
  await later.press("device:take:yes");
  await later.at("user");
  assert.deepEqual(await later.answers(), answers);
  assert.equal(await notice(later.page).count(), 0);
  // The first says so when it is looked at again.
  assert.equal(await notice(visit.page).count(), 0);
  await visit.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await notice(visit.page).waitFor();
  // Nothing changes there any more.
  assert.equal(await visit.page.locator("[data-screen] [name]").count(), 0);
  await reload(later, "user");
  assert.deepEqual(await later.answers(), answers);
  await visit.finish();
});

test("stopping erases only what is on this device", async () => {
  const { visit, wizard } = await onDevice();
  await kept(visit.page);
  await wizard.press("device:forget");
  await visit.page.locator('[data-action="device"]').waitFor();
  assert.equal(await focused(visit.page), "device");
  const found = await stored(visit.page);
  assert.deepEqual(found.local, {});
  const [own] = Object.values(found.session)[0].split(":");
  assert.deepEqual(found.keys, [own]);
  await reload(wizard, "user");
  await visit.finish();
});

test("(F68) erasing all answers and sending both leave nothing on this device", async () => {
  const nothing = async (visit) => {
    await visit.page.waitForFunction(() => localStorage.length === 0);
    for (let looks = 0; ; looks += 1) {
      const { keys } = await stored(visit.page);
      if (keys.every((key) => !key.includes("/"))) return;
      assert.ok(looks < 100, keys.join());
    }
  };
  const wiped = await onDevice({ documents: true });
  await wiped.wizard.press("wipe");
  await wiped.wizard.press("wipe:yes");
  await wiped.wizard.at("welcome");
  await nothing(wiped.visit);
  assert.deepEqual((await stored(wiped.visit.page)).keys, []);
  await wiped.visit.finish();

  const sent = await onDevice({ documents: true, journey: soleDirector, until: "documents" });
  await sent.wizard.walk(soleDirector.slice(soleDirector.findIndex(({ screen }) => screen === "documents")));
  await sent.wizard.send(sent.visit);
  await sent.wizard.reference();
  await nothing(sent.visit);
  const other = await another(sent.visit);
  await other.at("welcome");
  await sent.visit.finish();
});

test("(F43) after seven days it is erased", async () => {
  const { visit } = await onDevice();
  await kept(visit.page);
  const url = visit.page.url();
  // A closing page may still write, so the clock moves on a page that writes nothing.
  const other = await visit.context.newPage();
  await other.goto(new URL("/icon.svg", url).href);
  await visit.page.close();
  await other.waitForTimeout(1000);
  await other.evaluate(async (day) => {
    const asked = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
    const database = await asked(indexedDB.open("eherkenning-wizard", 1));
    const store = database.transaction("kept", "readwrite").objectStore("kept");
    const id = Object.values(localStorage)[0];
    const record = await asked(store.get(id));
    await asked(store.put({ ...record, time: String(Number(record.time) - 7 * day - 1000) }, id));
    database.close();
  }, DAY);
  await other.goto(url);
  await new Wizard(other).at("welcome");
  // When an image is opened directly, Chromium requests the icon of the origin.
  await visit.finish({ allow: [ANSWERED] });
});

test("a page that stays open for longer starts again; hiding a page does not prolong the period", async () => {
  const { visit } = await onDevice();
  await kept(visit.page);
  const times = () => visit.page.evaluate(async () => {
    const asked = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
    const database = await asked(indexedDB.open("eherkenning-wizard", 1));
    const records = await asked(database.transaction("kept").objectStore("kept").getAll());
    database.close();
    return records.filter(({ data }) => data).map(({ time }) => time);
  });
  const away = () => visit.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  const before = await times();
  assert.equal(before.length, 2);
  await away();
  await visit.page.waitForTimeout(1000);
  assert.deepEqual(await times(), before);
  // A minute before the end everything is still there, a minute after it nothing is.
  const end = Math.max(...before) + 7 * DAY;
  await visit.page.clock.setFixedTime(end - 60_000);
  await away();
  await visit.page.waitForTimeout(1000);
  assert.deepEqual(await times(), before);
  await visit.page.clock.setFixedTime(end + 60_000);
  await away();
  const wizard = new Wizard(visit.page);
  await wizard.at("welcome");
  await visit.page.locator("[data-told]", { hasText: "zeven dagen" }).waitFor();
  await visit.page.waitForFunction(() => localStorage.length === 0);
  for (let looks = 0; (await times()).length > 0; looks += 1) assert.ok(looks < 100);
  await visit.finish();
});

test("(F37) if the device cannot store anything, the wizard says so and the tab keeps the answers", async () => {
  const { visit, wizard } = await here.open({ script: () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function set(...args) {
      if (this === localStorage) throw new DOMException("full", "QuotaExceededError");
      return setItem.apply(this, args);
    };
  } });
  await wizard.walk(limitedAtEh4, { until: "user" });
  await kept(visit.page);
  await wizard.press("device");
  await wizard.press("device:yes");
  await visit.page.locator(".frame__saved", { hasText: "maar alleen in dit tabblad" }).waitFor();
  await reload(wizard, "user");
  await visit.finish();
});

test("if nothing may be saved beyond the tab, the wizard does not ask", async () => {
  const { visit, wizard } = await here.open({ script: () => {
    customElements.whenDefined("eh-wizard");
    new MutationObserver(() => document.querySelector("eh-wizard")?.setAttribute("storage", "session")).observe(document, { childList: true, subtree: true });
  } });
  await wizard.walk(limitedAtEh4, { until: "user" });
  assert.equal(await visit.page.locator('[data-action="device"]').count(), 0);
  await visit.finish();
});
