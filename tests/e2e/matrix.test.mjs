// docs/faults.md lists every fault that we know of with the tests that cover it. A test that covers one has its number
// in its name: `(F12)` or `(S4)` here, `row_12_` or `s4_` in Rust. After a change: `FAULTS=write node --test` this file.
import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { test } from "node:test";

const root = resolve(import.meta.dirname, "../..");
const NUMBERS = [
  ...Array.from({ length: 69 }, (_, index) => `F${index + 1}`), ...Array.from({ length: 18 }, (_, index) => `S${index + 1}`),
];

/** The numbers in parentheses in the names of tests, and those in the first column of a table of tests. */
function inScript(text) {
  const names = [...text.matchAll(/\btest\(\s*["`]([^"`]*)/g)].map(([, name]) => name);
  const tagged = names.flatMap((name) => [...name.matchAll(/\(([SF]\d+(?:, [SF]\d+)*)\)/g)]);
  const rows = [...text.matchAll(/^\s*\["([SF]\d+(?:, [SF]\d+)*)", /gm)];
  return [...tagged, ...rows].flatMap(([, numbers]) => numbers.split(", "));
}

/** The numbers with which names of tests begin: `row_11_…`, `s4_and_row_56_…`, `row_26_and_27_…`. */
function inRust(text) {
  const names = [...text.matchAll(/#\[(?:[a-z_]+::)?(?:wasm_bindgen_)?test[^\]]*\]\s*(?:async )?fn (\w+)/g)];
  return names.flatMap(([, name]) => {
    const [numbers] = name.match(/^(?:(?:row_|s)\d+_(?:and_(?:\d+_)?)*)*/);
    let kind;
    return [...numbers.matchAll(/(row_|s)?(\d+)_/g)].map(([, prefix, number]) => {
      kind = prefix ?? kind;
      return `${kind === "s" ? "S" : "F"}${number}`;
    });
  });
}

/** The files with a test of each number, by number. */
async function covered() {
  const found = Object.fromEntries(NUMBERS.map((number) => [number, new Set()]));
  const folder = join(root, "tests");
  for (const path of await readdir(folder, { recursive: true })) {
    if (path.includes("node_modules") || !/\.(rs|test\.mjs)$/.test(path)) continue;
    const text = await readFile(join(folder, path), "utf8");
    for (const number of path.endsWith(".rs") ? inRust(text) : inScript(text)) {
      assert.ok(found[number], `${path} names ${number}, which is no fault`);
      found[number].add(path);
    }
  }
  return found;
}

test("docs/faults.md names the tests of every fault", async () => {
  const found = await covered();
  const page = await readFile(join(root, "docs/faults.md"), "utf8");
  const listed = [...page.matchAll(/^\| ([SF]\d+) \| (.+?) \| (.+) \|$/gm)];
  assert.deepEqual(listed.map(([, number]) => number), NUMBERS);
  const expected = listed.map(([, number, fault, tests]) => {
    const files = [...found[number]].sort().map((path) => `\`${path}\``).join(" ");
    if (files !== "") return [number, fault, files];
    assert.match(tests, /^none: \w.+/, `${number} has neither a test nor a reason`);
    return [number, fault, tests];
  });
  const rows = (all) => all.map((row) => `| ${row.join(" | ")} |`);
  if (process.env.FAULTS === "write") {
    const lines = rows(expected);
    await writeFile(join(root, "docs/faults.md"), page.replaceAll(/^\| [SF]\d+ \| .+$/gm, () => lines.shift()));
    return;
  }
  assert.deepEqual(rows(listed.map(([, ...row]) => row)), rows(expected));
});
