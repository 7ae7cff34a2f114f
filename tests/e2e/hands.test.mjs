// Where people press, drop and look: what public reports about other forms say goes wrong.
import assert from "node:assert/strict";
import { test } from "node:test";
import { file, pdf, png } from "./files.mjs";
import { from, jointlyAuthorised, soleDirector } from "./journeys.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const EXTRACT = "documents.kvk_extract.organisation";
const COPY = "documents.representative_id_copy.representatives.1";
const focused = (page) => page.evaluate(() => document.querySelector("eh-wizard").shadowRoot.activeElement?.name);

/** Presses a button as slowly as people do, where it is when the press begins. */
async function pressSlowly(page, action) {
  const button = page.locator(`[data-action=${action}]`);
  await button.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await button.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.waitForTimeout(150);
  await page.mouse.up();
}

/** Waits until the summary has the focus: the press was taken, and not only the field left. */
const summarised = (page) => page.waitForFunction(() => document.querySelector("eh-wizard").shadowRoot.activeElement?.matches(".summary"));

/** Drags a file over an element, or drops it there; returns whether the browser is kept from opening it. */
const drag = (target, type, { name, mimeType }) => target.evaluate((element, [type, name, mimeType]) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(["of no use"], name, { type: mimeType }));
  const event = new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer });
  element.dispatchEvent(event);
  return event.defaultPrevented;
}, [type, name, mimeType]);

test("(ui-01) Next acts at the first press, with the mobile number still focused, wrong and then right", async () => {
  const { visit, wizard } = await here.open({ width: 390, height: 844 });
  await wizard.walk(soleDirector, { until: "personal-data" });
  await wizard.fill(soleDirector.find(({ screen }) => screen === "personal-data").answers);
  await wizard.answer("user.mobile", "123");
  await pressSlowly(visit.page, "next");
  await summarised(visit.page);
  assert.deepEqual(await wizard.issues(), ["mobile_shape@user.mobile"]);
  await wizard.answer("user.mobile", "06 12345678");
  await pressSlowly(visit.page, "next");
  await wizard.at("identity-document");
  await visit.finish();
});

test("(ui-01) Send acts at the first press, with the typed name still focused, wrong and then right", async () => {
  const { visit, wizard } = await here.open({ width: 390, height: 844 });
  const { page } = visit;
  await wizard.walk(soleDirector, { until: "sign" });
  await wizard.fill(soleDirector.find(({ screen }) => screen === "sign").answers.filter(([name]) => name !== "signatures.0.typed_name"));
  await wizard.answer("signatures.0.typed_name", "Piet");
  await pressSlowly(page, "send");
  await summarised(page);
  assert.match((await wizard.issues()).join(), /@signatures\.0\.typed_name/);
  await wizard.answer("signatures.0.typed_name", "J.M. de Vries");
  visit.sends();
  await pressSlowly(page, "send");
  await wizard.reference();
  await visit.finish();
});

test("(file-08) a file dropped beside a slot does not open in place of the wizard", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walkToDocuments(jointlyAuthorised);
  for (const selector of [".screen__title", ".panel, aside", "[data-screen]", ".help", `[data-place="${EXTRACT}"]`]) {
    for (const type of ["dragover", "drop"]) {
      assert.ok(await drag(visit.page.locator(selector).first(), type, file("plain.pdf", pdf())), `${type} on ${selector}`);
    }
  }
  await visit.finish();
});

test("(file-11, file-05) the name of a file input begins with the words of its button, and it does not ask iPhones for HEIC", async () => {
  for (const [lang, words, more] of [["nl", "Kies een bestand: ", "Nog een bestand"], ["en", "Choose a file: ", "Another file"]]) {
    const { visit, wizard } = await here.open({ lang });
    await wizard.walkToDocuments(jointlyAuthorised);
    const inputs = visit.page.locator('input[type=file]:not([name$=".camera"])');
    for (const input of await inputs.all()) {
      assert.ok((await input.getAttribute("aria-label")).startsWith(words));
      assert.ok(!(await input.getAttribute("accept")).includes("heic"));
    }
    await wizard.hands.file(EXTRACT, file("plain.pdf", pdf()));
    await wizard.attached(EXTRACT, "plain.pdf").waitFor();
    const slot = visit.page.locator(`[data-place="${EXTRACT}"]`);
    const [button, hidden] = [slot.locator(".slot__button").first(), slot.locator(".slot__drop")];
    assert.equal(await button.innerText(), more);
    assert.ok((await wizard.control(EXTRACT).getAttribute("aria-label")).startsWith(`${more}: `));
    assert.equal(await hidden.isVisible(), false);
    await visit.finish();
  }
});

