// nginx and Caddy with the configurations of deploy/, in front of intake, tested by plain requests and in a browser.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { closeBrowser, open } from "../e2e/browser.mjs";
import { notEmployed } from "../e2e/journeys.mjs";
import { dist, startIntake } from "../e2e/server.mjs";
import { Wizard } from "../e2e/wizard.mjs";
import { SITE, freePort, startFront, startRelay } from "./fronts.mjs";

const root = resolve(import.meta.dirname, "../..");
const run = promisify(execFile);
const text = (...path) => readFile(join(root, ...path), "utf8");
const [, VERSION] = (await text("Cargo.toml")).match(/^version = "(.*)"/m);
const FRAME = "/frame.html";
const SECRET = "must not be served";

let folder;
let site;
let intake;
let partner;
let stranger;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "deploy-"));
  // A copy of the wizard, with files inside and outside of it that must not be served.
  site = join(folder, "dist");
  await cp(dist, site, { recursive: true });
  await mkdir(join(site, ".git"));
  for (const file of [".git/config", ".hidden.json", `${VERSION}/.env`, "../Cargo.toml", "../other.json"]) await writeFile(join(site, file), SECRET);
  [partner, stranger] = [await startSite(), await startSite()];
  intake = await startIntake({ more: ["--allow-origin", partner.origin] });
});

after(async () => {
  await intake?.stop();
  partner?.stop();
  stranger?.stop();
  await rm(folder, { recursive: true, force: true });
  await closeBrowser();
});

/** Another site; `show` sets the content and headers of its page. */
async function startSite() {
  const pages = { html: "", headers: {} };
  const server = http.createServer((request, response) => response.writeHead(200, { "content-type": "text/html", ...pages.headers }).end(pages.html));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return Object.assign(pages, {
    origin: `http://127.0.0.1:${server.address().port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
    show(body, head = "", headers = {}) {
      pages.html = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Gast</title>${head}</head><body>${body}</body></html>`;
      pages.headers = headers;
    },
  });
}

