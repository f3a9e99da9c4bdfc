import { CxMetricsError, type LocalizedText } from "@cxmetrics/definition";
import { probabilityOutOfRange } from "../problems.js";
import { finiteNumber } from "./finite-number.js";

const wordings = {
  closed: { en: "between 0 and 1", zh: "介于 0 与 1 之间" },
  open: {
    en: "strictly between 0 and 1, where the quantile is finite",
    zh: "严格介于 0 与 1 之间（分位数方为有限值）",
  },
  belowOne: {
    en: "from 0 to below 1, where the quantile is finite",
    zh: "大于或等于 0 且小于 1（分位数方为有限值）",
  },
  representable: {
    en: "where the quantile is not too large for a double-precision number",
    zh: "使分位数不超出双精度浮点数的范围",
  },
} satisfies Record<string, LocalizedText>;

function refuse(found: number, name: string, range: LocalizedText): never {
  throw new CxMetricsError(probabilityOutOfRange, { path: [name], values: { name, range, found } });
}

/** A probability of 0 to 1, both included. */
export function probability(value: unknown, name: string): number {
  const p = finiteNumber(value, name);
  return p >= 0 && p <= 1 ? p : refuse(p, name, wordings.closed);
}

/** A probability whose quantile is finite on a support without lower or upper end. */
export function openProbability(value: unknown, name: string): number {
  const p = finiteNumber(value, name);
  return p > 0 && p < 1 ? p : refuse(p, name, wordings.open);
}

/** A probability whose quantile is finite on a support that starts at 0 and has no upper end. */
export function probabilityBelowOne(value: unknown, name: string): number {
  const p = finiteNumber(value, name);
  return p >= 0 && p < 1 ? p : refuse(p, name, wordings.belowOne);
}

/** A computed quantile, refused where it overflows. */
export function finiteQuantile(quantile: number, p: number): number {
  // Adding zero turns -0 into 0.
  return Number.isFinite(quantile) ? quantile + 0 : refuse(p, "p", wordings.representable);
}
