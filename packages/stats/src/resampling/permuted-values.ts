import { combinationCount, eachCombination } from "./combinations.js";
import type { TwoSampleStatistic } from "./permutation-test.js";
import type { RandomStream } from "./random-stream.js";
import { statisticValue } from "./statistic-value.js";

const divisionLimit = 200_000;
/** Numbers handed to the statistic over all divisions. */
const workLimit = 2e8;

/** The statistic of every division of the pooled values into groups of the same sizes; null where there are too many. */
export function enumeratedValues(
  a: readonly number[],
  b: readonly number[],
  statistic: TwoSampleStatistic,
): { readonly values: readonly number[]; readonly divisions: number } | null {
  const pooled = [...a, ...b];
  const n = pooled.length;
  const divisions = combinationCount(n, a.length, divisionLimit);
  if (divisions * n > workLimit) return null;
  const values: number[] = [];
  // The smaller group is chosen, so that the list of choices stays short.
  const small = Math.min(a.length, b.length);
  eachCombination(n, small, (chosen) => {
    const inside: number[] = [];
    const outside: number[] = [];
    for (const [index, value] of pooled.entries())
      (chosen[inside.length] === index ? inside : outside).push(value);
    const value = statisticValue(
      a.length === small ? statistic(inside, outside) : statistic(outside, inside),
    );
    if (value !== null) values.push(value);
  });
  return { values, divisions };
}

/** The statistic of random divisions of the pooled values into groups of the same sizes. */
export function monteCarloValues(
  a: readonly number[],
  b: readonly number[],
  statistic: TwoSampleStatistic,
  count: number,
  stream: RandomStream,
): readonly number[] {
  const pooled = [...a, ...b];
  const n = pooled.length;
  const values: number[] = [];
  for (let permutation = 0; permutation < count; permutation++) {
    for (let place = 0; place < a.length; place++) {
      const other = place + stream.index(n - place);
      const held = pooled[place] ?? 0;
      pooled[place] = pooled[other] ?? 0;
      pooled[other] = held;
    }
    const value = statisticValue(statistic(pooled.slice(0, a.length), pooled.slice(a.length)));
    if (value !== null) values.push(value);
  }
  return values;
}
