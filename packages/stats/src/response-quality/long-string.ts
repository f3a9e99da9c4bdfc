import { expectOneOf, type NotComputable } from "@cxmetrics/definition";
import { namedMembers } from "../expect/named-members.js";
import { type Answer, expectAnswers } from "./expect-answers.js";
import { noAnswers } from "./reasons.js";

/** How `longString` treats an item without an answer. */
export interface LongStringOptions {
  /** `breaks` (default): a run ends there. `skips`: the answers on either side are neighbours. */
  readonly missing?: "breaks" | "skips";
}

/** The longest run of equal answers of one respondent. */
export interface LongString {
  readonly status: "ok";
  /** Answers in the longest run, at least 1. */
  readonly longest: number;
  /** Mean length of all runs. */
  readonly average: number;
  /** The repeated answer; that of the first run where several are longest. */
  readonly answer: number | string;
  /** Place of the run's first item, counted from 0. */
  readonly start: number;
  /** Items answered. */
  readonly answered: number;
}

/**
 * Longstring: the longest run of equal answers in the order in which items were shown. A long run suggests that somebody answered without
 * reading, most of all where items are worded in opposite directions.
 *
 * Items should share a scale, and answers be as given, before any reversing. The number 1 and the text "1" are different answers.
 * What counts as long depends on the questionnaire: there is no cut of general use. Source: Johnson, Journal of Research in Personality 39
 * (2005) 103–129; Meade and Craig, Psychological Methods 17 (2012) 437–455. With `breaks` the figures are those of R's `rle`.
 *
 * @returns the run, or `not-computable` `no-answers`
 * @throws `CxMetricsError` `argument.not-a-list`, `answer.not-allowed`, `argument.not-an-object`, `document.not-allowed`
 * @example
 * ```ts
 * const run = longString([3, 4, 4, 4, 2, 2]);
 * run.status === "ok" && run.longest; // => 3
 * run.status === "ok" && run.average; // => 2
 * ```
 */
export function longString(
  answers: ArrayLike<Answer | undefined>,
  options: LongStringOptions = {},
): LongString | NotComputable {
  const given = expectAnswers(answers, "answers", ["answers"]);
  const { missing = "breaks" } = namedMembers(options, "options", ["options"]);
  expectOneOf(missing, ["options", "missing"], ["breaks", "skips"]);
  let best = { length: 0, answer: "" as number | string, start: 0 };
  let run = 0;
  let start = 0;
  let runs = 0;
  let answered = 0;
  let previous: Answer = null;
  for (const [place, answer] of given.entries()) {
    if (answer === null) {
      if (missing === "breaks") previous = null;
      continue;
    }
    answered++;
    if (answer === previous) run++;
    else {
      runs++;
      run = 1;
      start = place;
    }
    previous = answer;
    if (run > best.length) best = { length: run, answer, start };
  }
  if (answered === 0) return noAnswers;
  const { length: longest, answer } = best;
  return { status: "ok", longest, average: answered / runs, answer, start: best.start, answered };
}
