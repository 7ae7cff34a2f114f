// The wizard in a frame on a partner's page of another origin: everything in docs/frame-protocol.md.
import assert from "node:assert/strict";
import http from "node:http";
import { test } from "node:test";
import { soleDirector } from "./journeys.mjs";
import { VERSION, partners, policyOf } from "./partner.mjs";

const partner = partners();
const body = (attributes = "", after = "") => ({ script }) => `${script}<h1>Partner</h1><eh-wizard ${attributes}></eh-wizard>${after}`;
const clean = ({ visit }, ...allow) => visit.clean(...allow);
const height = (element) => element.locator("iframe").evaluate((frame) => frame.offsetHeight);

test("a whole journey under the policy in the docs: it arrives, and the page learns only the reference", async () => {
  const opened = await partner({
    body: body('lang="nl" partner="kantoor-12" level="EH3"'),
    policy: async (origin) =>
      `default-src 'none'; ${await policyOf("frame-protocol.md", "The policy of the page", origin)}; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'`,
    headers: { "cross-origin-embedder-policy": "require-corp" },
  });
  const { visit, intake, element } = opened;
  await visit.page.evaluate(() => {
    window.heard = [];
    for (const name of ["eh-ready", "eh-step", "eh-issues", "eh-saved", "eh-prefill", "eh-submitted", "eh-error"]) {
      document.addEventListener(name, ({ type, detail }) => heard.push(JSON.stringify([type, detail])));
    }
  });
  const wizard = await opened.wizard();
  await wizard.walk(soleDirector);
  await wizard.send(visit);
  const reference = await wizard.reference();
  assert.deepEqual((await visit.happened()).submitted, [{ reference, level: "EH3" }]);
  assert.equal(await element.evaluate((one) => one.state), "sent");
  const [{ application, issues }] = await intake.stored();
  assert.deepEqual(issues, []);
  assert.equal(application.partner, "kantoor-12");
  // Nothing that was typed is on the page, in its events or within its reach.
  const page = await visit.page.evaluate(() => {
    const root = document.querySelector("eh-wizard").shadowRoot;
    const frame = root.querySelector("iframe");
    return { text: heard.join() + document.documentElement.outerHTML + root.innerHTML, reach: frame.contentDocument === null };
  });
  assert.ok(page.reach);
  for (const typed of [application.user.surname, application.user.email, application.organisation.identifier.number]) {
    assert.ok(typed.length > 3 && !page.text.includes(typed), typed);
  }
  // The frame is as high as its content.
  const inside = await opened.inside();
  assert.equal(await height(element), await inside.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height)));
  clean(opened);
});

test("what is asked of an element that leaves the page before its wizard has come is answered", async () => {
  const opened = await partner({ body: body() });
  await opened.inside();
  const asked = opened.visit.page.evaluate(async () => {
    const element = document.createElement("eh-wizard");
    document.body.append(element);
    const answers = [element.goTo(1), element.prefill({}), element.reset()];
    setTimeout(() => element.remove());
    return Promise.all(answers);
  });
  assert.deepEqual(await asked, [false, false, undefined]);
  clean(opened);
});

test("two greetings that wait for a busy page make one port", async () => {
  // Delivers the first two greetings of the frame together.
  const together = () => {
    if (parent !== window) return;
    const waiting = [];
    addEventListener("message", (event) => {
      if (event.data?.protocol !== "eherkenning-frame/1" || waiting.length === 2) return;
      event.stopImmediatePropagation();
      waiting.push(event);
      if (waiting.length < 2) return;
      for (const { data, origin, source } of waiting) dispatchEvent(new MessageEvent("message", { data, origin, source }));
    });
  };
  const opened = await partner({ body: body(), script: together });
  await opened.visit.page.waitForFunction(() => document.querySelector("eh-wizard").state === "ready");
  const inside = await opened.inside();
  assert.ok(await height(opened.element) > 300);
  assert.equal(await opened.element.evaluate((one) => one.goTo("purpose")), true);
  await inside.locator("[data-screen=organisation-kind]").waitFor();
  clean(opened);
});

const LOADS = 100;
const PAGES = 4;

