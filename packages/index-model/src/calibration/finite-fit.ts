import { isCxMetricsError, type NotComputable } from "@cxmetrics/definition";
import type { FitOutcome } from "./calibration.js";

const overflow: NotComputable = {
  status: "not-computable",
  reason: "overflow",
  message: {
    en: "The parameters are too large for a number: the reference values span too wide a range. Use a larger unit.",
    zh: "参数超出数值范围：参照值跨度过大。请改用更大的计量单位。",
  },
};

/** What the arithmetic of a fit throws where a sum or a square overflows. */
const overflows = ["result.not-representable", "argument.not-a-number"];

/** What a fit gives, if every number of it is finite. */
export function finiteFit(fit: () => FitOutcome): FitOutcome {
  const outcome = attempt(fit);
  if (outcome.status !== "ok") return outcome;
  const numbers = Object.values(outcome.fitted).flat();
  return numbers.every((value) => Number.isFinite(value)) ? outcome : overflow;
}

function attempt(fit: () => FitOutcome): FitOutcome {
  try {
    return fit();
  } catch (thrown) {
    if (isCxMetricsError(thrown) && overflows.includes(thrown.code)) return overflow;
    throw thrown;
  }
}
