import type { FaultKind } from "./answer.js";
import type { ConformanceArea, VectorBasis } from "./conformance-vectors.js";

/** One value that is not as expected. */
export interface ConformanceFinding {
  /** JSON Pointer into the output; `""` where the answer as a whole is at fault. */
  readonly path: string;
  readonly expected: unknown;
  /** What stood there; left out where nothing did. */
  readonly actual?: unknown;
  /** |actual − expected|, where both are numbers. */
  readonly difference?: number;
  /** The largest difference that would have passed. */
  readonly allowed?: number;
}

/** What became of one vector. */
export interface ConformanceVerdict {
  readonly id: string;
  readonly operation: string;
  readonly basis: VectorBasis;
  readonly verdict: "passed" | "failed" | "unsupported" | "faulted";
  readonly findings: readonly ConformanceFinding[];
  /** Where the answer could not be judged: what happened. */
  readonly fault?: { readonly kind: FaultKind; readonly detail: string };
}

/** How many vectors came out how. */
export interface ConformanceCounts {
  readonly vectors: number;
  readonly passed: number;
  readonly failed: number;
  readonly unsupported: number;
  readonly faulted: number;
}

/** The report on one area. */
export interface ConformanceReport {
  readonly area: ConformanceArea;
  /** True when every vector of a supported operation passed, and at least one did. */
  readonly conforms: boolean;
  readonly counts: ConformanceCounts;
  readonly operations: readonly (ConformanceCounts & { readonly operation: string })[];
  readonly verdicts: readonly ConformanceVerdict[];
}
