import type {} from "./eh-wizard.js";

/** Loads the script and defines `<eh-wizard>`. Calls after the first do nothing more. Rejects when the script cannot be loaded. */
export declare function define(): Promise<void>;
