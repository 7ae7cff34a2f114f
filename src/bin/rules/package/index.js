import { Rules, RulesError } from "./rules.js";

export { RulesError };

export async function load(offer, catalogue) {
  const module = await WebAssembly.compileStreaming(fetch(new URL("./rules.wasm", import.meta.url)));
  return new Rules(module, offer, catalogue);
}
