import type { DesignTally } from "./design-tally.js";

/** Whether a tally claims to be a design tally: it has strata. What it holds is not checked. */
export function isDesignTally(tally: unknown): tally is DesignTally {
  return typeof tally === "object" && tally !== null && "strata" in tally;
}
