import { CxMetricsError, expectOneOf, type NotComputable } from "@cxmetrics/definition";
import { namedMembers } from "../expect/named-members.js";
import { type Answer, expectAnswer, expectAnswers, expectRows } from "./expect-answers.js";
import { noAcceptedAnswers, noChecks } from "./problems.js";
import { noAnswers } from "./reasons.js";

/** One attention check: an item whose right answer everybody knows who reads it. */
export interface AttentionCheck {
  /** Name of the item in the answers. */
  readonly item: string;
  /** Answers that pass. */
  readonly accept: readonly (number | string)[];
}

/** Options of `failedChecks`. */
export interface FailedChecksOptions {
  /** `ignored` (default): an unanswered check counts neither way. `failed`: it counts as failed. */
  readonly unanswered?: "ignored" | "failed";
}

/** How one respondent did on the checks. */
export interface FailedChecks {
  readonly status: "ok";
  /** Items failed, in the order of the checks. */
  readonly failed: readonly string[];
  readonly passed: readonly string[];
  /** Items without an answer; with `unanswered: "failed"` they stand in `failed` too. */
  readonly unanswered: readonly string[];
}

/**
 * Attention checks that a respondent failed: the answer is none of those accepted. The number 1 and the text "1" are different answers.
 *
 * @param answers answers by item
 * @param checks at least one
 * @returns the items, or `not-computable` `no-answers` when no check was answered and unanswered ones are ignored
 * @throws `CxMetricsError` `argument.not-an-object`, `answer.not-allowed`, `rows.not-a-list`, `argument.not-a-list`, `attention-check.none`,
 * `attention-check.no-accepted-answer`, `document.not-allowed`
 * @example
 * ```ts
 * const checks = [{ item: "choose agree", accept: [4] }, { item: "not a robot", accept: ["yes", "y"] }];
 * const found = failedChecks({ "choose agree": 2, "not a robot": "yes" }, checks);
 * found.status === "ok" && found.failed; // => ["choose agree"]
 * ```
 */
export function failedChecks(
  answers: Readonly<Record<string, Answer | undefined>>,
  checks: readonly AttentionCheck[],
  options: FailedChecksOptions = {},
): FailedChecks | NotComputable {
  const given = namedMembers(answers, "answers", ["answers"]);
  const { unanswered: policy = "ignored" } = namedMembers(options, "options", ["options"]);
  expectOneOf(policy, ["options", "unanswered"], ["ignored", "failed"]);
  const read = expectChecks(checks);
  const failed: string[] = [];
  const passed: string[] = [];
  const unanswered: string[] = [];
  for (const { item, accept } of read) {
    const answer = Object.hasOwn(given, item) ? expectAnswer(given[item], item, ["answers", item]) : null;
    if (answer === null) unanswered.push(item);
    if (answer !== null && accept.includes(answer)) passed.push(item);
    else if (answer !== null || policy === "failed") failed.push(item);
  }
  if (failed.length + passed.length === 0) return noAnswers;
  return { status: "ok", failed, passed, unanswered };
}

/** Checks with a name and at least one accepted answer each. */
export function expectChecks(
  checks: unknown,
): readonly { readonly item: string; readonly accept: readonly Answer[] }[] {
  const read = expectRows(checks, "checks", (check, name, path) => {
    const { item, accept } = namedMembers(check as AttentionCheck, name, path);
    const accepted = expectAnswers(accept, "accept", [...path, "accept"]).filter((answer) => answer !== null);
    const label = String(expectAnswer(item, "item", [...path, "item"]) ?? "");
    if (accepted.length === 0)
      throw new CxMetricsError(noAcceptedAnswers, {
        path: [...path, "accept"],
        values: { item: label.slice(0, 40) },
      });
    return { item: label, accept: accepted };
  });
  if (read.length === 0) throw new CxMetricsError(noChecks, { path: ["checks"] });
  return read;
}
