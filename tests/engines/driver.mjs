// The engines that are tested besides Chromium, and a plain client of their drivers
// (https://www.w3.org/TR/webdriver2/).
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { hasTouchscreen, startScreen, startTouchscreen } from "./screens.mjs";

const program = (name) => process.env.PATH.split(":").map((folder) => join(folder, name)).find(existsSync);
const firefox = program("firefox-esr") ?? program("firefox");

/**
 * Each with its programs, how its driver is started, and the capabilities it requests. With `needsTouchscreen`, its driver
 * turns touches into presses of the mouse.
 */
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
    needsTouchscreen: true,
  },
};

/** The reason for skipping a test when an engine is not installed. */
export function absence(name) {
  const missing = Object.entries(ENGINES[name].programs).filter(([, path]) => !path).map(([program]) => program);
  return missing.length > 0 && `${name} is not tried: there is no ${missing.join(" and no ")} here; make setup installs what is missing`;
}

/** The reason for skipping touches. */
export const untouched = (name) => ENGINES[name].needsTouchscreen && !hasTouchscreen()
  && `${name} is not touched: its driver turns touches into presses of the mouse, and there is no touchscreen here`;

/** A driver's error response. */
export class DriverError extends Error {
  constructor({ error, message }) {
    super(`${error}: ${message}`);
    this.code = error;
  }
}

/** A browser of one engine, with one window; `isTouched` gives it a touchscreen if its driver needs one. */
export async function startEngine(name, { width = 1000, height = 900, isTouched = false } = {}) {
  const { driver, hasWindow, capabilities, needsTouchscreen } = ENGINES[name];
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
    const needsFinger = isTouched && needsTouchscreen && hasTouchscreen();
    const screen = hasWindow ? await (needsFinger ? startTouchscreen : startScreen)(start) : {};
    const env = { ...process.env, ...(hasWindow && { DISPLAY: screen.display }) };
    const port = await freePort();
    const child = start(driver(port), { env });
    const ask = asker(`http://127.0.0.1:${port}`);
    await ready(name, child, ask);
    const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch: capabilities } });
    const command = (method, path, body) => ask(method, `/session/${sessionId}${path}`, body);
    const resize = (size) => command("POST", "/window/rect", size);
    await resize({ width, height });
    return {
      command,
      resize,
      /** Touches a point of the screen, if the driver cannot. */
      tap: screen.tap,
      async stop() {
        await command("DELETE", "").catch(() => {});
        await stop();
        await screen.leave?.();
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

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return String(port);
}
