import type { Interval, NotComputable } from "@cxmetrics/definition";
import { intervalOf } from "../interval-of.js";
import type { IntraclassForm, MeanSquares } from "./intraclass-correlation.js";
import { noLimits, perfectAgreement } from "./reasons.js";
import { upperF } from "./upper-f.js";

interface LimitsInput {
  readonly form: IntraclassForm;
  readonly meanSquares: MeanSquares;
  readonly n: number;
  readonly k: number;
  readonly level: number;
}

/** Limits of Shrout and Fleiss (1979); those of the mean of k raters follow from those of one by Spearman and Brown. */
export function intraclassLimits(input: LimitsInput): Interval | NotComputable {
  const { form, level } = input;
  const two = form.startsWith("ICC(2");
  const single = two ? agreementLimits(input) : ratioLimits(input);
  if ("status" in single) return single;
  const method = two ? "icc-satterthwaite" : "icc-f";
  const [lower, upper] = form.endsWith("k)") ? single.averaged : single.one;
  if (!Number.isFinite(lower) || !Number.isFinite(upper) || lower > upper) return noLimits;
  return intervalOf(lower, upper, level, method);
}

interface BothLimits {
  readonly one: readonly [number, number];
  readonly averaged: readonly [number, number];
}

function ratioLimits({ form, meanSquares, n, k, level }: LimitsInput): BothLimits | NotComputable {
  const oneWay = form.startsWith("ICC(1");
  const error = oneWay ? meanSquares.within : meanSquares.residual;
  const df2 = oneWay ? n * (k - 1) : (n - 1) * (k - 1);
  const f = meanSquares.between / error;
  if (error === 0 || !Number.isFinite(f)) return perfectAgreement;
  if (f === 0) return noLimits;
  const high = upperF(level, n - 1, df2);
  const low = upperF(level, df2, n - 1);
  if (high === null || low === null) return noLimits;
  const lower = f / high;
  const upper = f * low;
  return {
    one: [(lower - 1) / (lower + k - 1), (upper - 1) / (upper + k - 1)],
    averaged: [1 - 1 / lower, 1 - 1 / upper],
  };
}

function agreementLimits({ meanSquares, n, k, level }: LimitsInput): BothLimits | NotComputable {
  const { between, raters, residual } = meanSquares;
  if (raters === 0 && residual === 0) return perfectAgreement;
  // As shares, so that no square overflows; the limits do not change.
  const sum = between + raters + residual;
  const [b, j, e] = [between / sum, raters / sum, residual / sum];
  const value = (b - e) / (b + (k - 1) * e + (k * (j - e)) / n);
  const a = (k * value) / (n * (1 - value));
  const c = 1 + (k * value * (n - 1)) / (n * (1 - value));
  const df = (a * j + c * e) ** 2 / ((a * j) ** 2 / (k - 1) + (c * e) ** 2 / ((n - 1) * (k - 1)));
  const high = upperF(level, n - 1, df);
  const low = upperF(level, df, n - 1);
  if (high === null || low === null) return noLimits;
  const raterPart = k * j + (k * n - k - n) * e;
  const top = n * (b - high * e);
  const bottom = n * (low * b - e);
  return {
    one: [top / (high * raterPart + n * b), bottom / (raterPart + n * low * b)],
    averaged: [top / (high * (j - e) + n * b), bottom / (j - e + n * low * b)],
  };
}