test(`the wizard loads ${LOADS} times out of ${LOADS} on pages whose scripts block them for 400 ms at random moments`, async (t) => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  t.diagnostic(`SEED=${seed}`);
  const opened = await partner({ body: body(), host: "localhost" });
  const { context, page: first } = opened.visit;
  let begun = 0;
  const load = async (page) => {
    begun += 1;
    const number = begun;
    await page.addInitScript({ content: `if (parent === window) {
      let seed = ${seed * LOADS + number};
      const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
      const block = () => {
        for (const end = performance.now() + 400; performance.now() < end; );
        setTimeout(block, random() * 400);
      };
      setTimeout(block, random() * 400);
    }` });
    await page.goto(opened.origin);
    const isThere = () => document.querySelector("eh-wizard").shadowRoot?.querySelector("iframe")?.offsetHeight > 300;
    await page.waitForFunction(isThere).catch(() => assert.fail(`load ${number}: the wizard does not come`));
    // Both sides use the same port.
    const isOpen = await page.locator("eh-wizard").evaluate((one) => Promise.race([one.goTo("welcome"), new Promise((done) => setTimeout(done, 20_000, "no answer"))]));
    assert.equal(isOpen, true, `load ${number}`);
  };
  await first.close();
  await Promise.all(Array.from({ length: PAGES }, async () => {
    while (begun < LOADS) {
      const page = await context.newPage();
      await load(page);
      await page.close();
    }
  }));
  clean(opened);
});

test("(F5) a slow connection causes no error; a wizard that never loads does, and can be tried again", async () => {
  const opened = await partner({ body: body(), held: /widget_bg\.wasm$/, before: (page) => page.clock.install() });
  const { visit, element } = opened;
  const { page } = visit;
  const greeted = () => page.frames().some((frame) => frame.url().endsWith("/frame.html"));
  while (!greeted()) await page.waitForTimeout(50);
  await page.frames().at(-1).locator("eh-wizard[parent]").waitFor({ state: "attached" });
  await page.waitForLoadState();
  await page.clock.fastForward(20_000);
  assert.equal(await element.evaluate((one) => one.state), "loading");
  await page.clock.fastForward(50_000);
  await element.locator("[data-action=retry]").waitFor();
  assert.deepEqual((await visit.happened()).errors, [{ code: "frame", retryable: true }]);
  opened.release();
  await element.locator("[data-action=retry]").click();
  await (await opened.inside()).locator("[data-screen=welcome]").waitFor();
  clean(opened, /no answer from/);
});

test("on a page that the offer does not list the frame stays empty, and the element says so", async () => {
  const opened = await partner({ body: body(), named: false });
  await opened.element.locator("[data-action=retry]").waitFor();
  const { errors } = await opened.visit.happened();
  assert.deepEqual(errors, [{ code: "frame", retryable: true }]);
  const named = `${opened.intake.origin}/frame.html: its frame-ancestors must name ${opened.origin}, and frame-src of this page must allow it`;
  assert.ok(opened.visit.log.errors.some((text) => text.includes(named)), opened.visit.log.errors.join("\n"));
  clean(opened, /frame-ancestors/, /no answer from/);
});

