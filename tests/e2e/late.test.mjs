// Work that is not done when the applicant goes on: it ends where it began, or nowhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { file, jpeg, png } from "./files.mjs";
import { from, jointlyAuthorised, soleDirector } from "./journeys.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const FATIMA = "documents.representative_id_copy.representatives.1";

/** Encoding a picture takes until `release()` is called. */
const slowly = () => {
  const { toBlob } = HTMLCanvasElement.prototype;
  const waiting = [];
  window.waiting = 0;
  HTMLCanvasElement.prototype.toBlob = function late(...given) {
    if (!window.isSlow) return toBlob.apply(this, given);
    window.waiting += 1;
    return waiting.push(() => toBlob.apply(this, given));
  };
  window.release = () => waiting.splice(0).forEach((encode) => encode());
};

/** Covers the copy of the second representative; encoding it has begun, and waits. */
async function covering() {
  const { visit, wizard } = await here.open({ script: slowly });
  await wizard.walkToDocuments(jointlyAuthorised);
  await wizard.hands.file(FATIMA, file("fatima.png", png()));
  await wizard.confirm(FATIMA);
  await visit.page.evaluate(() => { window.isSlow = true; });
  await wizard.press(`shield:${FATIMA}`);
  await visit.page.waitForFunction(() => window.waiting > 0);
  return { visit, wizard, page: visit.page };
}

/** The rest of the way to the documents, for the one representative who is left. */
const alone = from(jointlyAuthorised, "role").map((one) => ({
  ...one, answers: one.answers?.filter(([name]) => !name.startsWith("representatives.1.")),
}));

const goTo = (page, screen) => page.evaluate((name) => document.querySelector("eh-wizard").goTo(name), screen);

test("(file-09) a copy that is still being made goes with its person when a row above is removed", async () => {
  const { visit, wizard, page } = await covering();
  await goTo(page, "representatives");
  await wizard.press("remove:representatives.0");
  await page.evaluate(() => window.release());
  await page.locator("[role=status]", { hasText: "fatima" }).waitFor({ state: "attached" });
  assert.equal(await wizard.control("representatives.0.given_names").inputValue(), "Fatima");
  await wizard.answer("representatives.0.authority", "sole");
  await wizard.press("next");
  await wizard.walkToDocuments(alone);
  await wizard.attached("documents.representative_id_copy.representatives.0", "fatima.png").waitFor();
  await visit.finish();
});

test("(file-09) a copy that is still being made is dropped with its person", async () => {
  const { visit, wizard, page } = await covering();
  await goTo(page, "representatives");
  await wizard.press("remove:representatives.1");
  await page.evaluate(() => window.release());
  await wizard.answer("representatives.0.authority", "sole");
  await wizard.press("next");
  await wizard.walkToDocuments(alone);
  assert.equal(await page.locator("[data-screen] li", { hasText: "fatima" }).count(), 0);
  await visit.finish();
});

for (const [what, leave, back] of [
  ["Back", (wizard) => wizard.press("back"), (page) => goTo(page, "documents")],
  ["another language", (wizard) => wizard.press("language"), () => {}],
]) {
  test(`(file-09) ${what} while a copy is being made does no harm`, async () => {
    const { visit, wizard, page } = await covering();
    await leave(wizard);
    await page.evaluate(() => window.release());
    await page.locator("[role=status]", { hasText: "fatima" }).waitFor({ state: "attached" });
    await back(page);
    await wizard.attached(FATIMA, "fatima.png").waitFor();
    await visit.finish();
  });
}

test("(file-06) a canvas that the browser leaves blank is noticed, and never sent", async () => {
  const limited = () => {
    const isBeyond = ({ canvas }) => canvas.width * canvas.height > 1_000_000;
    for (const name of ["drawImage", "fillRect", "fillText"]) {
      const draw = CanvasRenderingContext2D.prototype[name];
      CanvasRenderingContext2D.prototype[name] = function drawn(...given) {
        if (!isBeyond(this)) draw.apply(this, given);
      };
    }
  };
  const { visit, wizard } = await here.open({ script: limited });
  await wizard.walkToDocuments(jointlyAuthorised);
  const photo = await jpeg(visit.page, 1600, 1200);
  for (const slot of ["documents.kvk_extract.organisation", FATIMA]) {
    await wizard.hands.file(slot, file("extract.jpg", photo));
    await wizard.shows(`document_not_drawn@${slot}`);
  }
  await visit.finish();
});

test("(ui-08) a drawn signature is there after turning the phone and scrolling, and again after another language or screen", async () => {
  const { visit, wizard } = await here.open({ width: 390, height: 844 });
  const { page } = visit;
  await wizard.walk(soleDirector, { until: "sign" });
  await wizard.answer("signing.method", "screen");
  const pad = page.locator("canvas.pad");
  const dark = () => pad.evaluate((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, index) => index % 4 === 0 && value < 100).length;
  });
  await pad.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await pad.boundingBox();
  await page.mouse.move(x + width / 4, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 3, { steps: 8 });
  await page.mouse.up();
  await page.locator(".signer__drawn").waitFor();
  const drawn = await dark();
  assert.ok(drawn > 500, `${drawn}`);
  for (const [width, height] of [[844, 390], [390, 844]]) {
    await page.setViewportSize({ width, height });
    await page.mouse.wheel(0, 300);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    assert.equal(await dark(), drawn, `${width} wide`);
  }
  const isBack = async () => {
    await page.waitForFunction(() => {
      const canvas = document.querySelector("eh-wizard").shadowRoot.querySelector("canvas.pad");
      return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value < 100);
    });
    assert.equal(await dark(), drawn);
  };
  await wizard.press("language");
  await page.locator("html[lang=en]").waitFor();
  await isBack();
  await wizard.press("back");
  await wizard.at("check");
  await wizard.press("sign");
  await wizard.at("sign");
  await isBack();
  await visit.finish();
});
