import { randomStream } from "@cxmetrics/stats";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexResult } from "../index-result.js";
import { scoreIndex } from "../score-index.js";
import { shapleyValues } from "./shapley-values.js";
import { type Input, mixedTable, type UnitInputs } from "./unit-inputs.js";

/** Parts of the moved inputs in the change of every node; `null` for a node that has no value in between. */
export interface InputShares {
  readonly parts: ReadonlyMap<string, readonly number[] | null>;
  readonly standardErrors?: ReadonlyMap<string, readonly number[] | null>;
  readonly sampling?: { readonly seed: number; readonly generator: string; readonly permutations: number };
}

/** Limits of the exact computation, and the sample beyond. */
export interface ShapleyChoices {
  readonly exactUpTo: number;
  readonly seed: number;
  readonly permutations: number;
}

/** Shares the change of every node among the inputs that moved. All coalitions are rows of one table, scored at once. */
export function shareByShapley(
  definition: IndexDefinition,
  before: UnitInputs,
  after: UnitInputs,
  inputs: readonly Input[],
  choices: ShapleyChoices,
): InputShares {
  const players = inputs.length;
  if (players > choices.exactUpTo) return sampled(definition, before, after, inputs, choices);
  const coalitions = Array.from({ length: 2 ** players }, (_, coalition) => coalition);
  const rows = coalitions.map((coalition) => (input: number) => Math.floor(coalition / 2 ** input) % 2 === 1);
  const result = scoreIndex(definition, mixedTable(before, after, inputs, rows));
  return { parts: eachNode(result, (worth) => shapleyValues(worth, players)) };
}

function sampled(
  definition: IndexDefinition,
  before: UnitInputs,
  after: UnitInputs,
  inputs: readonly Input[],
  { seed, permutations }: ShapleyChoices,
): InputShares {
  const stream = randomStream(seed);
  const players = inputs.length;
  const places: (readonly number[])[] = [];
  const rows: ((input: number) => boolean)[] = [];
  for (let count = 0; count < permutations; count++) {
    const order = inputs.map((_, index) => index);
    for (let last = players - 1; last > 0; last--) {
      const other = stream.index(last + 1);
      [order[last], order[other]] = [order[other] as number, order[last] as number];
    }
    const place: number[] = new Array(players);
    order.forEach((input, at) => {
      place[input] = at;
    });
    places.push(place);
    for (let step = 0; step <= players; step++) rows.push((input) => (place[input] as number) < step);
  }
  const result = scoreIndex(definition, mixedTable(before, after, inputs, rows));
  const moments = (worth: readonly number[]) =>
    inputs.map((_, input) => {
      const gains = places.map((place, count) => {
        const start = count * (players + 1) + (place[input] as number);
        return (worth[start + 1] ?? 0) - (worth[start] ?? 0);
      });
      const mean = gains.reduce((sum, gain) => sum + gain, 0) / permutations;
      const squares = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0);
      return { mean, error: Math.sqrt(squares / (permutations - 1) / permutations) };
    });
  return {
    parts: eachNode(result, (worth) => moments(worth).map(({ mean }) => mean)),
    standardErrors: eachNode(result, (worth) => moments(worth).map(({ error }) => error)),
    sampling: { seed, generator: stream.generator, permutations },
  };
}

function eachNode(
  result: IndexResult,
  share: (worth: readonly number[]) => readonly number[],
): ReadonlyMap<string, readonly number[] | null> {
  return new Map(
    Object.entries(result.nodes).map(([id, { values }]) => [
      id,
      values.every((value) => value !== null) ? share(values as readonly number[]) : null,
    ]),
  );
}