/** A form with these bytes as the application. */
function form(bytes, headers = {}) {
  const boundary = "deploy";
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="application"\r\ncontent-type: application/json\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return {
    method: "POST",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}`, "content-length": body.length, "idempotency-key": randomUUID(), ...headers },
    body,
  };
}

const COMPARED_HEADERS = [
  "content-security-policy", "permissions-policy", "x-content-type-options", "referrer-policy", "x-permitted-cross-domain-policies", "cache-control",
  "access-control-allow-origin", "cross-origin-resource-policy", "cross-origin-opener-policy", "cross-origin-embedder-policy",
];
const compared = (headers) => Object.fromEntries(COMPARED_HEADERS.map((name) => [name, headers[name]]));
const mediaType = ({ "content-type": type }) => type.split(";")[0];
const HSTS = "max-age=31536000; includeSubDomains";

for (const name of ["nginx", "caddy"]) {
  describe(name, { concurrency: 1 }, () => {
    let front;
    let relay;
    const visits = [];
    const visit = async (origin, options = {}) => {
      const opened = await open(origin, { ignoreHTTPSErrors: true, ...options });
      visits.push(opened);
      return opened;
    };

    before(async () => {
      relay = await startRelay(intake.origin);
      front = await startFront(name, join(folder, name), {
        EH_DIST: site, EH_INTAKE: relay.host, EH_VERSION: VERSION, EH_PARTNERS: `https://other.example ${partner.origin}`,
      });
    });
    after(async () => {
      await Promise.all(visits.map(({ context }) => context.close().catch(() => {})));
      await front?.stop();
      relay?.stop();
    });

    const paths = [
      "/", "/index.html", "/page.css", "/page.js", "/frame.js", "/icon.svg", "/schema/openapi.json", "/offer.json", "/catalogue.json",
      `/${VERSION}/eh-wizard.js`, `/${VERSION}/widget_bg.wasm`, `/${VERSION}/split_wizard.wasm`, "/health",
    ];
    for (const path of paths) {
      test(`${path} has the same headers and content as from intake`, async () => {
        const [served, direct] = await Promise.all([front.request(path), fetch(intake.origin + path)]);
        assert.equal(served.status, 200);
        assert.deepEqual(compared(served.headers), compared(Object.fromEntries(direct.headers)));
        assert.equal(mediaType(served.headers), mediaType(Object.fromEntries(direct.headers)));
        assert.equal(served.headers["strict-transport-security"], HSTS);
        assert.doesNotMatch(served.headers.server ?? "", /\d|caddy/i);
        assert.ok(served.body.equals(Buffer.from(await direct.arrayBuffer())));
      });
    }

    test("cache-control is as in docs/deploy.md", async () => {
      const documented = [...(await text("docs/deploy.md")).matchAll(/^\| `([^`]+)` \| `([^`]+)` \|/gm)];
      assert.ok(documented.length >= 5);
      for (const [, path, cache] of documented) {
        const { headers } = await front.request(path.replace("<version>", VERSION));
        assert.equal(headers["cache-control"], cache, path);
      }
    });

    test("a missing file is not cached nor open to other sites, and has the same headers", async () => {
      for (const path of ["/nothing.js", `/${VERSION}/nothing.js`, "/9.9.9/frame.html", `/${VERSION}/`, `/${VERSION}`, "/schema/"]) {
        const [served, direct] = await Promise.all([front.request(path), fetch(`${intake.origin}/nothing.js`)]);
        assert.equal(served.status, 404, path);
        assert.deepEqual(compared(served.headers), compared(Object.fromEntries(direct.headers)), path);
        assert.equal(served.headers["strict-transport-security"], HSTS, path);
      }
    });

    test("frame.html may be framed by partners, also by isolated pages, and is revalidated", async () => {
      const [frame, page] = await Promise.all([front.request(FRAME), front.request("/")]);
      assert.equal(frame.status, 200);
      assert.equal(mediaType(frame.headers), "text/html");
      assert.deepEqual(compared(frame.headers), {
        ...compared(page.headers),
        "content-security-policy": page.headers["content-security-policy"]
          .replace("frame-ancestors 'none'", `frame-ancestors 'self' https://other.example ${partner.origin}`),
        "cache-control": "no-cache",
        "cross-origin-opener-policy": undefined,
        "cross-origin-embedder-policy": "require-corp",
        "cross-origin-resource-policy": "cross-origin",
      });
      assert.notEqual(frame.headers["content-security-policy"], page.headers["content-security-policy"]);
      assert.equal(frame.headers["strict-transport-security"], HSTS);
    });

    test("an unchanged file is not sent again, compressed or not", async () => {
      for (const path of ["/", "/offer.json", "/catalogue.json", FRAME, `/${VERSION}/widget_bg.wasm`]) {
        for (const encoding of ["identity", "br"]) {
          const headers = { "accept-encoding": encoding };
          const first = await front.request(path, { headers });
          assert.match(first.headers.etag, /^(W\/)?"[^"]+"$/, path);
          const second = await front.request(path, { headers: { ...headers, "if-none-match": first.headers.etag } });
          assert.equal(second.status, 304, path);
          assert.deepEqual(compared(second.headers), compared(first.headers), path);
          const other = await front.request(path, { headers: { ...headers, "if-none-match": '"another"' } });
          assert.equal(other.status, 200, path);
        }
      }
    });

    test("files are compressed for clients that accept it", async () => {
      const decompress = { br: brotliDecompressSync, gzip: gunzipSync };
      for (const path of ["/index.html", "/catalogue.json", `/${VERSION}/eh-wizard.js`, `/${VERSION}/widget_bg.wasm`]) {
        const plain = await front.request(path);
        assert.equal(plain.headers["content-encoding"], undefined, path);
        for (const [accepted, encoding] of [["gzip, deflate, br", "br"], ["br", "br"], ["gzip", "gzip"]]) {
          const { headers, body } = await front.request(path, { headers: { "accept-encoding": accepted } });
          assert.equal(headers["content-encoding"], encoding, path);
          assert.equal(headers["content-type"], plain.headers["content-type"], path);
          assert.match(headers.vary, /accept-encoding/i, path);
          assert.ok(body.length < plain.body.length, path);
          assert.ok(decompress[encoding](body).equals(plain.body), path);
          assert.deepEqual(compared(headers), compared(plain.headers), path);
        }
      }
    });

    test("no file outside the folder is served, and none that begins with a dot", async () => {
      const paths = [
        "/../Cargo.toml", "/../other.json", `/${VERSION}/../../other.json`, "/%2e%2e/other.json", "/..%2fother.json", "/%2e%2e%2fCargo.toml",
        "/.git/config", "/.git/", "/%2egit/config", "/.hidden.json", `/${VERSION}/.env`, `/${VERSION}/%2eenv`, `//.git/config`,
        `/${VERSION}/..%2f.hidden.json`, "/schema/..%5c..%5cother.json", "/page.js%00.json",
      ];
      for (const path of paths) {
        const { status, headers, body } = await front.request(path);
        assert.ok([400, 403, 404].includes(status), `${path}: ${status}`);
        assert.notEqual(headers["access-control-allow-origin"], "*", path);
        assert.ok(!body.includes(SECRET), path);
      }
    });

    test("plain HTTP only redirects to HTTPS", async () => {
      const { status, headers } = await fetch(`${front.plain}/offer.json?lang=en`, { redirect: "manual" }).then(({ status, headers }) =>
        ({ status, headers: Object.fromEntries(headers) }));
      assert.equal(status, 308);
      assert.match(headers.location, /^https:\/\/localhost(:\d+)?\/offer\.json\?lang=en$/);
      assert.equal(headers["strict-transport-security"], undefined);
    });

    test("an application is filled in, sent and stored under the policy of the page", async () => {
      const opened = await visit(front.origin);
      const wizard = new Wizard(opened.page);
      await wizard.walk(notEmployed);
      await wizard.send(opened);
      const reference = await wizard.reference();
      await opened.finish();
      const stored = (await intake.stored()).filter(({ receipt }) => receipt.reference === reference);
      assert.deepEqual(stored.map(({ issues, documents }) => [issues, documents.length]), [[[], 2]]);
    });

    test("only pages of the partner and of the site itself may post", async () => {
      const preflight = (origin) => front.request("/applications", {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type,idempotency-key" },
      });
      const granted = await preflight(partner.origin);
      assert.equal(granted.status, 200);
      assert.equal(granted.headers["access-control-allow-origin"], partner.origin);
      const code = async (headers) => JSON.parse((await front.request("/applications", form(Buffer.from("{"), headers))).body).code;
      assert.equal(await code({ origin: front.origin }), "application_unreadable");
      assert.equal(await code({ origin: partner.origin }), "application_unreadable");
      assert.equal(await code({ origin: stranger.origin }), "origin_not_allowed");
      // Forwarding headers are ignored.
      assert.equal(await code({ origin: stranger.origin, "x-forwarded-host": new URL(stranger.origin).host }), "origin_not_allowed");
    });

    test("the largest application is passed on without a temporary file, and a larger one is refused", async () => {
      const { attachments } = JSON.parse(await readFile(join(dist, "offer.json"), "utf8"));
      const allowed = await front.request("/applications", form(Buffer.alloc(attachments.max_total_bytes + 1024 * 1024, " ")));
      assert.equal(allowed.status, 413);
      assert.equal(JSON.parse(allowed.body).code, "application_too_large");
      assert.doesNotMatch(front.log(), /temporary file/);
      // The server may close the connection before the client has sent everything.
      const refused = await front.request("/applications", form(Buffer.alloc(33 * 1024 * 1024, " "))).then(({ status, headers }) => [status, mediaType(headers)], ({ code }) => [code]);
      assert.ok(["413", "EPIPE", "ECONNRESET"].includes(String(refused[0])), String(refused));
      assert.notEqual(refused[1], "application/problem+json");
    });

    test("a slow application is passed on only when it is complete", async () => {
      relay.seen = "";
      const halfway = async () => {
        for (let times = 0; times < 3; times += 1) assert.equal((await front.request("/health")).status, 200);
        assert.match(relay.seen, /GET \/health/);
        assert.doesNotMatch(relay.seen, /POST/);
      };
      const { status, body } = await front.request("/applications", { ...form(Buffer.alloc(2 * 1024 * 1024, " ")), halfway });
      assert.equal(status, 413, body);
      assert.match(relay.seen, /POST \/applications/);
    });

    test("intake gets the address of the client, and not the one that it claims", async () => {
      relay.seen = "";
      await front.request("/health", { headers: { "x-real-ip": "192.0.2.1" } });
      const given = [...relay.seen.matchAll(/^x-real-ip: *(.*)\r$/gim)].map(([, address]) => address);
      assert.equal(given.length, 1, relay.seen);
      assert.match(given[0], /^(127\.0\.0\.1|::1)$/);
    });

    test("what became of an application can be asked for", async () => {
      const path = `/applications/${randomUUID()}`;
      const [served, direct] = await Promise.all([front.request(path), fetch(intake.origin + path)]);
      assert.equal(served.status, 404);
      assert.equal(JSON.parse(served.body).type, "urn:eherkenning-wizard:key_unknown");
      assert.deepEqual(compared(served.headers), compared(Object.fromEntries(direct.headers)));
      assert.equal(served.headers["cache-control"], "no-store");
    });

    test("an organisation can be looked up", async () => {
      const path = "/lookup/68750110";
      const [served, direct] = await Promise.all([front.request(path), fetch(intake.origin + path)]);
      assert.equal(served.status, 200);
      assert.deepEqual(JSON.parse(served.body), await direct.json());
      assert.deepEqual(compared(served.headers), compared(Object.fromEntries(direct.headers)));
      assert.equal(served.headers["cache-control"], "no-store");
    });

    test("when intake is down, the error has the same headers", async () => {
      const up = await front.request("/applications");
      relay.takeDown();
      const down = await front.request("/applications", form(Buffer.from("{")));
      relay.bringUp();
      assert.equal(up.status, 405);
      assert.equal(down.status, 502);
      assert.deepEqual(compared(down.headers), { ...compared(up.headers), "access-control-allow-origin": "*" });
      assert.equal(down.headers["strict-transport-security"], HSTS);
    });

    test("pages of a partner can read that the server itself refused or could not pass on", async () => {
      const { origin } = partner;
      relay.takeDown();
      const unavailable = await front.request("/applications", form(Buffer.from("{"), { origin }));
      relay.bringUp();
      // Not sent: the length alone is refused.
      const large = await front.request("/applications", { method: "POST", headers: { origin, "content-length": 99_000_000 } });
      const responses = [[502, unavailable], [413, large]];
      for (const [status, { status: found, headers }] of responses) {
        assert.equal(found, status);
        assert.equal(headers["access-control-allow-origin"], "*");
        assert.match(headers["access-control-expose-headers"], /Retry-After, X-Request-Id/);
        assert.match(headers["x-request-id"], /^[0-9a-f-]{32,36}$/);
      }
    });

    test("a request has one id, in the response and at intake", async () => {
      const { headers } = await front.request("/applications", form(Buffer.from("{"), { origin: partner.origin, "x-request-id": "of-the-client" }));
      assert.match(headers["x-request-id"], /^[0-9a-f-]{32,36}$/);
      assert.equal(headers["access-control-allow-origin"], partner.origin);
      assert.match(headers["access-control-expose-headers"], /^(?=.*retry-after)(?=.*x-request-id)/i);
      assert.ok(intake.log.some((line) => line.includes(headers["x-request-id"])));
    });

    const element = () => `<eh-wizard mode="inline" endpoint="${front.origin}/applications" lang="nl" offer="${front.origin}/offer.json" catalogue="${front.origin}/catalogue.json"></eh-wizard>`;
    /** Opens the wizard on the partner's page, under the policy of docs/embedding.md, up to the second module; returns the paths requested. */
    async function embed(script) {
      const [, documented] = (await text("docs/embedding.md")).match(/## The policy of your page\s+```\n([^`]+)```/);
      const policy = documented.replaceAll(/https:\/\/(cdn|intake)\.example/g, front.origin).replaceAll(/\s+/g, " ").replace("blob:", "blob: data:");
      partner.show(element(), script, {
        "content-security-policy": `default-src 'none'; ${policy}; require-trusted-types-for 'script'; trusted-types 'none'`,
        "cross-origin-embedder-policy": "require-corp",
      });
      const opened = await visit(partner.origin);
      const wizard = new Wizard(opened.page);
      await wizard.at("welcome");
      await wizard.press("next");
      await wizard.answer("organisation.identifier.kind", "kvk");
      await wizard.answer("organisation.identifier.number", "68750110");
      await wizard.press("next");
      await wizard.at("services");
      await wizard.answer("purpose.authorisation.kind", "services");
      await wizard.answer("purpose.search", ["belasting", "9a794d1d-f7ba-5ee4-86ea-d3d5490b2f7e"]);
      opened.clean();
      return opened.log.requests.map(({ url }) => url).filter((url) => url.startsWith(front.origin)).map((url) => new URL(url).pathname);
    }

    test("a page of another origin embeds the wizard with integrity", async () => {
      const digest = createHash("sha384").update(await readFile(join(dist, VERSION, "eh-wizard.js"))).digest("base64");
      await embed(`<script type="module" src="${front.origin}/${VERSION}/eh-wizard.js" integrity="sha384-${digest}" crossorigin></script>`);
    });

    test("the address without a version redirects to the newest, and modules load from there", async () => {
      const { status, headers } = await front.request("/eh-wizard.js");
      assert.equal(status, 307);
      assert.equal(headers.location, `/${VERSION}/eh-wizard.js`);
      assert.equal(headers["cache-control"], "public, max-age=300");
      assert.equal(headers["access-control-allow-origin"], "*");
      assert.equal(headers["cross-origin-resource-policy"], "cross-origin");
      const requested = await embed(`<script type="module" src="${front.origin}/eh-wizard.js"></script>`);
      assert.deepEqual(requested.filter((path) => /\.(js|wasm)$/.test(path)).sort(), [
        "/eh-wizard.js", `/${VERSION}/eh-wizard.js`, `/${VERSION}/split_wizard.wasm`, `/${VERSION}/widget_bg.wasm`,
      ].sort());
    });

    test("partners may frame frame.html, also from an isolated page, and other sites may not", async () => {
      const address = front.origin + FRAME;
      const frameIn = async (pages) => {
        pages.show(`<iframe src="${address}" allow="camera" title="Aanvraag"></iframe>`, "", {
          "cross-origin-embedder-policy": "require-corp", "cross-origin-opener-policy": "same-origin",
        });
        const { page, log, allow } = await visit(pages.origin);
        if (pages === stranger) allow(/frame-ancestors/);
        await page.waitForLoadState("load");
        const [frame] = page.mainFrame().childFrames();
        return { url: frame.url(), errors: log.errors };
      };
      const framed = await frameIn(partner);
      assert.equal(framed.url, address);
      assert.deepEqual(framed.errors, []);
      const refused = await frameIn(stranger);
      assert.notEqual(refused.url, address);
      assert.match(refused.errors.join("\n"), /frame-ancestors/);
    });
  });
}

