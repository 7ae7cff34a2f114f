// Reloading in the midst of an application.
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";

/**
 * Lets the wizard keep what it has, and waits until it did. Each round asks once and waits for one report;
 * the reports of at most two earlier writings may still be on their way.
 */
export async function kept(page) {
  for (let round = 0; round < 3; round += 1) {
    const saved = await page.evaluate(() => {
      const { saved } = window.happened;
      window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
      return saved;
    });
    await page.waitForFunction((saved) => window.happened.saved > saved, saved);
  }
}

/**
 * Reloads: the same screen comes back, with the same answers and the same documents. Not all at once: some are asked for only
 * when the catalogue is there, which says what the chosen services ask.
 */
export async function reload(wizard, screen) {
  const { page } = wizard;
  const shown = async () => ({
    answers: await wizard.answers(),
    rows: await page.locator("[data-screen] [data-place] li").allTextContents(),
  });
  const before = await shown();
  await page.reload();
  await wizard.at(screen);
  for (let looks = 0; looks < 600 && !isDeepStrictEqual(await shown(), before); looks += 1) await wait(50);
  assert.deepEqual(await shown(), before, screen);
}
