// Ten megabytes at 300 kbit/s, which takes four and a half minutes, in every engine: make slow
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { closeBrowser, open } from "../e2e/browser.mjs";
import { mouse } from "../e2e/hands.mjs";
import { heavy, sendSlowly, startLine } from "../e2e/line.mjs";
import { startIntake } from "../e2e/server.mjs";
import { Wizard } from "../e2e/wizard.mjs";
import { ENGINES, absence, startEngine } from "../engines/driver.mjs";
import { Page } from "../engines/page.mjs";

const MEGABYTES = Number(process.env.MEGABYTES ?? 10);

/** An intake at the end of a line, until the end of the test. */
async function place(t) {
  const intake = await startIntake();
  t.after(intake.stop);
  const line = await startLine(intake.origin);
  t.after(line.stop);
  return { intake, line };
}

const opened = {
  async Chromium(t, origin) {
    const visit = await open(origin);
    visit.sends();
    t.after(() => visit.finish());
    return { page: visit.page, wizard: new Wizard(visit.page) };
  },
};
for (const name of Object.keys(ENGINES)) {
  opened[name] = async (t, origin) => {
    const engine = await startEngine(name);
    t.after(engine.stop);
    const page = await Page.open(engine, `${origin}/?lang=nl`);
    t.after(() => page.close());
    const wizard = new Wizard(page);
    // A driver cannot operate the system's file dialog.
    wizard.hands.file = mouse(page).file;
    return { page, wizard };
  };
}

// At the same time: each has a line of its own, and the machine is idle.
describe("a slow line", { concurrency: 3 }, () => {
  after(closeBrowser);
  for (const name of ["Chromium", ...Object.keys(ENGINES)]) {
    const skip = name !== "Chromium" && absence(name);
    test(`(S11, F17) ${MEGABYTES} MB at 300 kbit/s arrive at the first try in ${name}`, { skip }, async (t) => {
      const { intake, line } = await place(t);
      const { page, wizard } = await opened[name](t, line.origin);
      await wizard.walk(heavy(MEGABYTES));
      const { minutes, bytes } = await sendSlowly({ intake, line, page, wizard, megabytes: MEGABYTES });
      t.diagnostic(`${name}: ${bytes} bytes in ${minutes.toFixed(1)} minutes`);
      const [{ documents }] = await intake.stored();
      assert.equal(documents.length, 3);
    });
  }
});
