// Makes what the page loads of what the linkers wrote: node tools/bundle.mjs FROM TO
// eh-wizard.js: loader, its words and first style sheet, glue and the link between the modules, in one file. widget_bg.wasm and split_wizard.wasm:
// optimised for size. Glue and module call each other by short names; those of wasm-bindgen would weigh some 7 KB.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { encoded, number } from "./numbers.mjs";
import { named, ordered } from "./order.mjs";

const { buildSync, transformSync } = createRequire(new URL("../tests/e2e/package.json", import.meta.url))("esbuild");
const [from, to] = process.argv.slice(2);
const FEATURES = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];
const [IMPORTS, EXPORTS] = [2, 7];

const name = (index) => `i${index.toString(36)}`;
const closure = (index) => `c${index}`;

/** The module with one section written anew. */
function rewritten(bytes, id, write) {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    const [size, start] = number(bytes, at + 1);
    const end = start + size;
    if (bytes[at] === id) {
      const content = write(bytes.subarray(start, end));
      parts.push(Buffer.from([id, ...encoded(content.length)]), content);
    } else {
      parts.push(bytes.subarray(at, end));
    }
    at = end;
  }
  return Buffer.concat(parts);
}

/** What is imported, by the short names: the n-th of them as `name(n)`. */
function imported(bytes, names) {
  const short = names.map((_, index) => Buffer.from(name(index)));
  let [count, at] = number(bytes, 0);
  const parts = [Buffer.from(encoded(count))];
  for (let index = 0; index < count; index += 1) {
    const [moduleSize, moduleAt] = number(bytes, at);
    const [nameSize, nameAt] = number(bytes, moduleAt + moduleSize);
    const own = bytes.subarray(nameAt, nameAt + nameSize);
    const known = names.indexOf(own.toString());
    const given = known < 0 ? own : short[known];
    // What is imported follows: for a function its kind and its type.
    let end = nameAt + nameSize;
    const kind = bytes[end];
    if (kind !== 0) throw new Error(`import ${own} is no function`);
    end = number(bytes, end + 1)[1];
    parts.push(bytes.subarray(at, moduleAt + moduleSize), Buffer.from(encoded(given.length)), given, bytes.subarray(nameAt + nameSize, end));
    at = end;
  }
  return Buffer.concat(parts);
}

const FLAGS = FEATURES.map((feature) => `--enable-${feature}`);

function optimise(file) {
  // The lowest kilobyte of memory is the far end of the stack, where no value has an address.
  const passes = ["-Oz", "--local-cse", "--precompute-propagate", "--flatten", "--local-cse", "--rereloop", "-Oz", "-Oz", "--local-cse", "-Oz", "--optimize-added-constants-propagate"];
  const run = (names, ...last) => {
    writeFileSync(join(from, "named.wasm"), named(readFileSync(join(from, file)), names));
    const out = join(from, `optimised_${file}`);
    execFileSync("wasm-opt", [...FLAGS, "--low-memory-unused", join(from, "named.wasm"), ...passes, ...last, "-o", out]);
    return readFileSync(out);
  };
  const once = run(undefined, "--reorder-functions", "--dealign", "-g");
  return run(ordered(once), "--reorder-functions-by-name", "--dealign", "--strip-debug", "--strip-producers", "--strip-target-features");
}

/** What is exported, the closures by short names: the n-th of them as `closure(n)`. */
function exported(bytes, names) {
  const [count, first] = number(bytes, 0);
  const parts = [Buffer.from(encoded(count))];
  for (let at = first, index = 0; index < count; index += 1) {
    const [size, nameAt] = number(bytes, at);
    const own = bytes.subarray(nameAt, nameAt + size);
    const known = names.indexOf(own.toString());
    const given = known < 0 ? own : Buffer.from(closure(known));
    // A kind and a number.
    const end = number(bytes, nameAt + size + 1)[1];
    parts.push(Buffer.from(encoded(given.length)), given, bytes.subarray(nameAt + size, end));
    at = end;
  }
  return Buffer.concat(parts);
}

