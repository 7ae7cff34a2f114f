// What the tests do on the page for which web-sys has no types here: axe-core, and events as a person causes them.

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Makes axe-core of its source, once. */
export function startAxe(source) {
  if (!globalThis.axe) new Function(source)();
}

/** What axe finds wrong in an element and its shadow root, one violation a line. */
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

/** Gives a shadow root a style sheet. */
export function adopt(root, css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
}

export function isVisible(element) {
  return element.checkVisibility({ visibilityProperty: true });
}

/** What the style sheets draw before an element, such as an icon; empty for nothing. */
export function iconOf(element) {
  const { content } = getComputedStyle(element, "::before");
  return content === "none" || content === "normal" ? "" : content;
}

/** Types at the caret of the control that has the focus, so that the browser owes it a `change`. */
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

/** Drags files over an element; returns whether it takes them. */
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

/** Moves, presses or lifts a pen at a place in an element, in parts of its width and height. */
export function movePen(element, type, x, y) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const [clientX, clientY] = [left + x * width, top + y * height];
  element.dispatchEvent(new PointerEvent(type, { clientX, clientY, pointerId: 1, bubbles: true }));
}

/** Sends an element all that a browser may still send it while, or after, it leaves the page. */
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
