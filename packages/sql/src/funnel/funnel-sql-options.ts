import { CxMetricsError, expectOneOf, expectRecord, expectText } from "@cxmetrics/definition";
import type { FunnelDefinition } from "@cxmetrics/funnel";
import type { DialectName } from "../dialects/dialect.js";
import { missingColumn } from "../problems.js";
import type { SqlTable } from "../sql-text.js";
import { type PropertyType, propertyTypes, sortsOf } from "./property-types.js";

/** Columns of a table of events. */
export interface FunnelColumns {
  readonly actor: string;
  readonly event: string;
  /** Epoch milliseconds, whole or not. */
  readonly timeMs: string;
  /** Order among events of one instant. */
  readonly sequence?: string;
  /** Where the properties stand that the definition names: a column, with its type where predicates do not tell it. */
  readonly properties?: Readonly<Record<string, string | PropertyColumn>>;
}

/** A column that holds a property. */
export interface PropertyColumn {
  readonly column: string;
  readonly type: PropertyType;
}

/** How a statement follows events. */
export type FunnelForm = "windows" | "asof" | "window-funnel";

/** How a funnel tally is written as SQL. */
export interface FunnelSqlOptions {
  readonly dialect: DialectName;
  readonly table: SqlTable;
  readonly columns: FunnelColumns;
  /** Whether elapsed times are wanted; `true` where it is left out. */
  readonly times?: boolean;
  /** Says that no two different step events of an actor share an instant, where there is no sequence column. The reader checks it. */
  readonly untied?: boolean;
  /**
   * How the statement follows events. `windows` (where it is left out): running maxima, in every dialect. `asof`: ASOF joins,
   * DuckDB alone, quicker. `window-funnel`: one state of `windowFunnel` an actor, ClickHouse alone; the states merge across
   * shards and tell no times.
   */
  readonly form?: FunnelForm;
  /** Whether texts are bound (the default) or stand in the statement. */
  readonly values?: "bound" | "inline";
}

/** The options, checked. */
export interface FunnelSettings {
  readonly columns: Pick<FunnelColumns, "actor" | "event" | "timeMs" | "sequence">;
  readonly properties: ReadonlyMap<string, { readonly column: unknown; readonly type: PropertyType | null }>;
  readonly times: boolean;
  readonly untied: boolean;
  readonly form: FunnelForm;
  readonly inline: boolean;
}

/** Checks the options for a checked definition: every property that it reads has its column. */
export function readFunnelOptions(funnel: FunnelDefinition, options: unknown): FunnelSettings {
  const given = expectRecord(
    options,
    ["options"],
    ["dialect", "table", "columns"],
    ["times", "untied", "form", "values"],
  );
  const at = ["options", "columns"];
  const columns = expectRecord(
    given["columns"],
    at,
    ["actor", "event", "timeMs"],
    ["sequence", "properties"],
  );
  const named = new Map(Object.entries((columns["properties"] ?? {}) as Record<string, unknown>));
  const sorts = sortsOf(funnel);
  const wanted = new Set([
    ...sorts.keys(),
    ...(funnel.actor?.property === undefined ? [] : [funnel.actor.property]),
    ...(funnel.session === undefined ? [] : [funnel.session]),
  ]);
  const properties = new Map(
    [...wanted].map((name) => {
      const found = named.get(name);
      const path = [...at, "properties", name];
      if (found === undefined)
        throw new CxMetricsError(missingColumn, { path, values: { name, place: ".properties" } });
      if (typeof found === "string") return [name, { column: found, type: sorts.get(name)?.only() ?? null }];
      const { column, type } = expectRecord(found, path, ["column", "type"]);
      return [
        name,
        {
          column: expectText(column, [...path, "column"]),
          type: expectOneOf(type as PropertyType, [...path, "type"], propertyTypes),
        },
      ];
    }),
  );
  const flag = (name: "times" | "untied", otherwise: boolean) =>
    given[name] === undefined
      ? otherwise
      : expectOneOf(String(given[name]), ["options", name], ["true", "false"]) === "true";
  const values = expectOneOf(
    (given["values"] ?? "bound") as string,
    ["options", "values"],
    ["bound", "inline"],
  );
  return {
    columns: columns as unknown as FunnelColumns,
    properties: properties as FunnelSettings["properties"],
    times: flag("times", true),
    untied: flag("untied", false),
    form: expectOneOf(
      (given["form"] ?? "windows") as FunnelForm,
      ["options", "form"],
      ["windows", "asof", "window-funnel"],
    ),
    inline: values === "inline",
  };
}
