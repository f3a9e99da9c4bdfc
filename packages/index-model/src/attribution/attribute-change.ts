import { CxMetricsError, expectNumber, expectOneOf, expectRecord, expectText } from "@cxmetrics/definition";
import { looksSideways } from "../comparison/looks-sideways.js";
import { defineIndex } from "../define-index.js";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import { nodeAt } from "../node-at.js";
import { referenceOf } from "../reference-of.js";
import { scoreIndex } from "../score-index.js";
import { twoDefinitions } from "../versions/two-definitions.js";
import { attributeData } from "./attribute-data.js";
import { type Cause, inOrder, overAllOrders, revisionOf, scoring } from "./attribute-revision.js";
import type { AttributionOptions, ChangeAttributionOutcome, RevisionAspect } from "./change-attribution.js";
import { revisionAspects } from "./hybrid-definition.js";
import { badOrder } from "./problems.js";
import { completed, inputsAt, rowIn, type UnitInputs } from "./unit-inputs.js";

/**
 * Shares the change of one unit's index among its causes, exactly and additively through the tree: parts of the inputs, and of the children of every node, sum
 * to the change.
 *
 * `linear`: $w_j\,\Delta x_j$. `lmdi`: $L(I_1,I_0)\,w_j\ln(x_{j1}/x_{j0})$ with the logarithmic mean $L(a,b)=(a-b)/\ln(a/b)$; not defined at 0. `shapley`: the mean marginal
 * effect over all orders in which inputs may move, exact up to `exactUpTo` inputs and beyond that over sampled orders, which still sum to the change. Values that
 * appear or vanish are causes of their own, and need `shapley`.
 *
 * With `revised` the later scores are those of another definition, and data and revision are told apart: membership, goalposts, methods, weights and all else
 * move one after the other (data first unless told otherwise), or on average over all orders. A column that one period alone has does not move.
 *
 * @param definition the definition of the earlier scores, and of the later ones unless `revised` is given
 * @param before the earlier table
 * @param after the later table
 * @param options unit, method, node, sampling, revision
 * @returns contributions of inputs, nodes and aspects; or the reason why there are none: `no-value-before`, `no-value-after`, `not-linear`, `no-logarithmic-form`,
 * `value-not-positive`, `availability-changed`, `undefined-in-between`, `no-definition-in-between`, `looks-sideways`
 * @throws `CxMetricsError` as `scoreIndex` does; `attribution.unit-not-named`, `attribution.unknown-unit`, `attribution.bad-order`, `seed.out-of-range`, `document.*` for options
 * @see Ang, B. W. (2004), Energy Policy 32, 1131–1139; Shapley, L. S. (1953); Shorrocks, A. F. (2013), Journal of Economic Inequality 11, 99–126
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const mean = (method) => ({ formatVersion: 1, id: "example.app", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "index",
 *   nodes: { ease: leaf, trust: leaf, index: { kind: "aggregate", title, provenance, method, missing: { policy: "propagate" },
 *     children: [{ node: "ease", weight: 3 }, { node: "trust", weight: 1 }] } } });
 * const table = (ease, trust) => ({ units: ["App"], columns: { ease: [ease], trust: [trust] } });
 * const linear = attributeChange(mean("arithmetic-mean"), table(60, 80), table(70, 60));
 * linear.data.inputs.map((part) => part.contribution); // => [7.5, -5]
 * const lmdi = attributeChange(mean("geometric-mean"), table(16, 81), table(81, 16));
 * [lmdi.change, lmdi.data.inputs[0].contribution, lmdi.data.inputs[1].contribution]; // => [30, 45, -15]
 * ```
 */
