// Shared by what changes WebAssembly modules after rustc.
import binaryen from "binaryen";

/** The features that rustc uses; wasm-split drops the section that lists them. */
const FEATURES = [
  "BulkMemory",
  "BulkMemoryOpt",
  "Multivalue",
  "MutableGlobals",
  "NontrappingFPToInt",
  "ReferenceTypes",
  "SignExt",
];

/** Lets binaryen use the features of rustc in a module. */
export function withFeatures(module) {
  module.setFeatures(FEATURES.reduce((all, feature) => all | binaryen.Features[feature], 0));
  return module;
}
