// Files that are not as they were sealed, or not for here: each has a code and a sentence of its own, and changes nothing.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { png } from "./files.mjs";
import { device, folder, give, handover, onScreen, receive, saveForOneself, seal, sealed, sign, unsealed } from "./handover.mjs";
import { soleDirector } from "./journeys.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const START = '{"format":"eherkenning-handover/';
const TRIES = 60;

/** A file that a director signed and sealed for the other. */
let file;
async function fileOnce() {
  if (file) return;
  const { visit, wizard } = await here.open();
  await wizard.walk(onScreen);
  await wizard.press("hand-over");
  const pieter = await device(here.intake.origin);
  await receive(pieter.wizard, await seal(wizard, { receiver: "representatives.0" }), "representatives.0");
  await sign(pieter.wizard, 0, "P. Jansen");
  await pieter.wizard.press("hand-over");
  file = await seal(pieter.wizard, { receiver: "representatives.1", note: "Nu jij." });
  for (const one of [visit, pieter.visit]) await one.finish();
}

/** Where the parts of the file begin: the key check after line 1, the length, the sum, and the first box; and where it ends. */
const parts = () => {
  const check = file.bytes.indexOf("\n") + 1;
  const box = check + 20;
  return { check, length: check + 8, sum: check + 12, box, documents: box + file.bytes.readUInt32BE(check + 8) };
};

const changed = (change) => {
  const bytes = Buffer.from(file.bytes);
  return change(bytes) ?? bytes;
};

/** The length of the first box is another one, and the sum fits. */
const ofLength = (bytes) => changed((all) => {
  const { length, sum } = parts();
  all.writeUInt32BE(bytes, length);
  createHash("sha256").update(all.subarray(0, sum)).digest().copy(all, sum, 0, 8);
});

/** In the page: gives each variant of the file, presses the button, and returns what is said of it. */
async function tryAll({ base64, flips }) {
  const root = document.querySelector("eh-wizard").shadowRoot;
  const whole = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const until = (found) => new Promise((done) => {
    const look = () => (found() ? done(found()) : setTimeout(look, 1));
    look();
  });
  const said = () => root.querySelector("[data-screen=open] [data-issue]")?.dataset.issue;
  const codes = [];
  for (const [at, bit] of flips) {
    const spoiled = whole.slice();
    spoiled[at] ^= 1 << bit;
    const transfer = new DataTransfer();
    transfer.items.add(new File([spoiled], "aanvraag.eh"));
    const input = root.querySelector("input[name='handover.file']");
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await until(() => !said());
    root.querySelector("[data-action=open]").click();
    codes.push(await until(said));
  }
  return codes;
}

/** A tab with answers, where a file is asked and may replace them. */
async function besideAnswers() {
  const { visit, wizard } = await here.open();
  await wizard.walk(soleDirector, { until: "services" });
  await wizard.press("back");
  await wizard.at("organisation-kind");
  const answers = await wizard.answers();
  await wizard.press("back");
  await wizard.at("welcome");
  await wizard.press("open-file");
  await wizard.at("open");
  await wizard.answer("handover.replaces", true);
  const unchanged = async () => {
    await wizard.press("back");
    await wizard.at("welcome");
    await wizard.press("next");
    await wizard.at("organisation-kind");
    assert.deepEqual(await wizard.answers(), answers);
    await wizard.press("back");
    await wizard.press("open-file");
    await wizard.answer("handover.replaces", true);
  };
  return { visit, page: visit.page, wizard, unchanged };
}

test("each file that cannot be opened has its code and its sentence, and the right one opens after them", async (t) => {
  await fileOnce();
  const { visit, page, wizard, unchanged } = await besideAnswers();
  const { check, box, documents } = parts();
  const opened = await unsealed(t, file);
  const other = JSON.parse(await readFile(join(opened.to, "handover.json"), "utf8"));
  await writeFile(join(opened.to, "handover.json"), JSON.stringify({ ...other, supplier: "Ander Bedrijf" }));
  const elsewhere = await sealed(t, opened.to);
  const cut = (length) => ({ bytes: file.bytes.subarray(0, length) });
  const newer = (number) => ({ bytes: Buffer.from(file.bytes.toString("latin1").replace(`${START}1`, START + number), "latin1") });
  const another = (name, text) => ({ name, bytes: Buffer.from(text) });
  const cases = [
    ["wrong_passphrase", /Controleer alle vijf woorden/, { passphrase: "vijf verkeerde woorden zijn dit" }],
    ["wrong_passphrase", /Controleer alle vijf woorden/, { passphrase: "te kort" }],
    ["wrong_passphrase", /Controleer alle vijf woorden/, { passphrase: "" }],
    ["not_a_handover", /geen bewaarde aanvraag/, { name: "paspoort.png", bytes: png() }],
    ["not_a_handover", /geen bewaarde aanvraag/, another("aanvraag.json", '{"format":"eherkenning-application/1"}')],
    ["cut_off", /niet compleet/, another("leeg.eh", "")],
    ...[1, 20, START.length + 1, check - 1, check, check + 1, box - 1, box, documents - 1, documents, file.bytes.length - 1]
      .map((length) => ["cut_off", /niet compleet/, cut(length)]),
    ["damaged", /beschadigd/, { bytes: Buffer.concat([file.bytes, Buffer.from("\n")]) }],
    ["newer_version", /nieuwere versie/, newer(2)],
    ["newer_version", /nieuwere versie/, newer(10)],
    ["damaged", /beschadigd/, newer(0)],
    ["too_large", /te groot/, { bytes: ofLength(4 * 1024 * 1024 + 1) }],
    ["cut_off", /niet compleet/, { bytes: ofLength(4 * 1024 * 1024) }],
    ["another_supplier", /andere leverancier/, elsewhere],
  ];
  for (const [code, sentence, spoiled] of cases) {
    await give(wizard, { ...file, ...spoiled });
    const place = code === "wrong_passphrase" ? "handover.passphrase" : "handover.file";
    await wizard.shows(`${code}@${place}`);
    assert.match(await page.locator(`[data-issue=${code}]`).innerText(), sentence);
  }
  await unchanged();
  await receive(wizard, file, "representatives.1");
  await page.getByText("Nu jij.").waitFor();
  await visit.finish();
});

