import type { Answer } from "./answer.js";

/**
 * One completed or broken-off questionnaire (答卷). The kind follows the wave, so that a function that takes relational
 * responses cannot be given transactional ones.
 */
export type Response = RelationalResponse | TransactionalResponse;

interface ResponseHead {
  readonly id: string;
  /** Id of the wave. */
  readonly wave: string;
  /** Pseudonym of the customer who answered. */
  readonly respondent: string;
  /** When it was handed in, epoch milliseconds. */
  readonly timeMs: number;
  /** Answers by question id. A question without an entry was not asked. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** Id of the channel by which it came in. */
  readonly channel?: string;
  /** Id of the invitation that it answers. */
  readonly invitation?: string;
  /** Survey weight, greater than zero. */
  readonly weight?: number;
}

/** A response to a relational wave. */
export interface RelationalResponse extends ResponseHead {
  readonly kind: "relational";
}

/** A response to a transactional wave. */
export interface TransactionalResponse extends ResponseHead {
  readonly kind: "transactional";
  /** Id of the touchpoint that it is about. */
  readonly touchpoint: string;
}
