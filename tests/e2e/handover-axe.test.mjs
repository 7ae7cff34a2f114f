// An application that goes from the user to a director and back, before the four examiners of axe.test.mjs: every screen and
// state of saving, handing over, opening and signing elsewhere.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { UNANSWERED } from "./browser.mjs";
import { examiners } from "./examiners.mjs";
import { file, png } from "./files.mjs";
import { jointlyAuthorised } from "./journeys.mjs";
import { collectAnnouncements, forgetAnnouncements } from "./snapshot.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const { faults, unused } = examiners("handover");
const AGREED = [["signing.method", "screen"], ["consents.terms", true], ["consents.privacy", true]];
const WRONG = "vijf woorden maar niet deze";
const WORDS = {
  nl: { note: "Kunt u dit vandaag doen?\nHet adres is nieuw.", wrong: "De straat is de oude." },
  en: { note: "Can you do this today?\nThe address is new.", wrong: "The street is the old one." },
};

/** Somebody on a device of their own. */
async function person(found, lang, query = "") {
  const { visit, wizard } = await here.open({ lang, query, script: collectAnnouncements });
  const { page } = visit;
  const issue = (code, place) => page.locator(`[data-issue="${code}"][data-for="${place}"]`).waitFor();
  return {
    visit,
    page,
    wizard,
    issue,
    /** Shows the state to the examiners. */
    async look(name, { whole = false } = {}) {
      for (const fault of await faults(page, { lang, name, whole })) (found[fault] ??= []).push(name);
      await forgetAnnouncements(page);
    },
    /** Presses a button that cannot do it yet, and waits until it is said why. */
    async refused(action, code, place) {
      await forgetAnnouncements(page);
      await wizard.press(action);
      await issue(code, place);
    },
    /** Makes the file for somebody. */
    async seal() {
      await wizard.press("seal");
      await page.locator("[data-passphrase]").waitFor();
    },
    /** Saves the file that was made; returns it with its passphrase. */
    async save() {
      const passphrase = await page.locator("[data-passphrase]").innerText();
      const [download] = await Promise.all([page.waitForEvent("download"), wizard.press("save-file")]);
      return { passphrase, file: { name: download.suggestedFilename(), mimeType: "", buffer: await readFile(await download.path()) } };
    },
    /** Opens a file, up to the question who they are. */
    async open({ file, passphrase }) {
      await wizard.hands.file("handover.file", file);
      await wizard.answer("handover.passphrase", passphrase);
      await wizard.press("open");
    },
    async isHolder(holder) {
      await wizard.answer("handover.holder", holder);
      await wizard.press("holder");
      await wizard.at("check");
    },
  };
}

/** The user, with everything answered: saves it for themself on the way, then hands it to the first director. */
async function handOn(found, lang) {
  const user = await person(found, lang);
  const { page, wizard } = user;
  const until = { until: "check" };
  await wizard.walk(jointlyAuthorised, until);
  await page.locator(".frame__saved", { hasText: /./ }).waitFor();
  await wizard.press("device");
  await user.look("keeping", { whole: true });
  await wizard.press("save-file");
  await wizard.at("hand-over");
  await user.look("keep", { whole: true });
  await page.route("**/words-*.txt", (route) => route.abort());
  await forgetAnnouncements(page);
  await wizard.press("seal");
  await page.locator("[role=status]", { hasText: /wachtzin|passphrase/ }).first().waitFor({ state: "attached" });
  await user.look("keep-no-words");
  user.visit.allow(UNANSWERED);
  await page.unroute("**/words-*.txt");
  await user.seal();
  await user.look("keep-made");
  const kept = await user.save();
  await wizard.press("back:done");
  await wizard.at("check");
  await wizard.press("sign");
  await wizard.at("sign");
  await wizard.fill(AGREED);
  await user.look("sign-user");
  await wizard.press("hand-over");
  await wizard.at("hand-over");
  await user.look("hand-over");
  await user.refused("seal", "required", "handover.for");
  await user.look("hand-over-errors");
  await wizard.answer("handover.for", "representatives.0");
  await wizard.control("handover.note").fill("x".repeat(1001));
  await user.refused("seal", "note", "handover.note");
  await page.evaluate(() => { document.querySelector("eh-wizard").shadowRoot.querySelector("textarea").value = "(1001)"; });
  await user.look("hand-over-note-errors");
  await wizard.control("handover.note").fill(WORDS[lang].note);
  await user.seal();
  await user.look("hand-over-made", { whole: true });
  return { user, kept, handed: await user.save() };
}

