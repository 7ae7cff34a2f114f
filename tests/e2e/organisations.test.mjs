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

    test("(ui-11) an authorisation for everything says how many services each level opens, and at what price", async () => {
      const { visit, wizard, page } = await begin("services");
      await wizard.answer("purpose.authorisation.kind", "all");
      assert.match(await page.locator("[data-screen]").textContent(), /Diensten boven uw niveau blijven gesloten\./);
      const level = page.locator(".option", { has: page.locator("[name='purpose.level']") });
      const words = (await level.allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
      for (const [at, opens, price] of [[0, "19 van 62", "€ 24,00"], [1, "60 van 62", "€ 39,00"], [2, "62 van 62", "€ 99,00"]]) {
        assert.ok(words[at].includes(`Opent ${opens} diensten.`) && words[at].includes(`1 jaar ${price}`), words[at]);
      }
      const tops = await level.locator(".option__aside").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
      assert.equal(new Set(tops.map(Math.round)).size, 1);
      await visit.finish();
    });

    test("(sign-02) any of those who may sign are ticked", async () => {
      const { visit, wizard, page } = await begin("representatives");
      const ticked = () => page.locator("input[name$='.signs']").evaluateAll((boxes) => boxes.map((box) => box.checked));
      await wizard.fill([
        ["representatives.0.capacity", "director"], ["representatives.0.authority", "joint"],
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
      await wizard.at("role");
      await visit.finish();
    });

    test("(org-01, org-03) with a KvK number no address is asked: it may be shielded or abroad", async () => {
      const { visit, wizard } = await begin("organisation");
      await wizard.fill([["organisation.name", "De Vries N.V."], ["organisation.legal_form", "foreign_company"]]);
      assert.equal(await wizard.control("organisation.address.street").count(), 0);
      await wizard.press("next");
      await wizard.at("personal-data");
      await visit.finish();
    });

    test("(org-01) an address abroad that the page filled in is shown, and can be changed", async () => {
      const { visit, wizard, page } = await begin("organisation");
      await page.evaluate(() => document.querySelector("eh-wizard").prefill({
        organisation: { address: { street: "Meir", house_number: "12 bus 3", postal_code: "2000", country: "BE" } },
      }));
      assert.equal(await wizard.control("organisation.address.country").inputValue(), "BE");
      await wizard.fill([["organisation.name", "De Vries N.V."], ["organisation.legal_form", "foreign_company"]]);
      await wizard.press("next");
      await wizard.shows("required@organisation.address.city");
      await wizard.answer("organisation.address.city", "Antwerpen");
      await wizard.press("next");
      await wizard.at("personal-data");
      await visit.finish();
    });

    test("the label of the number follows the answer above it, and the number stays", async () => {
      const { visit, wizard, page } = await begin("organisation-kind");
      const label = () => page.locator("[data-screen] label", { hasText: /^(KVK-nummer|Fiscaal nummer)/ }).textContent();
      await wizard.answer("organisation.identifier.number", "823807071");
      await wizard.answer("organisation.identifier.kind", "kvk");
      assert.match(await label(), /^KVK-nummer/);
      await wizard.press("next");
      await wizard.shows("kvk_number_is_rsin@organisation.identifier.number");
      await wizard.answer("organisation.identifier.kind", "fiscal");
      assert.match(await label(), /^Fiscaal nummer/);
      assert.equal(await wizard.control("organisation.identifier.number").inputValue(), "823807071");
      await wizard.press("next");
      await wizard.at("services");
      await visit.finish();
    });

    test("an owner is not asked for authority or employment, another than the owner is", async () => {
      const { visit, wizard } = await begin("representatives");
      await wizard.answer("representatives.0.capacity", "owner");
      assert.equal(await wizard.control("representatives.0.authority").count(), 0);
      await wizard.press("next");
      await wizard.at("organisation");
      await wizard.press("back");
      await wizard.fill([
        ["representatives.0.capacity", "proxy_holder"], ["representatives.0.authority", "sole"],
        ["authority_proof.represented_by_company", "false"],
      ]);
      await wizard.press("next");
      await wizard.at("role");
      assert.equal(await wizard.control("user.employed").count(), 2, "two answers");
      await visit.finish();
    });

    test("the Netherlands is filled in as the country of a document, and can be changed", async () => {
      const { visit, wizard } = await begin("identity-document");
      const country = () => wizard.control("user.identity_document.country").inputValue();
      assert.equal(await country(), "");
      await wizard.answer("user.identity_document.kind", "passport");
      assert.equal(await country(), "NL");
      await wizard.answer("user.identity_document.country", "BE");
      await wizard.answer("user.identity_document.kind", "identity_card");
      assert.equal(await country(), "BE");
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

    test("(org-10) who does not own the sole proprietorship is told that the owner needs a means too", async () => {
      const { visit, wizard, page } = await begin("personal-data", employeeOfOwner);
      const told = page.locator(".notice").filter({ hasText: "ook de eigenaar een inlogmiddel nodig" });
      await told.waitFor();
      await wizard.press("back");
      await wizard.answer("organisation.legal_form", "foundation");
      await wizard.press("next");
      await wizard.at("organisation");
      await wizard.shows("legal_form_capacity@organisation.legal_form");
      await visit.finish();
    });
  });
}
