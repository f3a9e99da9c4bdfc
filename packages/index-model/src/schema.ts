import { LocalizedTextSchema, ProvenanceSchema } from "@cxmetrics/domain/schema";
import type { Condition, Expression } from "@cxmetrics/formula";
import * as z from "zod";
import type { Grades, IndexDefinition, IndexNode } from "./index-definition.js";
import { nodeIdPattern } from "./node-id.js";
import { bandIdPattern } from "./read/grades.js";
import { weightPattern } from "./read/weight.js";

const text = z.string().regex(/\S/);
const name = z.string().regex(nodeIdPattern);
const localizedText = LocalizedTextSchema.meta({ id: "LocalizedText" });
const provenance = ProvenanceSchema.meta({ id: "Provenance" });
const weight = z.union([z.number().min(0), z.string().regex(weightPattern)]).meta({ id: "Weight" });

const expression: z.ZodType<Expression> = z
  .lazy(() => z.union([z.number(), z.string(), operation]))
  .meta({ id: "Expression" });
const nary = z.strictObject({
  op: z.enum(["add", "multiply", "minimum", "maximum"]),
  of: z.array(expression).min(1),
});
const binary = z.strictObject({
  op: z.enum(["subtract", "divide", "power"]),
  of: z.array(expression).min(2).max(2),
});
const unary = z.strictObject({
  op: z.enum(["negate", "ln", "exp", "absolute"]),
  of: z.array(expression).min(1).max(1),
});
const powerMean = z.strictObject({
  op: z.literal("power-mean"),
  exponent: z.number(),
  of: z.array(expression).min(1),
  weights: z.array(z.union([z.number(), z.string()])).exactOptional(),
  missing: z.enum(["propagate", "renormalise"]).exactOptional(),
  minimumAvailable: z.union([z.number(), z.string()]).exactOptional(),
});
const clamp = z.strictObject({
  op: z.literal("clamp"),
  of: z.tuple([expression]),
  lower: expression.exactOptional(),
  upper: expression.exactOptional(),
});
const round = z.strictObject({
  op: z.literal("round"),
  of: z.tuple([expression]),
  digits: z.int().min(-15).max(15),
  mode: z.enum(["half-up", "half-even", "up", "down", "ceiling", "floor"]),
});
const condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({
        compare: z.enum(["<", "<=", ">", ">=", "=", "!="]),
        of: z.tuple([expression, expression]),
      }),
      z.strictObject({ all: z.array(condition).min(1) }),
      z.strictObject({ any: z.array(condition).min(1) }),
      z.strictObject({ not: condition }),
    ]),
  )
  .meta({ id: "Condition" });
const conditional = z.strictObject({
  op: z.literal("if"),
  when: condition,
  // biome-ignore lint/suspicious/noThenProperty: the word of the format; documents are plain data and never awaited
  then: expression,
  else: expression,
});
const operation = z.union([nary, binary, unary, powerMean, clamp, round, conditional]);

const head = { title: localizedText, provenance, note: localizedText.exactOptional() };
const range = z.strictObject({ lower: z.number(), upper: z.number() });
const goalposts = {
  worst: z.number(),
  best: z.number(),
  cap: z.enum(["both", "worst", "best", "none"]).exactOptional(),
  onto: range.exactOptional(),
};
const normaliser = z.discriminatedUnion("method", [
  z.strictObject({ method: z.literal("identity") }),
  z.strictObject({ method: z.literal("goalposts"), ...goalposts }),
  z.strictObject({ method: z.literal("log-goalposts"), ...goalposts }),
]);
const indicator = z.strictObject({
  kind: z.literal("indicator"),
  ...head,
  column: text.exactOptional(),
  unit: text,
  source: z.enum(["survey", "expert", "behaviour", "operational", "text", "statistic"]),
  normalise: normaliser,
  appliesTo: z.strictObject({ attribute: text, values: z.array(text).min(1) }).exactOptional(),
  tags: z.record(name, name).exactOptional(),
});
const aggregate = z.strictObject({
  kind: z.literal("aggregate"),
  ...head,
  method: z.enum(["arithmetic-mean", "geometric-mean"]),
  children: z.array(z.strictObject({ node: text, weight })).min(1),
  missing: z.discriminatedUnion("policy", [
    z.strictObject({ policy: z.literal("propagate") }),
    z.strictObject({ policy: z.literal("renormalise"), minimumAvailable: weight }),
  ]),
});
const formula = z.strictObject({ kind: z.literal("formula"), ...head, expression });
const node = z.discriminatedUnion("kind", [indicator, aggregate, formula]);
const view = z.strictObject({
  title: localizedText,
  tag: name,
  of: text.exactOptional(),
  groups: z.record(name, localizedText),
});
const grade = z.strictObject({
  id: z.string().regex(bandIdPattern),
  title: localizedText,
  from: z.number().exactOptional(),
  conditions: z
    .array(z.strictObject({ node: text, atLeast: z.number() }))
    .min(1)
    .exactOptional(),
});
const grades = z.strictObject({
  of: text,
  bands: z.array(grade).min(1),
  onFailedCondition: z.literal("lower-by-one"),
  veto: z.strictObject({ attribute: text, title: localizedText }).exactOptional(),
});
const indexDefinition = z.strictObject({
  formatVersion: z.literal(1),
  id: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*$/),
  version: z.string().regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/),
  title: localizedText,
  provenance,
  purpose: localizedText.exactOptional(),
  scale: range,
  root: text,
  outputs: z.array(text).min(1).exactOptional(),
  nodes: z.record(name, node),
  views: z.record(name, view).exactOptional(),
  grades: grades.exactOptional(),
});

/** Shape of a formula; its names and arities are left to `parseExpression`. */
export const ExpressionSchema: z.ZodType<Expression> = expression;

/** Shape of one node of an index. */
export const IndexNodeSchema: z.ZodType<IndexNode> = node;

/** Shape of the grades of an index. */
export const GradesSchema: z.ZodType<Grades> = grades;

/**
 * Shape of an index definition, as zod schema: what an editor or a form can check. `defineIndex` checks more: links,
 * circles, weights, goalposts, bands, views.
 *
 * @example
 * ```ts
 * import { IndexDefinitionSchema } from "@cxmetrics/index-model/schema";
 *
 * IndexDefinitionSchema.safeParse({ formatVersion: 2 }).success; // => false
 * ```
 */
export const IndexDefinitionSchema: z.ZodType<IndexDefinition> = indexDefinition;

/**
 * The same shape as JSON Schema (draft 2020-12), for editors and other languages; the package ships it as
 * `schemas/index-definition-1.schema.json`.
 *
 * @example
 * ```ts
 * import { indexDefinitionJsonSchema } from "@cxmetrics/index-model/schema";
 *
 * indexDefinitionJsonSchema.$schema; // => "https://json-schema.org/draft/2020-12/schema"
 * ```
 */
export const indexDefinitionJsonSchema: Readonly<Record<string, unknown>> = {
  title: "Index definition, format 1",
  ...z.toJSONSchema(indexDefinition, { target: "draft-2020-12" }),
};
