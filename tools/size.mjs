// Measures dist/ as sent over the network, and fails when something is over its limit: node tools/size.mjs
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { brotli } from "./brotli.mjs";

const KIB = 1024;
const FIRST_SCREEN = 80 * KIB;
const WHOLE_WIZARD = 334 * KIB;
const LOADER = 4 * KIB;
const REQUESTS = 7;
const RULES_WASM = 400 * KIB;
const PDF_WASM = 900 * KIB;

const [, version] = readFileSync("Cargo.toml", "utf8").match(/^version = "(.*)"/m);
const script = `${version}/eh-wizard.js`;
const pdf = `${version}/pdf.wasm`;
/** What the browser requests until the welcome screen can be used. */
const requests = [
  "index.html",
  "page.css",
  "page.js",
  script,
  `${version}/widget_bg.wasm`,
  "offer.json",
];
/** Requested by the browser itself after the page has loaded: measured, but nothing waits for it. */
const icon = "icon.svg";
const first = [...requests, icon];

/** What an applicant on the supplier's page never loads, or loads only when a step needs it. */
const APART = [
  /^catalogue\.json$/,
  // For a PDF of an identity document.
  /\/pdf\.wasm$/,
  // For developers of partner pages.
  /^playground\./,
  // A list of words, for the passphrase of a file.
  /\/words-/,
  /\/custom-elements\.json$/,
  // The smaller page for frames, which replaces the supplier's own.
  /^frame\./,
  // For other programs.
  /^(schema|rules|npm|cdn|release)\//,
  /\.(yaml)$/,
];
const isApart = (file) => APART.some((pattern) => pattern.test(file));

/** Strict pages refuse these: `require-trusted-types-for 'script'`, and no `'unsafe-eval'`. */
const FORBIDDEN = ["innerHTML", "new Function", "eval("];

const faults = [];
const sizes = new Map();

function row(...cells) {
  const padded = cells.map((cell, at) => (at ? String(cell).padStart(10) : cell.padEnd(36)));
  console.log(padded.join(""));
}

function hold(what, value, bar) {
  const isOver = value > bar;
  row(what, value, `of ${bar}`, isOver ? "OVER" : "");
  if (isOver) faults.push(`${what}: ${value} is over ${bar}`);
}

const sum = (files) => files.reduce((total, file) => total + (sizes.get(file) ?? 0), 0);

/** The loader without the glue of wasm-bindgen, with which it shares a file. */
function loaderSize() {
  const { outputFiles } = buildSync({
    entryPoints: ["public/eh-wizard.js"],
    write: false,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    external: ["./widget.js"],
    loader: { ".css": "text" },
  });
  return brotli("eh-wizard.js", outputFiles[0].contents).length;
}

const files = readdirSync("dist", { recursive: true })
  .filter((file) => statSync(join("dist", file)).isFile() && !/\.(br|gz)$/.test(file))
  .sort();

row("file", "bytes", "brotli 11", "first");
for (const file of files) {
  const bytes = readFileSync(join("dist", file));
  sizes.set(file, brotli(file, bytes).length);
  const part = first.includes(file) ? "yes" : isApart(file) ? "apart" : "";
  row(file, bytes.length, sizes.get(file), part);
}

console.log();
for (const file of first) if (!sizes.has(file)) faults.push(`${file} is not in dist`);
hold("first screen, bytes", sum(first), FIRST_SCREEN);
hold("whole wizard, bytes", sum(files.filter((file) => !isApart(file))), WHOLE_WIZARD);
hold("loader by itself, bytes", loaderSize(), LOADER);
hold("requests until usable", requests.length, REQUESTS);
if (sizes.has(pdf)) hold("pdf.wasm, bytes", sizes.get(pdf), PDF_WASM);
else faults.push(`${pdf} is missing`);
const rules = "dist/rules/rules.wasm";
if (existsSync(rules)) hold("rules.wasm, bytes as they are", statSync(rules).size, RULES_WASM);
else faults.push(`${rules} is missing`);

const code = existsSync(join("dist", script)) ? readFileSync(join("dist", script), "utf8") : "";
for (const word of FORBIDDEN) if (code.includes(word)) faults.push(`${script} contains ${word}`);

for (const fault of faults) console.error(`size: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
