// One application, whatever the browser and the device do with its page.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { duplicate } from "./at-rest.mjs";
import { finished } from "./finished.mjs";
import { kept } from "./reload.mjs";

const ready = finished();
const devtools = ({ context, page }) => context.newCDPSession(page);

/** Changes an answer: from the last screen to a question, and back. */
async function change(wizard, email) {
  await wizard.press("back");
  await wizard.at("check");
  await wizard.press("change:user.email");
  await wizard.at("personal-data");
  if (email) await wizard.answer("user.email", email);
  await wizard.press("save");
  await wizard.at("check");
  await wizard.press("sign");
  await wizard.at("sign");
}

/** The e-mail address in the only application that is stored. */
const emailIn = async ({ stored }) => (await stored()).map(({ application }) => application.user.email);

describe("the page", { concurrency: 2 }, () => {
  test("(F36) no storage is left: it is told, and the application can be sent all the same", async () => {
    const { proxy, visit, wizard, keptOnce } = await ready();
    await visit.page.evaluate(() => {
      IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
    });
    await change(wizard, "zonder@ruimte.example");
    await visit.page.locator(".frame__saved", { hasText: "konden niet worden bewaard" }).waitFor();
    await wizard.send(visit);
    await wizard.sending("not-stored");
    assert.match(await visit.page.locator("[data-sending]").innerText(), /kan niet worden bewaard/);
    assert.equal(proxy.posts.length, 0);
    await wizard.press("send-unstored");
    await keptOnce();
    await visit.finish();
  });

  for (const [what, script] of [
    ["is missing", () => Object.defineProperty(window, "indexedDB", { value: undefined })],
    ["refuses to open", () => {
      IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); };
    }],
    ["a newer version has changed", () => new Promise((done) => {
      const opening = indexedDB.open("eherkenning-wizard", 9);
      opening.onsuccess = () => {
        opening.result.close();
        done();
      };
    })],
  ]) {
    test(`(F38) a database that ${what}: it is told, and the application can be sent all the same`, async () => {
      const { proxy, visit, wizard, keptOnce } = await ready();
      await visit.page.evaluate(script);
      await change(wizard, "zonder@opslag.example");
      await visit.page.locator(".frame__saved", { hasText: "konden niet worden bewaard" }).waitFor();
      await wizard.send(visit);
      await wizard.sending("not-stored");
      await wizard.press("send-unstored");
      await keptOnce();
      assert.equal(proxy.posts.length, 1);
      await visit.finish();
    });
  }

  test("(F42) without locks and channels between tabs, a duplicated tab still sends nothing", async () => {
    const { proxy, visit, wizard, keptOnce } = await ready({ script: () => {
      delete Navigator.prototype.locks;
      delete window.BroadcastChannel;
    } });
    const other = await duplicate(visit);
    const { page } = other;
    await other.at("sign");
    await wizard.send(visit);
    await keptOnce();
    await other.press("send");
    await page.locator('[data-action="device:take"]').waitFor();
    assert.equal(proxy.posts.length, 1);
    await visit.finish();
  });

  for (const timezoneId of ["Pacific/Kiritimati", "America/Los_Angeles"]) {
    test(`(F45) in the time zone ${timezoneId} dates of birth and of documents stay the same`, async () => {
      const { intake, visit, wizard, keptOnce } = await ready({ timezoneId });
      await wizard.send(visit);
      await keptOnce();
      const [{ application }] = await intake.stored();
      assert.equal(application.user.birth_date, "1985-02-28");
      assert.match(application.user.identity_document.expires_on, /-05-01$/);
      await visit.finish();
    });
  }

  test("(F44) a clock that jumps back to 1970 while the page is open: nothing is lost", async () => {
    const { visit, wizard } = await ready();
    await visit.page.clock.setFixedTime(new Date(1970, 0, 2));
    await visit.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
    await wizard.at("sign");
    await visit.page.reload();
    await wizard.at("sign");
    await visit.finish();
  });

  test("(F46) who leaves for another page and comes back finds screen and answers as they were", async () => {
    const { visit, wizard, keptOnce } = await ready();
    const { page } = visit;
    await change(wizard, "terug@devries.example");
    await page.goto("about:blank");
    await page.goBack();
    await wizard.at("sign");
    await page.goForward();
    await page.goBack();
    await wizard.at("sign");
    await page.locator("[data-action=send]").waitFor();
    await wizard.send(visit);
    await keptOnce();
    await visit.finish();
  });

  test("(F47) a page that goes into the back/forward cache and comes back goes on", async () => {
    const { intake, visit, wizard, keptOnce } = await ready();
    const { page } = visit;
    for (let round = 0; round < 3; round += 1) {
      await page.evaluate(() => {
        window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
        document.dispatchEvent(new Event("freeze"));
        document.dispatchEvent(new Event("resume"));
        window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
      });
    }
    await change(wizard, "terug@devries.example");
    await kept(page);
    await page.reload();
    await wizard.at("sign");
    await wizard.send(visit);
    await keptOnce();
    assert.deepEqual(await emailIn(intake), ["terug@devries.example"]);
    await visit.finish();
  });

  test("(F48) the browser asks before it leaves answers that are not saved, and only then", async () => {
    const { visit, wizard } = await ready();
    const { page } = visit;
    const asked = [];
    page.on("dialog", (dialog) => asked.push(dialog.type()));
    const leave = async () => {
      const before = asked.length;
      await page.reload();
      await wizard.at("sign");
      return asked.slice(before);
    };
    await change(wizard);
    await kept(page);
    assert.deepEqual(await leave(), []);
    await page.evaluate(() => { IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); }; });
    await change(wizard, "weg@devries.example");
    await page.locator(".frame__saved", { hasText: "konden niet worden bewaard" }).waitFor();
    assert.deepEqual(await leave(), ["beforeunload"]);
    await wizard.send(visit);
    await wizard.reference();
    const before = asked.length;
    await page.reload();
    await wizard.reference();
    assert.equal(asked.length, before);
    await visit.finish();
  });

  test("(F49) a page that is frozen and goes on has all answers, also after a reload", async () => {
    const { intake, visit, wizard, keptOnce } = await ready();
    const session = await devtools(visit);
    await wizard.press("back");
    await wizard.at("check");
    await wizard.press("change:user.email");
    await wizard.at("personal-data");
    await wizard.answer("user.email", "bevroren@devries.example");
    await session.send("Page.setWebLifecycleState", { state: "frozen" });
    await session.send("Page.setWebLifecycleState", { state: "active" });
    assert.equal(await wizard.control("user.email").inputValue(), "bevroren@devries.example");
    await wizard.press("save");
    await wizard.at("check");
    await visit.page.reload();
    await wizard.at("check");
    await wizard.press("sign");
    await wizard.at("sign");
    await wizard.send(visit);
    await keptOnce();
    assert.deepEqual(await emailIn(intake), ["bevroren@devries.example"]);
    await visit.finish();
  });

  for (const [number, what, script] of [
    ["F65", "animation frames never come", () => { window.requestAnimationFrame = () => 1; }],
    ["F66", "calls to history throw", () => {
      for (const name of ["pushState", "replaceState", "back", "forward", "go"]) {
        History.prototype[name] = () => { throw new DOMException("too many calls", "SecurityError"); };
      }
    }],
    ["F55", "extensions add nodes and attributes", () => {
      const add = (root) => {
        for (const parent of root.querySelectorAll("body, div, p, label, form, button")) {
          if (parent.querySelector(":scope > aside")) continue;
          parent.append(Object.assign(document.createElement("aside"), { textContent: "1" }));
          parent.dataset.extension = "1";
        }
        for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) add(shadowRoot);
      };
      setInterval(() => add(document), 100);
    }],
  ]) {
    test(`(${number}) ${what}: answers are changed, saved and sent`, async () => {
      const { intake, visit, wizard, keptOnce } = await ready({ script });
      await change(wizard, "toch@devries.example");
      await kept(visit.page);
      await visit.page.reload();
      await wizard.at("sign");
      await wizard.send(visit);
      await keptOnce();
      assert.deepEqual(await emailIn(intake), ["toch@devries.example"]);
      await visit.finish();
    });
  }

  test("(F67) a new version is published during a visit: the old page goes on with its own files", async () => {
    const { proxy, visit, wizard, keptOnce } = await ready();
    for (const { url } of visit.log.requests) proxy.files.set(new URL(url).pathname, proxy.answer(404, "<title>Gone</title>"));
    await change(wizard, "oud@devries.example");
    await wizard.send(visit);
    await keptOnce();
    await visit.finish();
  });

  test("(F61) on a device ten times slower nothing that is typed is lost", async () => {
    const { intake, visit, wizard, keptOnce } = await ready();
    const session = await devtools(visit);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 10 });
    await change(wizard, "een-heel-lang-adres-dat-snel-wordt-getypt@devries.example");
    await wizard.send(visit);
    await keptOnce();
    assert.deepEqual(await emailIn(intake), ["een-heel-lang-adres-dat-snel-wordt-getypt@devries.example"]);
    await visit.finish();
  });
});
