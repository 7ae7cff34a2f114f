// tools/assemble.mjs gives the wizard this function; it is only called when a PDF is chosen.
import { fetch } from "./fetch-module.js";
import { options } from "./options.js";

/**
 * Opens a PDF in an instance of `pdf.wasm` (src/bin/pdf), whose memory goes with it. `pages` is the number of its pages, or
 * negative when it needs a password (-2) or is damaged.
 *
 * @param {Blob} file
 */
export async function openPdf(file) {
  // Written like this, bundlers find the module and copy it.
  const response = await fetch(new URL("./pdf.wasm", import.meta.url));
  const module = await WebAssembly.instantiate(await response.arrayBuffer(), options({}));
  const pdf = /** @type {Record<string, any>} */ (module.instance.exports);
  const bytes = new Uint8Array(await file.arrayBuffer());
  let pages = -1;
  try {
    const start = pdf.reserve(bytes.length);
    new Uint8Array(pdf.memory.buffer, start, bytes.length).set(bytes);
    pages = pdf.open(bytes.length);
  } catch {
    // A file that asks for too much work or memory ends its instance.
  }
  /** @param {number} page @param {number} resolution In dots per inch. */
  const draw = (page, resolution) => {
    if (pdf.draw(page, resolution) !== 0) return undefined;
    const [width, height] = [pdf.width(), pdf.height()];
    const pixels = new Uint8ClampedArray(pdf.memory.buffer, pdf.pixels(), width * height * 4);
    return new ImageData(pixels, width, height);
  };
  return { pages, draw, lacks_fonts: pdf.lacks_fonts };
}
