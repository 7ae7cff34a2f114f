import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { hostileFiles } from "./hostile.mjs";
import { jointlyAuthorised } from "./journeys.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const COPY = "documents.representative_id_copy.representatives.0";
const EXTRACT = "documents.kvk_extract.organisation";

let folder;
let files;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "hostile-"));
  files = await hostileFiles();
  for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
});
after(() => rm(folder, { recursive: true, force: true }));

/** Gives every file to a slot; `accepted` waits until one is accepted, and removes it. */
async function giveAll(place, expectation, accepted) {
  const { visit, wizard } = await here.open();
  await wizard.walkToDocuments(jointlyAuthorised);
  const { page } = visit;
  const slot = page.locator(`[data-place="${place}"]`);
  const found = {};
  for (const { name } of files) {
    await wizard.hands.file(place, join(folder, name));
    const issue = slot.locator("[data-issue]").first();
    const good = slot.locator("li, .redactor").first();
    await issue.or(good).first().waitFor({ timeout: 30_000 }).catch(() => assert.fail(`${name}: no answer`));
    if (await good.isVisible()) {
      found[name] = accepted.word;
      await accepted.away(wizard, slot);
      continue;
    }
    found[name] = await issue.getAttribute("data-issue");
    const words = (await issue.textContent()).trim();
    assert.ok(words.length > 15 && words.endsWith("."), `${name}: ${words}`);
    const said = await page.locator("[role=status][aria-live]").first().textContent();
    // Spoken with the name of the file.
    const sentence = said.startsWith(`${name}: `) ? said.slice(name.length + 2) : said;
    assert.ok(words.endsWith(sentence), `${name}: said ${said}, shown ${words}`);
  }
  assert.deepEqual(found, Object.fromEntries(files.map((file) => [file.name, file[expectation]])));
  // The other slots are unchanged.
  assert.equal(await page.locator(`[data-place]:not([data-place="${place}"]) [data-issue]`).count(), 0);
  assert.equal(await page.locator("[data-place] li").count(), 0);
  await visit.finish();
}

test("there are at least forty hostile files", () => {
  assert.ok(files.length >= 40, String(files.length));
  assert.equal(new Set(files.map(({ name }) => name)).size, files.length);
});

test("(F58) each hostile file given as an extract has the expected result", () =>
  giveAll(EXTRACT, "document", {
    word: "taken",
    async away(wizard, slot) {
      await slot.locator("li [data-action=remove]").click();
      await slot.locator("li").waitFor({ state: "detached" });
    },
  }));

test("(F58) each hostile file given as a copy of an identity document has the expected result", () =>
  giveAll(COPY, "copy", {
    word: "opened",
    async away(wizard, slot) {
      await wizard.press(`unshield:${COPY}`);
      await slot.locator(".redactor").waitFor({ state: "detached" });
    },
  }));
