import { CxMetricsError } from "@cxmetrics/definition";
import type { IntraclassForm, KappaWeights, MeasurementLevel } from "@cxmetrics/stats";
import { parseList } from "../list-option.js";
import { parseNumberOption } from "../number-option.js";
import { needsOption, optionNotUsed } from "../problems.js";
import { parseRandom } from "../random-option.js";
import { textToNumber } from "../read/text-to-number.js";
import type { AgreementCommandOptions } from "./agreement.js";
import { expectChoice } from "./expect-choice.js";

const methods = ["krippendorff", "fleiss", "cohen", "gwet", "icc", "kendall"] as const;

/** Name of a coefficient on the command line. */
type AgreementMethod = (typeof methods)[number];

/** Options of `cx agreement`, read. */
export interface AgreementChoices {
  readonly method: AgreementMethod;
  /** Krippendorff's alpha: what differences mean. */
  readonly level: MeasurementLevel;
  readonly weights: KappaWeights;
  readonly form: IntraclassForm;
  readonly categories: readonly (string | number)[] | undefined;
  readonly bootstrap: { readonly resamples: number; readonly seed: number } | undefined;
  readonly confidence: number | undefined;
}

/** Options that only some coefficients take. */
const takenBy = {
  level: ["krippendorff"],
  bootstrap: ["krippendorff"],
  weights: ["cohen"],
  form: ["icc"],
  categories: ["cohen", "fleiss", "gwet"],
} as const satisfies Readonly<Record<string, readonly AgreementMethod[]>>;

/**
 * Reads the options of `cx agreement`. One that the coefficient does not take is refused rather than ignored.
 *
 * @throws `CxMetricsError` `usage.bad-choice`, `usage.option-not-used`, `usage.option-needed`, `usage.seed-missing`, and those of numbers and lists
 */
export function expectMethodOptions(options: AgreementCommandOptions): AgreementChoices {
  const method = expectChoice(options.method, "--method", methods) ?? "krippendorff";
  for (const [name, allowed] of Object.entries(takenBy))
    if (
      options[name as keyof typeof takenBy] !== undefined &&
      !(allowed as readonly string[]).includes(method)
    )
      throw misused(optionNotUsed, method, `--${name}`);
  const form = expectChoice(options.form, "--form", ["1,1", "2,1", "3,1", "1,k", "2,k", "3,k"]);
  if (method === "icc" && form === undefined) throw misused(needsOption, method, "--form");
  const draws = parseRandom(options);
  const confidence = parseNumberOption(options.confidence, "--confidence", { least: 0, most: 1, open: true });
  if (confidence !== undefined && (method === "kendall" || (method === "krippendorff" && !draws)))
    throw misused(optionNotUsed, method, "--confidence");
  const categories =
    options.categories === undefined ? undefined : parseList(options.categories, "--categories");
  return {
    method,
    level: expectChoice(options.level, "--level", ["nominal", "ordinal", "interval", "ratio"]) ?? "nominal",
    weights: expectChoice(options.weights, "--weights", ["none", "linear", "quadratic"]) ?? "none",
    form: `ICC(${form ?? "2,1"})`,
    categories: categories?.map((name) => textToNumber(name) ?? name),
    bootstrap: draws?.bootstrap === undefined ? undefined : { resamples: draws.bootstrap, seed: draws.seed },
    confidence,
  };
}

function misused(problem: typeof needsOption, method: string, option: string): CxMetricsError {
  return new CxMetricsError(problem, { path: [option], values: { choice: `--method ${method}`, option } });
}
