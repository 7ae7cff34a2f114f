// Four machines on one object store, which are killed while the store fails: each application is stored once and whole.
// `make test` has 30 keys, `make machines` 200; `seed=…` repeats what is left to chance, but not when what happens.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { application, ask, post } from "./applications.mjs";
import { crowd } from "./crowd.mjs";
import { USUAL, startFaults } from "./faults.mjs";
import { bucketAt, operate, serving, start, startFleet } from "./fleet.mjs";
import { missing, startStore } from "./store.mjs";
import { chances } from "../e2e/soak-plan.mjs";

const number = (name, usual) => Number(process.env[name] || usual);
const seed = process.env.SEED || "1";
/** Each posted by so many clients; a machine is killed so often. */
const KEYS = number("KEYS", 30);
const CLIENTS = number("CLIENTS", 20);
const KILLS = number("KILLS", 10);
const STORE = "s3://bucket/folder";

/** Kills machines by chance, `KILLS` times from the first client that has its answer to the last. */
function killer(fleet, chance) {
  const plan = Array.from({ length: KILLS }, () => chance() * KEYS * CLIENTS * 0.95).sort((one, other) => one - other);
  const kills = [];
  let settled = 0;
  const kill = async () => {
    await wait(chance() * 500);
    await (await fleet.any(chance)).kill();
  };
  const onSettled = () => {
    settled += 1;
    while (plan[0] < settled) {
      plan.shift();
      kills.push(kill());
    }
  };
  return { onSettled, kills };
}

/** One reference for one key, whoever asked; those who posted other bytes are told so. Returns what is stored. */
function judge({ id, posted }) {
  const taken = posted.filter(({ answer }) => [200, 201].includes(answer.status));
  const refused = posted.filter(({ answer }) => answer.status === 422 && answer.code === "idempotency_key_reused");
  assert.equal(taken.length + refused.length, posted.length, `${id}: ${posted.map(({ answer }) => `${answer.status} ${answer.code ?? ""}`)}`);
  const references = new Set(taken.map(({ answer }) => answer.reference));
  assert.equal(references.size, 1, `${id}: ${[...references]}`);
  const forms = new Set(taken.map(({ form }) => form));
  assert.equal(forms.size, 1, `${id}: two applications were taken`);
  assert.ok(refused.every(({ form }) => !forms.has(form)), `${id}: one application was both taken and refused`);
  assert.ok(taken.filter(({ answer }) => answer.status === 201).length <= 1, `${id}: stored twice`);
  return { id, reference: [...references][0], form: [...forms][0] };
}

