// The schemas of public/schema with a third-party validator, over every conformance case: the schemas accept what the
// rules accept, and refuse what has the wrong shape.
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
  ["answer", "application", "catalogue", "issues", "offer", "registration"].map((name) => [
    name,
    ajv.compile(read(`public/schema/${name}.schema.json`)),
  ]),
);
const openapi = read("public/schema/openapi.json");

/** Why a value does not match a schema; empty when it does. */
const refusal = (validate, value) => (validate(value) ? "" : ajv.errorsText(validate.errors));

const expectNone = (faults) => assert.deepEqual(faults.filter(([, fault]) => fault), []);

test("there are enough cases", () => {
  assert.ok(cases.length > 250, `${cases.length}`);
});

test("every verdict and its issues match their schemas", () => {
  expectNone(cases.map(({ name, answer }) => [name, refusal(schema.answer, JSON.parse(answer))]));
  expectNone(cases.map(({ name, answer }) => [name, refusal(schema.issues, JSON.parse(answer).issues ?? [])]));
});

test("the schemas accept what the rules accept, as posted and in canonical form", () => {
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

test("the organisations that intake knows match their schema", () => {
  const organisations = read("src/bin/intake/register/organisations.json");
  expectNone(organisations.map((one) => [one.organisation.identifier.number, refusal(schema.registration, one)]));
});

test("the example of the request in openapi.json is the application of docs/examples, and matches its schema", () => {
  const { examples } = openapi.paths["/applications"].post.requestBody.content["multipart/form-data"];
  const { application, ...documents } = examples.whole.value;
  assert.deepEqual(application, read("docs/examples/application.json"));
  assert.equal(refusal(schema.application, application), "");
  assert.deepEqual(Object.keys(documents), application.documents.map(({ id }) => id));
});

test("an application that breaks rules still matches the schema", () => {
  const isShaped = ({ code }) => code !== "field_unknown" && code !== "format_unknown";
  const refused = cases.filter(({ answer }) => JSON.parse(answer).issues?.every(isShaped));
  expectNone(refused.map(({ name, application }) => [name, refusal(schema.application, JSON.parse(application))]));
});

test("the schemas refuse wrong shapes and unknown fields", () => {
  const code = (answer) => JSON.parse(answer).error?.code ?? JSON.parse(answer).issues?.find(({ place }) => place === "format")?.code;
  const isMisshapen = ({ answer }) => ["json_type", "field_unknown", "format_unknown", "json_missing"].includes(code(answer));
  const misshapen = cases.filter(isMisshapen);
  assert.ok(misshapen.length > 10);
  for (const { name, answer, application, offer } of misshapen) {
    const input = JSON.parse(answer).error?.in ?? "application";
    if (input === "application") assert.notEqual(refusal(schema.application, JSON.parse(application)), "", name);
    if (input === "offer") assert.notEqual(refusal(schema.offer, read(`tests/conformance/offers/${offer}.json`)), "", name);
  }
});

test("openapi.json is valid OpenAPI 3.1 with the same application schema", async () => {
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
