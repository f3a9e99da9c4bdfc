import { expectNumber, expectOneOf, expectRecord, type NotComputable } from "@cxmetrics/definition";
import { krippendorffAlpha, type MeasurementLevel } from "@cxmetrics/stats";

/** How alike raters must judge before their judgements count. */
export interface AgreementRule {
  /** What differences of ratings mean. */
  readonly level: MeasurementLevel;
  /** Least Krippendorff's alpha, for example 0.667 for tentative conclusions (Krippendorff 2004). */
  readonly atLeast: number;
}

/** What the agreement gate said. Not assessed is never passed. */
export interface AgreementGate {
  readonly status: "passed" | "failed" | "not-assessed";
  readonly level: MeasurementLevel;
  readonly atLeast: number;
  /** Krippendorff's alpha; `null` where it cannot be computed. */
  readonly alpha: number | null;
  /** Why there is no alpha. */
  readonly reason?: NotComputable;
}

/** Reads a rule of agreement. */
export function readAgreementRule(value: unknown, path: readonly string[]): AgreementRule {
  const record = expectRecord(value, path, ["level", "atLeast"]);
  const level = expectOneOf(record["level"], [...path, "level"], ["nominal", "ordinal", "interval", "ratio"]);
  return { level, atLeast: expectNumber(record["atLeast"], [...path, "atLeast"], { least: -1, most: 1 }) };
}

/** Holds the ratings of several raters against a rule. */
export function agreementGate(
  ratings: readonly (readonly (number | string | null)[])[],
  { level, atLeast }: AgreementRule,
): AgreementGate {
  const found = krippendorffAlpha(ratings, { level });
  if (found.status !== "ok") return { status: "not-assessed", level, atLeast, alpha: null, reason: found };
  return { status: found.value >= atLeast ? "passed" : "failed", level, atLeast, alpha: found.value };
}
