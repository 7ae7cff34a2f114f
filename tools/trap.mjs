// Lets a panic be a trap at once, without a message: node tools/trap.mjs FROM TO
// A call of a function that only panics becomes `unreachable`. With the calls goes all that would put the message together,
// a tenth of the widget. It is what `panic = "immediate-abort"` does, which the stable compiler has not got yet.
// So do the places in source files, their names and the words that nothing else leads to: they become zeroes.
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
  "3std9panicking11begin_panic",
  "12wasm_bindgen(9throw_str|4__rt10throw_null|4__rt11borrow_fail)",
  "14reactive_graph6traits\\d+panic_getting",
  "12send_wrapper\\d+invalid_(deref|poll)",
].join("|"));

const [CALL, LOCAL_GET, I32_CONST, I32_ADD] = [0x10, 0x20, 0x41, 0x6a];
const [UNREACHABLE, NOP] = [0x00, 0x01];
const [FUNCTION_INDEX_LEB, MEMORY_ADDR_SLEB] = [0, 4];
/** Relocations of an address in memory. */
const ADDRESSES = new Set([3, 4, 5, 11, 14, 15, 16, 17, 23]);
/** Relocations that are followed by an addend. */
const WITH_ADDEND = new Set([...ADDRESSES, 8, 9, 21, 22, 25]);
const [CODE, DATA, CUSTOM, SYMBOL_TABLE, UNDEFINED, EXPLICIT_NAME] = [10, 11, 0, 8, 0x10, 0x40];
const [FUNCTION_SYMBOL, DATA_SYMBOL, SECTION_SYMBOL] = [0, 1, 3];
/** Bytes of a place in a source file: address and length of the file's name, line, column. */
const LOCATION_BYTES = 16;
/** Bytes of a number that a linker wrote, as wide as the widest. */
const PADDED = 5;

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
  numbers(count) {
    return Array.from({ length: count }, () => this.number());
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

/** Symbols by their numbers: of a function its name, of data its segment, offset and size. */
function symbols({ reader, end }) {
  const found = [];
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
      if (kind === DATA_SYMBOL) {
        const name = reader.text();
        found.push({ kind, name, place: isDefined ? reader.numbers(3) : undefined });
        continue;
      }
      reader.number();
      found.push({ kind, name: kind !== SECTION_SYMBOL && (isDefined || flags & EXPLICIT_NAME) ? reader.text() : "" });
    }
    reader.at = next;
  }
  return found;
}

/** Where each segment of data begins. */
function segments({ reader }) {
  return Array.from({ length: reader.number() }, () => {
    if (reader.number() !== 0 || bytes[reader.at++] !== I32_CONST) throw new Error("a segment of data is not where this program looks");
    reader.number();
    reader.at += 1;
    const size = reader.number();
    reader.at += size;
    return reader.at - size;
  });
}

/** The relocations of a section, and the bytes of that list before the first. */
function relocations({ reader, content }, base) {
  const head = bytes.subarray(content, reader.at);
  const section = reader.number();
  const all = Array.from({ length: reader.number() }, () => {
    const start = reader.at;
    const type = bytes[reader.at++];
    const [offset, symbol] = reader.numbers(2);
    if (WITH_ADDEND.has(type)) reader.number();
    return { type, at: base + offset, symbol, written: bytes.subarray(start, reader.at) };
  });
  return { head, section, all };
}

const encoded = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...encoded(Math.floor(value / 128))]);

/** The section of a list of relocations, with those that are kept. */
function relocated({ head, section }, kept) {
  const content = Buffer.concat([head, Buffer.from([...encoded(section), ...encoded(kept.length)]), ...kept.map((one) => one.written)]);
  return Buffer.concat([Buffer.from([CUSTOM, ...encoded(content.length)]), content]);
}

/** Whether this is an address that the instruction at a place, or what only puts numbers before that, directly follow. */
function isPutBefore({ type, at }, place) {
  if (type !== MEMORY_ADDR_SLEB || bytes[at - 1] !== I32_CONST) return false;
  const reader = new Reader(at + PADDED);
  while (reader.at < place) {
    const instruction = bytes[reader.at++];
    if (instruction === I32_CONST || instruction === LOCAL_GET) reader.number();
    else if (instruction !== I32_ADD) return false;
  }
  return reader.at === place;
}

/** Makes traps of the calls of panics. Gives the relocations that stay: not those of the calls, nor of the addresses put before them. */
function trap({ all }, names) {
  const kept = [];
  for (const one of all) {
    const call = one.at - 1;
    const isPanic = one.type === FUNCTION_INDEX_LEB && bytes[call] === CALL && names[one.symbol].kind === FUNCTION_SYMBOL && PANICS.test(names[one.symbol].name);
    if (!isPanic) {
      kept.push(one);
      continue;
    }
    bytes.fill(NOP, call, call + 1 + PADDED);
    bytes[call] = UNREACHABLE;
    let before = call;
    while (kept.length > 0 && isPutBefore(kept.at(-1), before)) before = kept.pop().at - 1;
  }
  if (kept.length === all.length) throw new Error("no call of a panic was found: are its names mangled in another way now?");
  return kept;
}

/** Zeroes the data that no address leads to any more, and places in source files, which only panics tell. Gives the relocations that stay. */
function forget(names, starts, code, { all }) {
  const range = ({ place: [segment, offset, size] }) => [starts[segment] + offset, starts[segment] + offset + size];
  const isSourceFile = ({ place }) => place && bytes.toString("latin1", ...range({ place })).endsWith(".rs\0");
  const places = new Set(all.filter(({ symbol }) => isSourceFile(names[symbol])).map(({ at }) => at));
  const reached = new Set();
  const open = code.filter(({ type }) => ADDRESSES.has(type)).map(({ symbol }) => symbol);
  while (open.length > 0) {
    const symbol = open.pop();
    if (reached.has(symbol) || !names[symbol].place) continue;
    const [start, end] = range(names[symbol]);
    if (places.has(start) && end - start === LOCATION_BYTES) continue;
    reached.add(symbol);
    for (const { at, type, symbol: next } of all) if (at >= start && at < end && ADDRESSES.has(type)) open.push(next);
  }
  const isKept = new Uint8Array(bytes.length);
  for (const symbol of reached) isKept.fill(1, ...range(names[symbol]));
  let zeroed = 0;
  for (const one of names.filter(({ place }) => place)) {
    const [start, end] = range(one);
    for (let at = start; at < end; at += 1) {
      if (isKept[at]) continue;
      bytes[at] = 0;
      zeroed += 1;
    }
  }
  return { kept: all.filter(({ at }) => isKept[at]), zeroed };
}

const all = [...sections()];
const named = (name) => all.find((one) => one.name === name);
const [code, data] = [CODE, DATA].map((id) => all.find((one) => one.id === id));
const names = symbols(named("linking"));
const ofCode = relocations(named("reloc.CODE"), code.content);
const ofData = relocations(named("reloc.DATA"), data.content);
const keptCode = trap(ofCode, names);
const { kept: keptData, zeroed } = forget(names, segments(data), keptCode, ofData);
const written = new Map([[named("reloc.CODE"), relocated(ofCode, keptCode)], [named("reloc.DATA"), relocated(ofData, keptData)]]);
writeFileSync(to, Buffer.concat([bytes.subarray(0, 8), ...all.map((one) => written.get(one) ?? bytes.subarray(one.start, one.end))]));
console.log(`trap: ${ofCode.all.length - keptCode.length} relocations gone, ${zeroed} bytes of data zeroed`);
