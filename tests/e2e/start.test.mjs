// Loading the wizard when something it needs is missing: there is always a text that says what to do.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { ANSWERED, UNANSWERED } from "./browser.mjs";
import { soleDirector } from "./journeys.mjs";
import { kept } from "./reload.mjs";
import { dist } from "./server.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const [, VERSION] = (await readFile(new URL("../../Cargo.toml", import.meta.url), "utf8")).match(/^version = "(.*)"/m);
const MODULE = `/${VERSION}/widget_bg.wasm`;
const CONTACT = "Komt er niets? Bel 088 000 00 00 of mail hulp@voorbeeld.example.";

const alert = (page) => page.locator("eh-wizard [role=alert]");

test("(F1) without scripts the page says how to apply", async () => {
  const { visit } = await here.open({ javaScriptEnabled: false });
  const words = visit.page.locator("noscript p[lang=nl]");
  await words.waitFor();
  assert.match(await words.innerText(), /moet JavaScript aanstaan. Lukt dat niet\? Bel 088 000 00 00 of mail\s+hulp@/);
  await visit.finish();
});

test("(F2) without WebAssembly the page names the setting of the browser, and the host page is told", async () => {
  const { visit } = await here.open({ script: () => { delete window.WebAssembly; } });
  await alert(visit.page).waitFor();
  assert.match(await alert(visit.page).textContent(), /Deze browser laat WebAssembly niet toe. Zet verbeterde beveiliging of isolatiemodus uit/);
  await visit.page.getByText(CONTACT).waitFor();
  const { errors } = await visit.happened();
  assert.deepEqual(errors, [{ code: "webassembly", retryable: false }]);
  await visit.finish({ allow: [/eh-wizard: .*WebAssembly/] });
});

test("(F3) a policy that forbids WebAssembly: a notice, and the console names what is missing", async () => {
  const proxy = await here.proxy();
  const served = await fetch(here.intake.origin);
  const policy = served.headers.get("content-security-policy").replace("'wasm-unsafe-eval'", "");
  proxy.files.set("/", proxy.answer(200, await served.text(), { "content-security-policy": policy }));
  const { visit } = await here.open({ origin: proxy.origin });
  await alert(visit.page).waitFor();
  await visit.page.getByText(CONTACT).waitFor();
  assert.deepEqual((await visit.happened()).errors, [{ code: "webassembly", retryable: false }]);
  assert.match(visit.log.errors.join("\n"), /script-src of this page must allow 'wasm-unsafe-eval'/);
  await visit.finish({ allow: [/unsafe-eval/, /CSP: script-src wasm-eval/, /eh-wizard:/] });
});

const bytes = await readFile(join(dist, MODULE));
for (const [what, act] of [
  ["is missing", (proxy) => proxy.answer(404, "<title>Not found</title>")],
  ["comes from a server that fails", (proxy) => proxy.answer(500, "<title>Error</title>")],
  ["is a page", (proxy) => proxy.answer(200, "<title>Welcome</title>")],
  ["cannot be reached", (proxy) => proxy.hangUp],
  ["is cut off", () => (request, _, response) => {
    response.writeHead(200, { "content-type": "application/wasm", "content-length": bytes.length });
    response.write(bytes.subarray(0, 50_000), () => response.destroy());
  }],
]) {
  test(`(F4) a module that ${what}: three tries, then a notice and a way to try again`, async () => {
    const proxy = await here.proxy();
    let asked = 0;
    const fail = act(proxy);
    proxy.files.set(MODULE, (...given) => {
      asked += 1;
      return fail(...given);
    });
    const { visit, wizard } = await here.open({ origin: proxy.origin });
    await alert(visit.page).waitFor();
    assert.match(await alert(visit.page).textContent(), /kan niet worden geladen. Controleer uw verbinding/);
    await visit.page.getByText(CONTACT).waitFor();
    assert.ok(asked >= 3, `${asked} tries`);
    assert.deepEqual((await visit.happened()).errors, [{ code: "load", retryable: true }]);
    const hint = `both .wasm files must be in ${proxy.origin}/${VERSION}/, and connect-src of this page must allow it`;
    assert.ok(visit.log.errors.some((text) => text.includes(hint)), visit.log.errors.join("\n"));
    proxy.files.clear();
    await visit.page.locator("[data-action=retry]").click();
    await wizard.at("welcome");
    await visit.finish({ allow: [ANSWERED, UNANSWERED, /eh-wizard:/, /integrity/i, /Failed to fetch/, /Fetch API cannot load/] });
  });
}

