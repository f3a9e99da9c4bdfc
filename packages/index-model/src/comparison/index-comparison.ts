import type { DefinitionReference, LocalizedText } from "@cxmetrics/definition";

/** Two results set against each other. Plain data. */
export interface IndexComparison {
  readonly status: "ok";
  /** On what ground the two may be compared. */
  readonly comparability: {
    /**
     * `same-definition`: one digest. `editorial-only`: the definitions differ in wording alone. `same-scores`: they differ in ways that move no score.
     * `linked`: a link over an overlap leads from one to the other, for its node alone.
     */
    readonly verdict: "same-definition" | "editorial-only" | "same-scores" | "linked";
    readonly message: LocalizedText;
  };
  readonly definitions: { readonly a: DefinitionReference; readonly b: DefinitionReference };
  /** Units that stand in both, in the order of the first. */
  readonly units: readonly string[];
  readonly onlyInA: readonly string[];
  readonly onlyInB: readonly string[];
  /** Every node that means the same in both, by its id in the second. */
  readonly nodes: readonly NodeComparison[];
  /** Ranks of the root (of the linked node) among the units that have a value in both. */
  readonly ranks: readonly RankMove[];
}

/** One node in both results, one entry a common unit. */
export interface NodeComparison {
  readonly node: string;
  readonly before: readonly (number | null)[];
  readonly after: readonly (number | null)[];
  /** after − before; `null` where either is lacking. */
  readonly change: readonly (number | null)[];
}

/** The rank of a unit before and after; rank 1 is the best and equal values share the best place. */
export interface RankMove {
  readonly unit: string;
  readonly before: number;
  readonly after: number;
  /** before − after: positive is up. */
  readonly move: number;
}
