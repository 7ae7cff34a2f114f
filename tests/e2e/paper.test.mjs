// Signing on paper: the form says what is signed, and can be printed before sending and after it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { notEmployed } from "./journeys.mjs";
import { stage } from "./stage.mjs";

const here = stage();

for (const lang of ["nl", "en"]) {
  test(`the printed form says what is signed, and after sending the reference, in ${lang}`, async () => {
    const { visit, wizard } = await here.open({ lang });
    const { page } = visit;
    const form = page.locator(".form-print");
    const receipt = page.locator(".wizard__grid");
    const printed = async (look) => {
      await page.emulateMedia({ media: "print" });
      await look();
      await page.emulateMedia({ media: "screen" });
      assert.equal(await form.isVisible(), false);
    };
    await wizard.walk(notEmployed);
    let number;
    await printed(async () => {
      const words = await form.innerText();
      [number] = words.match(/[0-9a-f]{8}-[0-9a-f-]{27}/);
      for (const [dutch, english] of [
        ["Registratieformulier eHerkenning, Voorbeeld eHerkenning", "eHerkenning registration form, Voorbeeld eHerkenning"],
        ["Gebruiker", "User"], ["Johanna Maria de Vries"], ["28 februari 1985", "28 February 1985"],
        ["Fietsenmaker Jansen"], ["68750110"], ["Alkmaar"], ["EH2+, 3 jaar", "EH2+, 3-year term"],
        ["App EH2+"], ["Totaal inclusief btw: €", "Total including VAT: €"],
        ["Naam: Pieter Jansen, Eigenaar", "Name: Pieter Jansen, Owner"], ["Datum en plaats", "Date and place"],
        ["1000 AA Voorbeeldstad"],
      ]) {
        const wanted = lang === "en" ? (english ?? dutch) : dutch;
        assert.ok(words.includes(wanted), `${wanted} is not in\n${words}`);
      }
      assert.equal(await receipt.isVisible(), false, "only the form is printed");
    });
    await wizard.send(visit);
    const reference = await wizard.reference();
    await printed(async () => {
      const words = await form.innerText();
      assert.ok(words.includes(reference) && !words.includes(number), words);
      assert.ok(words.includes("Pieter Jansen"), words);
      assert.equal(await receipt.isVisible(), true, "the receipt comes before the form");
    });
    // What has not been printed yet is still there after a reload; after printing only the receipt is.
    await page.evaluate(() => { window.print = () => {}; });
    const again = async () => {
      await page.reload();
      assert.equal(await wizard.reference(), reference);
    };
    await again();
    await printed(async () => {
      await form.waitFor();
      const words = await form.innerText();
      for (const wanted of [reference, "Pieter Jansen", "Fietsenmaker Jansen", "App EH2+"]) assert.ok(words.includes(wanted), words);
    });
    assert.equal(await page.getByText(/van dit apparaat gewist|erased from this device/).count(), 0);
    await page.evaluate(() => { window.print = () => {}; });
    await wizard.press("print");
    await page.getByText(/van dit apparaat gewist|erased from this device/).waitFor();
    await again();
    assert.equal(await form.count(), 0);
    await visit.finish();
  });
}

for (const sheet of ["page.css", "frame.css"]) {
  test(`the pages of the form are numbered where browsers print that, by ${sheet}`, async () => {
    const { visit } = await here.open();
    const numbered = await visit.page.evaluate(async (sheet) => {
      const rules = new CSSStyleSheet();
      rules.replaceSync(await (await fetch(sheet)).text());
      return [...rules.cssRules].filter((rule) => rule instanceof CSSPageRule).map(({ cssText }) => cssText).join();
    }, sheet);
    assert.match(numbered, /counter\(page\).*counter\(pages\)/);
    await visit.finish();
  });
}
