// The wizard on other people's pages, some of which do everything a page should not: it works there, and leaves the
// page unchanged.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import http from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { dist } from "./server.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const [, VERSION] = (await readFile(new URL("../../Cargo.toml", import.meta.url), "utf8")).match(/^version = "(.*)"/m);
const ROUNDS = 200;

const wizard = (attributes = "") => `<eh-wizard endpoint="/applications" lang="nl" offer="/offer.json" catalogue="/catalogue.json" ${attributes}></eh-wizard>`;
const SCRIPT = `<script type="module" src="/${VERSION}/eh-wizard.js"></script>`;

/** A page with this head and body, in the origin of the wizard. */
async function host(body, { head = SCRIPT, proxy, ...options } = {}) {
  proxy ??= await here.proxy();
  const html = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Gast</title>${head}</head><body>${body}</body></html>`;
  proxy.files.set("/host.html", (request, _, response) => response.writeHead(200, { "content-type": "text/html" }).end(html));
  const opened = await here.open({ origin: proxy.origin, path: "/host.html", ...options });
  return { ...opened, page: opened.visit.page };
}

/** Starts, answers the first question, types a letter that a host may swallow, and continues to the services. */
async function begins({ page, wizard: one }) {
  await one.at("welcome");
  await one.press("next");
  await one.answer("organisation.identifier.kind", "kvk");
  await one.answer("organisation.identifier.number", "68750110");
  await one.press("next");
  await one.at("services");
  await one.answer("purpose.authorisation.kind", "services");
  const box = one.control("purpose.search");
  await box.click();
  await page.keyboard.type("subsidie");
  assert.equal(await box.inputValue(), "subsidie");
  await page.locator("[role=option]").first().waitFor();
}

const clean = ({ visit }, ...allow) => visit.clean(...allow);

test("style sheets that unset, hide and shrink everything do not affect it", async () => {
  const style = "<style>html { font-size: 5px } * { all: unset !important } eh-wizard { display: none !important } p, button, input { display: none }</style>";
  const opened = await host(wizard(), { head: SCRIPT + style });
  await begins(opened);
  const box = await opened.page.locator("eh-wizard").boundingBox();
  assert.ok(box.width > 300 && box.height > 300, JSON.stringify(box));
  const size = await opened.page.locator("[name='purpose.search']").evaluate((input) => parseFloat(getComputedStyle(input).fontSize));
  assert.ok(size >= 16, String(size));
  clean(opened);
});

test("key handlers of the page neither see nor swallow what is typed in it", async () => {
  const guard = `<script>
    window.heard = [];
    for (const type of ["keydown", "keyup", "keypress"]) addEventListener(type, (event) => {
      heard.push(event.key);
      if (!/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) event.preventDefault();
    });
  </script>`;
  const opened = await host(wizard(), { head: guard + SCRIPT });
  await begins(opened);
  await opened.page.keyboard.press("ArrowDown");
  await opened.page.keyboard.press("Enter");
  await opened.page.locator(".chosen__item").waitFor();
  assert.deepEqual(await opened.page.evaluate(() => window.heard), []);
  clean(opened);
});

test("changed prototypes and built-in functions of the page have no effect", async () => {
  const patch = `<script>
    Object.prototype.method = "POST"; Object.prototype.body = "mine"; Object.prototype.extra = () => {};
    Array.prototype.extra = 1; String.prototype.extra = 1;
    const own = fetch; window.fetch = function (...given) { window.fetched = (window.fetched ?? 0) + 1; return own.apply(this, given); };
    JSON.parse = JSON.stringify = () => { throw new Error("JSON of the page"); };
    Element.prototype.remove = function () { this.parentNode?.removeChild(this); };
    Element.prototype.setAttribute = ((set) => function (...given) { return set.apply(this, given); })(Element.prototype.setAttribute);
  </script>`;
  const opened = await host(wizard(), { head: patch + SCRIPT });
  await begins(opened);
  clean(opened);
});

test("a form around it is not submitted by Enter and does not get its fields", async () => {
  const opened = await host(`<form action="/sent" onsubmit="window.sent = true; return false">${wizard()}<button>Verzend</button></form>`);
  await begins(opened);
  await opened.page.keyboard.press("Enter");
  const { sent, fields } = await opened.page.evaluate(() => ({ sent: window.sent, fields: [...new FormData(document.forms[0]).keys()] }));
  assert.equal(sent, undefined);
  assert.deepEqual(fields, []);
  clean(opened);
});

test("(F63) it works in a dialog, in another shadow root, and under a transformed parent", async () => {
  for (const [body, then] of [
    [`<dialog>${wizard()}</dialog>`, () => document.querySelector("dialog").showModal()],
    ["<div></div>", () => {
      const root = document.querySelector("div").attachShadow({ mode: "open" });
      const one = document.createElement("eh-wizard");
      for (const [name, value] of Object.entries({ endpoint: "/applications", lang: "nl", offer: "/offer.json", catalogue: "/catalogue.json" })) one.setAttribute(name, value);
      root.append(one);
    }],
    [`<div style="transform: translateX(20px) scale(0.9); overflow: hidden">${wizard()}</div>`, () => {}],
  ]) {
    const opened = await host(body);
    await opened.page.evaluate(then);
    await begins(opened);
    // The list is below its box, and options can be pressed.
    await opened.page.locator("[role=option]").first().click();
    await opened.page.locator(".chosen__item").waitFor();
    clean(opened);
  }
});

test("(F62) the page replaces its body: no exception, and an element that is added again starts again", async () => {
  const opened = await host(wizard());
  await begins(opened);
  await opened.page.evaluate(() => {
    window.element = document.querySelector("eh-wizard");
    document.body = document.createElement("body");
  });
  await opened.page.waitForFunction(() => window.element.state === "gone");
  await opened.page.evaluate(() => document.body.append(window.element));
  await opened.page.locator("[data-screen]").waitFor();
  clean(opened);
});

test("(F62) an element that is moved keeps its answers", async () => {
  const opened = await host(`<section></section>${wizard()}`);
  await begins(opened);
  await opened.page.evaluate(() => document.querySelector("section").append(document.querySelector("eh-wizard")));
  assert.equal(await opened.wizard.control("purpose.search").inputValue(), "subsidie");
  clean(opened);
});

test("from another origin, with the policy of docs/embedding.md and the digest of its script, nothing is refused", async (t) => {
  const told = await readFile(new URL("../../docs/embedding.md", import.meta.url), "utf8");
  const [, asked] = told.match(/## The policy of your page\s+```\n([^`]+)```/);
  // Except the icon of this page.
  const policy = asked.replaceAll(/https:\/\/(cdn|intake)\.example/g, here.intake.origin).replaceAll(/\s+/g, " ").replace("blob:", "blob: data:");
  const sum = createHash("sha384").update(await readFile(join(dist, VERSION, "eh-wizard.js"))).digest("base64");
  const script = `<script type="module" src="${here.intake.origin}/${VERSION}/eh-wizard.js" integrity="sha384-${sum}" crossorigin></script>`;
  const html = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Gast</title>${script}</head><body>
    ${wizard('mode="inline"').replaceAll('="/', `="${here.intake.origin}/`)}</body></html>`;
  const server = http.createServer((request, response) => response.writeHead(200, {
    "content-type": "text/html",
    "content-security-policy": `default-src 'none'; ${policy}; require-trusted-types-for 'script'; trusted-types 'none'`,
    "cross-origin-embedder-policy": "require-corp",
  }).end(html));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  t.after(() => server.close());
  const opened = await here.open({ origin: `http://127.0.0.1:${server.address().port}` });
  await begins({ ...opened, page: opened.visit.page });
  clean(opened);
});

