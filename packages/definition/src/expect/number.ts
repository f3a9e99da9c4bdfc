import { CxMetricsError, type ProblemPath } from "../cx-metrics-error.js";
import { describeValue } from "../describe-value.js";
import type { LocalizedText } from "../localized-text.js";
import { wrongType } from "../problems.js";

/** Which numbers are welcome. */
export interface NumberRange {
  /** Lower bound, included. */
  readonly least?: number;
  /** Upper bound, included. */
  readonly most?: number;
  /** Whether only whole numbers are welcome. */
  readonly integer?: boolean;
}

/**
 * Expects a finite number in a range, bounds included.
 *
 * @param value what stands in the document
 * @param path where it stands
 * @param range which numbers are welcome; every finite one when left out
 * @returns the same number
 * @throws `CxMetricsError` `document.wrong-type`
 * @example
 * ```ts
 * expectNumber(0.95, ["level"], { least: 0, most: 1 }); // => 0.95
 * ```
 */
export function expectNumber(value: unknown, path: ProblemPath, range: NumberRange = {}): number {
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, integer = false } = range ?? {};
  if (
    typeof value === "number" &&
    Number.isFinite(value) &&
    value >= least &&
    value <= most &&
    (!integer || Number.isInteger(value))
  )
    return value;
  throw new CxMetricsError(wrongType, {
    path,
    values: { expected: inWords(range ?? {}), found: describeValue(value) },
  });
}

function inWords({ least, most, integer }: NumberRange): LocalizedText {
  const en = integer ? "a whole number" : "a number";
  const zh = integer ? "整数" : "数字";
  if (least !== undefined && most !== undefined)
    return { en: `${en} from ${least} to ${most}`, zh: `${least} 到 ${most} 之间的${zh}` };
  if (least !== undefined) return { en: `${en} of at least ${least}`, zh: `不小于 ${least} 的${zh}` };
  if (most !== undefined) return { en: `${en} of at most ${most}`, zh: `不大于 ${most} 的${zh}` };
  return { en, zh };
}
