import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { closeBrowser, open } from "./browser.mjs";
import { assertContains, unique } from "./canary.mjs";
import { ROUTES, limitedAtEh4 } from "./journeys.mjs";
import { startIntake } from "./server.mjs";
import { Wizard } from "./wizard.mjs";

/** Walks to the end, sends, and returns what intake stores. What was typed is nowhere else. */
async function apply(intake, mode, { journey: usual, lang, level, documents }) {
  const { journey, secrets } = unique(usual);
  const visit = await open(intake.origin, { lang, secrets });
  const wizard = new Wizard(visit.page, { mode });
  await wizard.walk(journey, { visit: visit.look });
  await wizard.send(visit);
  const reference = await wizard.reference();
  const { submitted, errors } = await visit.happened();
  await visit.finish({ intake });

  assert.deepEqual(submitted, [{ reference, level }]);
  assert.deepEqual(errors, []);
  const kept = (await intake.stored()).filter(({ receipt }) => receipt.reference === reference);
  assert.equal(kept.length, 1);
  const [{ application, issues, documents: files }] = kept;
  assert.deepEqual(issues, []);
  assert.equal(application.language, lang);
  assert.equal(application.purpose.level, level);
  assert.equal(application.documents.length, documents);
  assert.equal(files.length, documents);
  assertContains(application, secrets);
  assert.ok(intake.log.length > 0);
  return application;
}

for (const mode of ["mouse", "keyboard"]) {
  describe(`by ${mode}`, { concurrency: 1 }, () => {
    let intake;
    before(async () => { intake = await startIntake(); });
    after(async () => {
      await intake?.stop();
      await closeBrowser();
    });

    test("(a) a sole director applies for themself: the highest level of two services", async () => {
      const application = await apply(intake, mode, ROUTES.soleDirector);
      assert.equal(application.purpose.authorisation.services.length, 2);
      assert.deepEqual(application.signatures.map(({ by, method }) => [by, method]), [["representatives.0", "screen"]]);
      assert.ok(application.documents.every(({ shielded }) => shielded));
    });

    test("(b) an employee applies, two jointly authorised directors sign with a pen, with all documents", async () => {
      const application = await apply(intake, mode, ROUTES.jointlyAuthorised);
      assert.equal(application.representatives.length, 2);
      assert.deepEqual(application.signatures.map(({ by, method }) => [by, method]),
        [["representatives.0", "pen"], ["representatives.1", "pen"]]);
      assert.deepEqual(application.documents.map(({ kind }) => kind).sort(), [
        "kvk_extract", "parent_extract", "registration_form", "representative_id_copy", "representative_id_copy",
      ]);
      assert.equal(application.authorisations_manager, true);
    });

    test("(c) a user who is not employed adds a copy of their identity document at EH2+", async () => {
      const application = await apply(intake, mode, ROUTES.notEmployed);
      assert.equal(application.user.employed, false);
      assert.deepEqual(application.documents.map(({ kind }) => kind).sort(), ["representative_id_copy", "user_id_copy"]);
    });

    test("(d) limited authority at EH4 is stopped at step 2, with the reason", async () => {
      const visit = await open(intake.origin, { lang: "nl" });
      const wizard = new Wizard(visit.page, { mode });
      await wizard.walk(limitedAtEh4);
      await wizard.press("next");
      await wizard.shows("limited_not_allowed@representatives.0.authority");
      assert.equal(await wizard.screen, "representatives");
      assert.equal(await visit.page.locator("[data-screen]").getAttribute("data-step"), "2");
      assert.match(await visit.page.locator("[data-issue=limited_not_allowed]").textContent(), /EH4/);
      assert.equal(await visit.page.locator("[data-action='step:data']").count(), 0);
      assert.equal(await visit.page.evaluate(() => document.querySelector("eh-wizard").goTo("data")), false);
      await visit.finish();
    });

    test("(e) an organisation without KvK number applies with other proofs", async () => {
      const application = await apply(intake, mode, ROUTES.withoutKvk);
      assert.deepEqual(application.organisation.identifier, { kind: "fiscal", number: "823807071" });
      assert.deepEqual(application.documents.map(({ kind }) => kind).sort(),
        ["foreign_registration", "tax_letter", "user_id_copy"]);
    });
  });
}
