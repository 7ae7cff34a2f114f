// Measures time and memory in the browser: make bench. Chromium, with its processor slowed down four times. The figures
// are for reading and for comparing within one run; nothing fails on them, because other programs run too.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ANSWERED, closeBrowser, open } from "./browser.mjs";
import { jointlyAuthorised, soleDirector } from "./journeys.mjs";
import { scanned } from "./files.mjs";
import { plain } from "./pictures.mjs";
import { startProxy } from "./proxy.mjs";
import { dist, startIntake } from "./server.mjs";
import { SLOWER, slowPhone } from "./slow-phone.mjs";
import { Wizard } from "./wizard.mjs";

const SERVICES = 10_000;
const REPRESENTATIVES = 10;
const MOUNTS = 200;
const KiB = 1024;

const row = (...cells) => console.log(cells.map((cell, at) => (at ? String(cell).padStart(16) : String(cell).padEnd(60))).join(""));
const p95 = (list) => [...list].sort((a, b) => a - b)[Math.ceil(list.length * 0.95) - 1];
const ms = (value) => `${value.toFixed(1)} ms`;

/** The shipped catalogue, with services added up to the given number. */
async function large() {
  const catalogue = JSON.parse(await readFile(join(dist, "catalogue.json"), "utf8"));
  delete catalogue.checksum;
  const count = () => catalogue.providers.reduce((sum, { services }) => sum + services.length, 0);
  for (let made = count(); made < SERVICES; ) {
    const services = [];
    for (let number = 0; number < 25 && made < SERVICES; number += 1, made += 1) {
      const id = `00000000-0000-4000-8000-${made.toString(16).padStart(12, "0")}`;
      services.push({ id, name: { nl: `Vergunning ${number} aanvragen` }, level: ["EH2+", "EH3", "EH4"][made % 3] });
    }
    const oin = `00000003${String(made).padStart(8, "0")}0000`;
    catalogue.providers.push({ oin, name: { nl: `Gemeente Voorbeeld ${made}` }, services });
  }
  return catalogue;
}

/** Milliseconds from each keystroke to the paint after it. */
async function keystrokes(page, name, text) {
  const control = page.locator(`[name="${name}"]`);
  await control.focus();
  await control.evaluate((input) => {
    window.paints = [];
    input.addEventListener("keydown", () => {
      const pressed = performance.now();
      requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.paints.push(performance.now() - pressed);
        port2.postMessage(0);
      });
    }, { capture: true });
  });
  await page.keyboard.type(text, { delay: 60 });
  await page.waitForFunction((count) => window.paints.length >= count, text.length);
  return page.evaluate(() => window.paints);
}

/** Bytes of memory after garbage collection: JavaScript's and WebAssembly's. */
async function memory(cdp, page) {
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  const wasm = await page.evaluate(() => (window.memories ?? []).reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
  const { nodes, jsEventListeners } = await cdp.send("Memory.getDOMCounters");
  return { heap: usedSize, wasm, nodes, jsEventListeners };
}

/** Records the memories of all modules; runs before the scripts of the page. */
function remember() {
  const seen = new Set();
  window.memories = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const result = await original(...all);
      for (const value of Object.values((result.instance ?? result).exports)) {
        if (value instanceof WebAssembly.Memory && !seen.has(value)) window.memories.push((seen.add(value), value));
      }
      return result;
    };
  }
}

async function visitAt(origin, options = {}) {
  const visit = await open(origin, options);
  const cdp = await visit.context.newCDPSession(visit.page);
  await visit.page.addInitScript(remember);
  await visit.page.reload();
  return { visit, cdp, wizard: new Wizard(visit.page) };
}

async function typing(proxy) {
  proxy.files.set("/catalogue.json", proxy.answer(200, await large()));
  const { visit, cdp, wizard } = await visitAt(proxy.origin);
  const people = Array.from({ length: REPRESENTATIVES }, (_, row) => [
    ...(row ? [["press", "add:representatives"]] : []),
    [`representatives.${row}.given_names`, "Pieter"], [`representatives.${row}.surname`, `Jansen${"abcdefghij"[row]}`],
    [`representatives.${row}.capacity`, "director"], [`representatives.${row}.authority`, "joint"],
  ]).flat();
  await wizard.walk(jointlyAuthorised, { until: "representatives" });
  await wizard.fill(people);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const name = `representatives.${REPRESENTATIVES - 1}.surname`;
  const paints = await keystrokes(visit.page, name, "van den Heuvel-Eibrink Beelaerts");
  row(`keystroke to paint, p95, ${REPRESENTATIVES} representatives, ${SERVICES} services`, ms(p95(paints)), "of 32 ms");
  await visit.context.close();
  proxy.files.clear();
}

