import { LocalizedTextSchema } from "@cxmetrics/domain/schema";
import { intervalMethods } from "@cxmetrics/scores";
import * as z from "zod";
import type { EvaluationPlan as EvaluationPlanType } from "./evaluation-plan.js";
import { namePattern } from "./expect-name.js";

const text = z.string().regex(/\S/);
const name = z.string().regex(namePattern);
const title = LocalizedTextSchema.meta({ id: "LocalizedText" });
const cell = z.union([text, z.number()]);
const cells = z.array(cell);
const binding = {
  rows: z.record(text, name).exactOptional(),
  where: z.record(text, z.union([cell, cells.min(1)])).exactOptional(),
};
const definition = z
  .union([text.regex(/^[a-z][a-z0-9.-]*@\d+\.\d+\.\d+/), z.strictObject({ file: text })])
  .meta({ id: "DefinitionSource" });
const standing = {
  inference: z.enum(["sample", "process", "none"]).exactOptional(),
  samePeople: z.array(text).min(1).exactOptional(),
};
const source = z.union([
  z.strictObject({
    file: text,
    encoding: text.exactOptional(),
    columns: z.record(text, text).exactOptional(),
    ...binding,
    ...standing,
  }),
  z.strictObject({ by: name, from: z.record(text, text), ...binding, ...standing }),
]);

const head = { title: title.exactOptional(), units: z.array(name).min(1).exactOptional() };
const sourced = {
  ...head,
  ...binding,
  source: text.exactOptional(),
  onInvalid: z.enum(["throw", "count"]).exactOptional(),
};
const shareForm = { as: z.enum(["value", "percent", "per-thousand"]).exactOptional() };
const column = text.exactOptional();
const missing = { missing: cells.exactOptional() };

// Members that a plan's defaults may fill in are optional here; the door of the package checks what results.
const measure = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("score"),
    ...sourced,
    definition: definition.exactOptional(),
    rating: column,
    weight: column,
    ...missing,
    interval: z.enum(Object.values(intervalMethods).flat()).exactOptional(),
    ...shareForm,
  }),
  z.strictObject({
    kind: z.literal("funnel"),
    ...sourced,
    actor: column,
    event: column,
    time: column,
    sequence: column,
    steps: z
      .array(
        z.strictObject({
          name: text,
          title: title.exactOptional(),
          event: z.union([text, z.array(text).min(1)]),
        }),
      )
      .min(2)
      .exactOptional(),
    windowMs: z.number().int().min(1).nullable().exactOptional(),
    take: text.exactOptional(),
    ...shareForm,
  }),
  z.strictObject({
    kind: z.literal("duration-percentile"),
    ...sourced,
    start: column,
    end: column,
    duration: column,
    percentile: z.number().min(0.001).max(0.999).exactOptional(),
    dividedBy: column,
    as: z.enum(["ms", "s", "min", "h", "d"]).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("rubric-mean"),
    ...sourced,
    rater: column,
    level: column,
    levels: z.record(text, z.number()).exactOptional(),
    minimumRaters: z.number().int().min(1).exactOptional(),
    ...missing,
  }),
  z.strictObject({
    kind: z.literal("share"),
    ...sourced,
    column,
    in: cells.min(1).exactOptional(),
    of: cells.min(1).exactOptional(),
    ...missing,
    ...shareForm,
  }),
  z.strictObject({
    kind: z.literal("mean"),
    ...sourced,
    column,
    missing: z.array(z.number()).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("ratio-of-sums"),
    ...sourced,
    numerator: column,
    denominator: column,
    times: z.number().positive().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("given"),
    ...head,
    value: z.number().nullable().exactOptional(),
    values: z.record(text, z.number().nullable()).exactOptional(),
    unit: z.enum(["share", "points", "mean", "index", "ratio", "milliseconds", "count"]).exactOptional(),
    basis: text.exactOptional(),
  }),
]);
const measures = z.record(name, z.union([measure, z.array(measure).min(1)]));
const unit = z.strictObject({
  id: name,
  title,
  attributes: z.record(name, text).exactOptional(),
  period: text.exactOptional(),
});
const evaluationPlan = z.strictObject({
  formatVersion: z.literal(1),
  id: z.string().regex(/^[a-z][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*$/),
  version: z.string().regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/),
  title,
  purpose: title,
  unitOfEvaluation: text,
  units: z.array(unit).min(1),
  definition,
  sources: z.record(name, source),
  defaults: z.record(z.string(), z.record(z.string(), z.unknown())).exactOptional(),
  measures,
  criteria: measures.exactOptional(),
  changes: z.array(z.strictObject({ from: name, to: name })).exactOptional(),
  options: z
    .strictObject({
      level: z.number().min(0.5).max(0.9999).exactOptional(),
      minimumN: z.number().int().min(1).exactOptional(),
      lang: z.enum(["en", "zh"]).exactOptional(),
      uncertainty: z
        .strictObject({
          method: z.enum(["linearised", "monte-carlo", "auto"]).exactOptional(),
          draws: z.number().int().min(100).max(1_000_000).exactOptional(),
          seed: z.number().int().min(0).max(4294967295).exactOptional(),
        })
        .exactOptional(),
    })
    .exactOptional(),
});

/**
 * Shape of an evaluation plan, as zod schema: what an editor or a form can check. `defineEvaluationPlan` checks more: defaults,
 * units, sources, attributes.
 *
 * @example
 * ```ts
 * import { EvaluationPlanSchema } from "@cxmetrics/evaluation/schema";
 * EvaluationPlanSchema.safeParse({ formatVersion: 2 }).error?.issues[0]?.path; // => ["formatVersion"]
 * ```
 */
export const EvaluationPlanSchema: z.ZodType<EvaluationPlanType> = evaluationPlan;

/**
 * The same shape as JSON Schema (draft 2020-12), for editors and other languages; the package ships it as
 * `schemas/evaluation-plan-1.schema.json`.
 *
 * @example
 * ```ts
 * import { evaluationPlanJsonSchema } from "@cxmetrics/evaluation/schema";
 * evaluationPlanJsonSchema.$schema; // => "https://json-schema.org/draft/2020-12/schema"
 * ```
 */
export const evaluationPlanJsonSchema: Readonly<Record<string, unknown>> = {
  title: "Evaluation plan, format 1",
  ...z.toJSONSchema(evaluationPlan, { target: "draft-2020-12" }),
};
