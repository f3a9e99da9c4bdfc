import {
  type DefinitionReference,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type Interval,
  type NotComputable,
  type Warning,
} from "@cxmetrics/definition";
import { adjustPValues, fisherExact, normalDistribution } from "@cxmetrics/stats";
import { actorHistories } from "../actor-histories/actor-histories.js";
import { observedUntil } from "../actor-histories/expect-time.js";
import { followFirstEntry } from "../actor-histories/follow-first-entry.js";
import { linearSteps } from "../actor-histories/linear-steps.js";
import { engine } from "../engine.js";
import { expectLevel } from "../expect-level.js";
import type { FunnelDefinition } from "../funnel-definition.js";
import type { FunnelEvents } from "../funnel-events.js";

/** Options of `correlateFunnel`. */
export interface CorrelateFunnelOptions {
  /** Added to each cell of the table: `haldane-anscombe` ½ (the default), `one` as PostHog does, `none`. */
  readonly prior?: "haldane-anscombe" | "one" | "none";
  /** Events left out, besides those of the steps. */
  readonly exclude?: readonly string[];
  /** Fewest actors that must have done an event for it to be told; 25 where it is left out. */
  readonly leastActors?: number;
  /** Least share of those who entered that must have done it; 0.02 where it is left out. */
  readonly leastShare?: number;
  /** Confidence level of the odds ratios; 0.95 where it is left out. */
  readonly level?: number;
  /** End of observation; the time of the last event where it is left out. */
  readonly observedUntilMs?: number;
}

/** One event against conversion. */
export interface EventCorrelation {
  readonly event: string;
  /** Converted: did it, did not. Not converted: did it, did not. */
  readonly table: { readonly a: number; readonly c: number; readonly b: number; readonly d: number };
  /** Odds of conversion with the event over those without, prior added; `null` where a cell of 0 is divided by. */
  readonly oddsRatio: number | null;
  readonly direction: "success" | "failure" | "none";
  /** By the normal law of the log odds ratio with the prior added (Woolf). */
  readonly interval: Interval | NotComputable;
  /** Fisher's exact test; `null` where it cannot be had. */
  readonly p: number | null;
  /** Benjamini–Hochberg over all events told. */
  readonly adjustedP: number | null;
}

/** Events that go with conversion or with failure. */
export interface FunnelCorrelation {
  readonly status: "ok";
  readonly definition: DefinitionReference;
  readonly engine: string;
  readonly entered: number;
  readonly converted: number;
  readonly prior: "haldane-anscombe" | "one" | "none";
  /** Strongest first, by |ln odds ratio|. */
  readonly events: readonly EventCorrelation[];
  /** Events done by too few actors. */
  readonly skipped: number;
  readonly warnings: readonly Warning[];
}

const priors = { "haldane-anscombe": 0.5, one: 1, none: 0 } as const;

/**
 * Which other events go with conversion: per event a 2 × 2 table of actors, an odds ratio and a test.
 *
 * $$ OR = \frac{(a + k)(d + k)}{(b + k)(c + k)}, \qquad se(\ln OR) = \sqrt{\tfrac1{a+k} + \tfrac1{b+k} + \tfrac1{c+k} + \tfrac1{d+k}} $$
 *
 * a and c are converters who did and did not do it, b and d the others, k the prior. Each actor is followed from its first entry; an event counts only when it
 * stands after the entry and **before** the conversion (for the others: within the window and the observation). Without this what converters do
 * afterwards would look like a cause. Converters are watched for a shorter time, so that harmless events lean towards failure; and no odds ratio
 * of watched behaviour proves a cause. P-values are Fisher's, adjusted for the number of events by Benjamini–Hochberg. Sources: Haldane, Annals of Human
 * Genetics 20 (1956) 309–311; Anscombe, Biometrika 43 (1956) 461–464; Woolf, Annals of Human Genetics 19 (1955) 251–253; Benjamini and Hochberg, JRSS B 57
 * (1995) 289–300.
 *
 * @param events rows or columns, as for `tallyFunnel`
 * @param definition plain ordered steps with ties by sequence
 * @returns no events when nobody entered; warnings `funnel.imbalanced` (beyond 1 : 10) and `funnel.one-outcome`
 * @throws `CxMetricsError` `funnel.first-entry-only`, `interval.bad-level`, the codes of `tallyFunnel` and the `document.*` codes
 * @example
 * ```ts
 * const events = {
 *   actor: [1, 1, 1, 2, 2, 2, 3, 4],
 *   event: ["view", "help", "buy", "view", "help", "buy", "view", "view"],
 *   timeMs: [0, 1, 2, 0, 1, 2, 0, 9],
 * };
 * const funnel = orderedFunnel({ steps: ["view", "buy"] });
 * const { events: told } = correlateFunnel(events, funnel, { leastActors: 1 });
 * told[0]?.table; // => { a: 2, b: 0, c: 0, d: 2 }
 * told[0]?.oddsRatio; // => 25
 * ```
 */
