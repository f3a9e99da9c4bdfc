import type { DefinitionReference, LocalizedText } from "@cxmetrics/definition";
import type { VersionBump } from "./semantic-version.js";

/**
 * What a change of a definition can do.
 *
 * - `breaking`: a score, grade or group of a view can change or vanish for some table.
 * - `compatible`: every figure published before stays as it is on every table; something was added, renamed or written otherwise.
 * - `editorial`: wording, sources and order of presentation.
 */
export type ChangeClass = "breaking" | "compatible" | "editorial";

/** One change between two definitions. Plain data. */
export interface DefinitionChange {
  readonly class: ChangeClass;
  readonly kind: "added" | "removed" | "changed" | "renamed" | "reordered";
  /** Where it stands: in the second document, or in the first where it was removed. */
  readonly path: readonly (string | number)[];
  /** Id of the node to which it belongs, as the second document calls it. */
  readonly node?: string;
  /** What stood there, as plain data; left out where nothing did. */
  readonly before?: unknown;
  /** What stands there now; left out where nothing does. */
  readonly after?: unknown;
  /** Share of a child in its mean before and after, as exact fractions; changes of weights only, `0` where it was no child. */
  readonly shares?: { readonly before: string; readonly after: string };
  readonly message: LocalizedText;
}

/** Every change between two definitions, what it can do, and which version it calls for. Plain data. */
export interface DefinitionDiff {
  readonly from: DefinitionReference;
  readonly to: DefinitionReference;
  /** The gravest class among the changes; `none` where the documents say the same. */
  readonly class: ChangeClass | "none";
  /** The gravest first, otherwise in the order of the documents. */
  readonly changes: readonly DefinitionChange[];
  /** Nodes that stand in the second definition under another id. */
  readonly renames: readonly { readonly from: string; readonly to: string }[];
  /** The bump due; below 1.0.0 a break calls for a minor and all else for a patch. */
  readonly bump: VersionBump;
  /** The least version that the second definition may carry. */
  readonly leastVersion: string;
  /** Whether its declared version is high enough. A published version is immutable: the least change needs a higher one. */
  readonly verdict: {
    readonly status: "sufficient" | "too-low" | "not-higher";
    readonly message: LocalizedText;
  };
}
