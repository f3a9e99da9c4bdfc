import { digestDefinition } from "@cxmetrics/definition";
import { describe, expect, test } from "vitest";
import { defineFunnel } from "../define-funnel.js";
import { orderedFunnel } from "../ordered-funnel.js";

const plain = orderedFunnel({ steps: ["A", "B", "C"], windowMs: 60 });
const define = (change: object) => defineFunnel({ ...plain, ...change });
const steps = (change: object, at = 1) =>
  plain.steps.map((step, index) => (index === at ? { ...step, ...change } : step));
const exclusion = { event: "X", between: ["A", "B"], effect: "void-attempt" };

const refused = (change: object, code: string, path: unknown[], words: string) => {
  expect(() => define(change)).toThrow(expect.objectContaining({ name: "CxMetricsError", code, path }));
  expect(() => define(change)).toThrow(words);
};

test("what is left out stays out of the digest", () => {
  expect(Object.keys(plain)).toEqual([
    ...["formatVersion", "id", "version", "title", "provenance"],
    ...["steps", "order", "windowMs", "ties", "entry", "reuse"],
  ]);
  expect(digestDefinition(define({ gapMs: undefined }))).toBe(digestDefinition(plain));
  expect(digestDefinition(define({ gapMs: 5 }))).not.toBe(digestDefinition(plain));
});

test.each<[string, object]>([
  ["one gap for all", { gapMs: 5 }],
  ["a gap each", { gapMs: [5, null] }],
  ["adjacency", { adjacency: "stop-on-repeat" }],
  ["exclusions", { exclusions: [{ ...exclusion, where: { property: "p", isNull: true } }] }],
  ["an actor", { actor: { unit: "group", property: "company" } }],
  ["a date range", { dateRange: { fromMs: 0, toMs: null } }],
  ["attempts", { count: "attempts", entry: "every" }],
  ["sessions", { count: "sessions", session: "visit" }],
  ["a breakdown by a step", { breakdown: { property: "p", attribution: { step: "B" } } }],
  ["any order", { order: "any", ties: "simultaneous" }],
  ["a step that may be left out", { steps: steps({ optional: true }) }],
  ["a first-ever step", { steps: steps({ firstEver: true }) }],
  [
    "every predicate",
    {
      steps: steps({
        where: {
          all: [
            { property: "p", equals: "x" },
            { any: [{ property: "q", in: [1, true] }, { not: { property: "r", isNull: false } }] },
            { property: "s", range: { from: 1, inclusive: "both" } },
          ],
        },
      }),
    },
  ],
])("%s: read as written, twice", (_, change) => {
  const funnel = define(change);
  expect(funnel).toEqual({ ...plain, ...change });
  expect(defineFunnel(funnel)).toEqual(funnel);
  expect(Object.isFrozen(funnel.steps)).toBe(true);
});