export function correlateFunnel(
  events: FunnelEvents,
  definition: FunnelDefinition,
  options: CorrelateFunnelOptions = {},
): FunnelCorrelation {
  const keys = ["prior", "exclude", "leastActors", "leastShare", "level", "observedUntilMs"];
  const record = expectRecord(options, ["options"], [], keys);
  const names = ["haldane-anscombe", "one", "none"] as const;
  const prior = expectOneOf(record["prior"] ?? "haldane-anscombe", ["options", "prior"], names);
  const exclude = expectList(record["exclude"] ?? [], ["options", "exclude"], (name, path) =>
    expectText(name, path),
  );
  const leastActors = expectNumber(record["leastActors"] ?? 25, ["options", "leastActors"], { least: 1 });
  const leastShare = expectNumber(record["leastShare"] ?? 0.02, ["options", "leastShare"], {
    least: 0,
    most: 1,
  });
  const level = expectLevel(record["level"] === undefined ? {} : { level: record["level"] });
  const steps = linearSteps(definition);
  const histories = actorHistories(events);
  const { events: dense, rows, from } = histories;
  const untilMs = observedUntil(record["observedUntilMs"], histories);
  const codes = dense.eventNames.length;
  const leftOut = new Set([...exclude, ...steps.events.flat()]);
  const withSuccess = new Float64Array(codes);
  const withFailure = new Float64Array(codes);
  const seenBy = new Int32Array(codes).fill(-1);
  let entered = 0;
  let converted = 0;
  followFirstEntry(histories, steps, (actor, reached, places) => {
    const timeAt = (place: number) => dense.timeMs[rows[place] as number] as number;
    const entry = places[0] as number;
    if (timeAt(entry) > untilMs) return;
    const limit = Math.min(untilMs, timeAt(entry) + steps.windowMs);
    const last = places[reached - 1] as number;
    const success = reached === steps.events.length && timeAt(last) <= limit;
    const end = success ? last : (from[actor + 1] as number);
    entered++;
    if (success) converted++;
    const into = success ? withSuccess : withFailure;
    for (let place = entry + 1; place < end && timeAt(place) <= limit; place++) {
      const code = dense.event[rows[place] as number] as number;
      if (seenBy[code] === actor) continue;
      seenBy[code] = actor;
      into[code] = (into[code] as number) + 1;
    }
  });
  const told: Omit<EventCorrelation, "adjustedP">[] = [];
  let skipped = 0;
  for (let code = 0; code < codes; code++) {
    const [a, b] = [withSuccess[code] as number, withFailure[code] as number];
    const event = dense.eventNames[code] as string;
    if (a + b === 0 || leftOut.has(event)) continue;
    if (a + b < leastActors || a + b < leastShare * entered) skipped++;
    else told.push(correlation(event, a, b, converted - a, entered - converted - b, priors[prior], level));
  }
  const adjusted = adjustPValues(
    told.map(({ p }) => p),
    "bh",
  );
  return {
    status: "ok",
    definition: steps.definition,
    engine,
    entered,
    converted,
    prior,
    events: told
      .map((one, index) => ({ ...one, adjustedP: adjusted[index] ?? null }))
      .sort((one, other) => strength(other) - strength(one) || (one.event < other.event ? -1 : 1)),
    skipped,
    warnings: [...dense.warnings, ...balanceWarnings(converted, entered - converted)],
  };
}

const strength = ({ oddsRatio }: { readonly oddsRatio: number | null }): number =>
  oddsRatio === null || oddsRatio === 0 ? Number.MAX_VALUE : Math.abs(Math.log(oddsRatio));

function correlation(
  event: string,
  a: number,
  b: number,
  c: number,
  d: number,
  k: number,
  level: number,
): Omit<EventCorrelation, "adjustedP"> {
  const divisor = (b + k) * (c + k);
  const oddsRatio = divisor === 0 ? null : ((a + k) * (d + k)) / divisor;
  const spread = 1 / (a + k) + 1 / (b + k) + 1 / (c + k) + 1 / (d + k);
  const margin = normalDistribution.quantile((1 + level) / 2) * Math.sqrt(spread);
  const test = fisherExact({ a: { successes: c, trials: c + d }, b: { successes: a, trials: a + b } });
  const upper = oddsRatio === null ? Number.NaN : oddsRatio * Math.exp(margin);
  return {
    event,
    table: { a, b, c, d },
    oddsRatio,
    direction:
      oddsRatio === 1 || (oddsRatio === null && (a === 0 || d === 0))
        ? "none"
        : oddsRatio === null || oddsRatio > 1
          ? "success"
          : "failure",
    interval:
      oddsRatio !== null && Number.isFinite(spread) && Number.isFinite(upper)
        ? { status: "ok", lower: oddsRatio * Math.exp(-margin), upper, level, method: "woolf" }
        : emptyCell,
    p: test.status === "ok" ? test.p : null,
  };
}

const emptyCell: NotComputable = {
  status: "not-computable",
  reason: "empty-cell",
  message: {
    en: "A cell of the table is empty, so the log odds ratio has no standard error. Choose a prior.",
    zh: "表中有空单元格，对数优势比没有标准误。请选用先验。",
  },
};

function balanceWarnings(success: number, failure: number): Warning[] {
  const values = { success, failure };
  if (success + failure === 0) return [];
  if (success === 0 || failure === 0)
    return [
      {
        code: "funnel.one-outcome",
        message: {
          en: "All actors had the same outcome, so nothing can go with it.",
          zh: "所有主体的结果相同，无法分析关联。",
        },
        values,
      },
    ];
  if (Math.max(success, failure) <= 10 * Math.min(success, failure)) return [];
  return [
    {
      code: "funnel.imbalanced",
      message: {
        en: "One outcome is more than ten times as frequent as the other: the odds ratios rest on few actors.",
        zh: "一种结果的数量超过另一种的十倍：优势比所依据的主体很少。",
      },
      values,
    },
  ];
}
