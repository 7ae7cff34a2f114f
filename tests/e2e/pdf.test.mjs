// PDFs: a scan of an identity document becomes pictures that are covered; other PDFs are sent as they are.
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { file, pdf, scanned } from "./files.mjs";
import { from, jointlyAuthorised, notEmployed } from "./journeys.mjs";
import { parts } from "./multipart.mjs";
import { halves, pixels } from "./pictures.mjs";
import { ANSWERED, UNANSWERED } from "./browser.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const COPY = "documents.user_id_copy.user";
const EXTRACT = "documents.kvk_extract.organisation";
const ARTICLES = "documents.articles.organisation";
const FORM = "documents.registration_form.organisation";
const [WIDTH, HEIGHT] = [1240, 1754];
const MODULE = /pdf\.wasm$/;

const page = async (left, right) => ({ bytes: await halves(WIDTH, HEIGHT, left, right), width: WIDTH, height: HEIGHT });
const isNear = (pixel, colour) => pixel.every((value, index) => Math.abs(value - colour[index]) < 24);
const sum = (bytes) => createHash("sha256").update(bytes).digest("hex");
const fixture = (name) => readFile(new URL(`../pdf/fixtures/${name}`, import.meta.url));

async function atDocuments(journey = notEmployed) {
  const proxy = await here.proxy();
  const { visit, wizard } = await here.open({ origin: proxy.origin });
  const modules = [];
  visit.page.on("request", (request) => MODULE.test(request.url()) && modules.push(request.url()));
  await wizard.walkToDocuments(journey);
  return { proxy, visit, wizard, modules };
}

/** A journey with other answers. */
const changed = (journey, changes) => journey.map(({ answers = [], ...one }) => ({ ...one, answers: answers.map(([name, value]) => [name, changes[name] ?? value]) }));

/** Attaches the other documents of a journey, goes to its end and sends; returns the files that were sent. */
async function sendWith(attached, { proxy, visit, wizard, journey }) {
  await wizard.fill(journey.find(({ screen }) => screen === "documents").answers.filter(([name]) => name !== attached));
  await wizard.walk(from(journey, "documents").map((one) => (one.screen === "documents" ? { ...one, answers: [] } : one)), {});
  await wizard.send(visit);
  await wizard.reference();
  return parts(proxy.posts[0]).files;
}

