// Backends in other languages: each runs all conformance cases with rules.wasm, and must return the expected bytes.
// Backends whose tools are not installed are skipped with a message.
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

const BACKENDS = {
  Node: { missing: [], run: ["node", "tests/backends/node/answers.mjs", "dist/rules", folder] },
  Python: {
    missing: existsSync(`${target}/backends/python/wasmtime`) ? [] : ["wasmtime from PyPI is not installed (make setup)"],
    run: ["python3", "tests/backends/python/answers.py", module, folder],
    env: { PYTHONPATH: `${target}/backends/python` },
  },
};

function execute([program, ...args], input, env) {
  const result = spawnSync(program, args, { input, env: { ...process.env, ...env }, maxBuffer: 1 << 28 });
  assert.equal(result.status, 0, `${program} ${args.join(" ")}\n${result.error ?? ""}${result.stderr}`);
  return result.stdout.toString();
}

for (const [name, { missing, run, env }] of Object.entries(BACKENDS)) {
  test(`${name} returns the expected verdict for every conformance case`, (t) => {
    if (missing.length > 0) {
      console.log(`\nSKIPPED: the backend in ${name}: ${missing.join(", ")}\n`);
      return t.skip(missing.join(", "));
    }
    const verdicts = execute(run, cases, env).split("\n");
    assert.equal(verdicts.pop(), "", "the last verdict ends with a newline");
    assert.equal(verdicts.length, expected.length, "one verdict per case");
    for (const [index, { name, answer }] of expected.entries()) assert.equal(verdicts[index], answer, name);
  });
}
