// Ways to fill in a field besides keys and mouse, and fields and files that are out of the ordinary.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { file, png } from "./files.mjs";
import { finished } from "./finished.mjs";
import { limitedAtEh4, withoutKvk } from "./journeys.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const atPersonalData = finished(withoutKvk, { until: "personal-data" });
const atDocuments = finished(withoutKvk, { until: "documents" });
const LETTER = "documents.tax_letter.organisation";
const NAMES = { "user.given_names": "Johanna Maria", "user.prefix": "de", "user.surname": "Vries", "user.birth_place": "Groningen", "user.email": "j@devries.example", "user.mobile": "06 12345678" };
const BIRTH = { "user.birth_date.day": "28", "user.birth_date.month": "2", "user.birth_date.year": "1985" };

/** The answers of the screen after another screen has been seen. */
async function afterwards(wizard, screen) {
  await wizard.press("next");
  await wizard.at("identity-document");
  await wizard.press("back");
  await wizard.at(screen);
  return wizard.answers();
}

describe("typing", { concurrency: 2 }, () => {
  for (const [what, events] of [["input and change", ["input", "change"]], ["change alone", ["change"]]]) {
    test(`(F50) autofill of all fields at once, without keys, with the events ${what}`, async () => {
      const { visit, wizard } = await atPersonalData();
      await visit.page.locator("[data-screen]").evaluate((screen, [values, events]) => {
        for (const [name, value] of Object.entries(values)) {
          const control = screen.querySelector(`[name="${name}"]`);
          control.value = value;
          for (const type of events) control.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
        }
      }, [{ ...NAMES, ...BIRTH }, events]);
      assert.deepEqual(await afterwards(wizard, "personal-data"), { ...NAMES, ...BIRTH });
      await visit.finish();
    });
  }

  test("(ui-07) a whole date that is typed or pasted into the first box is spread over the three boxes", async () => {
    const { visit, wizard } = await atPersonalData();
    const field = wizard.control("user.birth_date.day");
    const date = async () => {
      const answers = await wizard.answers();
      return Object.keys(BIRTH).map((name) => answers[name]);
    };
    for (const whole of ["28-02-1985", "28021985", "1985-02-28", "28 februari 1985"]) {
      for (const way of ["pressSequentially", "paste"]) {
        await field.click();
        await visit.page.keyboard.press("ControlOrMeta+a");
        await visit.page.keyboard.press("Delete");
        if (way === "paste") await visit.page.keyboard.insertText(whole);
        else await field.pressSequentially(whole);
        const [day, month, year] = await date();
        assert.deepEqual([day, month, year], ["28", whole.includes("feb") ? "februari" : "2", "1985"], `${way} ${whole}`);
      }
    }
    // The date that is there already, once more.
    await field.fill("28 februari 1985");
    assert.equal(await field.inputValue(), "28");
    await visit.finish();
  });

  test("(F51) an input method: nothing is rewritten while composing, and Enter only ends the composition", async () => {
    const { visit, wizard } = await atPersonalData();
    const session = await visit.context.newCDPSession(visit.page);
    const field = wizard.control("user.surname");
    await field.click();
    for (const text of ["w", "wó", "wón"]) await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    assert.equal(await field.inputValue(), "wón");
    await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", windowsVirtualKeyCode: 229, key: "Process", code: "Enter" });
    await session.send("Input.insertText", { text: "Wón" });
    assert.equal(await field.inputValue(), "Wón");
    assert.equal(await wizard.screen, "personal-data");
    assert.deepEqual(await wizard.issues(), []);
    await field.blur();
    assert.equal((await wizard.answers())["user.surname"], "Wón");
    await visit.finish();
  });

  test("(F52) a paste of two megabytes is refused by a rule, and the page goes on; odd letters stay as they are typed, with their accents composed", async () => {
    const { visit, wizard } = await atPersonalData();
    const field = wizard.control("user.surname");
    await field.click();
    // Any text field in Chromium takes too long to lay out more than this.
    await field.evaluate((control) => {
      control.value = "abcd ".repeat(400_000);
      control.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    });
    await visit.page.keyboard.press("Tab");
    await wizard.shows("too_long@user.surname");
    await wizard.answer("user.surname", "Vries");
    await wizard.answer("user.given_names", "Johanna 👩‍👧 e\u0301");
    await visit.page.keyboard.press("Tab");
    assert.equal(await wizard.control("user.given_names").inputValue(), "Johanna 👩‍👧 \u00e9");
    assert.ok(!(await wizard.issues()).some((issue) => issue.endsWith("@user.surname")));
    await visit.finish();
  });

  test("(F53) dictation, and pasting over a selection", async () => {
    const { visit, wizard } = await atPersonalData();
    const { keyboard } = visit.page;
    const field = wizard.control("user.surname");
    await field.click();
    await keyboard.insertText("van den Berg");
    await keyboard.press("Control+A");
    await keyboard.press("Control+C");
    await keyboard.press("Control+V");
    await keyboard.press("Control+V");
    assert.equal(await field.inputValue(), "van den Bergvan den Berg");
    await keyboard.press("Control+A");
    await keyboard.insertText("Vries");
    assert.equal(await field.inputValue(), "Vries");
    await field.blur();
    assert.equal((await wizard.answers())["user.surname"], "Vries");
    await visit.finish();
  });

  for (const [what, script] of [
    ["never decodes an image", () => { window.createImageBitmap = () => new Promise(() => {}); }],
    ["cannot decode an image", () => { window.createImageBitmap = () => Promise.reject(new DOMException("no", "InvalidStateError")); }],
    ["makes no image of a canvas", () => {
      HTMLCanvasElement.prototype.toBlob = (done) => done(null);
      OffscreenCanvas.prototype.convertToBlob = () => Promise.reject(new DOMException("no", "EncodingError"));
    }],
  ]) {
    test(`(F57) a browser that ${what}: the file is refused within ten seconds, and another kind of file is accepted`, async () => {
      const { visit, wizard } = await atDocuments({ script });
      const slot = visit.page.locator(`[data-place="${LETTER}"]`);
      await visit.page.clock.install();
      await wizard.hands.file(LETTER, file("brief.png", png()));
      const refused = slot.locator("[data-issue]").first();
      await Promise.race([slot.filter({ hasText: "Bezig met controleren van brief.png" }).waitFor(), refused.waitFor()]);
      await visit.page.clock.runFor(10_100);
      await refused.waitFor();
      assert.doesNotMatch(await slot.innerText(), /Bezig met controleren/);
      const { answers } = withoutKvk.find(({ screen }) => screen === "documents");
      await wizard.attach(...answers.find(([place]) => place === LETTER));
      await visit.finish();
    });
  }

  for (const [what, options] of [
    ["zoomed to 400%", { width: 320, height: 256 }],
    ["in forced colours, with reduced motion", { forcedColors: "active", reducedMotion: "reduce" }],
  ]) {
    test(`(F60) ${what}: everything can be pressed, and nothing is wider than the page`, async () => {
      const { visit, wizard } = await here.open(options);
      await wizard.walk(limitedAtEh4, { visit: async (screen) => {
        const { scrollWidth, clientWidth } = await visit.page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return { scrollWidth, clientWidth };
        });
        assert.ok(scrollWidth <= clientWidth, `${screen} is ${scrollWidth} px wide`);
      } });
      await wizard.press("next");
      await wizard.shows("limited_not_allowed@representatives.0.authority");
      await visit.finish();
    });
  }
});