test("a second copy of the script has no effect: the first defines the element", async () => {
  const opened = await host(wizard(), { head: `${SCRIPT}<script type="module" src="/${VERSION}/eh-wizard.js?second"></script>` });
  await begins(opened);
  assert.equal(await opened.page.locator("[data-screen]").count(), 1);
  clean(opened);
});

/** Responds with a module that was changed in transit: still valid, with an extra section that does nothing. */
async function change(proxy, file) {
  const path = `/${VERSION}/${file}`;
  const bytes = Buffer.concat([await readFile(join(dist, path)), Buffer.from([0, 2, 1, 0x78])]);
  assert.ok(WebAssembly.validate(bytes));
  const changed = { asked: 0, restore: () => proxy.files.delete(path) };
  proxy.files.set(path, (request, _, response) => {
    changed.asked += 1;
    response.writeHead(200, { "content-type": "application/wasm" }).end(bytes);
  });
  return changed;
}

test("(F4, F6) a module that was changed in transit is refused, and requested again", async () => {
  const proxy = await here.proxy();
  const changed = await change(proxy, "widget_bg.wasm");
  const opened = await host(wizard(), { proxy });
  const again = opened.page.locator("[data-action=retry]");
  await again.waitFor();
  assert.equal(changed.asked, 3);
  opened.visit.allow(/integrity/i, /Failed to fetch/);
  assert.match(opened.visit.log.errors.join("\n"), /integrity/i);
  changed.restore();
  await again.click();
  await begins(opened);
});