/** Opens what was handed over as the first director: wrong first, then right. */
async function openAs(found, lang, handed) {
  const director = await person(found, lang, "&open=file");
  const { wizard } = director;
  await wizard.at("open");
  await director.look("open", { whole: true });
  await director.refused("open", "required", "handover.file");
  await director.look("open-no-file");
  await director.open({ passphrase: WRONG, file: file("foto.png", png()) });
  await director.issue("not_a_handover", "handover.file");
  await director.look("open-not-a-handover");
  await director.open({ ...handed, passphrase: WRONG });
  await director.issue("wrong_passphrase", "handover.passphrase");
  await director.look("open-wrong-passphrase");
  await director.open(handed);
  await director.page.locator("[name='handover.holder']").first().waitFor();
  await director.look("who");
  await director.refused("holder", "required", "handover.holder");
  await director.look("who-errors");
  await director.isHolder("representatives.0");
  return director;
}

/** The first director reads and signs it, and gives it back all the same. */
async function signAndReturn(director, lang) {
  const { page, wizard } = director;
  await page.locator(".frame__saved", { hasText: /./ }).waitFor();
  await director.look("check-signatory", { whole: true });
  await page.locator("summary", { hasText: /gebeurd|happened/ }).click();
  await director.look("check-signatory-history");
  await wizard.press("sign");
  await wizard.at("sign");
  await director.look("sign-signatory", { whole: true });
  await wizard.press("hand-over");
  await page.locator(".summary:focus").waitFor();
  await director.look("sign-signatory-errors");
  await wizard.answer("signatures.0.typed_name", "P. Jansen");
  await wizard.press("hand-over");
  await wizard.at("hand-over");
  await director.look("hand-over-signatory");
  await wizard.press("back");
  await wizard.at("sign");
  await director.look("sign-signed");
  await wizard.press("hand-over");
  await wizard.at("hand-over");
  await wizard.answer("handover.for", "user");
  await director.refused("seal", "required", "handover.note");
  await director.look("hand-over-back-errors");
  await wizard.answer("handover.note", WORDS[lang].wrong);
  await page.evaluate(() => { Object.assign(navigator, { canShare: () => true, share: async () => {} }); });
  await director.seal();
  await director.look("hand-over-back-made");
  const given = await director.save();
  await director.visit.finish();
  return given;
}

/** Back with the user, whose answers are still there. */
async function takeBack(user, given) {
  const { page, wizard } = user;
  await wizard.press("back:done");
  await wizard.at("sign");
  await page.evaluate(() => document.querySelector("eh-wizard").goTo("welcome"));
  await wizard.press("open-file");
  await wizard.at("open");
  await user.look("open-replaces");
  await user.open({ ...given, passphrase: WRONG });
  await user.issue("required", "handover.replaces");
  await user.look("open-replaces-errors");
  await wizard.answer("handover.passphrase", given.passphrase);
  await wizard.hands.tick("handover.replaces");
  await wizard.press("open");
  await user.isHolder("user");
  await user.look("check-returned", { whole: true });
  await wizard.press("sign");
  await wizard.at("sign");
  await user.look("sign-returned");
  await wizard.press("back");
  await wizard.at("check");
  await wizard.press("change:contract.payment.method");
  await wizard.at("payment");
  await wizard.answer("contract.payment.method", "card");
  await page.locator("[data-told]").waitFor();
  await user.look("signatures-fell");
  await user.visit.finish();
}

for (const lang of ["nl", "en"]) {
  test(`nothing is wrong with the screens of an application that is handed over, in ${lang}`, async () => {
    const found = {};
    const { user, kept, handed } = await handOn(found, lang);
    const director = await openAs(found, lang, handed);
    await takeBack(user, await signAndReturn(director, lang));
    const later = await person(found, lang);
    await later.wizard.press("open-file");
    await later.wizard.at("open");
    await later.open(kept);
    await later.wizard.at("check");
    await later.look("check-kept");
    await later.visit.finish();
    assert.deepEqual(found, {});
  });
}

test("every transcript of a handover belongs to a state", () => {
  assert.deepEqual(unused(), []);
});
