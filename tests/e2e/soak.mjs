// One application each, with a browser, its page or intake killed at random moments between the first answer and the
// receipt. Whatever the screen had called kept must be back, and the application must arrive once.
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { Killable } from "./killable.mjs";
import { startProxy } from "./proxy.mjs";
import { startIntake } from "./server.mjs";
import { look, observer } from "./soak-page.mjs";
import { EVENTS, SCREENS, isOfFile, journeyOf, shownBy } from "./soak-plan.mjs";
import { Wizard } from "./wizard.mjs";

const GOES_ON = ["next", "sign", "send"].map((action) => `[data-screen] [data-action=${action}]`).join();
/** After these the applicant has to do something. */
const AT_REST = ["unknown", "gave-up"];
const UNDERWAY = ["preparing", "underway", "busy", "retrying", "offline", "asking"];

export class Round {
  /** `plan` is as in `soak-plan.mjs`; `chance` gives numbers from 0 up to 1. */
  constructor({ email, plan, chance }) {
    Object.assign(this, { email, plan, chance, journey: journeyOf(email), kills: [...plan.kills] });
    /** What was killed, and what had happened last. */
    this.killed = [];
    /** What the screen called kept last, by the name of the control. */
    this.calledKept = {};
    /** How many of those answers had to be there after something died, added up. */
    this.kept = 0;
    this.given = new Map();
    this.told = new Set();
  }

  async run() {
    try {
      this.intake = await startIntake({ more: ["--lease", "2"] });
      this.proxy = await startProxy(this.intake.origin);
      const slowly = this.proxy.slowly({ arrived: () => this.arriving(), answered: () => this.answered() });
      this.proxy.planned.push(...Array.from({ length: 50 }, () => slowly));
      this.browser = new Killable({ observe: observer, onObserved: (seen) => this.observed(seen) });
      await this.browser.start();
      await this.browser.page.goto(this.address);
      await this.apply();
      return await this.judge();
    } finally {
      await this.browser?.end();
      await this.proxy?.stop();
      await this.intake?.stop();
    }
  }

  get address() {
    return `${this.proxy.origin}/?lang=nl`;
  }

  observed({ status, screen, answers, reference }) {
    if (reference) {
      this.told.add(reference);
      this.event("received");
    } else if (/^Bewaard/.test(status)) {
      const isOnDevice = status.startsWith("Bewaard op dit apparaat");
      for (const [name, value] of Object.entries(answers)) this.calledKept[name] = { value, screen, isOnDevice };
    }
  }

  /** A request is on its way to intake. Intake itself dies while it has it; for all else the request waits. */
  async arriving() {
    const kill = this.event("arriving");
    if (kill?.victim !== "intake") await Promise.all([kill?.done, wait(this.chance() * 200)]);
  }

  /** Intake has answered. If it dies, its answer is lost. */
  async answered() {
    const kill = this.event("stored");
    await Promise.all([kill?.done, wait(this.chance() * 200)]);
    if (kill?.victim === "intake") throw new Error("intake died");
    // It reaches the page now.
    this.event("answered");
  }

  /** Kills what is planned for this event, some time after it. */
  event(name) {
    this.last = name;
    const [kill] = this.kills;
    const isDue = kill && !this.pending && !this.dead && EVENTS.indexOf(name) >= kill.at;
    if (!isDue || (this.plan.deviceAt && !this.hasDevice)) return undefined;
    this.kills.shift();
    this.pending = { ...kill, done: this.kill(kill) };
    this.pending.done.catch(() => {});
    return this.pending;
  }

  async kill({ victim, after }) {
    await wait(after);
    // Until then the welcome screen is shown before what is kept on the device; a test of its own covers that.
    if (victim === "browser" && !this.plan.isAtOnce) await this.browser.flushed();
    this.killed.push(`${victim} · ${this.last}`);
    if (victim === "browser") this.browser.killAll();
    if (victim === "page") await this.browser.killPages();
    if (victim === "intake") await this.intake.restart();
    if (victim !== "intake") this.dead = victim;
    this.pending = undefined;
  }

  /** Fills in and sends; starts again whenever the page died. */
  async apply() {
    for (;;) {
      try {
        await this.goOn();
        do await this.pending?.done; while (this.event("received"));
        if (!this.dead) return assert.deepEqual(this.kills, [], "never came");
      } catch (error) {
        // What went wrong because the page died, or is about to.
        await this.pending?.done;
        if (!this.dead) throw error;
      }
      this.isBack = this.dead;
      this.dead = undefined;
      if (this.isBack === "browser") await this.browser.startAgain(this.address);
      else await this.browser.reload();
    }
  }

  /** From where the screen puts the applicant to the receipt. */
  async goOn() {
    this.wizard = new Wizard(this.browser.page);
    if (this.plan.isAtOnce && this.isBack) {
      // It takes a moment: only the database knows of it.
      const isBack = () => document.querySelector("eh-wizard").shadowRoot.querySelector("[data-screen]:not([data-screen=welcome])");
      await this.browser.page.waitForFunction(isBack);
    }
    for (;;) {
      const { screen, sending, reference } = await this.settled();
      if (reference) {
        this.told.add(reference);
        this.event("received");
        return;
      }
      // What was received is not kept on the device: a reference that was on the screen is gone with the browser.
      if (screen === "welcome" && this.told.size > 0 && (this.isGone || this.isBack === "browser")) {
        this.isGone = true;
        return;
      }
      if (sending) await this.wizard.press("retry");
      else await this.fillIn(screen);
    }
  }

