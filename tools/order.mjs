// Gives the functions of a WebAssembly module names in the order that compresses best: each function is followed by the one
// that has most in common with it and with those before it. binaryen then sorts them by name. Source of the format:
// https://webassembly.github.io/spec/core/binary/modules.html
import { Buffer } from "node:buffer";

/** How many bytes are compared at a time. */
const LENGTH = 4;
/** Pieces that more functions than this have say little, and take long. */
const COMMON = 400;
/** What of the likeness to a function counts one function later. */
const FADING = 0.5;
/** Less likeness than this does not count. */
const LEAST = 0.05;
/** Likeness is compared per piece. As if each function had so many more, because the shortest would always win. */
const EXTRA_PIECES = 100;

function piecesOf(bytes) {
  const pieces = new Set();
  for (let at = 0; at + LENGTH <= bytes.length; at += 1) pieces.add(bytes.readUInt32LE(at));
  return [...pieces];
}

/** Returns the indices of the functions, by their code, in their new order. */
function orderOf(bodies) {
  const pieces = bodies.map(piecesOf);
  /** Which functions have a piece. */
  const owners = new Map();
  for (const [index, own] of pieces.entries()) {
    for (const piece of own) {
      const others = owners.get(piece);
      if (others) others.push(index);
      else owners.set(piece, [index]);
    }
  }
  const left = new Set(bodies.keys());
  const order = [];
  /** Of each function that is left, to the last ones in order. */
  const likeness = new Map();
  for (let last = 0; last !== undefined; last = left.size > 0 ? nextTo(last) : undefined) {
    order.push(last);
    left.delete(last);
  }
  return order;

  function nextTo(last) {
    for (const [other, weight] of likeness) {
      if (left.has(other) && weight > LEAST) likeness.set(other, weight * FADING);
      else likeness.delete(other);
    }
    for (const piece of pieces[last]) {
      const others = owners.get(piece);
      if (others.length > COMMON) continue;
      const weight = 1 / Math.log2(others.length + 1);
      for (const other of others) {
        if (left.has(other)) likeness.set(other, (likeness.get(other) ?? 0) + weight);
      }
    }
    let [best, most] = [undefined, 0];
    for (const [other, weight] of likeness) {
      const perPiece = weight / (pieces[other].length + EXTRA_PIECES);
      if (perPiece > most) [best, most] = [other, perPiece];
    }
    const [first] = left;
    return best ?? first;
  }
}

/** Reads the sections of a module. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 8;
  }

  get isDone() {
    return this.at >= this.bytes.length;
  }

  number() {
    let [value, scale, byte] = [0, 1, 0];
    do {
      byte = this.bytes[this.at++];
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value;
  }

  part(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/** The code of each function. */
function bodiesOf(wasm) {
  const reader = new Reader(wasm);
  while (!reader.isDone) {
    const kind = reader.part(1)[0];
    const length = reader.number();
    if (kind !== 10) {
      reader.part(length);
    } else {
      return Array.from({ length: reader.number() }, () => reader.part(reader.number()));
    }
  }
  throw new Error("a module without code");
}

function encoded(number) {
  const bytes = [];
  for (let rest = number; ; rest >>= 7) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 127) | 128);
  }
}

const prefixed = (...parts) => {
  const content = Buffer.concat(parts);
  return Buffer.concat([encoded(content.length), content]);
};

/** The module with names for its functions, which sort in the new order; it must not have names yet. */
export function named(wasm) {
  const bytes = Buffer.from(wasm);
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
  const before = imports.filter(({ kind }) => kind === "function").length;
  const bodies = bodiesOf(bytes);
  const names = new Array(bodies.length);
  for (const [place, index] of orderOf(bodies).entries()) {
    const name = Buffer.from(String(place).padStart(6, "0"));
    names[index] = Buffer.concat([encoded(before + index), prefixed(name)]);
  }
  const functions = prefixed(encoded(names.length), ...names);
  const section = prefixed(prefixed(Buffer.from("name")), Buffer.from([1]), functions);
  return Buffer.concat([bytes, Buffer.from([0]), section]);
}
