import fc from "fast-check";
import { expect, it } from "vitest";
import { inMemoryEngine } from "../in-memory-engine.js";
import { tableFromRows } from "../table-from-rows.js";

const cell = fc.constantFrom("1", "2", " 2 ", "", "x");
const row = fc.record({ a: cell, b: cell, w: fc.constantFrom("0.5", "1") });

it("has the counts of its rows as margins, whatever their order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
      const engine = inMemoryEngine({ data: tableFromRows(rows) });
      const request = { source: "data", where: [], readings: [["a", "w"], ["b"], ["a"]] };
      const joint = await engine.tallyJoint?.(request);
      expect(joint?.rows).toBe(rows.length);
      expect(joint?.pairs.map(({ a, b }) => [a, b])).toEqual([
        [0, 1],
        [0, 2],
        [1, 2],
      ]);
      const { cells } = await engine.countValues({ source: "data", where: [], columns: ["b"] });
      const margin = new Map<string, number>();
      for (const { b, count } of joint?.pairs[0]?.cells ?? [])
        margin.set(JSON.stringify(b), (margin.get(JSON.stringify(b)) ?? 0) + count);
      expect(Object.fromEntries(margin)).toEqual(
        Object.fromEntries(cells.map(({ values, count }) => [JSON.stringify(values), count])),
      );
    }),
  );
});

it("tallies the selected rows only, and refuses columns that are not there", async () => {
  const engine = inMemoryEngine({
    data: tableFromRows([
      { a: 1, b: 2, c: "M" },
      { a: 1, b: 2, c: "M" },
      { a: 3, b: null, c: "W" },
    ]),
  });
  const where = [{ column: "c", in: ["M"] }];
  const joint = await engine.tallyJoint?.({ source: "data", where, readings: [["a"], ["b"]] });
  expect(joint).toEqual({ rows: 2, pairs: [{ a: 0, b: 1, cells: [{ a: ["1"], b: ["2"], count: 2 }] }] });
  await expect(engine.tallyJoint?.({ source: "data", where, readings: [["a"], ["nope"]] })).rejects.toThrow(
    expect.objectContaining({ code: "source.missing-column" }),
  );
});
