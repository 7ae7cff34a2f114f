import assert from "node:assert/strict";
import { test } from "node:test";
import { foundation, jointlyAuthorised, limitedAtEh4, notEmployed, soleOwner, withoutKvk } from "./journeys.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const focused = (page) => page.evaluate(() => {
  const active = document.querySelector("eh-wizard").shadowRoot.activeElement;
  return active?.name || active?.getAttribute("role") || active?.className;
});

test("a control stays the same and keeps the focus while it is answered", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walk(notEmployed, { until: "personal-data" });
  const control = wizard.control("user.email");
  await control.focus();
  const same = await control.elementHandle();
  await visit.page.keyboard.type("jo@");
  assert.equal(await focused(visit.page), "user.email");
  assert.equal(await same.evaluate((element) => element.isConnected), true);
  assert.equal(await control.inputValue(), "jo@");
  await visit.finish();
});

test("no error shows while typing; it shows on leaving, and disappears when fixed", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walk(notEmployed, { until: "personal-data" });
  await wizard.control("user.email").pressSequentially("jo@");
  assert.deepEqual(await wizard.issues(), []);
  await wizard.control("user.email").blur();
  await wizard.shows("email_shape@user.email");
  await wizard.control("user.email").press("End");
  await wizard.control("user.email").pressSequentially("devries.example");
  await visit.page.locator("[data-issue=email_shape]").waitFor({ state: "detached" });
  await visit.finish();
});

test("one press of Next right after a wrong answer leads to the errors", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walk(notEmployed, { until: "personal-data" });
  await wizard.control("user.email").fill("jo@");
  await wizard.press("next");
  await visit.page.locator("[data-summary=email_shape]").waitFor();
  assert.equal(await focused(visit.page), "group");
  const { issues } = await visit.happened();
  assert.equal(issues.length, 1);
  assert.ok(issues[0].codes.includes("email_shape"));
  await visit.page.locator("[data-summary=email_shape]").click();
  assert.equal(await focused(visit.page), "user.email");
  await visit.finish();
});

test("a new screen moves the focus to its heading, reports its step, and sets the title of the page", async () => {
  const { visit, wizard } = await here.open({ lang: "en" });
  await wizard.walk(limitedAtEh4, { until: "services" });
  assert.equal(await focused(visit.page), "screen__title");
  const { steps } = await visit.happened();
  assert.equal(steps.at(-1).step, "purpose");
  const heading = await visit.page.getByRole("heading", { level: 2 }).first().textContent();
  assert.ok((await visit.page.title()).startsWith(heading.trim()));
  await visit.finish();
});

test("our own page follows the language of the wizard, before and after the questions have loaded", async () => {
  const { visit, wizard } = await here.open({ lang: "nl" });
  const { page } = visit;
  const follows = async (lang, heading, title) => {
    await page.locator(`html[lang=${lang}]`).waitFor();
    assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), heading);
    assert.ok((await page.title()).startsWith(title), await page.title());
  };
  await wizard.at("welcome");
  await wizard.press("language");
  await follows("en", "Apply for eHerkenning", "Before you start");
  await wizard.press("next");
  await wizard.at("organisation-kind");
  await wizard.press("language");
  await follows("nl", "eHerkenning aanvragen", "Uw organisatie");
  await visit.finish();
});

test("how to sign is asked before the signed form", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walk(jointlyAuthorised);
  const names = await visit.page.locator("[data-screen=sign] [name]").evaluateAll((all) => all.map(({ name }) => name));
  const order = ["signing.method", "signing.form", "documents.registration_form.organisation", "consents.terms"];
  assert.deepEqual([...new Set(names)].filter((name) => order.includes(name)), order);
  await visit.finish();
});

test("the wizard announces how many services were found", async () => {
  const { visit, wizard } = await here.open({ lang: "en" });
  await wizard.walk(limitedAtEh4, { until: "services" });
  await wizard.answer("purpose.authorisation.kind", "services");
  await wizard.control("purpose.search").fill("alkmaar");
  await visit.page.locator("[role=status]", { hasText: /\b1\b/ }).waitFor({ state: "attached" });
  await wizard.control("purpose.search").fill("zzzzzz");
  await visit.page.locator("[role=status]", { hasText: /\b0\b/ }).waitFor({ state: "attached" });
  await visit.finish();
});

test("Tab reaches every question without an answer, also after the screen was drawn again in another language", async () => {
  const { visit, wizard } = await here.open();
  const { page } = visit;
  await wizard.walk(jointlyAuthorised, { until: "contract" });
  const names = await page.locator("[data-screen] [name]").evaluateAll((all) => [...new Set(all.map(({ name }) => name))]);
  assert.ok(names.length >= 4, names.join());
  for (const lang of ["nl", "en", "nl"]) {
    await page.locator(`eh-wizard [lang=${lang}] [data-screen=contract]`).waitFor();
    await page.locator("[data-screen] [data-action=back]").focus();
    const reached = new Set();
    for (let presses = 0; presses < 3 * names.length; presses += 1) {
      await page.keyboard.press("Tab");
      reached.add(await focused(page));
    }
    assert.deepEqual(names.filter((name) => !reached.has(name)), [], lang);
    await wizard.press("language");
  }
  await visit.finish();
});

