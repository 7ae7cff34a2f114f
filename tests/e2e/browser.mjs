// One Chromium; a fresh context for each test, with a log of all that must not happen.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { isOwnFile } from "./server.mjs";

const options = {
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
};

let chrome;
const browser = () => (chrome ??= chromium.launch(options));

export async function closeBrowser() {
  await (await chrome)?.close();
  chrome = undefined;
}

/** Runs in the page before its own scripts. */
function watch() {
  window.happened = { steps: [], saved: 0, errors: [], issues: [], submitted: [] };
  document.addEventListener("securitypolicyviolation", (event) => {
    console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
  });
  const note = (name, list) => document.addEventListener(name, ({ detail }) => window.happened[list].push(detail));
  note("eh-step", "steps");
  note("eh-error", "errors");
  note("eh-issues", "issues");
  note("eh-submitted", "submitted");
  document.addEventListener("eh-saved", () => { window.happened.saved += 1; });
}

/**
 * Opens the wizard. `finish` closes it and asserts that nothing happened that must not:
 * only GETs of the wizard's own files before sending, one origin ever, no violation of the policy, no error.
 */
export async function open(origin, { lang = "nl", query = "", path = "/", width = 1000, height = 900, script, mode, before, ...more } = {}) {
  const context = await (await browser()).newContext({ viewport: { width, height }, locale: lang, timezoneId: "Europe/Amsterdam", ...more });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const log = { requests: [], errors: [], sendsFrom: Infinity };
  page.on("request", (request) => log.requests.push({ method: request.method(), url: request.url() }));
  page.on("console", (message) => message.type() === "error" && log.errors.push(message.text()));
  page.on("pageerror", (error) => log.errors.push(String(error)));
  page.on("dialog", (dialog) => dialog.accept());
  await page.addInitScript(watch);
  if (script) await page.addInitScript(script);
  await before?.(page);
  await page.goto(`${origin}${path}?lang=${lang}${query}`);

  const visit = {
    page,
    context,
    log,
    /** From here on the application may be posted. */
    sends() {
      log.sendsFrom = Math.min(log.sendsFrom, log.requests.length);
    },
    happened: () => page.evaluate(() => window.happened),
    /** `unfollowed`: where a redirect pointed; Chromium names such a request although it never leaves. */
    async finish({ allow = [], unfollowed } = {}) {
      await context.close();
      for (const [index, { method, url }] of log.requests.entries()) {
        const { origin: from, pathname, protocol } = new URL(url);
        if (from === unfollowed) continue;
        assert.equal(from, origin, `${method} ${url}`);
        if (protocol === "blob:") continue;
        const isOwn = method === "GET" && isOwnFile(decodeURIComponent(pathname));
        const isSending = method === "POST" && pathname === "/applications" && index >= log.sendsFrom;
        assert.ok(isOwn || isSending, `${method} ${url}${isSending ? "" : " before sending"}`);
      }
      const errors = log.errors.filter((text) => !allow.some((pattern) => pattern.test(text)));
      const different = new Set(errors.map((text) => text.slice(0, 300)));
      const some = [...different].slice(0, 3).join("\n");
      assert.equal(errors.length, 0, `${errors.length} errors on the console, such as\n${some}`);
    },
  };
  return visit;
}

/** What Chromium itself writes when a server answers with an error. */
export const ANSWERED = /Failed to load resource: the server responded with a status of/;
/** What it writes when there is no answer. */
export const UNANSWERED = /Failed to load resource: net::ERR_/;
