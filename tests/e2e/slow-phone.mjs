// A phone on a slow network, for measurements: Chromium with its processor slowed down four times, on Slow 4G.
export const SLOWER = 4;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9 };

/** Makes the browser of a visit slow from here on. */
export async function slowPhone({ context, page }) {
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", SLOW_4G);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
}
