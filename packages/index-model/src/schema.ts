import { LocalizedTextSchema, ProvenanceSchema } from "@cxmetrics/domain/schema";
import { type Condition, type Expression, faults } from "@cxmetrics/formula";
import * as z from "zod";
import { aggregateMethods } from "./aggregates/registry.js";
import type { CohortParameters } from "./cohort/cohort-method.js";
import { cohortMethodNames } from "./cohort/registry.js";
import { imputationMethods } from "./imputations/registry.js";
import type {
  Aggregate,
  Grades,
  Imputation,
  IndexDefinition,
  IndexNode,
  Normaliser,
  Treatment,
} from "./index-definition.js";
import { nodeIdPattern } from "./node-id.js";
import { normaliserMethods } from "./normalisers/registry.js";
import type { ParameterSpec, ParameterSpecs } from "./parameters/parameter-spec.js";
import { bandIdPattern } from "./read/grades.js";
import { weightPattern } from "./read/weight.js";
import { kindShapes, partShapes, useShape } from "./schemas/kind-shapes.js";
import { treatmentMethods } from "./treatments/registry.js";
import { type WeightMethodName, weightMethods } from "./weights/registry.js";

const text = z.string().regex(/\S/);
const name = z.string().regex(nodeIdPattern);
const localizedText = LocalizedTextSchema.meta({ id: "LocalizedText" });
const provenance = ProvenanceSchema.meta({ id: "Provenance" });
const weight = z.union([z.number().min(0), z.string().regex(weightPattern)]).meta({ id: "Weight" });

const expression: z.ZodType<Expression> = z
  .lazy(() => z.union([z.number(), z.string(), operation]))
  .meta({ id: "Expression" });
const exact = z.union([z.number(), text]);
const coverage = { minimumAvailable: exact.exactOptional(), minimumCount: z.int().min(1).exactOptional() };
const renormalising = { missing: z.enum(["propagate", "renormalise"]).exactOptional(), ...coverage };
const operands = z.array(expression).min(1);
const operandWeights = z.array(exact);
const nary = z.strictObject({
  op: z.enum(["add", "multiply", "minimum", "maximum"]),
  of: operands,
  missing: z.enum(["propagate", "skip"]).exactOptional(),
  ...coverage,
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
  of: operands,
  weights: operandWeights.exactOptional(),
  ...renormalising,
});
const orderedMean = z.strictObject({
  op: z.literal("ordered-mean"),
  of: operands,
  weights: operandWeights,
  ...renormalising,
});
const spread = z.strictObject({
  op: z.literal("spread"),
  type: z.enum(["population", "sample"]),
  of: operands,
  weights: operandWeights.exactOptional(),
  ...renormalising,
});
const available = z.strictObject({
  op: z.literal("available"),
  as: z.enum(["share", "count"]),
  of: operands,
  weights: operandWeights.exactOptional(),
});
const coalesce = z.strictObject({
  op: z.literal("coalesce"),
  of: operands,
  for: z.array(z.enum(faults.filter((fault) => fault !== "none"))).exactOptional(),
});
const absent = z.strictObject({
  op: z.literal("absent"),
  reason: z.enum(["missing", "not-applicable", "withheld"]),
});
const pair = z.tuple([exact, exact]);
const piecewise = z.strictObject({
  op: z.literal("piecewise"),
  of: z.tuple([expression]),
  knots: z.array(pair).min(2),
  beyond: z.enum(["clamp", "extrapolate", "undefined"]),
});
const step = z.strictObject({
  op: z.literal("step"),
  of: z.tuple([expression]),
  steps: z.array(pair).min(1),
  boundary: z.enum(["lower-included", "upper-included"]),
  below: exact,
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
const operation = z.union([
  nary,
  binary,
  unary,
  powerMean,
  orderedMean,
  spread,
  available,
  coalesce,
  absent,
  piecewise,
  step,
  clamp,
  round,
  conditional,
]);

const shared = {
  head: { title: localizedText, provenance, note: localizedText.exactOptional() },
  expression,
  condition,
  weight,
};
const parts = partShapes(shared);
const head = { ...shared.head, origin: parts.origin.exactOptional() };
const range = z.strictObject({ lower: z.number(), upper: z.number() });
const scopeOf = (eachPeriod: boolean) =>
  z.union([
    eachPeriod ? z.enum(["pooled", "each-period"]) : z.literal("pooled"),
    z.strictObject({ period: text }),
  ]);

/** The shape of one parameter of a method. */
function parameter(spec: ParameterSpec): z.ZodType {
  switch (spec.type) {
    case "number": {
      let number: z.ZodNumber = spec.integer ? z.int() : z.number();
      if (spec.atLeast !== undefined) number = number.min(spec.atLeast);
      if (spec.atMost !== undefined) number = number.max(spec.atMost);
      if (spec.above !== undefined) number = number.gt(spec.above);
      if (spec.below !== undefined) number = number.lt(spec.below);
      return number;
    }
    case "choice":
      return z.enum(spec.of);
    case "text":
    case "node":
      return text;
    case "range":
      return range;
    case "weight":
    case "share":
      return weight;
    case "scope":
      return scopeOf(spec.eachPeriod === true);
    case "list":
      return z.array(parameter(spec.of)).min(spec.least ?? 0);
    case "record":
      return z.strictObject(members(spec.members));
    case "either":
      return z.union(spec.of.map(parameter));
  }
}

/** The shapes of the parameters of a method. */
function members(specs: ParameterSpecs): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(specs).map(([key, spec]) => [
      key,
      spec.optional ? parameter(spec).exactOptional() : parameter(spec),
    ]),
  );
}

