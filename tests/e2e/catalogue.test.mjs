// Step 1, "What for": searching and choosing, the level that follows, and what happens without a catalogue.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { UNANSWERED } from "./browser.mjs";
import { notEmployed } from "./journeys.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const TAX = "9a794d1d-f7ba-5ee4-86ea-d3d5490b2f7e";
const MESSAGE_BOX = "71c69e39-150c-5940-97b4-4c02d052937a";
const PATENT = "788049f2-b2cb-5de2-a590-2ca070701063";
const TAX_AUTHORITY = "00000099000000001003";
const UWV = "00000099000000001040";
const KIND = "purpose.authorisation.kind";

/** Goes to the step; `mode` says how. */
async function begin({ files, ...options } = {}) {
  const proxy = files && (await here.proxy());
  if (proxy) for (const [path, act] of Object.entries(files(proxy))) proxy.files.set(path, act);
  const { visit, wizard } = await here.open({ lang: "nl", ...options, ...(proxy && { origin: proxy.origin }) });
  const { page } = visit;
  await wizard.walk(notEmployed.slice(0, notEmployed.findIndex(({ screen }) => screen === "services")));
  await wizard.press("next");
  await page.locator("[data-screen=services], [data-screen=user]").waitFor();
  // What the page has answered is skipped; Back leads to it.
  if ((await wizard.screen) === "user") await wizard.press("back");
  await wizard.at("services");
  const level = page.locator("section.level");
  return {
    proxy, visit, wizard, page, level,
    badge: () => level.locator(".level__badge").textContent(),
    box: page.locator("[name='purpose.search']"),
    options: page.locator("[role=option]"),
    chosen: page.locator(".chosen__item"),
    values: () => page.locator("[role=option]").evaluateAll((rows) => rows.map((row) => row.dataset.value)),
  };
}

async function isAccessible(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.flat().join(" "))]), []);
}

for (const mode of ["mouse", "keyboard"]) {
  describe(`by ${mode}`, { concurrency: 1 }, () => {
    test("mixed levels: the highest counts, and the services that determine it are named", async () => {
      const { visit, wizard, level, badge, chosen } = await begin({ mode });
      await wizard.answer(KIND, "services");
      await wizard.answer("purpose.search", ["berichtenbox", MESSAGE_BOX]);
      await level.waitFor();
      assert.equal(await badge(), "EH2+");
      await wizard.answer("purpose.search", ["belasting", TAX]);
      await level.filter({ hasText: "EH3" }).waitFor();
      assert.match(await level.textContent(), /Mijn Belastingdienst Zakelijk \(Belastingdienst\)/);
      assert.doesNotMatch(await level.textContent(), /Berichtenbox/);
      assert.match(await level.textContent(), /Niveau EH4 opent nog \d+ van de \d+ diensten/);
      assert.match(await level.textContent(), /€\s?39,00/);
      assert.equal(await chosen.count(), 2);
      assert.match(await chosen.nth(1).textContent(), /niet met een inlogmiddel voor één vestiging/);
      await wizard.press("next");
      await wizard.at("user");
      await visit.finish();
    });

    test("a removed service no longer counts", async () => {
      const { visit, wizard, level, badge, chosen, page } = await begin({ mode });
      await wizard.answer(KIND, "services");
      await wizard.answer("purpose.search", ["octrooi", PATENT]);
      await wizard.answer("purpose.search", ["berichtenbox", MESSAGE_BOX]);
      await level.filter({ hasText: "EH4" }).waitFor();
      await wizard.press(`remove:${PATENT}`);
      await level.filter({ hasText: "EH2+" }).waitFor();
      assert.equal(await badge(), "EH2+");
      await wizard.press(`remove:${MESSAGE_BOX}`);
      await level.waitFor({ state: "detached" });
      assert.equal(await chosen.count(), 0);
      await wizard.press("next");
      await wizard.shows("required@purpose.search");
      await isAccessible(page);
      await visit.finish();
    });

    test("a whole provider: its highest level counts, and searching for its services finds it", async () => {
      const { visit, wizard, level, chosen } = await begin({ mode });
      await wizard.answer(KIND, "providers");
      await wizard.answer("purpose.search", ["uwv", `provider:${UWV}`]);
      await level.filter({ hasText: "EH4" }).waitFor();
      assert.match(await level.textContent(), /Portaal Mijn Gegevensdiensten/);
      await wizard.answer("purpose.search", ["dividend", `provider:${TAX_AUTHORITY}`]);
      assert.deepEqual(await chosen.locator(".chosen__name").allTextContents(),
        ["UWV (Uitvoeringsinstituut Werknemersverzekeringen)", "Belastingdienst"]);
      await wizard.press("next");
      await wizard.at("user");
      await visit.finish();
    });

    test("for all providers the level itself is asked", async () => {
      const { visit, wizard, box } = await begin({ mode });
      await wizard.answer(KIND, "all");
      assert.equal(await box.count(), 0);
      await wizard.press("next");
      await wizard.shows("required@purpose.level");
      await wizard.answer("purpose.level", "EH3");
      await wizard.press("next");
      await wizard.at("user");
      await visit.finish();
    });
  });
}

