// tools/assemble.mjs puts this function in the place of `fetch` in the bundled script, where only the glue of wasm-bindgen
// and the loader of the second module fetch anything.
import { options } from "./options.js";

/**
 * Fetches a WebAssembly module, which must be one of those that this script was built with. So a page that checks the
 * sum of the script has checked all code.
 *
 * @param {RequestInfo | URL} address
 */
export const fetch = (address) => globalThis.fetch(address, options({ integrity: MODULE_SUMS }));
