// The documentation: each link leads somewhere, each page is in the index, each command and path exists.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";

const root = resolve(import.meta.dirname, "../..");
const read = (path) => readFileSync(join(root, path), "utf8");
const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], { cwd: root, encoding: "utf8" });
const pages = listed.trim().split("\n").filter((page) => existsSync(join(root, page)));
const guides = pages.filter((page) => /^docs\/[^/]+\.md$/.test(page));
/** Without blocks of code and the texts in them. */
const prose = (page) => read(page).replace(/^( *)```[^]*?^\1```/gm, "");

/** The anchors of a page, as GitHub makes them. */
const anchors = (page) => [...prose(page).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
  heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-"));

test("each link in a page leads to a file, and to a heading in it", () => {
  const broken = [];
  let links = 0;
  for (const page of pages) {
    for (const [, target] of prose(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      links += 1;
      const [path, anchor] = target.split("#");
      const file = path ? join(dirname(page), path) : page;
      if (!existsSync(join(root, file))) broken.push(`${page}: ${target}`);
      else if (anchor && !anchors(file).includes(anchor)) broken.push(`${page}: ${target}`);
    }
  }
  assert.deepEqual(broken, []);
  assert.ok(links > 100, `${links}`);
});

test("docs/README.md lists every page of docs once", () => {
  const index = [...read("docs/README.md").matchAll(/^- \[[^\]]+\]\(([^)#]+)\)/gm)].map(([, path]) => join("docs", path));
  assert.deepEqual(index, [...new Set(index)]);
  const folders = pages.filter((page) => /^docs\/[^/]+\/README\.md$/.test(page)).map((page) => page);
  for (const page of [...guides, ...folders]) if (page !== "docs/README.md") assert.ok(index.includes(page), page);
});

test("a page has at most 200 lines", () => {
  for (const page of guides) assert.ok(read(page).split("\n").length <= 201, `${page}: ${read(page).split("\n").length}`);
});

const makefile = read("Makefile");
const targets = new Set([...makefile.matchAll(/^([a-z][a-z0-9-]*):/gm)].map(([, name]) => name));

test("each command of make in a page exists, and CONTRIBUTING.md and `make help` name all of them", () => {
  for (const page of pages) {
    for (const [, name] of read(page).matchAll(/(?:`|^|; |&& )make ([a-z][a-z0-9-]*)/gm)) assert.ok(targets.has(name), `${page}: make ${name}`);
  }
  const [, table] = read("CONTRIBUTING.md").match(/## Targets of make([^]*?)\n## /);
  const inHelp = new Set([...makefile.matchAll(/@echo 'make ([a-z0-9-]+) /g)].map(([, name]) => name));
  for (const name of targets) {
    if (name === "help") continue;
    assert.ok(table.includes(`\`${name}\``), `CONTRIBUTING.md: ${name}`);
    if (name !== "lint-scripts") assert.ok(inHelp.has(name), `make help: ${name}`);
  }
});

test("each path in a page exists", () => {
  const missing = [];
  for (const page of pages.filter((page) => page !== "CHANGELOG.md")) {
    for (const [, path] of prose(page).matchAll(/`((?:src|tests|tools|public|deploy|docs|package|style)\/[\w./-]*\w\/?)`/g)) {
      if (!existsSync(join(root, path))) missing.push(`${page}: ${path}`);
    }
  }
  assert.deepEqual(missing, []);
});

test("each block of JSON in a page can be read", () => {
  for (const page of pages) {
    for (const [, block] of read(page).matchAll(/```json\n([^]*?)```/g)) {
      const text = block.trim();
      // A whole text, a part of an object, or one object a line.
      const readings = [[text], [`{${text}}`], text.split("\n")];
      const isRead = readings.some((all) => all.every((one) => {
        try {
          return JSON.parse(one) !== undefined;
        } catch {
          return false;
        }
      }));
      assert.ok(isRead, `${page}: ${text.slice(0, 60)}`);
    }
  }
});

test("the example in Python of backends.md prints the digest of what is signed", () => {
  const [, example] = read("docs/backends.md").match(/```python\n([^]*?)```/);
  const digestOf = (application) => execFileSync("python3", ["-c", example], { input: JSON.stringify(application), encoding: "utf8" }).trim();
  const put = (json, { at, value }) => {
    const [last, ...above] = at.split("/").slice(1).reverse();
    const parent = above.reverse().reduce((one, name) => one[name], json);
    if (last === "-") parent.push(value);
    else parent[last] = value;
  };
  let count = 0;
  for (const { name, application, changes, accepted } of JSON.parse(read("tests/conformance/signing.json"))) {
    const digests = changes.filter(({ at }) => at.endsWith("/digest")).map(({ value }) => value);
    // Only what was sent in its canonical form.
    if (accepted?.length !== 0 || digests.length === 0) continue;
    const sent = JSON.parse(read(`tests/conformance/applications/${application}.json`));
    for (const change of changes) put(sent, change);
    assert.deepEqual([...new Set(digests)], [digestOf(sent)], name);
    count += 1;
  }
  assert.ok(count > 6, `${count}`);
});

test("test-data.md lists the organisations that intake knows", () => {
  const rows = [...read("docs/test-data.md").matchAll(/^\| (\d{8}) \| ([^|]+) \|/gm)].map(([, number, name]) => `${number} ${name}`);
  const known = JSON.parse(read("src/bin/intake/register/organisations.json"));
  assert.deepEqual(rows.sort(), known.map(({ organisation }) => `${organisation.identifier.number} ${organisation.name}`).sort());
});
