// Looking up the organisation on the first question: only when asked, by the same rules as sending, and whatever comes of it
// the applicant can go on.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { ANSWERED, UNANSWERED } from "./browser.mjs";
import { soleOwner, soleOwnerFound } from "./journeys.mjs";
import { startIntake } from "./server.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const NUMBER = "69599084";
const LOOK_UP = "**/lookup/*";
const told = ".look-up .notice:visible";

/** The first question, with a number; `respond` answers look-ups in place of intake. */
async function begin({ respond, number = NUMBER, ...options } = {}) {
  const asked = [];
  const before = (page) => page.route(LOOK_UP, async (route) => {
    asked.push(await route.request().allHeaders());
    await (respond ? respond(route) : route.continue());
  });
  const { visit, wizard } = await here.open({ before, ...options });
  await wizard.walk(soleOwner, { until: "organisation-kind" });
  await wizard.answer("organisation.identifier.kind", "kvk");
  await wizard.answer("organisation.identifier.number", number);
  const words = (pattern) => visit.page.locator(told).filter({ hasText: pattern }).waitFor();
  return { visit, wizard, page: visit.page, asked, words };
}

const registration = (changes = {}) => ({
  format: "eherkenning-registration/1",
  organisation: { identifier: { kind: "kvk", number: NUMBER }, name: "Kapsalon De Vries", legal_form: "sole_proprietorship" },
  branches: [],
  ...changes,
});

for (const mode of ["mouse", "keyboard"]) {
  test(`what was found by ${mode} is shown, is not asked again, and arrives with where it was found`, async () => {
    const { visit, wizard, page, asked, words } = await begin({ mode });
    await page.waitForTimeout(300);
    assert.equal(asked.length, 0, "nothing is asked before the press");
    await wizard.press("look-up");
    await words("Gevonden in het Handelsregister: Test EMZ Dagobert, Eenmanszaak, Abebe Bikilalaan 17, 1034 WL Amsterdam.");
    assert.equal(asked.length, 1);
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).setLegacyMode().analyze();
    assert.deepEqual(violations.map(({ id }) => id), []);
    for (const header of ["cookie", "referer", "authorization"]) assert.equal(asked[0][header], undefined, header);
    await wizard.press("next");
    await wizard.walk(soleOwnerFound.slice(2));
    await wizard.send(visit);
    assert.ok(await wizard.reference());
    const [{ application }] = (await here.intake.stored()).slice(-1);
    const { name, legal_form, source } = application.organisation;
    assert.deepEqual([name, legal_form, source.host], ["Test EMZ Dagobert", "sole_proprietorship", new URL(here.intake.origin).host]);
    assert.match(source.fetched_at, /^20\d\d-\d\d-\d\dT[\d:.]+Z$/);
    await visit.finish();
  });
}

