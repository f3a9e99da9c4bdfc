import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EnumeratedRules, enumerateFunnel } from "../../fixtures/enumerate-funnel.js";
import { defineFunnel } from "../define-funnel.js";
import type { FunnelEvent } from "../funnel-events.js";
import { orderedFunnel } from "../ordered-funnel.js";
import { tallyFunnel } from "../tally-funnel.js";

interface Case {
  readonly events: readonly {
    readonly event: string;
    readonly timeMs: number;
    readonly mark: string | null;
    readonly actor: number;
  }[];
  readonly rules: EnumeratedRules;
}

const head = orderedFunnel({ steps: ["A"] });

/** The definition that a case's rules are written as. */
function definitionOf(rules: EnumeratedRules, more: object = {}) {
  return defineFunnel({
    ...head,
    ...rules,
    steps: rules.steps.map(({ mark, ...step }) =>
      mark === undefined ? step : { ...step, where: { property: "mark", equals: mark } },
    ),
    ...more,
  });
}

const events = fc.array(
  fc.record({
    event: fc.constantFrom("A", "A", "A", "B", "B", "B", "C", "X"),
    timeMs: fc.integer({ min: 0, max: 5 }),
    mark: fc.constantFrom("m", "n", null),
    actor: fc.constantFrom(0, 0, 0, 1),
  }),
  { minLength: 5, maxLength: 8, size: "max" },
);

const step = fc.record(
  {
    event: fc.constantFrom<string | string[]>("A", "B", "B", "C", ["A", "B"], ["B", "C"]),
    mark: fc.constant("m"),
    firstEver: fc.constant(true as const),
    optional: fc.constant(true as const),
  },
  { requiredKeys: ["event"] },
);

/** Members that may be left out, each there in a good share of the cases. */
const extras = (exclusions: boolean, gaps: boolean, adjacency: boolean) =>
  fc.record(
    {
      ...(gaps ? { gapMs: fc.integer({ min: 1, max: 3 }) } : {}),
      ...(adjacency
        ? {
            adjacency: fc.constantFrom(
              "no-foreign-event-between" as const,
              "immediately-next" as const,
              "stop-on-repeat" as const,
            ),
          }
        : {}),
      ...(exclusions
        ? {
            exclusions: fc.array(
              fc.record({
                event: fc.constantFrom("X", "X", "A", "B"),
                between: fc.tuple(fc.nat(3), fc.nat(3)),
                effect: fc.constantFrom("void-attempt" as const, "drop-actor" as const),
              }),
              { minLength: 1, maxLength: 2 },
            ),
          }
        : {}),
      dateRange: fc.constantFrom(
        { fromMs: 1, toMs: 4 },
        { fromMs: 1, toMs: null },
        { fromMs: null, toMs: 3 },
      ),
    },
    { requiredKeys: exclusions ? ["exclusions"] : [] },
  );

function casesOf(
  fixed: Pick<EnumeratedRules, "order" | "ties" | "entry" | "reuse">,
  withExtras: ReturnType<typeof extras>,
  plain: boolean,
): fc.Arbitrary<Case> {
  return fc
    .record({
      events,
      steps: fc.array(step, { minLength: 2, maxLength: 4 }),
      windowMs: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 6 }),
      more: withExtras,
      kind: fc.constantFrom("bare", "bare", "bare", "marked", "ever", "dated", "dated"),
    })
    .map(({ events: log, steps, windowMs, more, kind }) => {
      const named = steps.map(({ optional, firstEver, mark, event }, index) => {
        const inside = index > 0 && index < steps.length - 1;
        return {
          name: `s${index + 1}`,
          event,
          ...(mark !== undefined && kind === "marked" ? { mark } : {}),
          ...(firstEver && kind === "ever" ? { firstEver } : {}),
          ...(optional && inside && !plain ? { optional } : {}),
        };
      });
      const { exclusions, dateRange, ...others } = more as {
        exclusions?: { event: string; between: [number, number]; effect: "void-attempt" | "drop-actor" }[];
      } & Partial<EnumeratedRules>;
      const isOptional = (index: number) => "optional" in (named[index] ?? {});
      const kept = (exclusions ?? []).flatMap(({ between, event, effect }) => {
        const [from, to] = between.map((at) => at % named.length).sort() as [number, number];
        if (from === to || isOptional(from) || isOptional(to)) return [];
        return [
          {
            event,
            between: [`s${from + 1}`, `s${to + 1}`] as const,
            effect: fixed.entry === "every" ? ("void-attempt" as const) : effect,
          },
        ];
      });
      const stepsOf =
        "adjacency" in others
          ? named.map(({ optional: _, ...one }: { optional?: true } & (typeof named)[number]) => one)
          : named;
      return {
        events: log,
        rules: {
          ...fixed,
          ...others,
          ...(dateRange !== undefined && kind === "dated" ? { dateRange } : {}),
          steps: stepsOf,
          windowMs,
          ...(kept.length === 0 ? {} : { exclusions: kept }),
        },
      };
    });
}

