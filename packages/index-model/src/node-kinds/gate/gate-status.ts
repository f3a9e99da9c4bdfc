/** What a gate said about one unit. Not assessed is never passed. */
export type GateStatus = "passed" | "triggered" | "not-assessed" | "not-applicable";
