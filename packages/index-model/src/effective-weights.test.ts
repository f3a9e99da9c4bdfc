import { isCxMetricsError } from "@cxmetrics/definition";
import { describe, expect, test } from "vitest";
import { channels } from "../fixtures/channels.js";
import {
  defineIndex,
  effectiveWeights,
  type IndexDefinition,
  weightBase,
  weightlessLeaves,
} from "./index.js";

const mean = (children: readonly (readonly [string, number])[]) => ({
  ...(channels.nodes["base"] as object),
  children: children.map(([node, weight]) => ({ node, weight })),
});
const { views: _, grades: __, ...head } = channels;
const of = (nodes: Record<string, unknown>, root: string): IndexDefinition =>
  defineIndex({ ...head, root, nodes });
const { ease, trust, late } = channels.nodes;

describe("effective weights", () => {
  test("product of the shares along the way", () => {
    const expected = {
      completion: 0.3,
      ease: 0.2,
      start: 0.05,
      availability: 0.15,
      review: 0.15,
      trust: 0.15,
    };
    const found = effectiveWeights(channels);
    expect(Object.keys(found)).toEqual(Object.keys(expected));
    for (const [id, weight] of Object.entries(expected)) expect(found[id]).toBeCloseTo(weight, 14);
  });

  test("summed over several parents", () => {
    const shared = of(
      {
        ease,
        trust,
        part: mean([
          ["ease", 1],
          ["trust", 3],
        ]),
        top: mean([
          ["part", 1],
          ["ease", 1],
        ]),
      },
      "top",
    );
    expect(effectiveWeights(shared)).toEqual({ ease: 0.625, trust: 0.375 });
  });

  test("inside one part", () => {
    expect(effectiveWeights(channels, "speed")).toEqual({ start: 0.25, availability: 0.75 });
  });

  test("what only a formula reads is left out with the reason", () => {
    expect(Object.keys(weightlessLeaves(channels))).toEqual(["late"]);
    expect(weightlessLeaves(channels)["late"]?.reason).toBe("weight-not-defined");
  });

  test("a leaf that a formula inside the mean reads has none, even when it also stands in a mean", () => {
    const gate = {
      kind: "formula",
      title: head.title,
      provenance: head.provenance,
      expression: { op: "minimum", of: ["ease", "late"] },
    };
    const mixed = of(
      {
        ease,
        trust,
        late,
        gate,
        top: mean([
          ["gate", 1],
          ["ease", 1],
          ["trust", 2],
        ]),
      },
      "top",
    );
    expect(effectiveWeights(mixed)).toEqual({ trust: 0.5 });
  });
});

describe("the mean inside which weights are told", () => {
  test("is found through formulas, and not where there are several", () => {
    expect(weightBase(channels)).toBe("base");
    const product = {
      kind: "formula",
      title: head.title,
      provenance: head.provenance,
      expression: { op: "multiply", of: ["a", "b"] },
    };
    const two = of({ ease, trust, a: mean([["ease", 1]]), b: mean([["trust", 1]]), top: product }, "top");
    expect(weightBase(two)).toBeUndefined();
    expect(effectiveWeights(two)).toEqual({});
    expect(effectiveWeights(two, "a")).toEqual({ ease: 1 });
  });

  test("an unknown start is refused", () => {
    let code = "";
    try {
      effectiveWeights(channels, "speeed");
    } catch (thrown) {
      code = isCxMetricsError(thrown) ? thrown.code : "";
    }
    expect(code).toBe("index.dangling-node");
  });
});
