// tools/assemble.mjs replaces `fetch` by this function in the bundled script, where only the glue of wasm-bindgen and
// the loader of the second module use it.
import { options } from "./options.js";

/**
 * Fetches a WebAssembly module, which must be one of those that this script was built with. So a page that checks the
 * digest of the script has checked all code.
 *
 * @param {RequestInfo | URL} address
 */
export const fetch = (address) => globalThis.fetch(address, options({ integrity: MODULE_SUMS }));