describe("the files of deploy/", () => {
  test("site.env sets exactly the variables that the configurations use", async () => {
    const used = [await text("deploy/nginx.conf"), await text("deploy/Caddyfile")].flatMap((config) => [...config.matchAll(/\$\{(EH_\w+)\}|\{\$(EH_\w+)\}/g)]);
    assert.deepEqual([...new Set(used.map(([, nginx, caddy]) => nginx ?? caddy))].sort(), Object.keys(SITE).sort());
    assert.equal(SITE.EH_VERSION, VERSION);
  });

  test("an application of 50 MB arrives at 300 kbit/s", async () => {
    const needed = (50_000_000 * 8) / 300_000;
    const seconds = (config, name) => {
      const [, amount, unit] = config.match(new RegExp(`^\\s*${name} (\\d+)([smh]);?$`, "m"));
      return amount * { s: 1, m: 60, h: 3600 }[unit];
    };
    // Caddy limits a whole body, nginx the silence between two reads.
    assert.ok(seconds(await text("deploy/Caddyfile"), "read_body") > needed);
    const nginx = await text("deploy/nginx.conf");
    assert.equal(seconds(nginx, "client_body_timeout"), 60);
    // It stays in the memory of the proxy: intake is silent only while it checks and stores.
    assert.ok(seconds(nginx, "proxy_read_timeout") >= 180);
  });

  test("the container is built with the Rust version of rust-toolchain.toml", async () => {
    const [, channel] = (await text("rust-toolchain.toml")).match(/^channel = "(.*)"/m);
    const file = await text("deploy/Containerfile");
    assert.match(file, new RegExp(`^ARG RUST=docker.io/library/rust:${channel}-slim-bookworm@sha256:`, "m"));
    assert.match(file, new RegExp(`^ENV RUSTUP_TOOLCHAIN=${channel}$`, "m"));
  });

  test("the health check of the container passes only when intake is running", async () => {
    const [, check] = (await text("deploy/Containerfile")).match(/^HEALTHCHECK [^\n]*\\\n\s+CMD (\[.*\])$/m);
    const healthy = ([program, ...options], port) => run(program, options.map((one) => one.replace("/8080", `/${port}`))).then(() => true, () => false);
    const command = JSON.parse(check);
    assert.equal(await healthy(command, new URL(intake.origin).port), true);
    assert.equal(await healthy(command, await freePort()), false);
    assert.equal(await healthy(command, new URL(stranger.origin).port), false);
  });
});
