// public/playground.html, where developers of partner pages try the element.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { ANSWERED } from "./browser.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");
const [, VERSION] = (await read("Cargo.toml")).match(/^version = "(.*)"/m);
const { attributes, events } = JSON.parse(await read("package/custom-elements.json")).modules[0].declarations[0];

async function playground(options) {
  const opened = await here.open({ path: "/playground.html", lang: "en", width: 1280, reducedMotion: "reduce", ...options });
  const { page } = opened.visit;
  await opened.wizard.at("welcome");
  const lines = (id) => page.locator(`#${id}`).textContent();
  return { ...opened, page, lines, field: (name) => page.locator(`#attribute-${name}`), told: (name) => page.locator("#events li", { has: page.locator(`code:text-is("${name}")`) }) };
}

/** The attributes of the element on a page with these pasted lines, once the wizard has loaded. */
async function pasted(snippet) {
  assert.equal(snippet.split("\n").length, 2, snippet);
  const proxy = await here.proxy();
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Guest</title></head><body>${snippet}</body></html>`;
  proxy.files.set("/host.html", (request, _, response) => response.writeHead(200, { "content-type": "text/html" }).end(html));
  const { visit, wizard } = await here.open({ origin: proxy.origin, path: "/host.html" });
  await wizard.at("welcome");
  const attributes = await visit.page.locator("eh-wizard").evaluate((one) => Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value])));
  visit.clean();
  await visit.context.close();
  return attributes;
}

test("the playground has a field for each attribute of the manifest, and a list if it names the values", async () => {
  const { page, visit } = await playground();
  const found = await page.locator("#attributes [name]").evaluateAll((fields) => fields.map((field) =>
    [field.name, field.localName === "select" ? [...field.options].slice(1).map(({ value }) => value) : "text"]));
  const wanted = attributes.map(({ name, type }) => [name, /^["\d]/.test(type.text) ? type.text.split(" | ").map((value) => value.replaceAll('"', "")) : "text"]);
  assert.deepEqual(found, wanted);
  assert.deepEqual(found.find(([name]) => name === "level")[1], ["EH2+", "EH3", "EH4"]);
  assert.equal(await page.locator("#step").inputValue(), "welcome");
  await visit.finish();
});

test("changing an attribute in the playground changes the wizard and the two lines to paste", async () => {
  const { page, wizard, field, lines, visit } = await playground();
  const { origin } = here.intake;
  // The lines set the mode for pages of other origins too, because the offer lists no origin that may frame it.
  await field("mode").selectOption("inline");
  await wizard.at("welcome");
  const given = { mode: "inline", endpoint: `${origin}/applications`, lang: "en", offer: `${origin}/offer.json`, catalogue: `${origin}/catalogue.json`, storage: "none" };
  const [script] = (await lines("snippet")).split("\n");
  assert.equal(script, `<script type="module" src="${origin}/${VERSION}/eh-wizard.js"></script>`);
  assert.deepEqual(await pasted(await lines("snippet")), given);

  // In place: the screen stays, in another language.
  await wizard.press("next");
  await wizard.at("organisation-kind");
  await field("lang").selectOption("nl");
  await page.locator("[data-screen=organisation-kind] h2", { hasText: /^[^?]*organisatie/i }).waitFor();
  assert.deepEqual(await pasted(await lines("snippet")), { ...given, lang: "nl" });

  // A new wizard: a number is filled in, and no longer asked.
  await field("kvk-number").fill("69599084");
  await field("kvk-number").press("Enter");
  await wizard.at("welcome");
  await field("partner").fill('Kantoor "A" & <b>');
  await field("partner").press("Tab");
  await wizard.at("welcome");
  await wizard.press("next");
  await page.locator('[name="organisation.identifier.kind"][value=kvk]:checked').waitFor({ state: "attached" });
  assert.equal(await page.locator("eh-wizard").getAttribute("partner"), 'Kantoor "A" & <b>');
  assert.deepEqual(await pasted(await lines("snippet")), { ...given, lang: "nl", "kvk-number": "69599084", partner: 'Kantoor "A" & <b>' });

  await field("partner").fill("");
  await field("partner").press("Tab");
  await wizard.at("welcome");
  assert.equal((await pasted(await lines("snippet"))).partner, undefined);
  assert.equal(await page.locator("eh-wizard").count(), 1);
  await visit.finish();
});

test("the playground shows the wizard's error for a missing offer", async () => {
  const { field, told, visit } = await playground();
  visit.allow(ANSWERED, /eh-wizard: Error: offer/);
  await field("offer").fill("nowhere.json");
  await field("offer").press("Tab");
  await told("eh-error").waitFor();
  await visit.context.close();
});

test("roles, other custom properties and the width apply to the wizard and are in the style to paste", async () => {
  const { page, lines, visit } = await playground();
  const next = page.locator("[data-action=next]");
  const look = () => next.evaluate((button) => {
    const { backgroundColor, borderTopLeftRadius, fontFamily } = getComputedStyle(button);
    return [backgroundColor, borderTopLeftRadius, fontFamily];
  });
  const before = await look();
  assert.equal(await page.locator("#style").isVisible(), false);
  await page.locator("#action").fill("#6a1b6a");
  await page.locator("#radius").fill("20");
  await page.locator("#font").selectOption("Georgia, serif");
  await page.locator("#more").fill("--eh-padding: 16px;\n--eh-color-ink: light-dark(#111, #eee)");
  assert.deepEqual(await look(), ["rgb(106, 27, 106)", "20px", "Georgia, serif"]);
  assert.equal(await lines("style"), `eh-wizard {
  --eh-color-action: #6a1b6a;
  --eh-radius: 20px;
  --eh-font-family: Georgia, serif;
  --eh-padding: 16px;
  --eh-color-ink: light-dark(#111, #eee);
}`);
  assert.doesNotMatch(await lines("snippet"), /style/);
  const ground = () => page.locator("eh-wizard").evaluate((one) => getComputedStyle(one).backgroundColor);
  assert.equal(await ground(), "rgb(255, 255, 255)");
  await page.locator("#scheme").selectOption("dark");
  assert.equal(await ground(), "rgb(20, 24, 29)");

  // A new element has the same style.
  await page.locator("#attribute-level").selectOption("EH4");
  await next.waitFor();
  assert.equal((await look())[0], "rgb(106, 27, 106)");
  await page.getByRole("button", { name: "Default look" }).click();
  await page.locator("#style").waitFor({ state: "hidden" });
  assert.deepEqual(await look(), before);

  await page.locator("#width").fill("320");
  assert.equal((await page.locator("eh-wizard").boundingBox()).width, 320);
  assert.equal(await page.locator("#width-told").textContent(), "320px");
  await visit.finish();
});

test("events are listed newest first with time and detail, at most fifty", async () => {
  const { page, wizard, told, visit } = await playground();
  await told("eh-ready").waitFor();
  await wizard.press("next");
  await wizard.at("organisation-kind");
  assert.match(await page.locator("#events li").first().textContent(), /^\d\d:\d\d:\d\d eh-step \{"step":"\w+","screen":"organisation-kind","index":1,/);
  await wizard.press("next");
  await told("eh-issues").waitFor();
  assert.match(await page.locator("#events li").first().textContent(), /eh-issues \{"step":"\w+","codes":\["required","required"\]\}$/);
  await page.locator("eh-wizard").evaluate((one, names) => {
    for (let count = 0; count < 60; count += 1) one.dispatchEvent(new CustomEvent(names[count % names.length], { bubbles: true, detail: { count } }));
  }, events.map(({ name }) => name));
  assert.equal(await page.locator("#events li").count(), 50);
  assert.match(await page.locator("#events li").first().textContent(), /\{"count":59\}$/);
  assert.match(await page.locator("#events li").last().textContent(), /\{"count":10\}$/);
  await visit.finish();
});

test("the playground calls goTo and reset, and shows what goTo returned", async () => {
  const { page, wizard, visit } = await playground();
  await page.locator("#step").selectOption("purpose");
  await page.getByRole("button", { name: "goTo(step)" }).click();
  await wizard.at("organisation-kind");
  await page.locator("#gone", { hasText: "true" }).waitFor();
  await page.locator("#step").selectOption("check");
  await page.getByRole("button", { name: "goTo(step)" }).click();
  await page.locator("#gone", { hasText: "false" }).waitFor();
  await page.getByRole("button", { name: "reset()" }).click();
  await wizard.at("welcome");
  await visit.finish();
});

test("the playground copies what it shows", async () => {
  const { page, lines, visit } = await playground({ permissions: ["clipboard-read", "clipboard-write"] });
  await page.locator("#radius").fill("0");
  for (const [what, id] of [["the lines", "snippet"], ["the style", "style"]]) {
    await page.getByRole("button", { name: `Copy ${what}` }).click();
    await page.getByText(`Copied ${what}.`).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await lines(id));
  }
  await visit.finish();
});

for (const [width, height] of [[390, 844], [1280, 900]]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing on the playground, ${width} wide and ${colorScheme}, and nothing sticks out`, async () => {
      const { page, told, visit } = await playground({ width, height, colorScheme });
      await told("eh-ready").waitFor();
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/playground-${width}-${colorScheme}.png` });
      // On a phone the settings are collapsed, so that the wizard is visible.
      if (width < 960) for (const part of ["Attributes", "Look"]) await page.getByText(part, { exact: true }).click();
      await page.locator("#radius").fill("12");
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
      assert.deepEqual(violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(" ")}: ${failureSummary}`)), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page scrolls sideways");
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/playground-${width}-${colorScheme}-open.png`, fullPage: true });
      await visit.finish();
    });
  }
}
