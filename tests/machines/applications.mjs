// Whole applications to post: the one of docs/examples with an id of its own, an extract as PDF, and a copy as large as asked.
import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import http from "node:http";
import { connect } from "node:net";
import { resolve } from "node:path";
import { crc32, deflateSync } from "node:zlib";

/** The day on which they are valid. */
export const TODAY = "2026-11-23";

const examples = resolve(import.meta.dirname, "../../docs/examples");
const example = JSON.parse(readFileSync(`${examples}/application.json`, "utf8"));
const BOUNDARY = "----boundary-of-a-test";

/** An image of this many pixels in each direction; every row of noise takes three bytes a pixel, the others nothing. */
export function picture(side, noisy = side) {
  const chunk = (type, data) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const numbers = [data.length, crc32(named)].map((number) => Buffer.from(number.toString(16).padStart(8, "0"), "hex"));
    return Buffer.concat([numbers[0], named, numbers[1]]);
  };
  const header = Buffer.from(`${side.toString(16).padStart(8, "0").repeat(2)}0802000000`, "hex");
  const rows = Array.from({ length: side }, (_, row) => Buffer.concat([Buffer.from([0]), row < noisy ? randomBytes(side * 3) : Buffer.alloc(side * 3)]));
  const pixels = deflateSync(Buffer.concat(rows), { level: 1 });
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

const described = (document, bytes) => ({
  ...document, size_bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"),
});

/**
 * The application with this number. `change` makes other bytes under the same key. `files` has what is stored of it, by the
 * names that the store gives.
 */
export function application(number, { copy = readFileSync(`${examples}/id-copy.png`), change = {} } = {}) {
  const id = `019ab0c4-5c1e-7d52-9f0e-${number.toString(16).padStart(12, "0")}`;
  const extract = Buffer.from(`%PDF-1.7\n% of ${id}\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`);
  const [idCopy] = example.documents;
  const documents = [
    described(idCopy, copy),
    described({ ...idCopy, id: idCopy.id.replace(/1$/, "2"), kind: "kvk_extract", of: "organisation", file_name: "extract.pdf",
      media_type: "application/pdf", shielded: false }, extract),
  ];
  const proof = { ...example.authority_proof, extract: "attached", extract_issued_on: "2026-11-20" };
  const contract = { ...example.contract, price: { total_cents: 13189, vat_cents: 2289 } };
  const text = Buffer.from(JSON.stringify({ ...example, id, contract, authority_proof: proof, documents, ...change }));
  const part = (name, type, bytes, file = "") => [
    Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${file}\r\ncontent-type: ${type}\r\n\r\n`), bytes,
    Buffer.from("\r\n"),
  ];
  const body = Buffer.concat([
    ...part("application", "application/json", text),
    ...documents.flatMap((document, at) => part(document.id, document.media_type, [copy, extract][at], `; filename="${document.file_name}"`)),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);
  const files = {
    "application.json": text, [`documents/${documents[0].id}.png`]: copy, [`documents/${documents[1].id}.pdf`]: extract,
  };
  return { id, body, files };
}

/** Sends a request; status and JSON of the response. */
export const ask = (origin, { method = "GET", path, headers = {}, body = "", agent = false }) => new Promise((done, failed) => {
  const request = http.request(`${origin}${path}`, { method, agent, headers }, async (response) => {
    try {
      const parts = [];
      for await (const part of response) parts.push(part);
      done({ status: response.statusCode, ...JSON.parse(Buffer.concat(parts).toString() || "{}") });
    } catch (problem) {
      failed(problem);
    }
  });
  request.setTimeout(120_000, () => request.destroy(new Error("no answer")));
  request.on("error", failed);
  request.end(body);
});

/** Posts an application. */
export const post = (origin, { id, body }, agent) => ask(origin, {
  method: "POST", path: "/applications", body, agent,
  headers: { "content-type": `multipart/form-data; boundary=${BOUNDARY}`, "content-length": body.length, "idempotency-key": id },
});

/** Opens so many connections that each send an application, a few bytes a second. */
export function slowly(origin, count) {
  const { hostname, port } = new URL(origin);
  const ended = new Set();
  const sockets = Array.from({ length: count }, (_, number) => {
    const id = `019ab0c4-5c1e-7d52-9f0e-f${number.toString(16).padStart(11, "0")}`;
    const socket = connect(port, hostname);
    for (const end of ["error", "close"]) socket.on(end, () => ended.add(socket));
    socket.write(`POST /applications HTTP/1.1\r\nhost: ${hostname}:${port}\r\nidempotency-key: ${id}\r\ncontent-length: 1000000\r\n` +
      `content-type: multipart/form-data; boundary=${BOUNDARY}\r\n\r\n--${BOUNDARY}\r\n` +
      'content-disposition: form-data; name="application"\r\ncontent-type: application/json\r\n\r\n');
    return socket;
  });
  const timer = setInterval(() => sockets.forEach((socket) => socket.write(" ".repeat(2048))), 1000);
  return {
    open: () => count - ended.size,
    stop: () => {
      clearInterval(timer);
      sockets.forEach((socket) => socket.destroy());
    },
  };
}
