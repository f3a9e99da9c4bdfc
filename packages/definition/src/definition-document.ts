import type { LocalizedText } from "./localized-text.js";
import type { Provenance } from "./provenance.js";

/** The format in which definition documents are written today. A new format never changes what an old document means. */
export const formatVersion = 1;

/** What every definition document carries, whatever it defines: a score, a funnel or an index. */
export interface DefinitionDocument {
  /** Format of the document; it freezes every default. */
  readonly formatVersion: 1;
  /** Dotted lower-case name, for example `csat.top-2-of-5`. */
  readonly id: string;
  /** Semantic version of the definition itself, independent of any package. */
  readonly version: string;
  readonly title: LocalizedText;
  readonly provenance: Provenance;
}

/** Names one immutable definition; every result carries it. */
export interface DefinitionReference {
  readonly id: string;
  readonly version: string;
  /** `sha256:` and 64 hexadecimal digits over the canonical form of the document. */
  readonly digest: string;
}
