// Four examiners of what a page shows: axe, HTML_CodeSniffer, html-validate, and somebody who only listens, whose
// transcripts are in `transcripts/`.
import { before } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { sniff, validate } from "./markup.mjs";
import { openMirror, takeSnapshot } from "./snapshot.mjs";
import { listen, transcripts } from "./transcripts.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function violations(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
    `${id}: ${target.flat().join(" ")}: ${failureSummary.split("\n").slice(1).join("; ").trim()}`));
}

/** Call at the top of a file; `folder` of `transcripts/` holds those of this file. */
export function examiners(folder = "") {
  const stored = transcripts(folder);
  let mirror;
  before(async () => { mirror = await openMirror(); });
  return {
    /** What is wrong with what a page shows; `whole` reads what surrounds the screen too. */
    async faults(page, { lang, name, journey = "", whole = false }) {
      const snapshot = await takeSnapshot(page);
      const inMirror = async () => {
        await mirror.show(snapshot);
        const difference = stored.compare(lang, name, await listen(mirror, snapshot, { whole }), { journey, whole });
        return [...(difference ? [difference] : []), ...validate(snapshot.html), ...await sniff(mirror.page)];
      };
      // Side by side, because each page has a process of its own.
      return (await Promise.all([violations(page), inMirror()])).flat();
    },
    /** The transcripts that nothing was compared with. */
    unused: stored.unused,
  };
}