describe("rules that do not go together are refused with what to write", () => {
  test.each<[string, object, (string | number)[], string]>([
    ["any order by sequence", { order: "any" }, ["ties"], "ties: simultaneous"],
    [
      "attempts in any order",
      { order: "any", ties: "simultaneous", entry: "every" },
      ["entry"],
      "entry: best",
    ],
    ["gaps in any order", { order: "any", ties: "simultaneous", gapMs: 5 }, ["gapMs"], "order: ordered"],
    [
      "a breakdown by a step in any order",
      { order: "any", ties: "simultaneous", breakdown: { property: "p", attribution: { step: "B" } } },
      ["breakdown"],
      "order: ordered",
    ],
    ["later than itself", { ties: "strictly-later", reuse: "repeat" }, ["reuse"], "never later than itself"],
    ["repeat with exclusions", { reuse: "repeat", exclusions: [exclusion] }, ["reuse"], "reuse: once"],
    ["repeat with adjacency", { reuse: "repeat", adjacency: "immediately-next" }, ["reuse"], "reuse: once"],
    [
      "adjacency within an instant",
      { ties: "simultaneous", adjacency: "immediately-next" },
      ["ties"],
      "ties: sequence",
    ],
    ["every attempt of actors", { entry: "every" }, ["entry"], "count: attempts"],
    ["attempts by one attempt", { count: "attempts" }, ["entry"], "entry: every"],
    [
      "attempts at one instant",
      { count: "attempts", entry: "every", ties: "simultaneous" },
      ["entry"],
      "ties: sequence",
    ],
    [
      "dropping from attempts",
      { count: "attempts", entry: "every", exclusions: [{ ...exclusion, effect: "drop-actor" }] },
      ["entry"],
      "void-attempt",
    ],
    [
      "attempts broken down",
      { count: "attempts", entry: "every", breakdown: { property: "p", attribution: "all" } },
      ["entry"],
      "entry: best",
    ],
    ["sessions without a name", { count: "sessions" }, ["count"], "session: property"],
    ["a session that is not counted", { session: "visit" }, ["count"], "session: property"],
    [
      "sessions broken down",
      { count: "sessions", session: "v", breakdown: { property: "p", attribution: "all" } },
      ["count"],
      "count: actors",
    ],
    [
      "an optional first step",
      { steps: steps({ optional: true }, 0) },
      ["steps", 0, "optional"],
      "in between",
    ],
    [
      "an optional last step",
      { steps: steps({ optional: true }, 2) },
      ["steps", 2, "optional"],
      "in between",
    ],
    [
      "an optional step that bounds an exclusion",
      { steps: steps({ optional: true }), exclusions: [exclusion] },
      ["steps", 1, "optional"],
      "in between",
    ],
    [
      "an optional step with adjacency",
      { steps: steps({ optional: true }), adjacency: "immediately-next" },
      ["steps", 1, "optional"],
      "order: ordered",
    ],
    [
      "an optional step with a list of gaps",
      { steps: steps({ optional: true }), gapMs: [1, 2] },
      ["steps", 1, "optional"],
      "one number",
    ],
  ])("%s", (_, change, path, words) => refused(change, "funnel.not-supported", path, words));
});

describe("refused", () => {
  test.each<[string, object, string, (string | number)[], string]>([
    ["a gap too few", { gapMs: [1] }, "funnel.bad-gaps", ["gapMs"], "3 steps have 2 gaps"],
    ["a gap of nothing", { gapMs: 0 }, "document.wrong-type", ["gapMs"], "from 1"],
    [
      "a step nobody named",
      { exclusions: [{ ...exclusion, between: ["A", "b"] }] },
      "funnel.unknown-step",
      ["exclusions", 0, "between", 1],
      "The steps are A, B, C",
    ],
    [
      "steps the wrong way round",
      { exclusions: [{ ...exclusion, between: ["B", "A"] }] },
      "funnel.steps-out-of-order",
      ["exclusions", 0, "between"],
      "Exchange",
    ],
    [
      "an exclusion with three bounds",
      { exclusions: [{ ...exclusion, between: ["A", "B", "C"] }] },
      "funnel.steps-out-of-order",
      ["exclusions", 0, "between"],
      "between",
    ],
    [
      "a range of dates that is empty",
      { dateRange: { fromMs: 5, toMs: 5 } },
      "funnel.empty-range",
      ["dateRange"],
      "smaller",
    ],
    [
      "a range without limits",
      { dateRange: { fromMs: null, toMs: null } },
      "funnel.empty-range",
      ["dateRange"],
      "at least one",
    ],
    [
      "a predicate that says nothing",
      { steps: steps({ where: {} }) },
      "funnel.bad-predicate",
      ["steps", 1, "where"],
      "one thing",
    ],
    [
      "a predicate that says two things",
      { steps: steps({ where: { property: "p", equals: 1, isNull: true } }) },
      "funnel.bad-predicate",
      ["steps", 1, "where"],
      "one thing",
    ],
    [
      "a range of a property without limits",
      { steps: steps({ where: { property: "p", range: { inclusive: "both" } } }) },
      "funnel.empty-range",
      ["steps", 1, "where", "range"],
      "at least one",
    ],
    [
      "an optional step that says false",
      { steps: steps({ optional: false }) },
      "document.not-allowed",
      ["steps", 1, "optional"],
      "true",
    ],
    ["strict adjacency", { adjacency: "strict" }, "funnel.not-supported", ["adjacency"], "four things"],
  ])("%s", (_, change, code, path, words) => refused(change, code, path, words));

  test("predicates nested beyond reason", () => {
    let where: object = { property: "p", isNull: true };
    for (let depth = 0; depth < 40; depth++) where = { not: where };
    expect(() => define({ steps: steps({ where }) })).toThrow("one thing");
  });
});
