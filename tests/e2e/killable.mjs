// A Chromium of its own, with a profile on disk, that can be killed at any moment and started again.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "playwright-core";
import { options } from "./browser.mjs";

/** What Playwright also gives to a browser that it starts: it does nothing beside the page, and does not slow it down. */
const UNDISTURBED = ["--allow-pre-commit-input", "--disable-backgrounding-occluded-windows", "--disable-background-timer-throttling",
  "--disable-breakpad", "--disable-dev-shm-usage", "--disable-extensions", "--disable-features=PaintHolding,MediaRouter",
  "--disable-field-trial-config", "--disable-hang-monitor", "--disable-ipc-flooding-protection", "--disable-renderer-backgrounding",
  "--hide-scrollbars", "--mute-audio", "--password-store=basic"];

const running = new Set();
const killTree = (child) => {
  if (running.delete(child)) process.kill(-child.pid, "SIGKILL");
};
process.on("exit", () => running.forEach(killTree));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

/**
 * `observe` is source that runs in the page before its own scripts; what it passes to `window.observed` is passed to
 * `onObserved`. Its processes are in a group of their own.
 */
export class Killable {
  constructor({ observe, onObserved }) {
    Object.assign(this, { observe, onObserved, errors: [], connections: [] });
  }

  async start() {
    this.profile ??= await mkdtemp(join(tmpdir(), "profile-"));
    const args = [...options.args, ...UNDISTURBED, "--headless", "--remote-debugging-port=0", `--user-data-dir=${this.profile}`,
      "--window-size=1000,900", "about:blank"];
    const child = spawn(options.executablePath, args, { detached: true, stdio: ["ignore", "ignore", "pipe"] });
    running.add(child);
    this.child = child;
    this.ended = new Promise((done) => child.once("exit", () => {
      running.delete(child);
      done();
    }));
    this.address = await new Promise((found, failed) => {
      child.once("error", failed);
      child.once("exit", (code) => failed(new Error(`Chromium ended with ${code}`)));
      createInterface(child.stderr).on("line", (line) => {
        const [, port] = line.match(/^DevTools listening on ws:\/\/[^:]+:(\d+)\//) ?? [];
        if (port) found(`http://127.0.0.1:${port}`);
      });
    });
    await this.connect();
    // This session outlives the page's process, unlike the page.
    this.session = await this.page.context().newCDPSession(this.page);
    this.session.on("Runtime.bindingCalled", ({ payload }) => this.onObserved(JSON.parse(payload)));
    await this.session.send("Runtime.enable");
    await this.session.send("Runtime.addBinding", { name: "observed" });
    await this.session.send("Page.enable");
    await this.session.send("Page.addScriptToEvaluateOnNewDocument", { source: this.observe });
  }

  async connect() {
    this.browser = await chromium.connectOverCDP(this.address);
    this.connections.push(this.browser);
    const [context] = this.browser.contexts();
    context.setDefaultTimeout(30_000);
    context.on("weberror", (problem) => this.errors.push(String(problem.error())));
    // A page that is being loaded again is only announced later.
    this.page = context.pages()[0] ?? (await context.waitForEvent("page"));
    this.system = await this.browser.newBrowserCDPSession();
  }

  /** Kills all of its processes. */
  killAll() {
    killTree(this.child);
  }

  /** Kills the processes of its pages; done when the browser has noticed. */
  async killPages() {
    const crashed = this.page.waitForEvent("crash");
    const { processInfo } = await this.system.send("SystemInfo.getProcessInfo");
    for (const { type, id } of processInfo) if (type === "renderer") process.kill(id, "SIGKILL");
    await crashed;
  }

  /** Waits until something of local storage is on disk: Chromium writes it five seconds later. */
  async flushed() {
    const folder = join(this.profile, "Default/Local Storage/leveldb");
    const isThere = async () => {
      const names = (await readdir(folder).catch(() => [])).filter((name) => /\.(log|ldb)$/.test(name));
      const files = await Promise.all(names.map((name) => readFile(join(folder, name), "latin1").catch(() => "")));
      return files.some((file) => file.includes("eh-wizard:"));
    };
    while (!(await isThere())) await wait(50);
  }

  /** After all was killed: starts again with the same profile, and opens the address. */
  async startAgain(address) {
    await this.ended;
    await this.disconnect();
    await this.start();
    await this.page.goto(address);
  }

  /** After its page was killed: reloads it, as a person does who sees that it crashed. */
  async reload() {
    await this.session.send("Page.reload");
    await this.connect();
  }

  async disconnect() {
    await Promise.all(this.connections.splice(0).map((browser) => browser.close().catch(() => {})));
  }

  async end() {
    await this.disconnect();
    if (this.child) killTree(this.child);
    await this.ended;
    if (this.profile) await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
