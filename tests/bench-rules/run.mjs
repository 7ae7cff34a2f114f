// Compares how many applications each program checks per second: node tests/bench-rules/run.mjs
//
// All programs get the same bytes and return the verdict as text, for every readable conformance case with the example
// offer and catalogue. First the contenders are checked against the conformance file. Then the programs take turns.
// Processor time counts, so that other work on the machine affects all alike, and the best turn of each is reported.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { ajvFor } from "./ajv.mjs";
import { load } from "../../dist/rules/node.js";
import { zodFor } from "./zod.mjs";

const target = process.env.TARGET ?? "target";
const cases = readFileSync(`${target}/conformance.jsonl`, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const bytes = (path) => readFileSync(`tests/conformance/${path}.json`);
const json = (path) => JSON.parse(bytes(path));
const [TURNS, ROUNDS] = [25, 4];

/** The issues that a contender must find, by place and code, or "shape" when the shape is wrong. */
function expected({ answer }) {
  const { error, issues = [] } = JSON.parse(answer);
  return error ? ["shape"] : issues.map(({ place, code }) => (code === "field_unknown" ? code : `${place} ${code}`));
}

const found = (issues) => {
  const shapes = issues.filter(([, code]) => code === "shape").map(() => "shape");
  return shapes.length > 0 ? shapes : issues.map(([place, code]) => (code === "field_unknown" ? code : `${place} ${code}`));
};
const text = (list) => [...new Set(list)].sort().join(", ");

/** Runs a contender on all cases. Returns how often it agrees, where it differs, and how many codes it covers. */
function compare(contender) {
  const checks = new Map();
  const codes = { met: new Set(), missed: new Set() };
  const differs = [];
  let agreed = 0;
  for (const one of cases) {
    let application;
    try {
      application = JSON.parse(one.application);
    } catch {
      continue;
    }
    // The contenders trust offers and catalogues: they do not validate them.
    if (["offer", "catalogue", "today"].includes(JSON.parse(one.answer).error?.in)) continue;
    const key = `${one.offer} ${one.catalogue}`;
    if (!checks.has(key)) checks.set(key, contender(json(`offers/${one.offer}`), json(`catalogues/${one.catalogue}`)));
    const [actual, wanted] = [text(found(checks.get(key)(application, one.today))), text(expected(one))];
    if (actual === wanted) agreed += 1;
    else differs.push(`${one.name}: expected ${wanted || "nothing"}, found ${actual || "nothing"}`);
    for (const { code } of JSON.parse(one.answer).issues ?? []) codes[actual === wanted ? "met" : "missed"].add(code);
  }
  return { agreed, differs, codes: [...codes.met].filter((code) => !codes.missed.has(code)).length };
}

/** Makes a contender take bytes and return the verdict as text. */
const withText = (check) => (application, today) => {
  const parsed = JSON.parse(application.toString());
  const issues = check(parsed, today);
  const format = "eherkenning-answer/1";
  if (issues.length === 0) return JSON.stringify({ format, application: parsed });
  return JSON.stringify({ format, issues: issues.map(([place, code]) => ({ place, code, params: {} })) });
};

const all = new Set(cases.flatMap(({ answer }) => (JSON.parse(answer).issues ?? []).map(({ code }) => code)));
console.log(`${cases.length} conformance cases with ${all.size} rules\n`);
for (const [name, contender] of [["zod 4", zodFor], ["Ajv 8", ajvFor]]) {
  const { agreed, differs, codes } = compare(contender);
  console.log(`${name} agrees on ${agreed} cases and covers ${codes} rules; it differs on ${differs.length}:`);
  for (const difference of differs) console.log(`  ${difference.slice(0, 200)}`);
}

const [offer, catalogue] = ["offers/example", "catalogues/example"];
const inputs = cases
  .filter((one) => one.offer === "example" && one.catalogue === "example" && !JSON.parse(one.answer).error)
  .map((one) => [Buffer.from(one.application), one.today]);
const accepted = cases.filter((one) => one.offer === "example" && one.catalogue === "example" && JSON.parse(one.answer).application).length;
const size = Math.round(inputs.reduce((sum, [application]) => sum + application.length, 0) / inputs.length);
console.log(`\n${inputs.length} applications of ${size} bytes on average, ${accepted} of them valid`);

function inNode(check) {
  return () => {
    const before = process.cpuUsage();
    for (let round = 0; round < ROUNDS; round += 1) for (const [application, today] of inputs) check(application, today);
    const { user, system } = process.cpuUsage(before);
    return (user + system) * 1000;
  };
}

const list = `${target}/bench-rules/applications.txt`;
mkdirSync(`${target}/bench-rules`, { recursive: true });
writeFileSync(list, inputs.map(([application, today]) => `${today} ${application}\n`).join(""));
const build = "build --quiet --locked --profile native --example bench-rules".split(" ");
if (spawnSync("cargo", build, { stdio: "inherit" }).status !== 0) process.exit(1);
const native = spawn(`${target}/native/examples/bench-rules`,
  [list, `tests/conformance/${offer}.json`, `tests/conformance/${catalogue}.json`, `${ROUNDS}`], { stdio: ["pipe", "pipe", "inherit"] });
const lines = createInterface({ input: native.stdout })[Symbol.asyncIterator]();

const rules = await load(bytes(offer), bytes(catalogue));
const programs = {
  "native": async () => {
    native.stdin.write("\n");
    return Number((await lines.next()).value);
  },
  "rules.wasm in Node": inNode((application, today) => rules.answer(application, today)),
  "Ajv 8": inNode(withText(ajvFor(json(offer), json(catalogue)))),
  "zod 4": inNode(withText(zodFor(json(offer), json(catalogue)))),
  "JSON.parse and stringify alone": inNode((application) => JSON.stringify(JSON.parse(application.toString()))),
};

const best = {};
for (let turn = 0; turn < TURNS; turn += 1) {
  for (const [name, run] of Object.entries(programs)) best[name] = Math.min(best[name] ?? Infinity, await run());
}
native.stdin.end();

const each = (name) => best[name] / ROUNDS / inputs.length;
const row = (...cells) => console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(32) : String(cell).padStart(16))).join(""));
console.log();
row("", "per second", "µs each", "× zod", "× Ajv");
for (const name of Object.keys(programs)) {
  const ratio = (other) => (each(other) / each(name)).toFixed(1);
  row(name, Math.round(1e9 / each(name)).toLocaleString("en"), (each(name) / 1000).toFixed(1), ratio("zod 4"), ratio("Ajv 8"));
}
