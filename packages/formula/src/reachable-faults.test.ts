import fc from "fast-check";
import { expect, test } from "vitest";
import { databaseExpression, names, smallCell } from "../fixtures/database-expression.js";
import { columnFrom } from "./column-from.js";
import { evaluateColumns } from "./evaluate-columns.js";
import { faultsOf } from "./faults-of.js";
import { reachableFaults } from "./reachable-faults.js";

test("law: no formula ends in a fault that was not told", () => {
  fc.assert(
    fc.property(
      databaseExpression,
      fc.array(fc.tuple(smallCell, smallCell, smallCell, smallCell), { minLength: 1, maxLength: 6 }),
      (expression, rows) => {
        const inputs = new Map(
          names.map((name, k) => {
            const cells = rows.map((row) => row[k] ?? null);
            return [
              name,
              columnFrom(
                cells.map((cell) => (typeof cell === "number" ? cell : null)),
                cells.map((cell) => cell === "n/a"),
              ),
            ];
          }),
        );
        const told: readonly (string | null)[] = reachableFaults(expression, () => [
          "missing",
          "not-applicable",
        ]);
        for (const fault of faultsOf(evaluateColumns(expression, inputs, rows.length)))
          if (fault !== null) expect(told).toContain(fault);
      },
    ),
    { numRuns: 300 },
  );
});

test("faults of inputs come through, unless a formula passes over them", () => {
  expect(reachableFaults("a", () => ["withheld"])).toEqual(["withheld"]);
  expect(reachableFaults({ op: "coalesce", of: ["a", 1], for: ["withheld"] }, () => ["withheld"])).toEqual(
    [],
  );
  expect(
    reachableFaults(
      { op: "step", of: ["a"], steps: [[1, 2]], boundary: "lower-included", below: 0 },
      () => [],
    ),
  ).toEqual([]);
});
