// Reloading in the middle of an application.
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";

/**
 * Makes the wizard save, and waits until it has. Each round asks once and waits for one report; reports of at most two
 * earlier writes may still be pending.
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
 * Reloads: the same screen comes back, with the same answers and documents. Some questions only appear when the
 * catalogue has loaded, because they depend on the chosen services.
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
  for (let looks = 0; looks < 600 && !isDeepStrictEqual(await shown(), before); looks += 1) {
    // Complete cards are folded then; their questions are only on the page once they are opened.
    for (const name of Object.keys(before.answers)) await wizard.unfold(name);
    await wait(50);
  }
  assert.deepEqual(await shown(), before, screen);
}
