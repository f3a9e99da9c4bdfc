import { expect, test } from "vitest";
import figures from "../../fixtures/r/surveys.json" with { type: "json" };
import { type ResponseCounts, type ResponseRates, responseRates } from "./response-rates.js";

const counts: ResponseCounts = {
  invited: 2000,
  delivered: 1600,
  started: 500,
  completed: 400,
  partial: 30,
  refused: 100,
  ineligible: 50,
};

test("every rate by hand, its interval by prop.test", () => {
  const rates = responseRates(counts);
  expect(Object.keys(rates).sort()).toEqual(Object.keys(figures.rates).sort());
  for (const [name, expected] of Object.entries(figures.rates)) {
    const rate = rates[name as keyof ResponseRates];
    if (rate.status !== "ok" || rate.interval.status !== "ok") throw new Error(name);
    expect(rate.value, name).toBeCloseTo(expected.value, 14);
    expect(rate.interval.lower, name).toBeCloseTo(expected.wilson[0] ?? 0, 12);
    expect(rate.interval.upper, name).toBeCloseTo(expected.wilson[1] ?? 0, 12);
    expect(rate.interval.method).toBe("wilson");
  }
});

test("AAPOR's order of rates", () => {
  const { response, responseWithPartials, responseOfDelivered } = responseRates(counts);
  const value = (rate: typeof response) => (rate.status === "ok" ? rate.value : Number.NaN);
  expect(value(response)).toBeLessThan(value(responseWithPartials));
  expect(value(response)).toBeLessThan(value(responseOfDelivered));
});

test("a count that is not known is not taken for 0", () => {
  const {
    response,
    responseWithPartials,
    responseOfDelivered,
    delivery,
    start,
    breakOff,
    cooperation,
    refusal,
  } = responseRates({ invited: 40, started: 10, completed: 8 });
  expect([response, start, breakOff].map((rate) => rate.status === "ok" && rate.value)).toEqual([
    0.2, 0.25, 0.2,
  ]);
  for (const rate of [responseWithPartials, responseOfDelivered, delivery, cooperation, refusal])
    expect(rate).toMatchObject({ reason: "count-not-given" });
});

test("nobody invited", () => {
  const rates = responseRates({ invited: 0, started: 0, completed: 0 });
  for (const rate of Object.values(rates)) expect(rate.status).toBe("not-computable");
  expect(rates.response).toMatchObject({ reason: "nobody-counted" });
  expect(responseRates({ invited: 5, started: 5, completed: 5 }, { level: 0.8 }).response).toMatchObject({
    value: 1,
    interval: { level: 0.8, upper: 1 },
  });
});

test.each<[string, object, string]>([
  ["more completed than started", { completed: 501 }, "responses.do-not-fit"],
  ["partials that were not started", { partial: 101 }, "responses.do-not-fit"],
  ["more reached than delivered", { refused: 1051 }, "responses.do-not-fit"],
  ["more delivered than invited", { delivered: 2001 }, "responses.do-not-fit"],
  ["a fraction", { completed: 1.5 }, "responses.not-allowed"],
  ["NaN", { invited: Number.NaN }, "responses.not-allowed"],
  ["a text", { delivered: "1600" }, "responses.not-allowed"],
  ["null", { delivered: null }, "responses.not-allowed"],
  ["a key of no kind", { opened: 900 }, "responses.not-allowed"],
])("refuses %s", (_, change, code) => {
  expect(() => responseRates({ ...counts, ...change })).toThrow(expect.objectContaining({ code }));
});

test("refuses what is not counts, and a level out of range", () => {
  const loosely = responseRates as (...input: readonly unknown[]) => unknown;
  expect(() => loosely(null)).toThrow(expect.objectContaining({ code: "responses.not-allowed" }));
  expect(() => loosely(counts, { level: 95 })).toThrow(
    expect.objectContaining({ code: "option.not-allowed" }),
  );
});
