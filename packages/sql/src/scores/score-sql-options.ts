import {
  CxMetricsError,
  describeValue,
  expectList,
  expectOneOf,
  expectRecord,
  type ProblemPath,
} from "@cxmetrics/definition";
import { type RatingScale, tallyFromCounts } from "@cxmetrics/scores";
import type { DialectName } from "../dialects/dialect.js";
import { missingColumn } from "../problems.js";
import type { SqlTable } from "../sql-text.js";

/** Columns of a table of answers. */
export interface ScoreColumns {
  /** Numbers on the scale. */
  readonly rating: string;
  /** The answer to a second question, for a joint tally. */
  readonly second?: string;
  readonly weight?: string;
  /** Key of the stratum: a text or a whole number. */
  readonly stratum?: string;
  /** Key of the primary sampling unit, nested in its stratum. */
  readonly cluster?: string;
}

/** How a score tally is written as SQL. */
export interface ScoreSqlOptions {
  readonly dialect: DialectName;
  readonly table: SqlTable;
  readonly columns: ScoreColumns;
  /** Which tally: `rating` where it is left out; `joint` needs `columns.second`. */
  readonly tally?: "rating" | "design" | "joint";
  /** The second question of a joint tally, where its scale is another. */
  readonly second?: { readonly scale: RatingScale };
  /** Codes that stand for “no answer”, for example `[99]`; `NaN` may be one. */
  readonly missing?: readonly number[];
  /** Whether texts are bound (the default) or stand in the statement. A score binds nothing. */
  readonly values?: "bound" | "inline";
}

/** The options, checked. */
export interface ScoreSettings {
  readonly tally: "rating" | "design" | "joint";
  readonly scale: RatingScale;
  readonly second: RatingScale | null;
  readonly columns: ScoreColumns;
  readonly missing: readonly number[];
  readonly inline: boolean;
}

/** Checks definition and options. */
export function readScoreOptions(definition: unknown, options: unknown): ScoreSettings {
  const given = expectRecord(
    options,
    ["options"],
    ["dialect", "table", "columns"],
    ["tally", "second", "missing", "values"],
  );
  const path = ["options", "columns"];
  const columns = expectRecord(
    given["columns"],
    path,
    ["rating"],
    ["second", "weight", "stratum", "cluster"],
  );
  const tally = expectOneOf((given["tally"] ?? "rating") as string, ["options", "tally"], [
    "rating",
    "design",
    "joint",
  ] as const);
  const needs = (name: string, there: boolean) => {
    if (there) return;
    throw new CxMetricsError(missingColumn, { path: [...path, name], values: { name, place: `.${name}` } });
  };
  if (tally === "joint") needs("second", columns["second"] !== undefined);
  const values = expectOneOf((given["values"] ?? "bound") as string, ["options", "values"], [
    "bound",
    "inline",
  ] as const);
  return {
    tally,
    scale: scaleOf(definition, ["definition"]),
    second: tally === "joint" ? scaleOf(given["second"] ?? definition, ["options", "second"]) : null,
    columns: columns as unknown as ScoreColumns,
    missing: expectCodes(given["missing"] ?? []),
    inline: values === "inline",
  };
}

/** The scale of a definition, checked where scales are at home. */
function scaleOf(definition: unknown, path: ProblemPath): RatingScale {
  if (typeof definition !== "object" || definition === null) expectRecord(definition, path, ["scale"]);
  return tallyFromCounts({}, (definition as { readonly scale: RatingScale }).scale).scale;
}

/** Codes may be NaN, which stands for a blank cell of a column of doubles. */
function expectCodes(value: unknown): readonly number[] {
  const path = ["options", "missing"];
  if (Array.isArray(value) && Array.from(value).every((code) => typeof code === "number"))
    return [...new Set(value)];
  return expectList(value, path, (code, at) =>
    expectOneOf(typeof code === "number" ? code : describeValue(code).en, at, [99]),
  );
}
