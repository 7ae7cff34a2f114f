// Starts nginx and Caddy with the configurations of deploy/, in front of intake, with the settings of a test site.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import https from "node:https";
import { connect, createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const root = resolve(import.meta.dirname, "../..");
const run = promisify(execFile);
const TRIES = 100;

/** The variables of site.env with their values. */
export const SITE = Object.fromEntries([...(await readFile(join(root, "deploy/site.env"), "utf8")).matchAll(/^(\w+)="?(.*?)"?$/gm)]
  .map(([, name, value]) => [name, value]));

export const freePort = async () => {
  const server = createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
};

/** A TCP relay to intake that can be taken down, and records in `seen` what it received. */
export async function startRelay(origin) {
  const { hostname, port } = new URL(origin);
  const relay = { seen: "" };
  const open = new Set();
  let isDown = false;
  const server = createServer((socket) => {
    if (isDown) return socket.destroy();
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    const upstream = connect(port, hostname);
    socket.on("error", () => {}).on("close", () => upstream.destroy()).on("data", (bytes) => { relay.seen += bytes.toString("latin1", 0, 1000); });
    upstream.on("error", () => socket.destroy());
    socket.pipe(upstream).pipe(socket);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const disconnect = () => open.forEach((socket) => socket.destroy());
  return Object.assign(relay, {
    host: `127.0.0.1:${server.address().port}`,
    takeDown() {
      isDown = true;
      disconnect();
    },
    bringUp() {
      isDown = false;
    },
    stop() {
      server.close();
      disconnect();
    },
  });
}

/** Per server: writes its files to a folder and returns the command and arguments to start it. */
const fronts = {
  async nginx({ folder, environment }) {
    environment.EH_CERTIFICATE = join(folder, "certificate.pem");
    environment.EH_KEY = join(folder, "key.pem");
    await run("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=localhost",
      "-addext", "subjectAltName=DNS:localhost", "-out", environment.EH_CERTIFICATE, "-keyout", environment.EH_KEY]);
    // The command from the docs, with its output to a file in this folder.
    const [, command] = (await readFile(join(root, "docs/deploy.md"), "utf8")).match(/^(envsubst .*) > \S+$/m);
    const { stdout } = await run("bash", ["-c", command], { cwd: root, env: environment });
    const hasIpv6 = Object.values(networkInterfaces()).flat().some(({ family }) => family === "IPv6");
    await writeFile(join(folder, "site.conf"), hasIpv6 ? stdout : stdout.replaceAll(/^ *listen \[::\].*\n/gm, ""));
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ");
    await writeFile(join(folder, "nginx.conf"), `
      ${process.getuid() === 0 ? "user root;" : ""}
      load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
      daemon off;
      worker_processes 1;
      pid ${folder}/pid;
      error_log stderr warn;
      events {}
      http { ${temporary} include ${folder}/site.conf; }`);
    const program = ["/usr/sbin/nginx", "/usr/bin/nginx"].find(existsSync) ?? "nginx";
    return [program, "-e", "stderr", "-p", folder, "-c", join(folder, "nginx.conf")];
  },
  async caddy({ folder, environment }) {
    environment.EH_ADMIN = `unix/${folder}/admin.sock`;
    // Where Caddy stores its certificates.
    Object.assign(environment, { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder });
    return ["caddy", "run", "--adapter", "caddyfile", "--config", join(root, "deploy/Caddyfile")];
  },
};

/** Starts a server in `folder`; `site` overrides variables of site.env. */
export async function startFront(name, folder, site) {
  await mkdir(folder);
  const [http, tls] = [await freePort(), await freePort()];
  const environment = { ...process.env, ...SITE, EH_SITE: "localhost", EH_HTTP_PORT: `${http}`, EH_HTTPS_PORT: `${tls}`, ...site };
  const [program, ...options] = await fronts[name]({ folder, environment });
  const child = spawn(program, options, { env: environment, stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (text) => { log += text; });
  const ended = new Promise((done) => child.once("close", done));
  const front = {
    origin: `https://localhost:${tls}`,
    plain: `http://localhost:${http}`,
    log: () => log,
    request: (path, options) => request(tls, path, options),
    async stop() {
      if (child.exitCode === null) process.kill(child.pid, "SIGTERM");
      await ended;
    },
  };
  for (let tries = 0; ; tries += 1) {
    if (await front.request("/health").then(({ status }) => status === 200, () => false)) return front;
    if (child.exitCode !== null || tries === TRIES) {
      await front.stop();
      throw new Error(`${name} did not start: ${log}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Requests a path without normalising it. With `halfway`, sends half of the body, awaits it, then sends the rest. */
function request(port, path, { method = "GET", headers = {}, body, halfway } = {}) {
  return new Promise((resolved, rejected) => {
    const outgoing = https.request({ host: "localhost", port, path, method, headers, agent: false, rejectUnauthorized: false }, async (response) => {
      try {
        const parts = [];
        for await (const part of response) parts.push(part);
        resolved({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
      } catch (error) {
        rejected(error);
      }
    });
    outgoing.on("error", rejected);
    if (!halfway) return outgoing.end(body);
    const half = body.length >> 1;
    outgoing.write(body.subarray(0, half), () => halfway().then(() => outgoing.end(body.subarray(half)), rejected));
  });
}
