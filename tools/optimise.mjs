// A worker of tools/assemble.mjs: optimises one module for size, and renames what it imports and exports.
import { readFileSync, writeFileSync } from "node:fs";
import { workerData } from "node:worker_threads";
import binaryen from "binaryen";

/** `names`: the new name of each import and export that is renamed. */
const { from, to, names } = workerData;

/** What rustc uses of WebAssembly. It has to be said: wasm-split drops the section that lists it. */
const FEATURES = [
  "BulkMemory",
  "BulkMemoryOpt",
  "Multivalue",
  "MutableGlobals",
  "NontrappingFPToInt",
  "ReferenceTypes",
  "SignExt",
];

function renameImports(module) {
  const count = module.getNumFunctions();
  const functions = Array.from({ length: count }, (_, index) =>
    binaryen.getFunctionInfo(module.getFunctionByIndex(index)),
  );
  for (const { name, module: source, base, params, results } of functions) {
    if (!source || !Object.hasOwn(names, base)) continue;
    module.removeFunction(name);
    module.addFunctionImport(name, source, names[base], params, results);
  }
}

function renameExports(module) {
  const count = module.getNumExports();
  const exported = Array.from({ length: count }, (_, index) =>
    binaryen.getExportInfo(module.getExportByIndex(index)),
  );
  for (const { kind, name, value } of exported) {
    if (!Object.hasOwn(names, name)) continue;
    module.removeExport(name);
    if (kind === binaryen.ExternalTable) module.addTableExport(value, names[name]);
    else module.addFunctionExport(value, names[name]);
  }
}

const module = binaryen.readBinary(readFileSync(from));
module.setFeatures(FEATURES.reduce((all, feature) => all | binaryen.Features[feature], 0));
renameImports(module);
renameExports(module);
// As `wasm-opt -Oz -Oz`. A third round finds nothing.
binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(2);
module.optimize();
module.optimize();
// Sorted by name, instances of the same generic function are neighbours, which saves 1.4 KB after compression.
module.runPasses([
  "reorder-functions-by-name",
  "strip-debug",
  "strip-producers",
  "strip-target-features",
]);
writeFileSync(to, module.emitBinary());
