import { CxMetricsError } from "@cxmetrics/definition";
import { inRange, type ParameterRange } from "../expect/in-range.js";
import { confidenceLevel } from "../expect/level.js";
import { namedMembers } from "../expect/named-members.js";
import { wholeSeed } from "../resampling/random-stream.js";
import type { RelativeImportanceName } from "./importance-method.js";
import { sampleNotUsed, sampleRequired, tooMuchWork } from "./problems.js";

/** Drawing of orders for the method `lmg` where there are too many to visit all. */
export interface ImportanceSample {
  /** Orders to draw, 2 to 100000. */
  readonly permutations: number;
  /** A whole number between 0 and 4294967295. */
  readonly seed: number;
}

/** How to draw rows anew. */
export interface ImportanceBootstrap {
  /** 20 to 100000; 1000 or more for an interval that is to be published. */
  readonly resamples: number;
  /** A whole number between 0 and 4294967295. */
  readonly seed: number;
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
}

/** What of chance a call asks for, checked. */
export interface RequestedDraws {
  readonly sample: ImportanceSample | undefined;
  readonly bootstrap: Required<ImportanceBootstrap> | undefined;
}

/** Visiting the subsets of more predictors would take seconds. */
const mostExact = 20;
/** Elementary steps: about a minute. */
const mostSteps = 1e10;

const permutationRange: ParameterRange = {
  holds: (value) => Number.isInteger(value) && value >= 2 && value <= 100_000,
  en: "a whole number between 2 and 100000",
  zh: "是 2 与 100000 之间的整数",
};
const resampleRange: ParameterRange = {
  holds: (value) => Number.isInteger(value) && value >= 20 && value <= 100_000,
  en: "a whole number between 20 and 100000",
  zh: "是 20 与 100000 之间的整数",
};

/** Checks what is asked for against the method and against what a call may cost. */
export function requestedDraws(
  given: { readonly sample?: unknown; readonly bootstrap?: unknown },
  method: RelativeImportanceName,
  size: number,
  n: number,
): RequestedDraws {
  const sample = given.sample === undefined ? undefined : expectSample(given.sample);
  const bootstrap = given.bootstrap === undefined ? undefined : expectBootstrap(given.bootstrap);
  if (sample && method !== "lmg")
    throw new CxMetricsError(sampleNotUsed, { path: ["sample"], values: { method } });
  if (!sample && method === "lmg" && size > mostExact)
    throw new CxMetricsError(sampleRequired, { path: ["sample"], values: { found: size, most: mostExact } });
  const onePass =
    method !== "lmg"
      ? 20 * size ** 3
      : sample
        ? (sample.permutations * size ** 3) / 6
        : 2 ** size * (size + 12);
  if ((onePass + n * size * size) * (1 + (bootstrap?.resamples ?? 0)) > mostSteps)
    throw new CxMetricsError(tooMuchWork, { path: [bootstrap ? "bootstrap" : "sample"] });
  return { sample, bootstrap };
}

function expectSample(value: unknown): ImportanceSample {
  const { permutations, seed } = namedMembers(value as ImportanceSample, "sample", ["sample"]);
  inRange(permutations, "permutations", permutationRange, ["sample", "permutations"]);
  return { permutations, seed: wholeSeed(seed) };
}

function expectBootstrap(value: unknown): Required<ImportanceBootstrap> {
  const { resamples, seed, level } = namedMembers(value as ImportanceBootstrap, "bootstrap", ["bootstrap"]);
  inRange(resamples, "resamples", resampleRange, ["bootstrap", "resamples"]);
  return { resamples, seed: wholeSeed(seed), level: confidenceLevel(level) };
}
