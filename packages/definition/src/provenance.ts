import type { LocalizedText } from "./localized-text.js";

/**
 * How far a part of a definition may be relied on.
 *
 * - `standard-text`: transcribed from the text of a standard by someone who holds it.
 * - `published`: stated in a public source that is cited.
 * - `illustrative`: a placeholder for a decision that its users must take.
 */
export type ProvenanceStatus = "standard-text" | "published" | "illustrative";

/** Where a part of a definition comes from, so that a reader can dispute it at its source. */
export interface Provenance {
  readonly status: ProvenanceStatus;
  /** The document or person behind it, named so that it can be found. */
  readonly source: string;
  /** Clause, table or page inside the source. */
  readonly clause?: string;
  /** Address of the source. */
  readonly url?: string;
  /** Date of the source or of its retrieval, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
  /** Anything a reader must know before relying on it. */
  readonly note?: LocalizedText;
}