test("services can be preselected by UUID", async () => {
  const { visit, level, chosen } = await begin({ query: `&services=${TAX}%20${MESSAGE_BOX}` });
  await level.filter({ hasText: "EH3" }).waitFor();
  assert.equal(await chosen.count(), 2);
  await visit.finish();
});

test("a provider's page can preselect that provider, and the applicant can change it", async () => {
  const { visit, wizard, level, chosen, page } = await begin({ query: `&services=${UWV}` });
  await level.filter({ hasText: "EH4" }).waitFor();
  assert.equal(await page.locator(`[name="${KIND}"][value=providers]`).isChecked(), true);
  assert.match(await chosen.textContent(), /UWV/);
  await wizard.press(`remove:provider:${UWV}`);
  await level.waitFor({ state: "detached" });
  await visit.finish();
});

test("services can be preselected by ServiceID", async () => {
  const catalogue = {
    format: "eherkenning-catalogue/1", date: "2026-11-25", providers: [{ oin: UWV, name: { nl: "UWV" }, services: [
      { id: TAX, service_id: `urn:etoegang:DV:${UWV}:services:9052`, name: { nl: "Werkgeversportaal" }, level: "EH3" },
    ] }],
  };
  const query = `&services=urn:etoegang:DV:${UWV}:services:9052`;
  const { visit, level, chosen } = await begin({ query, files: (proxy) => ({ "/catalogue.json": proxy.answer(200, catalogue) }) });
  await level.filter({ hasText: "EH3" }).waitFor();
  assert.match(await chosen.textContent(), /Werkgeversportaal/);
  await visit.finish();
});

test("(F59) a catalogue that arrives late changes no choices", async () => {
  let arrive;
  const arrived = new Promise((done) => { arrive = done; });
  const late = async (request, body, response) => {
    await arrived;
    const answer = await fetch(`${here.intake.origin}/catalogue.json`);
    response.writeHead(200, { "content-type": "application/json" }).end(Buffer.from(await answer.arrayBuffer()));
  };
  const { visit, wizard, level, box, page } = await begin({
    query: `&services=${TAX}`, files: () => ({ "/catalogue.json": late }),
  });
  await page.locator("[data-screen] [role=status]").filter({ hasText: "dienstenlijst" }).waitFor();
  assert.equal(await box.count(), 0);
  await isAccessible(page);
  arrive();
  await level.filter({ hasText: "EH3" }).waitFor();
  await wizard.answer("purpose.search", ["berichtenbox", MESSAGE_BOX]);
  assert.equal(await page.locator(".chosen__item").count(), 2);
  await visit.finish();
});

