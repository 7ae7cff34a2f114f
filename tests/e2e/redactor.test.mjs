import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { file } from "./files.mjs";
import { from, notEmployed, soleDirector } from "./journeys.mjs";
import { parts } from "./multipart.mjs";
import { SECRETS, assertFlat, halves, marks, photo, pixels, plain, scanOf, withMetadata } from "./pictures.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const COPY = "documents.user_id_copy.user";
const PRESETS = [
  "passport", "identity_card_front", "identity_card_back", "residence_permit_front", "residence_permit_back",
  "driving_licence_front", "driving_licence_back", "other",
];

async function atDocuments(options = {}, journey = soleDirector) {
  const { visit, wizard } = await here.open(options);
  await wizard.walkToDocuments(journey);
  return { visit, wizard };
}

/** Sends the application, starting at the documents; returns the files as sent. */
async function sent(visit, wizard, proxy, journey = soleDirector) {
  await wizard.walk(from(journey, "documents").map((one) => (one.screen === "documents" ? { ...one, answers: [] } : one)), {});
  await wizard.send(visit);
  await wizard.reference();
  const [post] = proxy.posts;
  return { post, ...parts(post) };
}

/** Where a request contains bytes of the originals: finds any run of 80 bytes or more. */
function shared(originals, body) {
  const known = new Map();
  for (const scan of originals) {
    for (let at = 0; at + 16 <= scan.length; at += 64) known.set(scan.readUInt32LE(at), scan.subarray(at, at + 16));
  }
  const found = [];
  for (let at = 0; at + 16 <= body.length; at += 1) {
    if (known.get(body.readUInt32LE(at))?.equals(body.subarray(at, at + 16))) found.push(at);
  }
  return found;
}

/** The number of different colours in a part of an image. */
function colours({ width, height, at }, [left, top, right, bottom]) {
  const seen = new Set();
  for (let y = Math.floor(top * height); y < bottom * height; y += 5) {
    for (let x = Math.floor(left * width); x < right * width; x += 5) seen.add(at(x, y).join());
  }
  return seen.size;
}

test("every mask has one colour, and only pixels of the photo are sent: with every preset, and with masks drawn by hand", async () => {
  const proxy = await here.proxy();
  const { visit, wizard } = await atDocuments({ origin: proxy.origin, width: 1200, height: 1000 });
  const originals = [];
  const expected = [];
  for (const [index, preset] of [...PRESETS, "by hand"].entries()) {
    const original = withMetadata(await photo(1600, 1010, { seed: index + 1 }));
    originals.push(original);
    await wizard.hands.file(COPY, file(`kopie-${index}.jpg`, original));
    await wizard.control(`${COPY}.preset`).waitFor();
    await wizard.control(`${COPY}.preset`).selectOption(preset === "by hand" ? "other" : preset);
    await wizard.shield(COPY, async () => {
      if (preset === "by hand") {
        for (const { id } of await wizard.masks(COPY)) await drag(wizard, id, 37 * (Number(id) + 1) % 90, -23);
        await wizard.press("mask:add");
        await resize(wizard, "3", 61, 17);
      }
      expected.push({ what: preset, masks: await wizard.masks(COPY) });
    });
    await wizard.attached(COPY, `kopie-${index}.jpg`).waitFor();
  }
  assert.deepEqual(expected.map(({ masks }) => masks.length), [3, 2, 2, 2, 2, 1, 1, 3, 4]);

  const { post, application, files } = await sent(visit, wizard, proxy);
  assert.equal(files.length, originals.length);
  for (const [index, { what, masks }] of expected.entries()) {
    const { bytes, sha256, shielded, size_bytes, media_type } = files[index];
    assert.equal(shielded, true);
    assert.equal(media_type, "image/jpeg");
    assert.equal(bytes.length, size_bytes);
    assert.equal(createHash("sha256").update(bytes).digest("hex"), sha256);
    const picture = await pixels(bytes);
    assertFlat(picture, masks, what);
    assert.ok(colours(picture, [0, 0, 1, 1]) > 1000, `${what}: what is not covered must stay`);
    // JFIF, tables, frame: no EXIF, XMP, profile or comment, and nothing after the end.
    assert.deepEqual(marks(bytes).filter((mark) => (mark >= 0xe1 && mark <= 0xef) || mark === 0xfe), [], what);
    assert.deepEqual([...bytes.subarray(-2)], [0xff, 0xd9], what);
  }
  for (const secret of SECRETS) assert.ok(!post.body.includes(secret), secret);
  assert.deepEqual(shared(originals.map(scanOf), post.body), []);
  assert.equal(application.documents.every(({ file_name }) => /^kopie-\d\.jpg$/.test(file_name)), true);
  await visit.finish();
});

