import {
  CxMetricsError,
  didYouMean,
  expectList,
  expectLocalizedText,
  expectNumber,
  expectRecord,
  expectText,
  type Outcome,
} from "@cxmetrics/definition";
import { defineFunnel, estimateFunnel } from "@cxmetrics/funnel";
import { withoutEstimate } from "../not-computable.js";
import { unknownStep } from "../problems.js";
import { noneEntered } from "../reasons.js";
import type { FunnelMeasure } from "./measure.js";
import type { MeasureContext, MeasureKind } from "./measure-kind.js";
import { expectShareForm, shareFactor, shareSuffix } from "./share-form.js";

/** Conversion from the first step of an ordered funnel to a later one. */
export const funnel: MeasureKind<FunnelMeasure> = {
  kind: "funnel",
  title: { en: "funnel conversion", zh: "漏斗转化率" },
  required: ["actor", "event", "time", "steps", "windowMs"],
  optional: ["sequence", "take", "as"],
  sourced: true,
  check(record, path) {
    for (const column of ["actor", "event", "time"]) expectText(record[column], [...path, column]);
    if (record["sequence"] !== undefined) expectText(record["sequence"], [...path, "sequence"]);
    const names = expectList(
      record["steps"],
      [...path, "steps"],
      (item, at) => {
        const step = expectRecord(item, at, ["name", "event"], ["title"]);
        if (step["title"] !== undefined) expectLocalizedText(step["title"], [...at, "title"]);
        if (Array.isArray(step["event"]))
          expectList(step["event"], [...at, "event"], (e, p) => expectText(e, p), 1);
        else expectText(step["event"], [...at, "event"]);
        return expectText(step["name"], [...at, "name"]);
      },
      2,
    );
    if (record["windowMs"] !== null)
      expectNumber(record["windowMs"], [...path, "windowMs"], { least: 1, integer: true });
    expectShareForm(record, path);
    if (record["take"] === undefined) return;
    const take = expectText(record["take"], [...path, "take"]);
    const later = names.slice(1);
    if (!later.includes(take))
      throw new CxMetricsError(unknownStep, {
        path: [...path, "take"],
        values: { step: take, hint: didYouMean(take, later), allowed: later.join(", ") },
      });
  },
  columns: ({ actor, event, time, sequence }) =>
    sequence === undefined ? [actor, event, time] : [actor, event, time, sequence],
  factor: shareFactor,
  suffix: shareSuffix,
  compute: funnelOutcome,
  drawnBy: "actor",
  answers: async () => [0, 1],
};

async function funnelOutcome(measure: FunnelMeasure, context: MeasureContext): Promise<Outcome> {
  const { engine, rows, header, level, reference, title } = context;
  const definition = defineFunnel({
    formatVersion: 1,
    id: reference.id,
    version: reference.version,
    title,
    provenance: { status: "illustrative", source: "evaluation plan" },
    steps: measure.steps,
    order: "ordered",
    windowMs: measure.windowMs,
    ties: "sequence",
    entry: "best",
    reuse: "once",
  });
  const tally = await engine.tallyFunnel({
    ...rows,
    actor: header(measure.actor),
    event: header(measure.event),
    time: header(measure.time),
    ...(measure.sequence === undefined ? {} : { sequence: header(measure.sequence) }),
    definition,
  });
  const estimate = estimateFunnel(tally, level === undefined ? {} : { level });
  const step = estimate.steps.find(({ name }) => name === (measure.take ?? measure.steps.at(-1)?.name));
  const base = {
    valid: estimate.n,
    missing: tally.actors - estimate.n,
    invalid: 0,
    excluded: tally.actors > estimate.n ? { "never reached the first step": tally.actors - estimate.n } : {},
  };
  if (!step || step.conversionFromStart === null || step.interval === null)
    return withoutEstimate(noneEntered, base, estimate.definition);
  const p = step.conversionFromStart;
  return {
    status: "ok",
    value: p,
    unit: "share",
    n: estimate.n,
    effectiveN: estimate.n,
    standardError: estimate.n > 1 ? Math.sqrt((p * (1 - p)) / estimate.n) : null,
    interval: step.interval,
    base,
    definition: estimate.definition,
    engine: estimate.engine,
    warnings: estimate.warnings,
  };
}
