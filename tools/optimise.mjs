// A worker of tools/assemble.mjs: optimises one module for size, and renames its imports and exports.
import { readFileSync, writeFileSync } from "node:fs";
import { workerData } from "node:worker_threads";
import binaryen from "binaryen";
import { withFeatures } from "./features.mjs";
import { named } from "./order.mjs";

/** `names`: the new name of each import and export that is renamed. `unused`: exports that nothing calls. */
const { from, to, names, unused } = workerData;

/** Removes the exports that nothing calls, and so what only they use. */
function removeUnused(module) {
  for (const name of unused) module.removeExport(name);
}

/** Returns the names that were replaced. */
function renameImports(module) {
  const count = module.getNumFunctions();
  const functions = Array.from({ length: count }, (_, index) =>
    binaryen.getFunctionInfo(module.getFunctionByIndex(index)),
  );
  const renamed = functions.filter(({ module, base }) => module && Object.hasOwn(names, base));
  for (const { name, module: source, base, params, results } of renamed) {
    module.removeFunction(name);
    module.addFunctionImport(name, source, names[base], params, results);
  }
  return renamed.map(({ base }) => base);
}

/** Returns the names that were replaced. */
function renameExports(module) {
  const count = module.getNumExports();
  const exported = Array.from({ length: count }, (_, index) =>
    binaryen.getExportInfo(module.getExportByIndex(index)),
  );
  const renamed = exported.filter(({ name }) => Object.hasOwn(names, name));
  for (const { kind, name, value } of renamed) {
    module.removeExport(name);
    if (kind === binaryen.ExternalTable) module.addTableExport(value, names[name]);
    else if (kind === binaryen.ExternalFunction) module.addFunctionExport(value, names[name]);
    else throw new Error(`${name} is neither a function nor a table`);
  }
  return renamed.map(({ name }) => name);
}

const read = (bytes) => withFeatures(binaryen.readBinary(bytes));

const module = read(readFileSync(from));
removeUnused(module);
const renamed = new Set([...renameImports(module), ...renameExports(module)]);
const kept = Object.keys(names).filter((name) => !renamed.has(name));
if (kept.length > 0) throw new Error(`not renamed: ${kept.join(" ")}`);
// As `wasm-opt -Oz -Oz`. A third round finds nothing.
binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(2);
// Larger functions stay apart even if they are called only once, which compresses better: 1.4 KB.
binaryen.setOneCallerInlineMaxSize(20);
// The first kilobyte is the end of the stack, so small offsets can be part of loads and stores: 1.6 KB.
binaryen.setLowMemoryUnused(true);
module.optimize();
module.optimize();
// Locals that are set apart from their use instead of within an expression compress better: 97 bytes.
const strip = ["strip-debug", "strip-producers", "strip-target-features"];
module.runPasses(["simplify-locals-notee-nostructure", ...strip]);
// Similar functions next to each other save 6 KB after compression.
const sorted = read(named(module.emitBinary()));
sorted.runPasses(["reorder-functions-by-name", ...strip]);
// Values stay on the stack of the machine instead of in a local: 1 KB.
binaryen.setGenerateStackIR(true);
binaryen.setOptimizeStackIR(true);
writeFileSync(to, sorted.emitBinary());
