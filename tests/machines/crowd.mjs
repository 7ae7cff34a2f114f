// Many clients that post the same application at the same time to several machines, each until it has an answer that stays.
import { setTimeout as wait } from "node:timers/promises";
import { application, post } from "./applications.mjs";

/** How long one client tries. */
const PATIENCE_MS = 300_000;
/** The longest pause before it tries again. Pauses grow, so that a slow store is not kept busy by tries. */
const PAUSE_MS = 2000;
/** After these a client tries again: it is being stored, or the store or the machine failed. */
const PASSING = [409, 500, 503];

/** Posts to one machine after another; the answer that stays. */
async function settle(fleet, form, chance, counts) {
  const ends = Date.now() + PATIENCE_MS;
  for (let pause = 150; ; pause = Math.min(pause * 1.6, PAUSE_MS)) {
    const { origin } = await fleet.any(chance);
    const answer = origin ? await post(origin, form).catch(() => ({ status: 0 })) : { status: 0 };
    counts[answer.status] = (counts[answer.status] ?? 0) + 1;
    if (answer.status !== 0 && !PASSING.includes(answer.status)) return answer;
    if (Date.now() > ends) throw new Error(`${form.id}: still ${answer.status} ${answer.code ?? ""}`);
    await wait(pause * (0.5 + chance()));
  }
}

/**
 * Posts so many keys, each by so many clients at once, a few keys at a time. Of every fifth key, some clients post other
 * bytes. `onSettled` is called whenever a client has its answer. Returns for each key what was posted and what was answered.
 */
export async function crowd(fleet, { keys, clients, chance, onSettled, atOnce = 6, counts = {} }) {
  const results = [];
  let next = 1;
  const work = async () => {
    for (let number = next++; number <= keys; number = next++) {
      const forms = [application(number)];
      if (number % 5 === 0) forms.push(application(number, { change: { partner: "office-12" } }));
      const posted = Array.from({ length: clients }, async (_, client) => {
        const form = forms[client % 4 === 3 ? forms.length - 1 : 0];
        const answer = await settle(fleet, form, chance, counts);
        onSettled();
        return { form, answer };
      });
      results.push({ id: forms[0].id, posted: await Promise.all(posted) });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}
