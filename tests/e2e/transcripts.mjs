// What a screen reader says from the start to the end of a screen, one phrase a line. `transcripts/` holds what somebody
// has read and approved; what is heard now must be the same. `TRANSCRIPTS=write node --test tests/e2e/*axe.test.mjs`
// replaces all of them.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const FOLDER = join(import.meta.dirname, "transcripts");
const LANGUAGES = ["nl", "en"];
const isWriting = process.env.TRANSCRIPTS === "write";

/** What differs from one day or run to the next. */
const VARIES = [
  [/\b\d{1,2} \p{L}+ 20(2[5-9]|[3-9]\d)\b/gu, "[date]"],
  [/\b127\.0\.0\.1:\d+/g, "[host]"],
  [/\bEH-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, "[reference]"],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, "[number]"],
  [/\b\d+([.,]\d+)?\s(kB|MB)(?=[),]|$)/g, "[size]"],
  [/\b\d+ (?=second)/g, "[seconds] "],
  [/\b\d{4}-\d\d-\d\d(?=\.eh\b)/g, "[date]"],
];

/**
 * In the mirror: reads the wizard, or only its screen, from start to end. Returns each phrase, and whether it is about what
 * has the focus.
 */
async function read(isWhole) {
  const shown = document.querySelector(".wizard");
  const wizard = shown.cloneNode(true);
  shown.replaceWith(wizard);
  // What the virtual screen reader does not know. Real ones read a closed list as its chosen option, skip what a closed
  // disclosure hides, call its summary and a file input a button, pass over what is empty, and read on within a paragraph.
  const removed = "option:not([selected]), details:not([open]) > :not(summary), [role=status]:empty, ul:empty";
  for (const element of wizard.querySelectorAll(removed)) element.remove();
  for (const option of wizard.querySelectorAll("option")) option.value = option.text;
  for (const summary of wizard.querySelectorAll("summary")) {
    summary.setAttribute("role", "button");
    summary.setAttribute("aria-expanded", summary.parentElement.open);
  }
  for (const input of wizard.querySelectorAll("input[type=file]")) input.setAttribute("role", "button");
  for (const span of wizard.querySelectorAll("p > .visually-hidden, .field__optional")) span.replaceWith(span.textContent);
  wizard.normalize();
  // Days that a journey counts from today.
  for (const part of wizard.querySelectorAll("[name*='_on.'][value]")) if (part.value !== "") part.value = "[date]";

  const reader = new window.Virtual();
  const phrases = [];
  await reader.start({ container: isWhole ? wizard : wizard.querySelector("[data-screen]") });
  const first = reader.activeNode;
  do {
    const phrase = await reader.lastSpokenPhrase();
    phrases.push([phrase, reader.activeNode.dataset?.focused !== undefined && !phrase.startsWith("end")]);
    await reader.next();
  } while (reader.activeNode !== first || (await reader.lastSpokenPhrase()) !== phrases[0][0]);
  await reader.stop();
  wizard.replaceWith(shown);
  return phrases;
}

/** Roles that are spoken before their words, in one breath. */
const BEFORE_WORDS = /^(term|definition|current step|listitem)\b/;
/** What no screen reader says. */
const UNSPOKEN = /^(paragraph$|option, .* set size 1$|end of (paragraph|term|definition|listitem|button|link|combobox|textbox)\b|end(,|$))/;

/** The phrases as lines. */
function lines(phrases) {
  const found = [];
  let before = "";
  let within;
  for (const [phrase, hasFocus] of phrases) {
    const isInside = within !== undefined;
    if (phrase === within) within = undefined;
    // A button or link is its name; what is inside is not read again.
    if (isInside || UNSPOKEN.test(phrase)) continue;
    if (/^(button|link), /.test(phrase) && phrases.some(([other]) => other === `end of ${phrase}`)) within = `end of ${phrase}`;
    // Where a group ends, its description is not repeated.
    const words = phrase.startsWith("end of ") ? phrase.split(",")[0] : phrase.replace(/^listitem, level 1, /, "listitem, ");
    if (BEFORE_WORDS.test(words)) {
      before += `${words}: `;
    } else {
      found.push(`${hasFocus ? "> " : ""}${before}${words}`);
      before = "";
    }
  }
  return found;
}

/** The text of a transcript: what the mirror reads, with what was announced before the screen. */
export async function listen(mirror, { announced }, { whole }) {
  const heard = lines(await mirror.page.evaluate(read, whole));
  heard.splice(heard.indexOf("article"), 0, ...announced.map((words) => `(${words})`));
  return heard.map((line) => `${VARIES.reduce((text, [pattern, name]) => text.replaceAll(pattern, name), line)}\n`).join("");
}

/** The first line that differs. */
function difference(path, stored, heard) {
  if (stored === undefined) return `${path} is missing`;
  const [before, now] = [stored.split("\n"), heard.split("\n")];
  // Where only the screen was heard.
  const skipped = Math.max(before.indexOf(now[0]), 0);
  const at = now.findIndex((line, index) => line !== before[skipped + index]);
  const line = at === -1 ? now.length : at;
  return `${path}, line ${skipped + line + 1}: "${before[skipped + line] ?? ""}" is now "${now[line] ?? ""}"`;
}

/** The transcripts of one run of a test file; `place` is the folder of that file. */
export function transcripts(place) {
  const folder = join(FOLDER, place);
  const used = new Set();
  const stored = (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), "utf8") : undefined);
  const holds = (path, heard, whole) => (whole ? stored(path) === heard : stored(path)?.includes(heard));
  if (isWriting) for (const lang of LANGUAGES) rmSync(join(folder, lang), { recursive: true, force: true });
  return {
    /**
     * What differs between what was heard and the transcript of this name, if anything. A screen that sounds different in a
     * later journey has a transcript in the folder of that journey. If not the `whole` was heard, a transcript may have
     * more: what surrounds the screen.
     */
    compare(lang, name, heard, { journey, whole }) {
      const common = join(lang, `${name}.txt`);
      const own = join(lang, journey, `${name}.txt`);
      const differs = isWriting && stored(common) !== undefined && !holds(common, heard, whole);
      const path = differs || stored(own) !== undefined ? own : common;
      used.add(path);
      if (isWriting && stored(path) === undefined) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), heard);
      }
      return holds(path, heard, whole) ? undefined : difference(path, stored(path), heard);
    },
    /** The transcripts that nothing was compared with. */
    unused: () => LANGUAGES
      .flatMap((lang) => readdirSync(join(folder, lang), { recursive: true }).map((path) => join(lang, path)))
      .filter((path) => path.endsWith(".txt") && !used.has(path)),
  };
}
