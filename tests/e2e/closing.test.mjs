// Closing the page, and the Back and Forward buttons of the browser.
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { test } from "node:test";
import { ANSWERED } from "./browser.mjs";
import { finished } from "./at-rest.mjs";
import { soleDirector } from "./journeys.mjs";
import { stage } from "./stage.mjs";
import { Wizard } from "./wizard.mjs";

const here = stage();

/** Whether the browser asks before it closes the page. The page stays open. */
async function asks({ page }) {
  page.removeAllListeners("dialog");
  const asked = new Promise((done) => page.once("dialog", async (dialog) => {
    assert.equal(dialog.type(), "beforeunload");
    await dialog.dismiss();
    // Chromium may crash when the page is closed before it has gone on.
    await page.evaluate(() => {});
    done(true);
  }));
  const closed = new Promise((done) => page.once("close", () => done(false)));
  await page.close({ runBeforeUnload: true });
  return Promise.race([asked, closed]);
}

const ready = () => finished(here);

test("(F48) answers that are saved in the tab are left without a question", async () => {
  const { visit } = await ready();
  assert.equal(await asks(visit), false);
  await visit.finish();
});

test("(F48) answers that are saved nowhere are asked about", async () => {
  const { visit, wizard } = await here.open({ query: "&storage=none" });
  await wizard.walk(soleDirector, { until: "user" });
  assert.equal(await asks(visit), true);
  await visit.finish();
});

test("(F48) while an application is on its way the browser asks, and after its receipt no more", async () => {
  const { proxy, visit, wizard } = await ready();
  let arrive;
  const held = new Promise((done) => { arrive = done; });
  proxy.planned.push(async (...exchange) => {
    await held;
    return proxy.loseAnswer(...exchange);
  });
  await wizard.send(visit);
  await wizard.sending("underway");
  assert.equal(await asks(visit), true);
  arrive();
  await wizard.reference();
  assert.equal(await asks(visit), false);
  await visit.finish({ allow: [/net::ERR_/] });
});

test("(F48) an application that may have arrived, known to this tab only, is asked about", async () => {
  const { proxy, visit, wizard } = await ready();
  proxy.outcome = proxy.untold;
  proxy.planned.push(proxy.answer(200, "<title>Welcome</title>"));
  await wizard.send(visit);
  await wizard.sending("unknown");
  assert.equal(await asks(visit), true);
  await visit.finish({ allow: [ANSWERED] });
});

test("where sending is stuck, the page names the number to mention", async () => {
  const { proxy, visit, wizard } = await ready();
  proxy.planned.push(proxy.answer(403, "<title>No</title>", { "x-request-id": "a7f3" }));
  await wizard.send(visit);
  await wizard.sending("refused");
  const words = await visit.page.locator("[data-sending]").innerText();
  assert.ok(words.includes(`Noem dan dit nummer: ${proxy.posts[0].key} / a7f3`), words);
  await visit.finish({ allow: [ANSWERED] });
});

test("what the browser removed between two visits is told once", async () => {
  const { visit, wizard } = await ready();
  const { page, context } = visit;
  await wizard.press("device");
  await wizard.press("device:yes");
  await page.locator(".frame__saved", { hasText: "apparaat" }).waitFor();
  await page.evaluate(() => new Promise((done) => { indexedDB.deleteDatabase("eherkenning-wizard").onsuccess = done; }));
  const address = page.url();
  await page.close();
  const later = await context.newPage();
  await later.goto(address);
  await later.locator("[data-told]", { hasText: "staat niet meer op dit apparaat" }).waitFor();
  await later.reload();
  await new Wizard(later).at("welcome");
  assert.equal(await later.locator("[data-told]").count(), 0);
  await visit.finish();
});

test("(F46) Back and Forward of the browser go from screen to screen, with the answers as they were left", async () => {
  const { visit, wizard } = await here.open();
  const { page } = visit;
  const passed = [];
  await wizard.walk(soleDirector, { visit: (screen, when) => when === "answered" && passed.push(screen) });
  for (const screen of passed.slice(0, -1).reverse()) {
    await page.goBack();
    await wizard.at(screen);
  }
  for (const screen of passed.slice(1)) {
    await page.goForward();
    await wizard.at(screen);
  }
  await page.goBack();
  await wizard.at("check");
  await wizard.press("sign");
  await wizard.at("sign");
  assert.equal(await page.evaluate(() => JSON.stringify(history.state)), '{"screen":"sign"}');
  await wizard.send(visit);
  await wizard.reference();
  // Nothing is left to go back to: the button leaves the page.
  await page.goBack().catch(() => {});
  for (let looks = 0; looks < 100 && page.url() !== "about:blank"; looks += 1) await wait(50);
  assert.equal(page.url(), "about:blank");
  await visit.finish();
});

test("(F46) Back to a screen that is not open stays on this one, and the next Back goes on", async () => {
  const { visit, wizard } = await here.open();
  const { page } = visit;
  await wizard.walk(soleDirector, { until: "organisation" });
  await page.evaluate(() => history.pushState({ screen: "payment" }, ""));
  await page.evaluate(() => history.pushState({ screen: "organisation" }, ""));
  await page.goBack();
  await page.waitForFunction(() => history.state.screen === "payment");
  await wizard.at("organisation");
  await page.goBack();
  await page.goBack();
  await wizard.at("representatives");
  await visit.finish();
});

test("(F46) Back stays on the page while it is unknown whether the application arrived", async () => {
  const { proxy, visit, wizard } = await ready();
  proxy.outcome = proxy.untold;
  proxy.planned.push(proxy.answer(200, "<title>Welcome</title>"));
  await wizard.send(visit);
  await wizard.sending("unknown");
  await visit.page.goBack();
  await visit.page.waitForFunction(() => history.state.screen === "check");
  await visit.page.waitForTimeout(500);
  await wizard.sending("unknown");
  assert.equal(await wizard.screen, "sign");
  await visit.finish({ allow: [ANSWERED] });
});

test("(F66) the wizard goes on where the browser takes no more entries of its history", async () => {
  const script = () => {
    history.pushState = () => { throw new DOMException("too many", "SecurityError"); };
  };
  const { visit, wizard } = await here.open({ script });
  await wizard.walk(soleDirector, { until: "representatives" });
  await wizard.press("back");
  await wizard.at("user");
  await visit.finish();
});
