// A finished application for each test of a file, without walking through the journey each time: what the first page
// has saved in its tab is copied into the next, as a reload would find it. Each has an intake and a proxy of its own,
// because all of them have the same key.
import assert from "node:assert/strict";
import { after } from "node:test";
import { closeBrowser, open } from "./browser.mjs";
import { soleDirector } from "./journeys.mjs";
import { startProxy } from "./proxy.mjs";
import { kept } from "./reload.mjs";
import { startIntake } from "./server.mjs";
import { Wizard } from "./wizard.mjs";

/** In the page: everything that is saved, as text. */
async function dump() {
  const asked = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
  const database = await asked(indexedDB.open("eherkenning-wizard", 1));
  const store = () => database.transaction("kept").objectStore("kept");
  const [keys, values] = [await asked(store().getAllKeys()), await asked(store().getAll())];
  database.close();
  const written = (value) => (value instanceof ArrayBuffer ? { bytes: btoa(Array.from(new Uint8Array(value), (byte) => String.fromCharCode(byte)).join("")) } : { value });
  const records = keys.map((key, at) => [key, Object.entries(values[at]).map(([name, value]) => [name, written(value)])]);
  return { records, session: Object.entries(sessionStorage) };
}

/** In an empty page of the same origin: saves it again. */
async function restore({ records, session }) {
  const asked = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
  const opening = indexedDB.open("eherkenning-wizard", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
  const database = await asked(opening);
  const store = () => database.transaction("kept", "readwrite").objectStore("kept");
  const read = ({ bytes, value }) => (bytes === undefined ? value : Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0)).buffer);
  for (const [key, fields] of records) await asked(store().put(Object.fromEntries(fields.map(([name, value]) => [name, read(value)])), key));
  database.close();
  for (const [name, value] of session) sessionStorage.setItem(name, value);
}

/** Call at the top of a file; returns a function that opens an application, finished up to `until` or its last screen. */
export function finished(journey = soleDirector, { until = journey.at(-1).screen } = {}) {
  const ends = [];
  after(async () => {
    for (const end of ends) await end();
    await closeBrowser();
  });
  const place = async () => {
    const intake = await startIntake();
    const proxy = await startProxy(intake.origin);
    ends.push(() => proxy.stop(), () => intake.stop());
    return { intake, proxy };
  };
  let saved;
  const walked = async () => {
    const { intake } = await place();
    const visit = await open(intake.origin);
    await new Wizard(visit.page).walk(journey, { until: until === journey.at(-1).screen ? undefined : until });
    await kept(visit.page);
    const dumped = await visit.page.evaluate(dump);
    await visit.finish();
    return dumped;
  };
  return async (options = {}) => {
    saved ??= walked();
    const { intake, proxy } = await place();
    const before = async (page) => {
      proxy.files.set("/icon.svg", (request, _, response) => {
        response.writeHead(200, { "content-type": "text/html" }).end('<link rel="icon" href="data:,">');
      });
      await page.goto(`${proxy.origin}/icon.svg`);
      await page.evaluate(restore, await saved);
      proxy.files.clear();
      await options.before?.(page, { intake, proxy });
    };
    const visit = await open(proxy.origin, { ...options, before });
    const wizard = new Wizard(visit.page, options);
    await wizard.at(until);
    await visit.page.locator(`[data-action=${until === "sign" ? "send" : "next"}]`).waitFor();
    /** Received, under one key, with the same bytes each time, and stored once. */
    const keptOnce = async ({ posts } = proxy, of = wizard) => {
      const reference = await of.reference();
      assert.equal(new Set(posts.map(({ key, digest }) => `${key} ${digest}`)).size, 1);
      assert.deepEqual((await intake.stored()).map(({ receipt, issues }) => [receipt.reference, issues]), [[reference, []]]);
    };
    return { intake, proxy, visit, wizard, keptOnce };
  };
}
