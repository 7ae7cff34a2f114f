// What backends, gateways and portals may answer: what the page says then, and that nothing is sent a second time by
// itself. One application gets all these answers, one after the other, and none of them stores it; then it is received.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { ANSWERED, UNANSWERED } from "./browser.mjs";
import { notEmployed } from "./journeys.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const MEGABYTE = 1024 * 1024;
const DAY = 24 * 60 * 60;

/** What happened or may have happened, what is kept, and what to do: in words, and as the main button. */
const SAID = {
  issues: { words: [/De leverancier heeft nog opmerkingen/, /Verbeter dit en verstuur opnieuw/] },
  "too-large": { words: [/bestand is te groot of van een soort die niet wordt geaccepteerd/, /Vervang het en verstuur opnieuw/] },
  refused: { words: [/Versturen kan hier nu niet/, /Uw antwoorden zijn er nog/, /Neem contact met ons op/, /Noem dan dit nummer: [0-9a-f-]{36}/], first: "save-file" },
  unknown: { words: [/We weten niet of uw aanvraag is aangekomen/, /Vraag het na/, /niet dubbel verwerkt/], first: "retry" },
  "gave-up": { words: [/nog niet aangenomen|is niet verstuurd/, /Uw antwoorden zijn er nog/, /Probeer het/], first: "retry" },
  conflict: { words: [/al een andere versie van deze aanvraag/, /Neem contact met ons op/, /Noem dan dit nummer: [0-9a-f-]{36}/], first: "save-file" },
  retrying: { words: [/Over \d+ seconden proberen we het opnieuw/], first: "retry" },
  busy: { words: [/wordt nog verwerkt/, /We kijken zo opnieuw/], first: "retry" },
};

/** A body, as it is, with its type. */
const raw = (status, type, body, headers = {}) => () => (request, _, response) =>
  response.writeHead(status, { "content-type": type, ...headers }).end(body);
const json = (status, body, headers) => raw(status, "application/json", typeof body === "string" ? body : JSON.stringify(body), headers);
const html = (status, headers) => raw(status, "text/html", "<title>Error</title><h1>Error</h1><pre>at Intake.store (/srv/intake.js:117)</pre>", headers);
const ours = (status, code, more, headers) => (proxy) => proxy.problem(status, code, more, headers);
const date = (seconds) => new Date(Date.now() + seconds * 1000).toUTCString();

/** 503 of ours until a moment. */
const untilMoment = (proxy) => ours(503, "busy", {}, { "retry-after": date(60) })(proxy);

/** Sets the clock of the page wrong, by so many days. */
const clockIsOff = (days) => async (page) => page.clock.setSystemTime(Date.now() + days * DAY * 1000);

/** The answers: their numbers, what they are, what is answered, the state, and what is said besides. */
const ANSWERS = [
  ["S18", "422 with errors as texts", json(422, { errors: ["Het bestuur is niet compleet"] }), "issues", { also: /Het bestuur is niet compleet/ }],
  ["S18", "422 with errors as objects", json(422, { errors: [{ pointer: "/user", detail: "Het bestuur is niet compleet" }] }), "issues", { also: /Het bestuur is niet compleet/ }],
  ["S18", "422 with errors by field", json(422, { errors: { "user.email": ["Het bestuur is niet compleet"] } }), "issues", { also: /Het bestuur is niet compleet/ }],
  ["S18", "422 with a detail", ours(422, "odd", { detail: "Het bestuur is niet compleet" }), "issues", { also: /Het bestuur is niet compleet/ }],
  ["S18", "400 with a detail", ours(400, "odd", { detail: "Het bestuur is niet compleet" }), "issues", { also: /Het bestuur is niet compleet/ }],
  ["S18, F28", "422 with markup in its detail", ours(422, "odd", { detail: "<img src=x onerror=alert(1)><b>Nee</b>" }), "issues", { also: /<img src=x onerror=alert\(1\)><b>Nee<\/b>/ }],
  ["S18", "422 with issues of the wrong kind", json(422, { title: "Het bestuur is niet compleet", issues: "many" }), "issues", { also: /Het bestuur is niet compleet/ }],
  ["S18, F22", "422 of a gateway", html(422), "refused"],
  ["S18, F22", "400 of a gateway", html(400), "refused"],
  ["S18, F22", "413 without issues", html(413), "too-large"],
  ["S18, F22", "413 with a detail", json(413, { detail: "Hoogstens 5 MB samen" }), "too-large", { also: /Hoogstens 5 MB samen/ }],
  ["S18, F22", "415 without issues", html(415), "too-large"],
  ["S18, F22", "415 as a problem of another backend", raw(415, "application/problem+json", '{"type": "about:blank", "title": "Geen webp"}'), "too-large", { also: /Geen webp/ }],
  ["S18, F20", "422 for a used key, in words of another backend", json(422, { title: "Idempotency-Key is already used" }), "conflict", { asks: true }],
  ...[401, 403, 404, 405, 410, 451].map((status) => ["F22", `${status} of a gateway`, html(status), "refused"]),
  ["F25", "302 to a portal", html(302, { location: "http://portal.invalid/" }), "refused"],
  ["S18, F26", "511 of a network that wants a sign-in", html(511), "unknown", { also: /netwerk.*wifi/ }],
  ["S18, F26", "200 with the page of a captive portal", html(200), "unknown", { also: /netwerk.*wifi/ }],
  ["S18, F26", "200 with the JSON of a captive portal", json(200, { captive: true }), "unknown", { also: /netwerk.*wifi/ }],
  ["F27", "201 without a body", json(201, ""), "unknown"],
  ["F27", "204", () => (request, _, response) => response.writeHead(204).end(), "unknown"],
  ["F27", "201 with JSON that is cut off", json(201, '{"reference": "EH-'), "unknown"],
  ["F27", "201 with an empty reference", json(201, { reference: "  " }), "unknown"],
  ["F28", "201 with 50 MB of JSON", json(201, `{"note": "${"x".repeat(50 * MEGABYTE)}", "reference": "EH-1"}`), "unknown"],
  ["F28", "201 with a megabyte of markup", raw(201, "text/html", "<b>".repeat(MEGABYTE / 3)), "unknown"],
  ["F28", "201 that unpacks to 200 MB", json(201, gzipSync(Buffer.alloc(200 * MEGABYTE, " ")), { "content-encoding": "gzip" }), "unknown"],
  ["F28", "201 with 20,000 lists in each other", json(201, "[".repeat(20_000) + "]".repeat(20_000)), "unknown"],
  ["F28", "422 with 20,000 objects in each other", json(422, `${'{"errors":'.repeat(20_000)}1${"}".repeat(20_000)}`), "refused"],
  ["S18, F23", "429 that asks for a day", html(429, { "retry-after": String(DAY) }), "gave-up", { also: /over 24 uur/ }],
  ["S18, F23", "503 of a gateway that asks for a day", html(503, { "retry-after": String(DAY) }), "unknown", { also: /over 24 uur/ }],
  ["S18, F23", "503 of ours until a moment, on a device whose clock is two years ahead",
    untilMoment, "retrying", { also: /Over (5\d|6\d|7[0-6]) seconden/, before: clockIsOff(730) }],
  ["S18, F23", "503 of ours until a moment, on a device whose clock is two years behind",
    untilMoment, "retrying", { also: /Over (5\d|6\d|7[0-6]) seconden/, before: clockIsOff(-730) }],
  ["F23", "429 for 90 seconds", html(429, { "retry-after": "90" }), "retrying", { also: /Over (9\d|10\d|11[0-3]) seconden/ }],
  ["F23", "429 for nonsense", html(429, { "retry-after": "soon" }), "retrying", { also: /Over [12] seconden/ }],
  ["F19", "409 for half a minute", html(409, { "retry-after": "30" }), "busy"],
  ...[500, 502, 503, 504, 507, 599, 999].map((status) => ["F24", `${status} of a gateway`, html(status, { "retry-after": "60" }), "retrying"]),
];

