// docs/examples/eh-wizard.php, the plugin for WordPress, run by PHP with the functions of WordPress that it uses.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { dist } from "./server.mjs";
import { stage } from "./stage.mjs";

const here = stage();
const [, VERSION] = (await readFile(new URL("../../Cargo.toml", import.meta.url), "utf8")).match(/^version = "(.*)"/m);
const skip = spawnSync("php", ["--version"]).status === 0 ? false : "there is no php on the PATH";
const sum = createHash("sha384").update(await readFile(join(dist, VERSION, "eh-wizard.js"))).digest("base64");
const SETTINGS = {
  script: `/${VERSION}/eh-wizard.js`, integrity: `sha384-${sum}`, endpoint: "/applications", offer: "/offer.json", catalogue: "/catalogue.json",
};
const ADDRESSES = { endpoint: SETTINGS.endpoint, offer: SETTINGS.offer, catalogue: SETTINGS.catalogue };

/** The plugin's output for shortcodes with these attributes. */
function made(shortcodes, settings) {
  const input = JSON.stringify({ settings: { ...SETTINGS, ...settings }, shortcodes });
  const { status, stdout, stderr } = spawnSync("php", ["-d", "display_errors=stderr", join(import.meta.dirname, "wordpress.php")], { input, encoding: "utf8" });
  assert.equal(status, 0, stderr + stdout);
  assert.equal(stderr, "");
  return stdout;
}

/** A page with this body under the policy of docs/embedding.md. */
async function page(body) {
  const proxy = await here.proxy();
  const html = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Gast</title></head><body>${body}</body></html>`;
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src blob: data:; require-trusted-types-for 'script'";
  proxy.files.set("/host.html", (request, _, response) => response.writeHead(200, { "content-type": "text/html", "content-security-policy": policy }).end(html));
  return here.open({ origin: proxy.origin, path: "/host.html" });
}

/** All elements of the body in order, with their attributes. */
const elements = ({ visit }) => visit.page.evaluate(() => [...document.body.querySelectorAll("*")].map((one) =>
  [one.localName, Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value]))]));

test("the plugin for WordPress puts the wizard on a page, and its script with a digest", { skip }, async () => {
  const opened = await page(made([{ lang: "en", level: "EH3", partner: "kantoor-12" }]));
  await opened.wizard.at("welcome");
  assert.deepEqual(await elements(opened), [
    ["eh-wizard", { ...ADDRESSES, lang: "en", level: "EH3", partner: "kantoor-12" }],
    ["script", { type: "module", src: SETTINGS.script, id: "eh-wizard-js-module", integrity: SETTINGS.integrity, crossorigin: "anonymous" }],
  ]);
  await opened.wizard.press("next");
  await opened.wizard.at("organisation-kind");
  opened.visit.clean();
});

test("the plugin for WordPress loads one script for two wizards, even if the shortcode has no attributes", { skip }, async () => {
  const opened = await page(made(["", { lang: "en" }]));
  await opened.visit.page.locator("[data-screen=welcome]").nth(1).waitFor();
  assert.deepEqual((await elements(opened)).map(([name]) => name), ["eh-wizard", "eh-wizard", "script"]);
  opened.visit.clean();
});

test("values of a shortcode cannot break out of their attribute, and unknown attributes are ignored", { skip }, async () => {
  const hostile = [
    `"><script>window.hit = 1</script>`, `" onclick="window.hit = 1`, `' autofocus onfocus='window.hit = 1`, `</eh-wizard><img src=x onerror=alert(1)>`,
    `><svg/onload=alert(1)>`, "`${1}`", "javascript:alert(1)", "a\u0000b\nc", "<!--", "&quot;&gt;<b>",
  ];
  const read = (text) => text.replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("\u0000", "\ufffd");
  const { modules: [{ declarations: [{ attributes }] }] } = JSON.parse(await readFile(new URL("../../package/custom-elements.json", import.meta.url), "utf8"));
  // Authors of pages cannot choose the endpoint or the mode.
  const names = attributes.map(({ name }) => name).filter((name) => !["mode", "endpoint", "offer", "catalogue"].includes(name));
  const unknown = { onclick: "window.hit = 1", endpoint: "https://thief.example/", offer: "https://thief.example/", catalogue: "//thief.example/", style: "x", id: "x", 0: "onload=alert(1)" };
  const opened = await page(made(hostile.map((text) => ({ ...Object.fromEntries(names.map((name) => [name, text])), ...unknown }))));
  opened.visit.allow(/^eh-wizard: attribute "[a-z-]+" is not understood/);
  const found = await elements(opened);
  assert.deepEqual(found.slice(0, -1), hostile.map((text) => ["eh-wizard", { ...ADDRESSES, ...Object.fromEntries(names.map((name) => [name, read(text)])) }]));
  assert.equal(await opened.visit.page.evaluate(() => window.hit), undefined);
});

test("a script with another digest than the plugin for WordPress states does not run", { skip }, async () => {
  const opened = await page(made([{}], { integrity: `sha384-${createHash("sha384").update("other").digest("base64")}` }));
  await opened.visit.page.waitForLoadState("networkidle");
  assert.equal(await opened.visit.page.evaluate(() => customElements.get("eh-wizard")), undefined);
  opened.visit.allow(/integrity/);
  assert.match(opened.visit.log.errors.join("\n"), /integrity/);
});
