// An application goes from device to device as a file, and is signed on each.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, test } from "node:test";
import { ANSWERED, closeBrowser } from "./browser.mjs";
import { finished } from "./finished.mjs";
import { PHONE, device, onScreen, receive, seal, sign, threeDirectors, unsealed } from "./handover.mjs";

const ready = finished(onScreen);
const readyWithThree = finished(threeDirectors(true));
const readyWithTwoOfThree = finished(threeDirectors(false));

/** What is stored, if it is one application without issues. */
async function onlyOne(intake, reference) {
  const stored = await intake.stored();
  assert.deepEqual(stored.map(({ receipt, issues }) => [receipt.reference, issues]), [[reference, []]]);
  return stored[0].application;
}

/** The digest of what was signed, as docs/backends.md says. */
function digestOf({ id, prepared_at, language, partner, consents, signatures, ...signed }) {
  signed.documents = signed.documents.filter(({ kind }) => kind !== "signature_drawing");
  return createHash("sha256").update(JSON.stringify(signed)).digest("hex");
}

/** What was signed before it was sent has the digest of it; the last signature is made by sending. Each has its own moment. */
function assertSigned(application, ...names) {
  const { signatures } = application;
  assert.deepEqual(signatures.map(({ typed_name }) => typed_name), names);
  assert.equal(new Set(signatures.map(({ at }) => at)).size, names.length);
  const digest = digestOf(application);
  assert.deepEqual(signatures.map((signature) => signature.digest), names.map((_, at) => (at + 1 < names.length ? digest : undefined)));
}

const deeds = (history) => history.map(({ by, did }) => `${by} ${did}`);

for (const [what, options] of [["mouse", {}], ["keyboard", { mode: "keyboard" }], ["touch, on a phone", PHONE]]) {
  test(`an employee and two directors apply on three devices, by ${what}`, async (t) => {
    const { intake, proxy, visit, wizard } = await ready(options);
    await wizard.press("hand-over");
    const first = await seal(wizard, { receiver: "representatives.0", note: "Wil jij dit vandaag nog doen?" });
    assert.match(first.name, /^test-emz-dagobert-\d{4}-\d\d-\d\d\.eh$/);

    const pieter = await device(proxy.origin, options);
    await receive(pieter.wizard, first, "representatives.0");
    const { page } = pieter.visit;
    await page.getByText("Wil jij dit vandaag nog doen?").waitFor();
    assert.equal(await page.locator("[data-action^='change:']").count(), 0);
    await sign(pieter.wizard, 0, "P. Jansen");
    assert.equal(await page.locator("[name='signatures.1.typed_name'], [name^='consents.'], [name='signing.method']").count(), 0);
    await pieter.wizard.press("hand-over");
    const second = await seal(pieter.wizard, { receiver: "representatives.1" });
    assert.notEqual(second.passphrase, first.passphrase);

    const fatima = await device(proxy.origin, options);
    await receive(fatima.wizard, second, "representatives.1");
    await sign(fatima.wizard, 1, "F. El Amrani");
    assert.equal(await fatima.visit.page.locator("[data-action=hand-over]").count(), 0);
    await fatima.wizard.send(fatima.visit);
    const application = await onlyOne(intake, await fatima.wizard.reference());

    const { number, history } = await unsealed(t, second);
    assert.deepEqual([(await unsealed(t, first)).number, application.id], [number, number]);
    assert.deepEqual(deeds(history), ["user began", "user handed_on", "representatives.0 signed", "representatives.0 handed_on"]);
    assertSigned(application, "P. Jansen", "F. El Amrani");
    for (const one of [visit, pieter.visit, fatima.visit]) await one.finish();
  });
}

test("of three directors, the one who applies signs first", async (t) => {
  const { intake, proxy, visit, wizard } = await readyWithThree();
  await wizard.press("hand-over");
  let file = await seal(wizard, { receiver: "representatives.1" });
  const visits = [visit];
  for (const [row, name] of [[1, "P. Jansen"], [2, "F. El Amrani"]]) {
    const other = await device(proxy.origin);
    visits.push(other.visit);
    await receive(other.wizard, file, `representatives.${row}`);
    await sign(other.wizard, row, name);
    if (row === 1) {
      await other.wizard.press("hand-over");
      file = await seal(other.wizard, { receiver: "representatives.2" });
    } else {
      await other.wizard.send(other.visit);
      const application = await onlyOne(intake, await other.wizard.reference());
      assertSigned(application, "J.M. de Vries", "P. Jansen", "F. El Amrani");
    }
  }
  const { history } = await unsealed(t, file);
  assert.deepEqual(deeds(history).slice(-3), ["user handed_on", "representatives.1 signed", "representatives.1 handed_on"]);
  for (const one of visits) await one.finish();
});

