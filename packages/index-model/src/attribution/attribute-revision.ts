import { canonicalJson, isCxMetricsError, type NotComputable } from "@cxmetrics/definition";
import { looksSideways } from "../comparison/looks-sideways.js";
import type { IndexDefinition } from "../index-definition.js";
import { scoreIndex } from "../score-index.js";
import { twoDefinitions } from "../versions/two-definitions.js";
import type { RevisionAspect } from "./change-attribution.js";
import { hybridDefinition, inNamesOf, revisionAspects } from "./hybrid-definition.js";
import { notAttributable } from "./reasons.js";
import { shapleyValues } from "./shapley-values.js";
import { mixedTable, type UnitInputs } from "./unit-inputs.js";

/** Something that moves between two scores of different definitions. */
export type Cause = "data" | RevisionAspect;

/** Two definitions in the same names, and what lies between them. */
export interface Revision {
  readonly a: IndexDefinition;
  readonly b: IndexDefinition;
  /** Aspects in which they differ. */
  readonly aspects: readonly RevisionAspect[];
  /** The definition with the given causes moved. */
  readonly between: (moved: ReadonlySet<Cause>) => IndexDefinition;
}

/** Brings a revision into one set of names. */
export function revisionOf(a: IndexDefinition, b: IndexDefinition): Revision {
  const { newName } = twoDefinitions(a, b);
  const old = inNamesOf(a, newName);
  const now = inNamesOf(b, (id) => id);
  const between = (moved: ReadonlySet<Cause>) => hybridDefinition(old, now, (aspect) => moved.has(aspect));
  const start = canonicalJson(withoutVersion(old));
  const aspects = revisionAspects.filter(
    (aspect) => canonicalJson(withoutVersion(between(new Set([aspect])))) !== start,
  );
  return { a: old, b: now, aspects, between };
}

function withoutVersion({ version: _, ...rest }: IndexDefinition): unknown {
  return rest;
}

/** Scores of the node with given causes moved, each computed once; a reason where there is none. */
export function scoring(
  { between }: Revision,
  before: UnitInputs,
  after: UnitInputs,
  node: (definition: IndexDefinition) => string,
): (moved: ReadonlySet<Cause>) => number | NotComputable {
  return (moved) => {
    try {
      const definition = between(moved);
      const inputs = moved.has("data") ? after : before;
      const result = scoreIndex(definition, mixedTable(inputs, inputs, [], [() => false]));
      if (looksSideways(result)) return notAttributable("looks-sideways");
      const id = node(definition);
      return result.nodes[id]?.values[0] ?? notAttributable("undefined-in-between", { node: id });
    } catch (thrown) {
      if (!isCxMetricsError(thrown)) throw thrown;
      return notAttributable("no-definition-in-between", { problem: thrown.messages });
    }
  };
}

/** Part of each cause when they move one after the other. */
export function inOrder(
  order: readonly Cause[],
  score: (moved: ReadonlySet<Cause>) => number | NotComputable,
): readonly number[] | NotComputable {
  const levels: number[] = [];
  for (let step = 0; step <= order.length; step++) {
    const level = score(new Set(order.slice(0, step)));
    if (typeof level !== "number") return level;
    levels.push(level);
  }
  return order.map((_, step) => (levels[step + 1] as number) - (levels[step] as number));
}

/** Part of each cause on average over all orders. */
export function overAllOrders(
  causes: readonly Cause[],
  score: (moved: ReadonlySet<Cause>) => number | NotComputable,
): readonly number[] | NotComputable {
  const worth: number[] = [];
  for (let coalition = 0; coalition < 2 ** causes.length; coalition++) {
    const level = score(new Set(causes.filter((_, cause) => Math.floor(coalition / 2 ** cause) % 2 === 1)));
    if (typeof level !== "number") return level;
    worth.push(level);
  }
  return shapleyValues(worth, causes.length);
}