describe("the applicant can go on", () => {
  const FAULTS = [
    ["nobody has the number", (route) => route.fulfill({ status: 404 }), /staat niet in het Handelsregister/],
    ["too many look-ups", (route) => route.fulfill({ status: 429, headers: { "Retry-After": "60" } })],
    ["the register fails", (route) => route.fulfill({ status: 500 })],
    ["the register is away", (route) => route.fulfill({ status: 503 })],
    ["the network is away", (route) => route.abort("connectionreset")],
    ["a page in place of data", (route) => route.fulfill({ contentType: "text/html", body: "<h1>Wifi</h1>" })],
    ["nothing", (route) => route.fulfill({ body: "" })],
    ["another format", (route) => route.fulfill({ json: registration({ format: "eherkenning-registration/9" }) })],
    ["fields of other kinds", (route) => route.fulfill({ json: registration({ organisation: { name: ["x"] } }) })],
    ["another organisation", (route) => route.fulfill({ json: registration({
      organisation: { identifier: { kind: "kvk", number: "68750110" }, name: "Test BV Donald" } }) })],
    ["far too much", (route) => route.fulfill({ json: registration({ more: "x".repeat(70_000) }) })],
    ["a redirect", (route) => route.fulfill({ status: 302, headers: { Location: "/lookup/68750110" } })],
  ];
  for (const [fault, respond, words = /Ophalen lukt nu niet/] of FAULTS) {
    test(`although ${fault}`, async () => {
      const one = await begin({ respond });
      await one.wizard.press("look-up");
      await one.words(words);
      assert.equal(one.asked.length, 1);
      await one.wizard.press("next");
      await one.wizard.at("services");
      await one.visit.finish({ allow: [ANSWERED, UNANSWERED, /redirect/i] });
    });
  }

  test("although the register does not answer: after ten seconds that is said", async () => {
    const { visit, wizard, words } = await begin({ respond: () => new Promise(() => {}) });
    await wizard.press("look-up");
    await words("Bezig met ophalen");
    await words(/Ophalen lukt nu niet/);
    await wizard.press("next");
    await wizard.at("services");
    await visit.finish({ allow: [UNANSWERED] });
  });

  test("before the answer is there, which then changes nothing", async () => {
    let hold;
    const held = new Promise((resolve) => { hold = resolve; });
    const respond = (route) => (asked.length === 1 ? hold(route) : route.fulfill({ json: registration() }));
    const { visit, wizard, page, asked, words } = await begin({ respond });
    await wizard.press("look-up");
    await words("Bezig met ophalen");
    await wizard.press("next");
    await wizard.at("services");
    await (await held).fulfill({ json: registration() });
    await page.waitForTimeout(300);
    await wizard.press("back");
    await wizard.at("organisation-kind");
    assert.equal(await page.locator(told).count(), 0);
    await wizard.press("look-up");
    await words("Kapsalon De Vries");
    await visit.finish();
  });
});

test("one press tells the mistake in a number, and does not ask about it", async () => {
  const { visit, wizard, asked } = await begin({ number: "6959908" });
  await wizard.press("look-up");
  await visit.page.locator("[data-summary=kvk_number_seven_digits]").waitFor();
  await wizard.shows("kvk_number_seven_digits@organisation.identifier.number");
  assert.equal(asked.length, 0);
  await visit.finish();
});

test("a shielded address and an ended registration are told", async () => {
  const shielded = await begin({ number: "90001354" });
  await shielded.wizard.press("look-up");
  await shielded.words(/Het adres is afgeschermd/);
  await shielded.visit.finish();
  const ended = await begin({ number: "96354429", lang: "en" });
  await ended.wizard.press("look-up");
  await ended.words(/this organisation was deregistered/);
  await ended.visit.finish();
});

test("what is wrong is changed by hand: the button keeps the focus, and the application says nothing of a look-up", async () => {
  const { visit, wizard, page, words } = await begin({ mode: "keyboard" });
  await wizard.press("look-up");
  await words(/Test EMZ Dagobert/);
  await wizard.press("look-up");
  await page.locator(told).waitFor({ state: "hidden" });
  const focused = await page.evaluate(() => document.querySelector("eh-wizard").shadowRoot.activeElement.dataset.action);
  assert.equal(focused, "look-up");
  await wizard.press("next");
  await wizard.walk(soleOwner.slice(2), { until: "organisation" });
  assert.equal(await wizard.control("organisation.name").inputValue(), "Test EMZ Dagobert");
  await visit.finish();
});

test("another number is another organisation", async () => {
  const { visit, wizard, page, words } = await begin();
  await wizard.press("look-up");
  await words(/Test EMZ Dagobert/);
  await wizard.answer("organisation.identifier.number", "68750110");
  await page.locator(told).waitFor({ state: "hidden" });
  await wizard.answer("organisation.identifier.kind", "fiscal");
  await page.locator("[data-action=look-up]").waitFor({ state: "hidden" });
  await visit.finish();
});

test("without a look-up in the offer nothing is offered, and neither at an origin that the offer does not list", async () => {
  for (const lookup of [null, { organisation: "https://elders.example/{kvk_number}", origins: ["https://ergens.example"] }]) {
    const intake = await startIntake({ terms: { lookup } });
    try {
      const { visit, wizard } = await here.open({ origin: intake.origin });
      await wizard.walk(soleOwner, { until: "organisation-kind" });
      await wizard.answer("organisation.identifier.kind", "kvk");
      assert.equal(await visit.page.locator("[data-action=look-up]").count(), 0);
      await visit.finish({ allow: lookup ? [/lookup at its own origin/] : [] });
    } finally {
      await intake.stop();
    }
  }
});
