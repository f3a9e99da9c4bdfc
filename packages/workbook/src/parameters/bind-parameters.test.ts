import { describe, expect, test } from "vitest";
import { indexOf, leaf, mean, small, titled } from "../../fixtures/small-index.js";
import { formulasOf } from "../formulas-of.js";
import { bindParameters } from "./bind-parameters.js";
import { collectParameters } from "./collect-parameters.js";
import { writtenWeights } from "./written-weights.js";

function bound(definition: ReturnType<typeof indexOf>) {
  const document = writtenWeights(definition);
  const parameters = collectParameters(document);
  const { formulas, live } = bindParameters(document, parameters, formulasOf(document));
  const at = (name: string) =>
    [...(formulas.get(name)?.places ?? [])].flatMap(([, behind]) =>
      "path" in behind
        ? [behind.path.join(".")]
        : [behind.write(behind.of.map(({ path }) => path.join(".")))],
    );
  const fixed = parameters.filter((one) => !live.has(one)).map(({ path }) => path.join("."));
  return { at, fixed };
}

describe("what stands behind a constant", () => {
  test("goalposts at 0, the scale and weights are found although formulas leave a 0 out", () => {
    const { at, fixed } = bound(small);
    expect(fixed).toEqual([]);
    expect(new Set(at("ease"))).toEqual(
      new Set([
        "scale.lower",
        "(scale.upper-scale.lower)",
        "nodes.ease.normalise.worst",
        "nodes.ease.normalise.best",
      ]),
    );
    expect(at("index")).toEqual([
      "nodes.index.children.0.weight",
      "nodes.index.children.1.weight",
      "nodes.index.missing.minimumAvailable",
    ]);
  });

  test("equal numbers are told apart by where they stand", () => {
    const { at } = bound(
      indexOf({
        a: leaf("a"),
        b: leaf("b"),
        c: leaf("c"),
        index: mean({ a: 2, b: 2, c: 2 }, { missing: { policy: "propagate" } }),
      }),
    );
    expect(at("index")).toEqual([0, 1, 2].map((k) => `nodes.index.children.${k}.weight`));
  });

  test("digits of two roundings, and no sign of a formula", () => {
    const { at, fixed } = bound(
      indexOf({
        a: leaf("a"),
        index: {
          kind: "formula",
          ...titled("index"),
          expression: {
            op: "round",
            of: [
              {
                op: "subtract",
                of: [
                  {
                    op: "multiply",
                    of: [
                      100,
                      { op: "round", of: [{ op: "multiply", of: ["a", 0.35] }], digits: 1, mode: "half-up" },
                    ],
                  },
                  1,
                ],
              },
            ],
            digits: 1,
            mode: "half-even",
          },
        },
      }),
    );
    expect(fixed).toEqual([]);
    expect(new Set(at("index"))).toEqual(
      new Set([
        "nodes.index.expression.digits",
        "nodes.index.expression.of.0.of.0.of.1.digits",
        "nodes.index.expression.of.0.of.0.of.1.of.0.of.1",
      ]),
    );
  });

  test("judged weights become numbers of their own", () => {
    const { at } = bound(
      indexOf({
        a: leaf("a"),
        b: leaf("b"),
        index: {
          kind: "aggregate",
          ...titled("index"),
          method: "arithmetic-mean",
          missing: { policy: "propagate" },
          children: [{ node: "a" }, { node: "b" }],
          weighting: {
            method: "ahp",
            input: [
              [1, 3],
              ["1/3", 1],
            ],
          },
        },
      }),
    );
    expect(at("index")).toEqual(["nodes.index.children.0.weight", "nodes.index.children.1.weight"]);
  });
});
