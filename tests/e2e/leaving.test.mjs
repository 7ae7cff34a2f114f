// A screen disappears while a field on it still has the focus and an unreported change. The browser then reports it to
// handlers whose screen is gone: none of them may end the wizard.
import assert from "node:assert/strict";
import { test } from "node:test";
import { from, jointlyAuthorised, notEmployed, soleDirector, withoutKvk } from "./journeys.mjs";
import { stage } from "./stage.mjs";

const here = stage();

/** The name of the focused text field. */
const typingIn = (page) => page.evaluate(() => {
  const active = document.querySelector("eh-wizard").shadowRoot.activeElement;
  return active?.matches("input[type=text], input[type=email], input[type=tel], textarea") ? active.name : undefined;
});

test("(ui-02) every screen that ends in a text field is left from that field, by mouse and by touch", async () => {
  const left = new Set();
  for (const [index, journey] of [soleDirector, jointlyAuthorised, notEmployed, withoutKvk].entries()) {
    const isTouch = index % 2 === 1;
    const options = isTouch ? { mode: "touch", hasTouch: true, isMobile: true, width: 390, height: 844 } : { mode: "mouse" };
    const { visit, wizard } = await here.open(options);
    const leave = (screen, when) => when === "answered" && typingIn(visit.page).then((name) => name && left.add(screen));
    await wizard.walk(journey, { visit: leave });
    await visit.finish();
  }
  // At least these; whether a following choice takes the focus depends on how the browser opens its list.
  const ending = ["organisation-kind", "personal-data", "identity-document", "payment", "representative-contact"];
  assert.deepEqual(ending.filter((screen) => !left.has(screen)), []);
});

test("services and level are filled in by hand, and Next is pressed from the text field", async () => {
  const proxy = await here.proxy();
  proxy.files.set("/catalogue.json", proxy.hangUp);
  const { visit, wizard } = await here.open({ origin: proxy.origin });
  await wizard.walk(notEmployed, { until: "services" });
  await wizard.answer("purpose.authorisation.kind", "services");
  await wizard.answer("purpose.level", "EH2+");
  await wizard.answer("purpose.described_services", "Parkeervergunning bij de gemeente Alkmaar");
  assert.equal(await typingIn(visit.page), "purpose.described_services");
  await wizard.press("next");
  await wizard.at("user");
  await visit.finish({ allow: [/net::ERR_/] });
});

test("(ui-02) a button of the screen, a step and the check page are pressed from a text field", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walk(notEmployed, { until: "personal-data" });
  const type = async (value) => {
    await wizard.answer("user.email", value);
    assert.equal(await typingIn(visit.page), "user.email");
  };
  await type("first@devries.example");
  await wizard.press("back");
  await wizard.at("organisation");
  await wizard.press("next");
  await wizard.at("personal-data");
  assert.equal(await wizard.control("user.email").inputValue(), "first@devries.example");
  await type("second@devries.example");
  await wizard.press("language");
  await visit.page.locator("html[lang=en]").waitFor();
  assert.equal(await wizard.control("user.email").inputValue(), "second@devries.example");
  await type("third@devries.example");
  await wizard.press("step:purpose");
  await wizard.at("organisation-kind");
  await visit.finish();
});

for (const [what, act, screen] of [
  ["goTo()", (page) => page.evaluate(() => document.querySelector("eh-wizard").goTo("purpose")), "organisation-kind"],
  ["reset()", (page) => page.evaluate(() => document.querySelector("eh-wizard").reset()), "welcome"],
  ["another language", (page) => page.evaluate(() => document.querySelector("eh-wizard").setAttribute("lang", "en")), "personal-data"],
  ["prefill()", (page) => page.evaluate(() => document.querySelector("eh-wizard").prefill({ user: { mobile: "0612345678" } })), "personal-data"],
  ["Back of the browser", (page) => page.goBack(), "organisation"],
]) {
  test(`(ui-02) ${what} while a field has the focus`, async () => {
    const { visit, wizard } = await here.open();
    await wizard.walk(notEmployed, { until: "personal-data" });
    await wizard.answer("user.email", "johanna@devries.example");
    assert.equal(await typingIn(visit.page), "user.email");
    await act(visit.page);
    await wizard.at(screen);
    // It continues as before.
    if (screen === "welcome") await wizard.press("next");
    else {
      await visit.page.evaluate(() => document.querySelector("eh-wizard").goTo("personal-data"));
      await wizard.at("personal-data");
      assert.equal(await wizard.control("user.email").inputValue(), "johanna@devries.example");
      await wizard.walk(from(notEmployed, "personal-data"), { until: "identity-document" });
    }
    await visit.page.locator(`[data-screen]:not([data-screen="${screen}"])`).waitFor();
    await visit.finish();
  });
}

test("(ui-02) a row is removed while a field in it has the focus", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walk(jointlyAuthorised, { until: "representatives" });
  await wizard.fill(jointlyAuthorised.find(({ screen }) => screen === "representatives").answers);
  await wizard.answer("representatives.1.surname", "Amrani");
  assert.equal(await typingIn(visit.page), "representatives.1.surname");
  // Unlike a press, a click by a script leaves the focus in the field.
  await visit.page.locator('[data-action="remove:representatives.1"]').evaluate((button) => button.click());
  await wizard.control("representatives.1.surname").waitFor({ state: "detached" });
  assert.equal(await wizard.control("representatives.0.surname").inputValue(), "Jansen");
  await visit.finish();
});

test("(ui-02) the element leaves the page while a field has the focus", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walk(notEmployed, { until: "personal-data" });
  await wizard.answer("user.email", "johanna@devries.example");
  await visit.page.evaluate(() => document.querySelector("eh-wizard").remove());
  await visit.page.evaluate(() => new Promise((later) => { setTimeout(later, 500); }));
  await visit.finish();
});