for (const [name, journey] of Object.entries({ foundation, jointlyAuthorised, notEmployed, soleOwner, withoutKvk })) {
  test(`every screen of ${name} begins at its top, with the focus on its heading`, async () => {
    const { visit, wizard } = await here.open({ width: 390, height: 844 });
    const { page } = visit;
    const begins = () => page.evaluate(() => {
      const root = document.querySelector("eh-wizard").shadowRoot.querySelector(".wizard");
      const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
      const isAtEnd = scrollTop + clientHeight >= scrollHeight - 1;
      return Math.abs(root.getBoundingClientRect().top) <= 1 || isAtEnd;
    });
    const look = async (screen) => {
      assert.equal(await focused(page), "screen__title", screen);
      assert.ok(await begins(), screen);
    };
    await wizard.walk(journey, { visit: (screen, when) => (when === "fresh" && screen !== "welcome" ? look(screen) : undefined) });
    await wizard.send(visit);
    await wizard.reference();
    await look("sent");
    await visit.finish();
  });
}

test("on every journey each screen begins with the focus on its heading", async () => {
  for (const journey of [soleOwner, jointlyAuthorised, foundation, limitedAtEh4, withoutKvk]) {
    const { visit, wizard } = await here.open();
    await wizard.walk(journey, { visit: async (screen, when) => {
      // The first screen leaves it where it is on the page.
      if (when === "fresh" && screen !== "welcome") assert.equal(await focused(visit.page), "screen__title", screen);
    } });
    await visit.finish();
  }
});

test("adding, opening and removing a representative moves the focus to a card's heading; complete cards fold", async () => {
  const { visit, wizard } = await here.open();
  const { page } = visit;
  const heading = () => page.evaluate(() => {
    const active = document.querySelector("eh-wizard").shadowRoot.activeElement;
    return active?.className === "row__title" ? active.textContent : `not a card: ${active?.outerHTML.slice(0, 80)}`;
  });
  const isFolded = async (row) => !(await wizard.control(`representatives.${row}.surname`).isVisible());
  await wizard.walk(jointlyAuthorised, { until: "representatives" });
  const { answers } = jointlyAuthorised.find(({ screen }) => screen === "representatives");
  const ofFirst = answers.filter(([name]) => name.startsWith("representatives.0."));
  await wizard.fill(ofFirst);
  assert.equal(await isFolded(0), false, "a card that was filled in stays open");
  await wizard.press("add:representatives");
  await page.locator('[data-action="change:representatives.0"]').waitFor();
  assert.equal(await heading(), "Vertegenwoordiger 2");
  assert.deepEqual([await isFolded(0), await isFolded(1)], [true, false]);
  assert.match(await page.locator(".row").first().innerText(), /Pieter Jansen[\s\S]*Bestuurder, Gezamenlijk bevoegd/);

  await wizard.press("change:representatives.0");
  await wizard.control("representatives.0.surname").waitFor();
  assert.equal(await heading(), "Vertegenwoordiger 1");
  // Something wrong cannot be in a card that is folded.
  await wizard.press("add:representatives");
  await page.locator('[data-action="change:representatives.0"]').waitFor();
  await wizard.press("next");
  await page.locator("[data-summary]").first().waitFor();
  assert.equal(await isFolded(1), false);

  await wizard.press("remove:representatives.2");
  await page.locator(".row").nth(2).waitFor({ state: "detached" });
  assert.equal(await heading(), "Vertegenwoordiger 2");
  await wizard.press("remove:representatives.1");
  await page.locator(".row").nth(1).waitFor({ state: "detached" });
  assert.equal(await heading(), "Vertegenwoordiger 1");
  assert.equal(await isFolded(0), false, "the only card is open");
  await visit.finish();
});

test("on a phone the pages with the most on them stay short", async () => {
  const pages = [[jointlyAuthorised, "role", "representatives", 2200], [soleOwner, "check", "check", 2400]];
  for (const [journey, until, screen, most] of pages) {
    for (const lang of ["nl", "en"]) {
      const { visit, wizard } = await here.open({ lang });
      await visit.page.setViewportSize({ width: 390, height: 844 });
      await wizard.walk(journey, { until });
      if (until !== screen) {
        await wizard.press("back");
        await wizard.at(screen);
        await wizard.answer("authority_proof.represented_by_company", "false");
      }
      const height = await visit.page.evaluate(() => document.documentElement.scrollHeight);
      assert.ok(height <= most, `${screen}, ${lang}: ${height} px`);
      await visit.finish();
    }
  }
});

test("who waits for others is offered to keep the answers, beside those who must sign", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walk(jointlyAuthorised, { until: "role" });
  await wizard.press("back");
  await wizard.at("representatives");
  assert.equal(await visit.page.locator("[data-action=device]").count(), 1, "once");
  assert.equal(await visit.page.locator(".notice [data-action=device]").count(), 1);
  await visit.finish();
});