/** Everything in the store, and nothing else: one folder for each key, byte for byte what was posted. */
async function inspect(store, stored) {
  const names = (await store.names()).map((name) => name.replace(/^folder\//, ""));
  const files = names.filter((name) => name.startsWith("applications/"));
  let bytes = 0;
  for (const { id, form } of stored) {
    const own = files.filter((name) => name.startsWith(`applications/${id}/`));
    const [folder] = own[0].match(/^applications\/[^/]+\/\d+\//);
    assert.deepEqual(own, Object.keys(form.files).map((name) => folder + name).sort(), id);
    for (const [name, posted] of Object.entries(form.files)) {
      assert.ok((await store.read(`folder/${folder}${name}`)).equals(posted), `${folder}${name} differs from what was posted`);
      bytes += posted.length;
    }
  }
  assert.equal(files.length, stored.reduce((sum, { form }) => sum + Object.keys(form.files).length, 0));
  const isKnown = (name) => /^(applications|keys|journal)\/|^put-if-absent-[^/]*\.json$/.test(name);
  assert.deepEqual(names.filter((name) => !isKnown(name)), []);
  return bytes;
}

/** A store behind faults, for the time of a test. */
async function withFaults(faults, work) {
  const store = await startStore();
  const proxy = await startFaults(store, { chance: chances(seed), faults });
  try {
    await work(store, proxy);
  } finally {
    await proxy.stop();
    await store.stop();
  }
}

test("machines that start at once on a store that ignores If-None-Match refuse it, and leave nothing", { skip: missing }, () =>
  withFaults({ deaf: 1 }, async (store, proxy) => {
    const processes = Array.from({ length: 4 }, () => start(serving(STORE), bucketAt(proxy.origin)));
    assert.deepEqual(await Promise.all(processes.map(({ ended }) => ended)), [1, 1, 1, 1]);
    for (const { log } of processes) assert.match(JSON.parse(log.at(-1)).error, /does not support put-if-absent/);
    assert.deepEqual(await store.names(), []);
  }));

test("machines that start while the store is down run once it is back", { skip: missing }, () =>
  withFaults({ down: 1 }, async (store, proxy) => {
    const starting = startFleet(4, [...serving(STORE), "--store-timeout", "1"], bucketAt(proxy.origin));
    await wait(8000);
    proxy.faults = {};
    const fleet = await starting;
    try {
      const refusals = fleet.machines.map((machine) => machine.refusals);
      assert.ok(refusals.every(([first]) => /the store cannot be used/.test(first)), JSON.stringify(refusals));
      const answers = await Promise.all(fleet.machines.map(({ origin }) => post(origin, application(1))));
      assert.ok(answers.some(({ status }) => status === 201) && answers.every(({ status }) => [200, 201, 409].includes(status)));
      assert.deepEqual((await store.names()).filter((name) => !name.startsWith("folder/keys/") && !name.startsWith("folder/applications/")), []);
    } finally {
      await fleet.stop();
    }
  }));

test("(F69) machines that die on a store that fails store each application once and whole", { skip: missing }, (t) => withFaults({}, async (store, faults) => {
  const chance = chances(`${seed} clients`);
  const began = performance.now();
  const fleet = await startFleet(4, [...serving(STORE), "--lease", "2", "--store-timeout", "6"], bucketAt(faults.origin));
  try {
    faults.faults = USUAL;
    const counts = {};
    const { onSettled, kills } = killer(fleet, chance);
    const results = await crowd(fleet, { keys: KEYS, clients: CLIENTS, chance, counts, onSettled });
    await Promise.all(kills);
    const seconds = Math.round((performance.now() - began) / 1000);
    // What was held is carried out now, and nothing fails any more.
    faults.faults = {};
    await faults.settled();
    const stored = results.map(judge);
    assert.equal(new Set(stored.map(({ reference }) => reference)).size, KEYS, "one reference for two keys");
    await fleet.all();
    for (const { id, reference } of stored) {
      const told = await Promise.all(fleet.machines.map(({ origin }) => ask(origin, { path: `/applications/${id}` })));
      assert.deepEqual(told.map((answer) => answer.reference ?? answer), fleet.machines.map(() => reference), id);
    }

    const direct = bucketAt(store.origin);
    const swept = await operate(["sweep", "--older-than", "3650d", "--store", STORE], direct);
    assert.equal(swept.code, 0, swept.err);
    const verified = await operate(["verify", "--store", STORE], direct);
    assert.deepEqual([verified.code, verified.out], [0, `${KEYS} keys checked, 0 faults found\n`]);
    const listed = await operate(["list", "--json", "--store", STORE], direct);
    const references = listed.out.trim().split("\n").map((line) => JSON.parse(line).reference);
    assert.deepEqual(references.sort(), stored.map(({ reference }) => reference).sort());
    const bytes = await inspect(store, stored);
    assert.deepEqual(fleet.machines.flatMap(({ panics }) => panics), []);
    assert.equal(kills.length, KILLS);
    const refusals = fleet.machines.flatMap((machine) => machine.refusals);
    t.diagnostic(`seed=${seed}: ${KEYS} keys, ${CLIENTS} clients each, in ${seconds} s; ${kills.length} machines killed, ${refusals.length} starts failed`);
    t.diagnostic(`${faults.requests} requests to the store, of which ${Object.entries(faults.counts).map(([name, count]) => `${count} ${name}`).join(", ")}`);
    t.diagnostic(`answers to clients: ${Object.entries(counts).map(([status, count]) => `${count} × ${status}`).join(", ")}; ${bytes} bytes compared`);
  } finally {
    await fleet.stop();
  }
}));
