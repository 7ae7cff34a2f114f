import { define } from "eherkenning-wizard/pure";

// From the address of the page, because it differs in every test.
const from = new URLSearchParams(location.search).get("from") ?? undefined;
await define({ from });
