// What was kept is not lost without a word, and "kept" is said only of what is: when tabs meet on one device, when the
// database fails halfway, when one copy is damaged, and when the page removes the element meanwhile.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ANSWERED } from "./browser.mjs";
import { finished } from "./finished.mjs";
import { soleDirector } from "./journeys.mjs";
import { kept } from "./reload.mjs";
import { Wizard } from "./wizard.mjs";

const ready = finished();
const atDocuments = finished(soleDirector, { until: "documents" });
const DAY = 24 * 60 * 60 * 1000;

const look = (page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
const status = (page, hasText) => page.locator(".frame__saved", { hasText }).waitFor();
const take = (page) => page.locator('[data-action="device:take"]');
const notice = (page) => page.locator(".notice", { hasText: "in een ander tabblad" });

/** Presses "save on this device", and confirms. */
async function keep(wizard, { documents = false } = {}) {
  await wizard.press("device");
  if (documents) await wizard.hands.tick("device-documents");
  await wizard.press("device:yes");
}

async function keptOnDevice(wizard, options) {
  await keep(wizard, options);
  await status(wizard.page, "Bewaard op dit apparaat");
}

/** Another application in another tab of the same browser, with one answer. */
async function another({ context, page }) {
  const other = new Wizard(await context.newPage());
  await other.page.goto(page.url());
  await other.at("welcome");
  await other.press("next");
  await other.at("organisation-kind");
  await other.answer("organisation.identifier.kind", "kvk");
  await other.answer("organisation.identifier.number", "68750110");
  await other.press("next");
  await other.at("services");
  await status(other.page, "Bewaard tot u dit tabblad sluit");
  return other;
}

/** Sends; it arrives, but another answers. */
async function sendUnknown({ proxy, visit, wizard }) {
  proxy.planned.push(proxy.instead(proxy.answer(200, "<title>Welcome</title>")));
  await wizard.send(visit);
  await wizard.sending("unknown");
}

/** In the page: no record of a document can be written, as when there is no room for it. */
const noRoomForDocuments = (page) => page.evaluate(() => {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function some(...given) {
    const request = put.apply(this, given);
    if (String(given[1]).includes("/")) this.transaction.abort();
    return request;
  };
  window.makeRoom = () => { IDBObjectStore.prototype.put = put; };
});

describe("what is kept", { concurrency: 2 }, () => {
  test("(F43, F44) what may have arrived does not go by age when another tab is opened", async () => {
    const application = await ready();
    const { visit, wizard, keptOnce } = application;
    await sendUnknown(application);
    const page = await visit.context.newPage();
    await page.clock.setFixedTime(Date.now() + 8 * DAY);
    await page.goto(visit.page.url());
    const other = new Wizard(page);
    await other.press("next");
    await other.at("organisation-kind");
    await other.answer("organisation.identifier.kind", "kvk");
    await other.answer("organisation.identifier.number", "68750110");
    await status(page, "Bewaard tot u dit tabblad sluit");
    await page.close();
    await visit.page.reload();
    await keptOnce(undefined, wizard);
    await visit.finish({ allow: [ANSWERED] });
  });

  test("(F41) another application on this device is neither overwritten nor forgotten", async () => {
    const application = await ready();
    const { visit, wizard, keptOnce } = application;
    const other = await another(visit);
    await keptOnDevice(wizard);
    await keep(other);
    await status(other.page, "maar alleen in dit tabblad");
    await take(other.page).waitFor();
    await other.page.reload();
    await other.at("services");
    await notice(other.page).waitFor();
    await sendUnknown(application);
    const later = await visit.context.newPage();
    await visit.page.close();
    await other.page.close();
    await later.goto(other.page.url());
    await keptOnce(undefined, new Wizard(later));
    await visit.finish({ allow: [ANSWERED] });
  });

  test("(F41) of two tabs that choose this device at the same moment one is kept there, and the other told", async () => {
    const { visit, wizard } = await ready();
    const other = await another(visit);
    const tabs = [[wizard, "sign"], [other, "services"]];
    for (const [tab] of tabs) await tab.press("device");
    await Promise.all(tabs.map(([tab]) => tab.page.evaluate(() => {
      document.querySelector("eh-wizard").shadowRoot.querySelector('[data-action="device:yes"]').click();
    })));
    const said = await Promise.all(tabs.map(async ([tab]) => {
      await status(tab.page, /apparaat|alleen/);
      return /apparaat/.test(await tab.page.locator(".frame__saved").innerText());
    }));
    assert.deepEqual([...said].sort(), [false, true]);
    const [, screen] = tabs[said.indexOf(true)];
    const url = visit.page.url();
    const later = await visit.context.newPage();
    for (const [tab] of tabs) await tab.page.close();
    await later.goto(url);
    await new Wizard(later).at(screen);
    await visit.finish();
  });

  test("(F41) going on with the application of this device asks first, because it erases the one in the tab", async () => {
    const { visit, wizard } = await ready();
    const other = await another(visit);
    await keptOnDevice(other);
    await visit.page.reload();
    await wizard.at("sign");
    await wizard.press("device:take");
    const question = visit.page.locator(".help__question");
    assert.match(await question.innerText(), /in dit tabblad hebt ingevuld, wordt dan gewist/);
    await wizard.press("device:take:no");
    await visit.page.reload();
    await wizard.at("sign");
    await wizard.press("device:take");
    await wizard.press("device:take:yes");
    await wizard.at("services");
    await look(other.page);
    await take(other.page).waitFor();
    await visit.finish();
  });

  test("(F41) while an outcome is unknown, another application on this device cannot take its place", async () => {
    const application = await ready();
    const { proxy, visit, wizard, keptOnce } = application;
    await keptOnDevice(await another(visit));
    await visit.page.reload();
    await wizard.at("sign");
    await take(visit.page).waitFor();
    proxy.outcome = proxy.untold;
    await sendUnknown(application);
    await notice(visit.page).waitFor();
    assert.equal(await take(visit.page).count(), 0);
    await wizard.press("retry");
    await keptOnce();
    assert.equal(await take(visit.page).count(), 0);
    await visit.finish({ allow: [ANSWERED] });
  });

  test("(F36) room for the answers but not for a document: it is told, and tried again", async () => {
    const { visit, wizard } = await atDocuments();
    await noRoomForDocuments(visit.page);
    const { answers } = soleDirector.find(({ screen }) => screen === "documents");
    await wizard.fill(answers);
    await status(visit.page, "konden niet worden bewaard");
    const rows = visit.page.locator("[data-screen] [data-place] li");
    const count = await rows.count();
    await visit.page.evaluate(() => window.makeRoom());
    await wizard.press("next");
    await wizard.at("contract");
    await status(visit.page, "Bewaard tot u dit tabblad sluit");
    await visit.page.reload();
    await wizard.at("contract");
    await wizard.press("back");
    await wizard.at("documents");
    await rows.nth(count - 1).waitFor();
    await visit.finish();
  });

  test("(F36, F37) a device without room for the documents: the tab keeps everything, and says so", async () => {
    const { visit, wizard, keptOnce } = await ready();
    await noRoomForDocuments(visit.page);
    await keep(wizard, { documents: true });
    await status(visit.page, "maar alleen in dit tabblad");
    await visit.page.reload();
    await wizard.at("sign");
    assert.deepEqual(await visit.page.evaluate(() => ({ ...localStorage })), {});
    await wizard.send(visit);
    await keptOnce();
    await visit.finish();
  });

  test("(F37) a receipt that cannot be written leaves the record that asks for it", async () => {
    const { proxy, visit, wizard, keptOnce } = await ready();
    await wizard.press("back");
    await wizard.at("check");
    proxy.planned.push(async (...given) => {
      await visit.page.evaluate(() => {
        IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
      });
      await proxy.pass(...given);
    });
    await wizard.press("sign");
    await wizard.at("sign");
    await wizard.send(visit);
    await keptOnce();
    await visit.page.reload();
    await keptOnce();
    assert.equal(proxy.posts.length, 1);
    await visit.finish();
  });

  test("(F37) a database that refuses keys: the tab keeps the answers, and goes on", async () => {
    const { visit, wizard } = await ready({ script: () => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function some(value, ...more) {
        if (value?.key instanceof CryptoKey) throw new DOMException("no", "DataCloneError");
        return put.call(this, value, ...more);
      };
    } });
    await keep(wizard);
    await status(visit.page, "maar alleen in dit tabblad");
    await wizard.press("back");
    await wizard.at("check");
    await kept(visit.page);
    await visit.page.reload();
    await wizard.at("check");
    assert.equal(await notice(visit.page).count(), 0);
    await visit.finish();
  });

  test("(F31) after the receipt in a tab that was taken over from, another application can be made", async () => {
    const { proxy, visit, wizard } = await ready();
    await keptOnDevice(wizard, { documents: true });
    let arrive, answer;
    const arrived = new Promise((done) => { arrive = done; });
    const answered = new Promise((done) => { answer = done; });
    proxy.planned.push(proxy.slowly({ arrived: async () => arrive(), answered: () => answered }));
    proxy.outcome = proxy.problem(409, "still_processing", {}, { "retry-after": "100" });
    await wizard.send(visit);
    await arrived;
    const other = new Wizard(await visit.context.newPage());
    await other.page.goto(visit.page.url());
    await other.press("device:take");
    await other.sending("busy");
    await look(visit.page);
    answer();
    await wizard.reference();
    await wizard.press("wipe");
    await wizard.at("welcome");
    await wizard.press("next");
    await wizard.at("organisation-kind");
    await wizard.answer("organisation.identifier.kind", "kvk");
    await wizard.answer("organisation.identifier.number", "68750110");
    await wizard.press("next");
    await wizard.at("services");
    await status(visit.page, "Bewaard tot u dit tabblad sluit");
    await visit.finish({ allow: [ANSWERED] });
  });

  for (const [what, isDevice] of [["device", true], ["tab", false]]) {
    test(`(S8, F43) the copy of the ${what} is damaged: the other is used`, async () => {
      const application = await ready();
      const { proxy, visit, wizard, keptOnce } = application;
      await keptOnDevice(wizard, { documents: true });
      proxy.outcome = proxy.untold;
      await sendUnknown(application);
      await kept(visit.page);
      await visit.page.evaluate(async (isDevice) => {
        const asked = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
        const database = await asked(indexedDB.open("eherkenning-wizard", 1));
        const store = database.transaction("kept", "readwrite").objectStore("kept");
        const id = isDevice ? localStorage["eh-wizard:0"] : sessionStorage["eh-wizard:0"].split(":")[0];
        const record = await asked(store.get(id));
        new Uint8Array(record.data)[9] ^= 1;
        await asked(store.put(record, id));
        database.close();
      }, isDevice);
      for (let times = 0; times < 2; times += 1) {
        await visit.page.reload();
        await wizard.sending("unknown");
        assert.equal(await notice(visit.page).count(), 0);
      }
      await wizard.press("retry");
      await keptOnce();
      await visit.finish({ allow: [ANSWERED] });
    });
  }

  test("(F62) the element is removed and added again while the device is slow to save", async () => {
    const { visit, wizard } = await ready({ script: () => {
      const { set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
      Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
        set(done) {
          set.call(this, window.isSlow && done ? () => setTimeout(done, 1500) : done);
        },
      });
    } });
    await keptOnDevice(wizard);
    await visit.page.evaluate(() => { window.isSlow = true; });
    await wizard.press("back");
    await wizard.at("check");
    await wizard.press("change:user.email");
    await wizard.at("personal-data");
    await wizard.answer("user.email", "nieuw@devries.example");
    await visit.page.waitForTimeout(160);
    await visit.page.evaluate(async () => {
      const element = document.querySelector("eh-wizard");
      const { parentElement } = element;
      element.remove();
      await null;
      await null;
      parentElement.append(element);
    });
    await visit.page.waitForFunction(() => document.querySelector("eh-wizard").shadowRoot
      .querySelector('[name="user.email"]')?.value === "nieuw@devries.example");
    assert.equal(await notice(visit.page).count(), 0);
    await wizard.press("next");
    await status(visit.page, "Bewaard op dit apparaat");
    await visit.finish();
  });

  test("(F62) the element is removed before the device is asked: no error, and the answers stay", async () => {
    const { visit, wizard } = await ready({ script: () => {
      const { request } = LockManager.prototype;
      LockManager.prototype.request = async function late(...given) {
        await new Promise((done) => setTimeout(done, 1500));
        return request.apply(this, given);
      };
    } });
    await keep(wizard);
    await visit.page.evaluate(() => document.querySelector("eh-wizard").remove());
    await visit.page.waitForTimeout(2500);
    await visit.page.evaluate(() => document.body.append(document.createElement("eh-wizard")));
    await wizard.at("sign");
    await visit.finish();
  });
});
