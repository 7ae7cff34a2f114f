// The wizard and intake together, when the store of intake fails or is changed by hand.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { ANSWERED, UNANSWERED } from "./browser.mjs";
import { finished } from "./finished.mjs";

const ready = finished();

/** The reference under the only key of a store. */
async function reference({ store }, key) {
  const folder = join(store, "keys", key);
  const outcomes = (await readdir(folder)).filter((name) => name.endsWith(".outcome.json"));
  assert.equal(outcomes.length, 1);
  return JSON.parse(await readFile(join(folder, outcomes[0]), "utf8"));
}

describe("the backend", { concurrency: 2 }, () => {
  test("(S13) one failed write in the store: it is stored at the next try, without waiting for a claim", async () => {
    const { intake, proxy, visit, keptOnce, wizard } = await ready();
    const folder = join(intake.store, "applications");
    const statuses = [];
    const noted = async (request, body, response) => {
      await proxy.pass(request, body, response);
      statuses.push(response.statusCode);
    };
    proxy.planned.push(async (request, body, response) => {
      // A file in the place of a folder: nothing can be written there.
      if (existsSync(folder)) await rename(folder, `${folder}-aside`);
      await writeFile(folder, "");
      await noted(request, body, response);
      await rm(folder);
      if (existsSync(`${folder}-aside`)) await rename(`${folder}-aside`, folder);
    }, noted, noted);
    await wizard.send(visit);
    await wizard.sending("retrying");
    await keptOnce();
    assert.deepEqual(statuses, [503, 201]);
    await visit.finish({ allow: [ANSWERED] });
  });

  test("(S14) the application is removed from the store before its answer arrived: it keeps its first reference", async () => {
    const { intake, proxy, visit, wizard } = await ready();
    let first;
    proxy.planned.push(proxy.instead(async (request, _, response) => {
      first = await reference(intake, request.headers["idempotency-key"]);
      await rm(join(intake.store, first.folder), { recursive: true });
      response.destroy();
    }));
    await wizard.send(visit);
    assert.equal(await wizard.reference(), first.reference);
    assert.equal(proxy.posts.length, 2);
    assert.equal((await reference(intake, proxy.posts[1].key)).reference, first.reference);
    assert.ok(!existsSync(join(intake.store, first.folder)), "nothing of it is stored again");
    await visit.finish({ allow: [UNANSWERED] });
  });
});
