import type { Interval, NotComputable } from "@cxmetrics/definition";

/** A correlation with its interval. */
export interface Correlation {
  readonly status: "ok";
  readonly value: number;
  /** Pairs with both values. */
  readonly n: number;
  readonly interval: Interval | NotComputable;
}

const tooFew: NotComputable = {
  status: "not-computable",
  reason: "too-few-units",
  message: {
    en: "A correlation needs at least three objects with both values, and four for an interval.",
    zh: "相关系数至少需要三个两项均有值的对象，区间至少需要四个。",
  },
};
const alike: NotComputable = {
  status: "not-computable",
  reason: "no-variation",
  message: { en: "One of the two does not vary.", zh: "其中一项没有变化。" },
};

/** Two-sided 97.5 % point of the standard normal distribution. */
const z = 1.959963984540054;

/**
 * Pearson's correlation of two columns with the 95 % interval after Fisher's z.
 *
 * $$ \tanh\left(\operatorname{artanh} r \pm \frac{1.96}{\sqrt{n - 3}}\right) $$
 *
 * Fisher, Metron 1 (1921) 3–32. Rows that lack a value are left out.
 */
export function correlate(
  first: ArrayLike<number | null>,
  second: ArrayLike<number | null>,
): Correlation | NotComputable {
  const pairs = Array.from({ length: first.length }, (_, row) => [first[row], second[row]] as const).filter(
    (pair): pair is readonly [number, number] => pair.every((value) => Number.isFinite(value)),
  );
  const n = pairs.length;
  if (n < 3) return tooFew;
  const [x, y] = [standardised(pairs.map(([value]) => value)), standardised(pairs.map(([, value]) => value))];
  if (!x || !y) return alike;
  const product = x.reduce((sum, value, row) => sum + value * (y[row] ?? 0), 0);
  const value = Math.max(-1, Math.min(1, product));
  if (n < 4) return { status: "ok", value, n, interval: tooFew };
  if (Math.abs(value) === 1) return { status: "ok", value, n, interval: alike };
  const half = z / Math.sqrt(n - 3);
  const [lower, upper] = [Math.tanh(Math.atanh(value) - half), Math.tanh(Math.atanh(value) + half)];
  return {
    status: "ok",
    value,
    n,
    interval: { status: "ok", lower, upper, level: 0.95, method: "fisher-z" },
  };
}

/** Deviations from the mean with a sum of squares of 1; nothing where they do not vary. */
function standardised(values: readonly number[]): readonly number[] | undefined {
  const size = Math.max(...values.map(Math.abs)) || 1;
  const scaled = values.map((value) => value / size);
  const mean = scaled.reduce((sum, value) => sum + value / scaled.length, 0);
  const deviations = scaled.map((value) => value - mean);
  const length = Math.hypot(...deviations);
  return length > 1e-12 ? deviations.map((value) => value / length) : undefined;
}
