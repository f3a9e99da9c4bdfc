import type { LocalizedText } from "@cxmetrics/definition";

/**
 * What has to be so before a leaf counts (证据门槛): enough raters, enough agreement, a codebook. Where a condition fails, or was
 * never looked at, the leaf is missing.
 */
export interface Evidence {
  readonly conditions?: readonly EvidenceCondition[];
  /** Attributes of the table that must be stated, for example the version of a codebook. */
  readonly stated?: readonly string[];
}

/** A bound for a numeric column of the table, or both bounds; each is included. */
export interface EvidenceCondition {
  readonly column: string;
  readonly title: LocalizedText;
  readonly atLeast?: number;
  readonly atMost?: number;
}
