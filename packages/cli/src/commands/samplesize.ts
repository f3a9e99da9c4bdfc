import { CxMetricsError, type NotComputable } from "@cxmetrics/definition";
import {
  engine,
  type SampleSize,
  sampleSizeForDifference,
  sampleSizeForNetShare,
  sampleSizeForNetShareDifference,
  sampleSizeForProportion,
} from "@cxmetrics/stats";
import type { Answer, Run } from "../answer.js";
import { parseList } from "../list-option.js";
import { parseNumberOption } from "../number-option.js";
import { needsOption, optionNotUsed, tooManyVariances } from "../problems.js";
import { expectChoice } from "./expect-choice.js";
import { sizeText } from "./samplesize-text.js";
import { parseLevel } from "./score.js";

/** Options of `cx samplesize`, as written. */
export interface SampleSizeOptions {
  readonly margin: string;
  readonly share?: string;
  readonly variance?: string;
  readonly nps?: boolean;
  readonly level?: string;
  readonly power?: string;
  readonly population?: string;
  readonly deff?: string;
}

const kinds = ["share", "nps", "difference"] as const;
/** What a sample is planned for. */
export type SizeKind = (typeof kinds)[number];

/** Options beside margin, level and design effect, by what is planned. */
const taken: Readonly<Record<SizeKind, readonly string[]>> = {
  share: ["share", "population"],
  nps: ["variance", "population"],
  difference: ["variance", "nps", "power"],
};

/** What is planned, in the units of the engine. */
export interface SizePlan {
  readonly margin: number;
  readonly level: number;
  readonly power: number;
  readonly share: number;
  readonly variances: readonly [number, number];
  readonly population?: number;
  readonly designEffect: number;
}

/**
 * `cx samplesize`: completed answers needed for a margin of error, or in each of two groups to find a difference.
 *
 * @param what `share`, `nps` or `difference`
 * @param options what was written on the command line
 * @param run language and the rest of the world
 */
export async function runSampleSize(what: string, options: SampleSizeOptions, run: Run): Promise<Answer> {
  const kind = expectChoice(what, "samplesize", kinds) ?? "share";
  refuseOthers(kind, options);
  const net = kind === "nps" || options.nps === true;
  const plan = readPlan(kind, net, options);
  const found = sizeOf(kind, net, plan);
  const { margin, level, power, share, variances, population, designEffect } = plan;
  const assumed = {
    margin: net ? 100 * margin : margin,
    level,
    ...(kind === "difference" ? { power, variances, nps: net } : { population: population ?? null }),
    ...(kind === "share" ? { share } : {}),
    ...(kind === "nps" ? { variance: variances[0] } : {}),
    designEffect,
  };
  const result = found.status === "ok" ? found : { ...found, n: null, unrounded: null };
  return {
    definition: null,
    engine,
    result: { kind, ...result, perGroup: kind === "difference", assumed },
    warnings: [],
    text: sizeText(found, kind, net, plan, run),
  };
}

function refuseOthers(kind: SizeKind, options: SampleSizeOptions): void {
  for (const name of ["share", "variance", "nps", "power", "population"] as const)
    if (options[name] !== undefined && !taken[kind].includes(name))
      throw new CxMetricsError(optionNotUsed, {
        path: [`--${name}`],
        values: { choice: `samplesize ${kind}`, option: `--${name}` },
      });
}

function readPlan(kind: SizeKind, net: boolean, options: SampleSizeOptions): SizePlan {
  const most = Number.POSITIVE_INFINITY;
  const margin = parseNumberOption(options.margin, "--margin", {
    least: 0,
    most: net ? 200 : kind === "share" ? 1 : most,
    open: true,
  });
  const variances = parseList(options.variance, "--variance").map(
    (text) => parseNumberOption(text, "--variance", { least: 0, most: net ? 1 : most }) ?? 0,
  );
  if (variances.length > (kind === "difference" ? 2 : 1))
    throw new CxMetricsError(tooManyVariances, {
      path: ["--variance"],
      values: { found: options.variance ?? "", most: kind === "difference" ? 2 : 1 },
    });
  if (kind === "difference" && variances.length === 0)
    throw new CxMetricsError(needsOption, {
      path: ["--variance"],
      values: { choice: "samplesize difference", option: "--variance" },
    });
  const [first = 1, second = first] = variances;
  const population = parseNumberOption(options.population, "--population", { least: 1, most });
  return {
    margin: (margin ?? 0) / (net ? 100 : 1),
    level: parseLevel(options.level) ?? 0.95,
    power: parseNumberOption(options.power, "--power", { least: 0, most: 1, open: true }) ?? 0.8,
    share: parseNumberOption(options.share, "--share", { least: 0, most: 1 }) ?? 0.5,
    variances: [first, second],
    ...(population === undefined ? {} : { population }),
    designEffect: parseNumberOption(options.deff, "--deff", { least: 0.01, most: 1000 }) ?? 1,
  };
}

function sizeOf(kind: SizeKind, net: boolean, plan: SizePlan): SampleSize | NotComputable {
  const { margin, level, power, share, variances, population, designEffect } = plan;
  const design = { level, designEffect, ...(population === undefined ? {} : { population }) };
  if (kind === "share") return sampleSizeForProportion({ margin, proportion: share, ...design });
  if (kind === "nps") return sampleSizeForNetShare({ margin, variance: variances[0], ...design });
  const input = { difference: margin, variances, level, power, designEffect };
  return net ? sampleSizeForNetShareDifference(input) : sampleSizeForDifference(input);
}
