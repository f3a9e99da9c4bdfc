import type { LocalizedText, Outcome, Warning } from "@cxmetrics/definition";
import type { Indicator } from "@cxmetrics/index-model";
import type { ScoreDefinition } from "@cxmetrics/scores";
import { appliesTo } from "./applies-to.js";
import type { DefinitionResolver } from "./evaluate-plan.js";
import type { EvaluationPlan, EvaluationUnit } from "./evaluation-plan.js";
import type { MeasureDescription, MeasureForm } from "./evaluation-result.js";
import { type MeasureNames, measureContext } from "./measure-context.js";
import { measureFor } from "./measure-for.js";
import { measureReference } from "./measure-reference.js";
import type { Measure } from "./measures/measure.js";
import { kindOf } from "./measures/measure-kinds.js";
import { withoutEstimate } from "./not-computable.js";
import type { PlanGroup } from "./readings-of.js";
import { noMeasure, noRows, notApplicable } from "./reasons.js";
import { suppressSmall } from "./suppress-small.js";
import type { TallyEngine } from "./tally-engine.js";

/** What stays the same while the measures of a plan are computed. */
export interface EvaluationRun {
  readonly plan: EvaluationPlan;
  readonly engine: TallyEngine;
  readonly resolveScoreDefinition: DefinitionResolver<ScoreDefinition>;
}

/** Estimates by measure, then unit, and what of them enters the index. */
export interface EvaluatedMeasures {
  readonly outcomes: ReadonlyMap<string, ReadonlyMap<string, Outcome>>;
  /** Estimates times the factor of their measure; `null` where there is none. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, number | null>>;
  readonly descriptions: Readonly<Record<string, MeasureDescription>>;
  readonly warnings: readonly Warning[];
}

const nothing = { valid: 0, missing: 0, invalid: 0, excluded: {} };

/** Computes every measure of a group for every unit. */
export async function evaluateMeasures(
  run: EvaluationRun,
  group: PlanGroup,
  measures: ReadonlyMap<string, readonly Measure[]>,
  titles: ReadonlyMap<string, LocalizedText>,
  indicators: ReadonlyMap<string, Indicator>,
): Promise<EvaluatedMeasures> {
  const outcomes = new Map<string, Map<string, Outcome>>();
  const values = new Map<string, Map<string, number | null>>();
  const descriptions = new Map<string, MeasureDescription>();
  const warnings: Warning[] = [];
  for (const [id, list] of measures) {
    const title = list[0]?.title ?? titles.get(id) ?? { en: id, zh: id };
    const byUnit = new Map<string, Outcome>();
    const raw = new Map<string, number | null>();
    const unitsOf = new Map<Measure, string[]>(list.map((measure) => [measure, []]));
    for (const unit of run.plan.units) {
      const measure = measureFor(list, unit, [group, id]);
      const named = measure ?? list[0];
      if (!named) continue;
      const reference = measureReference(run.plan, id, named);
      const applies = appliesTo(indicators.get(id), unit);
      const outcome =
        measure && applies
          ? await outcomeOf(run, measure, unit, { reference, title, path: [group, id] })
          : withoutEstimate(applies ? noMeasure : notApplicable, nothing, reference, { unit: unit.id });
      if (measure && applies) unitsOf.get(measure)?.push(unit.id);
      byUnit.set(unit.id, outcome);
      raw.set(unit.id, outcome.status === "ok" && measure ? scaled(outcome.value, measure) : null);
      if (outcome.status === "ok")
        for (const warning of outcome.warnings)
          warnings.push({ ...warning, values: { ...warning.values, measure: id, unit: unit.id } });
    }
    outcomes.set(id, byUnit);
    values.set(id, raw);
    descriptions.set(id, {
      title,
      role: group === "measures" ? "indicator" : "criterion",
      forms: list.map((measure): MeasureForm => {
        const kind = kindOf<Measure>(measure);
        return {
          kind: measure.kind,
          units: unitsOf.get(measure) ?? [],
          factor: kind.factor(measure),
          suffix: kind.suffix(measure),
          reference: measureReference(run.plan, id, measure),
        };
      }),
    });
  }
  return { outcomes, values, descriptions: Object.fromEntries(descriptions), warnings };
}

async function outcomeOf(
  run: EvaluationRun,
  measure: Measure,
  unit: EvaluationUnit,
  names: MeasureNames,
): Promise<Outcome> {
  const { located, context } = measureContext(run, measure, unit, names);
  const { rows } = context;
  if (located && (await run.engine.countValues({ ...rows, columns: [] })).rows === 0)
    return withoutEstimate(noRows, nothing, names.reference, { source: rows.source, unit: unit.id });
  const outcome = await kindOf<Measure>(measure).compute(measure, context);
  return located ? suppressSmall(outcome, run.plan.options?.minimumN) : outcome;
}

/** An estimate as it enters the index. A product too large for a number is missing, not infinite. */
function scaled(value: number, measure: Measure): number | null {
  const product = value * kindOf<Measure>(measure).factor(measure);
  return Number.isFinite(product) ? product : null;
}
