import fc from "fast-check";
import { expect, test } from "vitest";
import { radixOrder } from "./radix-order.js";

/** A comparison sort, with the place as the last word. */
function sorted(columns: readonly Float64Array[], length: number): number[] {
  const by = [...columns].reverse();
  return Array.from({ length }, (_, place) => place).sort(
    (a, b) => by.map((column) => (column[a] as number) - (column[b] as number)).find((d) => d !== 0) ?? a - b,
  );
}

const numbers = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -8.64e15, max: 8.64e15 }),
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_000 + 2 ** 33 }),
  fc.constantFrom(-0, 0, 5e-324, -5e-324, 8.64e15, -8.64e15, 0.5),
);

test("orders as a comparison sort does: any numbers, one column or two, equals as they came", () => {
  const rows = fc.array(fc.tuple(numbers, numbers), { maxLength: 60 });
  fc.assert(
    fc.property(rows, fc.boolean(), (pairs, two) => {
      const columns = [0, 1].map((at) => Float64Array.from(pairs, (pair) => pair[at] as number));
      const used = two ? columns : columns.slice(1);
      expect(Array.from(radixOrder(used, pairs.length))).toEqual(sorted(used, pairs.length));
    }),
    { numRuns: 1000 },
  );
});

test("many numbers, with ties and whatever their spread", () => {
  for (const [spread, offset] of [
    [50, 0],
    [2 ** 31, 1.7e12],
    [2 ** 45, -1e12],
    [0, 4],
  ] as const) {
    const column = Float64Array.from(
      { length: 6000 },
      (_, n) => offset + ((n * 2_654_435_761) % 2 ** 32) * (spread / 2 ** 32),
    );
    expect(Array.from(radixOrder([column], 6000))).toEqual(sorted([column], 6000));
  }
});
