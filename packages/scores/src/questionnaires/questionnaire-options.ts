import { badOption } from "../problems.js";
import { expectOptions, refuse } from "../rating-options.js";
import { expectMissingPolicy } from "./expect-missing-policy.js";
import type { MissingPolicy, Questionnaire } from "./questionnaire.js";

/** How a questionnaire is scored. */
export interface QuestionnaireOptions {
  /** Confidence level of the intervals, unless the questionnaire's. */
  readonly level?: number | undefined;
  /** Another rule for blank answers than the questionnaire's; the result tells. */
  readonly policy?: MissingPolicy | undefined;
  /** Codes that stand for “no answer”, for example `[99]`. */
  readonly missing?: readonly number[] | undefined;
  /** Whether an answer that cannot be used stops the scoring (`throw`, the default) or excludes its respondent by reason (`count`). */
  readonly onInvalid?: "throw" | "count" | undefined;
}

/**
 * The options of a scoring, checked at the door and filled from the questionnaire.
 *
 * @throws `CxMetricsError` `option.unknown`, `option.not-allowed`, and `document.*` for a malformed rule
 */
export function readOptions(options: unknown, questionnaire: Questionnaire) {
  const given = expectOptions(options, ["level", "policy", "missing", "onInvalid"]);
  const { level = questionnaire.interval.level, missing = [], onInvalid = "throw" } = given;
  if (!(typeof level === "number" && level > 0 && level < 1))
    throw refuse(badOption, ["options", "level"], "0 < level < 1", level);
  if (!(Array.isArray(missing) && missing.every((code) => typeof code === "number")))
    throw refuse(badOption, ["options", "missing"], "[99]", missing);
  if (onInvalid !== "throw" && onInvalid !== "count")
    throw refuse(badOption, ["options", "onInvalid"], "throw | count", onInvalid);
  if (given["policy"] !== undefined) expectMissingPolicy(given["policy"], ["options", "policy"]);
  return {
    level,
    policy: { ...((given["policy"] ?? questionnaire.missing) as MissingPolicy) },
    missing: missing as readonly number[],
    counting: onInvalid === "count",
  };
}
