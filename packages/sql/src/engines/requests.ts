import type { FunnelDefinition, FunnelTally } from "@cxmetrics/funnel";
import type { RatingScale, RatingTally } from "@cxmetrics/scores";

/** Which rows of which source: those for which every condition holds. */
export interface SqlSelection {
  readonly source: string;
  /** `null` among the values stands for a blank cell. */
  readonly where: readonly { readonly column: string; readonly in: readonly (string | null)[] }[];
}

/** A rating tally is wanted. */
export interface SqlRatingRequest extends SqlSelection {
  readonly rating: string;
  readonly weight?: string;
  readonly scale: RatingScale;
  readonly missing: readonly (number | string)[];
  readonly onInvalid: "throw" | "count";
}

/** A funnel tally is wanted. */
export interface SqlFunnelRequest extends SqlSelection {
  readonly actor: string;
  readonly event: string;
  readonly time: string;
  readonly sequence?: string;
  readonly definition: FunnelDefinition;
}

/** Numbers of some columns are wanted. */
export interface SqlNumberRequest extends SqlSelection {
  readonly columns: readonly string[];
  readonly onInvalid: "throw" | "count";
}

/** Rows per combination of values; `null` is a blank cell. */
export interface SqlValueTally {
  readonly rows: number;
  readonly cells: readonly { readonly values: readonly (string | null)[]; readonly count: number }[];
}

/** Rows per pair of readings, for every pair a < b. */
export interface SqlJointTally {
  readonly rows: number;
  readonly pairs: readonly {
    readonly a: number;
    readonly b: number;
    readonly cells: readonly {
      readonly a: readonly (string | null)[];
      readonly b: readonly (string | null)[];
      readonly count: number;
    }[];
  }[];
}

/** The `TallyEngine` of `@cxmetrics/evaluation`, by shape: tallies taken by a database. */
export interface SqlTallyEngine {
  readonly name: string;
  describeSource(source: string): Promise<{ readonly rowCount: number; readonly headers: readonly string[] }>;
  tallyRatings(request: SqlRatingRequest): Promise<RatingTally>;
  tallyFunnel(request: SqlFunnelRequest): Promise<FunnelTally>;
  countValues(request: SqlSelection & { readonly columns: readonly string[] }): Promise<SqlValueTally>;
  sumColumns(request: SqlNumberRequest): Promise<{
    readonly rows: number;
    readonly complete: number;
    readonly blank: number;
    readonly invalid: number;
    readonly sums: readonly number[];
  }>;
  readNumbers(request: SqlNumberRequest): Promise<{
    readonly columns: readonly (readonly (number | null)[])[];
    readonly invalid: number;
  }>;
  tallyJoint(
    request: SqlSelection & { readonly readings: readonly (readonly string[])[] },
  ): Promise<SqlJointTally>;
}
