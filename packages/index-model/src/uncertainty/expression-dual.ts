import {
  type Arithmetic,
  type Clamp,
  type Condition,
  type Conditional,
  type Expression,
  type PowerMean,
  type Round,
  rational,
  roundDecimal,
  weightToNumber,
} from "@cxmetrics/formula";
import { combined, constantDual, type Dual, type Kink } from "./dual.js";
import { orderedMeanDual, spreadDual } from "./spread-dual.js";
import { piecewiseDual, stepDual } from "./table-dual.js";
import { UnknownOperation } from "./unknown-operation.js";

/** What a formula needs to be differentiated for one unit. */
export interface DualContext {
  /** Inputs by name. */
  readonly read: (name: string) => Dual;
  /** Number of uncertain inputs. */
  readonly size: number;
  /** Told of every place where the formula changes its course; answers whether it is near. */
  readonly kink: (kink: Kink) => boolean;
}

/**
 * Value and derivatives of a formula by forward accumulation (Wengert, CACM 7(8), 1964): the chain rule, operation by operation,
 * with no step size. At a bound the derivative is the one inside it. A rounding passes derivatives on only where a boundary is near:
 * its own derivative is 0 nearly everywhere.
 */
export function dualOf(expression: Expression, context: DualContext): Dual {
  if (typeof expression === "number") return constantDual(expression, context.size);
  if (typeof expression === "string") {
    const constant = rational(expression);
    return constant ? constantDual(weightToNumber(expression), context.size) : context.read(expression);
  }
  switch (expression.op) {
    case "power-mean":
      return powerMean(expression, context);
    case "clamp":
      return clamp(expression, context);
    case "round":
      return round(expression, context);
    case "if":
      return conditional(expression, context);
    case "ordered-mean":
      return orderedMeanDual(expression, context, (part) => dualOf(part, context));
    case "spread":
      return spreadDual(expression, context, (part) => dualOf(part, context));
    case "piecewise":
      return piecewiseDual(expression, context, (part) => dualOf(part, context));
    case "step":
      return stepDual(expression, context, (part) => dualOf(part, context));
    case "absent":
      return constantDual(null, context.size);
    case "coalesce": {
      // For which faults the next one is tried shows in the value, which is held against the score.
      const found = expression.of.map((part) => dualOf(part, context)).find(({ value }) => value !== null);
      return found ?? constantDual(null, context.size);
    }
    case "available":
      throw new UnknownOperation(expression.op);
    default:
      return arithmetic(expression, context);
  }
}

function arithmetic({ op, of, missing }: Arithmetic, context: DualContext): Dual {
  const { size } = context;
  const all = of.map((part) => dualOf(part, context));
  const present = all.filter(({ value }) => value !== null);
  const parts = missing === undefined || present.length === 0 ? all : present;
  const numbers: number[] = [];
  for (const part of parts) {
    if (part.value === null) return constantDual(null, size);
    numbers.push(part.value);
  }
  const [a = 0, b = 0] = numbers;
  const chain = (value: number, ...factors: readonly number[]) =>
    combined(
      value,
      size,
      parts.map(({ gradient }, i) => ({ factor: factors[i] ?? 0, gradient })),
    );
  switch (op) {
    case "add":
      return chain(
        numbers.reduce((sum, x) => sum + x, 0),
        ...numbers.map(() => 1),
      );
    case "subtract":
      return chain(a - b, 1, -1);
    case "multiply": {
      const others = numbers.map((_, i) =>
        numbers.reduce((product, x, j) => (i === j ? product : product * x), 1),
      );
      return chain(
        numbers.reduce((product, x) => product * x, 1),
        ...others,
      );
    }
    case "divide":
      return b === 0 ? constantDual(null, size) : chain(a / b, 1 / b, -a / b / b);
    case "power": {
      const value = a ** b;
      const byBase = b === 0 ? 0 : b * a ** (b - 1);
      return chain(value, finite(byBase), a > 0 ? finite(value * Math.log(a)) : 0);
    }
    case "negate":
      return chain(-a, -1);
    case "ln":
      if (parts[0]) context.kink({ kind: "limit", margin: a, gradient: parts[0].gradient });
      return a > 0 ? chain(Math.log(a), 1 / a) : constantDual(null, size);
    case "exp":
      return chain(Math.exp(a), Math.exp(a));
    case "absolute":
      if (parts[0]) context.kink({ kind: "choice", margin: a, gradient: parts[0].gradient });
      return chain(Math.abs(a), a < 0 ? -1 : 1);
    case "minimum":
    case "maximum":
      return extreme(parts, op === "minimum" ? -1 : 1, context);
    default:
      throw new UnknownOperation(op);
  }
}

