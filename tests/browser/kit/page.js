// What the tests do on the page without types in web-sys: axe-core, and events as a person causes them.

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Loads axe-core from its source, once. */
export function startAxe(source) {
  if (!globalThis.axe) new Function(source)();
}

/** The violations that axe finds in an element and its shadow root, one per line. */
export async function violations(host) {
  const { violations } = await axe.run(host, { runOnly: TAGS, resultTypes: ["violations"] });
  const lines = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`),
  );
  return lines.join("\n");
}

/** The accessible name of an element, as axe computes it. */
export function accessibleName(element) {
  axe.setup(element.getRootNode().host);
  try {
    return axe.commons.text.accessibleText(element);
  } finally {
    axe.teardown();
  }
}

/** The role of an element. */
export function roleOf(element) {
  axe.setup(element.getRootNode().host);
  try {
    return axe.commons.aria.getRole(element) ?? "";
  } finally {
    axe.teardown();
  }
}

/** Adds a style sheet to a shadow root. */
export function adopt(root, css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
}

export function isVisible(element) {
  return element.checkVisibility({ visibilityProperty: true });
}

/** The `::before` content of an element, such as an icon; empty for none. */
export function iconOf(element) {
  const { content } = getComputedStyle(element, "::before");
  return content === "none" || content === "normal" ? "" : content;
}

/** Types at the caret of the focused control, so that the browser will send it a `change`. */
export function insertText(text) {
  document.execCommand("insertText", false, text);
}

/** Presses a key; returns whether the control used it. */
export function pressKey(element, key) {
  return !element.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
  );
}

function transfer(names) {
  const files = new DataTransfer();
  for (const name of names) files.items.add(new File(["content"], name));
  return files;
}

/** Chooses files, as from the dialog. */
export function chooseFiles(input, names) {
  input.files = transfer(names).files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Drags files over an element; returns whether it accepts them. */
export function dragOver(element) {
  const event = new DragEvent("dragover", {
    dataTransfer: new DataTransfer(),
    bubbles: true,
    cancelable: true,
  });
  return !element.dispatchEvent(event);
}

export function dropFiles(element, names) {
  const dataTransfer = transfer(names);
  element.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}

export function pasteFiles(element, names) {
  const clipboardData = transfer(names);
  element.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
  );
}

/** Moves, presses or lifts a pen at a position in an element, as fractions of its width and height. */
export function movePen(element, type, x, y) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const [clientX, clientY] = [left + x * width, top + y * height];
  element.dispatchEvent(new PointerEvent(type, { clientX, clientY, pointerId: 1, bubbles: true }));
}

/** Sends an element all events that a browser may still send it while or after it is removed from the page. */
export function sendLateEvents(element) {
  // Only a person can choose files.
  if ("value" in element && element.type !== "file") element.value = "typed late";
  for (const type of ["input", "change", "cancel", "focus", "blur", "focusout"]) {
    element.dispatchEvent(new Event(type));
  }
  for (const key of ["ArrowDown", "Enter", "Escape"]) pressKey(element, key);
  for (const type of ["mousedown", "click"]) {
    element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
  }
  for (const type of ["pointerdown", "pointermove", "pointerup", "pointercancel"])
    movePen(element, type, 0, 0);
  dragOver(element);
  dropFiles(element, ["late.pdf"]);
  pasteFiles(element, ["late.pdf"]);
}
