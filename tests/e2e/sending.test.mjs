import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ANSWERED, UNANSWERED } from "./browser.mjs";
import { notEmployed, soleDirector } from "./journeys.mjs";
import { stage } from "./stage.mjs";

const here = stage();

/** The target of a redirect, which must never be requested. */
const ELSEWHERE = "https://elsewhere.example";

/** A finished application, ready to be sent through a proxy. */
async function ready(journey = notEmployed) {
  const proxy = await here.proxy();
  const { visit, wizard } = await here.open({ origin: proxy.origin });
  await wizard.walk(journey);
  const send = () => wizard.send(visit);
  const keptOnce = async () => {
    const reference = await wizard.reference();
    const keys = new Set(proxy.posts.map(({ key }) => key));
    const found = (await here.intake.stored()).filter(({ id }) => keys.has(id));
    assert.deepEqual(found.map(({ receipt, issues }) => [receipt.reference, issues]), [[reference, []]]);
  };
  return { proxy, visit, wizard, send, keptOnce };
}

const sameBytes = (posts) => {
  assert.equal(new Set(posts.map(({ key }) => key)).size, 1);
  assert.equal(new Set(posts.map(({ digest }) => digest)).size, 1);
};

/** While an application is fixed: its own heading, no navigation, and the most helpful button. */
async function assertHeld({ page }, { first }) {
  assert.match(await page.locator("[data-screen=sign] .screen__title").textContent(), /^Aanvraag versturen$/);
  for (const other of ["[data-action=back]", "[data-action^='step:']", "[data-action=wipe]", ".screen__intro"]) {
    assert.equal(await page.locator(`${other}:visible`).count(), 0, other);
  }
  const main = page.locator("[data-sending] .actions .button:not(.button--secondary, .button--quiet)");
  assert.deepEqual(await main.evaluateAll((all) => all.map(({ dataset }) => dataset.action)), [first]);
  assert.equal(await page.locator(".help a[href^='tel:']:visible").count(), 1);
}