describe("answers", { concurrency: 1 }, () => {
  const one = {};
  before(async () => {
    one.proxy = await here.proxy();
    Object.assign(one, await here.open({ origin: one.proxy.origin }));
    await one.wizard.walk(notEmployed);
    await one.visit.page.clock.install();
    one.visit.sends();
    // Asked about: it never arrived, so that the next answer is to the same application.
    one.proxy.outcome = one.proxy.problem(404, "key_unknown");
  });

  for (const [number, what, answer, state, { also, asks = false, before = () => {} } = {}] of ANSWERS) {
    test(`(${number}) ${what}: ${state}`, async () => {
      const { proxy, visit, wizard } = one;
      const { page } = visit;
      const [posts, asked] = [proxy.posts.length, proxy.asked.length];
      await before(page);
      proxy.planned.push(answer(proxy));
      await wizard.press("send");
      await wizard.sending(state);
      const shown = page.locator("[data-sending]");
      const text = await shown.innerText();
      const { words, first } = SAID[state];
      for (const pattern of [...words, ...(also ? [also] : [])]) assert.match(text, pattern);
      assert.doesNotMatch(text, /intake\.js|undefined|\{\w+\}/);
      assert.equal(await shown.locator("img, b, h1").count(), 0);
      const main = await shown.locator(".actions .button:not(.button--secondary, .button--quiet)").evaluateAll((all) => all.map(({ dataset }) => dataset.action));
      assert.deepEqual(main, first ? [first] : []);
      assert.equal(proxy.posts.length, posts + 1, "sent once");
      assert.equal(proxy.asked.length, asked + (asks ? 1 : 0));
      assert.equal((await visit.happened()).submitted.length, 0);

      // Nothing happens by itself, however long the page stays open; only a pause ends.
      if (!["retrying", "busy"].includes(state)) {
        await page.clock.runFor(130_000);
        assert.equal(proxy.posts.length, posts + 1, "sent once");
      }
      await page.clock.setSystemTime(Date.now());
      if (state === "retrying" || state === "busy") await wizard.press("stop");
      const thaw = page.locator("[data-action=thaw]");
      if (first) await thaw.click();
      await page.locator("[data-action=back]").waitFor();
      await page.locator("[data-action=send]").waitFor();
      assert.equal(proxy.posts.length, posts + 1, "sent once");
    });
  }

  test("(S18) a reference of 300 characters is shown, cut, and ends it: one application in all", async () => {
    const { proxy, visit, wizard } = one;
    const reference = "EH-".padEnd(300, "7K2M");
    proxy.planned.push(json(201, { reference })(proxy));
    await wizard.press("send");
    assert.equal(await wizard.reference(), reference.slice(0, 100));
    await visit.page.setViewportSize({ width: 320, height: 640 });
    const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(wide, 320);
    assert.equal(proxy.posts.length, ANSWERS.length + 1);
    assert.equal(new Set(proxy.posts.map(({ key }) => key)).size, 1);
    const { submitted } = await visit.happened();
    assert.deepEqual(submitted.map(({ reference }) => reference.length), [100]);
  });

  after(() => one.visit.finish({ allow: [ANSWERED, UNANSWERED], unfollowed: "http://portal.invalid" }));
});
