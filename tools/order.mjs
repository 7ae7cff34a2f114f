// The order of the functions of a module: those that are called most come first, for their numbers are short; of the rest
// those that are alike stand together, as brotli then finds what they share. 2% of the bytes over the line.
import { number, encoded } from "./numbers.mjs";

const [CUSTOM, IMPORTS, FUNCTIONS, CODE] = [0, 2, 3, 10];
const [FUNCTION, TABLE, , GLOBAL] = [0, 1, 2, 3];
const FUNCTION_NAMES = 1;
/** The functions whose numbers take one byte. */
const SHORT = 128;

const padded = (value) => String(value).padStart(6, "0");

function* sections(bytes) {
  for (let at = 8; at < bytes.length; ) {
    const [size, start] = number(bytes, at + 1);
    yield { id: bytes[at], at, start, end: start + size };
    at = start + size;
  }
}

function* list(bytes, start, read) {
  let [count, at] = number(bytes, start);
  for (; count > 0; count -= 1) {
    const [item, next] = read(at);
    yield item;
    at = next;
  }
}

const text = (bytes, at) => {
  const [size, start] = number(bytes, at);
  return [bytes.subarray(start, start + size).toString(), start + size];
};

/** How many functions a module imports. */
function importedFunctions(bytes) {
  let count = 0;
  const one = (at) => {
    const what = text(bytes, text(bytes, at)[1])[1];
    const kind = bytes[what];
    if (kind === FUNCTION) {
      count += 1;
      return [kind, number(bytes, what + 1)[1]];
    }
    if (kind === GLOBAL) return [kind, what + 3];
    const [limits, least] = number(bytes, kind === TABLE ? what + 2 : what + 1);
    const most = number(bytes, least)[1];
    return [kind, limits & 1 ? number(bytes, most)[1] : most];
  };
  for (const { id, start } of sections(bytes)) if (id === IMPORTS) [...list(bytes, start, one)];
  return count;
}

function functionNames(bytes) {
  const names = [];
  for (const { id, start, end } of sections(bytes)) {
    const [name, inside] = id === CUSTOM ? text(bytes, start) : [];
    if (name !== "name") continue;
    for (let at = inside; at < end; ) {
      const [size, from] = number(bytes, at + 1);
      const one = (place) => {
        const [index, next] = number(bytes, place);
        const [own, after] = text(bytes, next);
        names[index] = own;
        return [own, after];
      };
      if (bytes[at] === FUNCTION_NAMES) for (const _ of list(bytes, from, one));
      at = from + size;
    }
  }
  return names;
}

/** The module with its own functions named `f` and their number among them, or as `names` says. */
export function named(bytes, names = (index) => `f${padded(index)}`) {
  const bare = [bytes.subarray(0, 8)];
  let count = 0;
  for (const { id, at, start, end } of sections(bytes)) {
    if (id === FUNCTIONS) [count] = number(bytes, start);
    if (id !== CUSTOM || text(bytes, start)[0] !== "name") bare.push(bytes.subarray(at, end));
  }
  const imported = importedFunctions(bytes);
  const entries = Array.from({ length: count }, (_, index) => [...encoded(imported + index), ...string(names(index))]);
  const map = [...encoded(count), ...entries.flat()];
  const content = [...string("name"), FUNCTION_NAMES, ...encoded(map.length), ...map];
  return Buffer.concat([...bare, Buffer.from([CUSTOM, ...encoded(content.length), ...content])]);
}

const string = (words) => [...encoded(words.length), ...Buffer.from(words)];

/**
 * Names by which the functions of `named(...)` stand in order, told by what became of them: `optimised` has been through
 * the same passes, and is sorted by how much each is called.
 */
export function ordered(optimised) {
  const imported = importedFunctions(optimised);
  const names = functionNames(optimised).slice(imported);
  let [types, bodies] = [[], []];
  for (const { id, start } of sections(optimised)) {
    if (id === FUNCTIONS) types = [...list(optimised, start, (at) => number(optimised, at))];
    if (id === CODE) {
      bodies = [...list(optimised, start, (at) => {
        const [size, from] = number(optimised, at);
        return [optimised.subarray(from, from + size), from + size];
      })];
    }
  }
  // Of one type, about as long, and beginning alike.
  const likeness = (body, index) => `${padded(types[index])}${padded(Math.round(2 * Math.log2(body.length)))}${body.toString("latin1")}`;
  const first = Math.max(0, SHORT - imported);
  const keys = bodies.map((body, index) => (index < first ? padded(index) : `x${likeness(body, index)}`));
  const order = [...keys.keys()].sort((one, other) => (keys[one] < keys[other] ? -1 : 1));
  const places = new Map(order.map((index, place) => [names[index], place]));
  // What is gone by then is named too, behind all.
  return (index) => `${padded(places.get(`f${padded(index)}`) ?? 999_999)}f${index}`;
}
