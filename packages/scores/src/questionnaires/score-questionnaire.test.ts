import { digestDefinition, type Outcome } from "@cxmetrics/definition";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/r/questionnaires.json" with { type: "json" };
import { defineQuestionnaire } from "./define-questionnaire.js";
import { questionnaireReferences } from "./digests.js";
import type { SubscaleEstimate } from "./estimate-subscale.js";
import { parseQuestionnaire } from "./parse-questionnaire.js";
import type { Questionnaire } from "./questionnaire.js";
import { questionnaires } from "./questionnaires.js";
import { resolveQuestionnaire } from "./resolve-questionnaire.js";
import { scoreQuestionnaire } from "./score-questionnaire.js";

const shipped: readonly Questionnaire[] = Object.values(questionnaires);
const { sus, ueq, pssuq } = questionnaires;
const loosely = scoreQuestionnaire as (...input: readonly unknown[]) => ReturnType<typeof scoreQuestionnaire>;

function ok(outcome: Outcome<SubscaleEstimate> | undefined): SubscaleEstimate {
  if (outcome?.status !== "ok") throw new Error(outcome?.status);
  return outcome;
}

describe("figures", () => {
  test.each(fixture.cases)("$id is what R gives", ({ id, answers, subscales }) => {
    const found = scoreQuestionnaire(id, answers);
    expect(Object.keys(found.subscales)).toEqual(Object.keys(subscales));
    for (const [name, expected] of Object.entries(subscales)) {
      const estimate = ok(found.subscales[name]);
      expect(estimate.value).toBeCloseTo(expected.mean, 10);
      expect(estimate.standardError).toBeCloseTo(expected.standardError, 10);
      expect(estimate.interval).toMatchObject({ status: "ok", method: "t", level: 0.95 });
      if (estimate.interval.status !== "ok") continue;
      expect(estimate.interval.lower).toBeCloseTo(expected.interval[0] as number, 9);
      expect(estimate.interval.upper).toBeCloseTo(expected.interval[1] as number, 9);
      for (const [row, score] of expected.scores.entries())
        expect(found.respondents[row]?.scores[name]).toBeCloseTo(score, 10);
    }
  });

  test.each([
    [84.1, "A+"],
    [84, "A"],
    [80.8, "A"],
    [78.9, "A-"],
    [77.2, "B+"],
    [74.1, "B"],
    [72.6, "B-"],
    [71.1, "C+"],
    [71, "C"],
    [65, "C"],
    [62.7, "C-"],
    [51.7, "D"],
    [51.6, "F"],
    [0, "F"],
  ])("a SUS of %d is graded %s (Sauro & Lewis 2016)", (score, grade) => {
    const grades = sus.subscales[0]?.grades ?? [];
    expect(grades.find(({ from }) => from === undefined || score >= from)?.grade).toBe(grade);
  });

  test("UMUX-Lite reaches from 22.9 to 87.9 by the regression, and 83.33 and 77.07 at (6, 6)", () => {
    const { respondents } = scoreQuestionnaire("umux-lite", [
      [1, 1],
      [6, 6],
      [7, 7],
    ]);
    const scores = respondents.map((one) => one.scores["sus-equivalent"]);
    expect(scores[0]).toBeCloseTo(22.9, 12);
    expect(scores[1]).toBeCloseTo(77.07, 2);
    expect(scores[2]).toBeCloseTo(87.9, 12);
    expect(respondents[1]?.scores["umux-lite"]).toBeCloseTo(83.33, 2);
  });
});

/** Answers on the scales of a questionnaire; weights of comparisons are made to add up. */
const answered = fc.constantFrom(...shipped).chain((questionnaire) => {
  const weights = fc.constantFrom([5, 4, 3, 2, 1, 0], [0, 1, 2, 3, 4, 5], [3, 2, 3, 2, 3, 2]);
  const plain = questionnaire.items.filter(({ id }) => !id.startsWith("weight-"));
  const row = fc
    .tuple(fc.tuple(...plain.map(({ scale }) => fc.integer(scale))), weights)
    .map(([answers, weight]) => (plain.length < questionnaire.itemCount ? [...answers, ...weight] : answers));
  return fc.record({
    questionnaire: fc.constant(questionnaire),
    answers: fc.array(row, { minLength: 1, maxLength: 20 }),
  });
});

