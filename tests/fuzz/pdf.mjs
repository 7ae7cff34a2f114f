// Fuzzes pdf.wasm: node tests/fuzz/pdf.mjs SECONDS FOLDER. Changed copies of tests/pdf/fixtures are opened and drawn, each by an
// instance of its own, which may trap but must end in time and within its memory. Those that do not are left in FOLDER.
import { Buffer } from "node:buffer";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { deflateSync, inflateSync } from "node:zlib";
import { MAX_MEMORY, open } from "../pdf/module.mjs";

const [seconds, folder] = process.argv.slice(2);
const MAX_MILLISECONDS = 60_000;
const WORDS = ["<<", ">>", "[", "]", "/Length 9999999", "/Width 65535", "/Height 65535", "/Kids [2 0 R]", "/Filter /FlateDecode", "/Do", "q ", " -1 ", "9e99", "/SMask 5 0 R", "/Predictor 15", "/Columns 65535", "/Rotate 90", "stream\n", "endobj"];

const seeds = readdirSync("tests/pdf/fixtures").map((name) => readFileSync(`tests/pdf/fixtures/${name}`));
const random = (below) => Math.floor(Math.random() * below);
const pick = (list) => list[random(list.length)];

/** A copy in which compressed streams are readable, so that changes reach what is in them. */
function inflated(file) {
  const text = file.toString("latin1");
  const whole = text.replace(/(\/Filter \/FlateDecode[^>]*>>\s*stream\n)([\s\S]*?)(\nendstream)/g, (all, before, data, after) => {
    try {
      return before.replace("/Filter /FlateDecode", "") + inflateSync(Buffer.from(data, "latin1")).toString("latin1") + after;
    } catch {
      return all;
    }
  });
  return Buffer.from(whole, "latin1");
}

const CHANGES = [
  (file) => ((file[random(file.length)] = random(256)), file),
  (file) => ((file[random(file.length)] ^= 1 << random(8)), file),
  (file) => file.subarray(0, random(file.length)),
  (file) => insert(file, Buffer.from(pick(WORDS))),
  (file) => insert(file, file.subarray(random(file.length)).subarray(0, random(200))),
  (file) => insert(file, pick(seeds).subarray(random(500)).subarray(0, random(500))),
  (file) => Buffer.from(file.toString("latin1").replace(/\d+/g, (number) => (random(20) ? number : String(random(2 ** random(33))))), "latin1"),
  (file) => insert(file, Buffer.from("\n9 0 obj << /Filter /FlateDecode /Length 999 >> stream\n" + deflateSync(Buffer.alloc(random(1 << 20))).toString("latin1"), "latin1")),
];

function insert(file, part) {
  const at = random(file.length);
  return Buffer.concat([file.subarray(0, at), part, file.subarray(at + (random(2) ? part.length : 0))]);
}

const texts = [...seeds, ...seeds.map(inflated)];
const until = Date.now() + seconds * 1000;
const count = { opened: 0, refused: 0, trapped: 0 };
let [slowest, largest] = [0, 0];
while (Date.now() < until) {
  let file = Buffer.from(pick(texts));
  for (let rounds = random(6); rounds >= 0 && file.length > 0; rounds -= 1) file = pick(CHANGES)(file);
  const start = Date.now();
  let memory = 0;
  try {
    const opened = open(file);
    count[opened.pages > 0 ? "opened" : "refused"] += 1;
    if (opened.pages > 0) opened.draw(random(opened.pages), 100);
    memory = opened.wasm.memory.buffer.byteLength;
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
    count.trapped += 1;
  }
  const took = Date.now() - start;
  slowest = Math.max(slowest, took);
  largest = Math.max(largest, memory);
  if (took > MAX_MILLISECONDS || memory > MAX_MEMORY) {
    writeFileSync(`${folder}/pdf.wasm-${Date.now()}`, file);
    console.error(`${took} ms, ${memory} bytes`);
    process.exitCode = 1;
  }
}
console.log(JSON.stringify({ ...count, slowest, largest }));