function extreme(parts: readonly Dual[], sign: 1 | -1, context: DualContext): Dual {
  let best = parts[0] as Dual;
  for (const part of parts) if (sign * ((part.value ?? 0) - (best.value ?? 0)) > 0) best = part;
  for (const part of parts) if (part !== best) context.kink(between("choice", best, part, context.size));
  return best;
}

/** Distance between two values. */
function between(kind: Kink["kind"], a: Dual, b: Dual, size: number): Kink {
  const { gradient } = combined(0, size, [
    { factor: 1, gradient: a.gradient },
    { factor: -1, gradient: b.gradient },
  ]);
  return { kind, margin: (a.value ?? 0) - (b.value ?? 0), gradient };
}

function clamp({ of, lower, upper }: Clamp, context: DualContext): Dual {
  const x = dualOf(of[0], context);
  const low = lower === undefined ? undefined : dualOf(lower, context);
  const high = upper === undefined ? undefined : dualOf(upper, context);
  if (x.value === null || low?.value === null || high?.value === null)
    return constantDual(null, context.size);
  for (const bound of [low, high]) if (bound) context.kink(between("clamp", x, bound, context.size));
  // The order of formula's own clamp: the lower bound first, the upper one has the last word.
  let out: Dual = x;
  if (low && x.value < (low.value ?? 0)) out = low;
  if (high && (out.value ?? 0) > (high.value ?? 0)) out = high;
  return out;
}

function round({ of, digits, mode }: Round, context: DualContext): Dual {
  const x = dualOf(of[0], context);
  if (x.value === null) return x;
  const value = roundDecimal(x.value, digits, mode);
  const step = 10 ** -digits;
  const boundary = mode === "half-up" || mode === "half-even" ? 0.5 : 0;
  const position = x.value / step - boundary;
  const margin = (position - Math.round(position)) * step;
  const near = context.kink({ kind: "rounding", margin, gradient: x.gradient });
  return near ? { value, gradient: x.gradient } : constantDual(value, context.size);
}

function conditional(expression: Conditional, context: DualContext): Dual {
  const decided = holds(expression.when, context);
  if (decided === undefined) return constantDual(null, context.size);
  return dualOf(decided ? expression.then : expression.else, context);
}

/** True, false, or undecided where a value is lacking; every comparison is a place where the course may change. */
function holds(condition: Condition, context: DualContext): boolean | undefined {
  if ("not" in condition) {
    const inner = holds(condition.not, context);
    return inner === undefined ? undefined : !inner;
  }
  if ("all" in condition || "any" in condition) {
    const every = "all" in condition;
    const found = (every ? condition.all : condition.any).map((part) => holds(part, context));
    if (found.includes(!every)) return !every;
    return found.includes(undefined) ? undefined : every;
  }
  const a = dualOf(condition.of[0], context);
  const b = dualOf(condition.of[1], context);
  if (a.value === null || b.value === null) return undefined;
  context.kink(between("gate", a, b, context.size));
  switch (condition.compare) {
    case "<":
      return a.value < b.value;
    case "<=":
      return a.value <= b.value;
    case ">":
      return a.value > b.value;
    case ">=":
      return a.value >= b.value;
    case "=":
      return a.value === b.value;
    case "!=":
      return a.value !== b.value;
    default:
      throw new UnknownOperation("compare");
  }
}

function powerMean({ of, weights, exponent }: PowerMean, context: DualContext): Dual {
  if (typeof exponent !== "number") throw new UnknownOperation("power-mean");
  const parts = of.flatMap((child, i) => {
    const weight = weights === undefined ? 1 : weightToNumber(weights[i] ?? 0);
    const dual = dualOf(child, context);
    return weight > 0 && dual.value !== null ? [{ weight, x: dual.value, gradient: dual.gradient }] : [];
  });
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return constantDual(null, context.size);
  const shares = parts.map(({ weight, x, gradient }) => ({ share: weight / whole, x, gradient }));
  if (exponent !== 1)
    for (const { x, gradient } of shares) context.kink({ kind: "limit", margin: x, gradient });
  const mean =
    exponent === 0
      ? Math.exp(shares.reduce((sum, { share, x }) => sum + share * Math.log(x), 0))
      : shares.reduce((sum, { share, x }) => sum + share * x ** exponent, 0) ** (1 / exponent);
  return combined(
    mean,
    context.size,
    shares.map(({ share, x, gradient }) => ({
      factor: exponent === 1 ? share : finite(share * (x / mean) ** (exponent - 1)),
      gradient,
    })),
  );
}

/** A derivative that has no finite limit (a mean of powers at 0) counts as 0; the place is told as a `limit`. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
