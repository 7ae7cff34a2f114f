// For pages that are also rendered on a server: importing this does nothing. Only `define` needs a browser.
export const define = async (options) => {
  const from = options?.from;
  if (!from) return void (await import("./eh-wizard.js"));
  const address = new URL(from, document.baseURI).href;
  await import(/* @vite-ignore */ /* webpackIgnore: true */ address);
};
