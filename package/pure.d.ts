import type {} from "./eh-wizard.js";

/** Loads the script and defines `<eh-wizard>`. Later calls do nothing. Rejects when the script cannot be loaded. */
export declare function define(): Promise<void>;
