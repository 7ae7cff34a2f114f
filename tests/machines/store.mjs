// A real object store: the S3 server of moto, from PyPI (`store.py`), with one bucket.
//
// What was tried with plain requests: moto 5.2.5 answers 412 to a second write with `If-None-Match: *` and to `If-Match` with
// another ETag, but looks and writes in two steps. With threads that take turns often, 5 of 200 files that 20 clients wrote at
// once were written twice; with the lock of `store.py` none. s3s-fs 0.17 from crates.io looks before it has received the file and
// renames it into place afterwards, so two writes at once succeed more often still; it also needs a newer Rust than this project.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import http from "node:http";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const python = join(process.env.TARGET ?? resolve(import.meta.dirname, "../../target"), "machines/python");

/** Why the store cannot be started; `false` when it can. */
export const missing = existsSync(join(python, "moto")) ? false : "moto from PyPI is not installed (make setup)";

/** moto does not check the signature, but reads from it which service is meant. */
const authorization = "AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=none";

/** Starts the store; `options` are those of `store.py`. */
export async function startStore(options = []) {
  const child = spawn("python3", [join(import.meta.dirname, "store.py"), ...options], {
    env: { ...process.env, PYTHONPATH: python }, stdio: ["ignore", "pipe", "pipe"],
  });
  let problem = "";
  child.stderr.setEncoding("utf8").on("data", (text) => { problem = (problem + text).slice(-2000); });
  const port = await new Promise((found, failed) => {
    child.once("exit", (code) => failed(new Error(`the store ended with ${code}: ${problem}`)));
    createInterface(child.stdout).once("line", found);
  });
  const agent = new http.Agent({ keepAlive: true });
  const ask = (method, path, headers = {}, body = "") => new Promise((done, failed) => {
    const options = { host: "127.0.0.1", port, method, path, agent, headers: { authorization, ...headers } };
    const request = http.request(options, async (response) => {
      const parts = [];
      for await (const part of response) parts.push(part);
      done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
    });
    request.on("error", failed);
    request.end(body);
  });
  await ask("PUT", "/bucket");
  /** The names of all files, in their order. */
  const names = async () => {
    const found = [];
    for (let more = ""; more !== undefined;) {
      const page = (await ask("GET", `/bucket?list-type=2${more}`)).body.toString();
      found.push(...Array.from(page.matchAll(/<Key>([^<]*)<\/Key>/g), ([, name]) => name));
      const [, token] = page.match(/<NextContinuationToken>([^<]*)</) ?? [];
      more = token && `&continuation-token=${encodeURIComponent(token)}`;
    }
    return found.sort();
  };
  const read = async (name) => (await ask("GET", `/bucket/${name}`)).body;
  const stop = () => new Promise((done) => {
    agent.destroy();
    child.once("exit", done);
    child.kill("SIGKILL");
  });
  return { origin: `http://127.0.0.1:${port}`, ask, names, read, stop };
}
