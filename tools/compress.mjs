// Writes file.br and file.gz next to each file of dist/ that gets smaller that way: node tools/compress.mjs
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { brotli } from "./brotli.mjs";

for (const name of readdirSync("dist", { recursive: true })) {
  const file = join("dist", name);
  if (!statSync(file).isFile() || !/\.(html|css|js|mjs|json|wasm|svg|txt|yaml)$/.test(name))
    continue;
  const bytes = readFileSync(file);
  const packed = { br: brotli(name, bytes), gz: gzipSync(bytes, { level: 9 }) };
  for (const [suffix, smaller] of Object.entries(packed)) {
    if (smaller.length < bytes.length) writeFileSync(`${file}.${suffix}`, smaller);
    else rmSync(`${file}.${suffix}`, { force: true });
  }
}
