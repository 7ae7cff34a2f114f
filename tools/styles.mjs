// Minifies the style sheets that the widget includes, before a release build: node tools/styles.mjs
import { join } from "node:path";
import { readdirSync } from "node:fs";
import { buildSync } from "esbuild";

const sheets = readdirSync("style", { recursive: true }).filter((name) => name.endsWith(".css"));
buildSync({
  entryPoints: sheets.map((name) => join("style", name)),
  outbase: "style",
  outdir: process.env.STYLES,
  minify: true,
  target: "es2022",
  logLevel: "warning",
});
