// The list of services in step 1: in sight when it opens, and out of the way after a choice.
import assert from "node:assert/strict";
import { test } from "node:test";
import { soleDirector } from "./journeys.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const BOX = "purpose.search";
const KIND = "purpose.authorisation.kind";
const LABEL = `label[for="${BOX}"]`;
const TAX = "9a794d1d-f7ba-5ee4-86ea-d3d5490b2f7e";
const UWV = "00000099000000001040";

/** Goes to the step, and says where one must be able to log in. */
async function begin({ kind = "services", ...options } = {}) {
  const { visit, wizard } = await here.open(options);
  await wizard.walk(soleDirector, { until: "services" });
  await wizard.answer(KIND, kind);
  return { visit, wizard, page: visit.page };
}

/** Types a text into the search box, reached by mouse, touch or keyboard. */
async function find(wizard, query) {
  await wizard.hands.text(BOX, query);
  await wizard.page.locator("[role=option]").first().waitFor();
}

/** Whether all of each element can be seen in a window of this height. */
async function assertInSight(page, height, ...selectors) {
  for (const selector of selectors) {
    const { y, height: own } = await page.locator(selector).first().boundingBox();
    assert.ok(y >= 0 && y + own <= height, `${selector}: ${y} to ${y + own} of ${height}`);
  }
}

for (const [width, height, mode] of [
  [1280, 900, "mouse"], [1280, 900, "keyboard"], [1024, 900, "mouse"], [1024, 900, "keyboard"], [390, 844, "touch"], [390, 844, "keyboard"],
]) {
  test(`at ${width} by ${height}, by ${mode}, the list opens in sight, and the choice stays in sight when it closes`, async () => {
    const { visit, wizard, page } = await begin({ width, height, mode, hasTouch: mode === "touch" });
    for (const [count, query] of [[1, "gemeente"], [2, "pensioen"], [3, "belasting"]]) {
      await find(wizard, query);
      const list = await page.locator("[role=listbox]").boundingBox();
      assert.ok(list.height > 200, `${list.height}`);
      await assertInSight(page, height, LABEL, `[name="${BOX}"]`, "[role=listbox]");
      await page.keyboard.press("ArrowDown");
      await assertInSight(page, height, LABEL, "[role=listbox]", ".result--active");
      if (mode === "keyboard") await page.keyboard.press("Enter");
      else await wizard.page.locator("[role=option]").first()[mode === "touch" ? "tap" : "click"]();
      const row = `.chosen__item:nth-child(${count})`;
      await page.locator(row).waitFor();
      await page.locator("[role=listbox]").waitFor({ state: "hidden" });
      assert.equal(await wizard.control(BOX).inputValue(), "");
      await assertInSight(page, height, row, `${row} button`, `[name="${BOX}"]`);
      assert.ok((await page.locator(row).boundingBox()).y < (await page.locator(LABEL).boundingBox()).y);
    }
    await wizard.press(`remove:${TAX}`);
    await page.locator(".chosen__item:nth-child(3)").waitFor({ state: "detached" });
    await visit.finish();
  });
}

test("the list ends above a phone's keyboard", async () => {
  const script = "Object.defineProperty(visualViewport, 'height', { get: () => window.keyboard ?? innerHeight });";
  const { visit, wizard, page } = await begin({ width: 390, height: 844, mode: "touch", hasTouch: true, script });
  await wizard.control(BOX).tap();
  await page.evaluate(() => { window.keyboard = 420; });
  await page.keyboard.type("gemeente");
  await page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector("eh-wizard");
    const list = shadowRoot.querySelector("[role=listbox]").getBoundingClientRect();
    // A test cannot move what is in sight over the page, as a phone does.
    return list.height >= 144 && list.bottom - shadowRoot.querySelector(".combobox label").getBoundingClientRect().top <= 420;
  });
  await visit.finish();
});

test("Enter takes the first match, and the one that most applicants look for is first", async () => {
  for (const [query, name] of [["btw aangifte", "Mijn Belastingdienst Zakelijk"], ["uwv", "Werkgeversportaal"], ["ziekmelding", "Werkgeversportaal"]]) {
    const { visit, wizard, page } = await begin({ mode: "keyboard" });
    await find(wizard, query);
    await page.keyboard.press("Enter");
    assert.equal(await page.locator(".chosen__name").textContent(), name);
    await visit.finish();
  }
});

for (const [lang, words] of [
  ["nl", ["Probeer een ander woord", "Staat het er niet bij?", "alle diensten"]],
  ["en", ["Try another word", "Not in the list?", "all services"]],
]) {
  test(`where nothing is found the wizard says how to go on, in ${lang}`, async () => {
    const { visit, wizard, page } = await begin({ lang, width: 390, height: 844 });
    await wizard.hands.text(BOX, "xyzzyplugh");
    const nothing = page.locator(".combobox__nothing");
    for (const part of words) assert.ok((await nothing.textContent()).includes(part), part);
    await assertInSight(page, 844, ".combobox__nothing");
    await visit.finish();
  });
}

test("a whole provider says which service raises its level", async () => {
  const { visit, wizard, page } = await begin({ kind: "providers" });
  await wizard.answer(BOX, ["uwv", `provider:${UWV}`]);
  assert.equal(await page.locator(".chosen__warning").last().textContent(),
    "Alleen Portaal Mijn Gegevensdiensten vraagt EH4. Niet nodig? Kies losse diensten: EH3.");
  await visit.finish();
});