test("the history begins with who filled it in, also if they signed before they handed it on", async (t) => {
  const { visit, wizard } = await readyWithThree();
  await wizard.press("hand-over");
  const { history } = await unsealed(t, await seal(wizard, { receiver: "representatives.1" }));
  await visit.finish();
  assert.deepEqual(deeds(history), ["user began", "representatives.0 signed", "user handed_on"]);
});

test("a director gives it back, an answer changes, and everybody signs again", async (t) => {
  const { intake, proxy, visit, wizard } = await ready();
  const visits = [visit];
  const on = async (file, holder) => {
    const { visit, wizard } = await device(proxy.origin);
    visits.push(visit);
    await receive(wizard, file, holder);
    return { visit, wizard, page: visit.page };
  };
  await wizard.press("hand-over");
  const pieter = await on(await seal(wizard, { receiver: "representatives.0" }), "representatives.0");
  await sign(pieter.wizard, 0, "P. Jansen");
  await pieter.wizard.press("hand-over");
  const fatima = await on(await seal(pieter.wizard, { receiver: "representatives.1" }), "representatives.1");
  await fatima.wizard.press("return");
  await fatima.wizard.at("hand-over");
  await fatima.wizard.answer("handover.for", "user");
  await fatima.wizard.press("seal");
  await fatima.wizard.shows("required@handover.note");
  const returned = await seal(fatima.wizard, { receiver: "user", note: "De straat klopt niet.\nHet mobiele nummer ook niet." });

  const johanna = await on(returned, "user");
  const { page } = johanna;
  await page.getByText("Het mobiele nummer ook niet.").waitFor();
  await page.getByText("Bericht van Fatima El Amrani").waitFor();
  await johanna.wizard.press("change:user.email");
  await johanna.wizard.at("personal-data");
  await johanna.wizard.answer("user.mobile", "06 87654321");
  await johanna.wizard.press("save");
  await johanna.wizard.at("check");
  await page.locator("[data-told]", { hasText: "handtekeningen gewist" }).waitFor();
  await johanna.wizard.press("sign");
  await johanna.wizard.at("sign");
  await johanna.wizard.control("signatures.0.typed_name").waitFor();
  await johanna.wizard.press("hand-over");
  const again = await seal(johanna.wizard, { receiver: "representatives.0" });
  const opened = await unsealed(t, again);
  assert.deepEqual(opened.application.signatures ?? [], []);
  assert.equal(opened.note, undefined);
  assert.equal(opened.history.filter(({ did }) => did === "returned").length, 1);

  const second = await on(again, "representatives.0");
  assert.equal(await second.page.getByText("Het mobiele nummer ook niet.").count(), 0);
  await sign(second.wizard, 0, "P. Jansen");
  await second.wizard.press("hand-over");
  const third = await on(await seal(second.wizard, { receiver: "representatives.1" }), "representatives.1");
  await sign(third.wizard, 1, "F. El Amrani");
  await third.wizard.send(third.visit);
  const application = await onlyOne(intake, await third.wizard.reference());
  assertSigned(application, "P. Jansen", "F. El Amrani");
  assert.equal(application.user.mobile, "+31687654321");
  for (const one of visits) await one.finish();
});

test("the director and the employee both send it: it is one application, and both get its reference", async () => {
  const { intake, proxy, visit, wizard } = await ready();
  await wizard.press("hand-over");
  const file = await seal(wizard, { receiver: "representatives.0" });
  const { visit: other, wizard: pieter } = await device(proxy.origin);
  await receive(pieter, file, "representatives.0");
  await sign(pieter, 0, "P. Jansen");
  await pieter.press("hand-over");
  const last = await device(proxy.origin);
  await receive(last.wizard, await seal(pieter, { receiver: "representatives.1" }), "representatives.1");
  await sign(last.wizard, 1, "F. El Amrani");
  await last.wizard.send(last.visit);
  const reference = await last.wizard.reference();

  await wizard.press("back:done");
  await wizard.at("sign");
  await wizard.answer("signatures.0.typed_name", "Pieter Jansen");
  await wizard.answer("signatures.1.typed_name", "Fatima El Amrani");
  await wizard.send(visit);
  assert.equal(await wizard.reference(), reference);
  assertSigned(await onlyOne(intake, reference), "P. Jansen", "F. El Amrani");
  await visit.page.getByText("zoals zij eerder is verstuurd").waitFor();
  for (const one of [visit, other, last.visit]) await one.finish({ allow: [ANSWERED] });
});