test("a flipped bit of the clear part has its code, and one of the boxes is damage", async (t) => {
  await fileOnce();
  const { visit, page, wizard, unchanged } = await besideAnswers();
  const { box } = parts();
  await give(wizard, { ...file, bytes: Buffer.from("other") });
  await wizard.shows("not_a_handover@handover.file");
  const clear = Array.from({ length: box }, (_, at) => [at, at % 8]);
  const expected = ([at, bit]) => {
    if (at < START.length) return "not_a_handover";
    return at === START.length && /[2-9]/.test(String.fromCharCode(file.bytes[at] ^ (1 << bit))) ? "newer_version" : "damaged";
  };
  const versions = Array.from({ length: 8 }, (_, bit) => [START.length, bit]);
  const anywhere = Array.from({ length: TRIES }, () => box + Math.floor(Math.random() * (file.bytes.length - box)));
  const inBoxes = [box, ...anywhere, file.bytes.length - 1].map((at) => [at, Math.floor(Math.random() * 8)]);
  const flips = [...clear, ...versions, ...inBoxes];
  const began = performance.now();
  const codes = await page.evaluate(tryAll, { base64: file.bytes.toString("base64"), flips });
  t.diagnostic(`${flips.length} files in ${Math.round((performance.now() - began) / 1000)} s`);
  const wrong = flips.flatMap((flip, at) => (codes[at] === expected(flip) ? [] : [`${flip}: ${codes[at]}, not ${expected(flip)}`]));
  assert.deepEqual(wrong, []);
  await unchanged();
  await receive(wizard, file, "representatives.1");
  await visit.finish();
});

test("the program refuses flipped bits of the boxes as the wizard does", async (t) => {
  await fileOnce();
  const path = await folder(t);
  const { box } = parts();
  const complaints = [];
  for (let tries = 0; tries < TRIES; tries += 1) {
    const at = box + Math.floor(Math.random() * (file.bytes.length - box));
    await writeFile(join(path, "a.eh"), changed((bytes) => { bytes[at] ^= 1 << (tries % 8); }));
    const { code, complaint } = await handover(["open", join(path, "a.eh"), "--to", join(path, "to")], file.passphrase);
    if (code !== 2 || !/: damaged: /.test(complaint)) complaints.push(`${at}: ${code} ${complaint}`);
  }
  assert.deepEqual(complaints, []);
});

test("a file that has ended opens, without consents and signatures, under another number", async (t) => {
  await fileOnce();
  const opened = await unsealed(t, file);
  const ended = await sealed(t, opened.to, "--ends-on", "2026-01-02");
  assert.equal(opened.application.signatures.length, 1);
  const { visit, wizard } = await device(here.intake.origin);
  await receive(wizard, { ...ended, name: "oud.eh" }, "user");
  await visit.page.locator("[data-told]", { hasText: "gold niet meer" }).waitFor();
  await wizard.press("sign");
  await wizard.at("sign");
  assert.equal(await wizard.control("consents.terms").isChecked(), false);
  for (const row of [0, 1]) assert.equal(await wizard.control(`signatures.${row}.typed_name`).inputValue(), "");
  await wizard.fill(onScreen.at(-1).answers.filter(([name]) => name.startsWith("consents.")));
  for (const [row, name] of [[0, "Pieter Jansen"], [1, "Fatima El Amrani"]]) await wizard.answer(`signatures.${row}.typed_name`, name);
  await wizard.send(visit);
  const reference = await wizard.reference();
  const [{ application, issues }] = (await here.intake.stored()).filter(({ receipt }) => receipt.reference === reference);
  assert.deepEqual(issues, []);
  assert.notEqual(application.id, opened.number);
  await visit.finish();
});

for (const lang of ["nl", "en"]) {
  test(`the program opens what the wizard made, and the wizard what the program made: ${lang}`, async (t) => {
    const { visit, wizard } = await here.open({ lang });
    await wizard.walk(soleDirector, { until: "contract" });
    const made = await saveForOneself(wizard);
    const words = (await readFile(new URL(`../../public/words/${lang}.txt`, import.meta.url), "utf8")).split("\n");
    assert.equal(made.passphrase.split(" ").filter((word) => words.includes(word)).length, 5, made.passphrase);
    const opened = await unsealed(t, { ...made, passphrase: made.passphrase.toUpperCase().replaceAll(" ", "-") });
    assert.deepEqual([opened.application.documents.length, opened.application.user.surname, opened.for], [1, "Vries", undefined]);
    const again = await sealed(t, opened.to, "--lang", lang);
    assert.equal(again.passphrase.trim().split(" ").filter((word) => words.includes(word)).length, 5, again.passphrase);
    const { visit: other, wizard: later } = await device(here.intake.origin, { lang });
    await give(later, again);
    await later.at("contract");
    await later.press("back");
    await later.at("documents");
    await later.attached("documents.user_id_copy.user", "paspoort.png").waitFor();
    assert.deepEqual((await unsealed(t, await saveForOneself(later))).application, opened.application);
    for (const one of [visit, other]) await one.finish();
  });
}
