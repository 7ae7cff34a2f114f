// A backend in JavaScript: answers each case of the conformance file, one a line.
// node answers.mjs FOLDER-OF-THE-PACKAGE FOLDER-OF-THE-CASES < conformance.jsonl
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [packageFolder, folder] = process.argv.slice(2);
const { load, RulesError } = await import(pathToFileURL(`${packageFolder}/node.js`));

// One set of rules for each offer and catalogue: reading them takes longer than checking an application.
const kept = new Map();

async function rulesFor({ offer, catalogue }) {
  const key = `${offer} ${catalogue}`;
  if (!kept.has(key)) {
    const text = (path) => readFileSync(`${folder}/${path}.json`);
    kept.set(key, await load(text(`offers/${offer}`), text(`catalogues/${catalogue}`)));
  }
  return kept.get(key);
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const sent = JSON.parse(line);
  try {
    console.log((await rulesFor(sent)).answer(sent.application, sent.today));
  } catch (error) {
    if (!(error instanceof RulesError)) throw error;
    console.log(error.answer);
  }
}
