// For pages that a server renders too: importing this does nothing. A browser is needed once `define` is called.
export const define = async () => void (await import("./eh-wizard.js"));
