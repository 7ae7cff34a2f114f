// A page behind a driver, with the part of Playwright's API that the journeys use. Input is real: mouse, touches and key
// presses come from the driver, and scripts only inspect the page.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Timeout of everything, in milliseconds; enough for a busy machine. */
const TIMEOUT_MS = 60_000;
/** The name by which the protocol refers to elements. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const KEYS = {
  Shift: "\uE008", Tab: "\uE004", Enter: "\uE007", Space: " ", End: "\uE010", Home: "\uE011", ArrowDown: "\uE015", Delete: "\uE017",
};

/** Runs in the page: the elements that a chain of selectors finds, also in shadow roots. */
function find(steps) {
  const below = (root, selector) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? below(shadowRoot, selector) : [])),
  ];
  return steps.reduce((found, { selector, text, isFirst }) => {
    if (isFirst) return found.slice(0, 1);
    if (text !== undefined) return found.filter((one) => new RegExp(text, "i").test(one.textContent));
    const all = found.flatMap((root) => below(root, selector.replace(":visible", "")));
    return selector.includes(":visible") ? all.filter((one) => one.getClientRects().length > 0) : all;
  }, [document]);
}

/** Runs in the page: where the one found element can be pressed; scrolls it into view if needed. */
function spot([element, ...others]) {
  if (!element || others.length > 0) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [Math.floor(left + width / 2), Math.floor(top + height / 2)];
  const at = (root, host) => {
    const over = root.elementFromPoint(x, y);
    return over?.shadowRoot && over !== host ? at(over.shadowRoot, over) : over;
  };
  if (element.contains(at(document))) return { x, y };
  element.scrollIntoView({ block: "center", behavior: "instant" });
  return null;
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

class Locator {
  constructor(page, steps) {
    Object.assign(this, { page, steps });
  }

  locator(selector, options = {}) {
    return new Locator(this.page, [...this.steps, { selector }]).filter(options);
  }

  filter({ hasText }) {
    if (hasText === undefined) return this;
    return new Locator(this.page, [...this.steps, { text: hasText.source ?? escaped(hasText) }]);
  }

  first() {
    return new Locator(this.page, [...this.steps, { isFirst: true }]);
  }

  /** Passes the found elements to a function in the page. */
  evaluateAll(look, wanted) {
    return this.page.script(`return (${look})((${find})(arguments[0]), arguments[1])`, this.steps, wanted);
  }

  /** Passes the one found element to a function in the page, once it exists. */
  async evaluate(look, wanted) {
    const onlyOne = `(found, wanted) => found.length === 1 && { value: (${look})(found[0], wanted) }`;
    const { value } = await this.page.until(`exactly one ${this}`, () => this.evaluateAll(onlyOne, wanted));
    return value;
  }

  getAttribute(name) {
    return this.evaluate((element, name) => element.getAttribute(name), name);
  }

  textContent() {
    return this.evaluate((element) => element.textContent);
  }

  count() {
    return this.evaluateAll((found) => found.length);
  }

  allTextContents() {
    return this.evaluateAll((found) => found.map((one) => one.textContent));
  }

  async waitFor({ state = "visible", timeout } = {}) {
    const holds = {
      attached: (found) => found.length > 0,
      detached: (found) => found.length === 0,
      visible: (found) => found.some((one) => one.getClientRects().length > 0),
    }[state];
    await this.page.until(`${this} ${state}`, () => this.evaluateAll(holds), timeout);
  }

  click() {
    return this.#press("mouse");
  }

  tap() {
    return this.#press("touch");
  }

  /**
   * Presses in the middle of the element, once it does not move and nothing covers it. The driver's own click is not
   * used, because WebKit's considers every text field in a shadow root as covered.
   */
  async #press(pointerType) {
    let last;
    const { x, y } = await this.page.until(`${this} can be pressed`, async () => {
      const found = await this.evaluateAll(spot);
      const isStill = found && found.x === last?.x && found.y === last.y;
      last = found;
      return isStill && found;
    });
    await this.page.press(x, y, pointerType);
  }

  selectOption(value) {
    return this.locator(`option[value="${value}"]`).#tell("click");
  }

  async setInputFiles({ name, buffer }) {
    const path = join(this.page.folder, name);
    await writeFile(path, buffer);
    await this.#tell("value", { text: path });
  }

  async #tell(what, body = {}) {
    const { [ELEMENT]: id } = await this.evaluate((element) => element);
    await this.page.command("POST", `/element/${id}/${what}`, body);
  }

  toString() {
    return this.steps.map(({ selector, text, isFirst }) => selector ?? (isFirst ? "first" : `"${text}"`)).join(" ");
  }
}