for (const [what, body] of [
  ["that is cut off", '{"format":"eherkenning-catalogue/1","date":"2026-11-25","providers":['],
  ["of another format", '{"format":"eherkenning-catalogue/9","date":"2026-11-25","providers":[]}'],
  ["that is not what was written", '{"format":"eherkenning-catalogue/1","date":"2026-11-25","checksum":7,"providers":[]}'],
]) {
  test(`(F59) a catalogue ${what} is reported to the page, and the applicant continues without`, async () => {
    const { visit, wizard, page } = await begin({ files: (proxy) => ({ "/catalogue.json": proxy.answer(200, body) }) });
    await page.locator("[data-action='retry:catalogue']").waitFor();
    assert.deepEqual((await visit.happened()).errors, [{ code: "catalogue", retryable: true }]);
    await wizard.answer(KIND, "services");
    await wizard.answer("purpose.described_services", "Parkeervergunning bij de gemeente Alkmaar");
    await wizard.answer("purpose.level", "EH2+");
    await isAccessible(page);
    await wizard.press("next");
    await wizard.at("user");
    await visit.finish({ allow: [UNANSWERED] });
  });
}

test("(ui-04) the search box follows the pattern of a combobox, and the reached option is spoken", async () => {
  const { visit, wizard, box, options, values, page } = await begin({ query: `&services=${TAX}` });
  const active = () => box.getAttribute("aria-activedescendant");
  await box.click();
  await box.fill("uwv");
  await options.first().waitFor();
  assert.equal(await box.getAttribute("aria-expanded"), "true");
  assert.equal(await active(), null);
  const count = await options.count();
  const ids = await options.evaluateAll((rows) => rows.map(({ id }) => id));
  const presses = [
    ["ArrowDown", 0], ["ArrowDown", 1], ["End", count - 1], ["ArrowDown", 0], ["ArrowUp", count - 1], ["Home", 0],
  ];
  for (const [key, at] of presses) {
    await page.keyboard.press(key);
    assert.equal(await active(), ids[at], key);
    // VoiceOver does not follow aria-activedescendant.
    assert.match(await page.locator(".visually-hidden[aria-live=polite]").textContent(), new RegExp(`., ${at + 1} (van|of) ${count}$`));
  }
  await isAccessible(page);
  const [first] = await values();
  await page.keyboard.press("Enter");
  assert.equal(await box.getAttribute("aria-expanded"), "false");
  assert.equal(await box.inputValue(), "");
  await page.keyboard.type("uwv");
  await page.locator(`[role=option][data-value="${first}"][aria-selected=true]`).waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await box.getAttribute("aria-expanded"), "false");
  assert.equal(await box.inputValue(), "uwv");
  await page.keyboard.press("Escape");
  assert.equal(await box.inputValue(), "");
  await wizard.press(`remove:${first}`);
  await visit.finish();
});

test("options are grouped by provider, and their number is announced", async () => {
  const { visit, box, options, page } = await begin({ query: `&services=${TAX}` });
  await box.fill("pensioen");
  await options.first().waitFor();
  const groups = page.locator("[role=listbox] > [role=group]");
  const labels = await groups.evaluateAll((found) => found.map((group) => group.getAttribute("aria-label")));
  assert.equal(new Set(labels).size, labels.length);
  assert.ok(labels.length > 3);
  const total = Number((await page.locator("[role=status]").last().textContent()).match(/\d+/)[0]);
  assert.equal(Math.min(total, 8), await options.count());
  await box.fill("");
  await page.locator(".results__more").filter({ hasText: "8 van 62" }).waitFor();
  assert.equal(await options.count(), 8);
  await visit.finish();
});

test("on a phone the list stays within the page", async () => {
  const { visit, box, options, page } = await begin({ query: `&services=${TAX}`, width: 390, height: 844, hasTouch: true });
  await box.tap();
  await box.fill("rotterdam");
  await options.first().waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await options.first().tap();
  assert.equal(await page.locator(".chosen__item").count(), 2);
  await isAccessible(page);
  await visit.finish();
});
