import { type Parameter, parameterNumber } from "./parameter.js";

/** Members that hold whole numbers. */
const whole = new Set(["digits", "minimumCount", "rounded"]);

/** How trial values are chosen. */
export interface TrialManner {
  /** Against the usual direction, for parameters at the end of their range. */
  readonly backwards: boolean;
  /** Steps of 1 for every parameter. */
  readonly whole: boolean;
}

/** Manners in which a parameter may be moved, the usual one first. */
export const manners: readonly TrialManner[] = [
  { backwards: false, whole: false },
  { backwards: true, whole: false },
  { backwards: false, whole: true },
  { backwards: true, whole: true },
];

/**
 * Other numbers for parameters, each unlike all others, and so close to the old ones that no order between them is upset.
 *
 * @param round 1 or 2: two rounds give two different numbers
 */
export function trialValues(
  parameters: ReadonlyMap<Parameter, TrialManner>,
  round: 1 | 2,
): ReadonlyMap<Parameter, number> {
  const counts = new Map<string, number>();
  let k = 0;
  const values = new Map<Parameter, number>();
  for (const [parameter, manner] of parameters) {
    const value = parameterNumber(parameter);
    k += 1;
    if (manner.whole || whole.has(String(parameter.path.at(-1)))) {
      const key = parameter.node ?? "";
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      values.set(parameter, value + wholeStep(count, round, manner));
      continue;
    }
    // A share of 1 may not grow, and one of 0 may not shrink.
    const down = (value > 0 && value <= 1) !== manner.backwards;
    const step = 1e-7 * (k + 0.37 * round) * Math.max(Math.abs(value), 1e-2);
    values.set(parameter, down ? value - step : value + step);
  }
  return keepSums(values);
}

/** On either side of a value, or on one only. */
function wholeStep(count: number, round: 1 | 2, { whole: asked, backwards }: TrialManner): number {
  if (!asked && !backwards) return round === 1 ? count : -count;
  return (backwards ? -1 : 1) * (2 * count - 2 + round);
}

/** Full marks of a node are those of its children together, whatever these are. */
function keepSums(values: ReadonlyMap<Parameter, number>): ReadonlyMap<Parameter, number> {
  const sums = new Map<string, number>();
  const at = ({ path }: Parameter) => path.slice(2).join("/");
  for (const [parameter, value] of values) {
    const { node } = parameter;
    if (node !== undefined && /^children\/\d+\/maximum$/.test(at(parameter)))
      sums.set(node, (sums.get(node) ?? 0) + value);
  }
  return new Map(
    [...values].map(([parameter, value]) => {
      const sum = parameter.node === undefined ? undefined : sums.get(parameter.node);
      return [parameter, sum !== undefined && at(parameter) === "maximum" ? sum : value] as const;
    }),
  );
}
