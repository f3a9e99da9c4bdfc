import { compensatedSum } from "@cxmetrics/stats";
import type { Measure } from "../measures/measure.js";
import { kindOf } from "../measures/measure-kinds.js";
import { influenceOf, type RowInfluence, type RowReading } from "../measures/row-reading.js";
import type { RowCondition, TallyEngine } from "../tally-engine.js";
import type { Leaf } from "./leaf.js";

/** Two leaves of one unit. */
export type LeafPair = readonly [Leaf, Leaf];

/** Asks an engine for cross-tables. */
export type JointTallier = NonNullable<TallyEngine["tallyJoint"]>;

interface ReadLeaf {
  readonly reading: RowReading;
  readonly influence: RowInfluence | null;
}

/**
 * Correlation of the errors of two estimates that read the same rows, for each pair, from their linearised values
 *
 * $$ r = \frac{\sum z z'}{\sqrt{\sum z^2 \sum z'^2}}, \qquad z = (t - Rb)/\sum b $$
 *
 * over the rows that both read; a row outside the base of one adds nothing. Rows count as drawn one by one. Such
 * correlations always form a positive semi-definite matrix.
 */
export async function rowCorrelations(
  pairs: readonly LeafPair[],
  tallyJoint: JointTallier,
): Promise<ReadonlyMap<LeafPair, number>> {
  const read = new Map<Leaf, ReadLeaf>();
  for (const leaf of pairs.flat()) if (!read.has(leaf)) read.set(leaf, await readLeaf(leaf));
  const groups = new Map<string, { readonly where: readonly RowCondition[]; readonly pairs: LeafPair[] }>();
  for (const pair of pairs) {
    const where = bothHold(pair[0].context.rows.where, pair[1].context.rows.where);
    const key = JSON.stringify([pair[0].context.rows.source, where]);
    const group = groups.get(key) ?? { where, pairs: [] };
    groups.set(key, group);
    group.pairs.push(pair);
  }
  const found = new Map<LeafPair, number>();
  for (const group of groups.values()) {
    const leaves = [...new Set(group.pairs.flat())];
    const place = new Map(leaves.map((leaf, index) => [leaf, index]));
    const { pairs: tables } = await tallyJoint({
      source: leaves[0]?.context.rows.source ?? "",
      where: group.where,
      readings: leaves.map((leaf) => read.get(leaf)?.reading.columns ?? []),
    });
    for (const pair of group.pairs) {
      const [first, second] = pair.map((leaf) => ({
        at: place.get(leaf) ?? 0,
        influence: read.get(leaf)?.influence ?? null,
      })) as [Side, Side];
      const [low, high] = first.at < second.at ? [first, second] : [second, first];
      const cells = tables.find(({ a, b }) => a === low.at && b === high.at)?.cells ?? [];
      found.set(pair, correlationOf(low.influence, high.influence, cells));
    }
  }
  return found;
}

interface Side {
  readonly at: number;
  readonly influence: RowInfluence | null;
}

async function readLeaf({ measure, context }: Leaf): Promise<ReadLeaf> {
  const reading = (await kindOf<Measure>(measure).reading?.(measure, context)) ?? nothingRead;
  const { cells } = await context.engine.countValues({ ...context.rows, columns: reading.columns });
  return { reading, influence: influenceOf(reading, cells) };
}

const nothingRead: RowReading = { columns: [], read: () => null };

/** Conditions of either selection, equal ones once. */
function bothHold(a: readonly RowCondition[], b: readonly RowCondition[]): readonly RowCondition[] {
  const known = new Set(a.map((condition) => JSON.stringify(condition)));
  return [...a, ...b.filter((condition) => !known.has(JSON.stringify(condition)))];
}

function correlationOf(
  first: RowInfluence | null,
  second: RowInfluence | null,
  cells: readonly {
    readonly a: readonly (string | null)[];
    readonly b: readonly (string | null)[];
    readonly count: number;
  }[],
): number {
  const scale = Math.sqrt(first?.squares ?? 0) * Math.sqrt(second?.squares ?? 0);
  if (!first || !second || !(scale > 0)) return 0;
  const sum = compensatedSum(
    cells.map(({ a, b, count }) => (count * first.influence(a) * second.influence(b)) / scale),
  );
  return Math.min(1, Math.max(-1, sum));
}
