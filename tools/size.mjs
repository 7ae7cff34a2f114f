// Weighs dist/ as it goes over the wire and holds it to its bars: node tools/size.mjs
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { packed } from "./packed.mjs";

const { buildSync } = createRequire(new URL("../tests/e2e/package.json", import.meta.url))("esbuild");

const FIRST_SCREEN = 150 * 1024;
const WHOLE_WIZARD = 230 * 1024;
const REQUESTS = 7;
const LINES = 150;

const version = readFileSync("Cargo.toml", "utf8").match(/^version = "(.*)"/m)[1];
const script = `${version}/eh-wizard.js`;
const LOADER = 3 * 1024;
const first = ["index.html", "page.css", "page.js", script, `${version}/widget_bg.wasm`, "offer.json"];
// The browser's own errand once the page has loaded: weighed with the first screen, not waited for.
const icon = "icon.svg";
// Fetched later or never by the wizard: the catalogue, what is for other programs, what compress.mjs and package.mjs wrote.
// The playground is a tool for developers of partner pages, which no applicant ever loads.
const isPlayground = (file) => /^playground\.|\/custom-elements\.json$/.test(file);
// Nobody loads both the supplier's page and the smaller one for frames.
const isForFrames = (file) => /^frame\./.test(file);
const apart = (file) => file === "catalogue.json" || isPlayground(file) || isForFrames(file) || /^(schema|rules|npm|cdn)\//.test(file) || /\.(br|gz|d\.ts|yaml)$/.test(file);

const row = (...cells) => console.log(cells.map((cell, at) => (at ? String(cell).padStart(10) : String(cell).padEnd(36))).join(""));

const files = readdirSync("dist", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice("dist/".length))
  .filter((file) => !/\.(br|gz)$/.test(file))
  .sort();
first.push(icon);

const sizes = new Map();
row("file", "bytes", "brotli 11", "first");
for (const file of files) {
  const bytes = readFileSync(`dist/${file}`);
  sizes.set(file, packed(file, bytes).length);
  row(file, bytes.length, sizes.get(file), first.includes(file) ? "yes" : apart(file) ? "apart" : "");
}

const faults = first.filter((file) => !sizes.has(file)).map((file) => `${file} is not in dist`);
const sum = (list) => list.reduce((total, file) => total + (sizes.get(file) ?? 0), 0);
const hold = (what, value, bar) => {
  row(what, value, `of ${bar}`, value > bar ? "OVER" : "");
  if (value > bar) faults.push(`${what}: ${value} is over ${bar}`);
};
console.log();
hold("first screen, bytes", sum(first), FIRST_SCREEN);
hold("whole wizard, bytes", sum(files.filter((file) => !apart(file))), WHOLE_WIZARD);
hold("requests until usable", first.filter((file) => file !== icon).length, REQUESTS);
// Blank lines and comments are not counted, so that nobody saves on them.
const scripts = readdirSync("public").filter((file) => file.endsWith(".js") && !isPlayground(file));
const lines = (file) => readFileSync(`public/${file}`, "utf8").split("\n").filter((line) => !/^\s*(\/\/.*|\/\*\*.*)?$/.test(line)).length;
hold("lines of JavaScript by hand", scripts.reduce((total, file) => total + lines(file), 0), LINES);
// The loader alone: in eh-wizard.js the glue of wasm-bindgen stands with it, so that one sum is of both.
const { outputFiles: [loader] } = buildSync({
  entryPoints: ["public/eh-wizard.js"], write: false, bundle: true, minify: true, format: "esm", target: "es2022",
  external: ["./widget.js"], loader: { ".css": "text" },
});
hold("loader by itself, bytes", packed("eh-wizard.js", loader.contents).length, LOADER);

// A strict page refuses these (require-trusted-types-for 'script', no 'unsafe-eval').
const code = existsSync(`dist/${script}`) ? readFileSync(`dist/${script}`, "utf8") : "";
for (const word of ["innerHTML", "new Function", "eval("]) {
  if (code.includes(word)) faults.push(`${script} contains ${word}`);
}

for (const fault of faults) console.error(`size: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
