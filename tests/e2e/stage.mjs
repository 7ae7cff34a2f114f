// Starts intake for a test, with a proxy in front of it on request; cleans up afterwards.
import { after, before } from "node:test";
import { closeBrowser, open } from "./browser.mjs";
import { startProxy } from "./proxy.mjs";
import { startIntake } from "./server.mjs";
import { Wizard } from "./wizard.mjs";

/** Call at the top of a file: one intake for all its tests. */
export function stage() {
  const here = { proxies: [] };
  before(async () => { here.intake = await startIntake(); });
  after(async () => {
    await Promise.all(here.proxies.map((proxy) => proxy.stop()));
    await here.intake?.stop();
    await closeBrowser();
  });
  here.open = async (options = {}) => {
    const visit = await open(options.origin ?? here.intake.origin, options);
    return { visit, wizard: new Wizard(visit.page, options) };
  };
  here.proxy = async () => {
    const proxy = await startProxy(here.intake.origin);
    here.proxies.push(proxy);
    return proxy;
  };
  return here;
}
