// Runs every stage of `make test`, and adds up the tests that passed and failed: node tools/test.mjs
//
// A stage that fails without naming a failed test counts as one failure, and so does a stage that ran no test, unless it
// reported all of them as skipped. The last lines of a stage that failed are printed again at the end.
import { spawn } from "node:child_process";

/** How a test runner reports what passed, failed and was skipped. */
const CARGO = /test result: \w+\. (\d+) passed; (\d+) failed/g;
const NODE = /(?:^|\n)\S+ pass (\d+)\n\S+ fail (\d+)\n\S+ cancelled \d+\n\S+ skipped (\d+)/g;

const make = (target) => `make --no-print-directory ${target}`;
const clippy = (options) => `cargo clippy ${options} -- -D warnings`;
const cargoTest = (options) => `cargo test --no-fail-fast ${options}`;
const nodeTest = (folder, files = 1) =>
  `node --test --test-concurrency=${files} --test-reporter=spec ${folder}/*.test.mjs`;
const WASM = "--target wasm32-unknown-unknown";

/** Name, command, and the reports to look for if it runs tests. */
const STAGES = [
  ["format", "cargo fmt --check"],
  ["scripts", make("lint-scripts")],
  ["clippy", clippy("--all-targets --features check,intake")],
  ["clippy, web", clippy(`--features web ${WASM}`)],
  ["clippy, rules.wasm", clippy(`--features rules --bin rules ${WASM}`)],
  ["clippy, pdf.wasm", clippy(`--features pdf --bin pdf ${WASM}`)],
  ["rules, wire, check and intake", cargoTest("--features check,intake"), CARGO],
  ["model", "cargo test --no-fail-fast --profile model --test model -- --nocapture", CARGO],
  ["schemas", `${make("conformance")} && ${nodeTest("tests/schemas")}`, NODE],
  ["wizard", cargoTest("--features web --test wizard"), CARGO],
  ["browser", cargoTest(`--features web --test browser ${WASM}`), CARGO],
  ["build", make("build")],
  ["size", make("size")],
  ["PDFs", cargoTest("--features pdf --test pdf"), CARGO],
  ["pdf.wasm", nodeTest("tests/pdf"), NODE],
  ["package", nodeTest("tests/package"), NODE],
  ["backends", make("backends"), NODE],
  ["deploy", nodeTest("tests/deploy"), NODE],
  // Most of a journey is waiting.
  ["end to end", nodeTest("tests/e2e", 2), NODE],
  ["engines", nodeTest("tests/engines"), NODE],
];

const LAST_LINES = 60;

const total = { passed: 0, failed: 0, skipped: 0 };
const failedStages = [];
const lastLines = [];

/** Runs a command, and forwards its output. */
function run(command) {
  const stdio = ["ignore", "pipe", "inherit"];
  const child = spawn("bash", ["-c", `exec 2>&1; ${command}`], { stdio });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
    process.stdout.write(text);
  });
  return new Promise((resolve) => {
    child.on("close", (code) => {
      const withoutColours = output.replace(/\x1b\[[0-9;]*m/g, "");
      resolve({ code, output: withoutColours });
    });
  });
}

function count(output, reports) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [, passed, failed, skipped = 0] of output.matchAll(reports)) {
    counts.passed += Number(passed);
    counts.failed += Number(failed);
    counts.skipped += Number(skipped);
  }
  return counts;
}

async function runStage([name, command, reports]) {
  console.log(`\n== ${name}: ${command}`);
  const { code, output } = await run(command);
  const counts = reports ? count(output, reports) : { passed: 0, failed: 0, skipped: 0 };
  const ranNothing = reports && counts.passed + counts.skipped === 0;
  if (counts.failed === 0 && (code !== 0 || ranNothing)) counts.failed = 1;
  for (const key of Object.keys(total)) total[key] += counts[key];
  if (counts.failed === 0) return;
  failedStages.push(name);
  const lines = output.trimEnd().split("\n").slice(-LAST_LINES);
  lastLines.push(`\n== ${name} failed; its last lines:`, ...lines);
  console.log(`\n== ${name} FAILED`);
}

for (const stage of STAGES) {
  if (failedStages.includes("build")) {
    // All later stages need the build.
    total.failed += 1;
    failedStages.push(stage[0]);
    console.log(`\n== ${stage[0]}: not run, because there is no build`);
  } else {
    await runStage(stage);
  }
}

for (const line of lastLines) console.log(line);
console.log(failedStages.length > 0 ? `\nfailed: ${failedStages.join(" · ")}` : "");
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
