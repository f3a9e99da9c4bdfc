import type { NotComputable } from "@cxmetrics/definition";
import type { IndexExplanation, NodeUncertainty } from "@cxmetrics/index-model";
import type { RootOutcome, RootShares } from "../evaluation-result.js";
import { notComputable } from "../not-computable.js";
import { noIndexValue } from "../reasons.js";
import type { Leaf } from "./leaf.js";

/** The index value of the unit that an explanation tells about with what is known of its error, or the reason why there is none. */
export function rootOutcome(
  explanation: IndexExplanation,
  known: NodeUncertainty | NotComputable | undefined,
  leaves: readonly Leaf[],
): RootOutcome {
  const root = explanation.nodes.find(({ id }) => id === explanation.root);
  if (!root || root.value === null) {
    const reason = root?.reason;
    return reason
      ? { status: "not-computable", reason: reason.code, message: reason.message }
      : notComputable(noIndexValue);
  }
  const { value } = root;
  if (known?.status !== "ok")
    return {
      status: "ok",
      value,
      standardError: null,
      interval: known ?? notComputable(noIndexValue),
      method: null,
      near: [],
      shares: null,
    };
  const { standardError, interval, method, near, shares } = known;
  return {
    status: "ok",
    value,
    standardError,
    interval,
    method,
    near,
    shares: shares && sharesOf(shares.columns, shares.unexplained, leaves),
  };
}

/** Shares by indicator, and summed by the file source from which its rows came. */
function sharesOf(
  columns: Readonly<Record<string, number>>,
  unexplained: number,
  leaves: readonly Leaf[],
): RootShares {
  const leafOf = new Map(leaves.map((leaf) => [leaf.column, leaf]));
  const indicators = new Map<string, number>();
  const sources = new Map<string, number>();
  for (const [column, share] of Object.entries(columns)) {
    const leaf = leafOf.get(column);
    if (!leaf) continue;
    indicators.set(leaf.id, share);
    const source = leaf.located?.sources[1];
    if (source !== undefined) sources.set(source, (sources.get(source) ?? 0) + share);
  }
  return {
    indicators: Object.fromEntries(indicators),
    sources: Object.fromEntries(sources),
    unexplained,
  };
}
