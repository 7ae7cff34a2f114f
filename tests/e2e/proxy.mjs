// A proxy in front of intake, in the same origin as the wizard, that responds itself or hangs up on request.
import { createHash } from "node:crypto";
import http from "node:http";

const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");

export async function startProxy(backend) {
  const target = new URL(backend);
  const behind = (request, body) => new Promise((done, failed) => {
    const { method, url: path, headers } = request;
    const options = { host: target.hostname, port: target.port, method, path, headers, agent: false };
    const forwarded = http.request(options, async (answer) => {
      const parts = [];
      for await (const part of answer) parts.push(part);
      done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) });
    });
    forwarded.on("error", failed);
    forwarded.end(body);
  });
  const give = ({ status, headers, body }, response) => {
    delete headers["transfer-encoding"];
    response.writeHead(status, headers).end(body);
  };
  const pass = async (request, body, response) => give(await behind(request, body), response);

  const proxy = { posts: [], planned: [], files: new Map(), asked: [], outcome: undefined };
  const server = http.createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts);
    const path = new URL(request.url, backend).pathname;
    const isPost = request.method === "POST";
    if (isPost) {
      proxy.posts.push({ key: request.headers["idempotency-key"], digest: digest(body), headers: request.headers, body });
    }
    const isAsking = request.method === "GET" && path.startsWith("/applications/");
    if (isAsking) proxy.asked.push(path.split("/").at(-1));
    const act = (isPost ? proxy.planned.shift() : proxy.files.get(path)) ?? (isAsking ? proxy.outcome : undefined) ?? pass;
    try {
      await act(request, body, response);
    } catch {
      response.destroy();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));

  return Object.assign(proxy, {
    origin: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
    /** Cuts all connections, as a network that disappears. */
    cut: () => server.closeAllConnections(),
    /** Lets intake respond. */
    pass,
    /** Responds instead of intake. */
    answer: (status, body, headers = {}) => (request, _, response) => {
      const isText = typeof body === "string";
      const type = isText ? "text/html" : "application/problem+json";
      response.writeHead(status, { "content-type": type, ...headers }).end(isText ? body : JSON.stringify(body));
    },
    /** Responds with a problem like those of intake; `more` goes into the body. */
    problem: (status, code, more = {}, headers = {}) =>
      proxy.answer(status, { type: `urn:eherkenning-wizard:${code}`, title: code, status, code, ...more }, headers),
    /** Tells what became of a key in place of intake: received under this reference. */
    received: (reference) => (request, _, response) => {
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ reference }));
    },
    /** As a backend that does not say what became of a key. */
    untold: (request, _, response) => {
      response.writeHead(404, { "content-type": "text/html" }).end("<title>Not found</title>");
    },
    /** Hangs up before intake sees anything. */
    hangUp: (request, _, response) => response.destroy(),
    /** Lets intake store the application, then hangs up before its response. */
    loseAnswer: async (request, body, response) => {
      await behind(request, body);
      response.destroy();
    },
    /** Passes it on, after `arrived`; and its response, after `answered`. */
    slowly: ({ arrived, answered }) => async (request, body, response) => {
      await arrived();
      const answer = await behind(request, body);
      await answered();
      give(answer, response);
    },
    /** Lets intake store the application, then responds with something else. */
    instead: (answer) => async (request, body, response) => {
      await behind(request, body);
      answer(request, body, response);
    },
  });
}
