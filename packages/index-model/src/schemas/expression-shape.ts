import { type Condition, type Expression, faults } from "@cxmetrics/formula";
import * as z from "zod";
import { text } from "./primitives.js";

/** Shape of a formula; names and arities are left to `parseExpression`. */
export const expression: z.ZodType<Expression> = z
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
/** Shape of a condition. */
export const condition: z.ZodType<Condition> = z
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
