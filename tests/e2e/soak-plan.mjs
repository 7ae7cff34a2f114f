// When the soak kills what: from a seed, so that it can be repeated.
import { soleDirector } from "./journeys.mjs";

/** The journey after the welcome screen. */
export const [, ...SCREENS] = soleDirector;

/** The journey of one applicant, who can be found again. */
export const journeyOf = (email) => SCREENS.map((one) => ({
  ...one,
  answers: (one.answers ?? []).map(([name, value]) => [name, name === "user.email" ? email : value]),
}));

/** The controls that an answer fills in, and what they show then. */
export function shownBy([name, value]) {
  if (name === "purpose.search") return [[`remove:${value[1]}`, "chosen"]];
  if (typeof value === "object" && "year" in value) return Object.entries(value).map(([part, text]) => [`${name}.${part}`, text]);
  return [[name, String(value)]];
}

/** Whether it is a document. */
export const isOfFile = ([, value]) => typeof value === "object" && "buffer" in value;

/** Everything that happens from the first answer to the receipt, in order. */
export const EVENTS = [
  ...SCREENS.flatMap(({ screen, answers = [] }) => [
    ...answers.map(([name]) => `answering ${name}`), ...(screen === "sign" ? [] : [`leaving ${screen}`]),
  ]),
  "sending", "arriving", "stored", "answered", "received",
];
const SENDING = EVENTS.indexOf("sending");
export const KILLS_PER_ROUND = 5;

/** Numbers from 0 up to 1 that follow from a text (xorshift). */
export function chances(text) {
  let state = 2166136261;
  const mix = (value) => { state = Math.imul(state ^ value, 16777619); };
  for (const byte of Buffer.from(text)) mix(byte);
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/**
 * What happens to one applicant: on which screen they choose to keep their answers on the device, if at all, and five
 * kills, each at or after an event and some milliseconds later. Only on the device do answers outlive the browser.
 */
export function planOf(seed, round) {
  const chance = chances(`${seed} ${round}`);
  const below = (limit) => Math.floor(chance() * limit);
  const pick = (list) => list[below(list.length)];
  const isOnDevice = round % 2 === 0;
  const deviceAt = isOnDevice ? pick(SCREENS.slice(0, 3)).screen : undefined;
  const first = isOnDevice ? EVENTS.indexOf(`leaving ${deviceAt}`) : 0;
  const third = (SENDING - first) / 3;
  const victims = isOnDevice ? ["browser", "browser", "page"] : ["page"];
  const filling = [0, 1, 2].map((part) => ({ at: Math.floor(first + third * (part + chance())), after: below(400), victim: pick(victims) }));
  // Each kind in turn, so that few rounds have them all, and later ones have them the other way round.
  const kind = (Math.floor(chances(seed)() * 4) + round + Math.floor(round / 4)) % 4;
  const sending = { at: SENDING + kind, after: below([150, 60, 60, 40][kind]), victim: pick([...victims, "intake", "intake"]) };
  const received = { at: EVENTS.indexOf("received"), after: below(300), victim: pick(victims) };
  return { deviceAt, kills: [...filling, sending, received] };
}
