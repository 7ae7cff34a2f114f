// Lets a panic be a trap at once, without a message: node .tools/trap.mjs FROM TO
// A call of a function that only panics becomes `unreachable`. With the calls goes all that would put the message together,
// a tenth of the widget. It is what `panic = "immediate-abort"` does, which the stable compiler has not got yet.
// Works on what the linker wrote with --emit-relocs, which names the target of every call.
import { readFileSync, writeFileSync } from "node:fs";

/** Functions that never return, as their names are mangled (length before each part). */
const PANICS = new RegExp([
  "4core9panicking(?!.*3fmt)",
  "4core6option1[34](unwrap|expect)_failed",
  "4core6result13unwrap_failed",
  "4core5slice5index\\d+slice_\\w*fail",
  "\\d+len_mismatch_fail",
  "4core3str\\d+slice_error_fail",
  "4core4cell\\d+panic_already_",
  "5alloc7raw_vec(12handle_error|17capacity_overflow)",
  "5alloc5alloc18handle_alloc_error",
  "5alloc3vec.*13assert_failed",
  "3std6thread5local18panic_access_error",
  "14reactive_graph6traits\\d+panic_getting",
].join("|"));

const CALL = 0x10;
const [UNREACHABLE, NOP] = [0x00, 0x01];
const FUNCTION_INDEX_LEB = 0;
/** Relocations that are followed by an addend. */
const WITH_ADDEND = new Set([3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 25]);
const [CODE, CUSTOM, SYMBOL_TABLE, UNDEFINED, EXPLICIT_NAME] = [10, 0, 8, 0x10, 0x40];

const [from, to] = process.argv.slice(2);
const bytes = readFileSync(from);

/** Reads on from a place. */
class Reader {
  constructor(at) {
    this.at = at;
  }
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[this.at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }
  text() {
    const size = this.number();
    this.at += size;
    return bytes.toString("latin1", this.at - size, this.at);
  }
}

function* sections() {
  for (let at = 8; at < bytes.length; ) {
    const reader = new Reader(at + 1);
    const size = reader.number();
    const [id, start, content] = [bytes[at], at, reader.at];
    at = content + size;
    yield { id, start, content, end: at, reader, name: id === CUSTOM ? reader.text() : "" };
  }
}

/** Numbers of the symbols that are functions which never return. */
function panics({ reader, end }) {
  const found = new Set();
  reader.number();
  while (reader.at < end) {
    const type = bytes[reader.at++];
    const size = reader.number();
    const next = reader.at + size;
    const count = type === SYMBOL_TABLE ? reader.number() : 0;
    for (let symbol = 0; symbol < count; symbol += 1) {
      const kind = bytes[reader.at++];
      const flags = reader.number();
      const isDefined = (flags & UNDEFINED) === 0;
      if (kind === 1) {
        reader.text();
        if (isDefined) for (let field = 0; field < 3; field += 1) reader.number();
        continue;
      }
      reader.number();
      if (kind === 3 || !(isDefined || flags & EXPLICIT_NAME)) continue;
      if (PANICS.test(reader.text()) && kind === 0) found.add(symbol);
    }
    reader.at = next;
  }
  return found;
}

const encoded = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...encoded(Math.floor(value / 128))]);

const all = [...sections()];
const code = all.find(({ id }) => id === CODE);
const symbols = panics(all.find(({ name }) => name === "linking"));
const relocations = all.find(({ name }) => name === "reloc.CODE");
const { reader } = relocations;
const head = bytes.subarray(relocations.content, reader.at);
const section = reader.number();
const kept = [];
let [count, traps] = [reader.number(), 0];
for (let left = count; left > 0; left -= 1) {
  const start = reader.at;
  const type = bytes[reader.at++];
  const call = code.content + reader.number() - 1;
  const symbol = reader.number();
  if (WITH_ADDEND.has(type)) reader.number();
  if (type === FUNCTION_INDEX_LEB && symbols.has(symbol) && bytes[call] === CALL) {
    bytes.fill(NOP, call, call + 6);
    bytes[call] = UNREACHABLE;
    traps += 1;
  } else {
    kept.push(bytes.subarray(start, reader.at));
  }
}
if (traps === 0) throw new Error("no call of a panic was found: are its names mangled in another way now?");
const content = Buffer.concat([head, Buffer.from([...encoded(section), ...encoded(kept.length)]), ...kept]);
const written = Buffer.concat([Buffer.from([CUSTOM, ...encoded(content.length)]), content]);
writeFileSync(to, Buffer.concat([bytes.subarray(0, relocations.start), written, bytes.subarray(relocations.end)]));
console.log(`trap: ${traps} calls of ${symbols.size} functions`);