export function attributeChange(
  definition: IndexDefinition,
  before: IndexTable,
  after: IndexTable,
  options: AttributionOptions = {},
): ChangeAttributionOutcome {
  const chosen = readOptions(options);
  const a = defineIndex(definition);
  const b = options.revised === undefined ? a : defineIndex(options.revised);
  // Scored whole, so that tables that do not fit are refused in their own words, whatever unit is asked for.
  const [scoredBefore, scoredAfter] = [scoreIndex(a, before), scoreIndex(b, after)];
  const [from, to] = [
    inputsAt(before, rowIn(before, options.unit, "before")),
    inputsAt(after, rowIn(after, options.unit, "after")),
  ];
  const [old, now] = [completed(from, to), completed(to, from)];
  if (options.node !== undefined) nodeAt(a, options.node);
  const sideways = [scoredBefore, scoredAfter].some(looksSideways);
  if (a === b || sideways) {
    const node = options.node ?? a.root;
    const data = attributeData(a, old, now, node, chosen.method, chosen);
    if (!("exactness" in data)) return data;
    return {
      status: "ok",
      unit: from.unit,
      node,
      before: data.before,
      after: data.after,
      change: data.change,
      data,
    };
  }
  return revised(a, b, old, now, options.node, chosen);
}

function revised(
  a: IndexDefinition,
  b: IndexDefinition,
  before: UnitInputs,
  after: UnitInputs,
  wanted: string | undefined,
  chosen: ReturnType<typeof readOptions>,
): ChangeAttributionOutcome {
  const revision = revisionOf(a, b);
  const named = wanted === undefined ? undefined : twoDefinitions(a, b).newName(wanted);
  const nodeIn = (definition: IndexDefinition) => named ?? definition.root;
  const score = scoring(revision, before, after, nodeIn);
  const causes: readonly Cause[] =
    chosen.revision === "shapley"
      ? ["data", ...revision.aspects]
      : chosen.revision.filter((cause) => cause === "data" || revision.aspects.includes(cause));
  const parts = chosen.revision === "shapley" ? overAllOrders(causes, score) : inOrder(causes, score);
  if ("status" in parts) return parts;
  const [first, last] = [score(new Set()), score(new Set(causes))];
  if (typeof first !== "number") return first;
  if (typeof last !== "number") return last;
  const part = (cause: Cause) => parts[causes.indexOf(cause)] ?? 0;
  const earlier = new Set(causes.slice(0, causes.indexOf("data")));
  // Where the data move first, they do so under the earlier definition itself.
  const under = earlier.size === 0 ? a : revision.between(earlier);
  const node = earlier.size === 0 ? (wanted ?? a.root) : nodeIn(under);
  const details =
    chosen.revision === "shapley"
      ? { change: part("data") }
      : attributeData(under, before, after, node, chosen.method, chosen);
  if (!("change" in details)) return details;
  return {
    status: "ok",
    unit: before.unit,
    node: nodeIn(b),
    before: first,
    after: last,
    change: last - first,
    data: details,
    revision: {
      method: chosen.revision === "shapley" ? "shapley" : "ordered",
      order: chosen.revision === "shapley" ? [] : causes,
      from: referenceOf(a),
      to: referenceOf(b),
      aspects: revision.aspects.map((aspect) => ({ aspect, contribution: part(aspect) })),
    },
  };
}

function readOptions(options: unknown) {
  const keys = ["unit", "method", "node", "exactUpTo", "seed", "permutations", "revised", "revision"];
  const record = expectRecord(options, ["options"], [], keys);
  const whole = (key: string, least: number, most: number, otherwise: number) =>
    record[key] === undefined
      ? otherwise
      : expectNumber(record[key], ["options", key], { integer: true, least, most });
  if (record["node"] !== undefined) expectText(record["node"], ["options", "node"]);
  return {
    method: expectOneOf(record["method"] ?? "auto", ["options", "method"], [
      "auto",
      "linear",
      "lmdi",
      "shapley",
    ] as const),
    exactUpTo: whole("exactUpTo", 1, 16, 12),
    seed: whole("seed", 0, 4294967295, 1),
    permutations: whole("permutations", 2, 100_000, 400),
    revision: readRevision(record["revision"]),
  };
}

function readRevision(value: unknown): "shapley" | readonly Cause[] {
  const causes: readonly Cause[] = ["data", ...(revisionAspects as readonly RevisionAspect[])];
  if (value === undefined) return causes;
  if (value === "shapley") return value;
  const given: readonly unknown[] = Array.isArray(value) ? value : [];
  if (given.length !== causes.length || !causes.every((cause) => given.includes(cause)))
    throw new CxMetricsError(badOrder, {
      path: ["options", "revision"],
      values: { allowed: causes.join(", ") },
    });
  return given as readonly Cause[];
}
