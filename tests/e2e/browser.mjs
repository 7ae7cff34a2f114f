// One Chromium, with a new context for each test and a log of everything that must not happen.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { watchFor } from "./canary.mjs";
import { isOwnFile } from "./server.mjs";

/** How every Chromium is started. */
export const options = {
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
};

let chrome;
const browser = () => (chrome ??= chromium.launch(options));
const visits = [];

/** A page with nothing in it, for tools; it is not watched. */
export const emptyPage = async () => (await browser()).newPage({ viewport: { width: 1000, height: 900 } });

/**
 * Closes the browser. Fails if something went wrong in a page that its test neither asserted nor declared: an
 * exception, an unhandled rejection, an error on the console, a violation of the policy.
 */
export async function closeBrowser() {
  await (await chrome)?.close();
  chrome = undefined;
  for (const visit of visits.splice(0)) visit.clean();
}

/** Runs in the page before its own scripts. */
function watch() {
  window.happened = { steps: [], saved: 0, errors: [], issues: [], submitted: [] };
  document.addEventListener("securitypolicyviolation", (event) => {
    console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
  });
  // Node is told here when a look-up was asked for.
  document.addEventListener("click", (event) => {
    if (event.composedPath()[0].closest?.("[data-action=look-up]")) console.debug("look-up");
  }, { capture: true });
  const note = (name, list) => document.addEventListener(name, ({ detail }) => window.happened[list].push(detail));
  note("eh-step", "steps");
  note("eh-error", "errors");
  note("eh-issues", "issues");
  note("eh-submitted", "submitted");
  document.addEventListener("eh-saved", () => { window.happened.saved += 1; });

  // A sentence that was shown without its values.
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function attach(init) {
    const root = attachShadow.call(this, init);
    const raw = (text) => text?.match(/\{\w+\}/) && console.error(`Shown with a placeholder: ${text}`);
    new MutationObserver((changes) => {
      for (const { target, addedNodes, type } of changes) {
        if (type === "characterData") raw(target.data);
        for (const node of addedNodes) if (!node.matches?.("style")) raw(node.textContent);
      }
    }).observe(root, { subtree: true, childList: true, characterData: true });
    return root;
  };
}

/**
 * Opens the wizard. `finish` closes it and asserts that nothing forbidden happened: only GETs of the wizard's own files
 * before sending, and of an organisation once the applicant asked for it, one origin ever, no violation of the policy, no error. A test declares expected faults in any of its
 * pages with `allow`. With `secrets` nothing may be found where it must not be (canary.mjs); `look` searches what is stored.
 */
export async function open(origin, { lang = "nl", query = "", path = "/", width = 1000, height = 900, script, mode, before, secrets, ...more } = {}) {
  const [opened] = new Error().stack.split("\n").filter((line) => line.includes(".test.mjs")).map((line) => line.trim());
  const context = await (await browser()).newContext({ viewport: { width, height }, locale: lang, timezoneId: "Europe/Amsterdam", ...more });
  context.setDefaultTimeout(30_000);
  const log = { requests: [], errors: [], allowed: [], sendsFrom: Infinity, asksFrom: Infinity };
  // In every page of the context, and in the frames of each.
  context.on("console", (message) => message.type() === "error" && log.errors.push(message.text()));
  context.on("console", (message) => {
    if (message.type() === "debug" && message.text() === "look-up") log.asksFrom = Math.min(log.asksFrom, log.requests.length);
  });
  context.on("weberror", (problem) => log.errors.push(String(problem.error())));
  const canary = secrets && await watchFor(context, secrets);
  const page = await context.newPage();
  page.on("request", (request) => log.requests.push({ method: request.method(), url: request.url() }));
  page.on("dialog", (dialog) => dialog.accept());
  await page.addInitScript(watch);
  if (script) await page.addInitScript(script);
  await before?.(page);
  await page.goto(`${origin}${path}?lang=${lang}${query}`);

  const visit = {
    page,
    context,
    log,
    canary,
    look: () => canary?.look(),
    /** From here on the application may be posted. */
    sends() {
      log.sendsFrom = Math.min(log.sendsFrom, log.requests.length);
    },
    happened: () => page.evaluate(() => window.happened),
    /** Declares expected faults. */
    allow: (...patterns) => log.allowed.push(...patterns),
    /** Asserts that nothing went wrong so far, except what is allowed. */
    clean(...patterns) {
      visit.allow(...patterns);
      const errors = log.errors.filter((text) => !log.allowed.some((pattern) => pattern.test(text)));
      const some = [...new Set(errors.map((text) => text.slice(0, 300)))].slice(0, 3).join("\n");
      assert.equal(errors.length, 0, `${errors.length} errors, such as\n${some}\nopened ${opened}`);
    },
    /** `unfollowed`: where a redirect pointed; Chromium reports such a request although it is never sent. */
    async finish({ allow = [], unfollowed, intake } = {}) {
      await canary?.look();
      await context.close();
      visits.splice(visits.indexOf(visit), 1);
      for (const [index, { method, url }] of log.requests.entries()) {
        const { origin: from, pathname, protocol } = new URL(url);
        if (from === unfollowed) continue;
        assert.equal(from, origin, `${method} ${url}`);
        if (protocol === "blob:") continue;
        const isOwn = method === "GET" && isOwnFile(decodeURIComponent(pathname));
        const isSending = method === "POST" && pathname === "/applications" && index >= log.sendsFrom;
        const isLookUp = method === "GET" && /^\/lookup\/\d{8}$/.test(pathname) && index >= log.asksFrom;
        const isAsking = method === "GET" && /^\/applications\/[0-9a-f-]{36}$/.test(pathname) && index >= log.sendsFrom;
        assert.ok(isOwn || isSending || isAsking || isLookUp, `${method} ${url}${isSending ? "" : " before sending"}`);
      }
      visit.clean(...allow);
      canary?.assertNothing({ log: intake?.log.join("\n") ?? "" });
    },
  };
  visits.push(visit);
  return visit;
}

/** What Chromium itself logs when a server responds with an error. */
export const ANSWERED = /Failed to load resource: the server responded with a status of/;
/** What it logs when there is no response. */
export const UNANSWERED = /Failed to load resource: net::ERR_/;
