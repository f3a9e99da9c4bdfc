import type { NotComputable } from "@cxmetrics/definition";
import { weightToNumber } from "@cxmetrics/formula";
import type { IndexNode } from "../index-definition.js";
import { logMean } from "./log-mean.js";
import { notAttributable } from "./reasons.js";

/** The value of a node in two periods; `null` where there is none. */
export type TwoValues = readonly [before: number | null, after: number | null];

/** A child of a mean and the slope with which its difference enters that of the mean. */
export interface SecantSlope {
  readonly node: string;
  readonly slope: number;
}

/**
 * Slopes of a mean between two periods, so that its change is the sum of slope × difference over its children. An arithmetic mean has its
 * shares; a geometric one $w_j\,L(I_1,I_0)/L(x_{j1},x_{j0})$ with the logarithmic mean L, whose parts are those of the LMDI (Ang 2004).
 */
export function secantSlopes(
  id: string,
  node: IndexNode,
  valuesOf: (id: string) => TwoValues,
  method: "linear" | "lmdi",
): readonly SecantSlope[] | NotComputable {
  const wanted = method === "linear" ? "not-linear" : "no-logarithmic-form";
  if (node.kind !== "aggregate") return notAttributable(wanted, { node: id });
  const name: string = node.method;
  const geometric = name === "geometric-mean";
  const { children } = node as { readonly children?: unknown };
  if ((name !== "arithmetic-mean" && !(geometric && method === "lmdi")) || !Array.isArray(children))
    return notAttributable(wanted, { node: id });
  const weighed: { readonly node: string; readonly weight: number }[] = [];
  for (const child of children as readonly { readonly node: string; readonly weight?: unknown }[]) {
    const { weight } = child;
    if (typeof weight !== "number" && typeof weight !== "string")
      return notAttributable(wanted, { node: id });
    const [before, after] = valuesOf(child.node);
    const number = weightToNumber(weight);
    if (number === 0 || (before === null && after === null)) continue;
    if (before === null || after === null)
      return notAttributable("availability-changed", { node: child.node });
    if (geometric && !(before > 0 && after > 0))
      return notAttributable("value-not-positive", { node: child.node });
    weighed.push({ node: child.node, weight: number });
  }
  const sum = weighed.reduce((total, { weight }) => total + weight, 0);
  const [before, after] = valuesOf(id);
  if (before === null || after === null || sum === 0)
    return notAttributable("availability-changed", { node: id });
  const level = geometric ? logMean(before, after) : 1;
  return weighed.map(({ node: child, weight }) => {
    const [old, now] = valuesOf(child);
    const own = geometric ? logMean(old as number, now as number) : 1;
    return { node: child, slope: ((weight / sum) * level) / own };
  });
}
