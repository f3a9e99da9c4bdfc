/** Where a factor points: keys from the outside in, or joined by dots; a child of a mean may be named by its node. */
export type FactorPath = string | readonly (string | number)[];

/** What a numeric factor may be. */
export type FactorRange =
  | { readonly kind: "uniform"; readonly lower: number; readonly upper: number }
  | { readonly kind: "triangular"; readonly lower: number; readonly mode: number; readonly upper: number }
  | {
      readonly kind: "normal";
      readonly mean: number;
      readonly sd: number;
      /** Cut-off below and above; the rest is scaled up. */
      readonly lower?: number;
      readonly upper?: number;
    };

/** A number of the definition that could have been another: a weight, a goalpost, a parameter. */
export interface NumericFactor {
  readonly id: string;
  readonly path: FactorPath;
  readonly range: FactorRange;
  /** The range multiplies the number that is written. */
  readonly relative?: true;
}

/** A part of the definition that could have been another, all alternatives written out. */
export interface OptionFactor {
  readonly id: string;
  readonly path: FactorPath;
  readonly options: readonly unknown[];
}

/** A choice between settings that go together; the first is not special. */
export interface ChoiceFactor {
  readonly id: string;
  readonly choices: readonly Choice[];
}

/** One way to decide. An empty one leaves the definition as written. */
export interface Choice {
  readonly id: string;
  readonly set?: readonly { readonly path: FactorPath; readonly value: unknown }[];
  /** Nodes left out of the means that hold them. */
  readonly exclude?: readonly string[];
}

/** Something about the definition that was decided and could have been decided otherwise. */
export type Factor = NumericFactor | OptionFactor | ChoiceFactor;
