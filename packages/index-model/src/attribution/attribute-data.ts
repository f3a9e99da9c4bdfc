import type { NotComputable } from "@cxmetrics/definition";
import { looksSideways } from "../comparison/looks-sideways.js";
import type { IndexDefinition } from "../index-definition.js";
import { linksOf } from "../links-of.js";
import { nodeAt } from "../node-at.js";
import { orderNodes } from "../order-nodes.js";
import { referenceOf } from "../reference-of.js";
import { scoreIndex } from "../score-index.js";
import type { AttributionMethod, DataAttribution, InputPart, NodeAttribution } from "./change-attribution.js";
import { notAttributable } from "./reasons.js";
import { scoresAlone } from "./scores-alone.js";
import type { TwoValues } from "./secant-slopes.js";
import { type InputShares, type ShapleyChoices, shareByShapley } from "./share-by-shapley.js";
import { difference, type SlopeShares, shareBySlopes } from "./share-by-slopes.js";
import { type Input, leavesReading, mixedTable, movedInputs, type UnitInputs } from "./unit-inputs.js";

/** Shares the change of one unit between two periods under one definition. */
export function attributeData(
  definition: IndexDefinition,
  before: UnitInputs,
  after: UnitInputs,
  node: string,
  method: AttributionMethod | "auto",
  choices: ShapleyChoices,
): DataAttribution | NotComputable {
  const inputs = movedInputs(definition, before, after);
  const lean = scoresAlone(definition);
  const ends = scoreIndex(lean, mixedTable(before, after, inputs, [() => false, () => true]));
  if (looksSideways(ends)) return notAttributable("looks-sideways");
  const valuesOf = (id: string): TwoValues => {
    const [old = null, now = null] = ends.nodes[id]?.values ?? [];
    return [old, now];
  };
  const [old, now] = valuesOf(node);
  if (old === null) return notAttributable("no-value-before", { node });
  if (now === null) return notAttributable("no-value-after", { node });
  const under = [...orderNodes(definition.nodes, [node])].reverse();
  const head = { definition: referenceOf(definition), before: old, after: now, change: now - old };

  for (const name of method === "auto"
    ? (["linear", "lmdi"] as const)
    : method === "shapley"
      ? []
      : [method]) {
    const shares = shareBySlopes(definition, node, valuesOf, name);
    if ("status" in shares) {
      if (method !== "auto") return shares;
      continue;
    }
    const parts = partsFromSlopes(definition, inputs, shares, valuesOf);
    if (parts === undefined) {
      if (method !== "auto") return notAttributable("availability-changed", { node });
      continue;
    }
    const nodes = under.map((id): NodeAttribution => {
      const [was, is] = valuesOf(id);
      const total = shares.total.get(id) ?? 0;
      return {
        node: id,
        before: was,
        after: is,
        change: was === null || is === null ? null : is - was,
        contribution: total * difference(valuesOf(id)),
        parts: (shares.slopes.get(id) ?? []).map((child) => ({
          node: child.node,
          contribution: child.slope * difference(valuesOf(child.node)),
        })),
      };
    });
    return { ...head, method: name, exactness: "exact", inputs: parts, nodes };
  }

  const shares = shareByShapley(lean, before, after, inputs, choices);
  const own = shares.parts.get(node);
  if (!own) return notAttributable("undefined-in-between", { node });
  const errors = shares.standardErrors?.get(node);
  return {
    ...head,
    method: "shapley",
    exactness: shares.sampling ? "sampled" : "exact",
    ...(shares.sampling ? { sampling: shares.sampling } : {}),
    inputs: inputs.map((input, index) =>
      partOf(definition, input, own[index] ?? 0, errors ? errors[index] : undefined),
    ),
    nodes: nodesFromShares(definition, node, under, inputs, shares, valuesOf),
  };
}