test("the applicant chooses the page that shows the document, covers it, and only a picture of it is sent", async () => {
  const { proxy, visit, wizard, modules } = await atDocuments();
  const answers = notEmployed.find(({ screen }) => screen === "documents").answers.filter(([name]) => name !== COPY);
  await wizard.fill(answers);
  assert.deepEqual(modules, [], "only fetched for a PDF that needs it");
  const scan = scanned(await page("#d0d0d0", "#909090"), await page("#c03020", "#2050b0"));
  await wizard.hands.file(COPY, file("scan van paspoort.pdf", scan));
  await wizard.redactor(COPY).waitFor();
  assert.match(await wizard.redactor(COPY).innerText(), /Nog 1 hierna/);
  const { violations } = await new AxeBuilder({ page: visit.page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
  assert.deepEqual(violations.map(({ id }) => id), []);
  await wizard.press(`unshield:${COPY}`);
  await wizard.redactor(COPY).getByText("Nog 1 hierna").waitFor({ state: "detached" });
  await wizard.shield(COPY);
  await wizard.attached(COPY, "scan van paspoort.jpg").waitFor();
  assert.equal(modules.length, 1);

  await wizard.walk(from(notEmployed, "documents").map((one) => (one.screen === "documents" ? { ...one, answers: [] } : one)), {});
  await wizard.send(visit);
  await wizard.reference();
  const { files } = parts(proxy.posts[0]);
  const [copy] = files.filter(({ kind }) => kind === "user_id_copy");
  assert.deepEqual([copy.media_type, copy.shielded, copy.file_name], ["image/jpeg", true, "scan van paspoort.jpg"]);
  assert.ok(!files.some(({ bytes }) => bytes.includes(scan.subarray(200, 400))), "the PDF itself");
  const seen = await pixels(copy.bytes);
  const [left, right] = [seen.at(3, seen.height - 3), seen.at(seen.width - 4, seen.height - 3)];
  assert.ok(isNear(left, [0xc0, 0x30, 0x20]) && isNear(right, [0x20, 0x50, 0xb0]), JSON.stringify([left, right]));
  await visit.finish();
});

test("a PDF of one page goes to the redactor at once; unusable ones are refused with the reason", async () => {
  const { visit, wizard } = await atDocuments();
  await wizard.hands.file(COPY, file("open.pdf", scanned(await page("#c03020", "#2050b0"))));
  await wizard.redactor(COPY).waitFor();
  await wizard.press(`unshield:${COPY}`);
  await wizard.redactor(COPY).waitFor({ state: "detached" });
  for (const [name, bytes, code] of [
    ["slot.pdf", await fixture("locked-aes-256.pdf"), "document_encrypted"],
    ["kapot.pdf", Buffer.from(`%PDF-1.7\n${"x".repeat(500)}\n%%EOF\n`), "document_unreadable"],
  ]) {
    await wizard.hands.file(COPY, file(name, bytes));
    await wizard.shows(`${code}@${COPY}`);
  }
  await visit.finish();
});

test("(file-03) a PDF that only restricts printing is accepted and sent unchanged; one that needs a password is refused", async () => {
  const restricted = await fixture("restricted-aes-256.pdf");
  const journey = changed(jointlyAuthorised, { "authority_proof.fewer_suffice": "true", [FORM]: file("beperkt.pdf", restricted) });
  const { proxy, visit, wizard, modules } = await atDocuments(journey);
  await wizard.hands.file(EXTRACT, file("slot.pdf", await fixture("locked-aes-256.pdf")));
  await wizard.shows(`document_encrypted@${EXTRACT}`);
  await wizard.attach(EXTRACT, file("beperkt.pdf", restricted));
  assert.equal(modules.length, 2);
  await wizard.attach(EXTRACT, file("gewoon.pdf", pdf()));
  assert.equal(modules.length, 2, "an ordinary PDF needs no module");
  await wizard.attach(ARTICLES, file("beperkt.pdf", await fixture("restricted-aes-128.pdf")));
  const sent = await sendWith(EXTRACT, { proxy, visit, wizard, journey });
  const of = (kind) => sum(sent.find((one) => one.kind === kind && one.file_name === "beperkt.pdf").bytes);
  assert.deepEqual([of("kvk_extract"), of("registration_form")], [sum(restricted), sum(restricted)]);
  assert.equal(of("articles"), sum(await fixture("restricted-aes-128.pdf")));
  await visit.finish();
});

test("(file-10) the original PDF of an extract is asked for, and sent with its seal", async () => {
  const { proxy, visit, wizard } = await atDocuments(jointlyAuthorised);
  const plain = pdf().toString("latin1");
  const seal = "4 0 obj\n<< /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 400 520 200] /Contents <00> >>\nendobj\n";
  const sealed = Buffer.from(plain + seal + plain.slice(plain.indexOf("startxref")), "latin1");
  assert.match(await visit.page.locator(`[data-place="${EXTRACT}"]`).innerText(), /het originele pdf-bestand van de KVK/);
  await wizard.attach(EXTRACT, file("verzegeld.pdf", sealed));
  const sent = await sendWith(EXTRACT, { proxy, visit, wizard, journey: jointlyAuthorised });
  assert.equal(sum(sent.find(({ kind }) => kind === "kvk_extract").bytes), sum(sealed));
  await visit.finish();
});

for (const [what, act] of [
  ["cannot be reached", (proxy) => proxy.hangUp],
  ["has other bytes", (proxy) => proxy.answer(200, "not a module")],
]) {
  test(`while the module ${what} a PDF for a copy is refused with words; it is accepted once the module is there`, async () => {
    const { proxy, visit, wizard } = await atDocuments();
    const [, version] = (await readFile(new URL("../../Cargo.toml", import.meta.url), "utf8")).match(/^version = "(.*)"/m);
    const scan = file("scan.pdf", scanned(await page("#c03020", "#2050b0")));
    proxy.files.set(`/${version}/pdf.wasm`, act(proxy));
    await wizard.hands.file(COPY, scan);
    await wizard.shows(`document_not_drawn@${COPY}`);
    proxy.files.clear();
    await wizard.hands.file(COPY, scan);
    await wizard.redactor(COPY).waitFor();
    await visit.finish({ allow: [ANSWERED, UNANSWERED, /integrity/] });
  });
}

test("of a long PDF the first pages are opened, and the applicant is told what to do about the others", async () => {
  const { visit, wizard } = await atDocuments();
  const one = await page("#d0d0d0", "#909090");
  await wizard.hands.file(COPY, file("map.pdf", scanned(...Array(12).fill(one))));
  await wizard.redactor(COPY).waitFor();
  await wizard.redactor(COPY).getByText("Nog 9 hierna").waitFor();
  await visit.page.getByText("Niet alle bladzijden zijn geopend.").waitFor();
  await visit.finish();
});
