// Writes the seeds and the dictionary for fuzzing: node tests/fuzz/seeds.mjs FOLDER CASES. The seeds are the conformance
// cases with their offers and catalogues, an official catalogue, and the worked examples of each type of text.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const [to, list] = process.argv.slice(2);
const folder = "tests/conformance";
const read = (path) => readFileSync(path, "utf8");
const files = (name) => readdirSync(`${folder}/${name}`).map((file) => read(`${folder}/${name}/${file}`));
const [offers, catalogues] = [files("offers"), files("catalogues")];
const cases = read(list).trimEnd().split("\n").map((line) => JSON.parse(line));

const handover = JSON.parse(read("tests/handover/vectors.json"));

/** A JPEG without an image: camera data with an end marker in it, a table, a scan, its end, and a film behind it. */
const jpegs = ["ffd8ffe10006ffd90000ffdb00040000ffda00020011ff0022ffd9", "ffd8ffe000040000ffda00020011ffd900000018667479706d703432"]
  .map((bytes) => Buffer.from(bytes, "hex"));

const pdfs = readdirSync("tests/pdf/fixtures").map((file) => readFileSync(`tests/pdf/fixtures/${file}`));

// The first byte chooses a type of targets/texts.rs: every type gets every example.
const examples = read("tests/rules/vectors.csv").trimEnd().split("\n").slice(1).map((line) => line.split(",")[1]);
const TYPES = 32;
const texts = examples.flatMap((text) => Array.from({ length: TYPES }, (_, type) => String.fromCharCode(type) + text));

const whole = ({ today, offer, catalogue, application }) => {
  const [offerText, catalogueText] = [`offers/${offer}`, `catalogues/${catalogue}`].map((path) => read(`${folder}/${path}.json`));
  return [today, offerText, catalogueText, application].join("\x1e");
};
const SEEDS = {
  application: cases.map(({ application }) => application),
  offer: offers,
  catalogue: catalogues,
  official: [read("tests/official/example.xml")],
  texts,
  handover: [handover.content, ...[handover, ...handover.refused].map(({ file }) => Buffer.from(file, "hex"))],
  pdf: pdfs,
  image: jpegs,
  answer: cases.filter((_, at) => at % 10 === 0).map(whole),
};
for (const [target, seeds] of Object.entries(SEEDS)) {
  mkdirSync(`${to}/seeds/${target}`, { recursive: true });
  for (const [at, seed] of seeds.entries()) writeFileSync(`${to}/seeds/${target}/${at}`, seed);
}

const words = new Set();
for (const text of [...SEEDS.application, ...offers, ...catalogues, read("public/schema/application.schema.json")]) {
  for (const [word] of text.matchAll(/"[^"\\]{1,40}"(?:\s*:)?/g)) words.add(word);
}
for (const word of ["/Encrypt", "startxref", "trailer", "endobj", " 0 obj", "/Filter /Standard", "/ID [<>]", "<<", ">>", "/Root 1 0 R", "/Type /XRef"]) words.add(word);
const escaped = (word) => [...Buffer.from(word)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
writeFileSync(`${to}/words.dict`, [...words].map((word) => `"${escaped(word)}"\n`).join(""));
