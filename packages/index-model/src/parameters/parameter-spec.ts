/**
 * What a parameter of a method may be, as data: the reader of documents, the published schema and the catalogue are all made
 * from it, so that a new method states its parameters once.
 */
export type ParameterSpec = (
  | {
      readonly type: "number";
      readonly atLeast?: number;
      readonly above?: number;
      readonly atMost?: number;
      readonly below?: number;
      readonly integer?: true;
    }
  | { readonly type: "choice"; readonly of: readonly string[] }
  | { readonly type: "text" }
  /** The id of a node. */
  | { readonly type: "node" }
  /** `{ lower, upper }` with lower < upper. */
  | { readonly type: "range" }
  /** A weight ≥ 0: a number or an exact rational such as `"6/16"`. */
  | { readonly type: "weight" }
  /** A share 0…1: a number or an exact rational. */
  | { readonly type: "share" }
  /** Rows of the reference table to fit on: `"pooled"`, `{ period }`, or, where the method allows it, `"each-period"`. */
  | { readonly type: "scope"; readonly eachPeriod?: true }
  | { readonly type: "list"; readonly of: ParameterSpec; readonly least?: number }
  | { readonly type: "record"; readonly members: ParameterSpecs }
  | { readonly type: "either"; readonly of: readonly ParameterSpec[] }
) & {
  /** Whether the parameter may be left out. */
  readonly optional?: true;
};

/** The parameters of a method by name; `method` itself is not among them. */
export type ParameterSpecs = Readonly<Record<string, ParameterSpec>>;
