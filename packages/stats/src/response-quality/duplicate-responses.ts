import { expectOneOf, type NotComputable, type ProblemPath } from "@cxmetrics/definition";
import { finiteNumber } from "../expect/finite-number.js";
import { inRange, notNegative, positive } from "../expect/in-range.js";
import { namedMembers } from "../expect/named-members.js";
import { noObservations } from "../reasons.js";
import { type Answer, expectAnswer, expectAnswers, expectRows } from "./expect-answers.js";

/** One response, as far as duplicates are concerned. */
export interface ComparableResponse {
  /** The person or account behind the response; compared with `by: "respondent"`. */
  readonly respondent?: string | number | null;
  /** Compared with `by: "answers"`: the same answers in the same order. */
  readonly answers?: ArrayLike<Answer | undefined>;
  /** When the response came in, epoch milliseconds. */
  readonly timeMs?: number | null;
}

/** What makes two responses duplicates. */
export interface DuplicateRule {
  /** The same respondent, or exactly the same answers. */
  readonly by: "respondent" | "answers";
  /** Greatest time between one duplicate and the next, in milliseconds; any time where it is left out. */
  readonly withinMs?: number;
  /** With `by: "answers"`: responses with fewer answers are not compared, as they coincide by chance; 1 where it is left out. */
  readonly leastAnswers?: number;
}

/** Responses that repeat another. */
export interface DuplicateResponses {
  readonly status: "ok";
  /** Rows of each set of duplicates, two or more, earliest first; sets in the order of their first rows. */
  readonly groups: readonly (readonly number[])[];
  /** Every row but the earliest of each set, ascending. */
  readonly flagged: readonly number[];
  /** Rows without what is compared, or without a time where a window is set. */
  readonly notCompared: readonly number[];
}

/**
 * Finds responses that repeat another: by the same respondent, or with the same answers, all or only within a time of each other.
 *
 * The earliest of a set stands, later ones are flagged; responses of the same time, or without times, go by their place in the list. A
 * chain of repeats, each within the window of the last, is one set. Equal answers to few questions are no proof of anything: set
 * `leastAnswers`.
 *
 * @returns the sets, or `not-computable` `no-observations` for no responses
 * @throws `CxMetricsError` `rows.not-a-list`, `argument.not-an-object`, `argument.not-a-list`, `answer.not-allowed`, `document.not-allowed`
 * (an unknown `by`), `argument.not-a-number`, `parameter.out-of-range`
 * @example
 * ```ts
 * const responses = [
 *   { respondent: "a", timeMs: 0 },
 *   { respondent: "b", timeMs: 5 },
 *   { respondent: "a", timeMs: 60_000 },
 *   { respondent: "a", timeMs: 9_000_000 },
 * ];
 * const found = duplicateResponses(responses, { by: "respondent", withinMs: 3_600_000 });
 * found.status === "ok" && found.flagged; // => [2]
 * ```
 */
export function duplicateResponses(
  responses: readonly ComparableResponse[],
  rule: DuplicateRule,
): DuplicateResponses | NotComputable {
  const { by, withinMs, leastAnswers = 1 } = namedMembers(rule, "rule", ["rule"]);
  expectOneOf(by, ["rule", "by"], ["respondent", "answers"]);
  if (withinMs !== undefined) inRange(withinMs, "withinMs", notNegative, ["rule", "withinMs"]);
  inRange(leastAnswers, "leastAnswers", positive, ["rule", "leastAnswers"]);
  const read = (row: unknown, name: string, path: ProblemPath) => {
    const { respondent, answers, timeMs } = namedMembers(row as ComparableResponse, name, path);
    const key =
      by === "respondent"
        ? respondentKey(respondent, [...path, "respondent"])
        : answersKey(answers, leastAnswers, [...path, "answers"]);
    const time =
      timeMs === null || timeMs === undefined ? null : finiteNumber(timeMs, "timeMs", [...path, "timeMs"]);
    return { key, time };
  };
  const rows = expectRows(responses, "responses", read);
  if (rows.length === 0) return noObservations;
  const usable = ({ key, time }: { key: string | null; time: number | null }) =>
    key !== null && (withinMs === undefined || time !== null);

  const byKey = new Map<string, number[]>();
  for (const [row, one] of rows.entries()) {
    if (!usable(one) || one.key === null) continue;
    const same = byKey.get(one.key);
    if (same) same.push(row);
    else byKey.set(one.key, [row]);
  }
  const timeOf = (row: number) => rows[row]?.time ?? Number.NEGATIVE_INFINITY;
  const groups: number[][] = [];
  for (const same of byKey.values()) {
    const inTime = same.sort((a, b) => (timeOf(a) === timeOf(b) ? a - b : timeOf(a) < timeOf(b) ? -1 : 1));
    let chain: number[] = [];
    for (const row of inTime) {
      const last = chain.at(-1);
      const follows =
        last !== undefined && (withinMs === undefined || timeOf(row) - timeOf(last) <= withinMs);
      if (follows) chain.push(row);
      else {
        if (chain.length > 1) groups.push(chain);
        chain = [row];
      }
    }
    if (chain.length > 1) groups.push(chain);
  }
  groups.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  const flagged = groups.flatMap((group) => group.slice(1)).sort((a, b) => a - b);
  const notCompared = rows.flatMap((one, row) => (usable(one) ? [] : [row]));
  return { status: "ok", groups, flagged, notCompared };
}

/** JSON keeps 1 and "1" apart. */
function respondentKey(respondent: unknown, path: ProblemPath): string | null {
  const answer = expectAnswer(respondent, "respondent", path);
  return answer === null ? null : JSON.stringify(answer);
}

function answersKey(answers: unknown, least: number, path: ProblemPath): string | null {
  if (answers === undefined || answers === null) return null;
  const list = expectAnswers(answers, "answers", path);
  return list.filter((answer) => answer !== null).length < least ? null : JSON.stringify(list);
}
