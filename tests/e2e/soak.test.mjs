// 20 kills in `make test`, 100 in `make soak`. `seed=… make soak` repeats what failed, `round=…` only that applicant.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { Round } from "./soak.mjs";
import { EVENTS, KILLS_PER_ROUND, chances, planOf } from "./soak-plan.mjs";

// `make test` always has the same plan, so that a failure says something about a change.
const seed = process.env.SEED || (process.env.KILLS ? String(Math.floor(Math.random() * 2 ** 32)) : "1");
const only = process.env.ROUND;
const rounds = Array.from({ length: Math.ceil(Number(process.env.KILLS || 20) / KILLS_PER_ROUND) }, (_, round) => round)
  .filter((round) => !only || round === Number(only));

const apply = async (name, plan) => {
  const round = new Round({ email: `soak-${name}@bakkerij-devries.example`, plan, chance: chances(`${seed} ${name}`) });
  try {
    return await round.run();
  } catch (error) {
    const before = `seed=${seed} round=${name}, on device: ${Boolean(plan.deviceAt)}, killed so far: ${round.killed.join(", ")}`;
    throw new Error(`${before}\n${error.message}`, { cause: error });
  }
};

/** Without what differs between two applications with the same answers. */
const answersOf = ({ application }) => JSON.parse(JSON.stringify(application, (key, value) =>
  (["id", "email", "prepared_at", "accepted_at", "at"].includes(key) ? undefined : value)));

const all = [];
/** How often what was killed, and when. */
function counted() {
  const counts = {};
  for (const killed of all.flatMap(({ killed }) => killed)) {
    const kind = killed.split(" ").slice(0, 3).join(" ");
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return Object.entries(counts).sort().map(([kind, count]) => `${count} × ${kind}`).join(", ");
}

describe("killed at random moments, every application arrives once, with all that was called kept", { concurrency: 2 }, () => {
  const undisturbed = apply("undisturbed", { kills: [] });
  undisturbed.catch(() => {});
  after(() => {
    const kept = all.reduce((sum, { kept }) => sum + kept, 0);
    const gone = all.filter(({ isGone }) => isGone).length;
    console.log(`seed=${seed}: ${all.length} applicants, ${counted()}; ${kept} answers had to be back; ` +
      `all references told, ${gone} of them gone with the browser afterwards`);
  });

  test("one that nothing happens to", () => undisturbed);

  for (const number of rounds) {
    test(`(F33, F34, F35) applicant ${number}`, async (t) => {
      const found = await apply(number, planOf(seed, number));
      assert.deepEqual(answersOf(found), answersOf(await undisturbed), `seed=${seed} round=${number}`);
      all.push(found);
      const { killed, kept, isGone } = found;
      t.diagnostic(`killed: ${killed.join(", ")}; ${kept} answers had to be back${isGone ? "; the reference was told, and is gone with the browser" : ""}`);
    });
  }
});

test("what is kept on this device is found again if the browser dies right after the screen said so", async () => {
  const at = EVENTS.indexOf("leaving organisation-kind");
  await apply("at-once", { deviceAt: "organisation-kind", isAtOnce: true, kills: [{ at, after: 1000, victim: "browser" }] });
});