test("the watermark states the purpose, in every quarter, and leaves most of the copy unchanged", async () => {
  const proxy = await here.proxy();
  const { visit, wizard } = await atDocuments({ origin: proxy.origin });
  await wizard.hands.file(COPY, file("grijs.jpg", await plain(1600, 1010, "#c8ccd0")));
  await wizard.shield(COPY, async () => {
    // Removing a mask means that its zone is not on this side.
    for (const { id } of await wizard.masks(COPY)) {
      await visit.page.locator(`[data-piece="${id}"]`).focus();
      await wizard.press("mask:remove");
    }
    assert.deepEqual(await wizard.masks(COPY), []);
    await visit.page.getByText("Staat niet op deze kant: BSN").waitFor();
  });
  const { files: [{ bytes }] } = await sent(visit, wizard, proxy);
  const { width, height, at } = await pixels(bytes);
  for (const [name, left, top] of [["upper left", 0, 0], ["upper right", 1, 0], ["lower left", 0, 1], ["lower right", 1, 1]]) {
    let [changed, all] = [0, 0];
    for (let y = Math.floor(top * height / 2); y < (top + 1) * height / 2; y += 2) {
      for (let x = Math.floor(left * width / 2); x < (left + 1) * width / 2; x += 2) {
        const far = Math.max(...at(x, y).map((part, index) => Math.abs(part - [200, 204, 208][index])));
        changed += far > 25 ? 1 : 0;
        all += 1;
      }
    }
    const share = changed / all;
    assert.ok(share > 0.02 && share < 0.25, `${name}: ${share}`);
  }
  await visit.finish();
});

/** Scrolls a mask into view; returns its position. */
async function seen(page, id) {
  const piece = page.locator(`[data-piece="${id}"]`);
  await piece.evaluate((element) => element.closest(".redactor__board").scrollIntoView({ block: "center" }));
  return piece.boundingBox();
}

/** Drags a mask by the given number of pixels. */
async function drag(wizard, id, right, down) {
  const { page } = wizard;
  const box = await seen(page, id);
  await page.mouse.move(box.x + box.width / 3, box.y + box.height / 3);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 3 + right, box.y + box.height / 3 + down, { steps: 4 });
  await page.mouse.up();
}

/** Drags the lower right corner of a mask. */
async function resize(wizard, id, right, down) {
  const { page } = wizard;
  const { x, y, width, height } = await seen(page, id);
  await page.mouse.move(x + width - 3, y + height - 3);
  await page.mouse.down();
  await page.mouse.move(x + width - 3 + right, y + height - 3 + down, { steps: 4 });
  await page.mouse.up();
}

