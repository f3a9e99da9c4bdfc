import { defineEvaluationPlan } from "./define-evaluation-plan.js";
import type { EvaluationPlan } from "./evaluation-plan.js";
import { measuresOf } from "./measures-of.js";
import { readingsOf } from "./readings-of.js";

/** A file that a plan reads, and which of its columns. */
export interface PlanFile {
  /** Name of the source, under which the engine must hold the table. */
  readonly name: string;
  /** Path relative to the plan. */
  readonly file: string;
  readonly encoding?: string;
  /** Trimmed headers, sorted. Other columns need not be read. */
  readonly columns: readonly string[];
}

/**
 * The files that a plan reads, so that a reader need not read more: only sources that some measure of some unit uses.
 *
 * @throws `CxMetricsError` as `defineEvaluationPlan` does
 * @example
 * ```ts
 * const title = { en: "Ease", zh: "易用" };
 * const plan = defineEvaluationPlan({
 *   formatVersion: 1, id: "demo", version: "1.0.0", title, purpose: title, unitOfEvaluation: "wave",
 *   units: [{ id: "2018", title }],
 *   definition: "demo.index@1.0.0",
 *   sources: { survey: { file: "2018.csv", columns: { signs: "Q7SIGN " } }, unused: { file: "2017.csv" } },
 *   measures: { signs: { kind: "share", source: "survey", column: "signs", in: [4, 5], where: { AREA: "A" } } },
 * });
 * sourcesOf(plan); // => [{ name: "survey", file: "2018.csv", columns: ["AREA", "Q7SIGN"] }]
 * ```
 */
export function sourcesOf(plan: EvaluationPlan): readonly PlanFile[] {
  const checked = defineEvaluationPlan(plan);
  const groups = { measures: measuresOf(checked, "measures"), criteria: measuresOf(checked, "criteria") };
  const files = new Map<string, { file: string; encoding?: string; columns: Set<string> }>();
  for (const { source, file, encoding, columns } of readingsOf(checked, groups)) {
    const known = files.get(source) ?? {
      file,
      ...(encoding === undefined ? {} : { encoding }),
      columns: new Set(),
    };
    for (const { header } of columns) known.columns.add(header);
    files.set(source, known);
  }
  return [...files].map(([name, { columns, ...rest }]) => ({ name, ...rest, columns: [...columns].sort() }));
}