describe("laws", () => {
  test("scores lie between those of the worst and the best answers", () => {
    fc.assert(
      fc.property(answered, ({ questionnaire, answers }) => {
        const { respondents, subscales } = scoreQuestionnaire(questionnaire, answers);
        for (const { id, rescale, unit } of questionnaire.subscales) {
          const estimate = ok(subscales[id]);
          expect(Number.isFinite(estimate.value)).toBe(true);
          if (rescale?.length === 1 && rescale[0]?.kind === "pomp") expect(unit).toBe("index");
          for (const { scores } of respondents) {
            const score = scores[id] as number;
            if (unit === "index") expect(score).toBeGreaterThanOrEqual(0);
            if (unit === "index") expect(score).toBeLessThanOrEqual(100);
          }
        }
      }),
    );
  });

  test("order of respondents and form of answers change nothing", () => {
    fc.assert(
      fc.property(answered, ({ questionnaire, answers }) => {
        const asObjects = answers.map((row) =>
          Object.fromEntries(questionnaire.items.map(({ id }, index) => [id, row[index]]).reverse()),
        );
        const lists = scoreQuestionnaire(questionnaire, answers);
        const objects = scoreQuestionnaire(questionnaire, [...asObjects].reverse());
        for (const { id } of questionnaire.subscales) {
          const [a, b] = [ok(lists.subscales[id]), ok(objects.subscales[id])];
          expect(b.value).toBeCloseTo(a.value, 10);
          expect(b.n).toBe(a.n);
        }
        expect(objects.respondents.at(-1)?.scores).toEqual(lists.respondents[0]?.scores);
      }),
    );
  });

  test("turning every answer round turns a score on 0–100 round", () => {
    const row = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(row, (answers) => {
        const [first, second] = scoreQuestionnaire(sus, [answers, answers.map((x) => 6 - x)]).respondents;
        expect((first?.scores["sus"] as number) + (second?.scores["sus"] as number)).toBe(100);
      }),
    );
  });
});

