import { CxMetricsError, type Interval, type NotComputable } from "@cxmetrics/definition";
import { proportionInterval } from "@cxmetrics/stats";
import { badOption } from "../problems.js";
import { expectOptions, refuse } from "../rating-options.js";
import { badCounts, badResponseCount } from "./problems.js";

/** What became of the people who were asked; each person counts once in each number. */
export interface ResponseCounts {
  /** Invitations sent, each to one person. */
  readonly invited: number;
  /** Invitations that arrived. */
  readonly delivered?: number | undefined;
  /** People who opened the first page. */
  readonly started: number;
  /** People who finished, by the survey's own definition. */
  readonly completed: number;
  /** People who broke off but answered enough to be counted. */
  readonly partial?: number | undefined;
  /** People who said no without starting. */
  readonly refused?: number | undefined;
  /** People who turned out not to be of the population; not counted as started or refused. */
  readonly ineligible?: number | undefined;
}

/** A rate with what it divides. */
export interface ResponseRate {
  readonly status: "ok";
  /** 0…1. */
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  /** Wilson interval: how far the rate of the process may lie from the rate found. */
  readonly interval: Interval | NotComputable;
}

/** Named rates of a survey; one whose counts were not given, or whose denominator is 0, is `not-computable`. */
export interface ResponseRates {
  /** $completed / (invited - ineligible)$; AAPOR RR1, the lowest: whoever did not react counts as eligible. */
  readonly response: ResponseRate | NotComputable;
  /** $(completed + partial) / (invited - ineligible)$; AAPOR RR2. */
  readonly responseWithPartials: ResponseRate | NotComputable;
  /** $completed / (delivered - ineligible)$; AAPOR RR5, the highest: nobody whose invitation was lost counts as eligible. */
  readonly responseOfDelivered: ResponseRate | NotComputable;
  /** $delivered / invited$. */
  readonly delivery: ResponseRate | NotComputable;
  /** $started / delivered$, or of invited where delivered is not given. */
  readonly start: ResponseRate | NotComputable;
  /** $completed / started$. */
  readonly completion: ResponseRate | NotComputable;
  /** $(started - completed - partial) / started$; partial counts 0 where it is not given. */
  readonly breakOff: ResponseRate | NotComputable;
  /** $completed / (started + refused)$; AAPOR COOP1, of those known to have been reached. */
  readonly cooperation: ResponseRate | NotComputable;
  /** $(refused + started - completed - partial) / (invited - ineligible)$; AAPOR REF1, in which break-offs are refusals. */
  readonly refusal: ResponseRate | NotComputable;
}

/**
 * Response rates under their names, because “response rate” alone means at least three of them. Each is a plain ratio with a Wilson
 * interval.
 *
 * The names follow the American Association for Public Opinion Research, Standard Definitions (10th edition, 2023), for a survey of
 * named persons: complete I, partial P, refusal and break-off R, and everybody who did not react as a non-contact. A rate says how many
 * answered, not how far they differ from those who did not.
 *
 * @param counts `invited`, `started`, `completed`; `delivered`, `partial`, `refused`, `ineligible` where known
 * @param options confidence level, 0.95 where it is left out
 * @throws `CxMetricsError` `responses.not-allowed`, `responses.do-not-fit`, `option.not-allowed`
 * @example
 * ```ts
 * const rates = responseRates({ invited: 2000, delivered: 1600, started: 500, completed: 400 });
 * rates.response.status === "ok" && rates.response.value; // => 0.2
 * rates.responseOfDelivered.status === "ok" && rates.responseOfDelivered.value; // => 0.25
 * rates.breakOff.status === "ok" && rates.breakOff.value; // => 0.2
 * rates.cooperation.status; // => "not-computable"
 * ```
 */
export function responseRates(
  counts: ResponseCounts,
  options: { readonly level?: number | undefined } = {},
): ResponseRates {
  const { level = 0.95 } = expectOptions(options, ["level"]);
  if (!(typeof level === "number" && level > 0 && level < 1))
    throw refuse(badOption, ["options", "level"], "0 < level < 1", level);
  const { invited, delivered, started, completed, partial, refused, ineligible } = expectCounts(counts);
  const rate = (numerator: number | undefined, denominator: number | undefined) =>
    rateOf(numerator, denominator, level);
  const eligible = invited - (ineligible ?? 0);
  const brokenOff = started - completed - (partial ?? 0);
  return {
    response: rate(completed, eligible),
    responseWithPartials: rate(partial === undefined ? undefined : completed + partial, eligible),
    responseOfDelivered: rate(completed, delivered === undefined ? undefined : delivered - (ineligible ?? 0)),
    delivery: rate(delivered, invited),
    start: rate(started, delivered ?? invited),
    completion: rate(completed, started),
    breakOff: rate(brokenOff, started),
    cooperation: rate(completed, refused === undefined ? undefined : started + refused),
    refusal: rate(refused === undefined ? undefined : refused + brokenOff, eligible),
  };
}

function rateOf(
  numerator: number | undefined,
  denominator: number | undefined,
  level: number,
): ResponseRate | NotComputable {
  if (numerator === undefined || denominator === undefined) return countNotGiven;
  if (denominator === 0) return nobody;
  return {
    status: "ok",
    value: numerator / denominator,
    numerator,
    denominator,
    interval: proportionInterval({ successes: numerator, trials: denominator, level, method: "wilson" }),
  };
}

const countNotGiven: NotComputable = {
  status: "not-computable",
  reason: "count-not-given",
  message: { en: "A count that this rate needs was not given.", zh: "缺少计算该比率所需的计数。" },
};

const nobody: NotComputable = {
  status: "not-computable",
  reason: "nobody-counted",
  message: { en: "The rate has nobody in its base.", zh: "该比率的基数为 0。" },
};

const names = ["invited", "delivered", "started", "completed", "partial", "refused", "ineligible"] as const;
type Counts = Readonly<Record<"invited" | "started" | "completed", number>> &
  Readonly<Record<"delivered" | "partial" | "refused" | "ineligible", number | undefined>>;

function expectCounts(value: unknown): Counts {
  const shape = `{ ${names.join(", ")} }`;
  if (typeof value !== "object" || value === null) throw refuse(badResponseCount, ["counts"], shape, value);
  for (const name of Object.keys(value))
    if (!names.some((known) => known === name)) throw refuse(badResponseCount, ["counts"], shape, name);
  const given = value as Readonly<Record<string, unknown>>;
  for (const name of names) {
    const needed = name === "invited" || name === "started" || name === "completed";
    const found = given[name];
    if (found === undefined && !needed) continue;
    // Beyond 1e12 the interval kernel ends.
    if (!(Number.isInteger(found) && (found as number) >= 0 && (found as number) <= 1e12))
      throw refuse(
        badResponseCount,
        ["counts", name],
        { en: "a whole number from 0 to 1e12", zh: " 0 到 1e12 的整数" },
        found,
      );
  }
  const counts = value as Counts;
  const { invited, delivered, started, completed, partial = 0, refused = 0, ineligible = 0 } = counts;
  const reached = delivered ?? invited;
  const reachedName = delivered === undefined ? "invited" : "delivered";
  fit("delivered", delivered ?? 0, "invited", invited);
  fit("started + refused + ineligible", started + refused + ineligible, reachedName, reached);
  fit("completed + partial", completed + partial, "started", started);
  return counts;
}

function fit(part: string, partCount: number, whole: string, wholeCount: number): void {
  if (partCount <= wholeCount) return;
  throw new CxMetricsError(badCounts, { path: ["counts"], values: { part, partCount, whole, wholeCount } });
}