test("(F4) so is the second module, which is requested again when the applicant continues", async () => {
  const proxy = await here.proxy();
  const changed = await change(proxy, "split_wizard.wasm");
  const opened = await host(wizard(), { proxy });
  const { page, visit } = opened;
  await page.locator("[data-action=next]").click();
  await page.waitForFunction(() => window.happened.errors.length > 0);
  assert.deepEqual((await visit.happened()).errors, [{ code: "load", retryable: true }]);
  assert.equal(await opened.wizard.screen, "welcome");
  visit.allow(/integrity/i, /Failed to fetch/);
  assert.match(visit.log.errors.join("\n"), /integrity/i);
  changed.restore();
  await begins(opened);
});

test("with two versions of the script the first serves all elements, and the console names both", async () => {
  const proxy = await here.proxy();
  const bytes = await readFile(join(dist, VERSION, "eh-wizard.js"));
  const html = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Gast</title>${SCRIPT}</head><body>${wizard()}</body></html>`;
  proxy.files.set("/host.html", (request, _, response) => response.writeHead(200, { "content-type": "text/html" }).end(html));
  proxy.files.set("/0.0.9/eh-wizard.js", (request, _, response) => response.writeHead(200, { "content-type": "text/javascript" }).end(bytes));
  const opened = await here.open({ origin: proxy.origin, path: "/host.html" });
  const warned = opened.visit.page.waitForEvent("console", (message) => message.type() === "warning" && message.text().startsWith("eh-wizard:"));
  await opened.visit.page.addScriptTag({ type: "module", url: "/0.0.9/eh-wizard.js" });
  assert.equal((await warned).text(), `eh-wizard: ${proxy.origin}/${VERSION}/ came first, ${proxy.origin}/0.0.9/ is not used`);
  await begins({ ...opened, page: opened.visit.page });
  clean(opened);
});

test("(F54) when a browser translates the page, answers stay, and the next screen works", async () => {
  const opened = await host(wizard());
  await begins(opened);
  const translate = () => opened.page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector("eh-wizard").shadowRoot, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode);
    for (const text of found) {
      const font = document.createElement("font");
      const inner = document.createElement("font");
      inner.textContent = text.data.toUpperCase();
      font.append(inner);
      text.replaceWith(font);
    }
  });
  await translate();
  await opened.page.locator("[role=option]").first().click();
  await translate();
  await opened.wizard.control("purpose.search").blur();
  await opened.wizard.press("next");
  await opened.page.locator("[data-screen=user]").waitFor();
  await translate();
  await opened.wizard.press("back");
  await opened.wizard.at("services");
  clean(opened);
});

test("(F64) messages from anywhere are ignored", async () => {
  const opened = await host(wizard());
  await begins(opened);
  await opened.page.evaluate(() => {
    for (const data of [null, 1, "eh", { type: "eh-ready" }, { type: "reset" }, [], { method: "reset" }]) window.postMessage(data, "*");
  });
  await opened.page.waitForTimeout(200);
  assert.equal(await opened.wizard.screen, "services");
  clean(opened);
});

test("three wizards on one page, in two languages, filled at once, do not mix", async () => {
  const opened = await host(["nl", "en", "nl"].map((lang, at) => wizard(`instance="w${at}"`).replace('lang="nl"', `lang="${lang}"`)).join(""));
  const { page } = opened;
  const of = (at) => page.locator("eh-wizard").nth(at);
  const kinds = ["kvk", "fiscal", "kvk"];
  const numbers = ["68750110", "823807071", "69599084"];
  for (const at of [0, 1, 2]) await of(at).locator("[data-action=next]").click();
  for (const at of [0, 1, 2]) {
    const row = of(at).locator(`input[name="organisation.identifier.kind"][value="${kinds[at]}"]`);
    await of(at).locator(`label[for="${await row.getAttribute("id")}"]`).click();
  }
  for (const at of [0, 1, 2]) await of(at).locator(`input[name="organisation.identifier.kind"][value="${kinds[at]}"]:checked`).waitFor();
  const number = (at) => of(at).locator('[name="organisation.identifier.number"]');
  for (const at of [0, 1, 2]) await number(at).fill(numbers[at]);
  for (const at of [0, 1, 2]) await of(at).locator("[data-action=next]").click();
  for (const at of [0, 1, 2]) await of(at).locator("[data-screen=services]").waitFor();
  const [first, second] = await Promise.all([0, 1].map((at) => of(at).locator("h2").first().textContent()));
  assert.notEqual(first, second);
  assert.equal(await of(2).locator("h2").first().textContent(), first);
  for (const at of [0, 1, 2]) await of(at).locator("[data-action=back]").click();
  for (const at of [0, 1, 2]) await of(at).locator(`input[name="organisation.identifier.kind"][value="${kinds[at]}"]:checked`).waitFor();
  for (const at of [0, 1, 2]) assert.equal(await number(at).inputValue(), numbers[at]);
  clean(opened);
});

test("(F62) mounted, moved and removed again and again, it leaves nothing behind", async (t) => {
  const opened = await host("<main></main>");
  const { page, visit } = opened;
  const session = await visit.context.newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("HeapProfiler.enable");
  const figures = async () => {
    await session.send("HeapProfiler.collectGarbage");
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const value = (name) => metrics.find((one) => one.name === name).value;
    return { heap: value("JSHeapUsedSize"), nodes: value("Nodes"), listeners: value("JSEventListeners") };
  };
  const rounds = (count) => page.evaluate(async (count) => {
    const main = document.querySelector("main");
    for (let round = 0; round < count; round += 1) {
      const one = document.createElement("eh-wizard");
      for (const [name, value] of Object.entries({ endpoint: "/applications", lang: "nl", offer: "/offer.json", storage: "none" })) one.setAttribute(name, value);
      const there = new Promise((done) => one.addEventListener("eh-ready", done, { once: true }));
      main.append(one);
      await there;
      const section = document.createElement("section");
      main.append(section);
      section.append(one);
      await null;
      section.remove();
      await null;
    }
  }, count);
  await rounds(ROUNDS / 4);
  const before = await figures();
  await rounds(ROUNDS);
  const after = await figures();
  t.diagnostic(`after ${ROUNDS / 4} rounds ${JSON.stringify(before)}, after ${ROUNDS} more ${JSON.stringify(after)}`);
  assert.ok(after.nodes - before.nodes < ROUNDS, "nodes");
  assert.ok(after.listeners - before.listeners < ROUNDS, "listeners");
  assert.ok(after.heap - before.heap < ROUNDS * 2048, "heap");
  clean(opened);
});