test("a mask is moved and resized by mouse, and every change can be undone", async () => {
  const { visit, wizard } = await atDocuments();
  await wizard.hands.file(COPY, file("kopie.jpg", await photo()));
  await wizard.redactor(COPY).waitFor();
  await wizard.align(COPY);
  const place = async (id) => (await wizard.masks(COPY)).find((mask) => mask.id === id)?.place;
  const near = (one, other) => one.every((part, index) => Math.abs(part - other[index]) < 0.006);
  const before = await place("1");
  const { width } = await visit.page.locator(".redactor__surface").boundingBox();
  await drag(wizard, "1", 60, 0);
  const moved = await place("1");
  assert.ok(near(moved, [before[0] + 60 / width, ...before.slice(1)]), `${before} ${moved}`);
  await resize(wizard, "1", 40, 0);
  const wider = await place("1");
  assert.ok(near(wider, [moved[0], moved[1], before[2] + 40 / width, before[3]]), `${moved} ${wider}`);
  await drag(wizard, "1", 5000, 0);
  const edge = await place("1");
  assert.ok(edge[0] + edge[2] < 1.006, "it stops at the edge");
  for (const wanted of [wider, moved, before]) {
    await wizard.press("mask:undo");
    assert.ok(near(await place("1"), wanted), "undo");
  }
  for (const wanted of [moved, wider, edge]) {
    await wizard.press("mask:redo");
    assert.ok(near(await place("1"), wanted), "redo");
  }
  await visit.finish();
});

test("everything works by keyboard alone: the masks have names, move, grow, and are removed and restored", async () => {
  const { visit, wizard } = await atDocuments({ mode: "keyboard" });
  const { page } = visit;
  await wizard.hands.file(COPY, file("kopie.jpg", await photo()));
  await wizard.redactor(COPY).waitFor();
  const keys = page.keyboard;
  const focused = () => page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return { piece: element.dataset.piece, label: element.getAttribute("aria-label"), action: element.dataset.action, text: element.textContent };
  });
  const reach = async (wanted) => {
    for (let presses = 0; presses < 250; presses += 1) {
      if (wanted(await focused())) return;
      await keys.press("Tab");
    }
    assert.fail("not to be reached by Tab");
  };
  // The heading has the focus, so that the rest is read in order.
  assert.equal((await focused()).text, "Gegevens afdekken");
  await reach(({ piece }) => piece === "frame");
  assert.equal((await focused()).label, "Kader om het document: 0% van links, 0% van boven, 100% breed, 100% hoog");
  for (const key of ["Shift+ArrowLeft", "Shift+ArrowUp", "ArrowRight", "ArrowDown"]) for (let times = 0; times < 2; times += 1) await keys.press(key);
  assert.equal((await focused()).label, "Kader om het document: 1% van links, 1% van boven, 99% breed, 99% hoog");
  await wizard.align(COPY);
  await reach(({ piece }) => piece === "0");
  assert.equal((await focused()).label, "pasfoto: 3% van links, 15% van boven, 30% breed, 50% hoog");
  for (let times = 0; times < 4; times += 1) await keys.press("ArrowRight");
  for (let times = 0; times < 6; times += 1) await keys.press("Shift+ArrowDown");
  const moved = "pasfoto: 5% van links, 15% van boven, 30% breed, 53% hoog";
  assert.equal((await focused()).label, moved);
  assert.equal(await page.locator("[role=status][aria-live]").first().textContent(), moved);
  await keys.press("Delete");
  assert.equal((await wizard.masks(COPY)).length, 2);
  assert.equal((await focused()).piece, "1", "the focus goes to the next mask");
  await reach(({ action }) => action === "mask:undo");
  await keys.press("Enter");
  assert.equal((await wizard.masks(COPY)).length, 3);
  await wizard.press("mask:add");
  assert.equal((await focused()).piece, "3");
  assert.match((await focused()).label, /^Vlak 4: /);
  // Nothing is accepted before each zone is confirmed.
  await wizard.press(`shield:${COPY}`);
  await page.locator("[data-issue=document_not_shielded]").waitFor();
  assert.equal(await wizard.attached(COPY, "kopie.jpg").count(), 0);
  for (const zone of ["photo", "nationality", "bsn"]) await wizard.hands.tick(`${COPY}.${zone}`);
  await wizard.press(`shield:${COPY}`);
  await wizard.attached(COPY, "kopie.jpg").waitFor();
  assert.equal(await wizard.redactor(COPY).count(), 0);
  await visit.finish();
});

