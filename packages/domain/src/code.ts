/** One code given to one verbatim by one coder (编码). Shares of codes and agreement between coders are computed elsewhere. */
export interface Code {
  /** Id of the verbatim. */
  readonly verbatim: string;
  readonly codebook: CodebookReference;
  readonly coder: Coder;
  /** A code of the codebook. */
  readonly code: string;
  /** From −1, wholly negative, to 1, wholly positive. */
  readonly polarity: number;
}

/** The codebook by which a code has its meaning. */
export interface CodebookReference {
  readonly id: string;
  /** Semantic version. */
  readonly version: string;
}

/** Who gave the code: a person, or a model in a named version. */
export type Coder =
  | { readonly kind: "person"; readonly id: string }
  | { readonly kind: "model"; readonly id: string; readonly version: string };
