import {
  CxMetricsError,
  describeValue,
  type LocalizedText,
  type Problem,
  type ProblemPath,
} from "@cxmetrics/definition";
import { badOption, lengthMismatch, notAList, unknownOption } from "./problems.js";

/** How raw ratings are read. */
export interface RatingOptions {
  /** One weight per rating, finite and not negative; only ratios matter. */
  readonly weights?: ArrayLike<number> | undefined;
  /** Codes that stand for “no answer”, for example `[11]`; honoured on the scale too. `NaN` may be one, and is counted as blank. */
  readonly missing?: readonly number[] | undefined;
  /** Whether a rating or weight that cannot be used stops the tally (`throw`, the default) or is counted by reason. */
  readonly onInvalid?: "throw" | "count" | undefined;
}

/**
 * Checks the options at the door. A misspelt name is refused, because weights that are silently not applied give a wrong score.
 *
 * @param others names of options that are not about reading ratings
 * @throws `CxMetricsError` `option.unknown`, `option.not-allowed`
 */
export function expectRatingOptions(options: unknown, others: readonly string[] = []): RatingOptions {
  if (options === undefined) return {};
  const { missing, onInvalid } = expectOptions(options, ["weights", "missing", "onInvalid", ...others]);
  if (missing !== undefined && !(Array.isArray(missing) && missing.every((code) => typeof code === "number")))
    throw refuse(badOption, ["options", "missing"], "[11]", missing);
  if (onInvalid !== undefined && onInvalid !== "throw" && onInvalid !== "count")
    throw refuse(badOption, ["options", "onInvalid"], "throw | count", onInvalid);
  return options as RatingOptions;
}

/** Expects an object with these options and no others. */
export function expectOptions(options: unknown, names: readonly string[]): Readonly<Record<string, unknown>> {
  const expected = `{ ${names.join(", ")} }`;
  if (typeof options !== "object" || options === null)
    throw refuse(badOption, ["options"], expected, options);
  for (const name of Object.keys(options))
    if (!names.includes(name)) throw refuse(unknownOption, ["options"], expected, name);
  return options as Readonly<Record<string, unknown>>;
}

/**
 * Expects a column: an array, a typed array, or an object with `length` and numbered members; with `rows` it must have that
 * many members.
 *
 * @returns its length
 * @throws `CxMetricsError` `ratings.not-a-list`, `ratings.length-mismatch`
 */
export function expectColumn(value: unknown, path: ProblemPath, rows?: number): number {
  const length: unknown =
    typeof value === "object" && value !== null ? (value as { length?: unknown }).length : null;
  // No engine makes longer arrays; the bound stops an object that only claims a length.
  if (!Number.isSafeInteger(length) || (length as number) < 0 || (length as number) > 2 ** 33)
    throw refuse(notAList, path, { en: "an array", zh: "数组" }, value);
  if (rows !== undefined && length !== rows)
    throw refuse(lengthMismatch, path, { en: `${rows} values`, zh: ` ${rows} 个值` }, length);
  return length as number;
}

/** The error of an argument at `path` that is not what it should be. */
export function refuse(
  problem: Problem,
  path: ProblemPath,
  expected: string | LocalizedText,
  found: unknown,
): CxMetricsError {
  const name = path.filter((key) => key !== "options").join(".") || "options";
  return new CxMetricsError(problem, { path, values: { name, expected, found: describeValue(found) } });
}
