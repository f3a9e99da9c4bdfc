import { CxMetricsError } from "@cxmetrics/definition";
import type { VariancePolicy } from "@cxmetrics/scores";
import { parseList } from "../list-option.js";
import { badPopulations, populationsNeedStrata } from "../problems.js";
import { textToNumber } from "../read/text-to-number.js";
import { expectChoice } from "./expect-choice.js";

/** How the sample was drawn, as written. */
export interface DesignColumns {
  /** Columns of the stratum, `A,B`. */
  readonly strata?: string | undefined;
  /** Columns of the primary sampling unit. */
  readonly cluster?: string | undefined;
  /** Sampling units in the population: a number, `STRATUM=NUMBER,…`, or a column. */
  readonly fpc?: string | undefined;
  readonly singleUnit?: string | undefined;
}

/** How the sample was drawn, read. */
export interface SampleColumns {
  /** Whether the command line says anything of it. */
  readonly designed: boolean;
  readonly strata: readonly string[];
  readonly clusters: readonly string[];
  /** One number, numbers by stratum, or the name of a column. */
  readonly fpc: number | Readonly<Record<string, number>> | string | undefined;
}

/**
 * Reads `--strata`, `--cluster` and `--fpc`.
 *
 * @throws `CxMetricsError` `usage.empty-list-member`, `usage.bad-populations`, `usage.populations-need-strata`
 * @example
 * ```js
 * parseDesignColumns({ strata: "REGION", fpc: "north=120,south=80" }).fpc; // => { north: 120, south: 80 }
 * parseDesignColumns({ cluster: "RUNID" }).clusters; // => ["RUNID"]
 * ```
 */
export function parseDesignColumns({ strata, cluster, fpc }: DesignColumns): SampleColumns {
  const stratified = strata !== undefined;
  return {
    designed: stratified || cluster !== undefined || fpc !== undefined,
    strata: parseList(strata, "--strata"),
    clusters: parseList(cluster, "--cluster"),
    fpc: fpc === undefined ? undefined : parsePopulations(fpc.trim(), stratified),
  };
}

function parsePopulations(text: string, stratified: boolean): SampleColumns["fpc"] {
  const refuse = (problem: typeof badPopulations) =>
    new CxMetricsError(problem, { path: ["--fpc"], values: { found: text } });
  const one = textToNumber(text);
  if (one !== undefined) {
    if (stratified) throw refuse(badPopulations);
    return one;
  }
  if (!text.includes("=")) return text;
  if (!stratified) throw refuse(populationsNeedStrata);
  return Object.fromEntries(
    parseList(text, "--fpc").map((member) => {
      const at = member.lastIndexOf("=");
      const size = textToNumber(member.slice(at + 1));
      if (at < 1 || size === undefined) throw refuse(badPopulations);
      return [member.slice(0, at).trim(), size] as const;
    }),
  );
}

/** How the variance is taken: with `--fpc` corrected for the part of the population that was asked. */
export function variancePolicyOf({ fpc, singleUnit }: DesignColumns): VariancePolicy {
  return {
    finitePopulation: fpc === undefined ? "none" : "sampling-fraction",
    singleUnit: expectChoice(singleUnit, "--single-unit", ["fail", "certainty", "adjust"]) ?? "fail",
  };
}
