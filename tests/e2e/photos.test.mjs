// Photos as phones make them, and phones that reload the page when the camera opens.
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { test } from "node:test";
import { file, grey } from "./files.mjs";
import { from, withoutKvk } from "./journeys.mjs";
import { parts } from "./multipart.mjs";
import { halves, pixels, plain } from "./pictures.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const LETTER = "documents.tax_letter.organisation";
const COPY = "documents.user_id_copy.user";

/** Bytes of a film, without a chance end marker of a JPEG. */
function film(length) {
  const bytes = Buffer.alloc(length, "ftypisom....moov");
  bytes.write("\0\0\0\x18ftypisom", "latin1");
  return bytes;
}

const isNear = (pixel, colour) => pixel.every((value, index) => Math.abs(value - colour[index]) < 24);

async function atDocuments(options = {}) {
  const proxy = await here.proxy();
  const { visit, wizard } = await here.open({ origin: proxy.origin, ...options });
  await wizard.walk(withoutKvk, { until: "documents" });
  return { proxy, visit, wizard };
}

test("(file-01) a photo with a film behind it is accepted in every slot, and sent without the film", async () => {
  const { proxy, visit, wizard } = await atDocuments();
  const still = await halves(1600, 1200, "#c03020", "#2050b0");
  const moving = (name, length) => file(name, Buffer.concat([still, film(length)]));
  const answers = withoutKvk.find(({ screen }) => screen === "documents").answers.filter(([name]) => ![LETTER, COPY].includes(name));
  await wizard.fill(answers);
  for (const slot of [COPY, LETTER]) await wizard.attach(slot, moving("PXL.MP.jpg", 3_774_306));
  await wizard.hands.file(LETTER, file("half.jpg", Buffer.concat([still.subarray(0, still.length / 2), film(5000)])));
  await wizard.shows(`document_truncated@${LETTER}`);
  await wizard.attach(LETTER, moving("klein.jpg", 5000));
  await wizard.walk(from(withoutKvk, "documents").map((one) => (one.screen === "documents" ? { ...one, answers: [] } : one)), {});
  await wizard.send(visit);
  await wizard.reference();
  const { files } = parts(proxy.posts[0]);
  const photos = files.filter(({ file_name: name }) => /PXL|klein/.test(name));
  assert.deepEqual(photos.map(({ kind }) => kind).sort(), ["tax_letter", "tax_letter", "user_id_copy"]);
  for (const { bytes } of photos) assert.ok(!bytes.includes("ftyp"), "the film");
  for (const { bytes } of photos.filter(({ kind }) => kind === "tax_letter")) {
    const seen = await pixels(bytes);
    assert.ok(isNear(seen.at(10, 10), [0xc0, 0x30, 0x20]) && isNear(seen.at(seen.width - 10, 10), [0x20, 0x50, 0xb0]));
  }
  await visit.finish();
});

test("(file-02) photos of fifty and of sixty-four megapixels are accepted; larger ones are told in megapixels", async () => {
  const { visit, wizard } = await atDocuments();
  visit.page.setDefaultTimeout(60_000);
  for (const [width, height] of [[8160, 6144], [8192, 6144], [9280, 6944]]) {
    await wizard.attach(LETTER, file(`${width}.jpg`, grey(width, height)));
  }
  await wizard.hands.file(LETTER, file("groot.jpg", grey(10_000, 7000)));
  await wizard.shows(`document_too_many_pixels@${LETTER}`);
  assert.match(await visit.page.locator("[data-issue=document_too_many_pixels]").first().innerText(), /65 megapixel/);
  await wizard.hands.file(COPY, file("paspoort.jpg", grey(8192, 6144)));
  await wizard.redactor(COPY).waitFor();
  await visit.finish();
});

test("(file-07) a phone that reloads the page when the camera opens comes back to the slot, and is told what to do", async () => {
  const { visit, wizard } = await atDocuments({ width: 390, height: 844, isMobile: true, hasTouch: true });
  const { page } = visit;
  await wizard.attach(LETTER, file("brief.jpg", await plain(1600, 1200, "#b0b0b0")));
  const camera = wizard.control(`${COPY}.camera`);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), camera.tap()]);
  assert.equal(await chooser.element().getAttribute("capture"), "environment");
  await page.reload();
  await wizard.at("documents");
  const told = page.locator("[data-told]");
  await told.waitFor();
  assert.match(await told.innerText(), /camera-app/);
  await wizard.attached(LETTER, "brief.jpg").waitFor();
  const focused = () => document.querySelector("eh-wizard").shadowRoot.activeElement?.className;
  assert.equal(await page.evaluate(focused), "screen__title");
  await page.locator(".frame__saved:not(:empty)").waitFor();

  // It is told once; and not where a photo was chosen, or the camera closed without one.
  await page.reload();
  await wizard.at("documents");
  assert.equal(await told.count(), 0);
  const [again] = await Promise.all([page.waitForEvent("filechooser"), camera.tap()]);
  await again.setFiles(file("foto.jpg", await plain(1600, 1200, "#b0b0b0")));
  await wizard.redactor(COPY).waitFor();
  await page.reload();
  await wizard.at("documents");
  assert.equal(await told.count(), 0);
  await visit.finish();
});
