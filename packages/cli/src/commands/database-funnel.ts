import { CxMetricsError } from "@cxmetrics/definition";
import type { FunnelDefinition, FunnelTally } from "@cxmetrics/funnel";
import type { EngineChoice } from "../engine-choice.js";
import { notWithDatabase } from "../engine-problems.js";
import { withEngine } from "../read/open-engine.js";
import type { OpenTableOptions } from "../read/read-table.js";
import type { FunnelOptions } from "./funnel.js";

/**
 * The tally of a funnel over a table of events, taken by its database. Times stand there in epoch milliseconds.
 *
 * @throws `CxMetricsError` `usage.not-with-database`, those of `withEngine`, and of the engines: `sql.tied-events`,
 * `sql.blank-cells`, `sql.bad-times`
 */
export async function databaseFunnel(
  table: string,
  { actor, event, time, sequence, by, timeUnit }: FunnelOptions,
  definition: FunnelDefinition,
  choice: Extract<EngineChoice, { readonly url: string }>,
  options: OpenTableOptions,
): Promise<FunnelTally> {
  const given = { "--by": by, "--time-unit": timeUnit === "ms" ? undefined : timeUnit };
  for (const [option, value] of Object.entries(given))
    if (value !== undefined)
      throw new CxMetricsError(notWithDatabase, { path: [option], values: { option } });
  return withEngine(choice, table, options, (engine) =>
    engine.tallyFunnel({
      source: table,
      where: [],
      actor,
      event,
      time,
      ...(sequence === undefined ? {} : { sequence }),
      definition,
    }),
  );
}
