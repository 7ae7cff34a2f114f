import assert from "node:assert/strict";
import { test } from "node:test";
import { jointlyAuthorised, limitedAtEh4, soleDirector, withoutKvk } from "./journeys.mjs";
import { kept, reload } from "./reload.mjs";
import { stage } from "./stage.mjs";

const here = stage();

/** Reloads on every screen of a journey: the same screen, the same answers, the same documents. */
async function reloadEverywhere(journey) {
  const { visit, wizard } = await here.open();
  for (const [index, { screen, answers = [], action = "next" }] of journey.entries()) {
    await wizard.at(screen);
    await wizard.fill(answers);
    if (screen !== "welcome") await kept(visit.page);
    await reload(wizard, screen);
    if (index + 1 < journey.length) await wizard.press(action);
  }
  return { visit, wizard };
}

for (const [name, journey] of [["with a KvK number", jointlyAuthorised], ["without one", withoutKvk]]) {
  test(`(F32) (h) a reload on every screen loses nothing, ${name}; what is sent afterwards is complete`, async () => {
    const { visit, wizard } = await reloadEverywhere(journey);
    await wizard.send(visit);
    const reference = await wizard.reference();
    const found = (await here.intake.stored()).filter(({ receipt }) => receipt.reference === reference);
    assert.deepEqual(found.map(({ issues }) => issues), [[]]);
    assert.equal(found[0].documents.length, found[0].application.documents.length);
    await visit.finish();
  });
}

test("(F32) a reload right after an answer loses nothing", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walk(limitedAtEh4, { until: "user" });
  await kept(visit.page);
  await wizard.answer("user.is_applicant", "true");
  await wizard.answer("representatives.0.is_user", "false");
  await visit.page.reload();
  await wizard.at("user");
  assert.deepEqual(await wizard.answers(), { "user.is_applicant": "true", "representatives.0.is_user": "false" });
  await visit.finish();
});

test("back and forward through the wizard lose nothing", async () => {
  const { visit, wizard } = await here.open();
  const answered = [];
  await wizard.walk(limitedAtEh4, { visit: async (screen, when) => {
    if (when === "answered" && screen !== "welcome") answered.push([screen, await wizard.answers()]);
  } });
  answered.pop();
  for (const [screen, answers] of answered.toReversed()) {
    await wizard.press("back");
    await wizard.at(screen);
    assert.deepEqual(await wizard.answers(), answers);
  }
  await visit.finish();
});

test("a change of language keeps the screen and the answers", async () => {
  const { visit, wizard } = await here.open({ lang: "nl" });
  await wizard.walk(limitedAtEh4);
  const before = await wizard.answers();
  await wizard.press("language");
  await visit.page.locator("eh-wizard [lang=en] [data-screen]").waitFor();
  assert.equal(await wizard.screen, "representatives");
  assert.deepEqual(await wizard.answers(), before);
  await visit.finish();
});

test("(F68) erasing all answers leaves nothing, even after a reload", async () => {
  const { visit, wizard } = await here.open();
  await wizard.walk(limitedAtEh4);
  await wizard.press("wipe");
  await wizard.press("wipe:yes");
  await wizard.at("welcome");
  await visit.page.reload();
  await wizard.at("welcome");
  await wizard.press("next");
  await wizard.at("organisation-kind");
  assert.deepEqual(await wizard.answers(), { "organisation.identifier.kind": "", "organisation.identifier.number": "" });
  await visit.finish();
});

test("until the chosen services are known again, nothing that depends on them is shown", async () => {
  const proxy = await here.proxy();
  const { visit, wizard } = await here.open({ origin: proxy.origin });
  await wizard.walk(soleDirector, { until: "documents" });
  const slot = visit.page.locator('[name="documents.user_id_copy.user"]');
  await slot.waitFor({ state: "attached" });
  await kept(visit.page);
  let release;
  const released = new Promise((done) => { release = done; });
  const file = await (await fetch(`${here.intake.origin}/catalogue.json`)).text();
  proxy.files.set("/catalogue.json", async (request, _, response) => {
    await released;
    response.writeHead(200, { "content-type": "application/json" }).end(file);
  });
  await visit.page.reload();
  await wizard.at("documents");
  await visit.page.getByRole("status").filter({ hasText: "dienstenlijst" }).waitFor();
  assert.equal(await visit.page.locator("[data-action=next]").count(), 0);
  assert.equal(await slot.count(), 0);
  release();
  await slot.waitFor({ state: "attached" });
  await visit.page.locator("[data-action=next]").waitFor();
  await visit.finish();
});
