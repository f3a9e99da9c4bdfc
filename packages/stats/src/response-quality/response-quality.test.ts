import fc from "fast-check";
import { describe, expect, test } from "vitest";
import r from "../../fixtures/r/response-quality.json" with { type: "json" };
import {
  type Answer,
  assessResponseQuality,
  type BurstRule,
  burstFlags,
  type ComparableResponse,
  type DuplicateRule,
  duplicateResponses,
  failedChecks,
  intraIndividualVariability,
  longString,
  mahalanobisDistances,
  type QualityRow,
  type QualityRules,
  relativeSpeed,
} from "../index.js";

function ok<T extends { readonly status: string }>(outcome: T): Extract<T, { readonly status: "ok" }> {
  if (outcome.status !== "ok") throw new Error(JSON.stringify(outcome));
  return outcome as Extract<T, { readonly status: "ok" }>;
}
function near(found: number | null | undefined, expected: number | null, tolerance = 1e-12): void {
  if (expected === null) expect(found ?? null).toBeNull();
  else
    expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThanOrEqual(
      tolerance * Math.max(1e-6, Math.abs(expected)),
    );
}
const value = <T extends { readonly status: string }, V>(
  outcome: T,
  take: (one: Extract<T, { status: "ok" }>) => V,
) => (outcome.status === "ok" ? take(outcome as Extract<T, { status: "ok" }>) : null);

// R 4.2.2 rle(), sd(), mahalanobis(), pchisq(), fixtures/r/response-quality.R.
describe("agrees with R", () => {
  test("longString and intraIndividualVariability", () => {
    expect(r.holes.length).toBe(60);
    for (const [index, row] of r.holes.entries()) {
      near(
        value(longString(row), (one) => one.longest),
        r.longest[index] ?? null,
      );
      near(
        value(longString(row), (one) => one.average),
        r.average[index] ?? null,
      );
      near(
        value(intraIndividualVariability(row), (one) => one.value),
        r.irv[index] ?? null,
      );
    }
  });
  test("mahalanobisDistances", () => {
    const found = ok(mahalanobisDistances(r.answers));
    near(found.cut, r.cut99);
    for (const [index, row] of found.rows.entries()) {
      near(row?.squaredDistance, r.squaredDistance[index] ?? null);
      near(row?.pValue, r.pValue[index] ?? null, 1e-10);
      expect(row?.flagged).toBe((r.squaredDistance[index] ?? 0) > r.cut99);
    }
    expect(found.rows[1]?.flagged).toBe(true);
  });
  test("relativeSpeed by page and in total", () => {
    const pages = ok(relativeSpeed(r.pages));
    const total = ok(
      relativeSpeed(
        r.pages.map((row) => (row.includes(null) ? null : row.reduce<number>((a, b) => a + (b ?? 0), 0))),
      ),
    );
    for (const [index] of r.pages.entries()) {
      near(pages.rows[index]?.index, r.pageSpeed[index] ?? null);
      near(total.rows[index]?.index, r.totalSpeed[index] ?? null);
    }
    expect(pages.rows[4]).toEqual({ index: 3, pages: 3, flagged: true });
  });
});

const answers = fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(null)), {
  minLength: 1,
  maxLength: 20,
});

describe("longString", () => {
  test("lies between 1 and the number of answers; reversal and recoding change nothing", () => {
    fc.assert(
      fc.property(answers, (list) => {
        const found = longString(list);
        fc.pre(found.status === "ok");
        const one = ok(found);
        expect(one.longest).toBeGreaterThanOrEqual(one.average);
        expect(one.longest).toBeLessThanOrEqual(one.answered);
        expect(list.slice(one.start, one.start + one.longest)).toEqual(Array(one.longest).fill(one.answer));
        expect(ok(longString([...list].reverse())).longest).toBe(one.longest);
        expect(ok(longString(list.map((item) => (item === null ? null : `${6 - item}`)))).longest).toBe(
          one.longest,
        );
        expect(ok(longString(list, { missing: "skips" })).longest).toBeGreaterThanOrEqual(one.longest);
        expect(ok(longString(list, { missing: "skips" })).longest).toBe(
          ok(longString(list.filter((item) => item !== null))).longest,
        );
      }),
    );
  });
  test("missing answers, kinds of answers, no answers", () => {
    expect(ok(longString([2, 2, null, 2])).longest).toBe(2);
    expect(ok(longString([2, 2, null, 2], { missing: "skips" }))).toMatchObject({
      longest: 3,
      average: 3,
      start: 0,
    });
    expect(ok(longString([1, "1", 1])).longest).toBe(1);
    expect(ok(longString([0, -0])).longest).toBe(2);
    expect(ok(longString(new Uint8Array([5, 5, 5]))).longest).toBe(3);
    for (const none of [[], [null, undefined]])
      expect(longString(none)).toMatchObject({ reason: "no-answers" });
  });
});

