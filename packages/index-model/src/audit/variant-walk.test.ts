import fc from "fast-check";
import { expect, test } from "vitest";
import { channels, channelTable } from "../../fixtures/channels.js";
import { index, leaf } from "../../fixtures/one-index.js";
import { defineIndex, scoreIndex } from "../index.js";
import { readFactors } from "../sensitivity/read-factors.js";
import { variantOf } from "../sensitivity/variant.js";
import { variantWalk } from "./variant-walk.js";

test("gives what scoreIndex gives for the variant, gates and rounding included", () => {
  const document = defineIndex(channels);
  const walk = variantWalk(document, channelTable);
  const factors = Object.entries(document.nodes).flatMap(([id, node]) =>
    node.kind === "aggregate" && node.weighting === undefined
      ? node.children.map((child, at) => ({
          id: `${id} ${child.node}`,
          path: ["nodes", id, "children", at, "weight"],
          range: { kind: "uniform", lower: 0.2, upper: 3 },
        }))
      : [],
  );
  const ready = readFactors(document, factors);
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), {
        minLength: ready.length,
        maxLength: ready.length,
      }),
      (u) => {
        const decisions = ready.map((factor, at) => factor.decide(u[at] ?? 0.5));
        const { nodes } = scoreIndex(defineIndex(variantOf(document, decisions)), channelTable);
        for (const id of Object.keys(document.nodes))
          expect(
            Array.from(walk.score(decisions, id, ""), (value) => (Number.isNaN(value) ? null : value)),
          ).toEqual(nodes[id]?.values);
      },
    ),
    { numRuns: 40 },
  );
});

test("a changed leaf moves what reads its raw value, too", () => {
  const document = index(
    {
      a: leaf({ normalise: { method: "goalposts", worst: 0, best: 50 } }),
      doubled: { kind: "formula", expression: { op: "add", of: ["a", "a.raw"] } },
    },
    "doubled",
  );
  const table = { units: ["x", "y"], columns: { a: [10, 20] } };
  const [factor] = readFactors(document, [
    { id: "best", path: "nodes.a.normalise.best", range: { kind: "uniform", lower: 40, upper: 60 } },
  ]);
  const walk = variantWalk(document, table);
  const decision = factor?.decide(0.5);
  expect(Array.from(walk.score(decision ? [decision] : [], "doubled", ""))).toEqual([30, 60]);
  expect(Array.from(walk.written("doubled"))).toEqual([30, 60]);
  const other = factor?.decide(0);
  expect(Array.from(walk.score(other ? [other] : [], "doubled", ""))).toEqual([35, 70]);
});

test("a decision outside the nodes reaches them all", () => {
  const normalise = { method: "goalposts", worst: 0, best: 50 };
  const document = index({ a: leaf({ normalise }) }, "a");
  const table = { units: ["x", "y"], columns: { a: [10, 20] } };
  const ready = readFactors(document, [
    { id: "scale", path: "scale.upper", range: { kind: "uniform", lower: 5, upper: 15 } },
  ]);
  const walk = variantWalk(document, table);
  expect(
    Array.from(
      walk.score(
        ready.map((factor) => factor.decide(0.5)),
        "a",
        "",
      ),
    ),
  ).toEqual([2, 4]);
});
