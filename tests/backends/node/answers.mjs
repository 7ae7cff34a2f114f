// A backend in JavaScript: prints the verdict on each conformance case, one per line.
// node answers.mjs PACKAGE-FOLDER CASES-FOLDER < conformance.jsonl
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [packageFolder, folder] = process.argv.slice(2);
const { load, RulesError } = await import(pathToFileURL(`${packageFolder}/node.js`));

// The loaded rules per offer and catalogue: loading takes longer than checking an application.
const loaded = new Map();

async function rulesFor({ offer, catalogue }) {
  const key = `${offer} ${catalogue}`;
  if (!loaded.has(key)) {
    const text = (path) => readFileSync(`${folder}/${path}.json`);
    loaded.set(key, await load(text(`offers/${offer}`), text(`catalogues/${catalogue}`)));
  }
  return loaded.get(key);
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const one = JSON.parse(line);
  try {
    console.log((await rulesFor(one)).answer(one.application, one.today));
  } catch (error) {
    if (!(error instanceof RulesError)) throw error;
    console.log(error.answer);
  }
}
