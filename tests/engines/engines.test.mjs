// Complete journeys through the wizard in engines besides Chromium, with the same input as in tests/e2e. `make routes`
// walks all routes, in all ways.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { file } from "../e2e/files.mjs";
import { ROUTES } from "../e2e/journeys.mjs";
import { parts } from "../e2e/multipart.mjs";
import { SECRETS, assertFlat, halves, marks, pixels, withMetadata } from "../e2e/pictures.mjs";
import { kept, reload } from "../e2e/reload.mjs";
import { startIntake } from "../e2e/server.mjs";
import { Wizard } from "../e2e/wizard.mjs";
import { apply } from "./applying.mjs";
import { ENGINES, absence, startEngine } from "./driver.mjs";

const COPY = "documents.user_id_copy.user";

/** A journey with another file for a document. */
const withDocument = (journey, place, document) => journey.map(({ screen, answers, ...more }) =>
  ({ screen, ...more, answers: answers?.map(([name, value]) => [name, name === place ? document : value]) }));

for (const name of Object.keys(ENGINES)) {
  describe(name, { concurrency: 1 }, () => {
    const skip = absence(name);
    const here = {};
    before(async () => {
      if (skip) return;
      here.intake = await startIntake();
      here.engine = await startEngine(name);
    });
    after(async () => {
      await here.engine?.stop();
      await here.intake?.stop();
    });

    test("a sole director applies by mouse, in English, loses nothing by reloading, and covers a photo of a passport", { skip }, async (t) => {
      // The camera was held so that left is up.
      const held = withMetadata(await halves(1600, 1000, "#d02020", "#2020d0"), 6);
      const route = { ...ROUTES.soleDirector, journey: withDocument(ROUTES.soleDirector.journey, COPY, file("passport.jpg", held)) };
      let masks;
      const { application, post } = await apply(t, here, route, "mouse", {
        prepare(wizard) {
          wizard.shield = (place) => Wizard.prototype.shield.call(wizard, place, async () => { masks = await wizard.masks(place); });
        },
        async visit(wizard, screen, when) {
          if (when !== "answered" || !["services", "personal-data", "documents", "sign"].includes(screen)) return;
          await kept(wizard.page);
          await reload(wizard, screen);
        },
      });
      assert.equal(application.purpose.authorisation.services.length, 2);
      assert.deepEqual(application.signatures.map(({ by, method }) => [by, method]), [["representatives.0", "screen"]]);

      const [{ bytes, shielded }] = parts(post).files;
      assert.equal(shielded, true);
      assert.deepEqual(marks(bytes).filter((mark) => (mark >= 0xe1 && mark <= 0xef) || mark === 0xfe), []);
      for (const secret of SECRETS) assert.ok(!post.body.includes(secret), secret);
      const picture = await pixels(bytes);
      assert.ok(masks.length > 0);
      assertFlat(picture, masks, "passport.jpg");
      const { width, height, at } = picture;
      assert.ok(height > width, `${width} x ${height}`);
      const row = (part) => Array.from({ length: width }, (_, x) => at(x, Math.floor(part * height)));
      const reds = (part) => row(part).filter(([red, , blue]) => red > blue).length;
      assert.ok(reds(0.03) > 0.9 * width && reds(0.97) < 0.1 * width, `${reds(0.03)} and ${reds(0.97)} of ${width}`);
    });

    test("two directors sign with a pen, everything by keyboard, in Dutch", { skip }, async (t) => {
      const { application } = await apply(t, here, ROUTES.jointlyAuthorised, "keyboard");
      assert.deepEqual(application.signatures.map(({ by, method }) => [by, method]),
        [["representatives.0", "pen"], ["representatives.1", "pen"]]);
    });
  });
}
