// pdf.wasm: the same files as main.rs, and files that ask for more work or memory than there is.
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { MAX_MEMORY, bytes, compiled, open } from "./module.mjs";

const fixture = (name) => readFileSync(`tests/pdf/fixtures/${name}.pdf`);
const colour = ({ width, pixels }, x, y) => [...pixels.subarray(4 * (y * width + x), 4 * (y * width + x) + 4)];

test("the module has no imports, and its memory a limit", () => {
  assert.deepEqual(WebAssembly.Module.imports(compiled), []);
  const names = WebAssembly.Module.exports(compiled).map(({ name }) => name);
  for (const name of ["memory", "reserve", "open", "draw", "pixels", "width", "height", "lacks_fonts"]) assert.ok(names.includes(name), name);
  const { memory } = new WebAssembly.Instance(compiled, {}).exports;
  assert.throws(() => memory.grow(MAX_MEMORY / 65536 - memory.buffer.byteLength / 65536 + 1), RangeError);
  assert.ok(!bytes.includes("/registry/"));
});

test("a scan of two fields is drawn", () => {
  const { pages, draw } = open(fixture("scan-jpeg"));
  assert.equal(pages, 1);
  const picture = draw(0, 144);
  assert.deepEqual([picture.code, picture.width, picture.height, picture.lacksFonts], [0, 400, 200, false]);
  const [red, blue] = [colour(picture, 100, 100), colour(picture, 300, 100)];
  assert.ok(red[0] > 200 && red[2] < 60 && red[3] === 255, String(red));
  assert.ok(blue[2] > 200 && blue[0] < 60 && blue[3] === 255, String(blue));
});

test("pages are drawn in any order, also again", () => {
  const { pages, draw } = open(fixture("two-pages"));
  assert.equal(pages, 2);
  const left = (page) => colour(draw(page, 72), 50, 50).slice(0, 3);
  assert.deepEqual([1, 0, 1].map(left), [[30, 30, 220], [220, 30, 30], [30, 30, 220]]);
  assert.deepEqual([draw(2, 72).code, draw(2, 72).width], [-3, 0]);
});

test("each compression of a scan, text and encryption is known", () => {
  const names = ["scan-jpeg-progressive", "scan-jpeg2000", "scan-flate", "scan-fax", "scan-jbig2", "text", "restricted-rc4-40", "restricted-rc4-128", "restricted-aes-128", "restricted-aes-256", "restricted-in-streams"];
  for (const name of names) {
    const { pages, draw } = open(fixture(name));
    const { code, pixels } = draw(0, 72);
    assert.deepEqual([pages, code], [1, 0], name);
    assert.ok(pixels.some((value) => value < 100), name);
  }
});

test("a password, damage and calls out of order have codes", () => {
  for (const name of ["locked-rc4-40", "locked-aes-128", "locked-aes-256", "locked-in-streams"]) assert.equal(open(fixture(name)).pages, -2, name);
  assert.equal(open(Buffer.from("no PDF at all")).pages, -1);
  assert.equal(open(Buffer.alloc(0)).pages, -3);
  const { wasm } = open(fixture("fields"));
  assert.equal(wasm.open(5), -3);
  assert.equal(new WebAssembly.Instance(compiled, {}).exports.draw(0, 72), -3);
  assert.equal(wasm.reserve(33 * 1024 * 1024), 0);
});

test("missing fonts are reported", () => {
  assert.equal(open(fixture("text-without-font")).draw(0, 72).lacksFonts, true);
  assert.equal(open(fixture("scan-recognised")).draw(0, 72).lacksFonts, false);
});

/** A PDF of these objects; the third is its page. */
function pdf(objects) {
  const whole = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", ...objects];
  const parts = [Buffer.from("%PDF-1.7\n")];
  for (const [index, object] of whole.entries()) parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n"));
  parts.push(Buffer.from("trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"));
  return Buffer.concat(parts);
}

const stream = (entries, data) => Buffer.concat([Buffer.from(`<< ${entries} /Length ${data.length} >>\nstream\n`), data, Buffer.from("\nendstream")]);
const deflated = (data) => stream("/Filter /FlateDecode", deflateSync(data));
const page = (resources = "", contents = "4 0 R") => `<< /Type /Page /MediaBox [0 0 600 800] /Resources << ${resources} >> /Contents ${contents} >>`;

/** Forms that each draw the next one ten times. */
const forms = Array.from({ length: 20 }, (_, index) =>
  stream(`/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X ${index + 5} 0 R >> >>`, Buffer.from("/X Do ".repeat(10))));
const image = (entries, data) => stream(`/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 ${entries}`, data);
const showImage = (entries, data) => [page("/XObject << /X 5 0 R >>"), stream("", Buffer.from("600 0 0 800 0 0 cm /X Do")), image(entries, data)];

const HOSTILE = {
  "a stream of a gigabyte": [page(), deflated(Buffer.alloc(1 << 30, " "))],
  "three million rectangles": [page(), deflated(Buffer.from("0 0 600 800 re f\n".repeat(3_000_000)))],
  "a picture many times": [page("/XObject << /X 5 0 R >>"), deflated(Buffer.from("q 600 0 0 800 0 0 cm /X Do Q\n".repeat(100_000))), image("/Width 2000 /Height 2000 /Filter /FlateDecode", deflateSync(Buffer.alloc(4_000_000)))],
  "forms within forms": [page("/XObject << /X 5 0 R >>"), stream("", Buffer.from("/X Do")), ...forms],
  "a picture of 900 megapixels": showImage("/Width 30000 /Height 30000 /Filter /FlateDecode", deflateSync(Buffer.alloc(900_000_000))),
  "a fax of 4,000 megapixels": showImage("/Width 65000 /Height 65000 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 65000 /Rows 65000 >>", Buffer.alloc(100_000, 0x55)),
  "arrays within arrays": [`[`.repeat(2_000_000), page()],
  "groups within groups": [page("/ExtGState << /G << /ca 0.5 >> >>"), deflated(Buffer.from("q /G gs 0 0 600 800 re W n\n".repeat(1_000_000)))],
  "dashes without end": [page(), stream("", Buffer.from("[0.0001] 0 d 1 w 0 0 m 600 800 l S\n".repeat(1000)))],
  "a page of a million kilometres": [page().replace("600 800", "1e12 1e12"), stream("", Buffer.from("0 0 1e12 1e12 re f"))],
  "streams without end": [page(), ...Array.from({ length: 20_000 }, () => "<< /Length 9 >> stream\n")],
};

for (const [name, objects] of Object.entries(HOSTILE)) {
  test(`${name}: ends within the limits`, { timeout: 120_000 }, () => {
    const file = pdf(objects);
    const wasm = new WebAssembly.Instance(compiled, {}).exports;
    const address = wasm.reserve(file.length);
    assert.notEqual(address, 0);
    new Uint8Array(wasm.memory.buffer).set(file, address);
    try {
      if (wasm.open(file.length) > 0) wasm.draw(0, 200);
    } catch (error) {
      // A trap, or a stack that overflows.
      assert.ok(error instanceof WebAssembly.RuntimeError || error instanceof RangeError, String(error));
    }
    assert.ok(wasm.memory.buffer.byteLength <= MAX_MEMORY);
  });
}
