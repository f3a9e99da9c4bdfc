import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lostness } from "./lostness.js";
import { pathEfficiency } from "./path-efficiency.js";
import { type LostnessTally, tallyLostness } from "./tally-lostness.js";

const log = (...paths: string[]) =>
  paths.flatMap((path, actor) => path.split(" ").map((event, timeMs) => ({ actor, event, timeMs })));
const way = { session: "actor", from: "home", to: "pay" } as const;
const rated = (...args: Parameters<typeof tallyLostness>): LostnessTally => {
  const tally = tallyLostness(...args);
  if (tally.status !== "ok") throw new Error(tally.reason);
  return tally;
};

test("Smith's formula by hand, with declared links", () => {
  // N = 4, S = 6, R = 3: the root of (1/3)² + (1/4)². Then the straight way, one that never arrives, and one that never began.
  const events = log("home list help list help list pay", "home list pay", "home help", "list pay");
  const links = [
    ["home", "list"],
    ["list", "pay"],
  ] as const;
  const tally = rated(events, { ...way, links });
  expect(tally).toMatchObject({
    sessions: 3,
    reached: 2,
    shortCuts: 0,
    lost: 0,
    shortest: ["home", "list", "pay"],
  });
  const first = Math.sqrt((4 / 7 - 1) ** 2 + (3 / 4 - 1) ** 2);
  expect(tally.meanLostness).toBeCloseTo(first / 2, 14);
  expect(tally.meanRatio).toBeCloseTo((2 / 6 + 1) / 2, 14);
});

test("a short cut that no link declares is told and not rated; without links it is the shortest way", () => {
  const events = log("home pay", "home list pay");
  const links = [
    ["home", "list"],
    ["list", "pay"],
  ] as const;
  expect(rated(events, { ...way, links })).toMatchObject({
    reached: 2,
    shortCuts: 1,
    meanLostness: 0,
    meanRatio: 1,
  });
  expect(rated(events, way)).toMatchObject({ shortest: ["home", "pay"], shortCuts: 0, meanRatio: 0.75 });
});

test("nobody arrives: no mean; no way at all: not computable", () => {
  const links = [["home", "pay"]] as const;
  expect(rated(log("home help"), { ...way, links })).toMatchObject({
    reached: 0,
    meanLostness: null,
    medianLostness: null,
  });
  expect(tallyLostness(log("home help"), way)).toMatchObject({ status: "not-computable", reason: "no-path" });
  expect(tallyLostness([], way)).toMatchObject({ reason: "no-path" });
});

describe("laws", () => {
  const paths = fc.array(
    fc.array(fc.constantFrom("home", "list", "help", "pay"), { minLength: 1, maxLength: 9 }),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  test("the mean is that of lostness and pathEfficiency, session by session; the order of the rows plays no part", () => {
    fc.assert(
      fc.property(paths, (list) => {
        const events = log(...list.map((path) => path.join(" ")));
        const links = [
          ["home", "list"],
          ["list", "help"],
          ["help", "list"],
          ["list", "pay"],
        ] as const;
        const tally = rated(events, { ...way, links });
        expect(rated([...events].reverse(), { ...way, links })).toEqual(tally);
        const single = list.flatMap((path) => {
          const visits = path.filter((event, place) => event !== path[place - 1]);
          const begun = visits.slice(Math.max(0, visits.indexOf("home")));
          if (begun[0] !== "home" || !begun.includes("pay")) return [];
          const walked = begun.slice(0, begun.indexOf("pay") + 1);
          const efficiency = pathEfficiency(walked, links);
          if (efficiency.status !== "ok") return [];
          expect(efficiency.lostness).toBe(
            lostness({ different: new Set(walked).size, total: walked.length, required: 3 }),
          );
          return [efficiency];
        });
        expect(tally.reached - tally.shortCuts).toBe(single.length);
        if (single.length === 0) return;
        const mean = (of: "lostness" | "ratio") =>
          single.reduce((sum, one) => sum + one[of], 0) / single.length;
        expect(tally.meanLostness).toBeCloseTo(mean("lostness"), 12);
        expect(tally.meanRatio).toBeCloseTo(mean("ratio"), 12);
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  [{ from: "home", to: "pay" }, "document.missing-key"],
  [{ ...way, session: { gapMs: 1, ids: [] } }, "paths.session-rule"],
  [{ ...way, from: "" }, "document.wrong-type"],
  [{ ...way, links: [["home"]] }, "document.wrong-type"],
  [{ ...way, goal: "pay" }, "document.unknown-key"],
])("%j is refused", (options, code) => {
  expect(() => tallyLostness(log("home pay"), options as never)).toThrow(expect.objectContaining({ code }));
});
