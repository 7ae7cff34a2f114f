// Filling in the wizard in any engine, and what must be true of every application that was sent.
import assert from "node:assert/strict";
import { open } from "../e2e/browser.mjs";
import { assertContains, unique } from "../e2e/canary.mjs";
import { mouse } from "../e2e/hands.mjs";
import { startProxy } from "../e2e/proxy.mjs";
import { Wizard } from "../e2e/wizard.mjs";
import { Page } from "./page.mjs";

/** When it is touched, the window is as narrow as the engine allows, like that of a phone. */
const DESK = { width: 1000, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Runs in the page before the wizard: records all its events, all faults and the number of touches, across reloads. */
function watch() {
  const { events, faults } = JSON.parse(sessionStorage.getItem("watched") ?? '{"events":[],"faults":[]}');
  window.happened = { events, faults, saved: 0, touches: 0 };
  const note = (list, what) => {
    list.push(what);
    sessionStorage.setItem("watched", JSON.stringify({ events, faults }));
  };
  for (const name of ["eh-ready", "eh-step", "eh-issues", "eh-saved", "eh-submitted", "eh-error"]) {
    document.addEventListener(name, ({ detail }) => note(events, { name, detail }));
  }
  document.addEventListener("eh-saved", () => { window.happened.saved += 1; });
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber, sample }) => {
    note(faults, `CSP: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`);
  });
  addEventListener("error", ({ message, target }) => note(faults, `error: ${message ?? target.outerHTML}`), true);
  addEventListener("unhandledrejection", ({ reason }) => note(faults, `rejection: ${reason}`));
  addEventListener("touchstart", () => { window.happened.touches += 1; }, true);
  const own = console.error;
  console.error = (...words) => {
    note(faults, `console: ${words.join(" ")}`);
    own.apply(console, words);
  };
}

/** The origin of the wizard, as intake serves it, except that its page begins with `watch`. */
async function watched(intake) {
  const proxy = await startProxy(intake.origin);
  const served = await fetch(intake.origin);
  const page = (await served.text()).replace("<head>", '<head><script src="/watch.js"></script>');
  const policy = served.headers.get("content-security-policy");
  assert.ok(policy.includes("trusted-types 'none'"), policy);
  proxy.files.set("/watch.js", (request, _, response) => response.writeHead(200, { "content-type": "text/javascript" }).end(`(${watch})();`));
  proxy.files.set("/", (request, _, response) =>
    response.writeHead(200, { "content-type": "text/html", "content-security-policy": policy }).end(page));
  return proxy;
}

/** Opens the wizard in an engine behind a driver. */
async function enterDriven(t, { intake, engine }, { lang, mode, query = "" }) {
  // A new origin, in which nothing is saved yet.
  const proxy = await watched(intake);
  t.after(proxy.stop);
  await engine.resize(mode === "touch" ? PHONE : DESK);
  const page = await Page.open(engine, `${proxy.origin}/?lang=${lang}${query}`);
  t.after(() => page.close());
  const wizard = new Wizard(page, { mode });
  // A driver cannot operate the system's file dialog.
  wizard.hands.file = mouse(page).file;
  return {
    proxy,
    wizard,
    sends() {},
    happened: async () => {
      const { events, faults, touches } = await page.evaluate(() => window.happened);
      if (mode === "touch") assert.ok(touches > 0, "the driver touches");
      const details = (wanted) => events.filter(({ name }) => name === wanted).map(({ detail }) => detail);
      return { faults, events, steps: details("eh-step"), submitted: details("eh-submitted"), errors: details("eh-error") };
    },
    finish: async () => {},
  };
}

/** Opens the wizard in Chromium, whose own log of faults, requests and leaks is also checked at the end. */
async function enterChromium(t, { intake }, { lang, mode, secrets, query }) {
  const proxy = await startProxy(intake.origin);
  t.after(proxy.stop);
  const size = mode === "touch" ? { ...PHONE, hasTouch: true, isMobile: true } : DESK;
  const visit = await open(proxy.origin, { lang, secrets, query, ...size });
  return {
    proxy,
    wizard: new Wizard(visit.page, { mode }),
    sends: visit.sends,
    happened: async () => {
      const { steps, issues, submitted, errors } = await visit.happened();
      const events = [...steps, ...issues, ...submitted, ...errors];
      return { faults: visit.log.errors, events, steps, submitted, errors };
    },
    finish: () => visit.finish({ intake }),
  };
}

/** Opens the wizard: in an engine behind a driver, or in Chromium if there is none. */
export const enter = (t, here, options) => (here.engine ? enterDriven : enterChromium)(t, here, options);

/** Asserts that nothing went wrong in the page; returns what happened. */
export async function assertCalm({ happened }) {
  const found = await happened();
  assert.deepEqual(found.faults, []);
  assert.deepEqual(found.errors, []);
  assert.ok(found.steps.length > 0);
  return found;
}

/**
 * Walks a route to its end and sends; returns what was sent and what intake stored. `prepare` is called with the wizard
 * before, `visit` on every screen.
 */
export async function apply(t, here, { journey: usual, lang, level, documents }, mode, { prepare, visit } = {}) {
  const { journey, secrets } = unique(usual);
  const entered = await enter(t, here, { lang, mode, secrets });
  const { proxy, wizard } = entered;
  prepare?.(wizard);
  await wizard.walk(journey, { visit: (screen, when) => visit?.(wizard, screen, when) });
  assert.equal(proxy.posts.length, 0, "nothing leaves before it is sent");
  entered.sends();
  await wizard.press("send");
  const reference = await wizard.reference();
  const { events, submitted } = await assertCalm(entered);
  await entered.finish();

  assert.deepEqual(submitted, [{ reference, level }]);
  assert.equal(proxy.posts.length, 1);
  const [post] = proxy.posts;
  const found = (await here.intake.stored()).filter(({ id }) => id === post.key);
  assert.deepEqual(found.map(({ receipt, issues }) => [receipt.reference, issues]), [[reference, []]]);
  const [{ application, documents: files }] = found;
  assert.equal(application.language, lang);
  assert.equal(application.purpose.level, level);
  assert.equal(application.documents.length, documents);
  assert.equal(files.length, documents);
  assertContains(application, secrets);
  for (const form of secrets.flat()) assert.ok(!JSON.stringify(events).includes(form), `${form} is in an event`);
  return { application, post };
}

/** Walks a route that ends with an error on its last screen. */
export async function applyInVain(t, here, { journey, lang, issue }, mode) {
  const entered = await enter(t, here, { lang, mode });
  const { proxy, wizard } = entered;
  await wizard.walk(journey);
  await wizard.press("next");
  await wizard.shows(issue);
  assert.equal(await wizard.screen, journey.at(-1).screen);
  await assertCalm(entered);
  await entered.finish();
  assert.equal(proxy.posts.length, 0);
}
