// Every route through the wizard by mouse, by touch and by keyboard, in every engine: make routes
import { after, before, describe, test } from "node:test";
import { closeBrowser } from "../e2e/browser.mjs";
import { ROUTES, limitedAtEh4 } from "../e2e/journeys.mjs";
import { startIntake } from "../e2e/server.mjs";
import { apply, applyInVain } from "../engines/applying.mjs";
import { ENGINES, absence, startEngine, untouched } from "../engines/driver.mjs";

const LIMITED = { journey: limitedAtEh4, lang: "nl", issue: "limited_not_allowed@representatives.0.authority" };

for (const name of ["Chromium", ...Object.keys(ENGINES)]) {
  const driven = name in ENGINES;
  const missing = driven && absence(name);
  describe(name, { concurrency: 1 }, () => {
    const here = {};
    before(async () => {
      if (missing) return;
      here.intake = await startIntake();
      if (driven) here.engine = await startEngine(name, { isTouched: true });
    });
    after(async () => {
      await here.engine?.stop();
      await here.intake?.stop();
      await closeBrowser();
    });

    for (const mode of ["mouse", "touch", "keyboard"]) {
      const skip = missing || (mode === "touch" && driven && untouched(name));
      for (const [route, expected] of Object.entries(ROUTES)) {
        test(`${route} by ${mode}: one application arrives`, { skip }, (t) => apply(t, here, expected, mode));
      }
      test(`limitedAtEh4 by ${mode}: ends with the reason on its screen`, { skip }, (t) => applyInVain(t, here, LIMITED, mode));
    }
  });
}