describe("intraIndividualVariability", () => {
  test("edge cases", () => {
    expect(intraIndividualVariability([])).toMatchObject({ reason: "no-observations" });
    expect(intraIndividualVariability([3, null])).toMatchObject({ reason: "single-observation" });
    expect(intraIndividualVariability([4, 4, 4])).toEqual({ status: "ok", value: 0 });
  });
});

describe("mahalanobisDistances", () => {
  const matrices = fc.integer({ min: 1, max: 4 }).chain((items) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: items, maxLength: items }), {
      minLength: items + 2,
      maxLength: 25,
    }),
  );
  test("distances sum to (n − 1)·items, none exceeds (n − 1)²/n, and units do not matter", () => {
    fc.assert(
      fc.property(matrices, (rows) => {
        const found = mahalanobisDistances(rows);
        fc.pre(found.status === "ok");
        const { rows: placed, n, degreesOfFreedom } = ok(found);
        const distances = placed.map((row) => row?.squaredDistance ?? Number.NaN);
        near(
          distances.reduce((a, b) => a + b, 0),
          (n - 1) * degreesOfFreedom,
          1e-8,
        );
        expect(Math.max(...distances)).toBeLessThanOrEqual(((n - 1) ** 2 / n) * (1 + 1e-8));
        const turned = ok(
          mahalanobisDistances([...rows].reverse().map((row) => row.map((item, j) => 7 - item * 10 ** j))),
        );
        for (const [index, row] of [...turned.rows].reverse().entries())
          expect(Math.abs((row?.squaredDistance ?? Number.NaN) - (distances[index] ?? 0))).toBeLessThan(1e-6);
      }),
      { numRuns: 60 },
    );
  });
  test("rows that lack an answer have no distance and no say", () => {
    const complete = [
      [1, 2],
      [2, 1],
      [3, 4],
      [4, 3],
      [5, 1],
    ];
    const holed = ok(mahalanobisDistances([[null, 99], ...complete, [1, undefined]]));
    expect(holed).toMatchObject({ n: 5, missing: 2, level: 0.99, degreesOfFreedom: 2 });
    expect(holed.rows.slice(1, -1)).toEqual(ok(mahalanobisDistances(complete)).rows);
    expect([holed.rows[0], holed.rows[6]]).toEqual([null, null]);
  });
  test.each([
    ["no-observations", []],
    ["no-observations", [[null], [null]]],
    ["no-answers", [[], []]],
    [
      "too-few-observations",
      [
        [1, 2],
        [2, 3],
      ],
    ],
    [
      "constant-item",
      [
        [1, 4],
        [2, 4],
        [3, 4],
      ],
    ],
    [
      "collinear-items",
      [
        [1, 2],
        [2, 4],
        [3, 6],
        [7, 14],
      ],
    ],
  ])("%s", (reason, rows) => {
    expect(mahalanobisDistances(rows)).toMatchObject({ status: "not-computable", reason });
  });
});

