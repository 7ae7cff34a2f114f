// Run by trunk after cargo (Trunk.toml): makes dist/ of what the two have built.
//
// Splits the widget into two modules at `embed::opening`, has wasm-bindgen write the glue between them and JavaScript,
// optimises both for size, bundles the loader and the glue into one script, and writes the version into the pages.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";

const dist = process.env.TRUNK_STAGING_DIR ?? "dist";
const [, version] = readFileSync("Cargo.toml", "utf8").match(/^version = "(.*)"/m);
const folder = join(dist, version);
const work = mkdtempSync(join(tmpdir(), "widget-"));

const MODULES = ["widget_bg.wasm", "split_wizard.wasm"];
/** What rustc uses of WebAssembly. wasm-opt has to be told: wasm-split drops the section that says so. */
const FEATURES = [
  "bulk-memory",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
];
/** Files of public/ that are parts of the scripts; they are not served by themselves. */
const PARTS = [
  "eh-wizard.js",
  "fetch-module.js",
  "follow-wizard.js",
  "frame-protocol.json",
  "framed.js",
  "loader.d.ts",
  "options.js",
  "shell.css",
  "widget.d.ts",
  "words.json",
];
/** Pages, and how often each names the version. */
const PAGES = { "index.html": 2, "frame.html": 2, "playground.html": 1 };

const run = (program, ...args) => execFileSync(program, args, { stdio: "inherit" });

function edit(file, change) {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

/** The text with another in the place of a part, which must occur exactly so many times. */
function replaced(text, part, other, times = 1) {
  const pieces = text.split(part);
  const found = pieces.length - 1;
  if (found !== times) throw new Error(`"${part}" occurs ${found} times, not ${times}`);
  return pieces.join(other);
}

/** Leaves the two modules, the glue and the script that links the modules in the working folder. */
function splitAndBind() {
  const built = join(process.env.TARGET, "wasm32-unknown-unknown/release/widget.wasm");
  run("wasm-split-cli", built, work, "--out-name", "widget", "--target", "web");
  const names = ["--out-dir", work, "--out-name", "widget"];
  run("wasm-bindgen", "--target", "web", "--keep-lld-exports", ...names, join(work, "widget.wasm"));
}

function optimise(module) {
  const features = FEATURES.map((feature) => `--enable-${feature}`);
  const strip = ["--strip-debug", "--strip-producers", "--strip-target-features"];
  const files = [join(work, module), "-o", join(folder, module)];
  run("wasm-opt", ...features, "-Oz", "-Oz", ...strip, ...files);
}

/** What all scripts and style sheets are made with. */
function bundle(options) {
  buildSync({
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
    ...options,
  });
}

function bundleLoader() {
  cpSync("public", work, { recursive: true });
  buildSync({
    entryPoints: [join(work, "shell.css")],
    minify: true,
    allowOverwrite: true,
    outdir: work,
  });
  const sums = MODULES.map((module) => {
    const bytes = readFileSync(join(folder, module));
    return `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
  });
  bundle({
    entryPoints: [join(work, "eh-wizard.js")],
    outdir: folder,
    loader: { ".css": "text" },
    define: { MODULE_SUMS: JSON.stringify(sums.join(" ")) },
    inject: [join(work, "fetch-module.js")],
  });
}

/** The scripts and style sheets of the pages around the wizard. */
function bundlePages() {
  const files = ["page.js", "page.css", "frame.js", "frame.css", "playground.js", "playground.css"];
  bundle({ entryPoints: files.map((file) => join("public", file)), outdir: dist });
  for (const [page, times] of Object.entries(PAGES)) {
    edit(join(dist, page), (html) => replaced(html, "@version@", version, times));
  }
  // Without the spaces that only its readers need.
  edit(join(dist, "offer.json"), (json) => JSON.stringify(JSON.parse(json)));
}

mkdirSync(folder);
splitAndBind();
MODULES.forEach(optimise);
bundleLoader();
bundlePages();
cpSync("package/custom-elements.json", join(folder, "custom-elements.json"));
for (const file of PARTS) rmSync(join(dist, file));
rmSync(join(dist, "@version@"), { recursive: true });
rmSync(work, { recursive: true });
