import type { Column } from "../column.js";
import type { Arithmetic, Operation } from "../expression.js";
import { faultCode } from "../fault-code.js";
import { passedOver } from "../operations/coalesce.js";
import { members } from "../operations/parse-pairs.js";
import { comparisonsOf, decide } from "./decide.js";
import { reductionSlopes } from "./reduction-slopes.js";

/** Slopes of one operation in one row, by its operands in the order in which `mapOperands` visits them. */
export interface Slopes {
  readonly by: Float64Array;
  kink: boolean;
  stepped: boolean;
}

/** Writes the slopes of a row that has a value. */
export type SlopeRule = (operands: readonly Column[], row: number, value: number, out: Slopes) => void;

/** The rule of an operation. */
export function localSlopes(operation: Operation): SlopeRule {
  switch (operation.op) {
    case "power-mean":
    case "ordered-mean":
    case "spread":
      return reductionSlopes(operation);
    case "available":
    case "absent":
      return () => {};
    case "round":
    case "step":
      return (_operands, _row, _value, out) => {
        out.stepped = true;
      };
    case "coalesce": {
      const passed = new Set(passedOver(operation).map((reason) => faultCode[reason]));
      return (operands, row, _value, out) => {
        const chosen = operands.findIndex(({ fault }) => !passed.has(fault[row] as number));
        if (chosen >= 0) out.by[chosen] = 1;
      };
    }
    case "clamp": {
      // Bounds are visited before the operand.
      const bounds = [operation.lower, operation.upper].filter((bound) => bound !== undefined).length;
      const upper = operation.upper === undefined ? -1 : bounds - 1;
      const lower = operation.lower === undefined ? -1 : 0;
      return (operands, row, value, out) => {
        const at = (k: number) => operands[k]?.values[row] as number;
        const x = at(bounds);
        const bends = [lower, upper].some((bound) => bound >= 0 && at(bound) === x);
        const inside = x === value;
        const held = inside ? bounds : upper >= 0 && at(upper) === value ? upper : lower;
        if (held >= 0) out.by[held] = 1;
        out.kink = bends;
      };
    }
    case "if": {
      const pairs = comparisonsOf(operation.when);
      return (operands, row, _value, out) => {
        const at = (k: number) => operands[k]?.values[row] as number;
        const sound = (k: number) => operands[k]?.fault[row] === 0;
        for (let pair = 0; pair < pairs; pair += 1) {
          const [a, b] = [2 + 2 * pair, 3 + 2 * pair];
          if (sound(a) && sound(b) && at(a) === at(b)) out.kink = true;
        }
        const holds = decide(operation.when, (pair, compare) => {
          const [a, b] = [2 + 2 * pair, 3 + 2 * pair];
          return sound(a) && sound(b) ? compare(at(a), at(b)) : undefined;
        });
        if (holds !== undefined) out.by[holds ? 0 : 1] = 1;
      };
    }
    case "piecewise": {
      const [xs, ys] = [members(operation.knots, 0), members(operation.knots, 1)];
      return ([x], row, _value, out) => {
        const at = x?.values[row] as number;
        const last = xs.length - 1;
        out.kink = xs.includes(at);
        const outside = at < (xs[0] as number) || at > (xs[last] as number);
        if (outside && operation.beyond === "clamp") return;
        const above = xs.findIndex((knot) => knot > at);
        const k = above < 0 ? last : Math.max(above, 1);
        out.by[0] = ((ys[k] as number) - (ys[k - 1] as number)) / ((xs[k] as number) - (xs[k - 1] as number));
      };
    }
    default:
      return operation.missing === undefined ? arithmeticSlopes(operation) : reductionSlopes(operation);
  }
}

/** Slopes of arithmetic over operands that are all there. */
function arithmeticSlopes({ op }: Arithmetic): SlopeRule {
  return (operands, row, value, out) => {
    const x = operands.map(({ values }) => values[row] as number);
    slopesOfSound(
      op,
      x,
      value,
      out,
      x.map((_, k) => k),
    );
  };
}

/** Slopes by values `x`, written at `places`. */
export function slopesOfSound(
  op: Arithmetic["op"],
  x: readonly number[],
  value: number,
  out: Slopes,
  places: readonly number[],
): void {
  const put = (k: number, slope: number) => {
    out.by[places[k] as number] = slope;
  };
  const [a = 0, b = 0] = x;
  switch (op) {
    case "add":
      x.forEach((_, k) => {
        put(k, 1);
      });
      return;
    case "subtract":
      put(0, 1);
      put(1, -1);
      return;
    case "multiply":
      x.forEach((_, k) => {
        put(
          k,
          x.reduce((product, factor, j) => (j === k ? product : product * factor), 1),
        );
      });
      return;
    case "divide":
      put(0, 1 / b);
      put(1, -value / b);
      return;
    case "power":
      put(0, b === 0 ? 0 : b * a ** (b - 1));
      // By the exponent there is a slope only where the base is positive.
      put(1, a > 0 ? value * Math.log(a) : a === 0 && b > 0 ? 0 : Number.NaN);
      return;
    case "negate":
      put(0, -1);
      return;
    case "ln":
      put(0, 1 / a);
      return;
    case "exp":
      put(0, value);
      return;
    case "absolute":
      put(0, a < 0 ? -1 : 1);
      out.kink = a === 0;
      return;
    case "minimum":
    case "maximum":
      put(x.indexOf(value), 1);
      out.kink = x.filter((one) => one === value).length > 1;
      return;
  }
}
