// Runs every stage of `make test`, and adds up the tests that passed and failed: node tools/test.mjs
//
// A stage that fails without naming a failed test counts as one failure, and so does a stage that ran no test, unless it
// reported all of them as skipped. The last lines of a stage that failed are printed again at the end.
import { spawn } from "node:child_process";

/** How a test runner reports what passed, failed and was skipped. */
const CARGO = /test result: \w+\. (\d+) passed; (\d+) failed/g;
const NODE = /(?:^|\n)\S+ pass (\d+)\n\S+ fail (\d+)\n\S+ cancelled \d+\n\S+ skipped (\d+)/g;

/** @param {string} target */
const make = (target) => `make --no-print-directory ${target}`;
/** @param {string} options */
const clippy = (options) => `cargo clippy ${options} -- -D warnings`;
/** @param {string} options */
const cargoTest = (options) => `cargo test --no-fail-fast ${options}`;
/** @param {string} folder */
const nodeTest = (folder, files = 1) =>
  `node --test --test-concurrency=${files} --test-reporter=spec ${folder}/*.test.mjs`;
const WASM = "--target wasm32-unknown-unknown";

/**
 * A stage: its name, its command, and the reports to look for if it runs tests.
 *
 * @typedef {[name: string, command: string, reports?: RegExp]} Stage
 */

/** @type {Stage[]} */
const FIRST = [
  ["format", "cargo fmt --check"],
  ["scripts", make("lint-scripts")],
  ["documentation", nodeTest("tests/docs"), NODE],
  ["supply chain", nodeTest("tests/supply"), NODE],
];

/** @type {Stage} */
const BUILD = ["build", make("build")];

/**
 * What compiles for itself. It yields the processor to the build and to the stages that use it.
 *
 * @type {Stage[]}
 */
const CODE = [
  ["clippy", clippy("--all-targets --features check,intake")],
  ["clippy, wasm", clippy(`--features web,rules,pdf ${WASM}`)],
  ["rules, wire, check and intake", cargoTest("--features check,intake"), CARGO],
  ["schemas", `${make("conformance")} && ${nodeTest("tests/schemas")}`, NODE],
  ["model", "cargo test --no-fail-fast --profile model --test model -- --nocapture", CARGO],
  ["wizard", cargoTest("--features web --test wizard"), CARGO],
  ["browser", cargoTest(`--features web --test browser ${WASM}`), CARGO],
  ["PDFs", cargoTest("--features pdf --test pdf"), CARGO],
];

/**
 * What uses the build. Most of a journey is waiting.
 *
 * @type {Stage[]}
 */
const BUILT = [
  ["size", make("size")],
  ["pdf.wasm", nodeTest("tests/pdf"), NODE],
  ["package", nodeTest("tests/package"), NODE],
  ["deploy", nodeTest("tests/deploy"), NODE],
  ["OpenAPI", nodeTest("tests/openapi"), NODE],
  ["machines", nodeTest("tests/machines"), NODE],
  ["end to end", nodeTest("tests/e2e", 2), NODE],
  ["engines", nodeTest("tests/engines"), NODE],
  ["backends", make("backends"), NODE],
];

const LAST_LINES = 60;
/** How often a stage that runs says so, in milliseconds. */
const REMINDER_MS = 120_000;
/** Priority of the stages that compile, as of `nice`. */
const YIELDING = 10;

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const failedStages = [];
/** @type {string[]} */
const lastLines = [];
/** @type {string[]} */
const durations = [];

/**
 * Runs a command at this priority, and returns its output.
 *
 * @param {string} command
 * @param {number} priority
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(command, priority) {
  const child = spawn("nice", ["-n", String(priority), "bash", "-c", `exec 2>&1; ${command}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ code, output }));
  });
}

/**
 * @param {string} output
 * @param {RegExp | undefined} reports
 */
function count(output, reports) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  if (!reports) return counts;
  const withoutColours = output.replace(/\x1b\[[0-9;]*m/g, "");
  for (const [, passed, failed, skipped = 0] of withoutColours.matchAll(reports)) {
    counts.passed += Number(passed);
    counts.failed += Number(failed);
    counts.skipped += Number(skipped);
  }
  return counts;
}

/**
 * Runs a stage, and prints its output once it has ended, because another stage may run beside it.
 *
 * @param {Stage} stage
 */
async function runStage([name, command, reports], priority = 0) {
  console.log(`== ${name}: begins`);
  const began = performance.now();
  const elapsed = () => Math.round((performance.now() - began) / 1000);
  const reminder = setInterval(() => console.log(`== ${name}: ${elapsed()} s`), REMINDER_MS);
  const { code, output } = await run(command, priority);
  clearInterval(reminder);
  const seconds = elapsed();
  durations.push(`${seconds} s ${name}`);
  const counts = count(output, reports);
  const ranNothing = reports && counts.passed + counts.skipped === 0;
  if (counts.failed === 0 && (code !== 0 || ranNothing)) counts.failed = 1;
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  const hasFailed = counts.failed > 0;
  console.log(`\n== ${name}${hasFailed ? " FAILED" : ""} (${seconds} s): ${command}\n${output}`);
  if (hasFailed) {
    failedStages.push(name);
    const lines = output.trimEnd().split("\n").slice(-LAST_LINES);
    lastLines.push(`\n== ${name} failed; its last lines:`, ...lines);
  }
}

/** @param {Stage[]} stages */
async function runInTurn(stages, priority = 0) {
  for (const stage of stages) await runStage(stage, priority);
}

async function buildAndUse() {
  await runStage(BUILD);
  if (!failedStages.includes("build")) {
    await runInTurn(BUILT);
    return;
  }
  for (const [name] of BUILT) {
    total.failed += 1;
    failedStages.push(name);
    console.log(`\n== ${name}: not run, because there is no build`);
  }
}

await runInTurn(FIRST);
await Promise.all([runInTurn(CODE, YIELDING), buildAndUse()]);

for (const line of lastLines) console.log(line);
console.log(`\n${durations.join(" · ")}`);
if (failedStages.length > 0) console.log(`failed: ${failedStages.join(" · ")}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
