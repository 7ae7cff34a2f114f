// A slow line: a proxy that carries so many bytes per second each way, over all connections together. It stops reading
// while the line is busy, so that the browser has to wait, as on a mobile network.
import assert from "node:assert/strict";
import net from "node:net";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import { file, pdf } from "./files.mjs";
import { withoutKvk } from "./journeys.mjs";

const MEGABYTE = 1_000_000;
/** 300 kbit/s. */
const BYTES_PER_SECOND = 300_000 / 8;
/** What is carried at once, in bytes: about a packet. */
const PIECE = 1500;
/** How late a timer may be on a busy machine without making the line slower, in milliseconds. */
const LATE = 1000;

/** One direction: what is sent waits for what was sent before. */
class Direction {
  bytes = 0;
  #free = 0;

  async carry(length) {
    this.bytes += length;
    this.#free = Math.max(this.#free, performance.now() - LATE) + (length / BYTES_PER_SECOND) * 1000;
    const ahead = this.#free - performance.now();
    // Timers are coarse: pieces that are due within a few milliseconds go together.
    if (ahead > 5) await wait(ahead);
  }
}

/** A line to a server; fast until `slow()`. */
export async function startLine(origin) {
  const { hostname, port } = new URL(origin);
  const [up, down] = [new Direction(), new Direction()];
  const line = { isSlow: false, up, down };
  const paced = (direction) => async function* pieces(source) {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE);
        if (line.isSlow) await direction.carry(piece.length);
        yield piece;
      }
    }
  };
  const open = new Set();
  const server = net.createServer({ highWaterMark: PIECE, allowHalfOpen: true }, (client) => {
    const behind = net.connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    for (const socket of [client, behind]) {
      open.add(socket);
      socket.on("close", () => open.delete(socket));
    }
    Promise.all([pipeline(client, paced(up), behind), pipeline(behind, paced(down), client)]).catch(() => {
      client.destroy();
      behind.destroy();
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return Object.assign(line, {
    origin: `http://127.0.0.1:${server.address().port}`,
    slow: () => { line.isSlow = true; },
    stop: () => new Promise((done) => {
      server.close(done);
      for (const socket of open) socket.destroy();
    }),
  });
}

/** A journey with so many megabytes in two documents. */
export const heavy = (megabytes) => withoutKvk.map(({ screen, answers, ...more }) => ({
  screen, ...more,
  answers: answers?.map(([name, value]) => [name, /tax_letter|foreign_registration/.test(name) ? file(value.name, pdf((megabytes / 2) * MEGABYTE)) : value]),
}));

/**
 * Sends a finished application over a slow line. It arrives at the first try, which takes at least as long as the line
 * needs for it: longer than any fixed limit that anybody would choose.
 */
export async function sendSlowly({ intake, line, page, wizard, megabytes }) {
  const minutes = (megabytes * MEGABYTE) / BYTES_PER_SECOND / 60;
  line.slow();
  const start = performance.now();
  await wizard.press("send");
  await page.locator('[data-sending="underway"]').waitFor();
  await page.locator("[data-screen=sent] [data-reference]").waitFor({ timeout: (2 * minutes + 3) * 60_000 });
  const reference = await page.locator("[data-reference]").getAttribute("data-reference");
  const took = (performance.now() - start) / 60_000;
  assert.ok(took > minutes - LATE / 60_000, `${took} minutes for ${megabytes} MB`);
  assert.ok(line.up.bytes < (megabytes + 1) * MEGABYTE, `${line.up.bytes} bytes: sent more than once`);
  const found = await intake.stored();
  assert.deepEqual(found.map(({ receipt, issues }) => [receipt.reference, issues]), [[reference, []]]);
  return { minutes: took, bytes: line.up.bytes };
}
