// Where people press, drop and look: what public reports about other forms say goes wrong.
import assert from "node:assert/strict";
import { test } from "node:test";
import { file, pdf, png } from "./files.mjs";
import { jointlyAuthorised, soleDirector } from "./journeys.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const EXTRACT = "documents.kvk_extract.organisation";
const focused = (page) => page.evaluate(() => document.querySelector("eh-wizard").shadowRoot.activeElement?.name);

test("(ui-01) Send acts at the first press, with the typed name still focused, wrong and then right", async () => {
  const { visit, wizard } = await here.open({ width: 390, height: 844 });
  const { page } = visit;
  await wizard.walk(soleDirector, { until: "sign" });
  await wizard.fill(soleDirector.find(({ screen }) => screen === "sign").answers.filter(([name]) => name !== "signatures.0.typed_name"));
  await wizard.answer("signatures.0.typed_name", "Piet");
  const press = async () => {
    const button = page.locator("[data-action=send]");
    await button.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await button.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.waitForTimeout(150);
    await page.mouse.up();
  };
  await press();
  // The summary takes the focus: the press was taken, and not only the field left.
  await page.waitForFunction(() => document.querySelector("eh-wizard").shadowRoot.activeElement?.matches(".summary"));
  assert.match((await wizard.issues()).join(), /@signatures\.0\.typed_name/);
  await wizard.answer("signatures.0.typed_name", "J.M. de Vries");
  visit.sends();
  await press();
  await wizard.reference();
  await visit.finish();
});

test("(file-08) a file dropped beside a slot does not open in place of the wizard", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walkToDocuments(jointlyAuthorised);
  const dropped = await visit.page.evaluate(() => {
    const root = document.querySelector("eh-wizard").shadowRoot;
    return [".screen__title", ".panel, aside", "[data-screen]", ".help"].map((selector) => {
      const target = root.querySelector(selector);
      return ["dragover", "drop"].map((type) => {
        const event = new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer: new DataTransfer() });
        target.dispatchEvent(event);
        return event.defaultPrevented;
      });
    }).flat();
  });
  assert.deepEqual([...new Set(dropped)], [true]);
  await visit.finish();
});

test("(file-11, file-05) the name of a file input begins with the words of its button, and it does not ask iPhones for HEIC", async () => {
  for (const [lang, words] of [["nl", "Kies een bestand: "], ["en", "Choose a file: "]]) {
    const { visit, wizard } = await here.open({ lang });
    await wizard.walkToDocuments(jointlyAuthorised);
    const inputs = visit.page.locator('input[type=file]:not([name$=".camera"])');
    for (const input of await inputs.all()) {
      assert.ok((await input.getAttribute("aria-label")).startsWith(words));
      assert.ok(!(await input.getAttribute("accept")).includes("heic"));
    }
    await visit.finish();
  }
});

test("(file-12) a refusal is spoken with the name of the file", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walkToDocuments(jointlyAuthorised);
  await wizard.hands.file(EXTRACT, { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("notes") });
  await visit.page.locator(".visually-hidden[role=status]", { hasText: "notes.txt: Kies een ander soort bestand" }).waitFor({ state: "attached" });
  await visit.finish();
});

test("(file-13) the focus stays in the slot after replacing and moving a file by keyboard", async () => {
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
  await visit.finish();
});

test("(ui-03) the list of services stays open while a screen reader has the focus in it", async () => {
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
  await page.locator(`[data-value="${value}"][aria-selected=true]`).waitFor();
  await page.locator(".screen__title").focus();
  await page.locator("[role=listbox]").waitFor({ state: "hidden" });
  await visit.finish();
});
