// The documents of docs/examples: integrators upload them, so they must pass.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { file } from "./files.mjs";
import { jointlyAuthorised } from "./journeys.mjs";
import { parts } from "./multipart.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const sample = async (name) => file(name, await readFile(new URL(`../../docs/examples/documents/${name}`, import.meta.url)));

test("the passports of docs/examples are covered and sent, and its extract as it is", async () => {
  const [passport, askew, extract] = await Promise.all(["passport.jpg", "passport-askew.jpg", "extract.pdf"].map(sample));
  const instead = { "pieter.png": passport, "fatima.png": askew, "uittreksel.pdf": extract };
  const journey = jointlyAuthorised.map(({ answers, ...more }) =>
    ({ ...more, answers: answers?.map(([name, value]) => [name, instead[value?.name ?? value] ?? value]) }));
  const proxy = await here.proxy();
  const { visit, wizard } = await here.open({ origin: proxy.origin });
  await wizard.walk(journey);
  await wizard.send(visit);
  await wizard.reference();
  const { files } = parts(proxy.posts[0]);
  assert.ok(files.some(({ bytes }) => bytes.equals(extract.buffer)));
  for (const picture of [passport, askew]) assert.ok(!files.some(({ bytes }) => bytes.equals(picture.buffer)));
  assert.equal(files.filter(({ shielded }) => shielded).length, 2);
  await visit.finish();
});
