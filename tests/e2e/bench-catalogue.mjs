// How quick step 1 is with a large catalogue, CPU slowed four times: node tests/e2e/bench-catalogue.mjs CATALOGUE.json
// Prints figures and holds them to their bars; not part of `make test`, because machines differ. Work of the page's
// thread counts, fetching and pressing included; the clock tells the same on a machine that does nothing else.
import { readFile } from "node:fs/promises";
import { closeBrowser, open } from "./browser.mjs";
import { notEmployed } from "./journeys.mjs";
import { startProxy } from "./proxy.mjs";
import { startIntake } from "./server.mjs";
import { Wizard } from "./wizard.mjs";

const SLOWED = 4;
const QUERIES = [
  "belasting", "gemeente zutphen", "parkeervergunning", "subsidie vrijwilligers", "omgevingsvergunnig leiden",
  "waterschap", "asbest melden", "roermnd horeca", "event permit", "xyzzy",
];
const bars = {
  "keystroke to painted, p95 ms of CPU": 50, "opening after the file arrived, ms of CPU": 300,
  "most DOM nodes while typing, more than before": 120,
};

const percentile = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];

/** In the page: types a text; gives the time until it is painted with its results. */
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

const catalogue = await readFile(process.argv[2]);
const intake = await startIntake();
const proxy = await startProxy(intake.origin);
proxy.files.set("/catalogue.json", (request, body, response) => {
  response.writeHead(200, { "content-type": "application/json" }).end(catalogue);
});
try {
  // With a service chosen beforehand the search box is there at once, and all that it needs.
  const [service] = String(catalogue).match(/(?<="id":")[0-9a-f-]{36}/);
  const visit = await open(proxy.origin, { lang: "nl", query: `&services=${service}` });
  const { page, context } = visit;
  const wizard = new Wizard(page);
  await wizard.walk(notEmployed.slice(0, 2));
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  // What the page's thread works, whatever else the machine does meanwhile.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  };
  // From the moment at which the file is there (its last byte, as the browser saw it) to the painted search box.
  await page.evaluate(() => {
    window.opened = new Promise((done) => {
      const root = document.querySelector("eh-wizard").shadowRoot;
      const look = () => {
        if (root.querySelector("[name='purpose.search']") === null) return requestAnimationFrame(look);
        requestAnimationFrame(() => {
          const [file] = performance.getEntriesByName(new URL("catalogue.json", location.href).href);
          done(performance.now() - file.responseEnd);
        });
      };
      look();
    });
  });
  const closed = await worked();
  await wizard.press("next");
  const opening = await page.evaluate(() => window.opened);
  const openingWork = await worked() - closed;
  const taken = [];
  const work = [];
  const before = await page.evaluate(() => document.querySelector("eh-wizard").shadowRoot.querySelectorAll("[data-screen] *").length);
  let most = 0;
  for (const query of QUERIES) {
    for (let length = 0; length <= query.length; length += 1) {
      const start = await worked();
      const { wall, nodes } = await page.evaluate(`(${type})(${JSON.stringify(query.slice(0, length))})`);
      work.push(await worked() - start);
      taken.push(wall);
      most = Math.max(most, nodes);
    }
  }
  const figures = {
    "opening after the file arrived, ms of CPU": Math.round(openingWork),
    "opening after the file arrived, ms by the clock": Math.round(opening),
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
    console.log(`${what.padEnd(48)} ${String(figure).padStart(6)}${bar === undefined ? "" : `  of ${bar}${over ? "  OVER" : ""}`}`);
    if (over) process.exitCode = 1;
  }
} finally {
  await closeBrowser();
  await proxy.stop();
  await intake.stop();
}
