// The npm package and the server folder as partners use them: installed by npm, type-checked, built by Vite, run in Chromium.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, extname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { closeBrowser, open } from "../e2e/browser.mjs";
import { startIntake } from "../e2e/server.mjs";

const root = resolve(import.meta.dirname, "../..");
const dist = join(root, "dist");
const run = promisify(execFile);
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };

/** The pages of docs/frameworks. */
const FRAMEWORKS = ["react", "vue", "angular", "svelte"];
/** How each page makes markup where the policy requires Trusted Types. */
const POLICIES = { vue: "vue", angular: "angular#unsafe-jit", svelte: "svelte-trusted-html" };

let site;
let server;
let origin;
let supplier = "";

before(async () => {
  await run("node", ["tools/package.mjs"], { cwd: root });
  // Inside this folder, so that its node_modules are found. The package itself is installed by npm.
  await mkdir(join(import.meta.dirname, "built"), { recursive: true });
  site = await mkdtemp(join(import.meta.dirname, "built/site-"));
  await cp(join(import.meta.dirname, "site"), site, { recursive: true });
  for (const name of FRAMEWORKS) await cp(join(root, "docs/frameworks", name), join(site, name), { recursive: true });
  const { stdout } = await run("npm", ["pack", "--silent", "--pack-destination", site], { cwd: join(dist, "npm") });
  await run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--offline", "--no-package-lock", "--prefix", site, join(site, stdout.trim())], { cwd: site });
}, { timeout: 300_000 });

after(async () => {
  server?.close();
  server?.closeAllConnections();
  await rm(site, { recursive: true, force: true });
  await closeBrowser();
});

// The policy of a page; with the wizard in a frame it needs little. Here Angular compiles its template in the browser, which needs eval. Pages that the Angular CLI
// compiles ahead of time need neither 'unsafe-eval' nor a Trusted Types policy.
const policy = (name) => {
  if (name === "framed") return `default-src 'none'; script-src 'self' ${supplier}; frame-src ${supplier}; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'`;
  const evaluate = name === "angular" ? " 'unsafe-eval'" : "";
  return `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'${evaluate}; connect-src 'self'; img-src 'self' blob: data:; require-trusted-types-for 'script'; trusted-types ${POLICIES[name] ?? "'none'"}`;
};

const tool = (name) => join(import.meta.dirname, "node_modules/.bin", name);

test("the package has exactly these files", async () => {
  const folder = join(site, "node_modules/eherkenning-wizard");
  const files = (await readdir(folder)).sort();
  assert.deepEqual(files, [
    "LICENSE", "README.md", "catalogue.json", "custom-elements.json", "eh-wizard.d.ts", "eh-wizard.js", "offer.json", "package.json",
    "pdf.wasm", "pure.d.ts", "pure.js", "react.d.ts", "split_wizard.wasm", "widget_bg.wasm", "words-en.txt",
    "words-licence.txt", "words-nl.txt",
  ]);
  const { version, dependencies } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  assert.match(await readFile(join(root, "Cargo.toml"), "utf8"), new RegExp(`^version = "${version}"`, "m"));
  assert.equal(dependencies, undefined);
});