/** What the enumerator makes of all actors, in the shape of a tally. */
function expectedTally({ events: log, rules }: Case) {
  const found = [0, 1].map((actor) =>
    enumerateFunnel(
      log.filter((event) => event.actor === actor),
      rules,
    ),
  );
  const attempts = found.flatMap((one) => one.attempts);
  return {
    counts: rules.steps.map((_, index) => attempts.filter(({ level }) => level > index).length),
    elapsedMs: rules.steps
      .slice(1)
      .map((_, index) => attempts.flatMap(({ elapsedMs }) => elapsedMs[index] ?? []).sort((a, b) => a - b)),
    ...(rules.exclusions?.some(({ effect }) => effect === "drop-actor")
      ? { droppedActors: found.filter(({ dropped }) => dropped).length }
      : {}),
  };
}

const rowsOf = (log: Case["events"]): FunnelEvent[] =>
  log.map(({ mark, ...event }) => ({ ...event, properties: { mark } }));

const combinations = (["sequence", "simultaneous", "strictly-later"] as const).flatMap((ties) =>
  (["once", "repeat"] as const).flatMap((reuse) =>
    (["best", "first"] as const).flatMap((entry) =>
      reuse === "repeat" && ties === "strictly-later"
        ? []
        : [{ order: "ordered" as const, ties, reuse, entry }],
    ),
  ),
);

function check(cases: fc.Arbitrary<Case>, numRuns: number, excluding = false, more: object = {}): void {
  const share = { tie: 0, repeat: 0, windowHit: 0, excluded: 0, second: 0 };
  let logs = 0;
  fc.assert(
    fc.property(cases, (one) => {
      const expected = expectedTally(one);
      const definition = definitionOf(one.rules, more);
      expect(tallyFunnel(rowsOf(one.events), definition)).toMatchObject(expected);
      const sorted = one.events.toSorted((a, b) => a.actor - b.actor || a.timeMs - b.timeMs);
      expect(tallyFunnel(rowsOf(sorted), definition)).toMatchObject(expected);
      logs++;
      const own = one.events.filter(({ actor }) => actor === 0);
      const times = new Set(own.map(({ timeMs }) => timeMs));
      share.tie += times.size < own.length ? 1 : 0;
      share.repeat += new Set(own.map(({ event }) => event)).size < own.length ? 1 : 0;
      share.windowHit += [...times].some((time) => times.has(time + (one.rules.windowMs ?? Number.NaN)))
        ? 1
        : 0;
      share.excluded += one.rules.exclusions?.some(({ event }) => own.some((row) => row.event === event))
        ? 1
        : 0;
      share.second += (expected.counts[1] ?? 0) > 0 ? 1 : 0;
    }),
    { numRuns },
  );
  for (const kind of ["tie", "repeat", "windowHit", ...(excluding ? (["excluded"] as const) : [])] as const)
    expect(share[kind] / logs, kind).toBeGreaterThan(0.3);
  expect(share.second / logs, "second").toBeGreaterThan(0.25);
}

describe("against trying every chain", () => {
  describe.each(combinations)("ties $ties, reuse $reuse, entry $entry", (fixed) => {
    test("2,000 logs, with gaps, optional and first-ever steps, predicates and date ranges", () => {
      check(casesOf(fixed, extras(false, true, false), false), 2000);
    });
    if (fixed.reuse === "once")
      test("2,000 logs with exclusions", () => {
        check(casesOf(fixed, extras(true, true, false), false), 2000, true);
      });
    if (fixed.reuse === "once" && fixed.ties === "sequence")
      test("2,000 logs with adjacency", () => {
        check(casesOf(fixed, extras(true, true, true), true), 2000, true);
      });
  });

  test.each(["best", "first"] as const)("any order, entry %s: 2,000 logs", (entry) => {
    for (const reuse of ["once", "repeat"] as const)
      check(
        casesOf({ order: "any", ties: "simultaneous", entry, reuse }, extras(false, false, false), true),
        2000,
      );
  });

  test("attempts, one after another: 2,000 logs", () => {
    const fixed = { order: "ordered", ties: "sequence", entry: "every", reuse: "once" } as const;
    check(casesOf(fixed, extras(true, true, false), true), 2000, true, { count: "attempts" });
  });
});
