// Measures other form engines: node tests/bench-engines/run.mjs
//
// Each shows the same small form (engines/form.js), bundled and minified by esbuild, with the style sheet that it needs. The
// wizard is measured beside them as it is. Sizes are those of brotli 11; times are medians in Chromium, on a slow phone.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { build } from "esbuild";
import { brotli } from "../../tools/brotli.mjs";
import { closeBrowser, open } from "../e2e/browser.mjs";
import { dist, startIntake } from "../e2e/server.mjs";
import { slowPhone } from "../e2e/slow-phone.mjs";

const ENGINES = [
  ["SurveyJS", "surveyjs.js", ["survey-core", "survey-js-ui"]],
  ["Form.io", "formio.js", ["@formio/js"]],
  ["JSON Forms, vanilla renderers", "json-forms.jsx", ["@jsonforms/core", "react"]],
  ["react-jsonschema-form", "rjsf.jsx", ["@rjsf/core", "@rjsf/validator-ajv8", "react"]],
  ["React Hook Form and zod", "hook-form.jsx", ["react-hook-form", "zod", "react"]],
];
const RUNS = 5;
const folder = import.meta.dirname;
const output = join(process.env.TARGET ?? "target", "bench-engines");
const { packages } = JSON.parse(await readFile(join(folder, "package-lock.json"), "utf8"));

const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;
const seconds = (list) => `${(list.sort((a, b) => a - b)[list.length >> 1] / 1000).toFixed(1)} s`;
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);

/** Bundles an engine; its files by the path that a page asks for. */
async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(folder, "engines", entry)],
    outdir: "/",
    entryNames: "form",
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    write: false,
    legalComments: "none",
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".woff": "empty", ".woff2": "empty", ".ttf": "empty", ".eot": "empty", ".svg": "empty" },
  });
  const style = outputFiles.some(({ path }) => path === "/form.css") ? '<link rel="stylesheet" href="form.css">' : "";
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Form</title>${style}
<script type="module" src="form.js"></script></head><body><div id="form"></div></body></html>`;
  const files = new Map([["/", Buffer.from(html)]]);
  for (const { path, contents } of outputFiles) files.set(path, Buffer.from(contents));
  return files;
}

const ICON = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const TYPES = { css: "text/css", js: "text/javascript" };

/** Serves the files as brotli. */
async function serve(files) {
  const packed = new Map([...files].map(([path, bytes]) => [path, brotli(path, bytes)]));
  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const bytes = packed.get(pathname);
    // The page from which the measured one is opened.
    if (!bytes) return response.writeHead(200, { "content-type": "image/svg+xml" }).end(ICON);
    response.writeHead(200, { "content-type": TYPES[pathname.split(".")[1]] ?? "text/html", "content-encoding": "br" }).end(bytes);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const close = () => (server.close(), server.closeAllConnections());
  return { origin: `http://127.0.0.1:${server.address().port}`, packed, close };
}

/** Milliseconds from a cold start until each of these can be used, in turn; `act` follows each but the last. */
async function timed(origin, path, selectors, act) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) {
    const visit = await open(origin, { path: "/icon.svg" });
    visit.allow(/./);
    await slowPhone(visit);
    await visit.page.goto(`${origin}${path}`, { waitUntil: "commit" });
    const times = [];
    for (const [at, selector] of selectors.entries()) {
      if (at > 0) await act(visit.page);
      await visit.page.locator(selector).first().waitFor({ timeout: 120_000 });
      times.push(await visit.page.evaluate(() => performance.now()));
    }
    runs.push(times);
    await visit.context.close();
  }
  return selectors.map((_, at) => seconds(runs.map((times) => times[at])));
}

/** Whether a form is not sent while nothing is filled in: otherwise its rules would not be measured. */
async function refuses(origin) {
  const visit = await open(origin);
  visit.allow(/./);
  const { page } = visit;
  await page.locator("#form input").first().waitFor();
  await page.locator("button, input[type=button]").filter({ visible: true }).last().click();
  // Long enough for any of them to send it.
  await page.waitForTimeout(500);
  const isRefused = (await page.title()) === "Form";
  await visit.context.close();
  return isRefused;
}

const size = (packed, pattern) => [...packed].filter(([path]) => pattern.test(path)).reduce((sum, [, bytes]) => sum + bytes.length, 0);

await mkdir(output, { recursive: true });
row("", "version", "script", "style sheet", "form can be used");
row("---", "---", "---", "---", "---");
try {
  for (const [name, entry, parts] of ENGINES) {
    const files = await bundle(entry);
    for (const [path, bytes] of files) if (path !== "/") await writeFile(join(output, `${entry}${path.replace("/form", "")}`), bytes);
    const site = await serve(files);
    const versions = parts.map((part) => `${part} ${packages[`node_modules/${part}`].version}`).join(", ");
    const [usable] = await timed(site.origin, "/", ["#form input"]);
    row(name, versions, kib(size(site.packed, /\.js$/)), kib(size(site.packed, /\.css$/)), usable);
    if (!(await refuses(site.origin))) throw new Error(`${name} sends an empty form`);
    site.close();
  }
  const intake = await startIntake();
  const [, version] = (await readFile("Cargo.toml", "utf8")).match(/^version = "(.*)"/m);
  const packed = async (...names) => {
    const lists = await Promise.all(names.map((name) => readFile(join(dist, name))));
    return lists.reduce((sum, bytes, at) => sum + brotli(names[at], bytes).length, 0);
  };
  const first = await packed(`${version}/eh-wizard.js`, `${version}/widget_bg.wasm`);
  const second = await packed(`${version}/split_wizard.wasm`);
  const screens = ["[data-screen=welcome] [data-action=next]", "[data-screen=organisation-kind]"];
  const [welcome, question] = await timed(intake.origin, "/?lang=nl", screens, (page) => page.locator("[data-action=next]").click());
  row("this wizard, welcome screen", version, kib(first), "in the script", welcome);
  row("this wizard, first question", version, kib(first + second), "in the script", question);
  await intake.stop();
} finally {
  await closeBrowser();
}
