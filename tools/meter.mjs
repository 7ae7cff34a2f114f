// Limits the memory and the work of a WebAssembly module: node tools/meter.mjs FROM TO PAGES WORK FUNCTION…
//
// Its memory has at most PAGES of 64 KiB. Each call of one of the exported functions may start WORK functions and rounds of
// loops; then the module traps. Bytes that are copied or filled count too, 64 as one. The module is optimised for size first.
import { readFileSync, writeFileSync } from "node:fs";
import binaryen from "binaryen";
import { withFeatures } from "./features.mjs";

const [from, to, pages, work, ...entries] = process.argv.slice(2);

/** 64 bytes count as one function: two to this power. */
const SHARE = 6;
const MEMORY = /\(memory (\$\S+) (\d+)(?: \d+)?\)/g;

/** Written out in loops, where a call would cost more than the rest. */
const TICK = `
  (if (i32.eqz (global.get $meter.left)) (then (unreachable)))
  (global.set $meter.left (i32.sub (global.get $meter.left) (i32.const 1)))`;
const METER = `
 (global $meter.left (mut i32) (i32.const ${work}))
 (func $meter.tick ${TICK})
 (func $meter.bytes (param $bytes i32)
  (local.set $bytes (i32.shr_u (local.get $bytes) (i32.const ${SHARE})))
  (if (i32.gt_u (local.get $bytes) (global.get $meter.left)) (then (unreachable)))
  (global.set $meter.left (i32.sub (global.get $meter.left) (local.get $bytes))))
 (func $meter.copy (param $to i32) (param $from i32) (param $bytes i32)
  (call $meter.bytes (local.get $bytes))
  (memory.copy (local.get $to) (local.get $from) (local.get $bytes)))
 (func $meter.fill (param $to i32) (param $byte i32) (param $bytes i32)
  (call $meter.bytes (local.get $bytes))
  (memory.fill (local.get $to) (local.get $byte) (local.get $bytes)))
`;

function optimised(module, rounds) {
  withFeatures(module);
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  for (let round = 0; round < rounds; round += 1) module.optimize();
  module.runPasses(["strip-debug", "strip-producers", "strip-target-features"]);
  return module;
}

/** The text of a module, in which everything counts. */
function metered(text) {
  const name = (entry) => {
    const found = text.match(new RegExp(`\\(export "${entry}" \\(func (\\$\\S+)\\)\\)`));
    if (!found) throw new Error(`no function ${entry}`);
    return found[1];
  };
  const starts = new Map(entries.map((entry) => [name(entry), entry]));
  let functions = 0;
  const memories = text.match(MEMORY)?.length;
  if (memories !== 1) throw new Error(`${memories} memories`);
  const counted = text
    .replace(MEMORY, `(memory $1 $2 ${pages})`)
    .replace(/\(memory\.(copy|fill)(?=\s)/g, "(call $meter.$1")
    .replace(/^ *\(loop\b.*$/gm, (loop) => loop + TICK)
    .replace(/^ \(func (\$\S+).*(\n  \(local .*)*/gm, (header, called) => {
      functions += 1;
      const start = starts.has(called) ? `(global.set $meter.left (i32.const ${work}))` : "";
      return `${header}\n${start}(call $meter.tick)`;
    });
  if (functions < entries.length) throw new Error("no functions");
  return counted.replace(/\)\s*$/, `${METER})`);
}

const built = optimised(binaryen.readBinary(readFileSync(from)), 2);
const module = optimised(binaryen.parseText(metered(built.emitText())), 0);
if (!module.validate()) throw new Error("the metered module is not valid");
writeFileSync(to, module.emitBinary());