describe("relativeSpeed", () => {
  const times = fc.array(fc.oneof(fc.integer({ min: 1, max: 900 }), fc.constant(null)), {
    minLength: 1,
    maxLength: 15,
  });
  test("unit and order do not matter; half at least are no faster than normal", () => {
    fc.assert(
      fc.property(times, (durations) => {
        fc.pre(durations.some((time) => time !== null));
        const plain = ok(relativeSpeed(durations));
        const turned = ok(
          relativeSpeed([...durations].reverse().map((time) => (time === null ? null : time * 0.001))),
        );
        for (const [index, row] of [...turned.rows].reverse().entries())
          near(row?.index, plain.rows[index]?.index ?? null);
        const known = plain.rows.filter((row) => row !== null);
        expect(known.filter((row) => row.index <= 1).length * 2).toBeGreaterThanOrEqual(known.length);
        expect(plain.rows.map((row) => row === null)).toEqual(durations.map((time) => time === null));
      }),
    );
  });
  test("clip, cut, a page without times, times of 0", () => {
    expect(ok(relativeSpeed([100, 100, 10], { clip: 5 })).rows[2]).toEqual({
      index: 5,
      pages: 1,
      flagged: true,
    });
    expect(ok(relativeSpeed([100, 100, 60], { flagAt: 1.5 })).rows[2]?.flagged).toBe(true);
    const found = ok(relativeSpeed([[10, null, 0], [20, null, 0], null, [40, null, 3], [0, null, -0]]));
    expect(found.medians).toEqual([15, null, null]);
    expect(found.rows).toEqual([
      { index: 1.5, pages: 1, flagged: false },
      { index: 0.75, pages: 1, flagged: false },
      null,
      { index: 0.375, pages: 1, flagged: false },
      { index: 3, pages: 1, flagged: true },
    ]);
  });
  test("nothing to go by", () => {
    expect(relativeSpeed([])).toMatchObject({ reason: "no-observations" });
    for (const none of [[null], [0, 0, 5], [[], []], [[null], [null]]])
      expect(relativeSpeed(none as number[])).toMatchObject({ reason: "no-usable-times" });
  });
});

describe("duplicateResponses", () => {
  const hour = 3_600_000;
  test("by answers, enough of them", () => {
    const responses = [
      { answers: [5, 5, null] },
      { answers: [5, 5, null] },
      { answers: [null, null, null] },
      {},
      { answers: ["5", 5, null] },
    ];
    expect(ok(duplicateResponses(responses, { by: "answers" }))).toMatchObject({
      groups: [[0, 1]],
      flagged: [1],
      notCompared: [2, 3],
    });
    expect(ok(duplicateResponses(responses, { by: "answers", leastAnswers: 3 }))).toMatchObject({
      groups: [],
      notCompared: [0, 1, 2, 3, 4],
    });
  });
  test("the earliest stands, chains hold together, later returns do not count", () => {
    const at = (respondent: string | number, timeMs: number | null) => ({ respondent, timeMs });
    const responses = [
      at("a", 3 * hour),
      at("a", 2 * hour),
      at("a", hour),
      at("a", 9 * hour),
      at("b", null),
      at("b", null),
      at(1, 0),
      at("1", 0),
    ];
    expect(ok(duplicateResponses(responses, { by: "respondent", withinMs: hour }))).toEqual({
      status: "ok",
      groups: [[2, 1, 0]],
      flagged: [0, 1],
      notCompared: [4, 5],
    });
    expect(ok(duplicateResponses(responses, { by: "respondent" })).groups).toEqual([
      [2, 1, 0, 3],
      [4, 5],
    ]);
  });
  test("one of each set stands, whatever the order", () => {
    const rows = fc.array(
      fc.record({
        respondent: fc.constantFrom("a", "b", "__proto__"),
        timeMs: fc.integer({ min: 0, max: 30 }),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 10 }), (list, withinMs) => {
        const plain = ok(duplicateResponses(list, { by: "respondent", withinMs }));
        const turned = ok(duplicateResponses([...list].reverse(), { by: "respondent", withinMs }));
        expect(turned.flagged.length).toBe(plain.flagged.length);
        const wider = ok(duplicateResponses(list, { by: "respondent", withinMs: withinMs + 5 }));
        expect(wider.flagged.length).toBeGreaterThanOrEqual(plain.flagged.length);
        const all = ok(duplicateResponses(list, { by: "respondent" }));
        expect(list.length - all.flagged.length).toBe(new Set(list.map((row) => row.respondent)).size);
      }),
    );
  });
  test("no responses", () => {
    expect(duplicateResponses([], { by: "answers" })).toMatchObject({ reason: "no-observations" });
  });
});

