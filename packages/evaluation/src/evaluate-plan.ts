import { digestOf, type LocalizedText, referenceTo, type Warning } from "@cxmetrics/definition";
import { explainIndex, type IndexDefinition, scoreIndex } from "@cxmetrics/index-model";
import type { ScoreDefinition } from "@cxmetrics/scores";
import { changesOf } from "./changes-of.js";
import { checkColumns } from "./check-columns.js";
import { checkIndicators } from "./check-indicators.js";
import { defineEvaluationPlan } from "./define-evaluation-plan.js";
import { engineName } from "./engine.js";
import { evaluateMeasures } from "./evaluate-measures.js";
import type { DefinitionSource, EvaluationPlan } from "./evaluation-plan.js";
import type { EvaluationResult } from "./evaluation-result.js";
import { expectEvaluationOptions } from "./expect-evaluation-options.js";
import { indexTable } from "./index-table.js";
import { indicatorsOf } from "./indicators-of.js";
import { measuresOf } from "./measures-of.js";
import { resolveIndex } from "./resolve-index.js";
import type { TallyEngine } from "./tally-engine.js";
import { rootErrors, type UnitErrors } from "./uncertainty/root-errors.js";
import { rootOutcome } from "./uncertainty/root-outcome.js";
import { unitCovariance } from "./uncertainty/unit-covariance.js";
import { unitLeaves } from "./uncertainty/unit-leaves.js";

/** What an evaluation needs beside its plan. */
export interface EvaluationOptions {
  /** Computes tallies where the raw sources are. */
  readonly engine: TallyEngine;
  /** Finds an index definition; `undefined` when there is none of that name. */
  readonly resolveIndexDefinition: DefinitionResolver<IndexDefinition>;
  /** Finds a score definition; `undefined` when there is none of that name. */
  readonly resolveScoreDefinition: DefinitionResolver<ScoreDefinition>;
  /** Day of the evaluation, told in the result; nothing is told when left out. */
  readonly evaluatedOn?: string;
}

/** Finds a definition by `id@version` or by file. */
export type DefinitionResolver<T> = (source: DefinitionSource) => T | undefined | Promise<T | undefined>;

/**
 * Carries out an evaluation: every indicator is tallied and estimated for every unit, the index is scored and explained, and the
 * criteria and changes are told beside it. Deterministic: the same plan, data and definitions give the same result.
 *
 * The index carries an interval where the errors of its indicators are known and how they go together: indicators of one source share
 * its rows (or raters) and get their covariance from them; different sources count as different people unless the plan says
 * `samePeople`; sources of logs say by `inference` what their records stand for. Otherwise the interval says what is missing.
 *
 * Data that cannot support a number gives a reason in its place: a unit without rows has no estimates and, as far as the
 * definition's policy for missing values says so, no index; never a 0.
 *
 * @param plan a plan, checked here by `defineEvaluationPlan`
 * @param options the engine and where definitions come from
 * @returns plain data that carries every definition's digest, base and reason
 * @throws `CxMetricsError` (as a rejection) the codes of `defineEvaluationPlan`; `plan.unknown-definition`,
 * `plan.different-definition`, `plan.missing-measure`, `plan.unknown-indicator`, `plan.shared-column`, `plan.wrong-form`;
 * `source.unknown`, `source.missing-column`; `cell.*` and the codes of the tallies for cells that cannot be read;
 * `evaluation.bad-option`
 * @example
 * ```ts
 * const title = { en: "Availability", zh: "可用性" };
 * const provenance = { status: "illustrative", source: "example" };
 * const definition = {
 *   formatVersion: 1, id: "demo.index", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "up",
 *   nodes: { up: { kind: "indicator", title, provenance, unit: "%", source: "operational", normalise: { method: "goalposts", worst: 90, best: 100 } } },
 * };
 * const plan = {
 *   formatVersion: 1, id: "demo", version: "1.0.0", title, purpose: title, unitOfEvaluation: "channel",
 *   units: [{ id: "M", title: { en: "App", zh: "手机银行" }, attributes: { channel: "M" } }],
 *   definition: "demo.index@1.0.0",
 *   sources: { checks: { file: "checks.csv", rows: { channel: "channel" } } },
 *   measures: { up: { kind: "share", source: "checks", column: "ok", in: ["yes"], as: "percent" } },
 * };
 * const rows = Array.from({ length: 40 }, (_, row) => ({ channel: "M", ok: row === 0 ? "no" : "yes" }));
 * const engine = inMemoryEngine({ checks: tableFromRows(rows) });
 * const result = await evaluatePlan(plan, {
 *   engine, resolveIndexDefinition: () => definition, resolveScoreDefinition: () => undefined,
 * });
 * result.estimates.up.M.value; // => 0.975
 * result.roots.M.value; // => 75
 * ```
 */