export class Page {
  static async open(engine, url) {
    const page = new Page();
    page.command = engine.command;
    page.finger = engine.tap;
    page.folder = await mkdtemp(join(tmpdir(), "engines-"));
    await page.command("POST", "/url", { url });
    return page;
  }

  close() {
    return rm(this.folder, { recursive: true, force: true });
  }

  script(script, ...args) {
    return this.command("POST", "/execute/sync", { script, args: args.map((one) => one ?? null) });
  }

  evaluate(look, wanted) {
    return this.script(typeof look === "string" ? `return ${look}` : `return (${look})(arguments[0])`, wanted);
  }

  waitForFunction(look, wanted) {
    return this.until(String(look), () => this.evaluate(look, wanted));
  }

  locator(selector, options) {
    return new Locator(this, []).locator(selector, options);
  }

  reload() {
    return this.command("POST", "/refresh", {});
  }

  /** Events of a page are not pushed: what happened in it is polled. */
  on() {}

  /** Waits until a value is truthy, and returns it. */
  async until(what, look, timeout = TIMEOUT_MS) {
    const end = performance.now() + timeout;
    for (;;) {
      const found = await look();
      if (found) return found;
      if (performance.now() > end) throw new Error(`timed out waiting for ${what}`);
      await wait(25);
    }
  }

  keyboard = {
    press: async (keys) => {
      await this.#keys([keys.split("+").map((key) => KEYS[key] ?? key)]);
      if (keys === "Tab" && !(await this.evaluate(() => document.hasFocus()))) await this.#comeBack();
    },
    type: (text) => this.#keys([...text].map((letter) => [letter])),
  };

  /** After the end of a page Tab moves to the browser's own controls, where drivers cannot press keys, and then to the top of the page. */
  async #comeBack() {
    await this.command("POST", "/window", { handle: await this.command("GET", "/window") });
    await this.evaluate(() => getSelection().collapse(document.body, 0));
  }

  /** Presses the mouse, or touches. */
  async press(x, y, pointerType) {
    if (pointerType === "touch" && this.finger) return this.#touch(x, y);
    const actions = [{ type: "pointerMove", x, y }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
    const source = { type: "pointer", id: pointerType, parameters: { pointerType }, actions };
    return this.command("POST", "/actions", { actions: [source] });
  }

  /** Touches the screen, and waits until the page has noticed. */
  async #touch(x, y) {
    // Above the page are the browser's own controls.
    const [left, top] = await this.evaluate(() => {
      window.isTapped = false;
      addEventListener("click", () => { window.isTapped = true; }, { capture: true, once: true });
      return [screenX, screenY + outerHeight - innerHeight];
    });
    await this.finger(left + x, top + y);
    await this.until("the touch", () => this.evaluate(() => window.isTapped));
  }

  /** Presses keys, those of one stroke together. */
  async #keys(strokes) {
    const actions = strokes.flatMap((stroke) => [
      ...stroke.map((value) => ({ type: "keyDown", value })), ...stroke.toReversed().map((value) => ({ type: "keyUp", value })),
    ]);
    if (actions.length > 0) await this.command("POST", "/actions", { actions: [{ type: "key", id: "keys", actions }] });
  }
}
