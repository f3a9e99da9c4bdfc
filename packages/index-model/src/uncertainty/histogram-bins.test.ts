import fc from "fast-check";
import { expect, test } from "vitest";
import { binByFormula, binFinder, perUnit, reach } from "./histogram-bins.js";

test("the table gives the bin that the formula gives, at its edges too", () => {
  const binOf = binFinder();
  const anywhere = fc.oneof(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(anywhere, (distance) => {
      expect(binOf(distance)).toBe(binByFormula(distance));
    }),
    { numRuns: 5000 },
  );
  for (let bin = 770; bin < 1280; bin++) {
    const edge = Math.sinh(bin / perUnit - reach);
    for (const distance of [edge, edge * (1 - 2 ** -52), edge * (1 + 2 ** -52), edge + 1e-9, edge - 1e-9])
      expect(binOf(distance)).toBe(binByFormula(distance));
  }
});

test("strips of the table: their ends and the middle between", () => {
  const binOf = binFinder();
  for (let half = -2 * 8 * 128 - 4; half <= 2 * 8 * 128 + 4; half++)
    expect(binOf(half / 256)).toBe(binByFormula(half / 256));
});
