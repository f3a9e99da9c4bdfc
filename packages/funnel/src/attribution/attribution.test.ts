import fc from "fast-check";
import { describe, expect, test } from "vitest";
import figures from "../../fixtures/python/funnel-mathematics.json" with { type: "json" };
import { attributeByRule, attributeMarkov, type TouchPath, tallyTouchPaths } from "../index.js";

describe(`attributeMarkov against ${figures.tool}`, () => {
  test.each(figures.markov.map((one, nth) => ({ ...one, nth })))("$nth order $order", (wanted) => {
    const result = attributeMarkov(wanted.paths, { order: wanted.order });
    if (result.status !== "ok") throw new Error("no result");
    expect(result.conversionProbability).toBeCloseTo(wanted.probability, 11);
    expect(result.channels.map(({ channel }) => channel)).toEqual(wanted.channels);
    for (const [nth, { removalEffect, credit }] of result.channels.entries()) {
      expect(removalEffect).toBeCloseTo(wanted.effects[nth] as number, 11);
      expect(credit).toBeCloseTo(wanted.credits[nth] as number, 9);
    }
  });
});

const paths = fc.array(
  fc.record({
    channels: fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 6 }),
    conversions: fc.integer({ min: 0, max: 5 }),
    nonConversions: fc.integer({ min: 0, max: 5 }),
  }),
  { minLength: 1, maxLength: 12 },
);

describe("laws", () => {
  test("order 1 converts as often as the paths did; credits add up; scaling changes no share", () => {
    fc.assert(
      fc.property(paths, fc.integer({ min: 1, max: 4 }), (list, order) => {
        const result = attributeMarkov(list, { order });
        const conversions = list.reduce((sum, path) => sum + path.conversions, 0);
        if (conversions === 0) expect(result).toMatchObject({ reason: "no-conversions" });
        if (result.status !== "ok") return;
        const all = list.reduce((sum, path) => sum + path.conversions + path.nonConversions, 0);
        expect(result.conversionProbability).toBeCloseTo(conversions / all, 9);
        expect(result.channels.reduce((sum, { credit }) => sum + credit, 0)).toBeCloseTo(conversions, 9);
        const scaled = attributeMarkov(
          list.map((path) => ({
            ...path,
            conversions: path.conversions * 7,
            nonConversions: path.nonConversions * 7,
          })),
          { order },
        );
        if (scaled.status === "ok")
          for (const [nth, { share }] of scaled.channels.entries())
            expect(share).toBeCloseTo(result.channels[nth]?.share as number, 9);
      }),
    );
  });

  test("every rule gives away every conversion once", () => {
    fc.assert(
      fc.property(
        paths,
        fc.constantFrom<"first-touch" | "last-touch" | "linear" | "position-based" | "time-decay">(
          "first-touch",
          "last-touch",
          "linear",
          "position-based",
          "time-decay",
        ),
        (list, rule) => {
          const timed = list.map((path) => ({ ...path, beforeMs: path.channels.map((_, nth) => nth * 1e9) }));
          const result = attributeByRule(timed, { rule });
          if (result.status !== "ok") return;
          const conversions = list.reduce((sum, path) => sum + path.conversions, 0);
          expect(result.channels.reduce((sum, { credit }) => sum + credit, 0)).toBeCloseTo(conversions, 9);
        },
      ),
    );
  });
});

describe("rules by hand", () => {
  const list: TouchPath[] = [{ channels: ["a", "b", "c", "d"], conversions: 10, beforeMs: [3, 2, 1, 0] }];
  const credits = (options: Parameters<typeof attributeByRule>[1], paths = list) => {
    const result = attributeByRule(paths, options);
    return result.status === "ok" ? result.channels.map(({ credit }) => Number(credit.toFixed(9))) : null;
  };
  test("first, last, linear, position, decay", () => {
    expect(credits({ rule: "first-touch" })).toEqual([10, 0, 0, 0]);
    expect(credits({ rule: "last-touch" })).toEqual([0, 0, 0, 10]);
    expect(credits({ rule: "linear" })).toEqual([2.5, 2.5, 2.5, 2.5]);
    expect(credits({ rule: "position-based" })).toEqual([4, 1, 1, 4]);
    // Weights 1/8, 1/4, 1/2, 1.
    expect(credits({ rule: "time-decay", halfLifeMs: 1 })).toEqual([
      0.666666667, 1.333333333, 2.666666667, 5.333333333,
    ]);
  });
  test("two touches and one; shares that add up to 1 in decimals", () => {
    const two = [{ channels: ["a", "b"], conversions: 6 }];
    expect(credits({ rule: "position-based", firstShare: 0.2, lastShare: 0.4 }, two)).toEqual([2, 4]);
    expect(credits({ rule: "position-based" }, [{ channels: ["a"], conversions: 6 }])).toEqual([6]);
    expect(credits({ rule: "position-based", firstShare: 0.9, lastShare: 0.1 })).toEqual([9, 0, 0, 1]);
  });
  test("touches of long ago do not vanish", () => {
    const old = [{ channels: ["a", "b"], conversions: 3, beforeMs: [1e15, 1e15] }];
    expect(credits({ rule: "time-decay", halfLifeMs: 1 }, old)).toEqual([1.5, 1.5]);
  });
  test.each([
    [[{ channels: [], conversions: 1 }], "document.wrong-type"],
    [[{ channels: ["a"], conversions: -1 }], "attribution.bad-path"],
    [[{ channels: ["a"], conversions: 1, beforeMs: [] }], "attribution.bad-path"],
    [[{ channels: ["a", "b"], conversions: 1 }], "attribution.needs-times"],
  ])("refuses %j", (bad, code) => {
    expect(() => attributeByRule(bad as never, { rule: "time-decay" })).toThrow(
      expect.objectContaining({ code }),
    );
  });
  test("a chain too large is refused; names like __proto__ are names", () => {
    const wide = Array.from({ length: 2001 }, (_, nth) => ({ channels: [`c${nth}`], conversions: 1 }));
    expect(() => attributeMarkov(wide)).toThrow(
      expect.objectContaining({ code: "attribution.too-many-states" }),
    );
    expect(attributeMarkov([{ channels: ["__proto__"], conversions: 2 }])).toMatchObject({
      channels: [{ channel: "__proto__", credit: 2, removalEffect: 1 }],
    });
  });
});

describe("tallyTouchPaths", () => {
  test("paths end at each conversion; what is left over did not convert; the look-back cuts", () => {
    const events = {
      actor: [1, 1, 1, 1, 2, 3],
      event: ["v", "buy", "v", "v", "buy", "v"],
      timeMs: [0, 10, 20, 30, 5, 5],
    };
    const channels = ["a", null, "b", "c", "a", "a"];
    expect(tallyTouchPaths(events, channels, { conversion: "buy" })).toEqual([
      { channels: ["a"], conversions: 1, nonConversions: 1 },
      { channels: ["b", "c"], conversions: 0, nonConversions: 1 },
    ]);
    expect(tallyTouchPaths(events, channels, { conversion: "buy", lookBackMs: 9 })).toEqual([
      { channels: ["c"], conversions: 0, nonConversions: 1 },
      { channels: ["a"], conversions: 0, nonConversions: 1 },
    ]);
    expect(tallyTouchPaths([], [], { conversion: "buy" })).toEqual([]);
  });
});
