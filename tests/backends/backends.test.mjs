// Backends in other languages against the conformance file: each runs all of it by rules.wasm, and must answer every
// case to the byte. What this machine has not got is skipped, and said.
// Needs dist/rules (make rules) and target/conformance.jsonl (make conformance).
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

const target = process.env.TARGET ?? "target";
const cases = readFileSync(`${target}/conformance.jsonl`, "utf8");
const expected = cases.trimEnd().split("\n").map((line) => JSON.parse(line));
const module = "dist/rules/rules.wasm";
const folder = "tests/conformance";

const has = (program) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
const lacks = (...programs) => programs.filter((program) => !has(program)).map((program) => `there is no ${program}`);

const BACKENDS = {
  Node: { lacks: [], run: ["node", "tests/backends/node/answers.mjs", "dist/rules", folder] },
  Python: {
    lacks: existsSync(`${target}/backends/python/wasmtime`) ? [] : ["there is no wasmtime from PyPI (make setup)"],
    run: ["python3", "tests/backends/python/answers.py", module, folder],
    env: { PYTHONPATH: `${target}/backends/python` },
  },
};

function succeeds([program, ...args], input, env) {
  const ended = spawnSync(program, args, { input, env: { ...process.env, ...env }, maxBuffer: 1 << 28 });
  assert.equal(ended.status, 0, `${program} ${args.join(" ")}\n${ended.error ?? ""}${ended.stderr}`);
  return ended.stdout.toString();
}

for (const [name, { lacks, build, run, env }] of Object.entries(BACKENDS)) {
  test(`${name} gives every answer of the conformance file`, (t) => {
    if (lacks.length > 0) {
      console.log(`\nSKIPPED: the backend in ${name}: ${lacks.join(", ")}\n`);
      return t.skip(lacks.join(", "));
    }
    for (const step of build ?? []) succeeds(step, "", env);
    const answers = succeeds(run, cases, env).split("\n");
    assert.equal(answers.pop(), "", "the last answer ends its line");
    assert.equal(answers.length, expected.length, "one answer for each case");
    for (const [at, one] of expected.entries()) assert.equal(answers[at], one.answer, one.name);
  });
}
