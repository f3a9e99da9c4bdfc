import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CxMetricsError, fillMessage, isCxMetricsError, type ProblemValues } from "./cx-metrics-error.js";
import * as problems from "./problems.js";

const problem = {
  code: "rating.off-scale",
  en: "Rating {rating} is off the {scale}.",
  zh: "评分 {rating} 超出{scale}。",
};

describe("fillMessage", () => {
  test("each language gets its own words", () => {
    const scale = { en: "scale 0 to 10", zh: "0–10 分量表" };
    expect(fillMessage(problem, { rating: 11, scale })).toEqual({
      en: "Rating 11 is off the scale 0 to 10.",
      zh: "评分 11 超出0–10 分量表。",
    });
  });

  test("a place without a value stays", () => {
    expect(fillMessage(problem, { rating: 11 }).en).toBe("Rating 11 is off the {scale}.");
    expect(fillMessage({ en: "{toString}", zh: "{constructor}" }, {})).toEqual({
      en: "{toString}",
      zh: "{constructor}",
    });
  });

  test("values are put in as they are", () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(fillMessage({ en: "<{a}>", zh: "《{a}》" }, { a: value, b: "b" })).toEqual({
          en: `<${value}>`,
          zh: `《${value}》`,
        });
      }),
    );
    expect(fillMessage({ en: "{a}", zh: "{a}" }, { a: "{b} $& $1", b: "B" }).en).toBe("{b} $& $1");
  });

  test.each([undefined, null, 3, {}, { en: "x" }, { en: "x", zh: 3 }])("refuses the text %j", (text) => {
    expect(() => fillMessage(text as never, {})).toThrow(
      expect.objectContaining({ code: "document.wrong-type" }),
    );
  });

  test("odd values do no harm", () => {
    const values = { rating: Symbol("r"), scale: ["x"] } as unknown as ProblemValues;
    expect(fillMessage(problem, values)).toEqual({
      en: "Rating Symbol(r) is off the a list.",
      zh: "评分 Symbol(r) 超出列表。",
    });
    expect(fillMessage(problem, null as never).en).toContain("{rating}");
  });
});

describe("CxMetricsError", () => {
  test("is data: JSON holds code, path, values and both sentences", () => {
    const error = new CxMetricsError(problem, {
      path: ["ratings", 3],
      values: { rating: 11, scale: { en: "scale", zh: "量表" } },
    });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      code: "rating.off-scale",
      path: ["ratings", 3],
      values: { rating: 11, scale: { en: "scale", zh: "量表" } },
      messages: { en: "Rating 11 is off the scale.", zh: "评分 11 超出量表。" },
    });
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toBe("CxMetricsError: Rating 11 is off the scale.");
    expect(error.stack).toContain("cx-metrics-error.test");
  });

  test("path and values are there even when none were given", () => {
    const error = new CxMetricsError({ code: "x", en: "x", zh: "x" });
    expect([error.path, error.values]).toEqual([[], {}]);
    expect(new CxMetricsError(problem, null as never).path).toEqual([]);
  });
});

describe("isCxMetricsError", () => {
  test("knows an error of another build, frame or worker", () => {
    const foreign = Object.assign(new Error("x"), {
      name: "CxMetricsError",
      code: "x",
      messages: { en: "x", zh: "x" },
    });
    expect(isCxMetricsError(foreign)).toBe(true);
    expect(isCxMetricsError({ ...foreign, name: "CxMetricsError", message: "x" })).toBe(true);
  });

  test.each([
    undefined,
    null,
    3,
    "CxMetricsError",
    new TypeError("x"),
    Object.assign(new Error("x"), { code: "ENOENT" }),
    Object.assign(new Error("x"), { name: "CxMetricsError" }),
    { name: "CxMetricsError", code: "x", message: "x", messages: { en: "x" } },
  ])("%s is none", (thrown) => {
    expect(isCxMetricsError(thrown)).toBe(false);
  });
});

describe("the problems of this package", () => {
  test.each(Object.values(problems))("$code reads well in both languages", ({ code, en, zh }) => {
    expect(code).toMatch(/^(document|definition)\.[a-z-]+$/);
    expect(en).toMatch(/[.}]$/);
    expect(zh).toMatch(/[。}]$/);
    expect(zh, "full-width punctuation").not.toMatch(/[,;:]/);
    const places = (text: string) => new Set(text.match(/\{\w+\}/g));
    expect(places(zh)).toEqual(places(en));
  });

  test("codes are unique", () => {
    const codes = Object.values(problems).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
