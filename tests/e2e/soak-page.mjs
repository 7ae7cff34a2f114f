// What the soak sees of a page.

/** In the page: the screen, and what it shows of the answers: of its controls, chosen services and files. */
function shown(root) {
  const screen = root.querySelector("[data-screen]");
  const answers = {};
  for (const control of screen?.querySelectorAll("[name]") ?? []) {
    const { name, type, value, checked } = control;
    // The search has no answer, and covering a copy is not kept.
    if (type === "file" || name === "purpose.search" || name.startsWith("documents.")) continue;
    if (type === "radio") answers[name] = checked ? value : (answers[name] ?? "");
    else answers[name] = type === "checkbox" ? String(checked) : value;
  }
  for (const { dataset } of screen?.querySelectorAll("[data-action^='remove:']") ?? []) answers[dataset.action] = "chosen";
  for (const place of screen?.querySelectorAll("[data-place]") ?? []) {
    const files = [...place.querySelectorAll(".file")].map(({ innerText }) => innerText.split("\n")[0]);
    if (files.length > 0) answers[place.dataset.place] = files.join();
  }
  return { screen: screen?.dataset.screen, answers };
}

/** Runs in the page: reports each answer once the screen says that it is saved, and the reference once it is shown. */
function observe(shown) {
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function attach(init) {
    const root = attachShadow.call(this, init);
    let before = "";
    let told;
    new MutationObserver(() => {
      const status = root.querySelector(".frame__saved")?.textContent ?? "";
      if (status !== before && status !== "") window.observed(JSON.stringify({ status, ...shown(root) }));
      before = status;
      const reference = root.querySelector("[data-reference]")?.dataset.reference;
      if (reference !== told && reference) window.observed(JSON.stringify({ reference }));
      told = reference;
    }).observe(root, { subtree: true, childList: true, characterData: true });
    return root;
  };
}

export const observer = `(${observe})(${shown})`;

/** What the page shows now. */
export const look = (page) => page.evaluate(`(${shown})(document.querySelector("eh-wizard").shadowRoot)`);
