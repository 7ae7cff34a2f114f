import assert from "node:assert/strict";
import { test } from "node:test";
import { soleDirector, withoutKvk } from "./journeys.mjs";
import { stage } from "./stage.mjs";

const here = stage();

test("without a KvK number nothing mentions other services, branches or higher levels", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walk(withoutKvk.slice(0, 3));
  await visit.page.locator("[data-screen] .level").filter({ hasText: "EH3" }).waitFor();
  const words = await visit.page.locator("[data-screen]").innerText();
  assert.doesNotMatch(words, /EH4|vestiging|UWV|loonheffing of/);
  assert.match(words, /Bijvoorbeeld btw\./);
  await visit.finish();
});

test("with a KvK number only the next level that gives access to more is named; prices say that they exclude VAT", async () => {
  const { visit, wizard } = await here.open();
  const [welcome, kind, services] = soleDirector;
  const [authorisation, messageBox] = services.answers;
  await wizard.walk([welcome, kind, { ...services, answers: [authorisation, messageBox] }]);
  const level = visit.page.locator("[data-screen] .level");
  await level.filter({ hasText: "EH2+" }).waitFor();
  const words = await level.innerText();
  assert.match(words, /Niveau EH3 opent nog \d+ van de \d+ diensten/);
  assert.doesNotMatch(words, /Niveau EH4/);
  assert.doesNotMatch(words, /Identificatie/, "it costs nothing");
  assert.match(words, /Prijs, exclusief btw: /);
  await visit.finish();
});

test("the supplier's telephone number and e-mail address are links, from the first screen on", async () => {
  const { visit, wizard } = await here.open();
  const links = () => visit.page.locator(".help a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  for (const screen of ["welcome", "organisation-kind"]) {
    await wizard.at(screen);
    const [telephone, email, ...more] = await links();
    assert.match(telephone, /^tel:\+?\d+$/);
    assert.match(email, /^mailto:[^ @]+@[^ @]+$/);
    assert.deepEqual(more, []);
    if (screen === "welcome") await wizard.press("next");
  }
  await visit.finish();
});

test("a phone shows only the current step and those that can be opened", async () => {
  const { visit, wizard } = await here.open({ width: 390 });
  await wizard.walk(soleDirector, { until: "user" });
  const shown = visit.page.locator(".progress__step:visible");
  assert.deepEqual(await shown.evaluateAll((steps) => steps.map((step) => step.querySelector("[aria-current]") !== null)), [false, true]);
  await visit.finish();
});

test("the text to agree to can be read before the check box", async () => {
  const { visit, wizard } = await here.open({ lang: "en" });
  await wizard.walk(soleDirector, { until: "sign" });
  const isBefore = await wizard.control("consents.terms").evaluate((box) => {
    const field = box.closest(".field");
    const link = field.querySelector("a");
    return Boolean(link && link.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING);
  });
  assert.ok(isBefore);
  await visit.finish();
});
