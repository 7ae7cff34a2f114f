/** A text, or its bytes in UTF-8. */
export type Text = string | Uint8Array;

/**
 * The rules, ready to check against this offer and this catalogue: JSON, as it stands in their files.
 * Fails with a `RulesError` when one of them cannot be worked with.
 */
export function load(offer: Text, catalogue: Text): Promise<Rules>;

export interface Rules {
  /**
   * What the rules say of an application: JSON, as it was posted. Any bytes get an answer.
   * `today` is the day for which they are asked, `YYYY-MM-DD`; otherwise today in the Netherlands.
   */
  check(application: Text, today?: string): Answer;
  /** The same as text: one line, the same to the byte from every program that runs these rules. */
  answer(application: Text, today?: string): string;
  /** The day in the Netherlands at this moment, or at the one that is given: `YYYY-MM-DD`. */
  today(moment?: Date): string;
  /** Which rules these are. */
  readonly version: { version: string; protocol: number; formats: string[] };
}

/** Exactly one of the three is there. */
export type Answer = { format: "eherkenning-answer/1" } & (
  | { application: Application; issues?: undefined; error?: undefined }
  | { issues: Issue[]; application?: undefined; error?: undefined }
  | { error: Unreadable; application?: undefined; issues?: undefined }
);

/** Every rule holds: the application in its canonical form, as application.schema.json describes it. */
export type Application = { format: "eherkenning-application/1" } & Record<string, unknown>;

/** A rule that does not hold. */
export interface Issue {
  /** Path of the answer in the application, such as `user.email` or `representatives.1.surname`. */
  place: string;
  /** The rule, by a code that stays. */
  code: string;
  /** What the rule speaks of, where it speaks of something. */
  params: { limit?: string };
}

/** Something that cannot be read. */
export interface Unreadable {
  in: "application" | "offer" | "catalogue" | "today";
  /** JSON pointer (RFC 6901); empty for the whole. */
  pointer: string;
  /** Why, by a code that stays. */
  code: string;
  /** Why, in English. */
  message: string;
}

/** The offer or the catalogue cannot be worked with. */
export class RulesError extends Error {
  readonly code: string;
  readonly input: Unreadable["in"];
  readonly pointer: string;
  /** What `answer` would say. */
  readonly answer: string;
}
