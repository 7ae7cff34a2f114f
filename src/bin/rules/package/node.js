import { readFile } from "node:fs/promises";
import { Rules, RulesError } from "./rules.js";

export { RulesError };

export async function load(offer, catalogue) {
  const module = await WebAssembly.compile(await readFile(new URL("./rules.wasm", import.meta.url)));
  return new Rules(module, offer, catalogue);
}