test("everything works by touch, on a phone", async () => {
  const { visit, wizard } = await atDocuments({ width: 390, height: 844, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  const { page, context } = visit;
  await wizard.hands.file(COPY, file("kopie.jpg", await photo()));
  // Once more, because the frame is around the whole photo.
  await page.locator(`[data-action="align:${COPY}"]`).tap();
  await wizard.redactor(COPY).locator(".notice--warning").waitFor();
  await page.locator(`[data-action="align:${COPY}"]`).tap();
  const finger = await context.newCDPSession(page);
  const touch = (type, points) => finger.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  const swipe = async (x, y, right, down) => {
    await touch("touchStart", [{ x, y }]);
    for (const part of [0.25, 0.5, 0.75, 1]) await touch("touchMove", [{ x: x + right * part, y: y + down * part }]);
    await touch("touchEnd", []);
  };
  // Right after a scroll the browser does not know yet what is where, so an early touch hits nothing; a person taps
  // again.
  const tap = async (selector) => {
    const target = page.locator(selector);
    await target.evaluate((element) => {
      window.isTapped = new Promise((tapped) => element.addEventListener("click", () => tapped(true), { once: true }));
      element.scrollIntoView({ block: "center" });
    });
    for (let tries = 1; tries <= 10; tries += 1) {
      const { x, y, width, height } = await target.boundingBox();
      await touch("touchStart", [{ x: x + width / 2, y: y + height / 2 }]);
      await touch("touchEnd", []);
      const isTapped = await page.evaluate(() => Promise.race([window.isTapped, new Promise((late) => setTimeout(late, 500))]));
      if (isTapped) return;
    }
    assert.fail(`${selector} cannot be tapped`);
  };
  const [before] = await wizard.masks(COPY);
  let box = await seen(page, "0");
  const surface = await page.locator(".redactor__surface").boundingBox();
  await swipe(box.x + 20, box.y + 20, 50, 10);
  const [moved] = await wizard.masks(COPY);
  assert.ok(Math.abs(moved.place[0] - before.place[0] - 50 / surface.width) < 0.01, `${before.place} ${moved.place}`);
  box = await seen(page, "0");
  // Touched a little outside the corner, as a finger does.
  await swipe(box.x + box.width + 3, box.y + box.height + 3, 30, 20);
  const [grown] = await wizard.masks(COPY);
  assert.ok(Math.abs(grown.place[2] - moved.place[2] - 30 / surface.width) < 0.01, `${moved.place} ${grown.place}`);
  for (const width of [150, 200]) {
    await tap("[data-action='zoom:in']");
    await page.locator(`.redactor__surface[style*="${width}%"]`).waitFor();
  }
  assert.ok((await page.locator(".redactor__surface").boundingBox()).width > surface.width * 1.9);
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  assert.equal(scrollWidth, clientWidth, "the page does not get wider");
  for (const zone of ["photo", "nationality", "bsn"]) await tap(`label[for="${COPY}.${zone}"]`);
  await tap(`[data-action="shield:${COPY}"]`);
  await wizard.attached(COPY, "kopie.jpg").waitFor();
  await visit.finish();
});

for (const [what, change] of [
  ["turned", ({ page }) => page.locator("[data-action=turn]").click()],
  ["tilted", async ({ page }) => {
    await page.locator(`[name="${COPY}.tilt"]`).focus();
    await page.keyboard.press("ArrowRight");
  }],
  ["moved", async ({ page }) => {
    await page.locator("[data-piece=frame]").focus();
    await page.keyboard.press("Shift+ArrowLeft");
  }],
]) {
  test(`(S15) the copy is ${what} under confirmed masks: each must be confirmed again`, async () => {
    const { visit, wizard } = await atDocuments();
    const boxes = visit.page.locator(`input[type=checkbox][name^="${COPY}."]`);
    const confirmed = () => boxes.evaluateAll((all) => all.map(({ checked }) => checked));
    await wizard.hands.file(COPY, file("kopie.jpg", await photo()));
    await wizard.redactor(COPY).waitFor();
    await wizard.align(COPY);
    for (const zone of ["photo", "nationality", "bsn"]) await wizard.hands.tick(`${COPY}.${zone}`);
    await wizard.press("unalign");
    await wizard.align(COPY);
    await boxes.first().waitFor();
    assert.deepEqual(await confirmed(), [true, true, true], "as it lay");
    await wizard.press("unalign");
    await change(visit);
    await wizard.align(COPY);
    await boxes.first().waitFor();
    assert.deepEqual(await confirmed(), [false, false, false]);
    await wizard.press(`shield:${COPY}`);
    await visit.page.locator("[data-issue=document_not_shielded]").waitFor();
    assert.equal(await wizard.attached(COPY, "kopie.jpg").count(), 0);
    await visit.finish();
  });
}

test("a photo is shown in its orientation, can be turned and straightened, and only the part in the frame is sent", async () => {
  const proxy = await here.proxy();
  const { visit, wizard } = await atDocuments({ origin: proxy.origin });
  // Orientation 6: the camera was held so that left is up, and the photo is turned clockwise.
  const held = withMetadata(await halves(1600, 1000, "#d02020", "#2020d0"), 6);
  await wizard.hands.file(COPY, file("gekanteld.jpg", held));
  await wizard.redactor(COPY).waitFor();
  await visit.page.locator("[data-action=turn]").click();
  await visit.page.locator("[data-piece=frame]").focus();
  // The frame loses its right part.
  for (let times = 0; times < 40; times += 1) await visit.page.keyboard.press("Shift+ArrowLeft");
  await wizard.shield(COPY, async () => {
    for (const { id } of await wizard.masks(COPY)) {
      await visit.page.locator(`[data-piece="${id}"]`).focus();
      await visit.page.keyboard.press("Delete");
    }
  });
  const { files: [{ bytes }] } = await sent(visit, wizard, proxy);
  const { width, height, at } = await pixels(bytes);
  assert.ok(width / height > 1.2 && width / height < 1.35, `${width} x ${height}`);
  // Turned by 90 degrees by the camera and by 90 more here, so right has become left.
  const [red, , blue] = at(20, Math.floor(height / 2));
  assert.ok(blue > red + 60, `${at(20, Math.floor(height / 2))}`);
  await visit.finish();
});

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

for (const lang of ["nl", "en"]) {
  test(`axe finds nothing in the redactor, in ${lang}, at any stage and size`, async () => {
    for (const [width, height] of [[390, 844], [1280, 900]]) {
      const { visit, wizard } = await atDocuments({ lang, width, height }, notEmployed);
      const look = async (what) => {
        const { violations } = await new AxeBuilder({ page: visit.page }).include(["eh-wizard", ".redactor"]).withTags(TAGS).setLegacyMode().analyze();
        assert.deepEqual(violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes[0].failureSummary}`), []);
      };
      await wizard.hands.file(COPY, file("kopie.jpg", await photo(1600, 1010)));
      await wizard.redactor(COPY).waitFor();
      await look("aligning");
      await wizard.align(COPY);
      await look("covering");
      await wizard.press(`shield:${COPY}`);
      await visit.page.locator("[data-issue=document_not_shielded]").waitFor();
      await look("not confirmed");
      await wizard.press(`unshield:${COPY}`);
      await visit.finish();
    }
  });
}

test("a copy that is cancelled while it is being accepted is not attached, and the next one is still there", async () => {
  const slow = () => {
    const { toBlob } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.toBlob = function late(done, ...format) {
      toBlob.call(this, (blob) => setTimeout(done, window.isSlow ? 1_000 : 0, blob), ...format);
    };
  };
  const { visit, wizard } = await atDocuments({ script: slow });
  await wizard.hands.file(COPY, [file("een.jpg", await photo()), file("twee.jpg", await photo(800, 500))]);
  await wizard.confirm(COPY);
  await visit.page.evaluate(() => { window.isSlow = true; });
  await wizard.press(`shield:${COPY}`);
  await wizard.press(`unshield:${COPY}`);
  await visit.page.waitForTimeout(1_500);
  await visit.page.evaluate(() => { window.isSlow = false; });
  const rows = visit.page.locator(`[data-place="${COPY}"] li`, { hasText: ".jpg" });
  assert.deepEqual([await wizard.redactor(COPY).count(), await rows.count()], [1, 0]);
  await wizard.shield(COPY);
  await rows.waitFor();
  assert.deepEqual([await wizard.redactor(COPY).count(), await rows.count()], [0, 1]);
  await visit.finish();
});

test("a screen reader is told what each thing is", async () => {
  const { visit, wizard } = await atDocuments({ lang: "en" });
  await wizard.hands.file(COPY, file("copy.jpg", await photo()));
  await wizard.redactor(COPY).waitFor();
  const tree = () => wizard.redactor(COPY).ariaSnapshot();
  const aligning = await tree();
  for (const line of [
    '- heading "Covering details" [level=3]', '- combobox "What does the photo show?"',
    '- application "Copy with masks"',
    'button "Frame around the document: 0% from the left, 0% from the top, 100% wide, 100% high"',
    '- button "Rotate by a quarter turn"', '- slider "Straighten, in degrees"', '- button "Continue to covering"', '- button "Cancel"',
  ]) assert.ok(aligning.includes(line), `${line}\n${aligning}`);
  await wizard.align(COPY);
  const covering = await tree();
  for (const line of [
    '- button "Add mask"', '- button "Remove mask"', '- button "Undo"', '- button "Redo"', '- button "Zoom in"', '- button "Zoom out"',
    'button "photo: 3% from the left, 15% from the top, 30% wide, 50% high"',
    'button "nationality: 36% from the left, 39% from the top, 36% wide, 8% high"',
    'button "BSN: 61% from the left, 85% from the top, 32% wide, 8% high"',
    '- group "Check the copy"', 'checkbox "Covered: photo"', 'checkbox "Covered: nationality"', 'checkbox "Covered: BSN"',
    '- button "Use this copy"', '- button "Back to the frame"',
  ]) assert.ok(covering.includes(line), `${line}\n${covering}`);
  await visit.finish();
});

test("an uncovered copy is not stored anywhere, and gone after a reload", async () => {
  const { visit, wizard } = await atDocuments();
  await wizard.hands.file(COPY, file("kopie.jpg", await photo()));
  await wizard.redactor(COPY).waitFor();
  const records = await visit.page.evaluate(async () => {
    const counts = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((done) => { indexedDB.open(name).onsuccess = ({ target }) => done(target.result); });
      for (const store of database.objectStoreNames) {
        const keys = await new Promise((done) => {
          database.transaction(store).objectStore(store).getAllKeys().onsuccess = ({ target }) => done(target.result);
        });
        counts.push(...keys.map(String));
      }
      database.close();
    }
    return counts;
  });
  assert.deepEqual(records.filter((key) => key.includes("/")), [], "no file is kept");
  await visit.page.reload();
  await wizard.at("documents");
  assert.equal(await wizard.redactor(COPY).count(), 0);
  await visit.finish();
});

test("a copy that is being covered is still there after a change of language, and after leaving the screen", async () => {
  const { visit, wizard } = await atDocuments();
  const { page } = visit;
  await wizard.hands.file(COPY, file("paspoort.jpg", await photo(1600, 1010, { seed: 1 })));
  await wizard.redactor(COPY).waitFor();
  await page.evaluate(() => { document.querySelector("eh-wizard").lang = "en"; });
  await wizard.redactor(COPY).getByText("Covering details").first().waitFor();
  assert.equal(await page.locator("[data-action=next]").isVisible(), false, "what continues is out of the way");
  await wizard.press("back");
  await wizard.at("identity-document");
  await wizard.press("next");
  await wizard.at("documents");
  await wizard.shield(COPY);
  await wizard.attached(COPY, "paspoort.jpg").waitFor();
  assert.equal(await wizard.redactor(COPY).count(), 0);
  await visit.finish();
});
