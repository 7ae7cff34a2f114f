// Two ways to fill in a form: with the mouse, and with the keyboard alone.

const named = (name) => `[name="${name}"]`;
const active = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

export const mouse = (page) => ({
  text: (name, value) => page.locator(named(name)).fill(value),
  async leave(name) {
    await page.locator(named(name)).blur();
  },
  async radio(name, value) {
    const row = page.locator(`input${named(name)}[value="${value}"]`);
    await page.locator(`label[for="${await row.getAttribute("id")}"]`).click();
  },
  async tick(name) {
    const box = page.locator(`input${named(name)}`);
    await page.locator(`label[for="${await box.getAttribute("id")}"]`).click();
  },
  select: (name, value) => page.locator(named(name)).selectOption(value),
  file: (name, files) => page.locator(named(name)).setInputFiles(files),
  async option(name, query, value) {
    await page.locator(named(name)).fill(query);
    await page.locator(`[role=option][data-value="${value}"]`).click();
    await page.locator(named(name)).fill("");
    await page.locator(named(name)).blur();
  },
  press: (action) => page.locator(`[data-action="${action}"]`).click(),
});

/** Tab, Shift+Tab, arrows, Space, Enter and typing; nothing else. */
export const keyboard = (page) => {
  const keys = page.keyboard;
  // As long as somebody listens, file dialogs are caught; a listener that comes with the key press may come too late.
  page.on("filechooser", () => {});
  const state = (isThere, wanted) => page.evaluate(
    `((element) => element !== null && (${isThere})(element, ${JSON.stringify(wanted)}))((${active})())`,
  );

  /** Walks by Tab until the focus is where it is wanted. */
  const reach = async (what, isThere, wanted) => {
    for (let presses = 0; presses < 400; presses += 1) {
      if (await state(isThere, wanted)) return;
      await keys.press("Tab");
    }
    throw new Error(`not to be reached by Tab: ${what}`);
  };
  const toName = (name) => reach(name, (element, wanted) => element.name === wanted, name);
  const type = async (value) => {
    await keys.press("Home");
    await keys.press("Shift+End");
    await keys.press("Delete");
    if (value !== "") await keys.type(value);
  };
  /** Presses an arrow until the control holds the value. */
  const arrow = async (name, value, isDone) => {
    for (let presses = 0; presses < 300; presses += 1) {
      if (await state(isDone, value)) return;
      await keys.press("ArrowDown");
    }
    throw new Error(`${value} is not to be reached by arrows: ${name}`);
  };

  return {
    async text(name, value) {
      await toName(name);
      await type(value);
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
      await type(query);
      const id = await page.locator(`[role=option][data-value="${value}"]`).getAttribute("id");
      for (let presses = 0; presses < 50; presses += 1) {
        if (await state((element, wanted) => element.getAttribute("aria-activedescendant") === wanted, id)) break;
        await keys.press("ArrowDown");
      }
      await keys.press("Enter");
      await type("");
    },
    async press(action) {
      await reach(action, (element, wanted) => element.dataset.action === wanted, action);
      await keys.press("Enter");
    },
  };
};
