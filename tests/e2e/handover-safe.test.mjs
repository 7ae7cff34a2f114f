// What a handover costs and tells: nothing that was typed is in the file in the clear or stays behind, and its documents
// stay outside of the module's memory.
import assert from "node:assert/strict";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { unique } from "./canary.mjs";
import { pdf } from "./files.mjs";
import { device, onScreen, receive, saveForOneself, seal, sign, unsealed } from "./handover.mjs";
import { soleOwner, withoutKvk } from "./journeys.mjs";
import { listen, memory } from "./module-memory.mjs";
import { kept } from "./reload.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const MEGABYTE = 1024 * 1024;
const LETTER = "documents.tax_letter.organisation";

/** Everything in the database and in both storages, except the revisions of what was erased. */
const storage = (page) => page.evaluate(async () => {
  const asked = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
  const database = await asked(indexedDB.open("eherkenning-wizard", 1));
  const records = await asked(database.transaction("kept").objectStore("kept").getAll());
  database.close();
  return { records: records.filter(({ data }) => data).length, local: { ...localStorage }, session: Object.keys(sessionStorage) };
});

/** Erases all answers, and waits until the store has none. */
async function wipe({ page }, wizard) {
  await wizard.press("wipe");
  await wizard.press("wipe:yes");
  await wizard.at("welcome");
  let found;
  for (let looks = 0; looks < 100; looks += 1) {
    found = await storage(page);
    if (found.records === 0) break;
    await page.waitForTimeout(50);
  }
  assert.deepEqual([found.records, found.local], [0, {}]);
}

/** The forms of the secrets that are in a file or its name. */
const leaks = ({ name, bytes }, secrets) => {
  const text = `${name}\n${bytes.toString("latin1")}\n${bytes.toString("utf8")}`.toLowerCase();
  return secrets.flat().filter((form) => text.includes(form.toLowerCase()));
};

test("nothing that was typed is in the file, in requests, or in what stays behind on either device", async (t) => {
  const { journey, secrets } = unique(onScreen);
  const note = "Bel Zwaluwstaartje even terug";
  const all = [...secrets, [note], ["A. Keyserlingh"]];
  const { visit, wizard } = await here.open({ secrets: all });
  await wizard.walk(journey, { visit: visit.look });
  await wizard.press("hand-over");
  const file = await seal(wizard, { receiver: "representatives.0", note });
  // The organisation is the one thing that the name tells.
  assert.match(file.name, /^kwikstaart-zuidwolde-\d{4}-\d\d-\d\d\.eh$/);
  assert.deepEqual(leaks({ ...file, name: "" }, all), []);
  assert.doesNotMatch(file.bytes.toString("latin1"), new RegExp(file.passphrase.split(" ").join("|")));
  const { application, note: sealedNote } = await unsealed(t, file);
  assert.deepEqual([application.user.surname, sealedNote], ["Wolvensteyn", note]);
  await visit.look();
  const asked = visit.log.requests.filter(({ url }) => url.includes("/words-"));
  assert.deepEqual(asked.map(({ url }) => new URL(url).pathname.split("/").at(-1)), ["words-nl.txt"]);
  await wizard.press("back:done");
  await wizard.at("sign");
  await kept(visit.page);
  await visit.look();
  await wipe(visit, wizard);

  const { visit: other, wizard: pieter } = await device(here.intake.origin, { secrets: [...all, [file.passphrase]] });
  await receive(pieter, file, "representatives.0");
  await kept(other.page);
  await other.look();
  await sign(pieter, 0, "A. Keyserlingh");
  await other.look();
  await pieter.press("hand-over");
  assert.deepEqual(leaks({ ...await seal(pieter, { receiver: "representatives.1" }), name: "" }, all), []);
  await other.look();
  await pieter.press("back:done");
  await pieter.at("sign");
  await wipe(other, pieter);
  for (const one of [visit, other]) {
    assert.deepEqual(one.log.requests.filter(({ method }) => method !== "GET"), []);
    await one.finish({ intake: here.intake });
  }
});

test("the file of a sole proprietorship is not named after its owner", async (t) => {
  const { journey, secrets } = unique(soleOwner);
  const { visit, wizard } = await here.open({ secrets });
  await wizard.walk(journey, { until: "contract" });
  const file = await saveForOneself(wizard);
  assert.match(file.name, /^eherkenning-aanvraag-\d{4}-\d\d-\d\d\.eh$/);
  assert.deepEqual(leaks(file, secrets), []);
  assert.equal((await unsealed(t, file)).application.organisation.name, "Kwikstaart Zuidwolde");
  await visit.finish({ intake: here.intake });
});

test("fifty megabytes of documents are sealed and opened outside of the module's memory", async (t) => {
  const path = await mkdtemp(join(tmpdir(), "heavy-"));
  t.after(() => rm(path, { recursive: true }));
  const heavy = pdf(10 * MEGABYTE - 1024);
  const { visit, wizard } = await here.open({ script: listen });
  visit.page.setDefaultTimeout(120_000);
  await wizard.walk(withoutKvk, { until: "documents" });
  for (let index = 0; index < 5; index += 1) {
    await writeFile(join(path, `zwaar-${index}.pdf`), heavy);
    await wizard.hands.file(LETTER, join(path, `zwaar-${index}.pdf`));
    await wizard.attached(LETTER, `zwaar-${index}.pdf`).waitFor();
  }
  let before = await memory(visit.page);
  await wizard.press("device");
  await wizard.press("save-file");
  await wizard.at("hand-over");
  await wizard.press("seal");
  const passphrase = await visit.page.locator("[data-passphrase]").innerText();
  let grown = (await memory(visit.page)) - before;
  t.diagnostic(`sealing: memory of the module ${before} bytes, grown by ${grown}`);
  assert.ok(grown < 2 * MEGABYTE, `sealing: grown by ${grown}`);
  const [download] = await Promise.all([visit.page.waitForEvent("download"), wizard.press("save-file")]);
  const saved = join(path, download.suggestedFilename());
  await download.saveAs(saved);
  assert.ok((await stat(saved)).size > 5 * heavy.length);

  const { visit: other, wizard: later } = await device(here.intake.origin, { script: listen });
  other.page.setDefaultTimeout(120_000);
  await later.at("open");
  await later.hands.file("handover.file", saved);
  await later.answer("handover.passphrase", passphrase);
  before = await memory(other.page);
  await later.press("open");
  await later.at("documents");
  await later.attached(LETTER, "zwaar-4.pdf").waitFor();
  grown = (await memory(other.page)) - before;
  t.diagnostic(`opening: memory of the module ${before} bytes, grown by ${grown}`);
  assert.ok(grown < 2 * MEGABYTE, `opening: grown by ${grown}`);
  for (const one of [visit, other]) await one.finish();
});
