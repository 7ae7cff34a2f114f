// How quick step 1 is with a large catalogue, CPU slowed four times: node tests/e2e/bench-catalogue.mjs CATALOGUE.json
// Prints figures and compares them with their limits; not part of `make test`, because machines differ. Each figure is the best of
// several rounds, per keystroke, so that other work on the machine does not count.
import { readFile } from "node:fs/promises";
import { closeBrowser, open } from "./browser.mjs";
import { notEmployed } from "./journeys.mjs";
import { startProxy } from "./proxy.mjs";
import { startIntake } from "./server.mjs";
import { Wizard } from "./wizard.mjs";

const SLOWED = 4;
const ROUNDS = 5;
const QUERIES = [
  "belasting", "gemeente zutphen", "parkeervergunning", "subsidie vrijwilligers", "omgevingsvergunnig leiden",
  "waterschap", "asbest melden", "roermnd horeca", "event permit", "xyzzy",
];
const bars = {
  "keystroke to painted, p95 ms of CPU": 50, "keystroke to painted, p95 ms by the clock": 50,
  "opening when the file is there, ms": 300, "opening after the file arrived, ms": 300,
  "most DOM nodes while typing, more than before": 120,
};

const percentile = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];

/** In the page: types a text; returns the time until it is painted with its results. */
function type(text) {
  const find = (selector) => {
    let found;
    for (const host of document.querySelectorAll("eh-wizard")) found ??= host.shadowRoot.querySelector(selector);
    return found;
  };
  const box = find("[name='purpose.search']");
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  }));
  const nodes = () => find("[data-screen]").querySelectorAll("*").length;
  return (async () => {
    box.focus();
    await painted();
    const start = performance.now();
    box.value = text;
    box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    await painted();
    return { wall: performance.now() - start, nodes: nodes() };
  })();
}

/** In the page: the milliseconds from when the file has arrived and the step was requested, until the search box is painted. */
function openingTime() {
  const root = document.querySelector("eh-wizard").shadowRoot;
  const asked = performance.now();
  window.opened = new Promise((done) => {
    const look = () => {
      if (root.querySelector("[name='purpose.search']") === null) return requestAnimationFrame(look);
      requestAnimationFrame(() => {
        const [file] = performance.getEntriesByName(new URL("catalogue.json", location.href).href);
        done(performance.now() - Math.max(asked, file.responseEnd));
      });
    };
    look();
  });
}

const catalogue = await readFile(process.argv[2]);
const intake = await startIntake();
const proxy = await startProxy(intake.origin);
let held = Promise.resolve();
proxy.files.set("/catalogue.json", async (request, body, response) => {
  await held;
  response.writeHead(200, { "content-type": "application/json" }).end(catalogue);
});

/** A wizard before step 1, with a preselected service, so that the search box and everything it needs appear at once. */
async function beforeStep() {
  const [service] = String(catalogue).match(/(?<="id":")[0-9a-f-]{36}/);
  const visit = await open(proxy.origin, { lang: "nl", query: `&services=${service}` });
  const wizard = new Wizard(visit.page);
  await wizard.walk(notEmployed.slice(0, 2));
  const session = await visit.context.newCDPSession(visit.page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  return { ...visit, wizard, session };
}

/** Milliseconds until the step is open, if the file arrives while the applicant waits for it. */
async function awaited() {
  let release;
  held = new Promise((done) => { release = done; });
  const { page, context, wizard } = await beforeStep();
  await wizard.press("next");
  await page.waitForTimeout(1000);
  await page.evaluate(openingTime);
  release();
  const opening = await page.evaluate(() => window.opened);
  await context.close();
  return opening;
}

try {
  const late = [];
  for (let round = 0; round < ROUNDS; round += 1) late.push(await awaited());
  const { page, wizard, session } = await beforeStep();
  // Processor time of the page's thread, which other work on the machine does not affect.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  };
  // An applicant who reads the previous question first finds the file loaded.
  await page.waitForTimeout(2000);
  await page.evaluate(openingTime);
  await wizard.press("next");
  const opening = await page.evaluate(() => window.opened);
  await page.waitForTimeout(1000);
  const taken = [];
  const work = [];
  const before = await page.evaluate(() => document.querySelector("eh-wizard").shadowRoot.querySelectorAll("[data-screen] *").length);
  let most = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let key = 0;
    for (const query of QUERIES) {
      for (let length = 0; length <= query.length; length += 1, key += 1) {
        const start = await worked();
        const { wall, nodes } = await page.evaluate(`(${type})(${JSON.stringify(query.slice(0, length))})`);
        work[key] = Math.min(work[key] ?? Infinity, await worked() - start);
        taken[key] = Math.min(taken[key] ?? Infinity, wall);
        most = Math.max(most, nodes);
      }
    }
  }
  const figures = {
    "opening when the file is there, ms": Math.round(opening),
    "opening after the file arrived, ms": Math.round(Math.min(...late)),
    "keystrokes": taken.length,
    "keystroke to painted, median ms of CPU": Math.round(percentile(work, 0.5)),
    "keystroke to painted, p95 ms of CPU": Math.round(percentile(work, 0.95)),
    "keystroke to painted, p95 ms by the clock": Math.round(percentile(taken, 0.95)),
    "DOM nodes before": before,
    "most DOM nodes while typing, more than before": most - before,
  };
  for (const [what, figure] of Object.entries(figures)) {
    const bar = bars[what];
    const over = bar !== undefined && figure > bar;
    console.log(`${what.padEnd(52)} ${String(figure).padStart(6)}${bar === undefined ? "" : `  of ${bar}${over ? "  OVER" : ""}`}`);
    if (over) process.exitCode = 1;
  }
} finally {
  await closeBrowser();
  await proxy.stop();
  await intake.stop();
}