/** One shape for each method of a registry. */
function methodsOf<Method>(
  registry: Readonly<Record<string, { parameters: ParameterSpecs }>>,
): z.ZodType<Method> {
  const shapes = Object.entries(registry).map(([method, { parameters }]) =>
    z.strictObject({ method: z.literal(method), ...members(parameters) }),
  );
  return z.discriminatedUnion(
    "method",
    shapes as unknown as [z.core.$ZodTypeDiscriminable],
  ) as unknown as z.ZodType<Method>;
}

const normaliser = methodsOf<Normaliser>(normaliserMethods);
const treatment = methodsOf<Treatment>(treatmentMethods);
const imputation = methodsOf<Imputation>(imputationMethods);
const codes = z.array(z.number()).min(1).exactOptional();
const adjustment = z.strictObject({
  unit: text,
  period: text.exactOptional(),
  from: z.number().nullable(),
  to: z.number().nullable(),
  reason: localizedText,
  by: text,
  provenance,
});
const indicator = z.strictObject({
  kind: z.literal("indicator"),
  ...head,
  column: text.exactOptional(),
  unit: text,
  source: z.enum(["survey", "expert", "behaviour", "operational", "text", "statistic"]),
  codes: z.strictObject({ notApplicable: codes, refused: codes, missing: codes }).exactOptional(),
  adjustments: z.array(adjustment).min(1).exactOptional(),
  evidence: parts.evidence.exactOptional(),
  lag: text.exactOptional(),
  transform: expression.exactOptional(),
  impute: imputation.exactOptional(),
  treat: treatment.exactOptional(),
  normalise: normaliser,
  appliesTo: z.strictObject({ attribute: text, values: z.array(text).min(1) }).exactOptional(),
  tags: z.record(name, name).exactOptional(),
});
const missing = z.discriminatedUnion("policy", [
  z.strictObject({ policy: z.enum(["propagate", "zero", "mean-of-others", "worst", "best", "bounds"]) }),
  z.strictObject({ policy: z.literal("constant"), value: z.number() }),
  z.strictObject({
    policy: z.literal("renormalise"),
    minimumAvailable: weight,
    minimumCount: z.int().min(1).exactOptional(),
  }),
]);
const weighting = z.strictObject({
  method: z.enum(Object.keys(weightMethods) as WeightMethodName[]),
  input: z.unknown().exactOptional(),
  options: z.record(z.string(), z.unknown()).exactOptional(),
  over: scopeOf(false).exactOptional(),
});
const child = z.strictObject({
  node: text,
  weight: weight.exactOptional(),
  weightColumn: text.exactOptional(),
});
/** One shape for each method, with the members of that method. */
const aggregates = Object.entries(aggregateMethods).map(([method, { parameters }]) =>
  z.strictObject({
    kind: z.literal("aggregate"),
    ...head,
    method: z.literal(method),
    children: z.array(child).min(1),
    missing,
    mustSum: weight.exactOptional(),
    weighting: weighting.exactOptional(),
    ...members(parameters),
  }),
);
const aggregate = z.discriminatedUnion(
  "method",
  aggregates as unknown as [z.core.$ZodTypeDiscriminable],
) as unknown as z.ZodType<Aggregate> & z.core.$ZodTypeDiscriminable;
const formula = z.strictObject({ kind: z.literal("formula"), ...head, expression });
const cohort = z.strictObject({
  kind: z.literal("cohort"),
  ...head,
  algorithm: z.looseObject({ method: z.enum(cohortMethodNames) }) as unknown as z.ZodType<CohortParameters>,
  children: z.array(z.strictObject({ node: text, weight: weight.exactOptional() })).min(1),
});
const rescale = z.strictObject({ kind: z.literal("rescale"), ...head, of: text, normalise: normaliser });
const ranking = z.strictObject({
  of: text,
  order: z.enum(["descending", "ascending"]),
  ties: z.enum(["minimum", "average", "dense", "ordinal", "maximum"]),
  rounded: z.int().min(-15).max(15).exactOptional(),
});
const kinds = [indicator, aggregate, formula, cohort, ...kindShapes({ ...shared, head }), rescale] as const;
const node = z.discriminatedUnion("kind", kinds);
const writtenNode = z.discriminatedUnion("kind", [...kinds, useShape({ ...shared, head })]);
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
    .array(
      z.strictObject({
        node: text,
        raw: z.literal(true).exactOptional(),
        atLeast: z.number().exactOptional(),
        atMost: z.number().exactOptional(),
      }),
    )
    .min(1)
    .exactOptional(),
  quota: weight.exactOptional(),
});
const grades = z.strictObject({
  of: text,
  bands: z.array(grade).min(1),
  boundary: z.enum(["lower-included", "upper-included"]).exactOptional(),
  onFailedCondition: z.enum(["lower-by-one", "band-that-fits"]),
  veto: z.strictObject({ attribute: text, title: localizedText }).exactOptional(),
  gates: z.array(text).min(1).exactOptional(),
  quotaTies: z.enum(["lower", "keep"]).exactOptional(),
});
const fittedValues = z.record(text, z.union([z.number(), z.array(z.number())]));
const fittedNode = z.strictObject({
  impute: fittedValues.exactOptional(),
  treat: fittedValues.exactOptional(),
  normalise: fittedValues.exactOptional(),
  aggregate: z.record(text, z.union([z.number(), z.string(), z.array(z.number())])).exactOptional(),
  weights: z.array(z.number().min(0)).min(1).exactOptional(),
  n: z.record(text, z.int().min(0)),
  notFitted: z
    .record(
      text,
      z.strictObject({ status: z.literal("not-computable"), reason: text, message: localizedText }),
    )
    .exactOptional(),
  diagnostics: z.record(text, z.unknown()).exactOptional(),
});
const calibration = z.strictObject({
  population: localizedText.exactOptional(),
  period: text.exactOptional(),
  n: z.int().min(1),
  dataDigest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  source: z.strictObject({ id: text, version: text, digest: text }),
  nodes: z.record(name, fittedNode),
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
  nodes: z.record(name, writtenNode),
  views: z.record(name, view).exactOptional(),
  grades: grades.exactOptional(),
  templates: z.record(name, parts.template).exactOptional(),
  constants: z.record(name, parts.constant).exactOptional(),
  rollups: z.record(name, parts.rollup).exactOptional(),
  expandedFrom: text.exactOptional(),
  ranking: ranking.exactOptional(),
  scope: z.literal("batch").exactOptional(),
  calibration: calibration.exactOptional(),
});

/** Shape of a formula; its names and arities are left to `parseExpression`. */
export const ExpressionSchema: z.ZodType<Expression> = expression;

/** Shape of one node of an index. */
export const IndexNodeSchema: z.ZodType<IndexNode> = node;

/** Shape of the grades of an index. */
export const GradesSchema: z.ZodType<Grades> = grades;

/**
 * Shape of an index definition, as zod schema: what an editor or a form can check. `defineIndex` checks more: links,
 * circles, weights, goalposts, bands, views. It takes documents as written, templates included; the type is that of the definition
 * that `defineIndex` gives.
 *
 * @example
 * ```ts
 * import { IndexDefinitionSchema } from "@cxmetrics/index-model/schema";
 *
 * IndexDefinitionSchema.safeParse({ formatVersion: 2 }).success; // => false
 * ```
 */
export const IndexDefinitionSchema = indexDefinition as unknown as z.ZodType<IndexDefinition>;

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
