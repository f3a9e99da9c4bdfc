import { describe, expect, test } from "vitest";
import { defineScore } from "./define-score.js";
import { describeScore } from "./describe-score.js";
import { estimateScore } from "./estimate-score.js";
import { scoreDefinitions } from "./score-definitions.js";
import { tallyFromCounts } from "./tally-from-counts.js";

const shipped = Object.values(scoreDefinitions);

describe("describeScore", () => {
  test.each(shipped)("$id has a whole page in both languages", (definition) => {
    for (const lang of ["en", "zh"] as const) {
      const page = describeScore(definition, lang);
      expect(page.split("\n")[0]).toBe(`# ${definition.title[lang]}`);
      expect(page.match(/^\$\$ .+ \$\$$/gm)).toHaveLength(2);
      expect(page).not.toMatch(/undefined|NaN|[^_]\{[a-z]+\}/);
      const points = definition.scale.max - definition.scale.min + 1;
      expect(page.match(/^\| -?\d+ \|/gm)).toHaveLength(2 * points);
    }
    expect(describeScore(definition, "zh")).toMatch(/\p{Script=Han}{4}/u);
  });

  test("the example is what the estimator gives", () => {
    const page = describeScore("csat.top-2-of-5", "en");
    const counts = [...page.matchAll(/^\| (\d) \| (\d+) \|$/gm)].map((match) => Number(match[2]));
    const outcome = estimateScore(tallyFromCounts(counts, { min: 1, max: 5 }), "csat.top-2-of-5");
    if (outcome.status !== "ok") throw new Error(outcome.reason);
    expect(page).toContain(`${Number(outcome.value.toPrecision(6))} from ${outcome.n} answers`);
    expect(describeScore("csat.five-star-1-decimal", "en")).toMatch(/Shown as \d\.\d\./);
  });

  test("texts from outside add no markup", () => {
    const hostile = defineScore({
      ...scoreDefinitions["csat.top-2-of-5"],
      id: "csat.x",
      title: { en: "<script>|`$x$`\n# no", zh: "甲" },
      about: { en: "[a](javascript:x) **b**", zh: "乙" },
    });
    const page = describeScore(hostile, "en");
    expect(page).not.toContain("<script>");
    expect(page).toContain("\\[a\\]");
    expect(page.match(/^# /gm)).toHaveLength(1);
  });

  test("a long scale is shortened, and negative points keep their sign", () => {
    const long = defineScore({
      ...scoreDefinitions["csat.pomp-5"],
      id: "csat.long",
      scale: { min: -100, max: 100 },
    });
    const page = describeScore(long, "en");
    expect(page.split("\n").length).toBeLessThan(90);
    expect(page).toContain("\\bar x - (-100)");
  });

  test("other languages and names are refused", () => {
    const loosely = describeScore as (...input: readonly unknown[]) => string;
    expect(() => loosely("nps", "fr")).toThrow(expect.objectContaining({ code: "document.not-allowed" }));
    expect(() => loosely("npss", "en")).toThrow(
      expect.objectContaining({ code: "score.unknown-definition" }),
    );
  });
});
