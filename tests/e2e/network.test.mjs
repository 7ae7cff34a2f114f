// One application, whatever the network does between Send and the receipt.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { ANSWERED, UNANSWERED, open } from "./browser.mjs";
import { finished } from "./finished.mjs";
import { heavy, sendSlowly, startLine } from "./line.mjs";
import { startProxy } from "./proxy.mjs";
import { dist, startIntake } from "./server.mjs";
import { Wizard } from "./wizard.mjs";

const ready = finished();
const index = await readFile(join(dist, "index.html"), "utf8");

/** Counts what the page sends; the browser may send more. */
const countFetches = () => {
  const { fetch } = window;
  window.fetches = 0;
  window.fetch = (request) => {
    if (request.method === "POST") window.fetches += 1;
    return fetch(request);
  };
};

/** A request that never gets a response; `arrived` is done when it is there. */
function hang() {
  const held = {};
  held.arrived = new Promise((done) => { held.act = () => done(); });
  return held;
}

describe("the network", { concurrency: 3 }, () => {
  // In all this takes more than two minutes, while the other tests run. `make slow` sends more, in three engines.
  test("(S11, F17) five megabytes over a slow line arrive at the first try", async (t) => {
    const megabytes = 5;
    const intake = await startIntake();
    t.after(intake.stop);
    const line = await startLine(intake.origin);
    t.after(line.stop);
    const visit = await open(line.origin);
    const wizard = new Wizard(visit.page);
    await wizard.walk(heavy(megabytes));
    visit.sends();
    const { minutes, bytes } = await sendSlowly({ intake, line, page: visit.page, wizard, megabytes });
    t.diagnostic(`${bytes} bytes in ${minutes.toFixed(1)} minutes`);
    await visit.finish();
  });

  test("(F12) the network disappears while sending: it may have arrived, and is sent again when the network is back", async () => {
    const { proxy, visit, wizard, keptOnce } = await ready();
    const held = hang();
    proxy.planned.push(held.act);
    await wizard.send(visit);
    await held.arrived;
    await visit.context.setOffline(true);
    await wizard.sending("underway");
    // What is under way when a network disappears is cut off by the network itself.
    proxy.cut();
    await wizard.sending("offline");
    assert.equal(proxy.posts.length, 1);
    await wizard.press("stop");
    await wizard.sending("unknown");
    await visit.context.setOffline(false);
    proxy.outcome = proxy.untold;
    await wizard.press("retry");
    await keptOnce();
    await visit.finish({ allow: [UNANSWERED, ANSWERED] });
  });

  test("(F13) a device that says it has no network, wrongly, is not believed for ever", async () => {
    const { proxy, visit, wizard, keptOnce } = await ready({ script: () => {
      Object.defineProperty(Navigator.prototype, "onLine", { get: () => false });
    } });
    await visit.page.evaluate(() => window.dispatchEvent(new Event("offline")));
    await wizard.send(visit);
    await wizard.sending("offline");
    assert.equal(proxy.posts.length, 0);
    await wizard.press("retry");
    await keptOnce();
    assert.equal(proxy.posts.length, 1);
    await visit.finish();
  });

  test("(F13) a device that loses its network while sending does not stop what is under way", async () => {
    const { proxy, visit, wizard, keptOnce } = await ready();
    let answer;
    proxy.planned.push(async (request, body, response) => {
      await new Promise((done) => { answer = done; });
      await proxy.pass(request, body, response);
    });
    await wizard.send(visit);
    await wizard.sending("underway");
    while (!answer) await visit.page.waitForTimeout(20);
    await visit.page.evaluate(() => window.dispatchEvent(new Event("offline")));
    answer();
    await keptOnce();
    assert.equal(proxy.posts.length, 1);
    await visit.finish();
  });

  test("(F14) a connection that breaks before anything was taken in: sent again, as one application", async () => {
    const { proxy, visit, wizard, keptOnce } = await ready();
    proxy.planned.push(proxy.hangUp, proxy.hangUp, proxy.hangUp);
    await wizard.send(visit);
    await keptOnce();
    assert.equal(proxy.posts.length, 4);
    await visit.finish({ allow: [UNANSWERED] });
  });

  test("(F16) a backend that never answers is given up, and asked again with the same bytes", async () => {
    const { proxy, visit, wizard, keptOnce } = await ready();
    await visit.page.clock.install();
    const held = hang();
    proxy.planned.push(held.act);
    await wizard.send(visit);
    await held.arrived;
    await visit.page.clock.runFor(55_000);
    await wizard.sending("underway");
    await visit.page.clock.runFor(60_000);
    await keptOnce();
    assert.equal(proxy.posts.length, 2);
    await visit.finish({ allow: [UNANSWERED] });
  });

  test("(F30) Send pressed twice, by mouse and by Enter, sends once", async () => {
    for (const twice of [
      (page) => page.locator("[data-action=send]").dblclick(),
      async (page) => {
        await page.locator("[data-action=send]").focus();
        await page.keyboard.down("Enter");
        await page.keyboard.down("Enter");
        await page.keyboard.up("Enter");
        await page.keyboard.press("Enter");
      },
      (page) => page.locator("[data-action=send]").evaluate((button) => { button.click(); button.click(); }),
    ]) {
      const { proxy, visit, wizard, keptOnce } = await ready({ script: countFetches });
      let answer;
      proxy.planned.push(async (request, body, response) => {
        await new Promise((done) => { answer = done; });
        await proxy.pass(request, body, response);
      });
      visit.sends();
      await twice(visit.page);
      await wizard.sending("underway");
      while (!answer) await visit.page.waitForTimeout(20);
      answer();
      await keptOnce();
      assert.equal(proxy.posts.length, 1);
      assert.equal(await visit.page.evaluate(() => window.fetches), 1);
      await visit.finish();
    }
  });

  for (const [number, what, act] of [
    ["S17", "a connection is cut", (proxy) => proxy.loseAnswer],
    ["S17, F24", "a proxy answers 408", (proxy) => proxy.instead(proxy.answer(408, "<title>Time-out</title>"))],
  ]) {
    test(`(${number}) ${what} on a connection that was used before: Chromium repeats the request, and it is one application`, async () => {
      const { proxy, visit, wizard, keptOnce } = await ready({ script: countFetches });
      proxy.planned.push(act(proxy));
      await visit.page.evaluate(() => fetch(new Request("/icon.svg", { credentials: "omit" })));
      await wizard.send(visit);
      await keptOnce();
      const fetches = await visit.page.evaluate(() => window.fetches);
      assert.deepEqual([fetches, proxy.posts.length], [1, 2]);
      await visit.finish();
    });
  }

  const METHODS = { "access-control-allow-methods": "GET, POST" };
  const HEADERS = { "access-control-allow-headers": "content-type, idempotency-key" };
  const ORIGIN = { "access-control-allow-origin": "*" };
  for (const [number, what, preflight, posts] of [
    ["S18, F29", "has no CORS headers", {}, 0],
    ["S18, F29", "allows another origin", { ...METHODS, ...HEADERS, "access-control-allow-origin": "https://elsewhere.example" }, 0],
    ["S18, F29", "does not allow the key", { ...METHODS, ...ORIGIN, "access-control-allow-headers": "content-type" }, 0],
    ["S18, F29", "allows the request, but not to read its answer", { ...METHODS, ...ORIGIN, ...HEADERS }, 1],
  ]) {
    test(`(${number}) a backend of another origin that ${what}: it may have arrived, nothing is lost, and it arrives once`, async () => {
      let backend;
      const { visit, wizard, keptOnce } = await ready({ before: async (page, { intake, proxy }) => {
        backend = await startProxy(intake.origin);
        const html = index.replace("<eh-wizard", `<eh-wizard endpoint="${backend.origin}/applications"`);
        proxy.files.set("/", proxy.answer(200, html));
      } });
      const preflights = (headers) => backend.files.set("/applications", (request, _, response) => response.writeHead(204, headers).end());
      const without = async (request, body, response) => {
        delete request.headers.origin;
        await backend.pass(request, body, response);
      };
      const allowed = (act) => (request, body, response) => {
        for (const [name, value] of Object.entries(ORIGIN)) response.setHeader(name, value);
        return act(request, body, response);
      };
      preflights(preflight);
      backend.planned.push(without);
      await wizard.send(visit);
      await wizard.sending("retrying");
      await wizard.press("stop");
      await wizard.sending("unknown");
      assert.equal(backend.posts.length, posts);
      assert.match(await visit.page.locator("[data-sending]").innerText(), /We weten niet of uw aanvraag is aangekomen/);
      assert.match(visit.log.errors.join("\n"), /CORS/);
      preflights({ ...METHODS, ...ORIGIN, ...HEADERS });
      backend.planned.splice(0, Infinity, allowed(without));
      backend.outcome = allowed(without);
      await wizard.press("retry");
      await keptOnce(backend);
      assert.equal(backend.posts.length, 1);
      await visit.finish({ allow: [/CORS/, UNANSWERED, ANSWERED], unfollowed: backend.origin });
      await backend.stop();
    });
  }
});
