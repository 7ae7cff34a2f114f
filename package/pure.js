// For pages that are also rendered on a server: importing this does nothing. Only `define` needs a browser.
export const define = async () => void (await import("./eh-wizard.js"));
