// Organisations and signatories that are less usual: what step 1 to 3 ask of them, and that they get through.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { employeeOfOwner, soleDirector } from "./journeys.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const director = (row, [given, surname]) => [
  ["press", "add:representatives"], [`representatives.${row}.given_names`, given], [`representatives.${row}.surname`, surname],
  [`representatives.${row}.capacity`, "director"], [`representatives.${row}.authority`, "joint"],
];

for (const mode of ["mouse", "touch", "keyboard"]) {
  describe(`by ${mode}`, { concurrency: 1 }, () => {
    /** Opens the wizard and walks to a screen. */
    async function begin(until, journey = soleDirector) {
      const { visit, wizard } = await here.open({ lang: "nl", mode, hasTouch: mode === "touch" });
      await wizard.walk(journey, { until });
      return { visit, wizard, page: visit.page };
    }

    /** The sole director with another organisation, on the screen of its address. */
    async function withForm(form) {
      const { visit, wizard, page } = await begin("organisation");
      await wizard.fill(soleDirector.find(({ screen }) => screen === "organisation").answers);
      await wizard.answer("organisation.legal_form", form);
      await wizard.press("next");
      await wizard.at("address");
      return { visit, wizard, page };
    }

    test("an authorisation for everything says how many services stay closed at a level", async () => {
      const { visit, wizard, page } = await begin("services");
      const closed = page.locator(".notice").filter({ hasText: "blijven voor u gesloten" });
      await wizard.answer("purpose.authorisation.kind", "all");
      assert.equal(await closed.count(), 0);
      await wizard.answer("purpose.level", "EH3");
      await closed.waitFor();
      assert.match(await closed.textContent(), /gesloten: 2\./);
      await wizard.answer("purpose.level", "EH4");
      await closed.waitFor({ state: "detached" });
      await visit.finish();
    });

    test("any of those who may sign are ticked", async () => {
      const { visit, wizard, page } = await begin("representatives");
      const ticked = () => page.locator("input[name$='.signs']").evaluateAll((boxes) => boxes.map((box) => box.checked));
      await wizard.fill([
        ["representatives.0.is_user", "true"], ["representatives.0.capacity", "director"], ["representatives.0.authority", "joint"],
        ...director(1, ["Pieter", "Jansen"]),
      ]);
      assert.deepEqual(await ticked(), [], "both must sign");
      await wizard.fill([
        ...director(2, ["Fatima", "El Amrani"]),
        ["authority_proof.fewer_suffice", "false"], ["authority_proof.represented_by_company", "false"],
      ]);
      assert.deepEqual(await ticked(), [true, true, false]);
      assert.match(await page.locator("[role=group]").filter({ hasText: "Kruis minstens 2 mensen aan" }).textContent(), /Fatima El Amrani/);
      await wizard.answer("representatives.0.signs", false);
      await wizard.press("next");
      await wizard.shows("signatories_too_few@representatives.0.signs");
      await wizard.answer("representatives.2.signs", true);
      assert.deepEqual(await ticked(), [false, true, true]);
      await wizard.press("next");
      await wizard.at("manager");
      await visit.finish();
    });

    test("a foreign company with a KvK number has an address abroad", async () => {
      const { visit, wizard } = await withForm("foreign_company");
      await wizard.fill([
        ["organisation.address.street", "Meir"], ["organisation.address.house_number", "12 bus 3"],
        ["organisation.address.postal_code", "2000"], ["organisation.address.city", "Antwerpen"],
        ["organisation.address.country", "BE"],
      ]);
      await wizard.press("next");
      await wizard.at("branch");
      await visit.finish();
    });

    test("a shielded address is left out", async () => {
      const { visit, wizard } = await withForm("private_limited_company");
      assert.equal(await wizard.control("organisation.address.country").count(), 0);
      await wizard.press("next");
      await wizard.at("branch");
      await visit.finish();
    });

    test("companies above each other are named, one per line", async () => {
      const { visit, wizard } = await begin("representatives");
      await wizard.fill(soleDirector.find(({ screen }) => screen === "representatives").answers);
      await wizard.answer("authority_proof.represented_by_company", "true");
      await wizard.answer("authority_proof.companies", "De Vries Holding B.V.\nDe Vries Beheer B.V.");
      await wizard.press("next");
      await wizard.at("organisation");
      await visit.finish();
    });

    test("who does not own the sole proprietorship is told that the owner needs a means too", async () => {
      const { visit, wizard, page } = await begin("organisation", employeeOfOwner);
      const told = page.locator(".notice").filter({ hasText: "ook de eigenaar een inlogmiddel nodig" });
      assert.equal(await told.count(), 0);
      await wizard.answer("organisation.legal_form", "sole_proprietorship");
      await told.waitFor();
      await visit.finish();
    });
  });
}
