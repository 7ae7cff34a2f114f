// Complete journeys through the wizard in engines besides Chromium, with the same input as in tests/e2e.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { file } from "../e2e/files.mjs";
import { mouse } from "../e2e/hands.mjs";
import { jointlyAuthorised, soleDirector } from "../e2e/journeys.mjs";
import { parts } from "../e2e/multipart.mjs";
import { SECRETS, assertFlat, halves, marks, pixels, withMetadata } from "../e2e/pictures.mjs";
import { startProxy } from "../e2e/proxy.mjs";
import { kept, reload } from "../e2e/reload.mjs";
import { startIntake } from "../e2e/server.mjs";
import { Wizard } from "../e2e/wizard.mjs";
import { ENGINES, absence, startEngine } from "./driver.mjs";
import { Page } from "./page.mjs";

const COPY = "documents.user_id_copy.user";
/** What the applicant of a journey fills in, which no event may contain. */
const PERSONAL = ["Johanna", "Vries", "Groningen", "johanna@", "12345678"];

/** Runs in the page before the wizard: records all its events and all faults, across reloads. */
function watch() {
  const { events, faults } = JSON.parse(sessionStorage.getItem("watched") ?? '{"events":[],"faults":[]}');
  window.happened = { events, faults, saved: 0 };
  const note = (list, what) => {
    list.push(what);
    sessionStorage.setItem("watched", JSON.stringify({ events, faults }));
  };
  for (const name of ["eh-ready", "eh-step", "eh-issues", "eh-saved", "eh-submitted", "eh-error"]) {
    document.addEventListener(name, ({ detail }) => note(events, { name, detail }));
  }
  document.addEventListener("eh-saved", () => { window.happened.saved += 1; });
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber, sample }) => {
    note(faults, `CSP: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`);
  });
  addEventListener("error", ({ message, target }) => note(faults, `error: ${message ?? target.outerHTML}`), true);
  addEventListener("unhandledrejection", ({ reason }) => note(faults, `rejection: ${reason}`));
  const own = console.error;
  console.error = (...words) => {
    note(faults, `console: ${words.join(" ")}`);
    own.apply(console, words);
  };
}

/** The origin of the wizard, as intake serves it, except that its page begins with `watch`. */
async function watched(intake) {
  const proxy = await startProxy(intake.origin);
  const served = await fetch(intake.origin);
  const page = (await served.text()).replace("<head>", '<head><script src="/watch.js"></script>');
  const policy = served.headers.get("content-security-policy");
  assert.ok(policy.includes("trusted-types 'none'"), policy);
  proxy.files.set("/watch.js", (request, _, response) => response.writeHead(200, { "content-type": "text/javascript" }).end(`(${watch})();`));
  proxy.files.set("/", (request, _, response) =>
    response.writeHead(200, { "content-type": "text/html", "content-security-policy": policy }).end(page));
  return proxy;
}

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

    /** Walks to the end and sends; returns what was sent, what intake stored, and the events of the wizard. */
    async function apply(t, journey, lang, mode, options = {}) {
      const { intake, engine } = here;
      // A new origin, in which nothing is saved yet.
      const proxy = await watched(intake);
      t.after(proxy.stop);
      const page = await Page.open(engine, `${proxy.origin}/?lang=${lang}`);
      t.after(() => page.close());
      const wizard = new Wizard(page, { mode });
      // A driver cannot operate the system's file dialog.
      wizard.hands.file = mouse(page).file;
      options.prepare?.(wizard);
      await wizard.walk(journey, { visit: (screen, when) => options.visit?.(wizard, screen, when) });
      assert.equal(proxy.posts.length, 0, "nothing leaves before it is sent");
      await wizard.press("send");
      const reference = await wizard.reference();
      const { events, faults } = await page.evaluate(() => window.happened);

      assert.deepEqual(faults, []);
      assert.equal(proxy.posts.length, 1);
      const found = (await intake.stored()).filter(({ receipt }) => receipt.reference === reference);
      assert.equal(found.length, 1);
      const [{ application, issues, documents }] = found;
      assert.deepEqual(issues, []);
      assert.equal(application.language, lang);
      assert.equal(documents.length, application.documents.length);

      assert.deepEqual(events.filter(({ name }) => name === "eh-submitted").map(({ detail }) => detail), [{ reference, level: "EH3" }]);
      assert.ok(events.some(({ name }) => name === "eh-step"));
      assert.deepEqual(events.filter(({ name }) => name === "eh-error"), []);
      for (const word of PERSONAL) {
        assert.ok(JSON.stringify(application).includes(word), `${word} is in the application`);
        assert.ok(!JSON.stringify(events).includes(word), `${word} is in an event`);
      }
      const [post] = proxy.posts;
      return { application, body: post.body, files: parts(post).files };
    }

    test("a sole director applies by mouse, in English, loses nothing by reloading, and covers a photo of a passport", { skip }, async (t) => {
      // The camera was held so that left is up.
      const held = withMetadata(await halves(1600, 1000, "#d02020", "#2020d0"), 6);
      const journey = withDocument(soleDirector, COPY, file("passport.jpg", held));
      let masks;
      const { application, body, files } = await apply(t, journey, "en", "mouse", {
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

      const [{ bytes, shielded }] = files;
      assert.equal(shielded, true);
      assert.deepEqual(marks(bytes).filter((mark) => (mark >= 0xe1 && mark <= 0xef) || mark === 0xfe), []);
      for (const secret of SECRETS) assert.ok(!body.includes(secret), secret);
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
      const { application } = await apply(t, jointlyAuthorised, "nl", "keyboard");
      assert.deepEqual(application.signatures.map(({ by, method }) => [by, method]),
        [["representatives.0", "pen"], ["representatives.1", "pen"]]);
      assert.equal(application.documents.length, 5);
    });
  });
}
