// Ways to fill in a form: with the mouse, by touch, and with the keyboard alone.

const named = (name) => `[name="${name}"]`;
const active = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

/** Replaces the text of the focused field. */
const write = async ({ keyboard }, value) => {
  await keyboard.press("Home");
  await keyboard.press("Shift+End");
  await keyboard.press("Delete");
  if (value !== "") await keyboard.type(value);
};

/**
 * A pointer for pressing, and keys for typing. Like most people it leaves a field only by pressing something else, so
 * the last field of a screen still has the focus, and an unreported change, when Next is pressed.
 */
const pointer = (act) => (page) => {
  const press = (selector) => page.locator(selector)[act]();
  const labelOf = async (control) => press(`label[for="${await page.locator(control).getAttribute("id")}"]`);
  return {
    async text(name, value) {
      await press(named(name));
      await write(page, value);
    },
    leave: async () => {},
    radio: (name, value) => labelOf(`input${named(name)}[value="${value}"]`),
    tick: (name) => labelOf(`input${named(name)}`),
    // Drop-down lists and file dialogs belong to the system: no page sees what is pressed there.
    select: (name, value) => page.locator(named(name)).selectOption(value),
    file: (name, files) => page.locator(named(name)).setInputFiles(files),
    async option(name, query, value) {
      await press(named(name));
      await write(page, query);
      await press(`[role=option][data-value="${value}"]`);
    },
    press: (action) => press(`[data-action="${action}"]`),
  };
};

export const mouse = pointer("click");
export const touch = pointer("tap");

/** Tab, Shift+Tab, arrows, Space, Enter and typing; nothing else. */
export const keyboard = (page) => {
  const keys = page.keyboard;
  // File dialogs are only intercepted while there is a listener; one added with the key press may be too late.
  page.on("filechooser", () => {});
  const state = (isThere, wanted) => page.evaluate(
    `((element) => element !== null && (${isThere})(element, ${JSON.stringify(wanted)}))((${active})())`,
  );

  /** Presses Tab until the wanted control has the focus. */
  const reach = async (what, isThere, wanted) => {
    for (let presses = 0; presses < 400; presses += 1) {
      if (await state(isThere, wanted)) return;
      await keys.press("Tab");
    }
    throw new Error(`cannot be reached by Tab: ${what}`);
  };
  const toName = (name) => reach(name, (element, wanted) => element.name === wanted, name);
  /** Presses an arrow key until the control has the value. */
  const arrow = async (name, value, isDone) => {
    for (let presses = 0; presses < 300; presses += 1) {
      if (await state(isDone, value)) return;
      await keys.press("ArrowDown");
    }
    throw new Error(`${value} cannot be reached by arrow keys: ${name}`);
  };

  return {
    async text(name, value) {
      await toName(name);
      await write(page, value);
    },
    leave: () => keys.press("Tab"),
    async radio(name, value) {
      await toName(name);
      if (await state((element, wanted) => element.value === wanted && !element.checked, value)) await keys.press("Space");
      await arrow(name, value, (element, wanted) => element.value === wanted && element.checked);
    },
    async tick(name) {
      await toName(name);
      await keys.press("Space");
    },
    async select(name, value) {
      await toName(name);
      await arrow(name, value, (element, wanted) => element.value === wanted);
    },
    async file(name, files) {
      await toName(name);
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), keys.press("Space")]);
      await chooser.setFiles(files);
    },
    async option(name, query, value) {
      await toName(name);
      await write(page, query);
      const id = await page.locator(`[role=option][data-value="${value}"]`).getAttribute("id");
      for (let presses = 0; presses < 50; presses += 1) {
        if (await state((element, wanted) => element.getAttribute("aria-activedescendant") === wanted, id)) break;
        await keys.press("ArrowDown");
      }
      await keys.press("Enter");
    },
    async press(action) {
      await reach(action, (element, wanted) => element.dataset.action === wanted, action);
      await keys.press("Enter");
    },
  };
};
