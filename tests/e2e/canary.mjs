// Looks for what was typed wherever it must not be: everywhere but on the page, in the encrypted record, and in the POST.
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";

/** Answers that occur nowhere else, by the end of their place; the others of a journey are choices or too short. */
const UNIQUE = {
  "organisation.name": ["Kwikstaart Zuidwolde"],
  "organisation.address.street": ["Paukenslagerpad"],
  "organisation.address.postal_code": ["8765 ZQ"],
  "organisation.address.city": ["Winschoterzijl"],
  "user.given_names": ["Quirijntje Ysbrand"],
  "user.prefix": ["uyt den"],
  "user.surname": ["Wolvensteyn"],
  "user.birth_date": [{ day: "27", month: "3", year: "1979" }],
  "user.birth_place": ["Nieuwpoortmonde"],
  "user.email": ["quirijntje@kwikstaart.example"],
  "user.mobile": ["06 48392715"],
  "representatives.0.given_names": ["Adelheidis"],
  "representatives.0.surname": ["Keyserlingh"],
  "representatives.0.email": ["adelheidis@kwikstaart.example"],
  "representatives.0.mobile": ["06 48392716"],
  "representatives.1.given_names": ["Bartholomea"],
  "representatives.1.surname": ["Lancaster"],
  "representatives.1.email": ["bartholomea@kwikstaart.example"],
  "representatives.1.mobile": ["+31 6 48392717"],
  "contract.payment.invoice_email": ["rekeningen@kwikstaart.example"],
  "contract.payment.reference": ["QX-90317-KS"],
  "signatures.0.typed_name": ["Q.Y. uyt den Wolvensteyn"],
};

/** Ways to write an answer: as it was typed, in the form of the application, on the page, and in code. */
function forms(answer) {
  if (typeof answer === "object") {
    const { day, month, year } = answer;
    return [`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`, `${day}-${month}-${year}`, `${day} maart ${year}`];
  }
  const plain = answer.replaceAll(" ", "");
  return [answer, plain, plain.replace(/^06/, "+316")];
}

/** A text as it would look in addresses, JSON within JSON, base64 and hexadecimal. */
function codes(text) {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((before) => {
    const all = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    // Without the characters that also depend on what stands before and after.
    return all.slice(before === 0 ? 0 : before + 1, Math.floor(((before + bytes.length) * 4) / 3));
  });
  return [text, encodeURIComponent(text), new URLSearchParams({ text }).toString().slice(5), bytes.toString("hex"), ...base64];
}

/** The journey with unique answers, and these answers: each with the forms it may have. */
export function unique(journey) {
  const secrets = [];
  // Who looks the organisation up sends its number.
  const isLookedUp = journey.some(({ answers }) => answers?.some(([name]) => name === "look-up"));
  const answered = ([name, value]) => {
    let [own] = UNIQUE[name] ?? [value];
    if (typeof value === "object" && value.buffer) own = { ...value, name: `kwikstaart-${value.name}` };
    if (own.buffer) secrets.push([own.name.replace(/\.\w+$/, "")]);
    else if (UNIQUE[name] || (name === "organisation.identifier.number" && !isLookedUp)) secrets.push(forms(own));
    return [name, own];
  };
  const steps = journey.map(({ answers, ...more }) => ({ ...more, ...(answers && { answers: answers.map(answered) }) }));
  return { journey: steps, secrets };
}

/** Runs in every page and frame before its scripts: reports what leaves them. */
function spy() {
  const report = window.reportToTest;
  const text = (value) => {
    try {
      return typeof value === "string" ? value : JSON.stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  };
  const listen = (owner, name, what) => {
    const own = owner?.[name];
    if (own) owner[name] = function spied(...given) {
      report(`${what}: ${given.map(text).join(" ")}`);
      return own.apply(this, given);
    };
  };
  listen(window, "postMessage", "message");
  listen(MessagePort.prototype, "postMessage", "message");
  listen(window.BroadcastChannel?.prototype, "postMessage", "message");
  listen(History.prototype, "pushState", "history");
  listen(History.prototype, "replaceState", "history");
  listen(navigator, "sendBeacon", "beacon");
  for (const name of ["eh-ready", "eh-step", "eh-issues", "eh-saved", "eh-prefill", "eh-submitted", "eh-error"]) {
    document.addEventListener(name, ({ detail }) => report(`${name}: ${text(detail)}`));
  }
}

/** Runs in a page or a frame: everything that outlives a screen, or that others can read. */
async function sample() {
  const asked = (request) => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = failed; });
  const text = async (value) => {
    if (value instanceof ArrayBuffer) return Array.from(new Uint8Array(value), (byte) => String.fromCharCode(byte)).join("");
    if (ArrayBuffer.isView(value)) return text(value.buffer);
    if (value instanceof Blob) return text(await value.arrayBuffer());
    if (value === null || typeof value !== "object") return String(value);
    return (await Promise.all(Object.entries(value).map(async ([name, part]) => `${name}: ${await text(part)}`))).join("\n");
  };
  const records = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const all = () => database.transaction(store).objectStore(store);
      records.push(await text(await asked(all().getAllKeys())), await text(await asked(all().getAll())));
    }
    database.close();
  }
  const cached = [];
  for (const name of await caches?.keys() ?? []) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) cached.push(request.url, await (await cache.match(request)).text());
  }
  return {
    address: location.href, title: document.title, state: JSON.stringify(history.state), name: window.name, cookie: document.cookie,
    local: await text({ ...localStorage }), session: await text({ ...sessionStorage }), "database": records.join("\n"), cache: cached.join("\n"),
    page: document.documentElement.outerHTML, referrer: document.referrer,
    resources: performance.getEntriesByType("resource").map(({ name }) => name).join("\n"),
  };
}

/** Watches a context from before its first page. */
export async function watchFor(context, secrets) {
  const seen = [];
  const note = (what, text) => seen.push([what, text]);
  await context.exposeFunction("reportToTest", (text) => note("reported", text));
  await context.addInitScript(spy);
  context.on("console", (message) => note("console", message.text()));
  context.on("request", async (request) => {
    note("request", `${request.method()} ${request.url()}`);
    const headers = await request.allHeaders().catch(() => request.headers());
    note("headers", JSON.stringify(headers));
    // The only request that may have it in its body.
    if (!new URL(request.url()).pathname.endsWith("/applications")) note("body", request.postData() ?? "");
  });
  const wanted = secrets.flatMap((all) => all.flatMap(codes)).map((code) => code.toLowerCase());
  return {
    seen,
    /** Looks at what each page and frame keeps. */
    async look() {
      for (const frame of context.pages().flatMap((page) => page.frames())) {
        for (const [what, text] of Object.entries(await frame.evaluate(sample))) note(what, text);
      }
    },
    /** Asserts that nothing was found; `more` are other texts to search. */
    assertNothing(more = {}) {
      for (const [what, text] of [...seen, ...Object.entries(more)]) {
        const low = text.toLowerCase();
        const found = wanted.filter((code) => low.includes(code));
        assert.deepEqual(found, [], `in ${what}: ${text.slice(0, 300)}`);
      }
    },
  };
}

/** Asserts that an application contains every secret: otherwise nobody would find them elsewhere either. */
export function assertContains(application, secrets) {
  const text = JSON.stringify(application);
  for (const all of secrets) assert.ok(all.some((form) => text.includes(form)), `${all} is not in the application`);
}
