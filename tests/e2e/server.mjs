// A running intake with a store of its own.
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const root = resolve(import.meta.dirname, "../..");
const built = (name) => join(process.env.TARGET ?? join(root, "target"), "native", name);
const intake = process.env.INTAKE ?? built("intake");

/** The program `check`. */
export const check = process.env.CHECK ?? built("check");

export const dist = resolve(root, process.env.DIST ?? "dist");
const offer = join(dist, "offer.json");
const catalogue = join(dist, "catalogue.json");

/** `terms` changes the offer before intake reads it; `more` are further options; `host` is another name of its address. */
export async function startIntake({ terms, more = [], host } = {}) {
  const store = await mkdtemp(join(tmpdir(), "intake-"));
  const file = terms ? `${store}.json` : offer;
  if (terms) await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(offer, "utf8")), ...terms }));
  const options = ["--store", store, "--dist", dist, "--offer", file, "--catalogue", catalogue, "--lookup", ...more];
  let running = await start(["--listen", "127.0.0.1:0", ...options]);
  const { address } = running;
  return {
    origin: `http://${host ? address.replace("127.0.0.1", host) : address}`,
    store,
    /** The lines of its log, since it was started last. */
    get log() {
      return running.log;
    },
    stored: () => stored(store),
    /** Kills it, and starts it again: at the same address, with the same store. */
    async restart() {
      await running.kill();
      running = await start(["--listen", address, ...options]);
    },
    async stop() {
      await running.kill();
      await rm(store, { recursive: true, force: true });
      if (terms) await rm(file);
    },
  };
}

/** Starts the program, and waits until it listens. */
async function start(options) {
  const child = spawn(intake, options, { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((done) => child.once("exit", done));
  const log = [];
  const address = await new Promise((found, failed) => {
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`intake ended with ${code}`)));
    createInterface(child.stderr).on("line", (line) => {
      log.push(line);
      const { address } = JSON.parse(line);
      if (address) found(address);
    });
  });
  const kill = () => {
    child.kill("SIGKILL");
    return ended;
  };
  return { address, kill, log };
}

/** The files of a folder, sorted; empty if it does not exist. */
const filesIn = async (folder) => (existsSync(folder) ? (await readdir(folder)).sort() : []);

const readJson = async (...path) => JSON.parse(await readFile(join(...path), "utf8"));

/** What is stored: one entry for each key that has an outcome with a reference. */
async function stored(store) {
  const keys = await Promise.all((await filesIn(join(store, "keys"))).map(async (id) => {
    const outcomes = (await filesIn(join(store, "keys", id))).filter((name) => name.endsWith(".outcome.json"));
    const receipts = await Promise.all(outcomes.map((name) => readJson(store, "keys", id, name)));
    return receipts.filter(({ outcome }) => outcome === "stored").map((receipt) => ({ id, receipt }));
  }));
  return Promise.all(keys.flat().map(async ({ id, receipt }) => {
    const file = join(store, receipt.folder, "application.json");
    const documents = await filesIn(join(store, receipt.folder, "documents"));
    return { id, application: await readJson(file), receipt, documents, issues: await issues(file) };
  }));
}

/** The issues that the program `check` finds. */
function issues(file) {
  const options = ["application", file, "--offer", offer, "--catalogue", catalogue];
  return new Promise((done, failed) => {
    execFile(check, options, (error, stdout, stderr) => {
      if (error && error.code !== 1) return failed(new Error(stdout || stderr || error.message));
      const { application, issues = [] } = JSON.parse(stdout);
      if (!application && issues.length === 0) return failed(new Error(`check neither accepts nor refuses: ${stdout}`));
      done(issues);
    });
  });
}

/** Whether the wizard has a file of this name. */
export const isOwnFile = (path) => {
  const name = path === "/" ? "index.html" : path.slice(1);
  return !name.split("/").includes("..") && existsSync(join(dist, name));
};
