import type { Block, Compiler, Step } from "../block.js";
import type { Expression } from "../expression.js";
import { faultCode } from "../fault-code.js";

/**
 * A value limited, shifted, divided, stretched and shifted again by constants, in this order, each of them optional: what
 * most normalisers come to. One loop over the rows does all of it, with the very operations in the very order.
 */
export interface Scaling {
  readonly lower: number;
  readonly upper: number;
  /** $x - c$ for 1, $c - x$ for −1. */
  readonly sign: 1 | -1;
  readonly from: number;
  readonly divisor: number;
  readonly factor: number;
  readonly plus: number;
}

/** A chain as it was found: over what, and of how many links. */
interface Chain extends Scaling {
  readonly of: Expression;
  readonly links: number;
}

/** The number that a part stands for, where it reads no input. */
type ConstantOf = (part: Expression) => number | undefined;

/** A step for a chain of two or more links; `undefined` for any other expression. */
export function scalingStep(expression: Expression, compiler: Compiler): Step | undefined {
  const scaling = readScaling(expression, compiler.constant);
  if (scaling.links < 2) return undefined;
  const inner = compiler.step(scaling.of);
  // The rows of `inner` stay for whoever scales them on the way.
  const out = compiler.outcomeOf([]);
  const closed = isClosed(scaling);
  return {
    buffer: out,
    scaled: { of: inner, by: scaling },
    read: (start, count) => {
      const block = inner.read(start, count);
      scale(block.values, count, scaling, out.values);
      out.faulty = block.faulty;
      if (!closed && !allFinite(out.values, count)) explain(block, count, scaling, out);
      else if (block.faulty) passOn(block, count, out);
      else out.fault.fill(0, 0, count);
      return out;
    },
  };
}

function readScaling(expression: Expression, constantOf: ConstantOf): Chain {
  let rest = expression;
  let links = 0;
  /** Peels one link off the outside: gives its constant, and goes on with the other operand. */
  const peel = (op: "add" | "multiply" | "divide" | "subtract", side: "either" | "second" | "first") => {
    if (typeof rest !== "object" || rest.op !== op || rest.of.length !== 2) return undefined;
    if ("missing" in rest && rest.missing !== undefined) return undefined;
    const [a = 0, b = 0] = rest.of;
    const second = side === "first" ? undefined : constantOf(b);
    const first = side === "second" || second !== undefined ? undefined : constantOf(a);
    const constant = second ?? first;
    if (constant === undefined) return undefined;
    rest = second === undefined ? b : a;
    links += 1;
    return constant;
  };

  const plus = peel("add", "either") ?? 0;
  const factor = peel("multiply", "either") ?? 1;
  const divisor = peel("divide", "second") ?? 1;
  const down = peel("subtract", "second");
  const up = down === undefined ? peel("subtract", "first") : undefined;
  let lower = Number.NEGATIVE_INFINITY;
  let upper = Number.POSITIVE_INFINITY;
  if (typeof rest === "object" && rest.op === "clamp") {
    const least = rest.lower === undefined ? lower : constantOf(rest.lower);
    const most = rest.upper === undefined ? upper : constantOf(rest.upper);
    // Where computed bounds cross, the ordinary way says which one holds.
    if (least !== undefined && most !== undefined && least <= most) {
      [lower, upper, rest] = [least, most, rest.of[0]];
      links += 1;
    }
  }
  const sign = up === undefined ? 1 : -1;
  return { of: rest, links, lower, upper, sign, from: down ?? up ?? 0, divisor, factor, plus };
}

function scale(
  values: Float64Array,
  count: number,
  { lower, upper, sign, from, divisor, factor, plus }: Scaling,
  out: Float64Array,
): void {
  for (let row = 0; row < count; row += 1) {
    const limited = Math.min(Math.max(values[row] as number, lower), upper);
    out[row] = (((limited - from) * sign) / divisor) * factor + plus;
  }
}

/** Whether every number gives a number: the chain is monotone, so the ends of the limits tell. */
function isClosed({ lower, upper, sign, from, divisor, factor, plus }: Scaling): boolean {
  return [lower, upper].every((end) => {
    const shifted = (end - from) * sign;
    const shares = [
      shifted,
      shifted / divisor,
      (shifted / divisor) * factor,
      (shifted / divisor) * factor + plus,
    ];
    return divisor !== 0 && shares.every(Number.isFinite);
  });
}

/** Row after row, each with the code of the link at which it fails. */
function explain(block: Block, count: number, scaling: Scaling, out: Block): void {
  out.faulty = true;
  for (let row = 0; row < count; row += 1) {
    const before = block.fault[row] as number;
    const sound = before === 0 && Number.isFinite(out.values[row]);
    out.fault[row] = sound ? 0 : before !== 0 ? before : codeOf(block.values[row] as number, scaling);
    if (!sound) out.values[row] = 0;
  }
}

function codeOf(value: number, { lower, upper, from, divisor }: Scaling): number {
  const limited = Math.min(Math.max(value, lower), upper);
  const divides = divisor === 0 && Number.isFinite(limited - from);
  return divides ? faultCode["division-by-zero"] : faultCode.overflow;
}

function passOn({ fault }: Block, count: number, out: Block): void {
  for (let row = 0; row < count; row += 1) {
    const code = fault[row] as number;
    out.fault[row] = code;
    if (code !== 0) out.values[row] = 0;
  }
}

function allFinite(values: Float64Array, count: number): boolean {
  let check = 0;
  for (let row = 0; row < count; row += 1) check += (values[row] as number) * 0;
  return check === 0;
}
