// Drives the wizard through a journey: a list of screens, each with its answers.
import assert from "node:assert/strict";
import { keyboard, mouse, touch } from "./hands.mjs";

const ID_COPY = /^documents\.(user|representative)_id_copy\./;

export class Wizard {
  constructor(page, { mode = "mouse" } = {}) {
    this.page = page;
    this.hands = { mouse, touch, keyboard }[mode](page);
  }

  get screen() {
    return this.page.locator("[data-screen]").getAttribute("data-screen");
  }

  async at(screen) {
    await this.page.locator("[data-screen]").waitFor();
    try {
      await this.page.locator(`[data-screen="${screen}"]`).waitFor();
    } catch {
      assert.fail(`expected screen ${screen}, but it is ${await this.screen}; errors: ${await this.issues()}`);
    }
  }

  control(name) {
    return this.page.locator(`[name="${name}"]`);
  }

  press(action) {
    return this.hands.press(action);
  }

  /** The errors on the screen: `code@place`. */
  issues() {
    return this.page.locator("[data-screen] [data-issue]").evaluateAll((found) =>
      found.map((one) => `${one.dataset.issue}@${one.dataset.for}`));
  }

  async shows(issue) {
    const [code, place] = issue.split("@");
    await this.page.locator(`[data-issue="${code}"][data-for="${place}"]`).first().waitFor();
  }

  /** Gives one answer, with the control of its question. */
  async answer(name, value) {
    const { hands } = this;
    if (name === "press") return hands.press(value);
    if (name === "look-up") return this.lookUp();
    if (name === "purpose.search") return hands.option(name, ...value);
    if (typeof value === "object" && "year" in value) {
      for (const part of ["day", "month", "year"]) await hands.text(`${name}.${part}`, value[part]);
      return hands.leave(`${name}.year`);
    }
    await this.unfold(name);
    const control = this.control(name).first();
    await control.waitFor({ state: "attached" });
    const kind = await control.evaluate((element) => (element.matches("select, textarea") ? element.localName : element.type));
    if (kind === "file") return this.attach(name, value);
    if (kind === "radio") return hands.radio(name, value);
    if (kind === "checkbox") return hands.tick(name);
    if (kind === "select") return hands.select(name, value);
    await hands.text(name, value);
    return hands.leave(name);
  }

  /** Opens the card of a representative if this question is in one that is folded. */
  async unfold(name) {
    const change = `change:${name.split(".", 2).join(".")}`;
    if (await this.page.locator(`[data-action="${change}"]`).count()) await this.press(change);
  }

  /** Looks the organisation up, and waits until it was found. */
  async lookUp() {
    await this.press("look-up");
    await this.page.locator(".look-up .notice").filter({ hasText: /Handelsregister:|Trade Register:/ }).waitFor();
  }

  /** Attaches a file, and covers it if required. */
  async attach(name, file) {
    await this.hands.file(name, file);
    if (ID_COPY.test(name)) await this.shield(name);
    await this.attached(name, file.name).waitFor();
  }

  /** Covers a copy as it is suggested, and confirms every zone; `work` is done on the masks before that. */
  async shield(name, work) {
    await this.confirm(name, work);
    await this.press(`shield:${name}`);
    await this.page.locator(`[data-action="shield:${name}"]`).waitFor({ state: "detached" });
  }

  /** All of `shield` but its last press. */
  async confirm(name, work = () => {}) {
    await this.redactor(name).waitFor();
    await this.align(name);
    await work();
    const zones = await this.page.locator(`input[type=checkbox][name^="${name}."]`)
      .evaluateAll((boxes) => boxes.filter((box) => !box.checked).map((box) => box.name));
    for (const zone of zones) await this.hands.tick(zone);
  }

  /** Continues from the frame to the masks, also with the frame around the whole photo. */
  async align(name) {
    const masks = `[data-action="shield:${name}"]`;
    const question = `[data-place="${name}"] .redactor .notice--warning`;
    await this.press(`align:${name}`);
    await this.page.locator(`${masks}, ${question}`).first().waitFor();
    if (await this.page.locator(question).count()) await this.press(`align:${name}`);
    await this.page.locator(masks).waitFor();
  }

  /** Where a copy is covered. */
  redactor(name) {
    return this.page.locator(`[data-place="${name}"] .redactor`);
  }

  /** The masks: what each covers, and its position as fractions of the copy. */
  masks(name) {
    return this.redactor(name).locator("[data-piece]:visible").evaluateAll((pieces) => pieces.map((piece) => {
      const surface = piece.parentElement.getBoundingClientRect();
      const { left, top, width, height } = piece.getBoundingClientRect();
      const place = [(left - surface.left) / surface.width, (top - surface.top) / surface.height, width / surface.width, height / surface.height];
      return { id: piece.dataset.piece, label: piece.getAttribute("aria-label"), place };
    }));
  }

  /** The row of an accepted file; an image may have got another extension. */
  attached(place, fileName) {
    const stem = fileName.replace(/\.[a-z]+$/, "");
    return this.page.locator(`[data-place="${place}"] li`).filter({ hasText: stem });
  }

  async fill(answers) {
    for (const [name, value] of answers) await this.answer(name, value);
  }

  /**
   * Walks through a journey, up to `until` or to its end; `visit` is called on every screen before and after its
   * answers. The last screen is answered, but not left.
   */
  async walk(journey, { until, visit = () => {} } = {}) {
    for (const [index, { screen, answers = [], action = "next" }] of journey.entries()) {
      await this.at(screen);
      await visit(screen, "fresh");
      if (screen === until) return;
      await this.fill(answers);
      await visit(screen, "answered");
      if (index + 1 < journey.length) await this.press(action);
    }
  }

  /** Walks to the documents, and says who provides the extract. */
  async walkToDocuments(journey) {
    await this.walk(journey, { until: "documents" });
    const { answers } = journey.find(({ screen }) => screen === "documents");
    await this.fill(answers.filter(([name]) => !name.startsWith("documents.")));
  }

  /** The values of the controls on the screen, except the search box, which has no answer. */
  answers() {
    return this.page.locator("[data-screen] [name]").evaluateAll((controls) => {
      const values = {};
      for (const control of controls) {
        if (control.name === undefined || control.type === "file" || control.name === "purpose.search") continue;
        if (control.type === "radio") values[control.name] ??= "";
        if (control.type === "radio" && control.checked) values[control.name] = control.value;
        if (control.type === "checkbox") values[control.name] = control.checked;
        if (!["radio", "checkbox"].includes(control.type)) values[control.name] = control.value;
      }
      return values;
    });
  }

  /** Waits until sending is in this state. */
  async sending(state) {
    await this.page.locator(`[data-sending="${state}"]`).waitFor({ timeout: 30_000 });
  }

  /** Presses Send, and returns the reference on success. */
  async send(visit) {
    visit.sends();
    await this.press("send");
  }

  async reference() {
    await this.page.locator("[data-screen=sent] [data-reference]").waitFor({ timeout: 30_000 });
    return this.page.locator("[data-reference]").getAttribute("data-reference");
  }
}
