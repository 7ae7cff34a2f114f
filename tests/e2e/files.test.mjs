import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { test } from "node:test";
import { file, jpeg, pdf, png } from "./files.mjs";
import { from, jointlyAuthorised, notEmployed, withoutKvk } from "./journeys.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const COPY = "documents.user_id_copy.user";
const EXTRACT = "documents.kvk_extract.organisation";

async function atDocuments(journey = jointlyAuthorised) {
  const { visit, wizard } = await here.open();
  await wizard.walk(journey, { until: "documents" });
  return { visit, wizard };
}

const locked = Buffer.from(pdf().toString("latin1").replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 9 0 R"), "latin1");
const broken = [
  ["empty", file("leeg.pdf", Buffer.alloc(0)), "document_empty"],
  ["a truncated PDF", file("half.pdf", pdf().subarray(0, 300)), "document_truncated"],
  ["a truncated PNG", file("half.png", png().subarray(0, 400)), "document_truncated"],
  ["a PDF by name only", file("letter.pdf", Buffer.from("<html><script>alert(1)</script></html>")), "document_type"],
  ["a program", file("scan.png", Buffer.from("MZ\x90\x00".repeat(100), "latin1")), "document_type"],
  ["a PDF with a password", file("slot.pdf", locked), "document_encrypted"],
  ["too large", file("groot.pdf", pdf(10_485_760)), "document_too_large"],
  ["an image too small to be read", file("postzegel.png", png(120, 90)), "document_too_small"],
];

test("a file that cannot be used is refused at once, with the reason; a good one then takes its place", async () => {
  const { visit, wizard } = await atDocuments();
  for (const [what, bad, code] of broken) {
    await wizard.hands.file(EXTRACT, bad);
    await wizard.shows(`${code}@${EXTRACT}`).catch(() => assert.fail(`${what}: expected ${code}`));
    assert.equal(await wizard.attached(EXTRACT, bad.name).count(), 0, what);
  }
  const good = file("uittreksel.pdf", pdf());
  await wizard.attach(EXTRACT, good);
  assert.deepEqual((await wizard.issues()).filter((issue) => issue.endsWith(EXTRACT)), []);
  await visit.finish();
});

test("a copy of an identity document is no PDF, and not taken before it is confirmed as shielded", async () => {
  const { visit, wizard } = await atDocuments(notEmployed);
  await wizard.hands.file(COPY, file("paspoort.pdf", pdf()));
  await wizard.page.locator(`[data-issue][data-for="${COPY}"]`).first().waitFor();
  await wizard.hands.file(COPY, file("paspoort.jpg", await jpeg(visit.page)));
  await wizard.control(`${COPY}.shielded`).waitFor({ state: "attached" });
  await wizard.press(`shield:${COPY}`);
  await wizard.page.locator("[data-issue=document_not_shielded]").first().waitFor();
  assert.equal(await wizard.attached(COPY, "paspoort.jpg").count(), 0);
  await wizard.press(`unshield:${COPY}`);
  await wizard.control(`${COPY}.shielded`).waitFor({ state: "detached" });
  await visit.finish();
});

test("several pages are taken in, and one can be taken out", async () => {
  const { visit, wizard } = await atDocuments();
  const pages = [file("een.pdf", pdf()), file("twee.pdf", pdf(10))];
  await wizard.hands.file(EXTRACT, pages);
  for (const page of pages) await wizard.attached(EXTRACT, page.name).waitFor();
  await wizard.attached(EXTRACT, "een.pdf").getByRole("button").click();
  await wizard.attached(EXTRACT, "een.pdf").waitFor({ state: "detached" });
  assert.equal(await wizard.attached(EXTRACT, "twee.pdf").count(), 1);
  await visit.finish();
});

test("a hostile file name is shown as text, and sent in a harmless shape", async () => {
  const { visit, wizard } = await atDocuments(withoutKvk);
  const name = "..\\..\\x\"><img src=x onerror=alert(1)>\r\nX: y\u202Efdp.pdf";
  const place = "documents.tax_letter.organisation";
  await wizard.hands.file(place, file(name, pdf()));
  await visit.page.locator(`[data-place="${place}"] li`).waitFor();
  assert.equal(await visit.page.locator("[data-screen] img[src=x]").count(), 0);
  await wizard.walk(from(withoutKvk, "documents"), {});
  await wizard.send(visit);
  const reference = await wizard.reference();
  const { application, issues } = (await here.intake.stored()).find(({ receipt }) => receipt.reference === reference);
  assert.deepEqual(issues, []);
  for (const { file_name } of application.documents) assert.doesNotMatch(file_name, /[\\/\r\n\u202E]|\.\./);
  await visit.finish();
});

test("hostile text in every field stays text and does not widen the page", async () => {
  const { visit, wizard } = await here.open({ width: 390, height: 844 });
  const dialogs = [];
  visit.page.on("dialog", (dialog) => dialogs.push(dialog.message()));
  const hostile = `"><img src=x onerror=alert(1)>{{7*7}}${"W".repeat(300)}\u202E`;
  await wizard.walk(jointlyAuthorised, { visit: async (screen, when) => {
    if (when !== "fresh") return;
    const names = await visit.page.locator("[data-screen] input[type=text], [data-screen] textarea")
      .evaluateAll((controls) => controls.map(({ name }) => name));
    for (const name of names) {
      await wizard.control(name).fill(hostile);
      await wizard.control(name).blur();
      assert.equal(await wizard.control(name).inputValue(), hostile, name);
    }
    const { scrollWidth, clientWidth } = await visit.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    assert.ok(scrollWidth <= clientWidth, `${screen} is ${scrollWidth} px wide`);
    assert.equal(await visit.page.locator("[data-screen] img[src=x]").count(), 0);
    for (const name of names) await wizard.control(name).fill("");
  } });
  assert.deepEqual(dialogs, []);
  await visit.finish();
});
