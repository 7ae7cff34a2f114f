// Handing an application over as a sealed file: what people do in the wizard, and what the program `check` does.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open } from "./browser.mjs";
import { file, png } from "./files.mjs";
import { jointlyAuthorised, soleDirector } from "./journeys.mjs";
import { check } from "./server.mjs";
import { Wizard } from "./wizard.mjs";

export const PHONE = { mode: "touch", width: 390, height: 844, hasTouch: true, isMobile: true };

/** An employee will use the means; two directors are jointly authorised, and sign on the screen. */
export const onScreen = [
  ...jointlyAuthorised.slice(0, -1),
  { screen: "sign", answers: [["signing.method", "screen"], ["consents.terms", true], ["consents.privacy", true]] },
];

/** A director applies for herself. Of her and two others all sign, or only the first two. */
export const threeDirectors = (all) => soleDirector.flatMap((one) => {
  const named = (row, given, surname) => [
    [`representatives.${row}.given_names`, given], [`representatives.${row}.surname`, surname],
    [`representatives.${row}.capacity`, "director"], [`representatives.${row}.authority`, "joint"],
  ];
  if (one.screen === "representatives") {
    const answers = [
      ["representatives.0.capacity", "director"], ["representatives.0.authority", "joint"],
      ["press", "add:representatives"], ...named(1, "Pieter", "Jansen"),
      ["press", "add:representatives"], ...named(2, "Fatima", "El Amrani"),
      ["authority_proof.fewer_suffice", "false"], ["authority_proof.represented_by_company", "false"],
      ...(all ? [["representatives.2.signs", true]] : []),
    ];
    return [{ ...one, answers }, { screen: "role", answers: [["authorisations_manager", "true"]] }];
  }
  if (one.screen !== "documents") return [one];
  const contacts = jointlyAuthorised.find(({ screen }) => screen === "representative-contact").answers.slice(0, all ? 4 : 2);
  const next = (name) => name.replace(/[01]/, (row) => Number(row) + 1);
  const copies = (all ? [1, 2] : [1]).map((row) => [`documents.representative_id_copy.representatives.${row}`, file(`${row}.png`, png())]);
  return [
    { screen: "representative-contact", answers: contacts.map(([name, value]) => [next(name), value]) },
    { ...one, answers: [...one.answers, ...copies] },
  ];
});

/** Another device, where the wizard asks for a file. */
export async function device(origin, options = {}) {
  const visit = await open(origin, { query: "&open=file", ...options });
  return { visit, wizard: new Wizard(visit.page, options) };
}

/** On the screen for that: makes the file and saves it. Returns its name, bytes and passphrase. */
export async function seal(wizard, { receiver, note } = {}) {
  const { page } = wizard;
  await wizard.at("hand-over");
  if (receiver) await wizard.answer("handover.for", receiver);
  if (note) await wizard.answer("handover.note", note);
  await wizard.press("seal");
  const passphrase = await page.locator("[data-passphrase]").innerText();
  const [download] = await Promise.all([page.waitForEvent("download"), wizard.press("save-file")]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()), passphrase };
}

/** Saves the application for oneself, from any screen with questions. */
export async function saveForOneself(wizard) {
  await wizard.press("device");
  await wizard.press("save-file");
  return seal(wizard, await wizard.control("handover.for").count() ? { receiver: "nobody" } : {});
}

/** Gives the file and the passphrase, and opens it. */
export async function give(wizard, { name = "application.eh", bytes, passphrase }) {
  await wizard.at("open");
  await wizard.hands.file("handover.file", { name, mimeType: "application/octet-stream", buffer: bytes });
  await wizard.answer("handover.passphrase", passphrase);
  await wizard.press("open");
}

/** Opens a file that was handed over, as one of those who are in it. */
export async function receive(wizard, file, holder) {
  await give(wizard, file);
  await wizard.answer("handover.holder", holder);
  await wizard.press("holder");
  await wizard.at("check");
}

/** Signs by typing a name, after reading. */
export async function sign(wizard, row, name) {
  await wizard.press("sign");
  await wizard.at("sign");
  await wizard.answer(`signatures.${row}.typed_name`, name);
}

/** A folder until the end of the test. */
export async function folder(t) {
  const path = await mkdtemp(join(tmpdir(), "handover-"));
  t.after(() => rm(path, { recursive: true }));
  return path;
}

/** Runs `check handover`; returns the exit code and what it prints. */
export const handover = (words, passphrase = "") => new Promise((done) => {
  const run = execFile(check, ["handover", ...words], (error, printed, complaint) => done({ code: error?.code ?? 0, printed, complaint }));
  run.stdin.end(passphrase);
});

/** Opens a file with `check`: the folder, and what is in it. */
export async function unsealed(t, { bytes, passphrase }) {
  const path = await folder(t);
  const [file, to] = [join(path, "application.eh"), join(path, "opened")];
  await writeFile(file, bytes);
  const { code, complaint } = await handover(["open", file, "--to", to], passphrase);
  assert.equal(code, 0, complaint);
  const read = async (name) => JSON.parse(await readFile(join(to, name), "utf8"));
  return { to, application: await read("application.json"), ...await read("handover.json") };
}

/** Seals such a folder with `check`. */
export async function sealed(t, to, ...more) {
  const file = join(await folder(t), "application.eh");
  const { code, printed, complaint } = await handover(["seal", to, "--out", file, "--print-passphrase", ...more]);
  assert.equal(code, 0, complaint);
  return { bytes: await readFile(file), passphrase: printed };
}
