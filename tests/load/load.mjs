// What one intake takes: applications a second, how long they take, and memory. Bounded in count and time; on this machine only.
// `make load`; `count=2000 make load` for fewer applications.
import assert from "node:assert/strict";
import { readFile, mkdtemp, rm } from "node:fs/promises";
import http from "node:http";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { application, picture, post, slowly } from "../machines/applications.mjs";
import { startFaults } from "../machines/faults.mjs";
import { bucketAt, serving, start } from "../machines/fleet.mjs";
import { missing, startStore } from "../machines/store.mjs";

const COUNT = Number(process.env.COUNT || 10_000);
const CONNECTIONS = 64;
/** Fewer besides them: 256 applications may arrive at once. */
const BESIDE_SLOW = 32;
const SLOW = 200;
/** How long one part may take. */
const LIMIT_MS = 15 * 60_000;
/** A copy of 1.4 megapixels, 360 KB. */
const COPY = picture(1200, 100);

const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

/** The memory that a process has now, in bytes. */
async function memory({ pid }) {
  const [, kibibytes] = (await readFile(`/proc/${pid}/status`, "utf8")).match(/^VmRSS:\s+(\d+) kB/m);
  return Number(kibibytes) * 1024;
}

/** The time that a process has had a processor, in milliseconds; the kernel counts in hundredths of a second. */
async function processor({ pid }) {
  const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).replace(/^.*\) /, "").split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Posts applications over so many connections. `each` is called with the number of those that were stored. */
async function load({ origin, intake }, { count, connections, from = 1, each = async () => {} }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const took = [];
  const before = await processor(intake);
  const began = performance.now();
  let next = from;
  const client = async () => {
    while (next < from + count && performance.now() - began < LIMIT_MS) {
      const form = application(next++, { copy: COPY });
      const sent = performance.now();
      const { status, code } = await post(origin, form, agent);
      assert.equal(status, 201, code);
      took.push(performance.now() - sent);
      await each(took.length);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  const seconds = (performance.now() - began) / 1000;
  const used = (await processor(intake)) - before;
  agent.destroy();
  took.sort((one, other) => one - other);
  const at = (part) => `${Math.round(took[Math.ceil(took.length * part) - 1])} ms`;
  const processorEach = `${(used / took.length).toFixed(1)} ms`;
  return { applications: took.length, "a second": Math.round(took.length / seconds), median: at(0.5), p99: at(0.99), "processor, each": processorEach };
}

/** Starts an intake, and stops it after the work. */
async function withIntake(store, environment, work) {
  const intake = start(serving(store), environment);
  try {
    const address = await intake.address;
    assert.ok(address, intake.log.at(-1));
    return await work({ origin: `http://${address}`, intake });
  } finally {
    await intake.kill();
  }
}

async function onFolder(work) {
  const folder = await mkdtemp(join(tmpdir(), "load-"));
  try {
    return await withIntake(folder, {}, work);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** On the object store, directly or through a proxy that counts. */
async function onBucket(work, { isCounted = false } = {}) {
  const store = await startStore();
  const proxy = await startFaults(store, { chance: Math.random });
  try {
    return await withIntake("s3://bucket/folder", bucketAt(isCounted ? proxy.origin : store.origin), (place) => work(place, proxy));
  } finally {
    await proxy.stop();
    await store.stop();
  }
}

const rows = {};
const sizes = {};

const { body } = application(1, { copy: COPY });
console.log(`${availableParallelism()} cores; each application has ${Math.round(body.length / 1000)} KB`);

await onFolder(async (place) => {
  sizes["at start"] = await memory(place.intake);
  const each = async (stored) => {
    if (stored % (COUNT / 10) === 0) sizes[`after ${stored}`] = await memory(place.intake);
  };
  rows[`folder, ${CONNECTIONS} connections`] = await load(place, { count: COUNT, connections: CONNECTIONS, each });
});

await onFolder(async (place) => {
  const count = Math.ceil(COUNT / 10);
  const rested = await load(place, { count, connections: BESIDE_SLOW });
  rows[`folder, ${BESIDE_SLOW} connections`] = rested;
  const slow = slowly(place.origin, SLOW);
  await wait(1000);
  const beside = await load(place, { count, connections: BESIDE_SLOW, from: count + 1 });
  rows[`folder, ${BESIDE_SLOW} connections, and ${SLOW} slow ones`] = beside;
  assert.equal(slow.open(), SLOW, "slow connections that are still open");
  slow.stop();
  assert.ok(beside["a second"] > rested["a second"] / 2, "slow connections stop others");
});

if (missing) {
  console.log(`not on an object store: ${missing}`);
} else {
  await onBucket(async (place) => {
    rows[`object store, ${CONNECTIONS} connections`] = await load(place, { count: Math.ceil(COUNT / 10), connections: CONNECTIONS });
  });
  await onBucket(async (place, proxy) => {
    const before = proxy.requests;
    await load(place, { count: 20, connections: 1 });
    console.log(`${(proxy.requests - before) / 20} requests to the object store for each application`);
  }, { isCounted: true });
}

console.table(rows);
console.table(Object.fromEntries(Object.entries(sizes).map(([when, bytes]) => [when, { memory: megabytes(bytes) }])));
const [, ...later] = Object.values(sizes);
// The first tenth fills what stays: threads, buffers and what the allocator keeps.
assert.ok(later.at(-1) < later[0] * 1.5, "memory grows with the applications that were stored");
