import type { IndexChange } from "@cxmetrics/evaluation";
import type { ReportPage } from "../page/report-page.js";

/**
 * Parts of a difference by dimension: contribution on one side minus contribution on the other, each an effective weight times a value. They sum to the
 * difference of the mean exactly where it is arithmetic; otherwise there are none.
 */
export function changeParts(
  { base, dimensions, result, nodeTitle }: ReportPage,
  change: IndexChange,
): readonly { readonly label: string; readonly change: number }[] | undefined {
  if (base === undefined || dimensions.length === 0) return undefined;
  const [from, to] = [change.from, change.to].map((unit) => contributions(result.traces[unit], base));
  if (!from || !to) return undefined;
  return dimensions.map((id) => ({ label: nodeTitle(id), change: (to.get(id) ?? 0) - (from.get(id) ?? 0) }));
}

function contributions(
  trace: ReportPage["result"]["traces"][string] | undefined,
  base: string,
): ReadonlyMap<string, number> | undefined {
  const parts = trace?.nodes.find(({ id }) => id === base)?.parts;
  if (!parts?.every(({ contribution }) => contribution?.kind === "share")) return undefined;
  return new Map(parts.map(({ node, contribution }) => [node, contribution?.value ?? 0]));
}
