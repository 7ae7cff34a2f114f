// How the wizard loads on a page, and what the page can use: something to read at once, no layout shifts, attributes,
// calls, slots and parts.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { notEmployed, soleDirector } from "./journeys.mjs";
import { VERSION, partners } from "./partner.mjs";
import { dist } from "./server.mjs";
import { Wizard } from "./wizard.mjs";

const partner = partners();
const tag = (attributes, content = "") => `<eh-wizard ${attributes}>${content}</eh-wizard>`;
const page = (attributes, content, after = "") => ({ script, origin }) =>
  `${script}<main><h1>Partner</h1>${tag(`offer="${origin}/offer.json" catalogue="${origin}/catalogue.json" ${attributes}`, content)}</main>${after}`;
const clean = ({ visit }, ...allow) => visit.clean(...allow);

/** In the page, before its scripts: records layout shifts that the applicant did not cause. */
const moved = () => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push([entry.value, entry.sources.map(({ node, previousRect, currentRect }) => [node?.nodeName, previousRect.toJSON(), currentRect.toJSON()])]);
  }).observe({ type: "layout-shift", buffered: true });
};

for (const mode of ["inline", "frame"]) {
  for (const width of [390, 1280]) {
    test(`${mode}, ${width} wide: there is text to read before the wizard has loaded, and nothing moves when it appears`, async () => {
      const opened = await partner({
        body: page(`mode="${mode}" lang="nl"`, '<p slot="fallback">Bel ons op 088 000 00 00.</p>', "<footer>Onder de aanvraag staat dit.</footer>"),
        script: moved, width, height: 2200,
        held: /widget_bg\.wasm$/,
      });
      const { element, visit } = opened;
      await element.locator("[role=status]").waitFor();
      assert.match(await element.evaluate((one) => one.shadowRoot.textContent), /Voordat u begint.*wordt geladen/s);
      await visit.page.getByText("Bel ons op").waitFor();
      assert.equal(await element.evaluate((one) => one.state), "loading");
      const footer = () => visit.page.locator("body > footer").evaluate((one) => one.getBoundingClientRect().top);
      const painted = () => visit.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await painted();
      const before = await footer();
      // Earlier shifts happened because the script had not loaded yet.
      await visit.page.evaluate(() => { window.shifts = []; });
      opened.release();
      await (mode === "frame" ? await opened.inside() : visit.page).locator("[data-screen=welcome]").waitFor();
      await visit.page.waitForFunction(() => document.querySelector("eh-wizard").state === "ready");
      await painted();
      assert.equal(await footer(), before);
      assert.equal(JSON.stringify(await visit.page.evaluate(() => window.shifts)), "[]");
      assert.equal(await visit.page.getByText("Bel ons op").isVisible(), false);
      // The reserved space is released when the applicant continues.
      await (mode === "frame" ? await opened.inside() : visit.page).locator("[data-action=next]").click();
      await visit.page.waitForFunction((before) => document.querySelector("body > footer").getBoundingClientRect().top < before, before);
      clean(opened);
    });
  }
}

// Names that a browser looks up in an options object, although no script passes them.
const UNPASSED = [
  "adoptedCallback", "attributionReporting", "baseURL", "browsingTopics", "builtins", "cancelable", "capture", "clonable", "colorSpace",
  "connectedMoveCallback", "container", "customElementRegistry", "delegatesFocus", "desynchronized", "duplex", "endings", "extends",
  "formAssociatedCallback", "formDisabledCallback", "formResetCallback", "formStateRestoreCallback", "importedStringConstants",
  "includeUserActivation", "inline", "is", "keepalive", "passive", "persisted", "premultiplyAlpha", "priority", "privateToken",
  "relatedTarget", "serializable", "slotAssignment", "steal", "stream", "targetAddressSpace", "targetOrigin", "transfer", "window",
];

