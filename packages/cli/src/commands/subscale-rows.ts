import type { Base, Interval, LocalizedText, NotComputable, Unit } from "@cxmetrics/definition";
import type { Questionnaire, QuestionnaireScores } from "@cxmetrics/scores";
import type { GroupWarning } from "../show/warning-lines.js";

/** One row of the answer of `cx questionnaire`: a subscale of a group. */
export interface SubscaleRow {
  readonly group: string | null;
  /** Value by column, when there are several. */
  readonly groups?: Readonly<Record<string, string>>;
  readonly subscale: string;
  readonly title: LocalizedText;
  readonly status: "ok" | "not-computable" | "suppressed";
  readonly value: number | null;
  readonly unit: Unit;
  /** Respondents with a score. */
  readonly n: number;
  readonly standardError: number | null;
  readonly standardDeviation: number | null;
  readonly interval: Interval | NotComputable | null;
  readonly grade: string | null;
  /** Respondents with a blank answer that the middle of a scale stands in for. */
  readonly imputed: number;
  readonly base: Base | null;
  /** Why there is no value. */
  readonly reason?: string;
  readonly message?: LocalizedText;
}

/** A group whose answers have been scored. */
export interface ScoredGroup {
  readonly name: string | null;
  readonly values: Readonly<Record<string, string>>;
  readonly scores: QuestionnaireScores;
}

/** A row, with what a reader must know. */
export interface ScoredSubscale {
  readonly row: SubscaleRow;
  readonly warnings: readonly GroupWarning[];
}

/** The rows of one group, in the order of the subscales, with what a reader must know of each. */
export function subscaleRows(
  { name, values, scores }: ScoredGroup,
  { subscales }: Questionnaire,
  several: boolean,
): readonly ScoredSubscale[] {
  return subscales.flatMap(({ id, title, unit }): ScoredSubscale[] => {
    const outcome = scores.subscales[id];
    if (outcome === undefined) return [];
    const head = { group: name, ...(several ? { groups: values } : {}), subscale: id, title };
    if (outcome.status !== "ok") {
      const { status, reason, message } = outcome;
      const nothing = { value: null, standardError: null, standardDeviation: null, interval: null };
      const base = outcome.status === "not-computable" ? outcome.base : null;
      const row = { ...head, status, ...nothing, unit, n: 0, grade: null, imputed: 0, base, reason, message };
      return [{ row, warnings: [] }];
    }
    const {
      status,
      value,
      n,
      standardError,
      standardDeviation,
      interval,
      grade = null,
      imputed,
      base,
    } = outcome;
    const figures = { value, unit, n, standardError, standardDeviation, interval, grade, imputed, base };
    const warnings = outcome.warnings.map((warning) =>
      name === null ? warning : { ...warning, group: name },
    );
    return [{ row: { ...head, status, ...figures }, warnings }];
  });
}
