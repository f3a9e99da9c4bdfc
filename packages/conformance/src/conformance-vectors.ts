import type { DefinitionDocument } from "@cxmetrics/definition";

/** The areas of the vectors, one document each. */
export type ConformanceArea =
  | "definitions"
  | "engines"
  | "scores"
  | "designs"
  | "statistics"
  | "index-methods"
  | "indices"
  | "funnels";

/**
 * Where an expected number comes from. `published`: printed in a source that is named; `independent`: computed by other software, which
 * is named; `by-hand`: follows from the definition by arithmetic; `pinned`: the engine's own number, held so that it cannot move in silence.
 */
export type VectorBasis = "published" | "independent" | "by-hand" | "pinned";

/** How far a number may lie from the expected one: at most the larger of `absolute` and `relative` · |expected|. */
export interface Tolerance {
  readonly absolute?: number;
  readonly relative?: number;
}

/** A value that can be expected at a path: no object but the empty one, whose members would be expectations of their own. */
export type ExpectedValue =
  | null
  | boolean
  | number
  | string
  | readonly ExpectedValue[]
  | Readonly<Record<string, never>>;

/** One value that the output must hold. */
export interface Expectation {
  /** JSON Pointer (RFC 6901) into the output; `""` is the whole of it. */
  readonly path: string;
  readonly value: ExpectedValue;
  /** Holds for every number in `value`; without it numbers must be equal. */
  readonly tolerance?: Tolerance;
}

/** One question with the answer that every implementation must give. */
export interface ConformanceVector {
  /** Stable: small letters, digits, hyphens; unique in its document. */
  readonly id: string;
  readonly operation: string;
  /** Named inputs. A member `{ "$definition": "id@version" }` stands for that document under `definitions`. */
  readonly input: Readonly<Record<string, unknown>>;
  /** What the output must hold; members that are not named are free. */
  readonly expect?: readonly Expectation[];
  /** The code of the error with which the input must be refused. */
  readonly refuse?: { readonly code: string };
  readonly basis: VectorBasis;
  readonly source: string;
}

/** The vectors of one area, as they are published. */
export interface ConformanceVectors {
  readonly formatVersion: 1;
  readonly area: ConformanceArea;
  /** Definition documents that inputs refer to, by `id@version`. */
  readonly definitions: Readonly<Record<string, DefinitionDocument>>;
  readonly vectors: readonly ConformanceVector[];
}
