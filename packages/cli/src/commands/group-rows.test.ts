import fc from "fast-check";
import { expect, test } from "vitest";
import { textSink } from "../read/text-column.js";
import { groupRows } from "./group-rows.js";

const cell = fc.constantFrom("a", "b", "a b", "__proto__", "constructor", "", "1");

test("every row is in the group of its own values; groups stand in order of first appearance", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 60 }), (rows) => {
      const columns = [0, 1, 2].map((index) => {
        const sink = textSink();
        for (const row of rows) sink.take(row[index as 0 | 1 | 2]);
        return sink.finish();
      });
      const { numbers, groups } = groupRows(columns, rows.length);
      rows.forEach((row, index) => {
        expect(groups[numbers[index] ?? -1]).toEqual(row);
      });
      const met = [...new Set(numbers)];
      expect(met).toEqual(met.map((_, index) => index));
      expect(groups).toHaveLength(met.length);
    }),
  );
});

test("without a column everyone is one group", () => {
  expect(groupRows([], 3)).toEqual({ numbers: Int32Array.of(0, 0, 0), groups: [[]] });
});
