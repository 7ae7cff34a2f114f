// One application, whatever happens to the page, its storage, other tabs and the clock between sending and the receipt.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ANSWERED } from "./browser.mjs";
import { duplicate, finished, missingFiles, paused, reopen, unknown, withoutDocuments } from "./at-rest.mjs";
import { soleDirector } from "./journeys.mjs";
import { kept } from "./reload.mjs";
import { stage } from "./stage.mjs";
import { Wizard } from "./wizard.mjs";

const here = stage();
const DAY = 24 * 60 * 60 * 1000;

const ready = (options) => finished(here, options);
const leftUnknown = (options) => unknown(here, options);

const look = (page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));

/** Damages the record of the tab: one bit of it, or all but three bytes are gone. */
const spoil = (page, damage) => page.evaluate(async (kind) => {
  const asked = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
  const database = await asked(indexedDB.open("eherkenning-wizard", 1));
  const store = database.transaction("kept", "readwrite").objectStore("kept");
  const [id] = Object.entries(sessionStorage).find(([name]) => /^eh-wizard:[^:]*$/.test(name))[1].split(":");
  const record = await asked(store.get(id));
  if (kind === "bit") new Uint8Array(record.data)[9] ^= 1;
  else record.data = new Uint8Array(3).buffer;
  await asked(store.put(record, id));
  database.close();
  return id;
}, damage);

const records = (page) => page.evaluate(async () => {
  const asked = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
  const database = await asked(indexedDB.open("eherkenning-wizard", 1));
  const keys = await asked(database.transaction("kept").objectStore("kept").getAllKeys());
  database.close();
  return keys;
});

