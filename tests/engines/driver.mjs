// The engines that are tested besides Chromium, and a plain client of their drivers
// (https://www.w3.org/TR/webdriver2/).
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const program = (name) => process.env.PATH.split(":").map((folder) => join(folder, name)).find(existsSync);
const firefox = program("firefox-esr") ?? program("firefox");

/** Each with its programs, how its driver is started, and the capabilities it requests. */
export const ENGINES = {
  Firefox: {
    programs: { firefox, geckodriver: program("geckodriver") },
    driver: (port) => ["geckodriver", "--port", port, "--websocket-port", "0"],
    capabilities: { "moz:firefoxOptions": { binary: firefox, args: ["-headless"] } },
  },
  WebKitGTK: {
    programs: { WebKitWebDriver: program("WebKitWebDriver"), Xvfb: program("Xvfb") },
    driver: (port) => ["WebKitWebDriver", `--port=${port}`],
    hasWindow: true,
    capabilities: {},
  },
};

/** The reason for skipping a test when an engine is not installed. */
export function absence(name) {
  const missing = Object.entries(ENGINES[name].programs).filter(([, path]) => !path).map(([program]) => program);
  return missing.length > 0 && `${name} is not tried: there is no ${missing.join(" and no ")} here; make setup installs what is missing`;
}

/** A driver's error response. */
export class DriverError extends Error {
  constructor({ error, message }) {
    super(`${error}: ${message}`);
    this.code = error;
  }
}

/** A browser of one engine, with one window. */
export async function startEngine(name, { width = 1000, height = 900 } = {}) {
  const { driver, hasWindow, capabilities } = ENGINES[name];
  const started = [];
  const start = ([command, ...args], options = {}) => {
    // In a process group of its own, which is ended together with everything it started.
    const child = spawn(command, args, { detached: true, stdio: ["ignore", "ignore", "ignore"], ...options });
    started.push(child);
    return child;
  };
  const kill = () => {
    for (const { pid } of started.splice(0).toReversed()) {
      try {
        process.kill(-pid, "SIGKILL");
      } catch {
        // The whole group has already ended.
      }
    }
  };
  const stop = async () => {
    const running = started.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const ended = Promise.all(running.map((child) => once(child, "exit")));
    kill();
    await ended;
    process.off("exit", kill);
  };
  process.on("exit", kill);

  try {
    const env = { ...process.env, ...(hasWindow ? { DISPLAY: await screen(start) } : {}) };
    const port = await freePort();
    const child = start(driver(port), { env });
    const ask = asker(`http://127.0.0.1:${port}`);
    await ready(name, child, ask);
    const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch: capabilities } });
    const command = (method, path, body) => ask(method, `/session/${sessionId}${path}`, body);
    await command("POST", "/window/rect", { width, height });
    return {
      command,
      async stop() {
        await command("DELETE", "").catch(() => {});
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const asker = (origin) => async (method, path, body) => {
  const options = body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const response = await fetch(origin + path, { method, ...options });
  const { value } = await response.json();
  if (!response.ok) throw new DriverError(value);
  return value;
};

/** Waits until a driver responds. */
async function ready(name, child, ask) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the driver of ${name} ended with ${child.exitCode}`);
    const status = await ask("GET", "/status").catch(() => undefined);
    if (status?.ready) return;
    await wait(100);
  }
  throw new Error(`the driver of ${name} does not respond`);
}

/** A virtual screen for a browser with windows; the server chooses its number. */
async function screen(start) {
  const options = ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"];
  const server = start(["Xvfb", ...options], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const ended = once(server, "exit").then(([code]) => { throw new Error(`Xvfb ended with ${code}`); });
  const [number] = await Promise.race([once(server.stdio[3].setEncoding("utf8"), "data"), ended]);
  ended.catch(() => {});
  return `:${number.trim()}`;
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return String(port);
}