export async function evaluatePlan(
  plan: EvaluationPlan,
  options: EvaluationOptions,
): Promise<EvaluationResult> {
  const checked = defineEvaluationPlan(plan);
  const { engine, resolveIndexDefinition, resolveScoreDefinition, evaluatedOn } =
    expectEvaluationOptions(options);
  const definition = await resolveIndex(checked.definition, resolveIndexDefinition);
  const indicators = indicatorsOf(definition);
  const measures = measuresOf(checked, "measures");
  const criteria = measuresOf(checked, "criteria");
  checkIndicators(checked, definition, indicators, measures);
  const evidence = await checkColumns(checked, engine, { measures, criteria });

  const run = { plan: checked, engine, resolveScoreDefinition };
  const titles = new Map<string, LocalizedText>([...indicators].map(([id, node]) => [id, node.title]));
  const estimated = await evaluateMeasures(run, "measures", measures, titles, indicators);
  const beside = await evaluateMeasures(run, "criteria", criteria, new Map(), new Map());

  const table = indexTable(checked, definition, indicators, estimated);
  const index = scoreIndex(definition, table);
  const reference = referenceTo(definition);
  const units: UnitErrors[] = [];
  for (const unit of checked.units) {
    const leaves = await unitLeaves(run, unit, measures, indicators, estimated);
    units.push({ leaves, covariance: await unitCovariance(checked, engine, leaves) });
  }
  const errors = rootErrors(checked, definition, table, units);
  const traces = checked.units.map(({ id }) => [id, explainIndex(index, id)] as const);
  const outcomes = [...estimated.outcomes, ...beside.outcomes].flatMap(([, byUnit]) => [...byUnit.values()]);
  const sides = traces.map(([id, trace], row) => {
    const leaves = units[row]?.leaves ?? [];
    return [id, { root: rootOutcome(trace, errors.roots[row], leaves), leaves }] as const;
  });
  return {
    formatVersion: 1,
    plan: {
      id: checked.id,
      version: checked.version,
      digest: digestOf(checked),
      title: checked.title,
      purpose: checked.purpose,
      unitOfEvaluation: checked.unitOfEvaluation,
    },
    definition: { ...reference, title: definition.title },
    engines: [
      ...new Set([
        engineName,
        engine.name,
        index.engine,
        ...outcomes.flatMap((outcome) => (outcome.status === "ok" ? [outcome.engine] : [])),
      ]),
    ],
    ...(evaluatedOn === undefined ? {} : { evaluatedOn }),
    units: checked.units,
    measures: { ...estimated.descriptions, ...beside.descriptions },
    estimates: asRecords(estimated.outcomes),
    criteria: asRecords(beside.outcomes),
    table,
    index,
    roots: Object.fromEntries(sides.map(([id, { root }]) => [id, root])),
    traces: Object.fromEntries(traces),
    changes: await changesOf(checked, index, criteria, beside.outcomes, new Map(sides)),
    evidence,
    warnings: [
      ...estimated.warnings,
      ...beside.warnings,
      ...index.warnings,
      ...errors.warnings,
    ] satisfies readonly Warning[],
  };
}

function asRecords<T>(byId: ReadonlyMap<string, ReadonlyMap<string, T>>): Record<string, Record<string, T>> {
  return Object.fromEntries([...byId].map(([id, byUnit]) => [id, Object.fromEntries(byUnit)]));
}
