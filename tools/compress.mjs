// Writes file.br and file.gz beside each file of dist/ that gains by it: node tools/compress.mjs
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { packed } from "./packed.mjs";

for (const entry of readdirSync("dist", { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(html|css|js|mjs|json|wasm|svg|txt|yaml)$/.test(entry.name)) continue;
  const file = `${entry.parentPath ?? entry.path}/${entry.name}`;
  const bytes = readFileSync(file);
  for (const [suffix, small] of [["br", packed(file, bytes)], ["gz", gzipSync(bytes, { level: 9 })]]) {
    if (small.length < bytes.length) writeFileSync(`${file}.${suffix}`, small);
    else rmSync(`${file}.${suffix}`, { force: true });
  }
}
