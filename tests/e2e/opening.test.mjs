// Beginning with opening a file, and the screens beside the way through the questions: `open` and `hand-over`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { UNANSWERED } from "./browser.mjs";
import { file, png } from "./files.mjs";
import { soleDirector } from "./journeys.mjs";
import { partners } from "./partner.mjs";
import { kept } from "./reload.mjs";
import { stage } from "./stage.mjs";
import { Wizard } from "./wizard.mjs";

const here = stage();
const partner = partners();
const NOT_ONE = file("foto.png", png());
const goTo = (page, screen) => page.locator("eh-wizard").evaluate((element, screen) => element.goTo(screen), screen);
const screens = (visit) => visit.happened().then(({ steps }) => steps.map(({ screen }) => screen));
/** What is announced to screen readers, each time it is. */
const listenIn = (page) => page.evaluate(() => {
  window.announced = [];
  const region = document.querySelector("eh-wizard").shadowRoot.querySelector(".visually-hidden[role=status]");
  new MutationObserver(() => window.announced.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
});

/** At the services, with answers. */
async function begun() {
  const opened = await here.open();
  await opened.wizard.walk(soleDirector, { until: "services" });
  return opened;
}

/** On the screen for saving it for oneself, which the question in the footer leads to. */
async function keeping() {
  const opened = await begun();
  await opened.wizard.press("device");
  await opened.wizard.press("save-file");
  await opened.wizard.at("hand-over");
  return opened;
}

/** On the screen for opening a file, with answers that it would replace. */
async function replacing() {
  const opened = await begun();
  await goTo(opened.visit.page, "welcome");
  await opened.wizard.press("open-file");
  await opened.wizard.at("open");
  return opened;
}

test("the attribute open begins with opening a file, and Back leads to the welcome screen", async () => {
  const { visit, wizard } = await here.open({ query: "&open=file" });
  await wizard.at("open");
  assert.equal((await screens(visit)).at(-1), "open");
  await wizard.press("back");
  await wizard.at("welcome");
  await wizard.press("open-file");
  await wizard.at("open");
  await visit.finish();
});

test("any other value of it is reported, and the wizard begins as usual", async () => {
  const { visit, wizard } = await here.open({ query: "&open=door" });
  await wizard.at("welcome");
  await visit.finish({ allow: [/eh-wizard: .*open.*file/] });
});

test("no page can go to the screens for opening a file and for handing over", async () => {
  const { visit, wizard } = await here.open();
  await wizard.at("welcome");
  const refused = async (screen) => {
    for (const one of ["open", "hand-over"]) assert.equal(await goTo(visit.page, one), false, one);
    await wizard.at(screen);
  };
  await refused("welcome");
  await wizard.press("open-file");
  await wizard.at("open");
  await refused("open");
  assert.equal(await goTo(visit.page, "purpose"), true);
  await wizard.at("organisation-kind");
  await wizard.walk(soleDirector.slice(1), { until: "services" });
  await wizard.press("device");
  await wizard.press("save-file");
  await wizard.at("hand-over");
  await refused("hand-over");
  assert.equal(await goTo(visit.page, "services"), true);
  await wizard.at("services");
  await visit.finish();
});

test("in a frame the attribute open is passed on, and the file is saved", async () => {
  const opened = await partner({ body: ({ script }) => `${script}<h1>Partner</h1><eh-wizard lang="nl" open="file"></eh-wizard>` });
  const wizard = await opened.wizard();
  const { page } = opened.visit;
  await wizard.at("open");
  await wizard.press("open");
  await wizard.shows("required@handover.file");
  assert.equal(await goTo(page, "open"), false);
  await wizard.press("back");
  await wizard.at("welcome");
  await wizard.press("next");
  await wizard.at("organisation-kind");
  await wizard.press("device");
  await wizard.press("save-file");
  await wizard.at("hand-over");
  await wizard.press("seal");
  const inside = await opened.inside();
  await inside.locator("[data-passphrase]").waitFor();
  assert.match(await inside.locator("[data-passphrase]").innerText(), /^[a-z]+( [a-z]+){4}$/);
  const [download] = await Promise.all([page.waitForEvent("download"), wizard.press("save-file")]);
  assert.match(download.suggestedFilename(), /^eherkenning-aanvraag-\d{4}-\d\d-\d\d\.eh$/);
  // Whoever opens it comes to the page around the frame, or is told to.
  const steps = await inside.locator(".next").innerText();
  assert.ok(!steps.includes("frame.html"), steps);
  opened.visit.clean();
});

test("an address that begins with opening a file does so while answers are kept", async () => {
  const { visit } = await begun();
  await kept(visit.page);
  await visit.page.goto(`${visit.page.url()}&open=file`);
  await new Wizard(visit.page).at("open");
  await visit.finish();
});

test("the browser's Back button passes over the screen that was left", async () => {
  const { visit, wizard } = await keeping();
  await wizard.press("back");
  await wizard.at("services");
  await visit.page.goBack();
  await wizard.at("organisation-kind");
  await visit.finish();
});

test("a file that cannot be made for oneself is said where it is seen", async () => {
  const { visit, wizard } = await keeping();
  const { page } = visit;
  await page.route("**/words-*.txt", (route) => route.abort());
  await wizard.press("seal");
  await page.locator(".visually-hidden[role=status]", { hasText: "wachtzin" }).waitFor({ state: "attached" });
  visit.allow(UNANSWERED);
  assert.match(await page.locator("[data-screen]").innerText(), /De wachtzin kan nu niet worden gemaakt/);
  await visit.finish();
});

test("the question in the footer is closed once the file was chosen instead", async () => {
  const { visit, wizard } = await keeping();
  await wizard.press("back");
  await wizard.at("services");
  assert.equal(await visit.page.locator(".help__question").count(), 0);
  await visit.finish();
});

test("the first press on the box is taken, also while the passphrase has the focus", async () => {
  const { visit, wizard } = await replacing();
  await wizard.hands.file("handover.file", NOT_ONE);
  await wizard.answer("handover.passphrase", "vijf woorden maar niet deze");
  await wizard.press("open");
  await wizard.shows("required@handover.replaces");
  await wizard.hands.tick("handover.replaces");
  assert.ok(await wizard.control("handover.replaces").isChecked());
  await visit.finish();
});

test("the same error is heard each time", async () => {
  const { visit, wizard } = await here.open({ query: "&open=file" });
  await wizard.at("open");
  await listenIn(visit.page);
  for (const times of [1, 2]) {
    await wizard.press("open");
    await wizard.shows("required@handover.file");
    await visit.page.waitForTimeout(300);
    assert.equal((await visit.page.evaluate(() => window.announced)).filter(Boolean).length, times);
  }
  await visit.finish();
});

test("an error that is mended is no longer heard at the end of the page", async () => {
  const { visit, wizard } = await here.open({ query: "&open=file" });
  const { page } = visit;
  await wizard.at("open");
  await wizard.press("open");
  await wizard.shows("required@handover.file");
  await wizard.hands.file("handover.file", NOT_ONE);
  await page.locator("[data-issue]").waitFor({ state: "detached" });
  assert.equal(await page.locator(".visually-hidden[role=status]").textContent(), "");
  await visit.finish();
});
