import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { file } from "./files.mjs";
import { from, withoutKvk } from "./journeys.mjs";
import { listen, memory } from "./module-memory.mjs";
import { parts } from "./multipart.mjs";
import { convert, photo, pixels } from "./pictures.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const LETTER = "documents.tax_letter.organisation";
const COPY = "documents.user_id_copy.user";
const MEGABYTE = 1024 * 1024;

async function atDocuments() {
  const proxy = await here.proxy();
  const { visit, wizard } = await here.open({ origin: proxy.origin, script: listen });
  visit.page.setDefaultTimeout(60_000);
  await wizard.walk(withoutKvk, { until: "documents" });
  return { proxy, visit, wizard };
}

async function send(visit, wizard, proxy) {
  await wizard.walk(from(withoutKvk, "documents").map((one) => (one.screen === "documents" ? { ...one, answers: [] } : one)), {});
  await wizard.send(visit);
  await wizard.reference();
  return parts(proxy.posts[0]).files;
}

test("(F58) five photos of ten megabytes are sent, and stay outside of the module's memory", async (t) => {
  const { proxy, visit, wizard } = await atDocuments();
  await wizard.fill(withoutKvk.find(({ screen }) => screen === "documents").answers.filter(([name]) => name !== LETTER));
  await wizard.attach(LETTER, file("eerst.png", (await photo(1200, 900))));
  const before = await memory(visit.page);
  const heavy = await photo(4000, 3000, { quality: 97 });
  assert.ok(heavy.length >= 10 * MEGABYTE, String(heavy.length));
  await visit.page.evaluate(() => { window.tasks.length = 0; });
  // From disk: passing the bytes would be work for the page's thread that applicants do not have.
  const folder = await mkdtemp(join(tmpdir(), "photos-"));
  t.after(() => rm(folder, { recursive: true }));
  for (let index = 0; index < 5; index += 1) {
    const name = `foto-${index}.jpg`;
    await writeFile(join(folder, name), heavy);
    await wizard.hands.file(LETTER, join(folder, name));
    await wizard.attached(LETTER, name).waitFor();
  }
  const grown = (await memory(visit.page)) - before;
  t.diagnostic(`memory of the module: ${before} bytes, grown by ${grown}`);
  t.diagnostic(`tasks over 50 ms: ${(await visit.page.evaluate(() => window.tasks)).map(Math.round).join(", ") || "none"}`);
  assert.ok(grown < MEGABYTE, `grown by ${grown}`);
  const files = await send(visit, wizard, proxy);
  const photos = files.filter(({ file_name }) => file_name.startsWith("foto-"));
  assert.equal(photos.length, 5);
  for (const { bytes, sha256, size_bytes } of files) {
    assert.equal(bytes.length, size_bytes);
    assert.equal(createHash("sha256").update(bytes).digest("hex"), sha256);
  }
  const { width, height } = await pixels(photos[0].bytes);
  assert.deepEqual([width, height], [2400, 1800]);
  await visit.finish();
});

test("(F58) a photo of forty megapixels is accepted as a document, and can be covered as a copy", async () => {
  const { proxy, visit, wizard } = await atDocuments();
  const large = await convert(await photo(2432, 1646), "-sample", "7296x5480!", "-quality", "80", "jpg:-");
  await wizard.fill(withoutKvk.find(({ screen }) => screen === "documents").answers.filter(([name]) => ![LETTER, COPY].includes(name)));
  await wizard.attach(LETTER, file("veertig.jpg", large));
  await wizard.attach(COPY, file("kopie.jpg", large));
  const files = await send(visit, wizard, proxy);
  for (const { file_name, bytes } of files.filter(({ file_name }) => file_name.endsWith(".jpg"))) {
    const { width, height } = await pixels(bytes);
    assert.equal(width, 2400, file_name);
    assert.ok(Math.abs(height - 1802.6) < 1, `${file_name}: ${height}`);
  }
  await visit.finish();
});