test("if a server forgets frame-ancestors, the offer still decides", async (t) => {
  const opened = await partner({ body: () => "", named: false });
  // In front of intake, without its policy.
  const server = http.createServer((request, response) => {
    http.get(opened.intake.origin + request.url, (answer) => {
      const { "content-security-policy": _, ...headers } = answer.headers;
      answer.pipe(response.writeHead(answer.statusCode, headers));
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  t.after(() => (server.close(), server.closeAllConnections()));
  const { page } = opened.visit;
  await page.setContent(`<script type="module" src="http://127.0.0.1:${server.address().port}/${VERSION}/eh-wizard.js"></script><eh-wizard></eh-wizard>`);
  const told = await page.evaluate(() => new Promise((done) => document.addEventListener("eh-error", ({ detail }) => done(detail), { once: true })));
  assert.deepEqual(told, { code: "parent", retryable: false });
  await page.frameLocator("iframe").locator("[role=alert]").waitFor();
  assert.equal(await page.frameLocator("iframe").locator("[data-screen]").count(), 0);
  clean(opened, new RegExp(`frame_parents of the offer does not name ${opened.origin}`));
});

test("(F64) messages from others are ignored on both sides", async () => {
  const opened = await partner({ body: body("", '<iframe id="stranger" srcdoc="<p>"></iframe>') });
  const inside = await opened.inside();
  await opened.visit.page.evaluate(() => {
    window.events = [];
    for (const name of ["eh-submitted", "eh-error", "eh-step"]) document.addEventListener(name, ({ type }) => events.push(type));
    const frame = document.querySelector("eh-wizard").shadowRoot.querySelector("iframe");
    const stranger = document.querySelector("#stranger").contentWindow;
    const protocol = "eherkenning-frame/1";
    const lies = [null, 1, "eh", [], { protocol }, { protocol, event: "eh-submitted", detail: { reference: "x", level: "EH3" } }, { state: "sent", height: 5 }];
    for (const lie of lies) {
      window.postMessage(lie, "*");
      stranger.eval(`parent.postMessage(${JSON.stringify(lie)}, "*")`);
      frame.contentWindow.postMessage(lie, "*", [new MessageChannel().port2]);
      stranger.eval(`parent.document.querySelector("eh-wizard").shadowRoot.querySelector("iframe").contentWindow.postMessage(${JSON.stringify({ protocol, attributes: { lang: "en" } })}, "*", [new MessageChannel().port2])`);
    }
  });
  await opened.element.evaluate((one) => one.goTo("purpose"));
  await inside.locator("[data-screen=organisation-kind]").waitFor();
  assert.deepEqual(await opened.visit.page.evaluate(() => window.events), ["eh-step"]);
  assert.equal(await opened.element.evaluate((one) => one.state), "ready");
  assert.ok(await height(opened.element) > 300);
  clean(opened);
});

test("(F64) malformed messages through the port are ignored", async () => {
  const opened = await partner({ body: body() });
  const inside = await opened.inside();
  // The frame sends what it must not: an unknown event, a detail with an object in it, heights beyond the limit.
  await opened.visit.page.evaluate(() => {
    window.events = [];
    for (const name of ["eh-submitted", "eh-issues", "click"]) document.addEventListener(name, ({ type, detail }) => events.push([type, detail]));
  });
  await inside.evaluate(() => {
    const one = document.querySelector("eh-wizard");
    one.dispatchEvent(new CustomEvent("eh-submitted", { detail: { reference: { deep: "x" }, level: "EH3" } }));
    one.dispatchEvent(new CustomEvent("eh-issues", { detail: { step: "who", codes: ["required"], surname: "De Vries" } }));
    document.body.style.height = "90000px";
  });
  await opened.visit.page.waitForFunction(() => document.querySelector("eh-wizard").shadowRoot.querySelector("iframe").offsetHeight > 5000);
  assert.equal(await height(opened.element), 20_000);
  assert.deepEqual(await opened.visit.page.evaluate(() => window.events), [["eh-issues", { step: "who", codes: ["required"] }]]);
  clean(opened);
});

test("attributes, calls and the language are passed on; endpoint, offer and catalogue are not", async () => {
  const opened = await partner({ body: body('lang="en" endpoint="https://thief.example/" offer="https://thief.example/" catalogue="https://thief.example/" kvk-number="68750110"') });
  const { element } = opened;
  const inside = await opened.inside();
  const [own, ...others] = opened.warnings;
  assert.equal(own, "eh-wizard: ignored in a frame, where the supplier sets it: endpoint,offer,catalogue");
  assert.deepEqual(others, []);
  assert.equal(await inside.locator("h2").first().textContent(), "Before you start");
  assert.equal(await inside.locator("h2").first().getAttribute("aria-level"), "1");
  assert.equal(await element.evaluate((one) => one.goTo("check")), false);
  assert.equal(await element.evaluate((one) => one.prefill({ organisation: { name: "Bakkerij De Vries", legal_form: "sole_proprietorship" } })), true);
  assert.equal(await element.evaluate((one) => one.prefill("no JSON")), false);
  assert.equal(await element.evaluate((one) => one.goTo("purpose")), true);
  await inside.locator("[data-screen=organisation-kind]").waitFor();
  assert.equal(await inside.locator('input[name="organisation.identifier.kind"]:checked').getAttribute("value"), "kvk");
  await element.evaluate((one) => one.setAttribute("lang", "nl"));
  await inside.getByRole("heading", { name: "Uw organisatie" }).waitFor();
  assert.equal(await inside.evaluate(() => document.documentElement.lang), "nl");
  await element.evaluate((one) => one.reset());
  await inside.locator("[data-screen=welcome]").waitFor();
  assert.ok(opened.visit.log.requests.every(({ url }) => !url.includes("thief")));
  clean(opened);
});

test("it uses the theme of the page: its roles, the tokens of NL Design System, its colour scheme", async () => {
  const style = "<style>:root { color-scheme: dark } eh-wizard { --eh-color-action: rgb(106, 27, 106); --utrecht-document-color: rgb(40, 20, 60); --eh-radius: url(https://thief.example/) }</style>";
  const opened = await partner({ body: body("", style), reducedMotion: "reduce" });
  const inside = await opened.inside();
  const worn = await inside.evaluate(() => {
    const button = document.querySelector("eh-wizard").shadowRoot.querySelector(".button");
    const { backgroundColor } = getComputedStyle(button);
    return { backgroundColor, color: getComputedStyle(document.querySelector("eh-wizard").shadowRoot.querySelector("p")).color, scheme: getComputedStyle(document.documentElement).colorScheme };
  });
  assert.deepEqual(worn, { backgroundColor: "rgb(106, 27, 106)", color: "rgb(40, 20, 60)", scheme: "dark" });
  assert.ok(opened.visit.log.requests.every(({ url }) => !url.includes("thief")));
  clean(opened);
});

test("loading does not scroll the page; what gets the focus later is scrolled into view", async () => {
  const opened = await partner({ body: ({ script }) => `${script}<div style="height: 300px"></div><eh-wizard></eh-wizard><div style="height: 2000px"></div>`, height: 500 });
  const { page } = opened.visit;
  const inside = await opened.inside();
  assert.equal(await page.evaluate(() => scrollY), 0);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  await inside.locator("[data-action=next]").scrollIntoViewIfNeeded();
  await inside.locator("[data-action=next]").click();
  await inside.locator("[data-screen=organisation-kind]").waitFor();
  // The heading of the new screen, which is far above where the button was.
  await page.waitForFunction(() => {
    const { top } = document.querySelector("eh-wizard").shadowRoot.querySelector("iframe").getBoundingClientRect();
    return top > -300;
  });
  await inside.locator("[data-action=next]").scrollIntoViewIfNeeded();
  await inside.locator("[data-action=next]").click();
  await inside.locator(".summary").waitFor();
  await page.waitForFunction(() => document.querySelector("eh-wizard").shadowRoot.querySelector("iframe").getBoundingClientRect().top > -300);
  clean(opened);
});

test("(F62) after a reload of the page or a move of the element the answers are back, and page and frame still communicate", async () => {
  const opened = await partner({ body: body("", "<section></section>") });
  const wizard = await opened.wizard();
  await wizard.press("next");
  await wizard.answer("organisation.identifier.kind", "kvk");
  await wizard.answer("organisation.identifier.number", "68750110");
  await wizard.press("next");
  await wizard.at("services");
  const { page } = opened.visit;
  await page.waitForFunction(() => window.happened.saved > 0);
  for (const again of [() => page.reload(), () => page.evaluate(() => document.querySelector("section").append(document.querySelector("eh-wizard")))]) {
    await again();
    const inside = await opened.inside();
    await inside.locator("[data-screen=services]").waitFor();
    assert.equal(await opened.element.evaluate((one) => one.goTo("purpose")), true);
    await inside.locator("[data-screen=organisation-kind]").waitFor();
    await opened.element.evaluate((one) => one.goTo("purpose"));
    await inside.locator("[data-action=next]").click();
    await inside.locator("[data-screen=services]").waitFor();
    await page.waitForFunction(() => window.happened.saved > 0);
  }
  clean(opened);
});

test("answers are saved on this device for that partner, and a frame in another tab can take over", async () => {
  const opened = await partner({ body: body() });
  const wizard = await opened.wizard();
  await wizard.press("next");
  await wizard.answer("organisation.identifier.kind", "kvk");
  await wizard.answer("organisation.identifier.number", "68750110");
  await wizard.press("next");
  await wizard.at("services");
  await wizard.press("device");
  await wizard.press("device:yes");
  await (await opened.inside()).locator(".frame__saved", { hasText: /apparaat|device/ }).waitFor();
  const other = await opened.visit.context.newPage();
  await other.goto(opened.visit.page.url());
  const later = await opened.wizard(other);
  await later.at("welcome");
  await later.press("device:take");
  // Only the frame restarts, and communicates with its page again.
  const taken = await opened.inside(other);
  await taken.locator("[data-screen=services]").waitFor();
  assert.equal(await other.locator("eh-wizard").evaluate((one) => one.goTo("purpose")), true);
  await taken.locator("[data-screen=organisation-kind]").waitFor();
  assert.ok(await taken.locator("input[value=kvk]").isChecked());
  // The first one finds out, and nothing can be changed there any more.
  await wizard.press("back");
  const frozen = await opened.inside();
  await frozen.locator('[data-action="device:take"]').waitFor();
  assert.equal(await frozen.locator("[data-screen] [name]").count(), 0);
  clean(opened);
});

test("an unknown mode is reported, and the wizard runs in a frame", async () => {
  const opened = await partner({ body: body('mode="popup"') });
  await opened.inside();
  assert.ok(opened.visit.log.errors.includes('eh-wizard: mode "popup" is neither inline nor frame; a frame is used'));
  clean(opened, /mode "popup"/);
});

test("(F37) on another site, where the browser lets a frame save nothing, it says so after the first answer and offers no saving", async () => {
  const opened = await partner({ body: body('lang="nl"'), host: "partner.localhost", wizardHost: "wizard.localhost" });
  const wizard = await opened.wizard();
  const inside = await opened.inside();
  assert.equal(await inside.evaluate(() => { try { return typeof sessionStorage; } catch ({ name }) { return name; } }), "SecurityError");
  await wizard.press("next");
  await wizard.answer("organisation.identifier.kind", "kvk");
  await wizard.answer("organisation.identifier.number", "68750110");
  await inside.locator(".frame__saved", { hasText: "Uw antwoorden konden niet worden bewaard. Herlaad of sluit deze pagina niet: dan bent u ze kwijt." }).waitFor();
  await inside.locator("[data-action=device]").waitFor({ state: "detached" });
  await wizard.press("next");
  await wizard.at("services");
  clean(opened);
});

test("what prefill() does not take is told with its place, also on the page around a frame", async () => {
  const opened = await partner({ body: body() });
  const inside = await opened.inside();
  const { element } = opened;
  await element.evaluate((one) => {
    window.told = [];
    one.addEventListener("eh-prefill", ({ detail }) => window.told.push(detail));
  });
  const prefill = (draft) => element.evaluate((one, draft) => one.prefill(draft), draft);
  assert.equal(await prefill({ organisation: { name: "Bakkerij De Vries", nam: "x" } }), true);
  await inside.locator("[data-action=next]").click();
  await inside.locator("[data-screen=organisation-kind]").waitFor();
  await opened.visit.page.waitForFunction(() => window.told.length === 1);
  assert.equal(await prefill({ organisation: { name: "Slagerij" }, signing: { method: "screen" }, user: { surname: "Vries" } }), true);
  await opened.visit.page.waitForFunction(() => window.told.length === 2);
  assert.equal(await prefill({ user: { employed: "perhaps" } }), false);
  await opened.visit.page.waitForFunction(() => window.told.length === 3);
  assert.deepEqual(await opened.visit.page.evaluate(() => window.told.map(({ ignored }) => ignored)), [
    ["organisation.nam"],
    ["organisation.name", "signing.method"],
    // All of it.
    [""],
  ]);
  clean(opened);
});

test("the frame has no more rights than it needs", async () => {
  const opened = await partner({ body: body() });
  const { sandbox, allow } = await opened.element.locator("iframe").evaluate((frame) => ({ sandbox: [...frame.sandbox].sort(), allow: frame.allow }));
  assert.deepEqual(sandbox, ["allow-downloads", "allow-modals", "allow-popups", "allow-same-origin", "allow-scripts", "allow-top-navigation-by-user-activation"]);
  // A browser that cannot share would warn of the right to.
  assert.equal(allow, "clipboard-write");
});

test("the page gets no warning of a right that its browser does not know", async () => {
  const opened = await partner({ body: body() });
  await opened.inside();
  assert.deepEqual(opened.warnings, []);
  clean(opened);
});
