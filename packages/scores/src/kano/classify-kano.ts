import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { badKanoAnswer } from "./problems.js";

/** What a feature is to one respondent. */
export type KanoCategory =
  | "attractive"
  | "one-dimensional"
  | "must-be"
  | "indifferent"
  | "reverse"
  | "questionable";

const letters: Readonly<Record<string, KanoCategory>> = {
  A: "attractive",
  O: "one-dimensional",
  M: "must-be",
  I: "indifferent",
  R: "reverse",
  Q: "questionable",
};

/** Evaluation table: a row a functional answer, a column a dysfunctional one, from like to dislike. */
const table = ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"];

/**
 * Kano category of a feature for one respondent, from the answer to “if the feature is there” and to “if it is not”.
 *
 * | functional \ dysfunctional | like | must be | neutral | live with | dislike |
 * | -------------------------- | ---- | ------- | ------- | --------- | ------- |
 * | like                       | Q    | A       | A       | A         | O       |
 * | must be, neutral, live with | R   | I       | I       | I         | M       |
 * | dislike                    | R    | R       | R       | R         | Q       |
 *
 * Some publications put Q also where both answers are “must be” or both “live with”; this is the table of Kano (1984) as Matzler &
 * Hinterhuber (1998, Technovation 18(1), 25–38) print it.
 *
 * @param functional 1 like, 2 must be, 3 neutral, 4 live with, 5 dislike
 * @param dysfunctional the same for the feature's absence
 * @throws `CxMetricsError` `kano.answer-not-allowed`
 * @example
 * ```ts
 * classifyKano(1, 5); // => "one-dimensional"
 * classifyKano(1, 3); // => "attractive"
 * classifyKano(3, 5); // => "must-be"
 * ```
 */
export function classifyKano(functional: number, dysfunctional: number): KanoCategory {
  const row = expectAnswer(functional, "functional");
  const column = expectAnswer(dysfunctional, "dysfunctional");
  return letters[table[row - 1]?.[column - 1] ?? "Q"] ?? "questionable";
}

/** Expects a Kano answer. */
export function expectAnswer(
  value: unknown,
  name: string,
  path: readonly (string | number)[] = [name],
): number {
  if (value === 1 || value === 2 || value === 3 || value === 4 || value === 5) return value;
  throw new CxMetricsError(badKanoAnswer, { path, values: { name, found: describeValue(value) } });
}