test("a drawn signature goes along in the file, and is sent", async () => {
  const { intake, proxy, visit, wizard } = await ready();
  await wizard.press("hand-over");
  const { visit: other, wizard: pieter } = await device(proxy.origin);
  await receive(pieter, await seal(wizard, { receiver: "representatives.0" }), "representatives.0");
  await pieter.press("sign");
  await pieter.at("sign");
  const { x, y, width, height } = await other.page.locator("canvas.pad").boundingBox();
  await other.page.mouse.move(x + width / 4, y + height / 2);
  await other.page.mouse.down();
  await other.page.mouse.move(x + width / 2, y + height / 3, { steps: 8 });
  await other.page.mouse.up();
  await other.page.locator(".signer__drawn").waitFor();
  await pieter.press("hand-over");
  const last = await device(proxy.origin);
  await receive(last.wizard, await seal(pieter, { receiver: "representatives.1" }), "representatives.1");
  await sign(last.wizard, 1, "F. El Amrani");
  await last.visit.page.locator("img.signer__drawing").waitFor();
  await last.wizard.send(last.visit);
  const application = await onlyOne(intake, await last.wizard.reference());
  assertSigned(application, null, "F. El Amrani");
  assert.deepEqual(application.documents.filter(({ kind }) => kind === "signature_drawing").length, 1);
  for (const one of [visit, other, last.visit]) await one.finish();
});

test("that signatures fell is not said any more once everybody signed again", async () => {
  const { proxy, visit, wizard } = await ready();
  await wizard.press("hand-over");
  const { visit: other, wizard: pieter } = await device(proxy.origin);
  await receive(pieter, await seal(wizard, { receiver: "representatives.0" }), "representatives.0");
  await sign(pieter, 0, "P. Jansen");
  await pieter.press("hand-over");
  const last = await device(proxy.origin);
  await receive(last.wizard, await seal(pieter, { receiver: "representatives.1" }), "user");
  await last.wizard.press("change:contract.payment.method");
  await last.wizard.answer("contract.payment.method", "card");
  await last.wizard.press("save");
  await last.wizard.at("check");
  const told = last.visit.page.locator("[data-told]");
  assert.equal(await told.count(), 1);
  await sign(last.wizard, 0, "P. Jansen");
  await last.wizard.answer("signatures.1.typed_name", "F. El Amrani");
  const still = await told.count();
  for (const one of [visit, other, last.visit]) await one.finish();
  assert.equal(still, 0);
});

test("somebody who does not have to sign is told so, and not asked to sign", async () => {
  const { proxy, visit, wizard } = await readyWithTwoOfThree();
  await wizard.press("hand-over");
  assert.equal(await wizard.control("handover.for").count(), 2);
  const file = await seal(wizard, { receiver: "representatives.1" });
  const other = await device(proxy.origin);
  await receive(other.wizard, file, "representatives.2");
  const text = await other.visit.page.locator("[data-screen=check]").innerText();
  for (const one of [visit, other.visit]) await one.finish();
  assert.match(text, /U hoeft deze aanvraag niet te ondertekenen/);
  assert.doesNotMatch(text, /U ondertekent als/);
});

test("somebody who does not have to sign can sign nothing, and changes nothing", async (t) => {
  const { proxy, visit, wizard } = await readyWithTwoOfThree();
  await wizard.press("hand-over");
  const file = await seal(wizard, { receiver: "representatives.1" });
  const { visit: other, wizard: fatima } = await device(proxy.origin);
  await receive(fatima, file, "representatives.2");
  assert.equal(await other.page.locator("[data-action^='change:']").count(), 0);
  assert.equal(await other.page.locator("[data-action=sign]").count(), 0);
  await fatima.press("return");
  const passed = await unsealed(t, await seal(fatima, { receiver: "representatives.1" }));
  assert.deepEqual(passed.application, (await unsealed(t, file)).application);
  assert.deepEqual(deeds(passed.history).slice(-2), ["user handed_on", "representatives.2 handed_on"]);
  for (const one of [visit, other]) await one.finish();
});

after(closeBrowser);
