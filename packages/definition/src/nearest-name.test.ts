import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearestName } from "./nearest-name.js";

describe("nearestName", () => {
  test.each([
    ["wieght", ["weight", "height"], "weight"],
    ["NETPRO ", ["netpro"], "netpro"],
    ["stpes", ["steps", "title"], "steps"],
    ["满意读", ["满意度", "推荐度"], "满意度"],
    ["a", ["b"], undefined],
    ["nmae", ["name", "nave"], undefined],
    ["levle", ["label", "level"], "level"],
    ["", ["a"], undefined],
    ["xyz", [], undefined],
    ["orders", ["order", "ordered"], "order"],
    ["completely different", ["weight"], undefined],
  ])("%j among %j is %j", (name, candidates, nearest) => {
    expect(nearestName(name, candidates)).toBe(nearest);
  });

  test("a name that is there is found, and what is found was offered", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.array(fc.string()), (name, others) => {
        expect([undefined, ...others]).toContain(nearestName(name, others));
        if (name.trim() !== "") expect(nearestName(name, [name])).toBe(name);
      }),
    );
  });

  test("input of another kind finds nothing", () => {
    expect(nearestName(undefined as never, ["a"])).toBeUndefined();
    expect(nearestName("abc", undefined as never)).toBeUndefined();
    expect(nearestName("abc", [3, null, Symbol("s"), "abd"] as never)).toBe("abd");
    expect(nearestName("x".repeat(1_000_000), ["abc"])).toBeUndefined();
  });
});
