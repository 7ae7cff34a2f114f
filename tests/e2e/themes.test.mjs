// Published themes of NL Design System: the wizard uses them without configuration, and stays readable.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { soleDirector } from "./journeys.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const [, VERSION] = (await readFile(new URL("../../Cargo.toml", import.meta.url), "utf8")).match(/^version = "(.*)"/m);
const THEMES = [
  ["utrecht", "@utrecht/design-tokens/dist/index.css", "utrecht-theme"],
  ["rijkshuisstijl", "@rijkshuisstijl-community/design-tokens/dist/index.css", "rhc-theme"],
  ["denhaag", "@gemeente-denhaag/design-tokens-components/dist/theme/index.css", "denhaag-theme"],
  ["voorbeeld", "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css", "voorbeeld-theme"],
];
/** The properties that the wizard takes from a theme, with their tokens in order of preference. */
const WORN = {
  "main button, ground": ["[data-action=next]", "background-color", ["--utrecht-button-primary-action-background-color", "--nl-button-primary-background-color"]],
  "main button, rounding": ["[data-action=next]", "border-top-left-radius", ["--utrecht-button-border-radius", "--nl-button-border-radius"]],
  "heading, colour": ["h2", "color", ["--utrecht-document-color"]],
  "heading, typeface": ["h2", "font-family", ["--utrecht-document-font-family"]],
};

/** In the page: a property of an element of the wizard, and the same property of an element that uses the token. */
function compare([selector, property, tokens]) {
  const wizard = document.querySelector("eh-wizard");
  const token = tokens.find((name) => getComputedStyle(wizard).getPropertyValue(name) !== "");
  if (token === undefined) return undefined;
  const probe = document.createElement("div");
  probe.style.setProperty(property, `var(${token})`);
  wizard.parentElement.append(probe);
  const wanted = getComputedStyle(probe).getPropertyValue(property);
  probe.remove();
  return [getComputedStyle(wizard.shadowRoot.querySelector(selector)).getPropertyValue(property), wanted];
}

for (const [name, path, className] of THEMES) {
  test(`the theme ${name} is used without configuration, with enough contrast`, async (t) => {
    const proxy = await here.proxy();
    const css = await readFile(new URL(`../package/node_modules/${path}`, import.meta.url));
    const html = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Thema</title>
      <link rel="stylesheet" href="/theme.css"><script type="module" src="/${VERSION}/eh-wizard.js"></script></head>
      <body class="${className}"><main><h1>Gemeente</h1><eh-wizard endpoint="/applications" lang="nl" offer="/offer.json" catalogue="/catalogue.json"></eh-wizard></main></body></html>`;
    proxy.files.set("/theme.css", (request, _, response) => response.writeHead(200, { "content-type": "text/css" }).end(css));
    proxy.files.set("/theme.html", (request, _, response) => response.writeHead(200, { "content-type": "text/html" }).end(html));
    const { visit, wizard } = await here.open({ origin: proxy.origin, path: "/theme.html" });
    await wizard.at("welcome");
    let worn = 0;
    for (const [what, where] of Object.entries(WORN)) {
      const [is, wanted] = (await visit.page.evaluate(compare, where)) ?? [];
      if (wanted === undefined) continue;
      worn += 1;
      assert.equal(is, wanted, what);
    }
    t.diagnostic(`${worn} of ${Object.keys(WORN).length} roles are set by the theme`);
    assert.ok(worn >= 2);
    const faint = [];
    const look = async (what) => {
      const { violations } = await new AxeBuilder({ page: visit.page }).include("eh-wizard").withRules(["color-contrast"]).setLegacyMode().analyze();
      faint.push(...violations.flatMap(({ nodes }) => nodes.map(({ target, failureSummary }) => `${what}: ${target.flat().join(" ")}: ${failureSummary.split("\n")[1]?.trim()}`)));
    };
    await look("welcome");
    await wizard.walk(soleDirector, { until: "user", visit: (screen, when) => (when === "answered" ? look(screen) : undefined) });
    await wizard.press("next");
    await visit.page.locator("[data-issue]").first().waitFor();
    await look("user, errors");
    if (process.env.SHOTS) await visit.page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
    assert.deepEqual(faint, []);
    visit.clean();
  });
}

/** Makes the browser take a function of CSS for an unknown one, as older browsers do. */
const without = (name) => `{
  const { replaceSync } = CSSStyleSheet.prototype;
  CSSStyleSheet.prototype.replaceSync = function (text) { return replaceSync.call(this, text.replaceAll("${name}(", "${name}-x(")); };
}`;

/** In the page: whether what a person must see of controls, errors and the focus can be told from what is around it. */
function visible() {
  const root = document.querySelector("eh-wizard").shadowRoot;
  const style = (selector) => getComputedStyle(root.querySelector(selector));
  const isClear = (colour) => /^rgba\(.*, 0\)$|^transparent$/.test(colour);
  const next = style("[data-action=next]");
  const input = style("input.input");
  const error = style(".field__error");
  root.querySelector("input.input").focus();
  const focus = style("input.input");
  return {
    "a ground under the button": !isClear(next.backgroundColor) && next.backgroundColor !== next.color,
    "an edge around the text box": input.borderTopStyle !== "none" && !isClear(input.borderTopColor),
    "an error in a colour of its own": error.color !== style(".screen__title").color,
    "a ring around the focus": focus.outlineStyle !== "none",
  };
}

for (const name of ["light-dark", "color-mix"]) {
  test(`(ui-10) a browser without ${name}() shows controls, errors and the focus`, async () => {
    const { visit, wizard } = await here.open({ script: without(name), width: 390, height: 844 });
    await wizard.walk(soleDirector, { until: "organisation" });
    await wizard.press("next");
    await visit.page.locator("eh-wizard .field__error:visible").first().waitFor();
    const seen = await visit.page.evaluate(visible);
    assert.deepEqual(Object.entries(seen).filter(([, is]) => !is), []);
    const { violations } = await new AxeBuilder({ page: visit.page }).include("eh-wizard").withRules(["color-contrast"]).analyze();
    assert.deepEqual(violations.map(({ nodes }) => nodes.map(({ target }) => target)), []);
    await visit.finish();
  });
}