describe("keys", () => {
  test.each(shipped)("$id is sound, frozen, and its digest is the literal", (questionnaire) => {
    expect(defineQuestionnaire(questionnaire)).toEqual(questionnaire);
    expect(Object.isFrozen(questionnaire.subscales[0]?.items)).toBe(true);
    expect(questionnaire.examples?.length).toBeGreaterThan(0);
    expect(questionnaireReferences[questionnaire.id]).toEqual({
      id: questionnaire.id,
      version: questionnaire.version,
      digest: digestDefinition(questionnaire),
    });
    expect(resolveQuestionnaire(questionnaire.id)).toBe(questionnaire);
    expect(parseQuestionnaire(JSON.stringify(questionnaire))).toEqual(questionnaire);
  });

  test("UEQ: each scale has as many items with the positive word left as right", () => {
    for (const { items } of ueq.subscales) {
      const reversed = items.filter((id) => ueq.items.find((item) => item.id === id)?.reversed);
      expect(2 * reversed.length).toBe(items.length);
    }
    expect(ueq.subscales.flatMap(({ items }) => items).length).toBe(26);
  });

  test("moving any reversal of SUS to another item is caught by its examples or counts", () => {
    const even = fc.constantFrom(1, 3, 5, 7, 9);
    const odd = fc.constantFrom(0, 2, 4, 6, 8);
    fc.assert(
      fc.property(even, odd, (from, to) => {
        const items = sus.items.map(({ id, scale, reversed }, index) => {
          const turned = index === from ? false : index === to ? true : reversed === true;
          return { id, scale, ...(turned ? { reversed: true } : {}) };
        });
        expect(() => defineQuestionnaire({ ...sus, items })).toThrow(
          expect.objectContaining({ code: "questionnaire.bad-key" }),
        );
      }),
    );
  });

  const change = (index: number, part: object) =>
    pssuq.subscales.map((subscale, at) => (at === index ? { ...subscale, ...part } : subscale));
  const seven = { min: 1, max: 7 };
  test.each([
    ["an item twice", { items: [...pssuq.items.slice(0, 15), { id: "3", scale: seven }] }],
    ["an item missing", { items: pssuq.items.slice(0, 15) }],
    ["a number out of range", { subscales: change(3, { items: ["13", "14", "17"] }) }],
    ["an item twice in a subscale", { subscales: change(3, { items: ["13", "14", "14"] }) }],
    ["an item left out of a subscale", { subscales: change(2, { items: ["7", "8", "9", "10", "11"] }) }],
    ["a neighbour in place of an item", { subscales: change(1, { items: ["1", "2", "3", "4", "5", "7"] }) }],
    [
      "an item in no subscale",
      { subscales: change(0, { items: pssuq.items.slice(0, 15).map(({ id }) => id), size: 15 }) },
    ],
    ["a subscale twice", { subscales: [...pssuq.subscales, pssuq.subscales[0]] }],
    [
      "a reversal too many",
      { items: pssuq.items.map((item, index) => (index === 4 ? { ...item, reversed: true } : item)) },
    ],
    ["an example of another length", { examples: [{ answers: [1, 2], scores: {} }] }],
    [
      "an example with another score",
      { examples: [{ answers: pssuq.items.map(() => 4), scores: { overall: 3 } }] },
    ],
    [
      "weights of other items",
      { subscales: change(3, { statistic: { kind: "weighted-mean", weights: { 13: 1, 14: 1, 16: 1 } } }) },
    ],
    [
      "weights of 0",
      { subscales: change(3, { statistic: { kind: "weighted-mean", weights: { 13: 0, 14: 0, 15: 0 } } }) },
    ],
    [
      "a weight that is an answer",
      {
        subscales: change(3, {
          statistic: {
            kind: "respondent-weighted-mean",
            weightItems: { 13: "14", 14: "1", 15: "2" },
            total: 6,
          },
        }),
      },
    ],
    ["a slope of 0", { subscales: change(3, { rescale: [{ kind: "linear", slope: 0, intercept: 1 }] }) }],
    [
      "pomp late",
      { subscales: change(3, { rescale: [{ kind: "linear", slope: 1, intercept: 1 }, { kind: "pomp" }] }) },
    ],
    [
      "grades that rise",
      {
        subscales: change(3, { grades: [{ grade: "A", from: 1 }, { grade: "B", from: 2 }, { grade: "C" }] }),
      },
    ],
    ["grades without a last one", { subscales: change(3, { grades: [{ grade: "A", from: 1 }] }) }],
  ])("%s is a bad key", (_, part) => {
    expect(() => defineQuestionnaire({ ...pssuq, ...part })).toThrow(
      expect.objectContaining({ code: "questionnaire.bad-key" }),
    );
  });

  test.each([
    [{ items: [] }],
    [{ items: [{ id: "A b", scale: seven }] }],
    [{ items: [{ id: "1", scale: { min: 1, max: 5.5 } }] }],
    [{ items: [{ id: "1", scale: seven, reversed: "yes" }] }],
    [{ missing: { kind: "impute-mean" } }],
    [{ missing: { kind: "refuse", answered: 1 } }],
    [{ missing: { kind: "mean-of-answered" } }],
    [{ interval: { method: "wald", level: 0.95 } }],
    [{ interval: { method: "t", level: 1 } }],
    [{ licence: undefined }],
    [{ subscales: [{ id: "a" }] }],
    [{ itemCount: 0 }],
  ])("%j is malformed", (part) => {
    expect(() => defineQuestionnaire({ ...pssuq, ...part })).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^(document|scale)\./) }),
    );
  });

  test("names have hints", () => {
    expect(() => resolveQuestionnaire("ueqs")).toThrow(
      expect.objectContaining({ code: "questionnaire.unknown", message: expect.stringContaining('"ueq') }),
    );
    expect(() => resolveQuestionnaire("sus@2.0.0")).toThrow(
      expect.objectContaining({ code: "questionnaire.unknown" }),
    );
    expect(() => loosely("constructor", [])).toThrow(
      expect.objectContaining({ code: "questionnaire.unknown" }),
    );
  });
});

