// Lays the packages around what is built: node tools/package.mjs
// dist/npm: what `npm publish` takes. dist/cdn/<version>: what a server hands out, each file also as brotli and gzip, with
// integrity.json; the sums are printed. The types follow from package/custom-elements.json.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { packed } from "./packed.mjs";

const version = readFileSync("Cargo.toml", "utf8").match(/^version = "(.*)"/m)[1];
const manifest = JSON.parse(readFileSync("package/custom-elements.json", "utf8"));
const [element] = manifest.modules[0].declarations;
const property = (name) => (/^\w+$/.test(name) ? name : JSON.stringify(name));
const lines = (list, line) => list.map((one) => `  /** ${one.description} */\n  ${line(one)}`).join("\n");

const types = `// Written by tools/package.mjs after custom-elements.json.

/** Attributes of \`<${element.tagName}>\`. */
export interface ${element.name}Attributes {
${lines(element.attributes, ({ name, type }) => `${property(name)}?: ${type.text};`)}
}

/** Events of \`<${element.tagName}>\`; they bubble and are composed. */
export interface ${element.name}EventMap {
${lines(element.events, ({ name, type }) => `${property(name)}: ${type.text};`)}
}

/** ${element.description} */
export interface ${element.name} extends HTMLElement {
${lines(element.members, ({ kind, name, type, readonly, parameters = [], return: back }) =>
  kind === "field"
    ? `${readonly ? "readonly " : ""}${name}: ${type.text};`
    : `${name}(${parameters.map((one) => `${one.name}: ${one.type.text}`).join(", ")}): ${back.type.text};`)}
  addEventListener<K extends keyof ${element.name}EventMap>(type: K, listener: (this: ${element.name}, event: ${element.name}EventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    ${JSON.stringify(element.tagName)}: ${element.name};
  }
}
`;

const handler = (name) => JSON.stringify(`on${name}`);
const react = `// Written by tools/package.mjs after custom-elements.json. For React 19 or newer.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ${element.name}, ${element.name}Attributes, ${element.name}EventMap } from "./eh-wizard.js";

type Handlers = {
${element.events.map(({ name }) => `  ${handler(name)}?: (event: ${element.name}EventMap[${JSON.stringify(name)}]) => void;`).join("\n")}
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      ${JSON.stringify(element.tagName)}: Omit<DetailedHTMLProps<HTMLAttributes<${element.name}>, ${element.name}>, "lang"> & ${element.name}Attributes & Handlers;
    }
  }
}
`;

function folder(...parts) {
  const path = join("dist", ...parts);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}

const widget = readdirSync(join("dist", version)).filter((file) => /\.(js|wasm)$/.test(file));

// What stands beside the folder of a version: the page for frames, and the supplier's own files.
const beside = ["frame.html", "frame.css", "frame.js", "offer.json", "catalogue.json"];

const npm = folder("npm");
for (const file of widget) copyFileSync(join("dist", version, file), join(npm, file));
for (const file of ["offer.json", "catalogue.json"]) copyFileSync(join("dist", file), join(npm, file));
for (const file of ["README.md", "custom-elements.json", "pure.js", "pure.d.ts"]) copyFileSync(join("package", file), join(npm, file));
copyFileSync("LICENSE", join(npm, "LICENSE"));
writeFileSync(join(npm, "package.json"), readFileSync("package/package.json", "utf8").replace("@version@", version));
writeFileSync(join(npm, "eh-wizard.d.ts"), types);
writeFileSync(join(npm, "react.d.ts"), react);

rmSync(join("dist", "cdn"), { recursive: true, force: true });
const cdn = folder("cdn", version);
for (const file of beside) copyFileSync(join("dist", file), join("dist", "cdn", file));
const sums = {};
for (const file of widget) {
  const bytes = readFileSync(join("dist", version, file));
  sums[file] = `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
  writeFileSync(join(cdn, file), bytes);
  writeFileSync(join(cdn, `${file}.br`), packed(file, bytes));
  writeFileSync(join(cdn, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  console.log(`${file.padEnd(22)} ${sums[file]}`);
}
writeFileSync(join(cdn, "integrity.json"), `${JSON.stringify(sums, null, 2)}\n`);
// For the head of a page that holds the wizard inline: all that the first screen needs is asked for at once.
const address = `https://cdn.example/${version}`;
console.log(`
<link rel="preload" as="fetch" type="application/wasm" crossorigin href="${address}/widget_bg.wasm">
<script type="module" crossorigin integrity="${sums["eh-wizard.js"]}" src="${address}/eh-wizard.js"></script>`);
