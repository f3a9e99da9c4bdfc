import {
  CxMetricsError,
  describeValue,
  expectRecord,
  type Interval,
  type NotComputable,
} from "@cxmetrics/definition";
import { proportionInterval } from "@cxmetrics/stats";
import { engine } from "../engine.js";
import { badOption } from "../problems.js";
import { expectOptions, refuse } from "../rating-options.js";
import type { KanoCategory } from "./classify-kano.js";
import { badKanoCount } from "./problems.js";

/** Respondents by category; the four that the coefficients rest on, and what is set aside. */
export interface KanoCounts
  extends Readonly<Record<Exclude<KanoCategory, "reverse" | "questionable">, number>> {
  readonly reverse?: number;
  readonly questionable?: number;
  readonly missing?: number;
}

/** How far a feature satisfies when it is there and dissatisfies when it is not. */
export interface KanoCoefficients {
  readonly status: "ok";
  /** (A + O)/(A + O + M + I), 0…1. */
  readonly better: number;
  /** −(O + M)/(A + O + M + I), −1…0. */
  readonly worse: number;
  /** Wilson interval of the share behind `better`. */
  readonly betterInterval: Interval;
  /** Wilson interval of the share behind `worse`, negated. */
  readonly worseInterval: Interval;
  /** Respondents in the base: A + O + M + I. */
  readonly n: number;
  /** Respondents outside the base. */
  readonly excluded: { readonly reverse: number; readonly questionable: number; readonly missing: number };
  /** The most frequent category of all six; several when they tie. */
  readonly mode: readonly KanoCategory[];
  readonly engine: string;
}

const noRespondents: NotComputable = {
  status: "not-computable",
  reason: "no-classified-respondents",
  message: {
    en: "No respondent is attractive, one-dimensional, must-be or indifferent.",
    zh: "没有受访者属于魅力、期望、必备或无差异类别。",
  },
};

const inBase = ["attractive", "one-dimensional", "must-be", "indifferent"] as const;
const outside = ["reverse", "questionable", "missing"] as const;

/**
 * Better and worse coefficients of a feature, also called satisfaction and dissatisfaction coefficients.
 *
 * $$ better = \frac{A + O}{A + O + M + I}, \qquad worse = -\frac{O + M}{A + O + M + I} $$
 *
 * Reverse and questionable answers are outside the base and are told. Source: Berger et al. (1993), Kano's methods for understanding
 * customer-defined quality, Center for Quality of Management Journal 2(4), 3–36. The source gives no interval; Wilson's is our choice,
 * and the two coefficients are not independent, because O is in both.
 *
 * @param counts respondents by category, as `tallyKano` gives them
 * @param options confidence level, 0.95 where it is left out
 * @returns the coefficients, or `not-computable` (`no-classified-respondents`)
 * @throws `CxMetricsError` `kano.count-not-allowed`, `document.*` for other shapes, `option.unknown`, `option.not-allowed`
 * @example
 * ```ts
 * const found = kanoCoefficients({ attractive: 40, "one-dimensional": 30, "must-be": 20, indifferent: 10 });
 * found.status === "ok" && [found.better, found.worse]; // => [0.7, -0.5]
 * ```
 */
export function kanoCoefficients(
  counts: KanoCounts,
  options: { readonly level?: number | undefined } = {},
): KanoCoefficients | NotComputable {
  const given = expectRecord(counts, ["counts"], inBase, outside);
  const { level = 0.95 } = expectOptions(options, ["level"]);
  if (!(typeof level === "number" && level > 0 && level < 1))
    throw refuse(badOption, ["options", "level"], "0 < level < 1", level);
  const [attractive, oneDimensional, mustBe, indifferent] = inBase.map((name) =>
    expectCount(given[name], name),
  ) as [number, number, number, number];
  const [reverse, questionable, missing] = outside.map((name) => expectCount(given[name] ?? 0, name)) as [
    number,
    number,
    number,
  ];
  const n = attractive + oneDimensional + mustBe + indifferent;
  if (n === 0) return noRespondents;
  const wilson = (successes: number) =>
    proportionInterval({ successes, trials: n, level, method: "wilson" }) as Interval;
  const worse = wilson(oneDimensional + mustBe);
  const all = { ...given, reverse, questionable } as unknown as Readonly<Record<KanoCategory, number>>;
  const categories: readonly KanoCategory[] = [...inBase, "reverse", "questionable"];
  const most = Math.max(...categories.map((category) => all[category]));
  return {
    status: "ok",
    better: (attractive + oneDimensional) / n,
    // Adding 0 turns −0 into 0.
    worse: -(oneDimensional + mustBe) / n + 0,
    betterInterval: wilson(attractive + oneDimensional),
    worseInterval: { ...worse, lower: -worse.upper + 0, upper: -worse.lower + 0 },
    n,
    excluded: { reverse, questionable, missing },
    mode: categories.filter((category) => all[category] === most),
    engine,
  };
}

function expectCount(value: unknown, name: string): number {
  // Beyond this, sums of counts are no longer exact.
  if (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1e12) return value as number;
  throw new CxMetricsError(badKanoCount, {
    path: ["counts", name],
    values: { name, found: describeValue(value) },
  });
}
