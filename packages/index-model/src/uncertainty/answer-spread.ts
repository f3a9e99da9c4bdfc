import {
  CxMetricsError,
  expectList,
  expectNumber,
  expectRecord,
  type ProblemPath,
} from "@cxmetrics/definition";
import { normalDistribution } from "@cxmetrics/stats";
import { badCounts } from "./problems.js";

/** Answers by kind with their mean. */
export interface Answers {
  readonly values: readonly number[];
  readonly counts: readonly number[];
  readonly n: number;
  readonly mean: number;
  /** Variance of one answer. */
  readonly spread: number;
}

/** Reads answers by kind. */
export function readAnswerCounts(
  value: unknown,
  path: ProblemPath,
  named: { readonly column: string; readonly unit: string },
): Answers {
  const record = expectRecord(value, path, ["values", "counts"]);
  const values = expectList(record["values"], [...path, "values"], (item, at) =>
    expectNumber(item, at, { least: -1e100, most: 1e100 }),
  );
  const counts = expectList(record["counts"], [...path, "counts"], (item, at) =>
    expectNumber(item, at, { least: 0, most: 1e15 }),
  );
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (values.length !== counts.length || new Set(values).size < 2 || n === 0)
    throw new CxMetricsError(badCounts, { path, values: named });
  const moments = momentsOf(values, counts);
  return { values, counts, n, ...moments };
}

function momentsOf(values: readonly number[], weights: readonly number[]) {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = values.reduce((sum, x, i) => sum + (x * (weights[i] ?? 0)) / whole, 0);
  const spread = values.reduce((sum, x, i) => sum + ((weights[i] ?? 0) / whole) * (x - mean) ** 2, 0);
  return { mean, spread };
}

/** Pseudo-count of each kind: Jeffreys' prior for a multinomial. */
const jeffreys = 0.5;

/**
 * Variance of the mean of answers by kind, and the Dirichlet distribution from which it is drawn. With a known standard error the counts
 * shrink or grow to the effective size that has it. Where all answers agree, the variance is that of Wilson's interval for two kinds
 * (half its width over z, JASA 22, 1927) and of the posterior under Jeffreys' prior for more: agreement of few is no certainty.
 */
export function spreadOfCounts(answers: Answers, known: number | undefined, level: number) {
  const { values, counts, n, spread } = answers;
  const size = known && spread > 0 ? spread / known ** 2 : n;
  const alpha = counts.map((count) => (count * size) / n + jeffreys);
  const dirichlet = { values, alpha };
  if (spread > 0) return { variance: known ? known * known : spread / n, dirichlet };
  if (known) return { variance: known * known };
  if (values.length === 2) {
    const z2 = normalDistribution.quantile((1 + level) / 2) ** 2;
    const gap = Math.abs((values[1] ?? 0) - (values[0] ?? 0));
    return { variance: ((gap * Math.sqrt(z2 / (4 * n * n))) / (1 + z2 / n)) ** 2, dirichlet };
  }
  const whole = alpha.reduce((sum, a) => sum + a, 0);
  return { variance: momentsOf(values, alpha).spread / (whole + 1), dirichlet };
}
