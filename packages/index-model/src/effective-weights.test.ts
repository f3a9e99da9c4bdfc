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

describe("weights do not stop at rules", () => {
  const head_ = { title: head.title, provenance: head.provenance };
  const gate = (node: string, asked: string) => ({
    kind: "gate",
    ...head_,
    of: node,
    when: { compare: "<", of: [asked, 20] },
    effect: { do: "cap", at: 40 },
    notAssessed: "keep",
  });
  const item = { id: "late", title: head.title, of: "late.raw", each: 1 };
  const pair = mean([
    ["ease", 1],
    ["trust", 3],
  ]);

  test("a gate hands the whole weight on, whatever it asks", () => {
    const nodes = {
      ease,
      trust,
      late,
      pair,
      gate: gate("pair", "pair"),
      top: mean([
        ["gate", 1],
        ["late", 1],
      ]),
    };
    expect(effectiveWeights(of(nodes, "top"))).toEqual({ ease: 0.125, trust: 0.375, late: 0.5 });
    const above = of({ ease, trust, part: mean([["trust", 1]]), pair, gate: gate("pair", "part") }, "gate");
    expect(weightBase(above)).toBe("pair");
    expect(effectiveWeights(above)).toEqual({ ease: 0.25, trust: 0.75 });
  });

  test("so do deductions and bonuses, and what they count has no share", () => {
    const nodes = {
      ease,
      trust,
      late,
      pair,
      taken: { kind: "deduction", ...head_, from: "pair", items: [item] },
      top: mean([["taken", 1]]),
    };
    expect(effectiveWeights(of(nodes, "top"))).toEqual({ ease: 0.25, trust: 0.75 });
    expect(weightlessLeaves(of(nodes, "top"))["late"]?.reason).toBe("weight-not-defined");
  });

  test("under full marks a weight is a maximum in the whole, and no view takes points for scores", () => {
    const sheet = (...children: readonly (readonly [string, number])[]) => ({
      kind: "points",
      ...head_,
      maximum: children.reduce((sum, [, maximum]) => sum + maximum, 0),
      children: children.map(([node, maximum]) => ({ node, maximum, given: "points" })),
      notApplicable: "prorated",
      missing: { policy: "propagate" },
      outOfRange: "cap",
    });
    const nodes = {
      ease,
      trust,
      late,
      part: sheet(["ease", 15], ["trust", 25]),
      whole: sheet(["part", 40], ["late", 60]),
      final: { kind: "bonus", ...head_, to: "whole", items: [item] },
    };
    const { late: ___, ...rest } = nodes;
    const definition = of({ ...rest, late: { ...late, tags: {} } }, "whole");
    expect(effectiveWeights(definition)).toEqual({ ease: 0.15, trust: 0.25, late: 0.6 });
    expect(effectiveWeights(of(nodes, "final"), "whole")).toEqual({ ease: 0.15, trust: 0.25, late: 0.6 });
    let code = "";
    try {
      defineIndex({
        ...head,
        root: "whole",
        nodes: { ...nodes, ease: { ...ease, tags: { phase: "one" } } },
        views: { phases: { title: head.title, tag: "phase", groups: { one: head.title } } },
      });
    } catch (thrown) {
      code = isCxMetricsError(thrown) ? thrown.code : String(thrown);
    }
    expect(code).toBe("index.view-over-points");
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
