import {
  CxMetricsError,
  expectOneOf,
  expectRecord,
  isCxMetricsError,
  type LocalizedText,
  type NotComputable,
  type ProblemPath,
} from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import { readMap } from "../read/map.js";
import type { BenefitOptions } from "./benefit-of-doubt/benefit-of-doubt.js";
import type { BordaColumnOptions } from "./borda-of-column.js";
import type { BordaOptions } from "./borda-scores.js";
import type { CategoricalOptions } from "./categorical-by-percentile.js";
import type { CohortColumn } from "./cohort-column.js";
import type { CohortTable } from "./cohort-table.js";
import type { CopelandOptions } from "./copeland-scores.js";
import type { GreyReference } from "./grey/grey-reference.js";
import type { GreyOptions } from "./grey/grey-relational.js";
import type { KemenyOptions } from "./kemeny/kemeny-ranking.js";
import type { PercentileOptions } from "./percentile-ranks.js";
import type { RankOptions } from "./rank-values.js";
import type { TopsisOptions } from "./topsis/topsis.js";
import type { TopsisIdeals } from "./topsis/topsis-ideals.js";

/** A cohort method and its parameters, as they stand in a document. */
export type CohortParameters =
  | ({ readonly method: "rank" } & RankOptions)
  | ({ readonly method: "percentile-rank" } & PercentileOptions)
  | ({ readonly method: "borda-points" } & BordaColumnOptions)
  | ({ readonly method: "categorical-percentile" } & CategoricalOptions)
  | ({ readonly method: "borda" } & BordaOptions)
  | ({ readonly method: "copeland" } & CopelandOptions)
  | ({ readonly method: "kemeny" } & KemenyOptions)
  | ({ readonly method: "benefit-of-doubt" } & BenefitOptions)
  | ({ readonly method: "topsis" } & TopsisOptions)
  | ({ readonly method: "grey-relational" } & GreyOptions);

/** What a `fit` method freezes. */
export type CohortFitted = TopsisIdeals | GreyReference;

/** The parameters of one method. */
export type ParametersOf<M extends CohortParameters["method"]> = Extract<
  CohortParameters,
  { readonly method: M }
>;

/** A method whose values depend on the whole cohort, as the registry holds it. */
export interface CohortMethod<P extends CohortParameters = CohortParameters, F = CohortFitted> {
  readonly method: P["method"];
  /** `cohort`: always looks at all units. `fit`: once fitted, a unit is scored by itself. */
  readonly kind: "cohort" | "fit";
  /** Whether it reads one column or several. */
  readonly reads: "column" | "columns";
  /** Whether it reads the weights of the columns. */
  readonly weighted: boolean;
  /** Which values are better. */
  readonly better: (parameters: P) => "higher" | "lower";
  readonly title: LocalizedText;
  /** What the method says, as LaTeX. */
  readonly formula: string;
  /** The algorithm step by step; stands where a row method has its formula. */
  readonly steps: readonly LocalizedText[];
  readonly source: string;
  readonly edgeCases: LocalizedText;
  readonly example: CohortExample<P>;
  /** Checks the parameters as they stand in a document, for a node with `count` children. */
  readonly check: (value: unknown, path: ProblemPath, count?: number) => void;
  /** Values of all units, with the trace that the method's own function gives. */
  readonly compute: (parameters: P, table: CohortTable) => CohortColumn | NotComputable;
  /** `fit` methods: what the reference population fixes. */
  readonly fit?: (parameters: P, table: CohortTable) => (F & { readonly status: "ok" }) | NotComputable;
  /** `fit` methods: value of one unit under fitted parameters. */
  readonly row?: (
    parameters: P,
    fitted: F,
    row: ArrayLike<number | null>,
    weights: readonly number[] | undefined,
  ) => { readonly status: "ok"; readonly value: number } | NotComputable;
  /** `fit` methods: the same as a formula over the children. */
  readonly lower?: (
    parameters: P,
    fitted: F,
    inputs: readonly Expression[],
    weights: readonly number[] | undefined,
  ) => Expression;
}

/** Worked example of a cohort method. */
export interface CohortExample<P extends CohortParameters = CohortParameters> {
  readonly parameters: P;
  readonly columns: readonly (readonly number[])[];
  readonly weights?: readonly number[];
  readonly values: readonly number[];
}

/** The parameters without the name of the method: the options of its function. */
export function optionsOf<P extends { readonly method: string }>({
  method: _,
  ...options
}: P): Omit<P, "method"> {
  return options;
}

/** The table of a method that reads one column. */
export function onlyColumn({ columns }: CohortTable): ArrayLike<number | null> {
  return columns[0] ?? [];
}

/**
 * Checks parameters by handing them to the method's own function over a table without units: it reads its options before it
 * looks at the data, so there is one reading of them and not two. Errors are told with the path in the document.
 */
export function checkByRunning(
  method: CohortParameters["method"],
  run: (options: never, table: CohortTable) => unknown,
): CohortMethod["check"] {
  return (value, path, count = 2) => {
    const members = readMap(value, path);
    const name = members.find(([key]) => key === "method")?.[1];
    if (name === undefined) expectRecord({}, path, ["method"]);
    expectOneOf(name, [...path, "method"], [method]);
    const options = Object.fromEntries(members.filter(([key]) => key !== "method"));
    try {
      run(options as never, { columns: Array.from({ length: count }, () => []) });
    } catch (thrown) {
      if (!isCxMetricsError(thrown)) throw thrown;
      const inner = thrown.path[0] === "options" ? thrown.path.slice(1) : thrown.path;
      throw new CxMetricsError(
        { code: thrown.code, ...thrown.messages },
        { path: [...path, ...inner], values: thrown.values },
      );
    }
  };
}
