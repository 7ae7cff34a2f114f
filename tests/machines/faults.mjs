// A proxy in front of the object store that makes it fail, each request by chance.
import http from "node:http";
import { setTimeout as wait } from "node:timers/promises";

/**
 * What goes wrong, and how often: the rest of the requests is passed on. `late` is carried out after intake has given up,
 * or was killed; `told-wrong` is carried out too, but the answer says that it failed. Besides these there are `down`, and `deaf`,
 * which ignores `If-None-Match`.
 */
export const USUAL = { refused: 0.03, conflict: 0.02, "told-wrong": 0.02, "cut-off": 0.02, slow: 0.04, late: 0.003 };

const error = (code) => Buffer.from(`<Error><Code>${code}</Code></Error>`);

/** `chance` gives numbers from 0 up to 1. */
export async function startFaults(store, { chance, faults = {} }) {
  const target = new URL(store.origin);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const counts = {};
  const underway = new Set();
  const forward = ({ method, url: path, headers }, body) => new Promise((done, failed) => {
    const options = { host: target.hostname, port: target.port, method, path, headers, agent };
    const forwarded = http.request(options, async (response) => {
      const parts = [];
      for await (const part of response) parts.push(part);
      done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
    });
    forwarded.on("error", failed);
    forwarded.end(body);
  });
  const refuse = (status, code) => ({ status, headers: {}, body: error(code) });
  const acts = {
    refused: async () => refuse(503, "SlowDown"),
    conflict: async (request, body) => (request.method === "PUT" ? refuse(409, "ConditionalRequestConflict") : forward(request, body)),
    "told-wrong": async (request, body) => {
      await forward(request, body);
      return refuse(500, "InternalError");
    },
    "cut-off": async (request, body) => {
      if (chance() < 0.5) await forward(request, body);
      throw new Error("cut off");
    },
    down: async () => {
      throw new Error("down");
    },
    deaf: async ({ method, url, headers: { "if-none-match": _, ...headers } }, body) => forward({ method, url, headers }, body),
    slow: async (request, body) => {
      await wait(chance() * 1500);
      return forward(request, body);
    },
    late: async (request, body) => {
      await wait(6500 + chance() * 3000);
      return forward(request, body);
    },
  };
  const proxy = { counts, faults, requests: 0 };
  const choose = () => {
    let left = chance();
    return Object.keys(proxy.faults).find((name) => (left -= proxy.faults[name]) < 0);
  };
  const serve = async (request, response) => {
    try {
      const parts = [];
      for await (const part of request) parts.push(part);
      const body = Buffer.concat(parts);
      const name = choose();
      proxy.requests += 1;
      if (name) counts[name] = (counts[name] ?? 0) + 1;
      const answer = await (acts[name] ?? forward)(request, body);
      const { "transfer-encoding": _, connection, ...headers } = answer.headers;
      // The answer to HEAD says how long the file is, without sending it.
      if (request.method !== "HEAD") headers["content-length"] = answer.body.length;
      response.writeHead(answer.status, headers).end(answer.body);
    } catch {
      response.destroy();
    }
  };
  const server = http.createServer((request, response) => {
    const served = serve(request, response).finally(() => underway.delete(served));
    underway.add(served);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return Object.assign(proxy, {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Waits until everything that was held has been carried out. */
    settled: async () => {
      while (underway.size > 0) await Promise.all(underway);
    },
    stop: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
      agent.destroy();
    }),
  });
}
