// Several machines with intake on one store. Each is started again when it ends, as systemd does.
import { execFile, spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { TODAY } from "./applications.mjs";

const root = resolve(import.meta.dirname, "../..");
export const intake = process.env.INTAKE ?? join(process.env.TARGET ?? join(root, "target"), "native/intake");

/** What an intake on the bucket has in its environment. */
export const bucketAt = (endpoint) => ({
  AWS_ENDPOINT: endpoint, AWS_ALLOW_HTTP: "true", AWS_REGION: "us-east-1", AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test",
});

/** The options of every server. All clients are at this machine, so only the limit of all together counts. */
export const serving = (store) => [
  "--listen", "127.0.0.1:0", "--store", store, "--today", TODAY, "--post-limit-all", "1000000",
  "--offer", join(root, "public/offer.json"), "--catalogue", join(root, "public/catalogue.json"),
];

/** Starts a process; `address` is there once it listens, and `ended` has its exit code. */
export function start(options, environment = {}) {
  const child = spawn(intake, options, { env: { ...process.env, RUST_LOG: "info", ...environment }, stdio: ["ignore", "ignore", "pipe"] });
  const log = [];
  const ended = new Promise((done) => child.once("exit", (code) => done(code)));
  const address = new Promise((found) => {
    createInterface(child.stderr).on("line", (line) => {
      log.push(line);
      if (log.length > 1000) log.shift();
      const [, at] = line.match(/"address":"([^"]+)"/) ?? [];
      if (at) found(at);
    });
    ended.then(() => found(undefined));
  });
  const kill = (signal = "SIGKILL") => {
    child.kill(signal);
    return ended;
  };
  return { pid: child.pid, log, ended, address, kill };
}

/** Carries out a command of operators. */
export const operate = (words, environment) => new Promise((done) => {
  execFile(intake, words, { env: { ...process.env, ...environment }, maxBuffer: 2 ** 26 }, (error, out, err) => {
    done({ code: error ? error.code : 0, out, err });
  });
});

class Machine {
  constructor(options, environment) {
    Object.assign(this, { options, environment, starts: 0, refusals: [], isStopping: false, panics: [] });
  }

  /** Keeps it running until it is stopped. */
  async keepRunning() {
    while (!this.isStopping) {
      this.process = start(this.options, this.environment);
      this.starts += 1;
      const address = await this.process.address;
      this.origin = address && `http://${address}`;
      const code = await this.process.ended;
      this.origin = undefined;
      this.panics.push(...this.process.log.filter((line) => line.includes("panicked")));
      if (code !== null && !this.isStopping) this.refusals.push(this.process.log.at(-1));
      await wait(100);
    }
  }

  kill() {
    return this.process.kill();
  }
}

/** Starts so many machines, and waits until all of them listen. */
export async function startFleet(count, options, environment) {
  const machines = Array.from({ length: count }, () => new Machine(options, environment));
  const running = machines.map((machine) => machine.keepRunning());
  /** Waits until all of them listen. */
  const all = async () => {
    while (machines.some(({ origin }) => !origin)) await wait(50);
  };
  await all();
  return {
    machines,
    all,
    /** One that listens; by chance, as a load balancer chooses. */
    async any(chance) {
      for (;;) {
        const there = machines.filter(({ origin }) => origin);
        if (there.length > 0) return there[Math.floor(chance() * there.length)];
        await wait(50);
      }
    },
    async stop() {
      for (const machine of machines) machine.isStopping = true;
      await Promise.all(machines.map((machine) => machine.kill()));
      await Promise.all(running);
    },
  };
}
