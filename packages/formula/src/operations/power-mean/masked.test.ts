import fc from "fast-check";
import { expect, test } from "vitest";
import { columnFrom } from "../../column-from.js";
import { evaluateColumns } from "../../evaluate-columns.js";
import { faultsOf } from "../../faults-of.js";

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -1e9, max: 1e9, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0.1, 1e308, -1e308, 1e-300, 0) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant("n/a" as const) },
);
const rows = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 30 });
const names = ["a", "b", "c", "d"];

test("a mean that leaves out is, to the last bit, the mean of what is there", () => {
  fc.assert(
    fc.property(rows, (table) => {
      const inputs = new Map(
        names.map((name, k) => {
          const column = columnFrom(
            table.map((row) => (typeof row[k] === "number" ? (row[k] as number) : null)),
            table.map((row) => row[k] === "n/a"),
          );
          // Whatever stands beneath a fault must not be seen.
          column.fault.forEach((code, row) => {
            if (code !== 0) column.values[row] = Number.NaN;
          });
          return [name, column];
        }),
      );
      const mean = { op: "power-mean", exponent: 1, missing: "renormalise" } as const;
      const whole = evaluateColumns({ ...mean, of: names }, inputs, table.length);
      const strict = evaluateColumns({ ...mean, missing: "propagate", of: names }, inputs, table.length);
      table.forEach((row, r) => {
        const present = row.filter((value) => typeof value === "number");
        if (present.length > 0) {
          const alone = evaluateColumns({ op: "power-mean", exponent: 1, of: present }, {}, 1);
          expect(whole.values[r]).toBe(alone.values[0]);
          expect(whole.fault[r]).toBe(0);
        } else expect(faultsOf(whole)[r]).toBe(row.includes(null) ? "missing" : "not-applicable");
        if (!row.includes(null)) expect(strict.values[r]).toBe(whole.values[r]);
        else expect(faultsOf(strict)[r]).toBe("missing");
      });
    }),
    { numRuns: 400 },
  );
});