async function filled(proxy) {
  const { visit, cdp, wizard } = await visitAt(proxy.origin);
  await wizard.walk(soleDirector);
  const { heap, wasm } = await memory(cdp, visit.page);
  row("heap and WebAssembly memory, whole wizard filled in", `${Math.round((heap + wasm) / KiB)} KiB`, `of ${6 * KiB} KiB`);
  row("  of which WebAssembly", `${wasm / KiB} KiB`);
  await visit.context.close();
}

async function mounting(proxy) {
  const { visit, cdp, wizard } = await visitAt(proxy.origin);
  await wizard.at("welcome");
  const at = {};
  for (let count = 1; count <= MOUNTS; count += 1) {
    await visit.page.evaluate(async () => {
      const element = document.querySelector("eh-wizard");
      const again = element.cloneNode(true);
      element.remove();
      const ready = new Promise((done) => again.addEventListener("eh-ready", done, { once: true }));
      document.querySelector("main").append(again);
      await ready;
    });
    if (count === 20 || count === MOUNTS) at[count] = await memory(cdp, visit.page);
  }
  for (const what of ["heap", "wasm", "nodes", "jsEventListeners"]) {
    row(`${what} after ${MOUNTS} mounts and removals, against after 20`, at[MOUNTS][what], `${at[20][what]}`);
  }
  await visit.context.close();
}

/** From a cold start on a slow network and processor until the first press and key are handled. */
async function firstUse(proxy) {
  const runs = [];
  for (let run = 0; run < 5; run += 1) {
    const visit = await open(proxy.origin, { path: "/icon.svg" });
    // When it opens an image directly, Chromium requests an icon.
    visit.allow(ANSWERED);
    await slowPhone(visit);
    await visit.page.goto(`${proxy.origin}/?lang=nl`, { waitUntil: "commit" });
    await visit.page.locator("[data-screen=welcome] [data-action=next]").waitFor({ timeout: 60_000 });
    const welcome = await visit.page.evaluate(() => performance.now());
    const readable = await visit.page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0);
    await visit.page.locator("[data-action=next]").click();
    await visit.page.locator("[data-screen=organisation-kind]").waitFor({ timeout: 60_000 });
    const asked = await visit.page.evaluate(() => performance.now());
    runs.push([readable, welcome, asked]);
    await visit.context.close();
  }
  const median = (at) => runs.map((run) => run[at]).sort((a, b) => a - b)[runs.length >> 1];
  row("Slow 4G: first words on the screen", ms(median(0)));
  row("Slow 4G: welcome screen, button can be pressed", ms(median(1)));
  row("Slow 4G: first question, after pressing at once", ms(median(2)));
}

/** From choosing the PDF of a scan, A4 at 300 dpi, until its page can be covered. */
async function pageOfPdf(proxy) {
  const place = "documents.user_id_copy.user";
  const [width, height] = [2480, 3508];
  const scan = scanned({ bytes: await plain(width, height, "#d8d2c4", "-attenuate", "0.15", "+noise", "Gaussian"), width, height });
  const times = [];
  for (let run = 0; run < 3; run += 1) {
    const { visit, cdp, wizard } = await visitAt(proxy.origin);
    await wizard.walk(soleDirector, { until: "documents" });
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const began = performance.now();
    await wizard.hands.file(place, { name: "scan.pdf", mimeType: "application/pdf", buffer: scan });
    await wizard.redactor(place).waitFor({ timeout: 60_000 });
    times.push(performance.now() - began);
    await visit.context.close();
  }
  row("page of a scanned PDF, A4 at 300 dpi, until it can be covered", ms(times.sort((a, b) => a - b)[1]), "of 5000 ms");
}

const intake = await startIntake();
const proxy = await startProxy(intake.origin);
try {
  await firstUse(proxy);
  await typing(proxy);
  await filled(proxy);
  await mounting(proxy);
  await pageOfPdf(proxy);
} finally {
  await closeBrowser();
  await proxy.stop();
  await intake.stop();
}
