// Run by trunk after cargo (Trunk.toml): makes dist/ from what they have built.
//
// Splits the widget into two modules at `element::split`, generates the glue between them and JavaScript with
// wasm-bindgen, optimises both for size, bundles the loader and the glue into one script, and writes the version into
// the pages.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { buildSync } from "esbuild";
import { EPILOGUE, PROLOGUE } from "./module-only.mjs";

const dist = process.env.TRUNK_STAGING_DIR ?? "dist";
const [, version] = readFileSync("Cargo.toml", "utf8").match(/^version = "(.*)"/m);
const folder = join(dist, version);

/** Built before by tools/pdf. */
const PDF = "pdf.wasm";
const FIRST = "widget_bg.wasm";
const SECOND = "split_wizard.wasm";
/** The names by which the first module and the glue import each other. */
const GLUE_NAME = /^(__wbg_|__wbindgen_|wasm_bindgen_)/;
/** Exports of a crate that Leptos brings along for server functions. esbuild leaves out the glue that would call them. */
const UNUSED_EXPORT = /^(__wbg_)?intounderlying(byte)?(source|sink)_/;
/** Pages, and how often each names the version. */
const PAGES = { "index.html": 2, "frame.html": 2, "playground.html": 1 };
const PAGE_PARTS = [
  "page.js",
  "page.css",
  "frame.js",
  "frame.css",
  "playground.js",
  "playground.css",
];
/** Files of public/ that end up inside the scripts and are not served. */
const SCRIPT_PARTS = [
  "eh-wizard.js",
  "fetch-module.js",
  "follow-wizard.js",
  "frame-protocol.json",
  "framed.js",
  "loader.d.ts",
  "open-pdf.js",
  "options.js",
  "shell.css",
  "widget.d.ts",
  "word-list.js",
  "words.json",
];
/** The options of esbuild for all scripts and style sheets. */
const BUNDLE = {
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
};

const run = (program, ...args) => execFileSync(program, args, { stdio: "inherit" });

function edit(file, change) {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

/** Replaces a part of a text, which must occur exactly the given number of times. */
function replaced(text, part, other, times = 1) {
  const pieces = text.split(part);
  const found = pieces.length - 1;
  if (found !== times) throw new Error(`"${part}" occurs ${found} times, not ${times}`);
  return pieces.join(other);
}

/** Leaves the two modules, the glue and the script that links the modules in the working folder. */
function splitAndBind(work) {
  const built = join(process.env.TARGET, "wasm32-unknown-unknown/release/widget.wasm");
  run("wasm-split-cli", built, work, "--out-name", "widget", "--target", "web");
  const names = ["--out-dir", work, "--out-name", "widget"];
  run("wasm-bindgen", "--target", "web", "--keep-lld-exports", ...names, join(work, "widget.wasm"));
  // esbuild would convert the namespace to an object with a loop that also sees what a page has put on
  // `Object.prototype`.
  edit(join(work, "widget.js"), (glue) => {
    const named = 'import { __wasm_split_load_wizard } from "./__wasm_split.js"';
    const object = "{ __proto__: null, __wasm_split_load_wizard }";
    const imported = replaced(glue, 'import * as import1 from "./__wasm_split.js"', named);
    return replaced(imported, '"./__wasm_split.js": import1', `"./__wasm_split.js": ${object}`);
  });
}

/**
 * Exports of the first module that nothing calls, and short names for what it and the glue call each other by: the long ones
 * weigh 7 KB.
 */
function exportsAndNames(work) {
  const module = new WebAssembly.Module(readFileSync(join(work, FIRST)));
  const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
  const unused = exported.filter((name) => UNUSED_EXPORT.test(name));
  if (unused.length === 0) throw new Error("no unused exports");
  const used = exported.filter((name) => !UNUSED_EXPORT.test(name));
  const all = [...WebAssembly.Module.imports(module).map(({ name }) => name), ...used];
  const long = all.filter((name) => GLUE_NAME.test(name));
  const names = Object.fromEntries(long.map((name, index) => [name, `i${index.toString(36)}`]));
  return { unused, names };
}

function optimise(work, module, { unused, names }) {
  const workerData = { from: join(work, module), to: join(folder, module), names, unused };
  const worker = new Worker(new URL("optimise.mjs", import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    worker.on("error", reject);
    worker.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${module}: ${code}`))));
  });
}

function integrity(file) {
  return `sha256-${createHash("sha256").update(readFileSync(file)).digest("base64")}`;
}

function bundleLoader(work, names) {
  cpSync("public", work, { recursive: true });
  const shell = join(work, "shell.css");
  buildSync({ entryPoints: [shell], outfile: shell, minify: true, allowOverwrite: true });
  const sums = [FIRST, SECOND, PDF].map((module) => integrity(join(folder, module)));
  buildSync({
    ...BUNDLE,
    entryPoints: [join(work, "eh-wizard.js")],
    outdir: folder,
    loader: { ".css": "text" },
    define: { MODULE_SUMS: JSON.stringify(sums.join(" ")) },
    inject: ["fetch-module.js", "open-pdf.js", "word-list.js"].map((file) => join(work, file)),
    mangleProps: GLUE_NAME,
    mangleCache: names,
  });
  edit(join(folder, "eh-wizard.js"), (script) => {
    if (script.includes("*/")) throw new Error("eh-wizard.js contains the end of a comment");
    return PROLOGUE + script + EPILOGUE;
  });
}

function finishPages() {
  const entryPoints = PAGE_PARTS.map((file) => join("public", file));
  buildSync({ ...BUNDLE, entryPoints, outdir: dist });
  // Trunk leaves the line in that tells it what to build.
  edit(join(dist, "index.html"), (html) => {
    const lines = html.split("\n");
    const kept = lines.filter((line) => !line.startsWith("<link data-trunk "));
    if (kept.length !== lines.length - 1) throw new Error("index.html: not one line for trunk");
    return kept.join("\n");
  });
  for (const [page, times] of Object.entries(PAGES)) {
    edit(join(dist, page), (html) => replaced(html, "@version@", version, times));
  }
  // Spaces are only for readers of the source.
  edit(join(dist, "offer.json"), (json) => JSON.stringify(JSON.parse(json)));
}

const work = mkdtempSync(join(tmpdir(), "widget-"));
try {
  mkdirSync(folder);
  cpSync(join(process.env.TARGET, "pdf", PDF), join(folder, PDF));
  splitAndBind(work);
  const { unused, names } = exportsAndNames(work);
  await Promise.all([
    optimise(work, FIRST, { unused, names }),
    optimise(work, SECOND, { unused: [], names: {} }),
  ]);
  bundleLoader(work, names);
  finishPages();
  cpSync("package/custom-elements.json", join(folder, "custom-elements.json"));
  for (const file of SCRIPT_PARTS) rmSync(join(dist, file));
  rmSync(join(dist, "@version@"), { recursive: true });
  // With the code, so that they can be read from any page on which it runs.
  for (const file of readdirSync("public/words")) {
    cpSync(join("public/words", file), join(folder, `words-${file}`));
  }
  rmSync(join(dist, "words"), { recursive: true });
} finally {
  rmSync(work, { recursive: true });
}