describe("sending", { concurrency: 2 }, () => {
  test("(F21) (f) an issue of the backend leads to the question, and can be fixed and sent", async () => {
    const { proxy, visit, wizard, send, keptOnce } = await ready();
    const issues = [{ place: "user.email", code: "email_shape", params: {}, title: "No e-mail address" }];
    proxy.planned.push(proxy.problem(422, "issues", { issues }));
    await send();
    await wizard.at("personal-data");
    await wizard.shows("email_shape@user.email");
    await wizard.answer("user.email", "johanna@devries.example");
    assert.deepEqual(await wizard.issues(), []);
    await wizard.press("save");
    await wizard.at("check");
    await wizard.press("sign");
    await wizard.at("sign");
    await wizard.press("send");
    await keptOnce();
    assert.notEqual(proxy.posts[0].digest, proxy.posts[1].digest);
    await visit.finish({ allow: [ANSWERED] });
  });

  test("(F28) a remark with an unknown code shows the backend's words, as plain text", async () => {
    const { proxy, visit, wizard, send } = await ready();
    const title = "<img src=x onerror=alert(1)> Not today";
    proxy.planned.push(proxy.problem(422, "issues", { issues: [{ place: "moon", code: "full", title }] }));
    await send();
    await wizard.sending("issues");
    assert.match(await visit.page.locator("[data-sending]").textContent(), /<img src=x onerror=alert\(1\)> Not today/);
    assert.equal(await visit.page.locator("[data-sending] img").count(), 0);
    await visit.finish({ allow: [ANSWERED] });
  });

  test("(F18) (g) 503 twice, then 201: one application, the same bytes each time", async () => {
    const { proxy, visit, send, keptOnce } = await ready();
    const busy = proxy.problem(503, "busy", {}, { "retry-after": "1" });
    proxy.planned.push(busy, busy);
    await send();
    await keptOnce();
    assert.equal(proxy.posts.length, 3);
    sameBytes(proxy.posts);
    await visit.finish({ allow: [ANSWERED] });
  });

  test("an application is sent with its key, without cookies or referrer", async () => {
    const { proxy, visit, wizard, send } = await ready();
    await visit.context.addCookies([{ name: "host", value: "page", url: proxy.origin }]);
    await send();
    await wizard.reference();
    const [{ headers, key }] = proxy.posts;
    assert.match(key, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(headers.cookie, undefined);
    assert.equal(headers.referer, undefined);
    assert.equal(headers.accept, "application/json, application/problem+json");
    await visit.finish();
  });

  test("(F19) 409 without a reference waits and asks again", async () => {
    const { proxy, visit, wizard, send, keptOnce } = await ready();
    proxy.planned.push(proxy.problem(409, "still_processing", {}, { "retry-after": "1" }));
    await send();
    await wizard.sending("busy");
    await keptOnce();
    sameBytes(proxy.posts);
    await visit.finish({ allow: [ANSWERED] });
  });

  test("(F20) a key that was used for something else is left to the applicant", async () => {
    const { proxy, visit, wizard, send, keptOnce } = await ready();
    proxy.planned.push(proxy.problem(422, "idempotency_key_reused"));
    proxy.outcome = proxy.untold;
    await send();
    await wizard.sending("conflict");
    assert.equal(proxy.posts.length, 1);
    await assertHeld(visit, { first: "save-file" });
    assert.equal(await visit.page.locator("[data-action=thaw]").count(), 0, "nobody can tell what became of the first");
    await wizard.press("begin-anew");
    assert.match(await visit.page.locator(".help__question").innerText(), /misschien al aangekomen/);
    await wizard.press("begin-anew:yes");
    await visit.page.locator("[data-action=back]").waitFor();
    await wizard.press("send");
    await keptOnce();
    assert.notEqual(proxy.posts[0].key, proxy.posts[1].key);
    await visit.finish({ allow: [ANSWERED] });
  });

  test("(F22) 413 names the document that is too large", async () => {
    const { proxy, visit, wizard, send } = await ready();
    const place = "documents.user_id_copy.user";
    const issues = [{ place, code: "document_too_large", params: { limit: "1048576" }, title: "Too large" }];
    proxy.planned.push(proxy.problem(413, "too_large", { issues }));
    await send();
    await wizard.at("documents");
    await wizard.shows(`document_too_large@${place}`);
    assert.match(await visit.page.locator("[data-issue=document_too_large]").first().textContent(), /1\s*MB|1[.,]0\s*MB/);
    await visit.finish({ allow: [ANSWERED] });
  });

  for (const [what, status, headers] of [
    ["a refusal", 403, {}],
    ["a missing endpoint", 404, {}],
  ]) {
    test(`(F22) ${what} is not repeated: nothing is lost`, async () => {
      const { proxy, visit, wizard, send, keptOnce } = await ready();
      proxy.planned.push(proxy.answer(status, "elsewhere", headers));
      await send();
      await wizard.sending("refused");
      assert.equal(proxy.posts.length, 1);
      assert.match(await visit.page.locator("[data-sending]").innerText(), /Neem contact met ons op[^]*Noem dan dit nummer: [0-9a-f-]{36}/);
      await assertHeld(visit, { first: "save-file" });
      await wizard.press("retry");
      await keptOnce();
      sameBytes(proxy.posts);
      await visit.finish({ allow: [ANSWERED] });
    });
  }

  test("(F25) a redirect to another origin is not followed: nothing is lost", async () => {
    const elsewhere = await here.proxy();
    const { proxy, visit, wizard, send, keptOnce } = await ready();
    proxy.planned.push(proxy.answer(307, "elsewhere", { location: `${elsewhere.origin}/applications` }));
    await send();
    await wizard.sending("refused");
    assert.deepEqual([proxy.posts.length, elsewhere.posts.length], [1, 0]);
    await wizard.press("retry");
    await keptOnce();
    sameBytes(proxy.posts);
    await visit.finish({ unfollowed: elsewhere.origin });
  });

  test("(F11) without a network the wizard waits, and sends when it is back", async () => {
    const { proxy, visit, wizard, send, keptOnce } = await ready();
    await visit.context.setOffline(true);
    await send();
    await wizard.sending("offline");
    assert.equal(proxy.posts.length, 0);
    await visit.context.setOffline(false);
    await keptOnce();
    assert.equal(proxy.posts.length, 1);
    await visit.finish({ allow: [UNANSWERED] });
  });

  test("(F15) after a lost response it is sent again with the same key, as one application", async () => {
    const { proxy, visit, send, keptOnce } = await ready();
    proxy.planned.push(proxy.loseAnswer);
    await send();
    await keptOnce();
    assert.equal(proxy.posts.length, 2);
    sameBytes(proxy.posts);
    await visit.finish({ allow: [UNANSWERED] });
  });

  for (const [what, answer] of [
    ["the page of a hotel network", (proxy) => proxy.answer(200, "<title>Welcome</title>")],
    ["no reference", (proxy) => proxy.answer(201, {})],
    ["half an answer", (proxy) => proxy.answer(201, '{"reference": "EH-')],
  ]) {
    test(`(F26, F27) ${what} instead of a response is an unknown outcome, settled by asking again`, async () => {
      const { proxy, visit, wizard, send, keptOnce } = await ready();
      proxy.planned.push(proxy.instead(answer(proxy)));
      await send();
      await wizard.sending("unknown");
      await assertHeld(visit, { first: "retry" });
      await wizard.press("retry");
      await keptOnce();
      sameBytes(proxy.posts);
      await visit.finish({ allow: [ANSWERED] });
    });
  }

  test("(F35) a reload while the outcome is unknown asks again with the same key and bytes", async () => {
    const { proxy, visit, wizard, send, keptOnce } = await ready();
    proxy.planned.push(proxy.instead(proxy.answer(200, "<title>Welcome</title>")));
    proxy.outcome = proxy.untold;
    await send();
    await wizard.sending("unknown");
    await visit.page.reload();
    await wizard.at("sign");
    await wizard.sending("unknown");
    await wizard.press("retry");
    await keptOnce();
    sameBytes(proxy.posts);
    await visit.finish({ allow: [ANSWERED] });
  });

  test("(F35) a page that crashes while sending leaves one application", async () => {
    const { proxy, visit, wizard, send, keptOnce } = await ready();
    let arrived;
    const arrival = new Promise((done) => { arrived = done; });
    proxy.planned.push(() => arrived());
    proxy.outcome = proxy.untold;
    await send();
    await arrival;
    await visit.page.reload();
    await wizard.sending("unknown");
    await wizard.press("retry");
    await keptOnce();
    sameBytes(proxy.posts);
    await visit.finish({ allow: [ANSWERED, UNANSWERED] });
  });

  test("(F68) after sending the answers are gone and the reference stays, even after a reload", async () => {
    const { visit, wizard, send } = await ready(soleDirector);
    await send();
    const reference = await wizard.reference();
    assert.match(await visit.page.locator(".next").innerText(), /U krijgt een betaalverzoek voor iDEAL\./);
    assert.equal(await visit.page.locator(".frame__saved").innerText(), "");
    await visit.page.waitForFunction(() => indexedDB.databases().then((all) => all.length > 0));
    await visit.page.reload();
    assert.equal(await wizard.reference(), reference);
    assert.doesNotMatch(await visit.page.locator("[data-screen]").textContent(), /Johanna|Vries/);
    await visit.finish();
  });

  test("the applicant can stop sending and continue", async () => {
    const { proxy, visit, wizard, send, keptOnce } = await ready();
    proxy.planned.push(proxy.problem(503, "busy", {}, { "retry-after": "100" }));
    await send();
    await wizard.sending("retrying");
    await wizard.press("stop");
    await wizard.sending("stopped");
    assert.equal(proxy.posts.length, 1);
    await wizard.press("retry");
    await keptOnce();
    await visit.finish({ allow: [ANSWERED] });
  });

  /** Sends to a busy backend, and stops in the pause before the second attempt, which lasts five seconds. */
  async function stopped() {
    const application = await ready();
    const { proxy, wizard, send } = application;
    proxy.planned.push(proxy.problem(503, "busy", {}, { "retry-after": "5" }));
    await send();
    await wizard.sending("retrying");
    const pause = new Promise((over) => { setTimeout(over, 6_000); });
    await wizard.press("stop");
    await wizard.sending("stopped");
    return { ...application, pause };
  }

  test("(S1) the pause of a stopped sending ends after the application was received: the receipt stays", async () => {
    const { proxy, visit, wizard, keptOnce, pause } = await stopped();
    await wizard.press("retry");
    await keptOnce();
    await pause;
    await keptOnce();
    assert.equal(proxy.posts.length, 2);
    await visit.finish({ allow: [ANSWERED] });
  });

  test("(S2, S3) the pause of a stopped sending ends after a change: it is sent once, as it was changed", async () => {
    const { proxy, visit, wizard, keptOnce, pause } = await stopped();
    await wizard.press("thaw");
    await visit.page.locator("[data-action=back]").waitFor();
    await wizard.press("back");
    await wizard.at("check");
    await wizard.press("change:user.email");
    await wizard.at("personal-data");
    await wizard.answer("user.email", "changed@devries.example");
    await pause;
    assert.equal(proxy.posts.length, 1, "nothing is sent while it is changed");
    await wizard.press("save");
    await wizard.at("check");
    await wizard.press("sign");
    await wizard.at("sign");
    await wizard.press("send");
    await keptOnce();
    assert.equal(proxy.posts.length, 2);
    assert.match(proxy.posts[1].body.toString("latin1"), /changed@devries\.example/);
    await visit.finish({ allow: [ANSWERED] });
  });

  for (const [number, what, answer] of [
    ["S5", "502 of a proxy", (proxy) => proxy.answer(502, "<title>Bad gateway</title>")],
    ["S5", "503 of a proxy that asks for an hour", (proxy) => proxy.answer(503, "<title>Busy</title>", { "retry-after": "3600" })],
    ["S6", "403 after silence", (proxy) => proxy.answer(403, "<title>Forbidden</title>")],
    ["S6", "a redirect after silence", (proxy) => proxy.answer(307, "", { location: `${ELSEWHERE}/applications` })],
    ["S6", "413 of a proxy after silence", (proxy) => proxy.answer(413, "<title>Too large</title>")],
  ]) {
    test(`(${number}) ${what}: the application was stored, so it is not called "not sent" and cannot be changed`, async () => {
      const { proxy, visit, wizard, send, keptOnce } = await ready();
      const refused = answer(proxy);
      proxy.outcome = proxy.untold;
      if (number === "S6") proxy.planned.push(proxy.loseAnswer, refused);
      else proxy.planned.push(...Array.from({ length: 5 }, () => proxy.instead(refused)));
      await send();
      await wizard.sending("unknown");
      await assertHeld(visit, { first: "retry" });
      proxy.planned.length = 0;
      await wizard.press("retry");
      await keptOnce();
      sameBytes(proxy.posts);
      await visit.finish({ allow: [ANSWERED, UNANSWERED], unfollowed: ELSEWHERE });
    });
  }

  test("(S12) reset() erases nothing while the outcome is unknown", async () => {
    const { proxy, visit, wizard, send, keptOnce } = await ready();
    const reset = () => visit.page.evaluate(() => document.querySelector("eh-wizard").reset());
    let arrived;
    let answer;
    const arrival = new Promise((done) => { arrived = done; });
    proxy.planned.push(async (request, body, response) => {
      arrived();
      await new Promise((done) => { answer = done; });
      response.writeHead(200, { "content-type": "text/html" }).end("<title>Welcome</title>");
    });
    await send();
    await arrival;
    assert.equal(await reset(), undefined);
    await wizard.sending("underway");
    answer();
    await wizard.sending("unknown");
    assert.equal(await reset(), undefined);
    await wizard.at("sign");
    await wizard.sending("unknown");
    await wizard.press("retry");
    await keptOnce();
    sameBytes(proxy.posts);
    // Asked what became of it, the backend says 404: it never saw the key.
    await visit.finish({ allow: [ANSWERED] });
  });
});
