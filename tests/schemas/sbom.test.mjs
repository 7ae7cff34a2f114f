// The lists of what a release consists of: valid CycloneDX, complete, and the same each time.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, test } from "node:test";
import Ajv from "ajv";

const root = resolve(import.meta.dirname, "../..");
process.chdir(root);
const { PROGRAMS, writeDocuments } = await import("../../tools/sbom.mjs");

const folder = mkdtempSync(join(tmpdir(), "sbom-"));
after(() => rmSync(folder, { recursive: true }));
const names = writeDocuments(folder);
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const documentOf = ({ name }) => read(`${name}.cdx.json`);

/** The schema of the authors of CycloneDX, from their own library. */
function schema() {
  const library = dirname(createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json"));
  const part = (name) => JSON.parse(readFileSync(join(library, `res/schema/${name}.SNAPSHOT.schema.json`), "utf8"));
  const formats = ["date-time", "email", "idn-email", "iri-reference", "string", "uri", "uri-reference"];
  const ajv = new Ajv({ strict: false, formats: Object.fromEntries(formats.map((name) => [name, true])) });
  for (const name of ["spdx", "jsf-0.82", "cryptography-defs"]) ajv.addSchema(part(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  return ajv.compile(part("bom-1.6"));
}

test("each document is valid CycloneDX 1.6", () => {
  const validate = schema();
  assert.equal(names.length, PROGRAMS.length + 1);
  for (const name of names) assert.ok(validate(read(name)), `${name}: ${JSON.stringify(validate.errors?.[0])}`);
  assert.equal(validate({ ...read(names[0]), components: [{ name: "without a type" }] }), false);
});

/** What cargo would compile and link for a program, from its plan of the build. */
function planned({ name, feature, target }) {
  const options = ["--features", feature, "--bin", name, "--target", target, "--locked", "-Zunstable-options", "--unit-graph"];
  // The pinned compiler accepts the option with RUSTC_BOOTSTRAP.
  const env = { ...process.env, RUSTC_BOOTSTRAP: "1" };
  const { units, roots } = JSON.parse(execFileSync("cargo", ["build", ...options], { env, encoding: "utf8", maxBuffer: 1 << 28 }));
  const found = new Set();
  const walk = (index) => {
    const { dependencies, target } = units[index];
    if (found.has(index) || target.kind.includes("proc-macro") || target.kind.includes("custom-build")) return;
    found.add(index);
    for (const next of dependencies) walk(next.index);
  };
  for (const index of roots) walk(index);
  const ids = [...found].map((index) => units[index].pkg_id).filter((id) => id.startsWith("registry+"));
  return new Set(ids.map((id) => id.split("#")[1].replace("@", " ")));
}

test("each program lists exactly the crates that are linked into it, with the checksums of Cargo.lock", () => {
  const lock = readFileSync("Cargo.lock", "utf8");
  for (const program of PROGRAMS) {
    const { components } = documentOf(program);
    const crates = components.filter(({ purl }) => purl.startsWith("pkg:cargo/"));
    const listed = crates.map(({ name, version }) => `${name} ${version}`);
    assert.deepEqual(listed.sort(), [...planned(program)].sort(), program.name);
    for (const { name, version, hashes } of crates) {
      assert.ok(lock.includes(`name = "${name}"\nversion = "${version}"\n`), name);
      assert.ok(lock.includes(`checksum = "${hashes[0].content}"`), name);
    }
  }
});

test("the lists name what everyone knows to be there, and nothing of another program", () => {
  const has = (program, name) => read(`${program}.cdx.json`).components.some((one) => one.name === name);
  for (const [program, name, is] of [
    ["widget", "leptos", true], ["widget", "tokio", false], ["widget", "leptos_macro", false], ["widget", "std", true],
    ["intake", "axum", true], ["intake", "leptos", false], ["intake", "proptest", false],
    ["rules", "serde_json", true], ["rules", "wasm-bindgen", false], ["pdf", "hayro", true], ["check", "clap", true],
    ["build", "esbuild", true],
  ]) assert.equal(has(program, name), is, `${program} ${name}`);
});

test("every part can be reached from the program", () => {
  for (const name of names) {
    const { metadata, components, dependencies } = read(name);
    const uses = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
    const reached = new Set();
    const walk = (ref) => {
      if (reached.has(ref)) return;
      reached.add(ref);
      for (const next of uses.get(ref) ?? []) walk(next);
    };
    walk(metadata.component["bom-ref"]);
    assert.deepEqual(components.map((one) => one["bom-ref"]).filter((ref) => !reached.has(ref)), [], name);
  }
});

test("the same source gives the same bytes", () => {
  const before = names.map((name) => readFileSync(join(folder, name), "utf8"));
  writeDocuments(folder);
  assert.deepEqual(names.map((name) => readFileSync(join(folder, name), "utf8")), before);
});
