// The schemas of public/schema by a validator of others, over every conformance case: what the rules accept the
// schemas accept, and what cannot be read for its shape they refuse.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv from "ajv/dist/2020.js";

const root = new URL("../../", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, root), "utf8"));
const lines = readFileSync(`${process.env.TARGET ?? `${root.pathname}target`}/conformance.jsonl`, "utf8");
const cases = lines.trim().split("\n").map((line) => JSON.parse(line));

const sizes = ["uint8", "uint16", "uint32", "uint64", "uint", "int64"];
const ajv = new Ajv({ strictTypes: false, formats: Object.fromEntries(sizes.map((name) => [name, true])) });
const schema = Object.fromEntries(
  ["answer", "application", "catalogue", "issues", "offer"].map((name) => [
    name,
    ajv.compile(read(`public/schema/${name}.schema.json`)),
  ]),
);
const openapi = read("public/schema/openapi.json");

/** Why a value is not what a schema describes; nothing when it is. */
const refusal = (validate, value) => (validate(value) ? "" : ajv.errorsText(validate.errors));

const expectNone = (faults) => assert.deepEqual(faults.filter(([, fault]) => fault), []);

test("there are cases to read", () => {
  assert.ok(cases.length > 250, `${cases.length}`);
});

test("every answer and its issues are as their schemas describe them", () => {
  expectNone(cases.map(({ name, answer }) => [name, refusal(schema.answer, JSON.parse(answer))]));
  expectNone(cases.map(({ name, answer }) => [name, refusal(schema.issues, JSON.parse(answer).issues ?? [])]));
});

test("what the rules accept the schemas accept: as it was sent, and in its canonical form", () => {
  const accepted = cases.filter(({ answer }) => JSON.parse(answer).application);
  assert.ok(accepted.length > 40, `${accepted.length}`);
  expectNone(accepted.map(({ name, application }) => [name, refusal(schema.application, JSON.parse(application))]));
  expectNone(accepted.map(({ name, answer }) => [name, refusal(schema.application, JSON.parse(answer).application)]));
  for (const kind of ["offer", "catalogue"]) {
    const names = [...new Set(accepted.map((one) => one[kind]))];
    expectNone(names.map((name) => [name, refusal(schema[kind], read(`tests/conformance/${kind}s/${name}.json`))]));
    assert.equal(refusal(schema[kind], read(`public/${kind}.json`)), "");
  }
});

test("an application that breaks rules is still one that the schema describes", () => {
  const isShaped = ({ code }) => code !== "field_unknown" && code !== "format_unknown";
  const refused = cases.filter(({ answer }) => JSON.parse(answer).issues?.every(isShaped));
  expectNone(refused.map(({ name, application }) => [name, refusal(schema.application, JSON.parse(application))]));
});

test("what cannot be read for its shape, and fields that nobody knows, the schemas refuse", () => {
  const told = (answer) => JSON.parse(answer).error?.code ?? JSON.parse(answer).issues?.find(({ place }) => place === "format")?.code;
  const isMisshapen = ({ answer }) => ["json_type", "field_unknown", "format_unknown", "json_missing"].includes(told(answer));
  const misshapen = cases.filter(isMisshapen);
  assert.ok(misshapen.length > 10);
  for (const { name, answer, application, offer } of misshapen) {
    const what = JSON.parse(answer).error?.in ?? "application";
    if (what === "application") assert.notEqual(refusal(schema.application, JSON.parse(application)), "", name);
    if (what === "offer") assert.notEqual(refusal(schema.offer, read(`tests/conformance/offers/${offer}.json`)), "", name);
  }
});

test("the endpoint is described in OpenAPI 3.1, and its application is that of the schema", async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(openapi);
  assert.ok(valid, JSON.stringify(errors));
  assert.equal(validator.version, "3.1");
  const whole = { ...openapi.components, $ref: "#/schemas/Draft" };
  const rebased = JSON.parse(JSON.stringify(whole).replaceAll("#/components/", "#/"));
  const application = new Ajv({ strict: false, validateFormats: false }).compile(rebased);
  for (const { name, answer } of cases.filter(({ answer }) => JSON.parse(answer).application)) {
    assert.ok(application(JSON.parse(answer).application), name);
  }
});
