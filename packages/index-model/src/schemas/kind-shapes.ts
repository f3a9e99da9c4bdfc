import type { LocalizedText, Provenance } from "@cxmetrics/definition";
import type { Condition, Expression } from "@cxmetrics/formula";
import * as z from "zod";
import type { Weight } from "../index-definition.js";
import { nodeIdPattern } from "../node-id.js";
import { bandIdPattern } from "../read/grades.js";

/** Shapes that the kinds share with the rest of the schema. */
export interface SharedShapes {
  readonly head: {
    readonly title: z.ZodType<LocalizedText>;
    readonly provenance: z.ZodType<Provenance>;
    readonly note: z.ZodExactOptional<z.ZodType<LocalizedText>>;
  };
  readonly expression: z.ZodType<Expression>;
  readonly condition: z.ZodType<Condition>;
  readonly weight: z.ZodType<Weight>;
}

const text = z.string().regex(/\S/);
const name = z.string().regex(nodeIdPattern);

/** Shapes of let, points, deduction, bonus, gate, membership, synthesis and defuzzify nodes. */
export function kindShapes({ head, expression, condition, weight }: SharedShapes) {
  const settings = z.record(name, expression);
  const item = z.strictObject({
    id: name,
    title: head.title,
    of: expression,
    each: z.number().min(0).exactOptional(),
    steps: z
      .array(z.strictObject({ from: z.number(), points: z.number().min(0) }))
      .min(1)
      .exactOptional(),
    atMost: z.number().min(0).exactOptional(),
    provenance: head.provenance.exactOptional(),
  });
  const adjustment = {
    items: z.array(item).min(1),
    atMost: z.number().min(0).exactOptional(),
    limits: z
      .strictObject({ lower: z.number().exactOptional(), upper: z.number().exactOptional() })
      .exactOptional(),
  };
  const statement = z.strictObject({
    attribute: text,
    confirmed: z.array(text).min(1),
    clear: z.array(text).min(1),
  });
  const effect = z.discriminatedUnion("do", [
    z.strictObject({ do: z.literal("set"), value: z.number() }),
    z.strictObject({ do: z.literal("cap"), at: z.number() }),
    z.strictObject({ do: z.literal("missing") }),
    z.strictObject({ do: z.literal("withhold") }),
    z.strictObject({ do: z.literal("cap-grade"), at: z.string().regex(bandIdPattern) }),
    z.strictObject({ do: z.literal("withhold-grade") }),
  ]);
  const bound = z.number().exactOptional();
  const membershipFunction = z.strictObject({ left: bound, from: bound, to: bound, right: bound });
  const normalise = z.enum(["sum", "none"]);
  return [
    z.strictObject({
      kind: z.literal("let"),
      ...head,
      cases: z
        .array(z.strictObject({ title: head.title.exactOptional(), when: condition, set: settings }))
        .min(1)
        .exactOptional(),
      default: settings,
      value: name.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal("points"),
      ...head,
      maximum: z.number().gt(0),
      children: z
        .array(
          z.strictObject({
            node: text,
            maximum: z.number().gt(0),
            given: z.enum(["points", "share", "score"]),
          }),
        )
        .min(1),
      notApplicable: z.enum(["prorated", "full", "zero"]),
      missing: z.discriminatedUnion("policy", [
        z.strictObject({ policy: z.literal("propagate") }),
        z.strictObject({ policy: z.literal("prorated"), minimumAvailable: weight }),
      ]),
      outOfRange: z.enum(["missing", "cap"]),
    }),
    z.strictObject({ kind: z.literal("deduction"), ...head, from: text, ...adjustment }),
    z.strictObject({ kind: z.literal("bonus"), ...head, to: text, ...adjustment }),
    z.strictObject({
      kind: z.literal("gate"),
      ...head,
      of: text,
      when: z.union([statement, condition]),
      effect,
      notAssessed: z.enum(["keep", "missing"]),
    }),
    z.strictObject({
      kind: z.literal("membership"),
      ...head,
      from: z.discriminatedUnion("method", [
        z.strictObject({ method: z.literal("shares"), counts: z.record(name, expression) }),
        z.strictObject({
          method: z.literal("functions"),
          of: expression,
          functions: z.record(name, membershipFunction),
        }),
      ]),
      normalise,
    }),
    z.strictObject({
      kind: z.literal("synthesis"),
      ...head,
      grades: z.array(name).min(1),
      children: z.array(z.strictObject({ node: text, weight })).min(1),
      operator: z.enum(["weighted-sum", "max-min", "max-product", "min-bounded-sum"]),
      normalise,
    }),
    z.strictObject({
      kind: z.literal("defuzzify"),
      ...head,
      of: text,
      values: z.record(name, z.number()),
      by: z.discriminatedUnion("method", [
        z.strictObject({
          method: z.literal("maximum-membership"),
          ties: z.enum(["highest-value", "lowest-value", "mean"]),
          digits: z.int().min(0).max(15),
        }),
        z.strictObject({ method: z.literal("weighted-average"), exponent: z.number().gt(0) }),
      ]),
    }),
  ] as const;
}

/** Shape of a node that uses a template: it stands in documents as written only. */
export function useShape({ head }: SharedShapes) {
  return z.strictObject({
    kind: z.literal("use"),
    ...head,
    template: text,
    with: z.record(name, z.union([z.number(), text])).exactOptional(),
  });
}

/** Shapes of the evidence of a leaf, of rollups, templates and constants. */
export function partShapes({ head, weight }: SharedShapes) {
  const bounds = { atLeast: z.number().exactOptional(), atMost: z.number().exactOptional() };
  const missing = z.discriminatedUnion("policy", [
    z.strictObject({ policy: z.literal("propagate") }),
    z.strictObject({ policy: z.literal("renormalise"), minimumAvailable: weight }),
  ]);
  const exact = z.union([z.number(), text]);
  return {
    evidence: z.strictObject({
      conditions: z
        .array(z.strictObject({ column: text, title: head.title, ...bounds }))
        .min(1)
        .exactOptional(),
      stated: z.array(text).min(1).exactOptional(),
    }),
    rollup: z.strictObject({
      ...head,
      by: text,
      from: text.exactOptional(),
      of: z.array(text).min(1).exactOptional(),
      method: z.enum(["arithmetic-mean", "geometric-mean", "harmonic-mean", "minimum", "maximum", "sum"]),
      weights: z.discriminatedUnion("method", [
        z.strictObject({ method: z.literal("equal") }),
        z.strictObject({ method: z.literal("column"), column: text }),
        z.strictObject({
          method: z.literal("attribute"),
          attribute: text,
          values: z.record(text, weight),
          absent: z.enum(["missing", "not-applicable"]).exactOptional(),
        }),
      ]),
      missing,
    }),
    template: z.strictObject({
      ...head,
      parameters: z.record(
        name,
        z.strictObject({
          type: z.enum(["number", "text", "column", "node"]),
          title: head.title,
          default: exact.exactOptional(),
        }),
      ),
      root: name,
      nodes: z.record(name, z.looseObject({ kind: text })),
    }),
    constant: z.strictObject({ ...head, value: exact, unit: text.exactOptional() }),
    origin: z.strictObject({ id: text, use: text, provenance: head.provenance }),
  };
}
