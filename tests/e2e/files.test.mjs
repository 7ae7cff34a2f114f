import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { test } from "node:test";
import { file, jpeg, pdf, png } from "./files.mjs";
import { from, jointlyAuthorised, notEmployed, withoutKvk } from "./journeys.mjs";
import { convert, plain } from "./pictures.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const COPY = "documents.user_id_copy.user";
const EXTRACT = "documents.kvk_extract.organisation";

async function atDocuments(journey = jointlyAuthorised) {
  const { visit, wizard } = await here.open();
  await wizard.walkToDocuments(journey);
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

test("(F58) an unusable file is refused at once, with the reason; a good one then replaces it", async () => {
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

test("a copy of an identity document is only accepted once every zone is confirmed", async () => {
  const { visit, wizard } = await atDocuments(notEmployed);
  await wizard.hands.file(COPY, file("paspoort.jpg", await jpeg(visit.page)));
  await wizard.align(COPY);
  await wizard.press(`shield:${COPY}`);
  await visit.page.locator("[data-issue=document_not_shielded]").first().waitFor();
  assert.equal(await wizard.attached(COPY, "paspoort.jpg").count(), 0);
  await wizard.press(`unshield:${COPY}`);
  await wizard.redactor(COPY).waitFor({ state: "detached" });
  await visit.finish();
});

test("several pages are accepted and reordered; one is replaced in place, one is removed", async () => {
  const { visit, wizard } = await atDocuments();
  const names = () => visit.page.locator(`[data-place="${EXTRACT}"] li .file__text`).allTextContents();
  const act = (name, action) => wizard.attached(EXTRACT, name).getByRole("button", { name: action }).click();
  const pages = [file("een.pdf", pdf()), file("twee.pdf", pdf(10)), file("drie.pdf", pdf(20))];
  await wizard.hands.file(EXTRACT, pages);
  for (const page of pages) await wizard.attached(EXTRACT, page.name).waitFor();
  assert.deepEqual((await names()).map((text) => text.replace(/, \d.*toegevoegd/, "")), ["een.pdf, pagina 1 van 3", "twee.pdf, pagina 2 van 3", "drie.pdf, pagina 3 van 3"]);
  assert.equal(await wizard.attached(EXTRACT, "een.pdf").getByRole("button", { name: /naar voren/i }).count(), 0);
  await act("drie.pdf", /naar voren/i);
  await wizard.attached(EXTRACT, "drie.pdf").filter({ hasText: "pagina 2" }).waitFor();
  const [chooser] = await Promise.all([visit.page.waitForEvent("filechooser"), act("drie.pdf", /^Vervang/)]);
  await chooser.setFiles(file("vier.pdf", pdf(30)));
  await wizard.attached(EXTRACT, "vier.pdf").filter({ hasText: "pagina 2" }).waitFor();
  assert.equal(await wizard.attached(EXTRACT, "drie.pdf").count(), 0);
  await act("een.pdf", /^Verwijder/);
  await wizard.attached(EXTRACT, "een.pdf").waitFor({ state: "detached" });
  assert.deepEqual((await names()).map((text) => text.split(",")[0]), ["vier.pdf", "twee.pdf"]);
  await visit.finish();
});

test("a file can be pasted and dropped", async () => {
  const { visit, wizard } = await atDocuments();
  for (const [kind, name] of [["paste", "geplakt.pdf"], ["drop", "gesleept.pdf"]]) {
    await wizard.control(EXTRACT).evaluate((control, [kind, name, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type: "application/pdf" }));
      const options = { bubbles: true, cancelable: true, composed: true };
      const event = kind === "paste" ? new ClipboardEvent(kind, { ...options, clipboardData: data }) : new DragEvent(kind, { ...options, dataTransfer: data });
      control.dispatchEvent(event);
    }, [kind, name, pdf().toString("base64")]);
    await wizard.attached(EXTRACT, name).waitFor();
  }
  await visit.finish();
});

test("a phone offers its camera, a desktop does not", async () => {
  for (const [isMobile, isShown] of [[true, true], [false, false]]) {
    const { visit, wizard } = await here.open({ width: 390, height: 844, isMobile, hasTouch: isMobile });
    await wizard.walkToDocuments(jointlyAuthorised);
    const camera = wizard.control(`${EXTRACT}.camera`);
    assert.equal(await camera.isVisible(), isShown);
    assert.equal(await camera.getAttribute("capture"), "environment");
    assert.match(await camera.getAttribute("aria-label"), /^Maak een foto: /);
    await camera.setInputFiles(file("foto.png", png()));
    await wizard.attached(EXTRACT, "foto").waitFor();
    await visit.finish();
  }
});

test("a photo that may be hard to read is accepted with a hint that says why", async () => {
  const { visit, wizard } = await atDocuments();
  const print = await convert(await plain(2000, 1400, "#e4e4e4"), "-fill", "#202020", "-font", "DejaVu-Sans", "-pointsize", "40", "-annotate", "+20+60",
    Array.from({ length: 29 }, () => "Uittreksel Handelsregister 68750110 Kamer van Koophandel te Groningen").join("\n"), "jpg:-");
  const hints = [
    ["scherp.jpg", print, []],
    ["onscherp.jpg", await convert(print, "-blur", "0x5", "jpg:-"), [/onscherp/]],
    ["donker.jpg", await convert(print, "-modulate", "18", "jpg:-"), [/donker/]],
    ["klein.jpg", await convert(print, "-resize", "1000x", "jpg:-"), [/klein/]],
    ["vlek.jpg", await convert(print, "-modulate", "80", "-fill", "white", "-draw", "circle 300,250 300,900", "jpg:-"), [/felle vlek/]],
  ];
  for (const [name, bytes, expected] of hints) {
    await wizard.hands.file(EXTRACT, file(name, bytes));
    await wizard.attached(EXTRACT, name).waitFor();
    const found = await visit.page.locator(`[data-place="${EXTRACT}"] .notice--warning p`).allTextContents();
    assert.equal(found.length, expected.length, `${name}: ${found}`);
    for (const [index, words] of expected.entries()) assert.match(found[index], words, name);
    await wizard.attached(EXTRACT, name).getByRole("button", { name: /^Verwijder/ }).click();
  }
  await visit.finish();
});

test("(F58) a hostile file name is shown as text, and sent in a harmless form", async () => {
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

test("(F52) hostile text in every field stays text and does not widen the page", async () => {
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
