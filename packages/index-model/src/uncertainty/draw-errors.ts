import type { RandomStream } from "@cxmetrics/stats";
import type { UncertainInput } from "./uncertainty-input.js";
import type { UnitErrors } from "./unit-errors.js";

/** Writes one draw of every uncertain value of a unit into a row of its columns. */
export type ErrorDrawer = (row: number) => void;

/** Gamma numbers of rate 1 (Marsaglia and Tsang, ACM TOMS 26, 2000); shapes below 1 by their power of a uniform. */
export function gammaDrawer({ uniform }: RandomStream, normal: () => number): (shape: number) => number {
  const above = (shape: number): number => {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root ** 3;
      const u = 1 - uniform();
      if (Math.log(u) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  return (shape) => (shape >= 1 ? above(shape) : above(shape + 1) * (1 - uniform()) ** (1 / shape));
}

/**
 * Draws the errors of one unit: together what a covariance matrix joins, the rest one by one. An unknown error draws nothing: its
 * column keeps the value.
 *
 * @param targets column of each input
 */
export function errorDrawer(
  { inputs, block }: UnitErrors,
  targets: readonly Float64Array[],
  normal: () => number,
  gamma: (shape: number) => number,
): ErrorDrawer {
  // A t error is a normal one over the root of an independent χ²/ν; the columns of a matrix share theirs.
  const stretch = (df: number) => (df === Infinity ? 1 : Math.sqrt(df / 2 / gamma(df / 2)));
  const joined = new Set(block?.places);
  const alone = inputs.flatMap((input, place) => {
    const target = targets[place];
    return joined.has(place) || input.variance === null || !target ? [] : [{ input, target }];
  });
  const plain = alone.filter(({ input }) => input.dirichlet === undefined && input.df === Infinity);
  const others = alone.flatMap(({ input, target }) =>
    plain.some((one) => one.input === input)
      ? []
      : [{ target, one: drawerOf(input, normal, gamma, stretch) }],
  );
  // The one loop that runs for every draw of nearly every column: flat arrays, no closures.
  const columns = plain.map(({ target }) => target);
  const centres = Float64Array.from(plain, ({ input }) => input.value);
  const spreads = Float64Array.from(plain, ({ input }) => Math.sqrt(input.variance ?? 0));
  const scores = new Float64Array(block?.places.length ?? 0);
  return (row) => {
    if (block) {
      for (let i = 0; i < scores.length; i++) scores[i] = normal();
      const factor = stretch(block.df);
      for (let i = 0; i < scores.length; i++) {
        const place = block.places[i] as number;
        const line = block.factor[i] as Float64Array;
        let sum = 0;
        for (let k = 0; k <= i; k++) sum += (line[k] as number) * (scores[k] as number);
        (targets[place] as Float64Array)[row] = (inputs[place] as UncertainInput).value + sum * factor;
      }
    }
    for (let i = 0; i < columns.length; i++)
      (columns[i] as Float64Array)[row] = (centres[i] as number) + (spreads[i] as number) * normal();
    for (const { target, one } of others) target[row] = one();
  };
}

function drawerOf(
  { value, variance, df, dirichlet }: UncertainInput,
  normal: () => number,
  gamma: (shape: number) => number,
  stretch: (df: number) => number,
): () => number {
  if (dirichlet)
    return () => {
      let whole = 0;
      let sum = 0;
      dirichlet.alpha.forEach((alpha, i) => {
        const part = gamma(alpha);
        whole += part;
        sum += part * (dirichlet.values[i] ?? 0);
      });
      return whole > 0 ? sum / whole : value;
    };
  const error = Math.sqrt(variance ?? 0);
  return () => value + error * normal() * stretch(df);
}