describe("burstFlags", () => {
  test("agrees with looking at every window", () => {
    const lists = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(
        lists,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 6 }),
        (times, windowMs, most) => {
          const expected = new Set<number>();
          let busiest = 0;
          for (let start = -20; start <= 60; start++) {
            const inside = times.flatMap((time, row) =>
              time >= start && time < start + windowMs ? [row] : [],
            );
            busiest = Math.max(busiest, inside.length);
            if (inside.length > most) for (const row of inside) expected.add(row);
          }
          const found = ok(burstFlags(times, { windowMs, most }));
          expect(found.flagged).toEqual([...expected].sort((a, b) => a - b));
          expect(found.busiest).toBe(busiest);
          expect(times).toContain(found.busiestStartMs);
        },
      ),
    );
  });
  test("missing times, ends of windows, none", () => {
    expect(ok(burstFlags([null, 0, 10], { windowMs: 10, most: 1 }))).toMatchObject({
      flagged: [],
      busiest: 1,
      missing: 1,
    });
    expect(ok(burstFlags([null, 0, 9], { windowMs: 10, most: 1 })).flagged).toEqual([1, 2]);
    expect(burstFlags([null], { windowMs: 10, most: 1 })).toMatchObject({ reason: "no-observations" });
  });
});

describe("failedChecks", () => {
  const checks = [
    { item: "agree", accept: [4, 5] },
    { item: "constructor", accept: ["no"] },
  ];
  test("failed, passed, unanswered", () => {
    expect(ok(failedChecks({ agree: 5 }, checks))).toEqual({
      status: "ok",
      failed: [],
      passed: ["agree"],
      unanswered: ["constructor"],
    });
    expect(ok(failedChecks({ agree: "5" }, checks, { unanswered: "failed" })).failed).toEqual([
      "agree",
      "constructor",
    ]);
    expect(failedChecks({ agree: null }, checks)).toMatchObject({ reason: "no-answers" });
    expect(ok(failedChecks({}, checks, { unanswered: "failed" })).failed.length).toBe(2);
  });
});

describe("assessResponseQuality", () => {
  const rows: QualityRow[] = r.answers.map((list, index) => ({
    id: `r${index}`,
    answers: list,
    durationMs: index === 4 ? 10 : 200 + index,
    timeMs: index < 5 ? index : index * 100_000,
    respondent: index === 9 ? "p8" : `p${index}`,
    checks: { look: index === 11 ? 1 : 4 },
  }));
  const rules: QualityRules = {
    longString: { atLeast: 8 },
    lowVariability: { atMost: 0 },
    highVariability: { atLeast: 2 },
    mahalanobis: { level: 0.999 },
    relativeSpeed: {},
    duplicates: { by: "respondent" },
    bursts: { windowMs: 1000, most: 4 },
    checks: { list: [{ item: "look", accept: [4] }] },
  };
  const reasonsOf = (index: number, given = rules) =>
    ok(assessResponseQuality(rows, given)).responses[index]?.reasons.map((reason) => reason.rule);

  test("every rule gives its reason", () => {
    expect(reasonsOf(0)).toEqual(["longString", "lowVariability", "bursts"]);
    expect(reasonsOf(1)).toEqual(["highVariability", "mahalanobis", "bursts"]);
    expect(reasonsOf(4)).toEqual(["relativeSpeed", "bursts"]);
    expect(reasonsOf(9)).toEqual(["duplicates"]);
    expect(reasonsOf(11)).toEqual(["checks"]);
    const reason = ok(assessResponseQuality(rows, rules)).responses[0]?.reasons[0];
    expect(reason).toEqual({
      rule: "longString",
      measured: 8,
      limit: 8,
      message: {
        en: "8 equal answers in a row; 8 or more are flagged.",
        zh: "连续 8 个相同回答；达到 8 个即标记。",
      },
    });
  });

  test("counts with and without; nobody is lost", () => {
    for (const leastReasons of [1, 2, 3, 9]) {
      const found = ok(assessResponseQuality(rows, rules, { leastReasons }));
      expect(found.counts.flagged + found.counts.kept).toBe(rows.length);
      expect([...found.flagged, ...found.kept].sort((a, b) => a - b)).toEqual(rows.map((_, index) => index));
      expect(found.responses.filter((one) => one.flagged).length).toBe(found.counts.flagged);
      for (const one of found.responses) expect(one.flagged).toBe(one.reasons.length >= leastReasons);
    }
  });

  test("a rule says what it could not judge", () => {
    const few: QualityRow[] = [
      { id: 1, answers: [1, 2, null] },
      { id: 2, durationMs: 30 },
      { id: 3, answers: [2, 2, 2] },
    ];
    const found = ok(assessResponseQuality(few, { ...rules, longString: { atLeast: 3 } }));
    expect(found.rules.find(({ rule }) => rule === "mahalanobis")).toMatchObject({
      found: 0,
      notAssessed: 3,
      notComputable: { reason: "too-few-observations" },
    });
    expect(found.rules.find(({ rule }) => rule === "longString")).toEqual({
      rule: "longString",
      found: 1,
      notAssessed: 1,
    });
    expect(found.responses[1]?.notAssessed).toEqual([
      "longString",
      "lowVariability",
      "highVariability",
      "mahalanobis",
      "duplicates",
      "bursts",
      "checks",
    ]);
    expect(found.responses[1]?.flagged).toBe(false);
  });

  test("order of the rows decides nothing but order", () => {
    const plain = ok(assessResponseQuality(rows, rules));
    const turned = ok(
      assessResponseQuality([...rows].reverse(), { ...rules, duplicates: { by: "answers" } }),
    );
    expect(turned.counts.all).toBe(plain.counts.all);
    const sets = (found: typeof plain) => found.rules.filter(({ rule }) => rule !== "duplicates");
    expect(sets(turned)).toEqual(sets(plain));
  });

  test("no rows", () => {
    expect(assessResponseQuality([], rules)).toMatchObject({ reason: "no-observations" });
  });
});

