import { CxMetricsError, type LocalizedText } from "@cxmetrics/definition";
import type { DesignOptions } from "@cxmetrics/scores";
import { badKeys } from "../problems.js";
import type { ReadRow } from "../read-rows.js";
import type { OnInvalid } from "./class-counts.js";

/** How the rows of a design or joint tally are read. */
export interface ReadDesignOptions
  extends Pick<DesignOptions, "populations" | "sample" | "calibratedWeights"> {
  /** Whether the query was given a weight column. */
  readonly weighted?: boolean;
  /** Whether it was given a stratum column. */
  readonly stratified?: boolean;
  /** Whether it was given a cluster column. */
  readonly clustered?: boolean;
  /** As for rating tallies. */
  readonly onInvalid?: OnInvalid;
}

/** Rows by stratum and unit, both in the order of their keys. */
export function rowsByUnit(
  rows: readonly ReadRow[],
  stratified: boolean,
  clustered: boolean,
): ReadonlyMap<string, ReadonlyMap<string | null, readonly ReadRow[]>> {
  const strata = new Map<string, Map<string | null, ReadRow[]>>();
  let keyless = 0;
  let what: LocalizedText = { en: "stratum", zh: "层" };
  for (const row of rows) {
    const stratum = stratified ? row.text("cx_stratum") : "";
    const unit = clustered ? row.text("cx_cluster") : null;
    const lacksStratum = stratified && !stratum;
    if (lacksStratum || (clustered && !unit)) {
      keyless += row.count("cx_records");
      if (!lacksStratum) what = { en: "sampling unit", zh: "抽样单元" };
      continue;
    }
    const units = strata.get(stratum ?? "") ?? new Map<string | null, ReadRow[]>();
    strata.set(stratum ?? "", units);
    const known = units.get(unit);
    if (known === undefined) units.set(unit, [row]);
    else known.push(row);
  }
  if (keyless > 0) throw new CxMetricsError(badKeys, { path: ["rows"], values: { rows: keyless, what } });
  const sorted = <V>(map: Map<string, V> | Map<string | null, V>) =>
    new Map([...(map as Map<string, V>)].sort(([a], [b]) => (a === b ? 0 : a < b ? -1 : 1)));
  return new Map([...sorted(strata)].map(([stratum, units]) => [stratum, sorted(units)]));
}
