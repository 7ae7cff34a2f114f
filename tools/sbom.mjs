// Writes what each part of a release consists of, as CycloneDX 1.6, for tools/package.mjs.
//
// For each program the crates that are linked into it, and for the build the tools from npm. The same source gives the
// same bytes; with SOURCE_DATE_EPOCH the files also state that moment.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const WASM = "wasm32-unknown-unknown";
const run = (program, ...args) =>
  execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
const HOST = run("rustc", "-vV").match(/^host: (.*)$/m)[1];

/** Each program, its feature, its target, and what it is called in a release. */
export const PROGRAMS = [
  {
    name: "widget",
    feature: "web",
    target: WASM,
    what: "The wizard: eh-wizard.js and its modules",
  },
  { name: "pdf", feature: "pdf", target: WASM, what: "pdf.wasm, which draws pages of PDFs" },
  {
    name: "rules",
    feature: "rules",
    target: WASM,
    what: "rules.wasm and the npm package around it",
  },
  { name: "check", feature: "check", target: HOST, what: "The program check" },
  { name: "intake", feature: "intake", target: HOST, what: "The program intake" },
];

const [, version] = readFileSync("Cargo.toml", "utf8").match(/^version = "(.*)"/m);
const [, compiler] = readFileSync("rust-toolchain.toml", "utf8").match(/^channel = "(.*)"/m);

/** The checksums of Cargo.lock, by `name version`. */
function checksums() {
  const packages = readFileSync("Cargo.lock", "utf8").matchAll(
    /name = "(.*)"\nversion = "(.*)"\nsource = .*\nchecksum = "(.*)"/g,
  );
  return new Map([...packages].map(([, name, version, sum]) => [`${name} ${version}`, sum]));
}

/** What crates say about themselves, by `name version`. */
function descriptions() {
  const printed = run("cargo", "metadata", "--locked", "--format-version", "1", "--all-features");
  const { packages } = JSON.parse(printed);
  return new Map(packages.map((one) => [`${one.name} ${one.version}`, one]));
}

const purl = (name, version) => `pkg:cargo/${name}@${version}`;

/** The crates that are linked into a program, and on which others each depends. */
function linked({ feature, target }) {
  const printed = run(
    ...["cargo", "tree", "--locked", "--no-dedupe", "--prefix", "depth", "--format", " {p}"],
    ...["--edges", "normal,no-proc-macro", "--features", feature, "--target", target],
  );
  /** @type {Map<string, Set<string>>} */
  const uses = new Map();
  const above = [];
  for (const line of printed.trim().split("\n")) {
    const [, depth, name, number] = line.match(/^(\d+) (\S+) v(\S+)/);
    const key = `${name} ${number}`;
    above[Number(depth)] = key;
    if (!uses.has(key)) uses.set(key, new Set());
    if (Number(depth) > 0) uses.get(above[Number(depth) - 1]).add(key);
  }
  return uses;
}

const byName = (one, other) => (one["bom-ref"] < other["bom-ref"] ? -1 : 1);
const licence = (text) => [{ expression: text.replaceAll(/ ?\/ ?/g, " OR ") }];

/** A document about one thing, with its parts and which of them uses which. */
function document(component, components, dependencies) {
  const moment = process.env.SOURCE_DATE_EPOCH;
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      ...(moment ? { timestamp: new Date(Number(moment) * 1000).toISOString() } : {}),
      lifecycles: [{ phase: "build" }],
      authors: [{ name: "The maintainers of eherkenning-wizard" }],
      component: { version, ...component },
    },
    components: components.sort(byName),
    dependencies,
  };
}

function ofProgram(program, sums, known) {
  const { name, what, target } = program;
  const uses = linked(program);
  const ref = `eherkenning-wizard/${name}`;
  const root = `eherkenning-wizard ${version}`;
  const refOf = (key) => (key === root ? ref : purl(...key.split(" ")));
  const components = [...uses.keys()]
    .filter((key) => key !== root)
    .map((key) => ({
      type: "library",
      "bom-ref": refOf(key),
      name: key.split(" ")[0],
      version: key.split(" ")[1],
      scope: "required",
      hashes: [{ alg: "SHA-256", content: sums.get(key) }],
      licenses: licence(known.get(key).license),
      purl: refOf(key),
    }));
  const std = {
    type: "library",
    "bom-ref": "rust-std",
    name: "std",
    version: compiler,
    description: "The standard library of Rust, with what it contains",
    scope: "required",
    licenses: licence("MIT OR Apache-2.0"),
    purl: `pkg:generic/rust-std@${compiler}`,
  };
  const dependencies = [...uses].map(([key, used]) => ({
    ref: refOf(key),
    dependsOn: [...used].map(refOf).concat(key === root ? ["rust-std"] : []),
  }));
  const component = {
    type: "application",
    "bom-ref": ref,
    name: ref,
    description: what,
    licenses: licence("EUPL-1.2"),
    properties: [{ name: "target", value: target }],
  };
  return document(component, [...components, std], dependencies);
}

/** What the build uses from npm. Nothing of it is in a release. */
function ofTools() {
  const { packages } = JSON.parse(readFileSync("tools/package-lock.json", "utf8"));
  const components = Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, { version, integrity, license }]) => {
      const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
      const [, sum] = integrity.match(/^sha512-(.*)$/);
      const ref = `pkg:npm/${name.replace("@", "%40")}@${version}`;
      return {
        type: "library",
        "bom-ref": ref,
        name,
        version,
        scope: "excluded",
        hashes: [{ alg: "SHA-512", content: Buffer.from(sum, "base64").toString("hex") }],
        licenses: licence(license),
        purl: ref,
      };
    });
  const ref = "eherkenning-wizard/build";
  const component = {
    type: "application",
    "bom-ref": ref,
    name: ref,
    description: "What builds a release, from npm; no part of the release",
  };
  return document(component, components, [{ ref, dependsOn: components.map(({ purl }) => purl) }]);
}

/** Writes all documents into a folder and returns their names. */
export function writeDocuments(folder) {
  mkdirSync(folder, { recursive: true });
  const sums = checksums();
  const known = descriptions();
  const documents = PROGRAMS.map((program) => [program.name, ofProgram(program, sums, known)]);
  documents.push(["build", ofTools()]);
  return documents.map(([name, content]) => {
    const file = `${name}.cdx.json`;
    writeFileSync(join(folder, file), `${JSON.stringify(content, null, 2)}\n`);
    return file;
  });
}
