import type {} from "./eh-wizard.js";

/**
 * Loads the script and defines `<eh-wizard>`. Later calls do nothing. Rejects when the script cannot be loaded.
 *
 * With `from`, the address of `eh-wizard.js` at the supplier, it is loaded from there and not from this package. The
 * wizard then runs in a frame of the supplier, as it does for pages that load the script with a tag.
 */
export declare function define(options?: { from?: string | URL }): Promise<void>;