function partOf(
  definition: IndexDefinition,
  input: Input,
  contribution: number,
  standardError?: number,
): InputPart {
  return {
    input: input.name,
    kind: input.kind,
    leaves: leavesReading(definition, input),
    availability: input.availability,
    contribution,
    ...(standardError === undefined ? {} : { standardError }),
  };
}

/** Parts of the inputs by way of the leaves; `undefined` when something that is no leaf's column moved a value. */
function partsFromSlopes(
  definition: IndexDefinition,
  inputs: readonly Input[],
  { total }: SlopeShares,
  valuesOf: (id: string) => TwoValues,
): readonly InputPart[] | undefined {
  const told = new Set<string>();
  const parts = inputs.map((input) => {
    const leaves = input.kind === "column" ? leavesReading(definition, input) : [];
    for (const leaf of leaves) told.add(leaf);
    const sum = leaves.reduce((all, leaf) => all + (total.get(leaf) ?? 0) * difference(valuesOf(leaf)), 0);
    return partOf(definition, input, sum);
  });
  for (const [id, slope] of total) {
    const moved = slope !== 0 && difference(valuesOf(id)) !== 0;
    if (moved && nodeAt(definition, id).kind === "indicator" && !told.has(id)) return undefined;
  }
  return parts;
}

function nodesFromShares(
  definition: IndexDefinition,
  root: string,
  under: readonly string[],
  inputs: readonly Input[],
  shares: InputShares,
  valuesOf: (id: string) => TwoValues,
): readonly NodeAttribution[] {
  const below = new Map(under.map((id) => [id, inputsBelow(definition, id, inputs)]));
  const outside = (id: string) => inputsPast(definition, root, id, inputs);
  const sumOver = (of: string, which: ReadonlySet<number>) => {
    const parts = shares.parts.get(of);
    return parts ? [...which].reduce((sum, input) => sum + (parts[input] ?? 0), 0) : null;
  };
  return under.map((id): NodeAttribution => {
    const [was, is] = valuesOf(id);
    const own = below.get(id) ?? new Set<number>();
    const past = id === root ? new Set<number>() : outside(id);
    const children = [...new Set(linksOf(nodeAt(definition, id)).map((link) => link.node))];
    const sets = children.map((child) => below.get(child) ?? new Set<number>());
    const apart =
      new Set(sets.flatMap((set) => [...set])).size === sets.reduce((sum, set) => sum + set.size, 0);
    const parts = children.map((child, index) => ({
      node: child,
      contribution: sumOver(id, sets[index] ?? new Set()),
    }));
    const covered = sets.reduce((sum, set) => sum + set.size, 0) === own.size;
    return {
      node: id,
      before: was,
      after: is,
      change: was === null || is === null ? null : is - was,
      contribution: [...own].some((input) => past.has(input)) ? null : sumOver(root, own),
      parts:
        apart && covered && parts.every(({ contribution }) => contribution !== null)
          ? (parts as NodeAttribution["parts"])
          : [],
    };
  });
}

/** Inputs that reach a node, by number. */
function inputsBelow(definition: IndexDefinition, id: string, inputs: readonly Input[]): ReadonlySet<number> {
  const under = new Set(orderNodes(definition.nodes, [id]));
  return reaching(definition, under, inputs);
}

/** Inputs that reach the root on a way that does not pass a node. */
function inputsPast(
  definition: IndexDefinition,
  root: string,
  without: string,
  inputs: readonly Input[],
): ReadonlySet<number> {
  const reached = new Set([root]);
  for (const id of reached)
    for (const link of linksOf(nodeAt(definition, id))) if (link.node !== without) reached.add(link.node);
  return reaching(definition, reached, inputs);
}

function reaching(
  definition: IndexDefinition,
  nodes: ReadonlySet<string>,
  inputs: readonly Input[],
): ReadonlySet<number> {
  return new Set(
    inputs.flatMap((input, index) =>
      leavesReading(definition, input).some((leaf) => nodes.has(leaf)) ? [index] : [],
    ),
  );
}
