import { resolve } from "node:path";

const page = (name) => resolve(import.meta.dirname, `${name}.html`);

export default {
  build: { target: "es2022", rollupOptions: { input: [page("plain"), page("framed")] } },
};
