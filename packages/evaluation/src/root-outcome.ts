import type { IndexExplanation } from "@cxmetrics/index-model";
import type { RootOutcome } from "./evaluation-result.js";
import { notComputable } from "./not-computable.js";
import { covarianceUnknown, noIndexValue } from "./reasons.js";

/** The index value of the unit that an explanation tells about, or the reason why there is none. */
export function rootOutcome(explanation: IndexExplanation): RootOutcome {
  const root = explanation.nodes.find(({ id }) => id === explanation.root);
  if (root && root.value !== null)
    return { status: "ok", value: root.value, interval: notComputable(covarianceUnknown) };
  const reason = root?.reason;
  return reason
    ? { status: "not-computable", reason: reason.code, message: reason.message }
    : notComputable(noIndexValue);
}