test("(file-12) a refusal is spoken with the name of the file", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walkToDocuments(jointlyAuthorised);
  const regions = await visit.page.locator("[role=status]").elementHandles();
  await visit.page.locator(".screen__title").focus();
  await drag(wizard.control(EXTRACT), "drop", { name: "notes.txt", mimeType: "text/plain" });
  const told = visit.page.locator(".visually-hidden[role=status]", { hasText: "notes.txt: Kies een ander soort bestand" });
  await told.waitFor({ state: "attached" });
  // A region that comes with its words is not read.
  assert.ok(await told.evaluate((region, regions) => regions.includes(region), regions));
  await visit.finish();
});

test("(file-13) by keyboard the focus stays in the slot after replacing and moving a file, and moves into the redactor", async () => {
  const { visit, wizard } = await here.open();
  const { page } = visit;
  await wizard.walkToDocuments(jointlyAuthorised);
  await wizard.hands.file(EXTRACT, [file("one.pdf", pdf()), file("two.pdf", pdf(1))]);
  await wizard.attached(EXTRACT, "two.pdf").waitFor();
  const buttons = (name) => wizard.attached(EXTRACT, name).getByRole("button");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"), buttons("one.pdf").first().press("Enter"),
  ]);
  await chooser.setFiles(file("three.pdf", pdf(2)));
  await wizard.attached(EXTRACT, "three.pdf").waitFor();
  assert.equal(await focused(page), EXTRACT);
  await buttons("two.pdf").nth(1).press("Enter");
  assert.equal(await focused(page), EXTRACT);
  const [dialog] = await Promise.all([page.waitForEvent("filechooser"), wizard.control(COPY).press("Enter")]);
  await dialog.setFiles(file("fatima.png", png()));
  await wizard.redactor(COPY).waitFor();
  assert.ok(await page.evaluate(() => document.querySelector("eh-wizard").shadowRoot.activeElement?.closest(".redactor")));
  await visit.finish();
});

test("(ui-03) the list of services stays open while a screen reader has the focus in it, and gives it back after a choice", async () => {
  const { visit, wizard } = await here.open();
  const { page } = visit;
  await wizard.walk(soleDirector, { until: "services" });
  await wizard.answer("purpose.authorisation.kind", "services");
  await page.locator('[name="purpose.search"]').click();
  await page.keyboard.type("belasting");
  await page.locator("[role=option]").first().waitFor();
  await page.evaluate(() => document.querySelector("eh-wizard").shadowRoot.querySelector("[role=listbox]").focus());
  const option = page.locator("[role=option]").first();
  const value = await option.getAttribute("data-value");
  await option.evaluate((element) => element.click());
  await page.locator(`[data-action="remove:${value}"]`).waitFor();
  await page.locator("[role=listbox]").waitFor({ state: "hidden" });
  assert.equal(await focused(page), "purpose.search");
  await visit.finish();
});

test("(ui-05) contact details that a browser fills into every row are named with their person", async () => {
  const { visit, wizard } = await here.open();
  const { page } = visit;
  await wizard.walk(jointlyAuthorised, { until: "representatives" });
  await wizard.fill(jointlyAuthorised.find(({ screen }) => screen === "representatives").answers);
  await wizard.fill([
    ["press", "add:representatives"], ["representatives.2.given_names", "Kees"], ["representatives.2.surname", "Bakker"],
    ["representatives.2.capacity", "director"], ["representatives.2.authority", "joint"], ["representatives.2.signs", true],
  ]);
  await wizard.press("next");
  await wizard.walk(from(jointlyAuthorised, "role"), { until: "representative-contact" });
  const emails = page.locator("[name$='.email']");
  assert.deepEqual(await emails.evaluateAll((all) => all.map(({ type, autocomplete }) => [type, autocomplete])), Array(3).fill(["email", "off"]));
  await page.locator("[data-screen]").evaluate((screen) => {
    for (const control of screen.querySelectorAll("[name$='.email'], [name$='.mobile']")) {
      control.value = control.name.endsWith(".email") ? "info@dagobert.example" : "06 23456789";
      for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
  });
  await wizard.press("next");
  const summary = page.locator("[data-summary]");
  await summary.first().waitFor();
  assert.deepEqual((await summary.allInnerTexts()).map((text) => text.split(". ")[0]), [
    "E-mailadres (Fatima El Amrani): Vul een ander e-mailadres in", "Mobiel nummer (Fatima El Amrani): Vul een ander mobiel nummer in",
    "E-mailadres (Kees Bakker): Vul een ander e-mailadres in", "Mobiel nummer (Kees Bakker): Vul een ander mobiel nummer in",
  ]);
  await visit.finish();
});

test("(doc-01) Kosovo is in the list of countries", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walk(soleDirector, { until: "identity-document" });
  const kosovo = wizard.control("user.identity_document.country").locator("option[value=XK]");
  assert.equal(await kosovo.textContent(), "Kosovo");
  await visit.finish();
});
