import { expect, test } from "vitest";
import { questionnaires } from "./questionnaires.js";
import { scoreQuestionnaire } from "./score-questionnaire.js";

const { sus } = questionnaires;
/** All items one step below the best answer: 75; the first one two steps below: 72.5. */
const good = [4, 2, 4, 2, 4, 2, 4, 2, 4, 2];
const less = [3, ...good.slice(1)];
const times = <T>(count: number, item: T) => new Array<T>(count).fill(item);

function estimate(rows: readonly (readonly (number | null)[])[], options = {}) {
  const found = scoreQuestionnaire(sus, rows, options);
  const [outcome] = Object.values(found.subscales);
  if (outcome?.status !== "ok") throw new Error(outcome?.status);
  return { outcome, found };
}

test("a mean at the edge of a grade has that grade", () => {
  // (9 · 72.5 + 16 · 75)/25 = 74.1, where B begins (Sauro and Lewis 2016).
  const { outcome } = estimate([...times(9, less), ...times(16, good)]);
  expect([outcome.value, outcome.grade]).toEqual([74.1, "B"]);
});

test("fewer than ten respondents are told, and those with an answer put in", () => {
  const codes = (rows: readonly (readonly (number | null)[])[], options = {}) =>
    estimate(rows, options).outcome.warnings.map(({ code }) => code);
  expect(codes([...times(5, less), ...times(5, good)])).toEqual([]);
  expect(codes([...times(4, less), ...times(5, good)])).toEqual(["interval.small-sample"]);
  const blank = [null, ...good.slice(1)];
  const rows = [...times(2, blank), ...times(9, good)];
  const impute = { policy: { kind: "impute-midpoint", answered: 0.5 } };
  expect(codes(rows, impute)).toEqual(["questionnaire.imputed"]);
  const imputed = estimate(rows, impute).outcome;
  // The middle of 1…5 on the first item: one step below 4, so 72.5.
  expect(imputed.imputed).toBe(2);
  expect(imputed.value).toBeCloseTo((2 * 72.5 + 9 * 75) / 11, 12);
});

test("an answer below the scale is off it", () => {
  const { outcome, found } = estimate([...times(10, good), [0, ...good.slice(1)]], { onInvalid: "count" });
  expect(outcome.n).toBe(10);
  expect(new Set(Object.values(found.respondents[10]?.reasons ?? {}))).toEqual(new Set(["off-scale"]));
  expect(found.respondents[0]?.reasons).toEqual({});
});

test("a questionnaire without grades gives none", () => {
  const rows = times(3, [70, 20, 60, 35, 65, 50]);
  const [outcome] = Object.values(scoreQuestionnaire("nasa-tlx.raw", rows).subscales);
  expect(outcome).toMatchObject({ value: 50 });
  expect(outcome).not.toHaveProperty("grade");
});

test("answers that weigh nothing are no answer; the mean of those answered puts nothing in", () => {
  const ratings = [70, null, null, null, null, null];
  const policy = { kind: "mean-of-answered", answered: 0.1 } as const;
  const found = scoreQuestionnaire(
    "nasa-tlx.weighted",
    [
      [...ratings, 5, 4, 3, 2, 1, 0],
      [...ratings, 0, 5, 4, 3, 2, 1],
    ],
    { policy },
  );
  expect(found.respondents.map(({ scores }) => Object.values(scores))).toEqual([[70], [null]]);
  expect(Object.values(found.respondents[1]?.reasons ?? {})).toEqual(["incomplete"]);
  expect(Object.values(found.subscales)[0]).toMatchObject({ imputed: 0, n: 1 });
});