type Call = () => unknown;
const any = <T>(input: unknown) => input as T;
test.each<[string, Call]>([
  ["argument.not-a-list", () => longString(any<Answer[]>("444"))],
  ["answer.not-allowed", () => longString([Number.NaN])],
  ["answer.not-allowed", () => longString(any<Answer[]>([{}]))],
  ["document.not-allowed", () => longString([1], { missing: any("break") })],
  ["argument.not-a-number", () => intraIndividualVariability(any<number[]>(["3"]))],
  ["rows.not-a-list", () => mahalanobisDistances(any<number[][]>({}))],
  ["rows.ragged", () => mahalanobisDistances([[1, 2], [1]])],
  ["level.out-of-range", () => mahalanobisDistances([[1], [2]], { level: 99 })],
  ["parameter.out-of-range", () => relativeSpeed([-1])],
  ["parameter.out-of-range", () => relativeSpeed([1], { clip: 0 })],
  ["rows.ragged", () => relativeSpeed([[1, 2], [1]])],
  ["document.not-allowed", () => duplicateResponses([], any<DuplicateRule>({ by: "ip" }))],
  [
    "answer.not-allowed",
    () => duplicateResponses(any<ComparableResponse[]>([{ respondent: {} }]), { by: "respondent" }),
  ],
  ["argument.not-a-number", () => duplicateResponses([{ timeMs: Number.NaN }], { by: "answers" })],
  ["parameter.out-of-range", () => burstFlags([1], { windowMs: 0, most: 1 })],
  ["argument.not-an-object", () => burstFlags([1], any<BurstRule>(undefined))],
  ["attention-check.none", () => failedChecks({}, [])],
  ["attention-check.no-accepted-answer", () => failedChecks({}, [{ item: "a", accept: [] }])],
  ["response-quality.no-rules", () => assessResponseQuality([], {})],
  ["response-quality.no-rules", () => assessResponseQuality([], any<QualityRules>({ bursts: undefined }))],
  ["response-quality.unknown-rule", () => assessResponseQuality([], any<QualityRules>({ longstring: {} }))],
  [
    "response-quality.bad-id",
    () => assessResponseQuality(any<QualityRow[]>([{ answers: [] }]), { relativeSpeed: {} }),
  ],
  [
    "response-quality.duplicate-id",
    () => assessResponseQuality([{ id: 1 }, { id: 1 }], { relativeSpeed: {} }),
  ],
  [
    "argument.not-an-object",
    () => assessResponseQuality([{ id: 1 }], any<QualityRules>({ relativeSpeed: true })),
  ],
  [
    "argument.not-a-number",
    () => assessResponseQuality([{ id: 1, answers: ["x"] }], { lowVariability: { atMost: 1 } }),
  ],
  ["argument.not-a-number", () => assessResponseQuality([{ id: 1 }], any<QualityRules>({ longString: {} }))],
])("%s", (code, call) => {
  expect(call).toThrow(expect.objectContaining({ code }));
});