describe("blanks", () => {
  const gaps = [4, null, 4, 2, 4, 2, 4, 2, 4, undefined];

  test("SUS takes the middle, and says so", () => {
    const { respondents, subscales, policy } = scoreQuestionnaire("sus", [
      gaps,
      [4, 2, 4, 2, 4, 2, 4, 2, 4, 2],
    ]);
    expect(policy).toEqual({ kind: "impute-midpoint", answered: 0.5 });
    expect(respondents[0]?.scores).toMatchObject({ sus: 70, learnability: 62.5 });
    expect(ok(subscales["sus"])).toMatchObject({ imputed: 1, n: 2, base: { valid: 2, missing: 0 } });
    expect(ok(subscales["sus"]).warnings.map(({ code }) => code)).toContain("questionnaire.imputed");
  });

  test("another rule may be asked for", () => {
    const policy = { kind: "mean-of-answered", answered: 1 / 2 } as const;
    const found = scoreQuestionnaire("sus", [gaps], { policy });
    // Eight answers, each 3 of 4.
    expect(found.respondents[0]?.scores["sus"]).toBe(75);
    expect(found.policy).toEqual(policy);
    const refused = scoreQuestionnaire("sus", [gaps], { policy: { kind: "refuse" } });
    expect(refused.respondents[0]).toEqual({
      row: 0,
      scores: { sus: null, usability: null, learnability: null },
      reasons: { sus: "incomplete", usability: "incomplete", learnability: "incomplete" },
    });
    expect(refused.subscales["sus"]).toMatchObject({
      status: "not-computable",
      reason: "no-scored-respondents",
      base: { valid: 0, missing: 1, excluded: { incomplete: 1 } },
    });
  });

  test("too few answers give no score; a code may stand for no answer", () => {
    const few = [3, 99, 99, 99, 99, 99, 99, 99, 99, 99];
    const { respondents } = scoreQuestionnaire("sus", [few, [], {}].slice(0, 1), { missing: [99] });
    expect(respondents[0]?.reasons).toEqual({
      sus: "incomplete",
      usability: "incomplete",
      learnability: "no-answers",
    });
    expect(scoreQuestionnaire("sus", [{}]).respondents[0]?.reasons["sus"]).toBe("no-answers");
  });

  test("weights must be there and add up", () => {
    const ratings = [70, 20, 60, 35, 65, 50];
    expect(() => scoreQuestionnaire("nasa-tlx.weighted", [[...ratings, 5, 4, 3, 2, 1, 1]])).toThrow(
      expect.objectContaining({ code: "questionnaire.weights-total", path: ["answers", 0] }),
    );
    const counted = scoreQuestionnaire(
      "nasa-tlx.weighted",
      [
        [...ratings, 5, 4, 3, 2, 1, 1],
        [...ratings, 5, 4, 3, 2, 1, null],
        [...ratings, 5, 4, 3, 2, 1, 0],
      ],
      { onInvalid: "count" },
    );
    expect(counted.subscales["workload"]).toMatchObject({
      n: 1,
      base: { valid: 1, missing: 1, invalid: 1, excluded: { "weights-total": 1, "weights-incomplete": 1 } },
    });
  });
});

describe("edges", () => {
  test("nobody, one respondent, respondents who agree", () => {
    expect(scoreQuestionnaire("umux-lite", []).subscales["umux-lite"]).toMatchObject({
      status: "not-computable",
    });
    const one = ok(scoreQuestionnaire("umux-lite", [[6, 5]]).subscales["umux-lite"]);
    expect(one).toMatchObject({ standardError: null, standardDeviation: null });
    expect(one.interval).toMatchObject({ status: "not-computable", reason: "single-observation" });
    const same = ok(
      scoreQuestionnaire("umux-lite", [
        [6, 5],
        [5, 6],
        [6, 5],
      ]).subscales["umux-lite"],
    );
    expect(same.interval).toMatchObject({ status: "not-computable", reason: "no-variation" });
  });

  test("unusable answers exclude their respondent by reason", () => {
    const { subscales } = loosely(
      "umux-lite",
      [
        [6, 8],
        [6, 5.5],
        ["6", 5],
        [6, 5],
      ],
      { onInvalid: "count" },
    );
    expect(subscales["umux-lite"]).toMatchObject({
      n: 1,
      base: { valid: 1, invalid: 3, excluded: { "off-scale": 1, "not-whole": 1, "not-a-number": 1 } },
    });
  });

  test.each([
    ["rating.off-scale", [[6, 8]], {}],
    ["rating.not-whole", [[6, 5.5]], {}],
    ["rating.not-a-number", [[6, "5"]], {}],
    ["rating.not-a-number", [[6, Number.NaN]], {}],
    ["questionnaire.answer-count", [[6, 5, 4]], { onInvalid: "count" }],
    ["questionnaire.answer-count", [new Float64Array(3)], {}],
    ["questionnaire.unknown-item", [{ "1": 6, "3": 5 }], { onInvalid: "count" }],
    ["questionnaire.unknown-item", [JSON.parse('{"__proto__": 6}')], {}],
    ["questionnaire.answers-malformed", [6], {}],
    ["questionnaire.answers-malformed", { length: 1 }, {}],
    ["option.unknown", [[6, 5]], { levle: 0.9 }],
    ["option.not-allowed", [[6, 5]], { level: 95 }],
    ["option.not-allowed", [[6, 5]], { missing: 99 }],
    ["option.not-allowed", [[6, 5]], { onInvalid: "drop" }],
    ["document.not-allowed", [[6, 5]], { policy: { kind: "guess" } }],
  ])("%s: %j %j", (code, answers, options) => {
    expect(() => loosely("umux-lite", answers, options)).toThrow(expect.objectContaining({ code }));
  });

  test("the row and the item are named", () => {
    expect(() => scoreQuestionnaire("ux-lite", [{ ease: 4, usefulness: 5 }, { ease: 9 }])).toThrow(
      expect.objectContaining({ path: ["answers", 1, "ease"] }),
    );
  });
});