  /** Waits until the page has something for the applicant to do, or the receipt. */
  async settled() {
    const { page } = this.browser;
    await page.waitForFunction(() => ["ready", "sending", "sent"].includes(document.querySelector("eh-wizard")?.state));
    for (;;) {
      const where = await page.evaluate(() => {
        const root = document.querySelector("eh-wizard").shadowRoot;
        const of = (name) => root.querySelector(`[data-${name}]`)?.dataset[name];
        return { screen: of("screen"), sending: of("sending"), reference: of("reference") };
      });
      const { sending, reference } = where;
      if (reference || !sending || AT_REST.includes(sending)) return where;
      if (!UNDERWAY.includes(sending)) throw new Error(`sending ends in ${sending}`);
      await wait(20);
    }
  }

  /** Fills in what is missing, from this screen on, and sends. Screens before it are not visited again. */
  async fillIn(screen) {
    const { wizard, journey } = this;
    if (this.isBack) this.checkScreen(screen);
    if (screen === "welcome") await wizard.press("next");
    const from = Math.max(journey.findIndex((one) => one.screen === screen), 0);
    for (const { screen: here, answers, action = "next" } of journey.slice(from)) {
      await this.at(here);
      const shown = await this.checkKept(here);
      for (const answer of answers) await this.answer(answer, shown);
      if (here === this.plan.deviceAt) await this.keepOnDevice();
      await wizard.press(here === "sign" ? "send" : action);
      this.event(here === "sign" ? "sending" : `leaving ${here}`);
    }
  }

  /** Gives an answer that is not there yet. */
  async answer(answer, shown) {
    const wanted = shownBy(answer);
    if (wanted.every(([name, value]) => (isOfFile(answer) ? shown[name] : shown[name] === value))) return;
    for (const [name, value] of wanted) {
      this.given.set(name, value);
      // What is half there is typed again from the start.
      if (shown[name]) delete this.calledKept[name];
    }
    this.event(`answering ${answer[0]}`);
    await this.wizard.answer(...answer);
    await this.think();
  }

  async at(screen) {
    await this.wizard.at(screen);
    await this.browser.page.locator(GOES_ON).waitFor();
  }

  async think() {
    if (this.chance() < 0.2) await wait(100 + this.chance() * 300);
  }

  async keepOnDevice() {
    if (await this.browser.page.locator("[data-action=device]").count() === 0) return;
    await this.wizard.press("device");
    await this.wizard.hands.tick("device-documents");
    await this.wizard.press("device:yes");
    this.hasDevice = true;
  }

  /** After something died: the screen is at least the one on which answers were called kept last. */
  checkScreen(screen) {
    // In another tab only what was kept on the device counts.
    const kept = Object.entries(this.calledKept).filter(([, { isOnDevice }]) => this.isBack === "page" || isOnDevice);
    this.calledKept = Object.fromEntries(kept);
    this.isBack = undefined;
    const at = SCREENS.findIndex((one) => one.screen === screen);
    const lost = kept.filter(([, one]) => SCREENS.findIndex(({ screen }) => screen === one.screen) > at);
    assert.deepEqual(lost, [], `called kept; back at ${screen}`);
    this.kept += kept.length;
  }

  /** Every answer of this screen that was called kept is there. Returns what is there. */
  async checkKept(screen) {
    const kept = Object.entries(this.calledKept).filter(([, one]) => one.screen === screen);
    // Some of it appears when the catalogue has loaded.
    for (let looks = 0; ; looks += 1) {
      const { answers } = await look(this.browser.page);
      const lost = kept.filter(([name, { value }]) => !this.isBackAs(name, value, answers[name]));
      if (lost.length === 0) return answers;
      if (looks === 200) assert.fail(`called kept on ${screen}: ${JSON.stringify(lost)}; back: ${JSON.stringify(answers)}`);
      await wait(50);
    }
  }

  /** What was typed after it had been called kept may be there too. */
  isBackAs(name, kept, found) {
    const given = this.given.get(name) ?? "";
    return found === kept || (found !== undefined && given.startsWith(found) && found.startsWith(kept));
  }

  /** One application of this applicant, sent under one key, and its reference was told. */
  async judge() {
    const found = await this.intake.stored();
    assert.equal(found.length, 1, "applications stored");
    const [{ application, receipt, documents, issues }] = found;
    assert.equal(application.user.email, this.email);
    assert.deepEqual(issues, []);
    assert.equal(documents.length, application.documents.length);
    assert.deepEqual([...this.told], [receipt.reference], "references told");
    assert.equal(new Set(this.proxy.posts.map(({ key }) => key)).size, 1, "keys");
    assert.deepEqual(this.browser.errors, []);
    const { killed, kept, isGone = false } = this;
    return { application, killed, kept, isGone };
  }
}
