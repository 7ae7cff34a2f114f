// rules.wasm through its protocol: what it returns, and that no call makes it trap.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";

const bytes = readFileSync("dist/rules/rules.wasm");
const compiled = new WebAssembly.Module(bytes);
const file = (name) => readFileSync(`tests/conformance/${name}.json`);
const [offer, catalogue, application] = ["offers/example", "catalogues/example", "applications/sole-director"].map(file);
const today = Buffer.from("2026-11-23");

let wasm;
beforeEach(() => {
  wasm = new WebAssembly.Instance(compiled, {}).exports;
});

function put(text) {
  const address = wasm.alloc(text.length);
  if (address !== 0) new Uint8Array(wasm.memory.buffer).set(text, address);
  return [address, text.length];
}

function take(span) {
  const [address, length] = [Number(BigInt.asUintN(64, span) >> 32n), Number(span & 0xffffffffn)];
  const text = Buffer.from(new Uint8Array(wasm.memory.buffer, address, length)).toString();
  wasm.free(address, length);
  return text;
}

function call(name, ...texts) {
  const spans = texts.map(put);
  const result = take(wasm[name](...spans.flat()));
  for (const span of spans) wasm.free(...span);
  return result;
}

const prepare = () => assert.equal(call("prepare", offer, catalogue), "");
const check = (text) => JSON.parse(call("check", text, today));

test("the module has no imports", () => {
  assert.deepEqual(WebAssembly.Module.imports(compiled), []);
});

test("version returns the version, the protocol and the formats", () => {
  const { version, protocol, formats } = JSON.parse(take(wasm.version()));
  assert.equal(version, readFileSync("Cargo.toml", "utf8").match(/^version = "(.*)"/m)[1]);
  assert.equal(protocol, 1);
  assert.ok(formats.includes("eherkenning-application/1"));
});

test("day_at returns the day in the Netherlands", () => {
  assert.equal(take(wasm.day_at(BigInt(Date.UTC(2026, 10, 23, 22, 59, 59) / 1000))), "2026-11-23");
  assert.equal(take(wasm.day_at(BigInt(Date.UTC(2026, 10, 23, 23) / 1000))), "2026-11-24");
  for (const moment of [-(2n ** 63n), 2n ** 63n - 1n]) assert.match(take(wasm.day_at(moment)), /^\d{4}-\d{2}-\d{2}$/);
});

test("check before prepare returns an error", () => {
  assert.equal(check(application).error.in, "offer");
});

test("after a refused offer check returns that error, until prepare succeeds", () => {
  const refusal = call("prepare", Buffer.from("{}"), catalogue);
  assert.equal(JSON.parse(refusal).error.in, "offer");
  assert.equal(call("check", application, today), refusal);
  prepare();
  assert.ok(check(application).application);
});

test("an address without a buffer is an error, not a trap", () => {
  prepare();
  const [address, length] = put(application);
  const day = put(today);
  const outside = [[address + 1, length], [address, length + 1], [0, 1], [0xfffffff0, 100], [4, 0x7fffffff], [-1, -1]];
  for (const span of outside) {
    const { error } = JSON.parse(take(wasm.check(...span, ...day)));
    assert.ok(["buffer", "too_large"].includes(error.code), error.code);
    wasm.free(...span);
  }
  assert.equal(JSON.parse(take(wasm.check(address, length, 12, 10))).error.code, "buffer");
  assert.equal(JSON.parse(take(wasm.check(address, length, 0, 0))).error.code, "date");
  assert.ok(JSON.parse(take(wasm.check(address, length, ...day))).application);
  wasm.free(address, length);
  wasm.free(address, length);
  assert.equal(JSON.parse(take(wasm.check(address, length, ...day))).error.code, "buffer");
});

test("text that is too large gets no buffer, and check says so", () => {
  prepare();
  for (const length of [256 * 1024 + 1, 16 * 1024 * 1024 + 1, 0xffffffff]) {
    const address = wasm.alloc(length);
    const { error } = JSON.parse(take(wasm.check(address, length, ...put(today))));
    assert.deepEqual([error.code, error.message], ["too_large", `${length} bytes, more than the limit of 262144`]);
    wasm.free(address, length);
  }
});

test("a host that frees nothing gets no more buffers until it does", () => {
  prepare();
  const spans = [];
  for (let span = put(Buffer.alloc(1024 * 1024)); span[0] !== 0; span = put(Buffer.alloc(1024 * 1024))) spans.push(span);
  assert.equal(spans.length, 64);
  for (const span of spans) wasm.free(...span);
  assert.ok(check(application).application);
});

test("memory does not grow with the number of applications", () => {
  prepare();
  const run = (times) => {
    for (let time = 0; time < times; time += 1) check(time % 2 === 0 ? application : application.subarray(time));
    return wasm.memory.buffer.byteLength;
  };
  const first = run(100);
  assert.equal(run(2000), first);
});

// A random number generator with a fixed seed, so that every run uses the same bytes.
function* numbers(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

test("any bytes get a verdict", () => {
  prepare();
  const random = numbers(20261123);
  const next = (below) => Math.floor(random.next().value * below);
  for (let round = 0; round < 3000; round += 1) {
    const text = Buffer.from(application);
    for (let change = next(8); change >= 0; change -= 1) text[next(text.length)] = next(256);
    const { format, ...rest } = check(round % 3 === 0 ? text.subarray(0, next(text.length)) : text);
    assert.equal(format, "eherkenning-answer/1");
    assert.equal(Object.keys(rest).length, 1);
  }
});

test("the worst inputs are refused within the memory limits", () => {
  prepare();
  const filled = (unit, size) => Buffer.from(unit.repeat(Math.floor(size / unit.length)));
  const size = 256 * 1024;
  const worst = ["[", '{"a":', "[0,", '{"a":1,"a":1,', '"\\u0000', "0", '{"documents":[{},', '{"representatives":[{},'];
  for (const unit of worst) assert.ok(check(filled(unit, size)).error, unit);
  const rows = (name, row) => Buffer.from(`{"${name}":[${Array(1000).fill(row).join(",")}]}`);
  for (const name of ["documents", "representatives", "signatures"]) assert.ok(check(rows(name, "{}")).issues, name);
  assert.ok(wasm.memory.buffer.byteLength < 16 * 1024 * 1024, `${wasm.memory.buffer.byteLength} bytes`);
  // Catalogues come from the supplier and may be large.
  call("prepare", offer, Buffer.from(`[${"0,".repeat(8 * 1024 * 1024 - 2)}0]`));
  assert.ok(wasm.memory.buffer.byteLength < 640 * 1024 * 1024, `${wasm.memory.buffer.byteLength} bytes`);
});