test("the manifest lists exactly the attributes and events of the widget", async () => {
  const { modules: [{ declarations: [element] }] } = JSON.parse(await readFile(join(root, "package/custom-elements.json"), "utf8"));
  const source = async (path) => readFile(join(root, path), "utf8");
  const [config, events, loader] = await Promise.all(["src/web/element/config.rs", "src/web/element/events.rs", "public/eh-wizard.js"].map(source));
  const read = [config, loader].flatMap((text) => [...text.matchAll(/(?:get_attribute|own|address|getAttribute)\("([a-z-]+)"/g)]).map(([, name]) => name);
  // `parent` is internal: frame.html sets it to the origin of the page around it.
  const attributes = [...new Set(read)].filter((name) => name !== "parent").sort();
  assert.deepEqual(element.attributes.map(({ name }) => name).sort(), attributes);
  const protocol = JSON.parse(await source("public/frame-protocol.json"));
  assert.deepEqual(protocol.attributes.filter((name) => !attributes.includes(name)), []);
  for (const { name, type } of element.events) {
    assert.deepEqual(protocol.events[name], [...type.text.matchAll(/(\w+): /g)].map(([, key]) => key), name);
  }
  const names = [...events.matchAll(/"(eh-[a-z]+)"/g)].map(([, name]) => name);
  assert.deepEqual(element.events.map(({ name }) => name).sort(), [...new Set(names)].sort());
  for (const { name } of element.members) assert.match(loader, new RegExp(`^  (async |get )?${name}\\(`, "m"), name);
});

test("without a browser `define` can be imported, and rejects when called", async () => {
  const script = `const { define } = await import("eherkenning-wizard/pure"); await define().catch((error) => console.log(error.name))`;
  const { stdout } = await run("node", ["--input-type=module", "--eval", script], { cwd: site });
  assert.equal(stdout, "ReferenceError\n");
});

test("integrity.json has the digests of the files, and their compressed copies have the same content", async () => {
  const files = await readdir(join(dist, "cdn"));
  const version = files.find((name) => /^\d/.test(name));
  assert.deepEqual(files.sort(), [version, "catalogue.json", "frame.css", "frame.html", "frame.js", "offer.json"]);
  const folder = join(dist, "cdn", version);
  const digests = JSON.parse(await readFile(join(folder, "integrity.json"), "utf8"));
  const words = ["words-en.txt", "words-licence.txt", "words-nl.txt"];
  assert.deepEqual(Object.keys(digests).sort(), ["eh-wizard.js", "pdf.wasm", "split_wizard.wasm", "widget_bg.wasm", ...words]);
  for (const [file, digest] of Object.entries(digests)) {
    const bytes = await readFile(join(folder, file));
    assert.equal(digest, `sha384-${createHash("sha384").update(bytes).digest("base64")}`, file);
    assert.ok(bytes.equals(brotliDecompressSync(await readFile(join(folder, `${file}.br`)))), file);
    assert.ok(bytes.equals(gunzipSync(await readFile(join(folder, `${file}.gz`)))), file);
  }
});

test("pages in plain TypeScript, React, Vue, Angular and Svelte pass tsc --strict", async () => {
  for (const folder of ["", ...FRAMEWORKS]) await run(tool("tsc"), ["--project", join(site, folder)]);
});

test("Vite builds the pages of docs/frameworks and of plain TypeScript, and the wizard runs on each", async (t) => {
  await run(tool("vite"), ["build", "--logLevel", "warn"], { cwd: site });
  for (const name of FRAMEWORKS) {
    const output = ["--base", `/${name}/`, "--outDir", join(site, "dist", name)];
    await run("npm", ["run", "build", "--silent", "--", "--logLevel", "warn", ...output], { cwd: join(site, name), env: { ...process.env, PATH: `${tool("")}:${process.env.PATH}` } });
  }
  const files = join(site, "dist");
  for (const name of ["", ...FRAMEWORKS]) {
    const modules = (await readdir(join(files, name, "assets"))).filter((file) => file.endsWith(".wasm"));
    assert.deepEqual(modules.map((file) => file.replace(/-[\w-]{8}\.wasm$/, "")).sort(), ["pdf", "split_wizard", "widget_bg"], name);
  }
  server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const file = /^\/(offer|catalogue)\.json$/.test(pathname) ? join(dist, pathname) : join(files, pathname.replace(/\/$/, "/index.html"));
    if (!(await stat(file).catch(() => undefined))?.isFile()) return response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-security-policy": policy(basename(pathname, ".html")),
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${server.address().port}`;
  await t.test("plain", async () => {
    const visit = await open(origin, { path: "/plain.html" });
    await toFirstQuestion(visit);
    assert.match(await visit.page.title(), /^1\/5 ./);
    visit.clean();
    await visit.context.close();
  });
  for (const name of FRAMEWORKS) {
    await t.test(name, async () => {
      const visit = await open(origin, { path: `/${name}/`, lang: "en" });
      const { page } = visit;
      const output = page.locator("output");
      await toFirstQuestion(visit);
      const english = await output.textContent();
      assert.match(english, /^1\/5 ./);
      assert.equal(await page.locator("eh-wizard").getAttribute("level"), "EH3");
      await page.getByRole("button", { name: "Nederlands" }).first().click();
      await output.filter({ hasNotText: english }).waitFor();
      assert.match(await output.textContent(), /^1\/5 ./);
      await page.locator("eh-wizard").evaluate((wizard, detail) => {
        wizard.dispatchEvent(new CustomEvent("eh-submitted", { bubbles: true, composed: true, detail }));
      }, { reference: "EH-7K2M-9XQ4", level: "EH3" });
      await output.filter({ hasText: "Sent: EH-7K2M-9XQ4" }).waitFor();
      visit.clean();
      await visit.context.close();
    });
  }
});

/** Leaves the welcome screen. The next one is in the second module, which loads from where Vite put it. */
async function toFirstQuestion({ page }) {
  await page.locator("[data-screen=welcome]").waitFor();
  await page.locator("[data-action=next]").click();
  await page.locator("[data-screen=organisation-kind]").waitFor();
}

test("`define({ from })` loads the script from the supplier, whose frame shows the wizard", async (t) => {
  const intake = await startIntake({ terms: { frame_parents: [origin] } });
  t.after(() => intake.stop());
  const [, version] = (await readFile(join(root, "Cargo.toml"), "utf8")).match(/^version = "(.*)"/m);
  supplier = intake.origin;
  const { page, ...visit } = await open(origin, { path: "/framed.html", query: `&from=${intake.origin}/${version}/eh-wizard.js` });
  await page.frameLocator("eh-wizard iframe").locator("[data-screen=welcome]").waitFor();
  visit.clean();
});