/** Also every name that our built scripts use as a property, or that the modules pass. */
async function optionNames() {
  const scripts = await Promise.all([`${VERSION}/eh-wizard.js`, "frame.js"].map((file) => readFile(join(dist, file), "utf8")));
  const used = scripts.flatMap((text) => [...text.matchAll(/[.{,]([A-Za-z]\w+)/g)]);
  const rust = new URL("../../src/web/", import.meta.url);
  const sources = (await readdir(rust, { recursive: true })).filter((file) => file.endsWith(".rs"));
  const passed = (await Promise.all(sources.map((file) => readFile(new URL(file, rust), "utf8")))).flatMap((text) => [...text.matchAll(/"([A-Za-z]\w+)"/g)]);
  const names = [...UNPASSED, ...[...used, ...passed].map(([, name]) => name)];
  return [...new Set(names)].filter((name) => !(name in Object.prototype)).sort();
}

/** From the welcome screen to the list of services: what scrolls, dispatches, fetches, encrypts and saves on the way. */
async function useWizard(opened, mode) {
  const inside = mode === "frame" ? await opened.inside() : opened.visit.page;
  await inside.locator("[data-screen=welcome]").waitFor();
  await inside.locator("[data-action=next]").click();
  await inside.locator("[data-screen=organisation-kind]").waitFor();
  // To the first mistake, and through the list of services: both scroll.
  await inside.locator("[data-action=next]").click();
  await inside.locator("[data-summary]").first().click();
  const wizard = mode === "frame" ? await opened.wizard() : new Wizard(opened.visit.page);
  await wizard.walk(soleDirector.slice(1), { until: "services" });
  const { answers: [kind] } = soleDirector.find(({ screen }) => screen === "services");
  await wizard.fill([kind]);
  await inside.locator("[role=combobox]").press("ArrowDown");
  await inside.locator("[role=option]").first().waitFor();
  await inside.locator(".frame__saved", { hasText: /./ }).waitFor();
}

for (const mode of ["inline", "frame"]) {
  test(`${mode}: whatever the page has put on Object.prototype, the wizard loads and works`, async () => {
    const names = await optionNames();
    assert.ok(["signal", "module_or_path", "ignoreBOM", "referrerPolicy"].every((name) => names.includes(name)), names.join());
    const put = `<script>
      for (const name of ${JSON.stringify(names)}) Object.prototype[name] = "x";
      Object.prototype.integrity = "sha256-${"A".repeat(43)}=";
    </script>`;
    const opened = await partner({ body: ({ script, origin }) => put + page(`mode="${mode}"`)({ script, origin }) });
    await useWizard(opened, mode);
    clean(opened, /CSP/);
  });

  test(`${mode}: no script of ours passes an object in which the browser finds what the page has put on Object.prototype`, async () => {
    // The browser itself looks for `then` in objects that it makes, such as the result of reading a stream.
    const names = (await optionNames()).filter((name) => name !== "then");
    const record = `
      const plain = Object.prototype;
      window.found = new Set();
      for (const name of ${JSON.stringify(names)}) {
        Object.defineProperty(plain, name, {
          __proto__: null,
          configurable: true,
          get() {
            if (Object.getPrototypeOf(this) !== plain) return;
            const caller = new Error().stack.split("\\n")[2];
            if (/eh-wizard\\.js|\\.wasm/.test(caller)) window.found.add(name + caller);
          },
          set(value) {
            Object.defineProperty(this, name, { __proto__: null, value, configurable: true, enumerable: true, writable: true });
          },
        });
      }`;
    const opened = await partner({ body: ({ script, origin }) => `<script>${record}</script>` + page(`mode="${mode}"`)({ script, origin }) });
    await useWizard(opened, mode);
    assert.deepEqual(await opened.visit.page.evaluate(() => [...window.found]), []);
    clean(opened);
  });
}

for (const [lang, width] of [["nl", 1280], ["en", 390], ["nl", 320]]) {
  test(`our own page, ${lang}, ${width} wide: it requests the offer at once and only once, and nothing ever moves`, async () => {
    const opened = await partner({ body: () => "", script: moved, lang, width, height: 2200 });
    const { page } = opened.visit;
    const warnings = [];
    page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
    // First the script is delayed, then the module.
    const releases = [];
    for (const file of ["eh-wizard.js", "widget_bg.wasm"]) {
      const released = new Promise((done) => releases.push(done));
      await page.route(`**/${file}`, (route) => released.then(() => route.continue()));
    }
    const asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const offers = () => asked.filter((path) => path === "/offer.json").length;
    const painted = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.goto(`${opened.intake.origin}/`, { waitUntil: "commit" });
    await page.getByText(lang === "nl" ? "Komt er niets?" : "If nothing appears").waitFor();
    await painted();
    assert.equal(offers(), 1);
    releases[0]();
    await page.locator("[role=status]").waitFor();
    await painted();
    releases[1]();
    await page.locator("[data-screen=welcome]").waitFor();
    await painted();
    assert.equal(offers(), 1);
    assert.equal(JSON.stringify(await page.evaluate(() => window.shifts)), "[]");
    assert.deepEqual(warnings, []);
    clean(opened);
  });
}

test("the wizard uses what the browser has preloaded: no file is requested twice", async () => {
  const opened = await partner({ body: page('mode="frame"') });
  const { visit, intake } = opened;
  const asked = async (there) => {
    // The previous page requests nothing more.
    await visit.page.goto("about:blank");
    visit.log.requests.length = 0;
    await visit.page.goto(there);
    await (there === intake.origin ? visit.page : await opened.inside()).locator("[data-screen=welcome]").waitFor();
    // The other module is fetched during the first screen.
    const isSecond = ({ url }) => url.endsWith("/split_wizard.wasm");
    for (let looks = 0; !visit.log.requests.some(isSecond); looks += 1) {
      assert.ok(looks < 100);
      await visit.page.waitForTimeout(50);
    }
    return visit.log.requests.map(({ url }) => new URL(url).pathname).filter((path) => /\.(js|wasm|css)$|\/offer\.json$/.test(path)).sort();
  };
  const modules = ["split_wizard.wasm", "widget_bg.wasm"].map((file) => `/${VERSION}/${file}`);
  assert.deepEqual(await asked(intake.origin), [`/${VERSION}/eh-wizard.js`, ...modules, "/offer.json", "/page.css", "/page.js"]);
  const script = `/${VERSION}/eh-wizard.js`;
  // The page and the frame have separate caches for cross-origin files.
  assert.deepEqual(await asked(opened.origin), [script, script, ...modules, "/frame.css", "/frame.js", "/offer.json"]);
  clean(opened);
});

test("(F40) in a sandboxed frame without an origin it works in memory, and says that nothing is saved", async () => {
  const opened = await partner({
    body: ({ origin }) => `<iframe sandbox="allow-scripts" style="width: 800px; height: 1500px" srcdoc='<!doctype html><html lang="nl"><script type="module" src="${origin}/${VERSION}/eh-wizard.js" crossorigin></script>${tag(`mode="inline" offer="${origin}/offer.json" catalogue="${origin}/catalogue.json"`)}'></iframe>`,
  });
  const frame = opened.visit.page.frameLocator("iframe");
  await frame.locator("[data-action=next]").click();
  await frame.locator("[data-screen=organisation-kind]").waitFor();
  await frame.locator('label:has-text("KvK")').first().click();
  await frame.locator('[name="organisation.identifier.number"]').fill("68750110");
  await frame.locator("[data-action=next]").click();
  await frame.locator("[data-screen=services]").waitFor();
  await frame.getByText("konden niet worden bewaard").waitFor();
  clean(opened);
});

test("prefills of the page are used, even before the wizard has loaded; existing answers stay", async () => {
  const opened = await partner({ body: page('mode="inline" kvk-number="68750110"') });
  const { element, visit } = opened;
  await element.locator("[data-screen=welcome]").waitFor();
  const prefill = (draft) => element.evaluate((one, draft) => one.prefill(draft), draft);
  assert.equal(await prefill({ organisation: { name: "Bakkerij De Vries" }, user: { surname: "Vries" } }), true);
  assert.equal(await prefill("{"), false);
  assert.equal(await prefill({ padding: "x".repeat(70_000) }), false);
  await element.locator("[data-action=next]").click();
  await element.locator("[data-screen=organisation-kind]").waitFor();
  assert.equal(await prefill({ organisation: { name: "Slagerij", legal_form: "foundation" } }), true);
  assert.equal(await prefill({ user: { employed: "perhaps" } }), false);
  assert.equal(await element.evaluate((one) => one.goTo(3)), false);
  assert.equal(await element.evaluate((one) => one.goTo(1)), true);
  await visit.page.waitForFunction(() => window.happened.saved > 0);
  await visit.page.reload();
  await element.locator("[data-screen]").waitFor();
  clean(opened);
});

test("after sending a link leads back to where the page says, if the offer lists that origin", async () => {
  for (const [url, isThere] of [["https://kantoor.example/klaar?x=1", true], ["https://other.example/", false], ["http://kantoor.example/", false], ["https://me@kantoor.example/", false], ["javascript:alert(1)", false]]) {
    const opened = await partner({ body: page(`return-url="${url}"`), terms: { return_origins: ["https://kantoor.example"] } });
    const wizard = await opened.wizard();
    await wizard.walk(isThere ? notEmployed : soleDirector.slice(0, 2));
    if (!isThere) {
      assert.ok(await opened.inside());
      assert.equal(await wizard.page.locator("[data-action=return]").count(), 0);
      clean(opened, /return-url/);
      continue;
    }
    await wizard.send(opened.visit);
    const link = wizard.page.locator("[data-action=return]");
    assert.equal(await link.textContent(), "Terug naar kantoor.example");
    assert.deepEqual(await link.evaluate((one) => [one.href, one.target, one.rel]), [url, "_top", "noopener noreferrer"]);
    clean(opened);
  }
});

test("headings have the level that the page sets, and parts can be styled", async () => {
  const style = "<style>eh-wizard::part(heading) { color: rgb(1, 2, 3) } eh-wizard::part(button) { border-radius: 11px } eh-wizard::part(label) { font-style: italic } eh-wizard::part(container) { padding: 7px }</style>";
  const opened = await partner({ body: page('mode="inline" heading-level="3"', '<p slot="help">Vraag het ons kantoor.</p><p slot="privacy">Onze privacyverklaring.</p>', style) });
  const { element, visit } = opened;
  await element.locator("[data-screen=welcome]").waitFor();
  const css = (selector, property) => element.locator(selector).first().evaluate((one, property) => getComputedStyle(one)[property], property);
  assert.equal(await css(".screen__title", "color"), "rgb(1, 2, 3)");
  assert.equal(await css(".button", "borderTopLeftRadius"), "11px");
  assert.equal(await css(".wizard", "paddingTop"), "7px");
  const level = (name) => visit.page.getByRole("heading", { name }).getAttribute("aria-level");
  assert.deepEqual([await level("Voordat u begint"), await level("Dit hebt u nodig")], ["3", "4"]);
  await visit.page.getByText("Vraag het ons kantoor.").waitFor();
  await visit.page.getByText("Onze privacyverklaring.").waitFor();
  assert.equal(await element.locator(".help p").first().isVisible(), false);
  const { violations } = await new AxeBuilder({ page: visit.page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]), []);
  clean(opened);
});
