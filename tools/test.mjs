// Runs every stage of `make test`, passes its output on, and adds up the tests that passed and failed.
// A stage that ends badly without naming a failed test counts as one failure; so does one that ran no test, unless all of them
// said why they were skipped. What failed is told again at the end.
import { spawn } from "node:child_process";

const CARGO = { counts: /test result: \w+\. (\d+) passed; (\d+) failed/g };
const NODE = { counts: /(?:^|\n)\S+ pass (\d+)\n\S+ fail (\d+)\n\S+ cancelled \d+\n\S+ skipped (\d+)/g };
const SILENT = {};

const STAGES = [
  ["format", "cargo fmt --check", SILENT],
  ["clippy", "cargo clippy --all-targets --features check,intake -- -D warnings", SILENT],
  ["clippy, web", "cargo clippy --features web --target wasm32-unknown-unknown -- -D warnings", SILENT],
  ["clippy, rules.wasm", "cargo clippy --features rules --bin rules --target wasm32-unknown-unknown -- -D warnings", SILENT],
  ["rules, wire, check and intake", "cargo test --no-fail-fast --features check,intake", CARGO],
  ["schemas", "make --no-print-directory conformance && node --test --test-reporter=spec tests/schemas/*.test.mjs", NODE],
  ["wizard", "cargo test --no-fail-fast --features web --test wizard", CARGO],
  ["browser", "cargo test --no-fail-fast --features web --test browser --target wasm32-unknown-unknown", CARGO],
  ["build", "make --no-print-directory build", SILENT],
  ["size", "node tools/size.mjs", SILENT],
  ["package", "node --test --test-reporter=spec tests/package/*.test.mjs", NODE],
  ["backends", "make --no-print-directory backends", NODE],
  ["deploy", "node --test --test-concurrency=1 --test-reporter=spec tests/deploy/*.test.mjs", NODE],
  ["end to end", "node --test --test-concurrency=1 --test-reporter=spec tests/e2e/*.test.mjs", NODE],
  ["engines", "node --test --test-concurrency=1 --test-reporter=spec tests/engines/*.test.mjs", NODE],
];

const run = (command) =>
  new Promise((done) => {
    const child = spawn("bash", ["-c", `exec 2>&1; ${command}`], { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output += text;
      process.stdout.write(text);
    });
    child.on("close", (code) => done({ code, output: output.replace(/\x1b\[[0-9;]*m/g, "") }));
  });

// What a stage that failed printed last; told again at the end, where it is looked for.
const LAST_LINES = 60;
const total = { passed: 0, failed: 0, skipped: 0 };
const faulty = [];
const told = [];
for (const [name, command, { counts }] of STAGES) {
  if (faulty.includes("build")) {
    faulty.push(name);
    total.failed += 1;
    console.log(`\n== ${name}: not run, there is no build`);
    continue;
  }
  console.log(`\n== ${name}: ${command}`);
  const { code, output } = await run(command);
  let [passed, failed, skipped] = [0, 0, 0];
  for (const [, good, bad, left = 0] of counts ? output.matchAll(counts) : []) {
    passed += Number(good);
    failed += Number(bad);
    skipped += Number(left);
  }
  if (failed === 0 && (code !== 0 || (counts && passed + skipped === 0))) failed = 1;
  if (failed > 0) {
    faulty.push(name);
    told.push(`\n== ${name} failed; its last lines:`, ...output.trimEnd().split("\n").slice(-LAST_LINES));
    console.log(`\n== ${name} FAILED`);
  }
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

told.forEach((line) => console.log(line));
console.log(faulty.length > 0 ? `\nfailed: ${faulty.join(" · ")}` : "");
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
process.exitCode = total.failed > 0 ? 1 : 0;
