import type { Reason } from "@cxmetrics/formula";

/** Every reason why a predicate may be undecided. */
export const undecided: readonly Reason[] = [
  "not-applicable",
  "missing",
  "withheld",
  "insufficient-coverage",
  "division-by-zero",
  "logarithm-of-non-positive",
  "undefined-power",
  "undefined-mean",
  "overflow",
  "undefined-spread",
  "outside-domain",
];
