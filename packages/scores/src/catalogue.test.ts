import { describe, expect, test } from "vitest";
import catalogue from "../fixtures/python/catalogue.json" with { type: "json" };
import { displayValue } from "./display-value.js";
import { estimateScore } from "./estimate-score.js";
import type { ScoreDefinition } from "./score-definition.js";
import { scoreDefinitions } from "./score-definitions.js";
import { tallyFromCounts } from "./tally-from-counts.js";

const shipped: readonly ScoreDefinition[] = Object.values(scoreDefinitions);

function ok(counts: readonly number[], id: string) {
  const definition = shipped.find((one) => one.id === id) as ScoreDefinition;
  const outcome = estimateScore(tallyFromCounts(counts, definition.scale), id);
  if (outcome.status !== "ok" || outcome.interval.status !== "ok") throw new Error(outcome.status);
  return { ...outcome, interval: outcome.interval };
}

describe("catalogue", () => {
  test.each(catalogue.cases)("$id gives what SciPy and statsmodels give: $source", (example) => {
    const { value, standardError, interval, n } = ok(example.counts, example.id);
    expect(n).toBe(example.counts.reduce((sum, count) => sum + count, 0));
    expect(value).toBeCloseTo(example.value, 11);
    expect(standardError).toBeCloseTo(example.standardError, 10);
    // Nets: the restricted likelihood is maximised numerically there.
    const digits = interval.method === "nps-score" ? 5 : 10;
    expect(interval.lower).toBeCloseTo(example.interval[0] as number, digits);
    expect(interval.upper).toBeCloseTo(example.interval[1] as number, digits);
  });

  test("every definition beyond the first five has a figure and says what it is not", () => {
    const checked = new Set(catalogue.cases.map(({ id }) => id));
    const ids = shipped.map(({ id }) => id);
    for (const { id, about, differsFrom } of shipped.slice(5)) {
      expect(checked).toContain(id);
      expect(about?.zh).toMatch(/\p{Script=Han}/u);
      for (const other of differsFrom ?? []) expect(ids).toContain(other);
      expect(differsFrom).not.toContain(id);
    }
  });

  test("one set of answers, 65 by one definition and 14 by another", () => {
    const answers = [15, 0, 15, 0, 22];
    const shown = (id: string) => ok(answers, id).value;
    expect(displayValue(shown("csat.percent-of-maximum-5"), { digits: 0, mode: "half-up" })).toBe("65");
    expect(Math.ceil(shown("csat.net-5"))).toBe(14);
    expect(shown("csat.top-2-of-5")).toBeCloseTo(0.423, 3);
    expect(shown("csat.pomp-5")).toBeCloseTo(56.73, 2);
  });

  test("a percentage of the maximum has a floor", () => {
    const outcome = estimateScore(
      tallyFromCounts([4, 0, 0, 0, 0], { min: 1, max: 5 }),
      "csat.percent-of-maximum-5",
    );
    expect(outcome).toMatchObject({ value: 20, unit: "index" });
  });

  test("rescaling moves value, standard error and interval alike", () => {
    const counts = [3, 8, 12, 20, 7];
    const mean = ok(counts, "csat.mean-5");
    const rescaled = ok(counts, "csat.pomp-5");
    const onIndex = (x: number) => 25 * (x - 1);
    expect(rescaled.value).toBeCloseTo(onIndex(mean.value), 12);
    expect(rescaled.standardError).toBeCloseTo(25 * (mean.standardError as number), 12);
    expect(rescaled.interval.lower).toBeCloseTo(onIndex(mean.interval.lower), 11);
    expect(rescaled.interval.upper).toBeCloseTo(onIndex(mean.interval.upper), 11);
  });

  test("display rounds nothing but the text", () => {
    expect(ok([10, 15, 20, 25, 50], "csat.five-star-1-decimal").value).toBe(3.75);
  });
});
