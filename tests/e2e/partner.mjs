// A partner's page in an origin of its own that embeds the wizard, and an intake whose offer lists that origin.
import { readFile } from "node:fs/promises";
import http from "node:http";
import { after } from "node:test";
import { closeBrowser, open } from "./browser.mjs";
import { startIntake } from "./server.mjs";
import { Wizard } from "./wizard.mjs";

export const [, VERSION] = (await readFile(new URL("../../Cargo.toml", import.meta.url), "utf8")).match(/^version = "(.*)"/m);

/** The policy for a page in a document, with the addresses of an intake instead of its examples. */
export async function policyOf(document, heading, origin) {
  const text = await readFile(new URL(`../../docs/${document}`, import.meta.url), "utf8");
  const [, asked] = text.match(new RegExp(`## ${heading}\\s+\`\`\`\\n([^\`]+)\`\`\``));
  return asked.replaceAll(/https:\/\/(cdn|intake)\.example/g, origin).replaceAll(/\s+/g, " ").trim();
}

/** Call at the top of a file. `named`: whether the offer lists the origin of the partner. */
export function partners() {
  const ends = [];
  after(async () => {
    for (const end of ends) await end();
    await closeBrowser();
  });
  /**
   * A page of `body({ script, origin })` under `policy(origin)`, opened. Requests matching `held` wait for `release()`.
   * `host` and `wizardHost` are the names of the two servers. With `localhost` the page is on another site than the
   * wizard, and Chromium runs the two in separate processes; with two names below it, both may save things by themselves.
   */
  return async ({ body, policy = () => undefined, named = true, terms = {}, headers = {}, held, before, host = "127.0.0.1", wizardHost, ...options }) => {
    let html = "";
    let own = {};
    const server = http.createServer((request, response) => response.writeHead(200, { "content-type": "text/html", ...own }).end(html));
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    const origin = `http://${host}:${server.address().port}`;
    const intake = await startIntake({ terms: { frame_parents: named ? [origin] : [], ...terms }, host: wizardHost });
    ends.push(async () => {
      server.close();
      server.closeAllConnections();
      await intake.stop();
    });
    const script = `<script type="module" src="${intake.origin}/${VERSION}/eh-wizard.js" crossorigin></script>`;
    html = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Partner</title></head><body>${body({ script, origin: intake.origin })}</body></html>`;
    const asked = await policy(intake.origin);
    own = { ...headers, ...(asked && { "content-security-policy": asked }) };
    const warnings = [];
    let release;
    const released = new Promise((done) => { release = done; });
    const prepare = async (page) => {
      await before?.(page);
      page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
      if (held) await page.route(held, (route) => released.then(() => route.continue()));
    };
    const visit = await open(origin, { before: prepare, ...options });
    const element = visit.page.locator("eh-wizard").first();
    /** The page in the frame, once it shows the wizard. */
    const inside = async (page = visit.page) => {
      const handle = await page.locator("eh-wizard").first().locator("iframe").elementHandle();
      const frame = await handle.contentFrame();
      await frame.locator("[data-screen]").waitFor();
      const { keyboard, mouse, viewportSize } = page;
      return Object.assign(Object.create(frame), { keyboard, mouse, viewportSize: () => viewportSize.call(page) });
    };
    return { visit, intake, origin, element, warnings, inside, release, wizard: async (page) => new Wizard(await inside(page), options) };
  };
}