describe("the outcome of a sending", { concurrency: 2 }, () => {
  test("(S4) without documents on this device: the service is asked, and tells that it arrived", async () => {
    const application = await withoutDocuments(here, {}, (proxy) => proxy.instead(paused(proxy)));
    const { proxy, visit } = application;
    proxy.outcome = proxy.received("EH-LATE");
    const later = await reopen(application);
    assert.equal(await later.reference(), "EH-LATE");
    assert.deepEqual([proxy.posts.length, proxy.asked], [1, [proxy.posts[0].key]]);
    await visit.finish({ allow: [ANSWERED] });
  });

  test("(S4, F56) without documents on this device: what never arrived is sent under the same key with them", async () => {
    const { proxy, visit, wizard: later, keptOnce } = await missingFiles(here);
    assert.match(await later.page.locator("[data-sending]").innerText(), /paspoort\.jpg/);
    assert.equal(proxy.posts.length, 1);
    await later.press("thaw");
    await later.page.locator("[data-action=back]").waitFor();
    await later.press("back");
    await later.at("check");
    await later.press("change:documents.user_id_copy.user");
    await later.at("documents");
    const { answers } = soleDirector.find(({ screen }) => screen === "documents");
    await later.fill(answers);
    await later.press("save");
    await later.at("check");
    await later.press("sign");
    await later.at("sign");
    await later.press("send");
    await keptOnce(later);
    assert.equal(proxy.posts.length, 2);
    await visit.finish({ allow: [ANSWERED] });
  });

  test("(S5) after a gateway's error nothing can be changed before the outcome is known", async () => {
    const { proxy, visit, wizard } = await ready();
    proxy.planned.push(proxy.instead(paused(proxy)));
    await wizard.send(visit);
    await wizard.sending("retrying");
    await wizard.press("stop");
    await wizard.sending("unknown");
    proxy.outcome = proxy.received("EH-LATE");
    await wizard.press("thaw");
    assert.equal(await wizard.reference(), "EH-LATE");
    assert.equal(proxy.posts.length, 1);
    await visit.finish({ allow: [ANSWERED] });
  });

  const slowStore = () => {
    const { set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
    Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
      set(done) {
        set.call(this, window.isSlow && done ? () => setTimeout(done, 15_000) : done);
      },
    });
  };

  test("(S7, S16, F38) a slow store is told, nothing leaves before it is done, and a page that dies meanwhile loses nothing", async () => {
    const { proxy, visit, wizard, keptOnce } = await ready({ script: slowStore });
    await visit.page.evaluate(() => { window.isSlow = true; });
    await wizard.send(visit);
    await wizard.sending("not-stored");
    assert.equal(proxy.posts.length, 0);
    proxy.outcome = proxy.problem(404, "key_unknown");
    await visit.page.reload();
    await wizard.sending("gave-up");
    assert.equal(proxy.posts.length, 0);
    await wizard.press("retry");
    await keptOnce();
    assert.equal(proxy.posts.length, 1);
    await visit.finish({ allow: [ANSWERED] });
  });

  test("(S7) the applicant may send without waiting for the store", async () => {
    const { proxy, visit, wizard, keptOnce } = await ready({ script: slowStore });
    await visit.page.evaluate(() => { window.isSlow = true; });
    await wizard.send(visit);
    await wizard.sending("not-stored");
    assert.match(await visit.page.locator("[data-sending]").innerText(), /Houd deze pagina dan open/);
    await wizard.press("send-unstored");
    await keptOnce();
    assert.equal(proxy.posts.length, 1);
    await visit.finish();
  });

  for (const [what, damage] of [["one bit is wrong", "bit"], ["it is of another form", "form"]]) {
    test(`(S8, F43) what is kept cannot be read, because ${what}: it is told, and not overwritten`, async () => {
      const { visit, wizard } = await leftUnknown();
      const id = await spoil(visit.page, damage);
      await visit.page.reload();
      await wizard.at("welcome");
      await visit.page.locator("[data-told]", { hasText: "niet worden gelezen" }).waitFor();
      await wizard.press("next");
      await wizard.at("organisation-kind");
      const [download] = await Promise.all([visit.page.waitForEvent("download"), wizard.press("save-aside")]);
      assert.equal(download.suggestedFilename(), "eherkenning.json");
      await wizard.walk(soleDirector.slice(1), { until: "services" });
      await kept(visit.page);
      assert.ok((await records(visit.page)).includes(id), "still there");
      await visit.finish({ allow: [ANSWERED] });
    });
  }

  test("(S8, F38) a database that opens late is waited for", async () => {
    const slowToOpen = () => {
      const { open } = IDBFactory.prototype;
      const { set } = Object.getOwnPropertyDescriptor(IDBRequest.prototype, "onsuccess");
      IDBFactory.prototype.open = function late(...given) {
        const request = open.apply(this, given);
        if (!sessionStorage.getItem("late")) return request;
        return Object.defineProperty(request, "onsuccess", {
          set(done) {
            set.call(request, done && (() => setTimeout(done, 3_500)));
          },
        });
      };
    };
    const { proxy, visit, wizard, keptOnce } = await leftUnknown({ script: slowToOpen });
    await visit.page.evaluate(() => sessionStorage.setItem("late", "1"));
    await visit.page.reload();
    await wizard.at("sign");
    await visit.page.evaluate(() => sessionStorage.removeItem("late"));
    await wizard.sending("unknown");
    await wizard.press("retry");
    await keptOnce();
    assert.equal(proxy.posts.length, 2);
    await visit.finish({ allow: [ANSWERED] });
  });

  test("(S9, F31) a duplicated tab sends nothing after the first did, and finds the receipt", async () => {
    const { proxy, visit, wizard, keptOnce } = await ready();
    const other = await duplicate(visit);
    const { page } = other;
    await other.at("sign");
    await wizard.send(visit);
    await keptOnce();
    await other.press("send");
    await page.locator('[data-action="device:take"]').waitFor();
    // Neither that its answers are lost nor that they are back.
    assert.equal(await page.locator(".frame__saved").innerText(), "");
    assert.equal(await page.locator("[data-screen] .notice").count(), 1);
    assert.equal(proxy.posts.length, 1);
    await other.press("device:take");
    await keptOnce(other);
    assert.equal(proxy.posts.length, 1);
    await visit.finish();
  });

  test("(S9, F31, F41) a tab that was taken over from sends nothing", async () => {
    const { proxy, visit, wizard } = await ready({ onDevice: true });
    const page = await visit.context.newPage();
    await page.goto(visit.page.url());
    const other = new Wizard(page);
    await other.press("device:take");
    await other.at("sign");
    await wizard.send(visit);
    await visit.page.locator('[data-action="device:take"]').waitFor();
    assert.equal(proxy.posts.length, 0);
    await visit.page.reload();
    await visit.page.locator('[data-action="device:take"]').waitFor();
    await wizard.press("device:take");
    await wizard.at("sign");
    await look(page);
    await page.locator('[data-action="device:take"]').waitFor();
    assert.equal(proxy.posts.length, 0);
    assert.equal(await page.locator("[data-action=send]:visible").count(), 0);
    await visit.finish();
  });

  test("(S10, F44) a clock that is eight days on erases nothing while the outcome is unknown", async () => {
    const { visit, wizard, keptOnce } = await leftUnknown();
    await visit.page.clock.setFixedTime(Date.now() + 8 * DAY);
    await look(visit.page);
    await wizard.sending("unknown");
    await visit.page.reload();
    await wizard.sending("unknown");
    await wizard.press("retry");
    await keptOnce();
    await visit.finish({ allow: [ANSWERED] });
  });
});
