// What the page says when sending comes to rest, and that a wrong clock is no age.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ANSWERED } from "./browser.mjs";
import { finished } from "./finished.mjs";

const ready = finished();

describe("at rest", { concurrency: 2 }, () => {
  test("(F44) a clock that jumps to 2040 while the page is open erases nothing: that is no age", async () => {
    const { visit, wizard } = await ready();
    await visit.page.clock.setFixedTime(new Date(2040, 0, 2));
    await visit.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
    await visit.page.waitForTimeout(500);
    assert.equal(await wizard.screen, "sign");
    await visit.finish();
  });

  test("(S18) an unknown outcome: what is kept is said, and whom to call with which number", async () => {
    const { proxy, visit, wizard } = await ready();
    proxy.planned.push(proxy.answer(511, "<title>Sign in</title>"));
    await wizard.send(visit);
    await wizard.sending("unknown");
    visit.allow(ANSWERED);
    const text = await visit.page.locator("[data-sending]").innerText();
    assert.match(text, /antwoorden zijn er nog/);
    assert.match(await visit.page.locator(".help").innerText(), /088 000 00 00/);
    assert.ok(text.includes(proxy.posts[0].key), "the number of the application");
    await visit.finish();
  });

  test("(S18) 403 with a detail: the words of the backend are shown", async () => {
    const { proxy, visit, wizard } = await ready();
    proxy.planned.push(proxy.problem(403, "origin_not_allowed", { detail: "Deze website mag geen aanvragen sturen" }));
    await wizard.send(visit);
    await wizard.sending("refused");
    visit.allow(ANSWERED);
    assert.match(await visit.page.locator("[data-sending]").innerText(), /Deze website mag geen aanvragen sturen/);
    await visit.finish();
  });

  test("(S18, F23) 429 that asks for a day: the time is said in hours", async () => {
    const { proxy, visit, wizard } = await ready();
    proxy.planned.push(proxy.answer(429, "<title>Busy</title>", { "retry-after": "86400" }));
    await wizard.send(visit);
    await wizard.sending("gave-up");
    visit.allow(ANSWERED);
    assert.match(await visit.page.locator("[data-sending]").innerText(), /24 uur/);
    await visit.finish();
  });
});
