import {
  CxMetricsError,
  describeValue,
  fillMessage,
  type LocalizedText,
  type NotComputable,
  nearestName,
} from "@cxmetrics/definition";
import { inRange, positive } from "../expect/in-range.js";
import { namedMembers } from "../expect/named-members.js";
import { noObservations } from "../reasons.js";
import { noRules, unknownRule } from "./problems.js";
import { expectQualityRows, type QualityRow } from "./quality-row.js";
import type { QualityFinding, QualityRuleName, QualityRules } from "./quality-rule.js";
import { qualityRules } from "./rules/registry.js";

/** Options of `assessResponseQuality`. */
export interface ResponseQualityOptions {
  /** Reasons that a response must give before it is flagged; 1 where it is left out. */
  readonly leastReasons?: number;
}

/** Why a rule flags a response. */
export interface QualityReason {
  readonly rule: QualityRuleName;
  /** The figure that the rule looks at; `null` for `bursts`, which look at others too. */
  readonly measured: number | null;
  readonly limit: number;
  readonly message: LocalizedText;
}

/** One response as assessed. */
export interface AssessedResponse {
  readonly id: string | number;
  readonly flagged: boolean;
  /** One per rule that found something; there may be some although the response is not flagged. */
  readonly reasons: readonly QualityReason[];
  /** Rules for which the response lacks what they look at. */
  readonly notAssessed: readonly QualityRuleName[];
}

/** What one rule found. */
export interface QualityRuleResult {
  readonly rule: QualityRuleName;
  /** Responses with this reason. */
  readonly found: number;
  readonly notAssessed: number;
  /** Why the rule could not be applied at all. */
  readonly notComputable?: NotComputable;
}

/** Quality of all responses. */
export interface ResponseQuality {
  readonly status: "ok";
  /** In the order given. */
  readonly responses: readonly AssessedResponse[];
  /** Responses with and without the flagged ones. */
  readonly counts: { readonly all: number; readonly flagged: number; readonly kept: number };
  /** Rows that are flagged, ascending. */
  readonly flagged: readonly number[];
  /** All other rows: compute a figure over these and over all, and show both. */
  readonly kept: readonly number[];
  readonly rules: readonly QualityRuleResult[];
  readonly leastReasons: number;
}

/**
 * Applies rules of response quality and flags each response with its reasons. It flags and never deletes: which rows to leave out is a
 * decision to be stated, and a figure belongs beside itself computed without the flagged rows (`kept`).
 *
 * Rules that compare responses (`mahalanobis`, `relativeSpeed`, `duplicates`, `bursts`) compare all that have the part they look at. Rules
 * agree often by chance: with several, ask for two reasons (`leastReasons: 2`). For each rule see the function of its name.
 *
 * @returns the assessment, or `not-computable` `no-observations` for no rows
 * @throws `CxMetricsError` `rows.not-a-list`, `response-quality.bad-id`, `response-quality.duplicate-id`, `response-quality.no-rules`,
 * `response-quality.unknown-rule`, and what the functions of the rules throw
 * @example
 * ```ts
 * const rows = [
 *   { id: "a", answers: [4, 4, 4, 4, 4], durationMs: 40_000 },
 *   { id: "b", answers: [4, 2, 5, 4, 3], durationMs: 180_000 },
 *   { id: "c", answers: [5, 5, 4, 5, 2], durationMs: 200_000 },
 * ];
 * const quality = assessResponseQuality(rows, { longString: { atLeast: 5 }, relativeSpeed: {} });
 * quality.status === "ok" && quality.counts; // => { all: 3, flagged: 1, kept: 2 }
 * quality.status === "ok" && quality.responses[0]?.reasons.map((reason) => reason.rule); // => ["longString", "relativeSpeed"]
 * ```
 */
export function assessResponseQuality(
  rows: readonly QualityRow[],
  rules: QualityRules,
  options: ResponseQualityOptions = {},
): ResponseQuality | NotComputable {
  const given = expectQualityRows(rows);
  const settings = namedMembers(rules, "rules", ["rules"]);
  const { leastReasons = 1 } = namedMembers(options, "options", ["options"]);
  inRange(leastReasons, "leastReasons", positive, ["options", "leastReasons"]);
  refuseUnknownRules(settings);
  if (given.length === 0) return noObservations;

  const asked = qualityRules.filter(({ id }) => Object.hasOwn(settings, id) && settings[id] !== undefined);
  const results = asked.map((rule) => {
    const setting = namedMembers(settings[rule.id], rule.id, ["rules", rule.id]);
    const found = rule.assess(given, setting as never);
    const failed = "status" in found ? found : undefined;
    const findings: readonly QualityFinding[] = "status" in found ? [] : found;
    return { rule, failed, findings };
  });
  const responses = given.map(({ id }, row): AssessedResponse => {
    const reasons: QualityReason[] = [];
    const notAssessed: QualityRuleName[] = [];
    for (const { rule, findings } of results) {
      const finding = findings[row];
      if (finding?.kind === "flagged") {
        const { measured, limit } = finding;
        reasons.push({ rule: rule.id, measured, limit, message: sentence(rule.message, measured, limit) });
      } else if (finding?.kind !== "passed") notAssessed.push(rule.id);
    }
    return { id, flagged: reasons.length >= leastReasons, reasons, notAssessed };
  });
  const rowsWhere = (flagged: boolean) =>
    responses.flatMap((response, row) => (response.flagged === flagged ? [row] : []));
  const flagged = rowsWhere(true);
  const kept = rowsWhere(false);
  return {
    status: "ok",
    responses,
    counts: { all: given.length, flagged: flagged.length, kept: kept.length },
    flagged,
    kept,
    rules: results.map(({ rule: { id }, failed }) => ({
      rule: id,
      found: responses.filter(({ reasons }) => reasons.some(({ rule }) => rule === id)).length,
      notAssessed: responses.filter(({ notAssessed }) => notAssessed.includes(id)).length,
      ...(failed && { notComputable: failed }),
    })),
    leastReasons,
  };
}

function sentence(message: LocalizedText, measured: number | null, limit: number): LocalizedText {
  const rounded = (value: number) => Number(value.toPrecision(4));
  return fillMessage(message, {
    measured: measured === null ? null : rounded(measured),
    limit: rounded(limit),
  });
}

function refuseUnknownRules(settings: object): void {
  const names = qualityRules.map(({ id }) => id as string);
  const allowed = names.join(", ");
  for (const key of Object.keys(settings)) {
    if (names.includes(key)) continue;
    const near = nearestName(key.slice(0, 40), names);
    const hint = near ? { en: ` Did you mean "${near}"?`, zh: `是否指 “${near}”?` } : { en: "", zh: "" };
    throw new CxMetricsError(unknownRule, {
      path: ["rules"],
      values: { found: describeValue(key), hint, allowed },
    });
  }
  const some = names.some(
    (name) => Object.hasOwn(settings, name) && Reflect.get(settings, name) !== undefined,
  );
  if (!some) throw new CxMetricsError(noRules, { path: ["rules"], values: { allowed } });
}
