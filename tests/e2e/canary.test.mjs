// What was typed is nowhere but on the page, in the encrypted record, and in the POST: also when something fails, when it
// is kept on the device, and in a frame. The usual journeys are searched in journeys.test.mjs.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { ANSWERED, closeBrowser, open } from "./browser.mjs";
import { assertContains, unique } from "./canary.mjs";
import { from, jointlyAuthorised, soleDirector } from "./journeys.mjs";
import { partners } from "./partner.mjs";
import { kept } from "./reload.mjs";
import { startProxy } from "./proxy.mjs";
import { startIntake } from "./server.mjs";
import { Wizard } from "./wizard.mjs";

const partner = partners();
after(closeBrowser);

/** An intake with a proxy, until the end of the test. */
async function place(t) {
  const intake = await startIntake();
  t.after(intake.stop);
  const proxy = await startProxy(intake.origin);
  t.after(proxy.stop);
  return { intake, proxy };
}

const LEAKS = {
  address: (text) => fetch(`/icon.svg?q=${encodeURIComponent(text)}`),
  header: (text) => fetch("/icon.svg", { headers: { "x-leak": text } }),
  "another POST": (text) => navigator.sendBeacon("/icon.svg", text),
  history: (text) => history.replaceState({ text }, ""),
  fragment: (text) => { location.hash = text; },
  title: (text) => { document.title = text; },
  cookie: (text) => { document.cookie = `text=${encodeURIComponent(text)}`; },
  "name of the window": (text) => { window.name = text; },
  localStorage: (text) => localStorage.setItem("text", text),
  sessionStorage: (text) => sessionStorage.setItem("text", btoa(text)),
  console: (text) => console.info({ text }),
  event: (text) => document.dispatchEvent(new CustomEvent("eh-issues", { detail: { codes: [text] } })),
  message: (text) => window.postMessage({ deep: { text } }, "*"),
  port: (text) => new MessageChannel().port1.postMessage([text]),
  channel: (text) => new BroadcastChannel("other").postMessage(text),
  "page of the host": (text) => document.body.setAttribute("data-text", text),
  cache: async (text) => (await caches.open("text")).put("/text", new Response(text)),
  database: async (text) => {
    const opening = indexedDB.open("other", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("text");
    await new Promise((done) => { opening.onsuccess = done; });
    const database = opening.result;
    const writing = database.transaction("text", "readwrite");
    writing.objectStore("text").put({ bytes: new TextEncoder().encode(`x${text}`).buffer }, 1);
    await new Promise((done) => { writing.oncomplete = done; });
    database.close();
  },
};

test("the search finds a leak, wherever it is", async (t) => {
  const { intake } = await place(t);
  const secret = "quirijntje@kwikstaart.example";
  for (const [what, leak] of Object.entries(LEAKS)) {
    const visit = await open(intake.origin, { secrets: [[secret]] });
    visit.allow(ANSWERED);
    await new Wizard(visit.page).at("welcome");
    await visit.look();
    visit.canary.assertNothing();
    await visit.page.evaluate(leak, secret);
    await visit.page.waitForTimeout(50);
    await visit.look();
    assert.throws(() => visit.canary.assertNothing(), /AssertionError|in /, what);
    await visit.context.close();
  }
});

test("nothing that was typed leaks when answers are refused, the outcome is unknown, and it is kept on the device", async (t) => {
  const { intake, proxy } = await place(t);
  const { journey, secrets } = unique(jointlyAuthorised);
  const wrong = "Verkeerdhandig@@kwikstaart";
  const visit = await open(proxy.origin, { secrets: [...secrets, [wrong]] });
  const { page } = visit;
  const wizard = new Wizard(page);
  await wizard.walk(journey, { until: "personal-data", visit: visit.look });
  await wizard.answer("user.email", wrong);
  await wizard.press("next");
  await wizard.shows("email_shape@user.email");
  await visit.look();
  await wizard.walk(from(journey, "personal-data"), { until: "contract", visit: visit.look });
  await wizard.press("device");
  await wizard.hands.tick("device-documents");
  await wizard.press("device:yes");
  await page.locator(".frame__saved", { hasText: "apparaat" }).waitFor();
  await kept(page);
  await visit.look();
  await page.reload();
  await wizard.walk(from(journey, "contract"), { visit: visit.look });

  const issues = [{ place: "user.email", code: "email_shape", params: {}, title: "No e-mail address" }];
  proxy.planned.push(proxy.problem(422, "issues", { issues }), proxy.instead(proxy.answer(200, "<title>Welcome</title>")));
  proxy.outcome = proxy.untold;
  await wizard.send(visit);
  await wizard.at("personal-data");
  await visit.look();
  await wizard.answer("user.email", "quirijntje2@kwikstaart.example");
  await wizard.press("save");
  await wizard.at("check");
  await wizard.press("sign");
  await wizard.at("sign");
  await wizard.press("send");
  await wizard.sending("unknown");
  await visit.look();
  await page.reload();
  await wizard.sending("unknown");
  await wizard.press("retry");
  const reference = await wizard.reference();
  await visit.finish({ intake, allow: [ANSWERED] });
  const [{ application, receipt }] = await intake.stored();
  assert.equal(receipt.reference, reference);
  assertContains(application, secrets.filter((all) => !all.includes("quirijntje@kwikstaart.example")));
});

test("nothing that was typed leaves the frame, on a page of a partner", async () => {
  const { journey, secrets } = unique(soleDirector);
  const opened = await partner({
    body: ({ script }) => `${script}<h1>Partner</h1><eh-wizard lang="nl"></eh-wizard>`, secrets,
  });
  const { visit, intake } = opened;
  const wizard = await opened.wizard();
  await wizard.walk(journey, { visit: visit.look });
  await wizard.send(visit);
  await wizard.reference();
  await visit.look();
  const heard = visit.canary.seen.filter(([, text]) => text.startsWith("message: ")).length;
  assert.ok(heard > 10, `${heard} messages`);
  visit.canary.assertNothing({ log: intake.log.join("\n") });
  visit.clean();
  assertContains((await intake.stored())[0].application, secrets);
});