test("(F5) a module that takes minutes is waited for, and until then there is a text to read", async () => {
  const proxy = await here.proxy();
  let release;
  const released = new Promise((done) => { release = done; });
  proxy.files.set(MODULE, async (...given) => {
    await released;
    await proxy.pass(...given);
  });
  const { visit, wizard } = await here.open({ origin: proxy.origin, before: (page) => page.clock.install() });
  const { page } = visit;
  await page.locator("eh-wizard [role=status]").filter({ hasText: "De aanvraag wordt geladen" }).waitFor();
  await page.clock.runFor(300_000);
  await page.getByText(CONTACT).waitFor();
  assert.equal(await page.evaluate(() => document.querySelector("eh-wizard").state), "loading");
  release();
  await wizard.at("welcome");
  assert.deepEqual((await visit.happened()).errors, []);
  await visit.finish();
});

test("a script that is loaded without type=module says so", async () => {
  const proxy = await here.proxy();
  const html = await (await fetch(here.intake.origin)).text();
  proxy.files.set("/", proxy.answer(200, html.replace(`<script type="module" src="${VERSION}/`, `<script src="${VERSION}/`)));
  const { visit } = await here.open({ origin: proxy.origin });
  await visit.page.getByText(CONTACT).waitFor();
  assert.deepEqual(visit.log.errors, ['eh-wizard: the script needs type="module"; exclude it from tools that remove it']);
  await visit.finish({ allow: [/type="module"/] });
});

for (const [number, what, options] of [
  ["F7", "the loader is blocked", { before: (page) => page.route(/eh-wizard\.js$/, (route) => route.abort("blockedbyclient")) }],
  ["F8", "the browser cannot make style sheets in scripts", { script: () => {
    window.CSSStyleSheet = class { constructor() { throw new TypeError("Illegal constructor"); } };
  } }],
]) {
  test(`(${number}) ${what}: what the page put into the element stays readable`, async () => {
    const { visit } = await here.open(options);
    await visit.page.getByText(CONTACT).waitFor();
    await visit.page.waitForLoadState();
    assert.ok(await visit.page.getByText(CONTACT).isVisible());
    await visit.finish({ allow: [UNANSWERED, /Illegal constructor/] });
  });
}

/** Keeps the first module for the test, and traps in the next call from WebAssembly once `window.traps` is set. */
function withTraps() {
  const unreachable = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
  const { t: trap } = new WebAssembly.Instance(new WebAssembly.Module(unreachable)).exports;
  const trapping = (call) => (...args) => {
    const traps = window.traps;
    window.traps = false;
    return traps ? trap() : call(...args);
  };
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const wrapped = Object.entries(imports).map(([name, module]) => {
      const members = Object.entries(module).map(([key, it]) => [key, typeof it === "function" ? trapping(it) : it]);
      return [name, Object.fromEntries(members)];
    });
    const result = await instantiateStreaming(source, Object.fromEntries(wrapped));
    window.wizardExports ??= result.instance.exports;
    return result;
  };
}

for (const [fault, what, type] of [
  ["F10", "a module that traps", (control) => {
    window.traps = true;
    control.value = "6";
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }],
  ["F9", "a module that gets no more memory", (control) => {
    const { memory } = window.wizardExports;
    memory.grow(65536 - memory.buffer.byteLength / 65536);
    control.value = "6".repeat(8_000_000);
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }],
]) {
  test(`(${fault}) ${what}: a notice, and after a reload everything that was kept is back`, async () => {
    const { visit, wizard } = await here.open({ script: withTraps });
    const { page } = visit;
    await wizard.walk(soleDirector, { until: "personal-data" });
    await wizard.answer("user.surname", "Vries");
    await kept(page);
    await wizard.control("user.mobile").evaluate(type);
    await alert(page).waitFor();
    assert.match(await alert(page).textContent(), /Dat ligt aan ons\. Laad de pagina opnieuw/);
    assert.deepEqual((await visit.happened()).errors, [{ code: "trap", retryable: false }]);
    assert.equal(await page.evaluate(() => document.querySelector("eh-wizard").state), "failed");
    visit.allow(/RuntimeError/);

    await page.getByRole("button", { name: "Pagina opnieuw laden" }).click();
    await wizard.at("personal-data");
    assert.equal(await wizard.control("user.surname").inputValue(), "Vries");
    await visit.finish();
  });
}
