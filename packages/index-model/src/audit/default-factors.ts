import { weightToNumber } from "@cxmetrics/formula";
import { aggregateMethods } from "../aggregates/registry.js";
import type { IndexDefinition } from "../index-definition.js";
import type { Choice, Factor } from "../sensitivity/factor.js";
import { type AuditContext, inputsOf } from "./audit-context.js";

/**
 * What could have been decided otherwise: every weight of a mean, up and down by a share; arithmetic against geometric means;
 * the written goalposts against the observed extremes, and against three standard deviations from the observed mean.
 */
export function defaultFactors(context: AuditContext, open: IndexDefinition): readonly Factor[] {
  const { nodes, thresholds } = context;
  const variation = thresholds.weightVariation;
  const weights = nodes.flatMap((id): Factor[] => {
    const node = open.nodes[id];
    if (node?.kind !== "aggregate" || aggregateMethods[node.method].weights !== "relative" || variation === 0)
      return [];
    if (node.children.length < 2) return [];
    return node.children.flatMap(({ node: child, weight }, at): Factor[] =>
      weight === undefined || weightToNumber(weight) === 0
        ? []
        : [
            {
              id: `weight of ${child} in ${id}`,
              path: ["nodes", id, "children", at, "weight"],
              range: { kind: "uniform", lower: 1 - variation, upper: 1 + variation },
              relative: true,
            },
          ],
    );
  });
  return [
    ...weights,
    ...choiceOf("means", [
      methodChoice(context, open, "arithmetic-mean"),
      methodChoice(context, open, "geometric-mean"),
    ]),
    ...choiceOf("normalisers", [
      normaliserChoice(context, open, "observed extremes", extremes),
      normaliserChoice(context, open, "three standard deviations", deviations),
    ]),
  ];
}

function choiceOf(id: string, choices: readonly (Choice | undefined)[]): readonly Factor[] {
  const others = choices.filter((choice) => choice !== undefined);
  return others.length > 0 ? [{ id, choices: [{ id: "as written" }, ...others] }] : [];
}

function methodChoice(
  { nodes }: AuditContext,
  open: IndexDefinition,
  method: "arithmetic-mean" | "geometric-mean",
): Choice | undefined {
  const other = method === "arithmetic-mean" ? "geometric-mean" : "arithmetic-mean";
  const set = nodes.flatMap((id) => {
    const node = open.nodes[id];
    return node?.kind === "aggregate" && node.method === other
      ? [{ path: ["nodes", id, "method"], value: method }]
      : [];
  });
  return set.length > 0 ? { id: method, set } : undefined;
}

/** Ends of a scale, on the axis on which values are read. */
type Posts = { readonly least: number; readonly most: number };

function normaliserChoice(
  context: AuditContext,
  open: IndexDefinition,
  id: string,
  postsOf: (values: readonly number[]) => Posts | undefined,
): Choice | undefined {
  const set = context.leaves.flatMap((leaf) => {
    const node = open.nodes[leaf];
    if (node?.kind !== "indicator") return [];
    const { normalise } = node;
    if (normalise.method !== "goalposts" && normalise.method !== "log-goalposts") return [];
    const values = inputsOf(context, leaf).filter((value) => value !== null);
    const logs = normalise.method === "log-goalposts";
    if (logs && values.some((value) => value <= 0)) return [];
    const posts = postsOf(logs ? values.map(Math.log) : values);
    if (!posts) return [];
    const [least, most] = logs ? [Math.exp(posts.least), Math.exp(posts.most)] : [posts.least, posts.most];
    const [worst, best] = normalise.worst > normalise.best ? [most, least] : [least, most];
    return [{ path: ["nodes", leaf, "normalise"], value: { ...normalise, worst, best, cap: "both" } }];
  });
  return set.length > 0 ? { id, set } : undefined;
}

function extremes(values: readonly number[]): Posts | undefined {
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return most > least && Number.isFinite(most - least) ? { least, most } : undefined;
}

function deviations(values: readonly number[]): Posts | undefined {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value / n, 0);
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  const [least, most] = [mean - 3 * deviation, mean + 3 * deviation];
  return n > 1 && most > least && Number.isFinite(most - least) ? { least, most } : undefined;
}
