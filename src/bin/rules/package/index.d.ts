/** Text, or its bytes in UTF-8. */
export type Text = string | Uint8Array;

/**
 * Loads the rules with an offer and a catalogue, both the JSON of their files.
 * Rejects with a `RulesError` when one of them cannot be used.
 */
export function load(offer: Text, catalogue: Text): Promise<Rules>;

export interface Rules {
  /**
   * Checks an application, the JSON as posted. Returns a verdict for any input.
   * `today` is the day to check for, `YYYY-MM-DD`; default: today in the Netherlands.
   */
  check(application: Text, today?: string): Answer;
  /** The verdict as one line of text. Every program that runs these rules returns the same bytes. */
  answer(application: Text, today?: string): string;
  /** The day in the Netherlands now, or at the given moment: `YYYY-MM-DD`. */
  today(moment?: Date): string;
  /** The version of the rules, the protocol and the formats. */
  readonly version: { version: string; protocol: number; formats: string[] };
}

/** The verdict. Exactly one of `application`, `issues` and `error` is set. */
export type Answer = { format: "eherkenning-answer/1" } & (
  | { application: Application; issues?: undefined; error?: undefined }
  | { issues: Issue[]; application?: undefined; error?: undefined }
  | { error: Unreadable; application?: undefined; issues?: undefined }
);

/** An application that breaks no rule, in its canonical form; application.schema.json describes it. */
export type Application = { format: "eherkenning-application/1" } & Record<string, unknown>;

/** A broken rule. */
export interface Issue {
  /** Path of the answer in the application, such as `user.email` or `representatives.1.surname`. */
  place: string;
  /** The rule, as a stable code. */
  code: string;
  /** The value that the rule's sentence names, if any. */
  params: { limit?: string };
}

/** An input that cannot be read. */
export interface Unreadable {
  in: "application" | "offer" | "catalogue" | "today";
  /** JSON pointer (RFC 6901); empty for the whole input. */
  pointer: string;
  /** Why, as a stable code. */
  code: string;
  /** Why, in English. */
  message: string;
}

/** The offer or the catalogue cannot be used. */
export class RulesError extends Error {
  readonly code: string;
  readonly input: Unreadable["in"];
  readonly pointer: string;
  /** The verdict as text. */
  readonly answer: string;
}
