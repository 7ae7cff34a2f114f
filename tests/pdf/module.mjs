// pdf.wasm as the wizard calls it: an instance for each file.
import { readFileSync } from "node:fs";

const [, version] = readFileSync("Cargo.toml", "utf8").match(/^version = "(.*)"/m);

export const bytes = readFileSync(process.env.PDF_WASM ?? `dist/${version}/pdf.wasm`);
export const compiled = new WebAssembly.Module(bytes);
export const MAX_MEMORY = 256 * 1024 * 1024;

/** Opens a file: how many pages it has, or why not, and a function that draws them. */
export function open(file) {
  const wasm = new WebAssembly.Instance(compiled, {}).exports;
  const address = wasm.reserve(file.length);
  if (address !== 0) new Uint8Array(wasm.memory.buffer).set(file, address);
  const draw = (page, dotsPerInch) => {
    const code = wasm.draw(page, dotsPerInch);
    const [width, height] = [wasm.width(), wasm.height()];
    const pixels = new Uint8ClampedArray(wasm.memory.buffer, wasm.pixels(), width * height * 4);
    return { code, width, height, pixels, lacksFonts: wasm.lacks_fonts() === 1 };
  };
  return { wasm, draw, pages: wasm.open(file.length) };
}