const exports = (bytes) => WebAssembly.Module.exports(new WebAssembly.Module(bytes)).map((one) => one.name);

/** The module without the exports that the script does not name, and without what only those reach. */
function shake(file, script) {
  const called = exports(readFileSync(join(from, file))).filter((one) => script.includes(one));
  const graph = [{ name: "script", root: true, reaches: called }, ...called.map((one) => ({ name: one, export: one }))];
  writeFileSync(join(from, "graph.json"), JSON.stringify(graph));
  execFileSync("wasm-metadce", [...FLAGS, "-f", join(from, "graph.json"), join(from, file), "-o", join(from, `shaken_${file}`)]);
  return `shaken_${file}`;
}

function bundle(names) {
  // Streams from Rust to scripts, which the widget has none of: their classes go as nobody uses them, but not what frees them.
  const glue = join(from, "widget.js");
  writeFileSync(glue, readFileSync(glue, "utf8").replace(/^const IntoUnderlying\w+Finalization = [^]*?;\n/gm, ""));
  const shell = join(from, "shell.css");
  writeFileSync(shell, transformSync(readFileSync(shell, "utf8"), { loader: "css", minify: true }).code.trim());
  const { outputFiles } = buildSync({
    entryPoints: [join(from, "eh-wizard.js")],
    write: false,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
    loader: { ".css": "text" },
    // Classes that are not used go: those of Leptos' server functions, of which a wizard in the browser has none.
    pure: ["FinalizationRegistry"],
    define: { "Symbol.dispose": "undefined" },
    mangleProps: new RegExp(`^(${names.map((key) => key.replace(/\$/g, "\\$")).join("|")})$`),
    mangleCache: Object.fromEntries(names.map((key, index) => [key, name(index)])),
  });
  // What the page has put on `Object.prototype` is none of ours.
  return outputFiles[0].text.replace(/for\(var (\w+) in (\w+)\)/g, "for(var $1 of Object.keys($2))");
}

/** The script, which takes no other module than those that it was built with: who knows its sum has the sum of all. */
function sealed(text) {
  const fetches = {
    "widget_bg.wasm": /(\w+)=fetch\(\1(?=\))/,
    "split_wizard.wasm": /fetch\(new URL\("\.\/split_wizard\.wasm",import\.meta\.url\)(?=\))/,
  };
  return Object.entries(fetches).reduce((before, [file, call]) => {
    const sum = createHash("sha256").update(modules[file]).digest("base64");
    // Without a prototype, on which the page may have put what else it knows of requests.
    const after = before.replace(call, `$&,{__proto__:null,integrity:"sha256-${sum}"}`);
    if (after === before) throw new Error(`the script does not fetch ${file} as it did`);
    return after;
  }, text);
}

// The link between the modules is another script, and keeps its names.
const imports = (bytes) =>
  WebAssembly.Module.imports(new WebAssembly.Module(bytes)).filter((one) => one.module === "./widget_bg.js").map((one) => one.name);
const bound = imports(readFileSync(join(from, "widget_bg.wasm")));
const script = bundle(bound);
const widget = optimise(shake("widget_bg.wasm", script));
const closures = exports(widget).filter((one) => one.includes("closures"));
// One may begin as another does.
closures.sort((one, other) => other.length - one.length);
const shortened = rewritten(widget, IMPORTS, (content) => imported(content, bound));
const modules = {
  "widget_bg.wasm": rewritten(shortened, EXPORTS, (content) => exported(content, closures)),
  "split_wizard.wasm": optimise("split_wizard.wasm"),
};
for (const [file, bytes] of Object.entries(modules)) writeFileSync(join(to, file), bytes);
const called = closures.reduce((text, one, index) => text.replaceAll(one, closure(index)), script);
writeFileSync(join(to, "eh-wizard.js"), sealed(called));
