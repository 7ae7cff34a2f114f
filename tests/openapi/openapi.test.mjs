// intake answers as openapi.json says, whatever it is sent: schemathesis from PyPI makes requests from the document.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { startIntake } from "../e2e/server.mjs";

const root = resolve(import.meta.dirname, "../..");
const folder = join(process.env.TARGET ?? join(root, "target"), "openapi");
const skip = existsSync(join(folder, "python/schemathesis")) ? false : "schemathesis from PyPI is not installed (make setup)";

/** Runs schemathesis on a backend; what it printed. */
async function examine(origin, options) {
  const all = ["-m", "schemathesis.cli", "run", join(root, "public/schema/openapi.json"), "--url", origin, "--no-color", ...options];
  const child = spawn("python3", all, { cwd: folder, env: { ...process.env, PYTHONPATH: join(folder, "python") } });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => { printed += text; });
  const code = await new Promise((done) => child.once("close", done));
  return { code, printed };
}

test("every response is one that openapi.json describes, and none is a fault of the server", { skip }, async () => {
  const limits = ["--lookup-limit", "--lookup-limit-all", "--post-limit-all"].flatMap((option) => [option, "100000"]);
  const intake = await startIntake({ more: limits });
  try {
    // Requests that match the document may still break a rule, which no schema can say.
    const { code, printed } = await examine(intake.origin, [
      "--checks", "all", "--exclude-checks", "positive_data_acceptance", "--max-examples", "100", "--seed", "1",
    ]);
    assert.equal(code, 0, printed);
    assert.match(printed, /Tested: 6/);
    assert.ok(!intake.log.some((line) => JSON.parse(line).level === "ERROR"));
  } finally {
    await intake.stop();
  }
});
