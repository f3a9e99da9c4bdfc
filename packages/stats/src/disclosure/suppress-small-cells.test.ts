import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type SmallCellRule, suppressSmallCells } from "../index.js";

const cms: SmallCellRule = { minimum: 11, zeroAllowed: true };

function list(counts: readonly number[], rule: SmallCellRule) {
  const found = suppressSmallCells(counts, rule);
  if (found.status !== "ok") throw new Error(found.reason);
  return found;
}
function table(rows: readonly (readonly number[])[], rule: SmallCellRule) {
  const found = suppressSmallCells(rows, rule);
  if (found.status !== "ok") throw new Error(found.reason);
  return found;
}

/**
 * Reads a publication as an intruder would: every way to fill in what is withheld so that all sums hold, up to a bound; returns the values
 * that each withheld figure takes. Knows nothing of graphs.
 */
function fillings(
  published: readonly (readonly (number | null)[])[],
  least: number,
  most: number,
): Set<number>[][] {
  const seen = published.map((row) => row.map(() => new Set<number>()));
  const grid = published.map((row) => [...row]);
  const last = grid.length - 1;
  const width = (grid[0]?.length ?? 1) - 1;
  const sum = (values: readonly (number | null)[]) => values.reduce<number>((a, b) => a + (b ?? 0), 0);
  // Cells inside are tried out; a margin follows from them, and must agree where it is shown.
  const open: [number, number][] = [];
  for (let r = 0; r < last; r++) for (let c = 0; c < width; c++) if (grid[r]?.[c] === null) open.push([r, c]);
  const visit = (at: number): void => {
    const cell = open[at];
    if (!cell) {
      const rowSums = grid.slice(0, last).map((row) => sum(row.slice(0, width)));
      const columnSums = Array.from({ length: width }, (_, c) =>
        sum(grid.slice(0, last).map((row) => row[c] ?? null)),
      );
      const margins: [number, number, number][] = [
        ...rowSums.map((s, r): [number, number, number] => [r, width, s]),
        ...columnSums.map((s, c): [number, number, number] => [last, c, s]),
        [last, width, sum(rowSums)],
      ];
      for (const [r, c, s] of margins) {
        const shown = published[r]?.[c] ?? null;
        if (shown === null ? s < least : shown !== s) return;
      }
      for (const [r, c] of open) seen[r]?.[c]?.add(grid[r]?.[c] ?? -1);
      for (const [r, c, s] of margins) if (published[r]?.[c] === null) seen[r]?.[c]?.add(s);
      return;
    }
    const [r, c] = cell;
    const row = grid[r] as (number | null)[];
    const total = published[r]?.[width];
    for (let value = least; value <= most; value++) {
      row[c] = value;
      if (typeof total === "number" && sum(row.slice(0, width)) > total) break;
      const down = published[last]?.[c];
      if (typeof down === "number" && sum(grid.slice(0, last).map((one) => one[c] ?? null)) > down) break;
      visit(at + 1);
    }
    row[c] = null;
  };
  visit(0);
  return seen;
}

function whole(found: ReturnType<typeof table>): (number | null)[][] {
  return [
    ...found.cells.map((row, r) => [...row, found.rowTotals[r] ?? null]),
    [...found.columnTotals, found.total],
  ];
}

const small = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
  fc.integer({ min: 0, max: 6 }),
);
const rules = fc.record({ minimum: fc.integer({ min: 1, max: 4 }), zeroAllowed: fc.boolean() });
const tables = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([r, c]) =>
    fc.array(fc.array(small, { minLength: c, maxLength: c }), { minLength: r, maxLength: r }),
  );

describe("nobody can derive a withheld figure", () => {
  test("of a table, by trying out every way to fill it in", () => {
    fc.assert(
      fc.property(tables, rules, (rows, rule) => {
        const published = whole(table(rows, rule));
        const open = published
          .slice(0, -1)
          .flatMap((row) => row.slice(0, -1))
          .filter((cell) => cell === null).length;
        fc.pre(open > 0 && open <= 5);
        const values = fillings(published, rule.zeroAllowed ? 1 : 0, 7);
        for (const [r, row] of published.entries())
          for (const [c, cell] of row.entries())
            if (cell === null)
              expect(values[r]?.[c]?.size, JSON.stringify({ rows, rule, published })).toBeGreaterThan(1);
      }),
      { numRuns: 200 },
    );
  });

  test("of a list, likewise", () => {
    fc.assert(
      fc.property(fc.array(small, { minLength: 1, maxLength: 5 }), rules, (counts, rule) => {
        const found = list(counts, rule);
        // A list is a table of one row whose columns have no margin of their own: give it one that is withheld.
        const open = found.cells.filter((cell) => cell === null).length;
        fc.pre(open > 0);
        const values = found.cells.map(() => new Set<number>());
        const totals = new Set<number>();
        const visit = (at: number, filled: number[]): void => {
          if (at === counts.length) {
            const total = filled.reduce((a, b) => a + b, 0);
            if (found.total !== null && found.total !== total) return;
            for (const [index, value] of filled.entries()) values[index]?.add(value);
            totals.add(total);
            return;
          }
          const cell = found.cells[at] ?? null;
          if (cell !== null) visit(at + 1, [...filled, cell]);
          else
            for (let value = rule.zeroAllowed ? 1 : 0; value <= 7; value++) visit(at + 1, [...filled, value]);
        };
        visit(0, []);
        for (const [index, cell] of found.cells.entries())
          if (cell === null)
            expect(values[index]?.size, JSON.stringify({ counts, rule, found })).toBeGreaterThan(1);
        if (found.total === null) expect(totals.size).toBeGreaterThan(1);
      }),
      { numRuns: 200 },
    );
  });

  test("of a large table, by linear algebra", () => {
    const sizes = fc.tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 9 }));
    const wide = sizes.chain(([r, c]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: c, maxLength: c }), {
        minLength: r,
        maxLength: r,
      }),
    );
    fc.assert(
      fc.property(wide, (rows) => {
        const published = whole(table(rows, cms));
        expect(determined(published)).toEqual([]);
        for (const row of published) expect(row.filter((cell) => cell === null).length).not.toBe(1);
        for (let c = 0; c < (published[0]?.length ?? 0); c++)
          expect(published.filter((row) => row[c] === null).length).not.toBe(1);
      }),
      { numRuns: 150 },
    );
  });
});

/** Withheld figures that the sums determine: unknowns whose unit vector lies in the row space (Gauss–Jordan). */
function determined(published: readonly (readonly (number | null)[])[]): string[] {
  const unknown = published.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell === null ? [`${r},${c}`] : [])),
  );
  const place = new Map(unknown.map((key, index) => [key, index]));
  const last = published.length - 1;
  const width = (published[0]?.length ?? 1) - 1;
  const equations: number[][] = [];
  const add = (keys: readonly [string, number][]) => {
    const line = Array<number>(unknown.length).fill(0);
    for (const [key, sign] of keys) if (place.has(key)) line[place.get(key) ?? 0] = sign;
    equations.push(line);
  };
  for (let r = 0; r <= last; r++)
    add(Array.from({ length: width + 1 }, (_, c) => [`${r},${c}`, c === width ? -1 : 1] as [string, number]));
  for (let c = 0; c <= width; c++)
    add(Array.from({ length: last + 1 }, (_, r) => [`${r},${c}`, r === last ? -1 : 1] as [string, number]));
  let rank = 0;
  for (let c = 0; c < unknown.length && rank < equations.length; c++) {
    const pivot = equations.findIndex((line, index) => index >= rank && Math.abs(line[c] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const line = equations[pivot] as number[];
    equations[pivot] = equations[rank] as number[];
    const scaled = line.map((value) => value / (line[c] ?? 1));
    equations[rank] = scaled;
    for (const [index, other] of equations.entries()) {
      const factor = other[c] ?? 0;
      if (index === rank || factor === 0) continue;
      equations[index] = other.map((value, k) => value - factor * (scaled[k] ?? 0));
    }
    rank++;
  }
  return equations
    .slice(0, rank)
    .map((line) => line.flatMap((value, index) => (Math.abs(value) > 1e-9 ? [unknown[index] ?? ""] : [])))
    .filter((keys) => keys.length === 1)
    .map(([key]) => key ?? "");
}

describe("what is shown", () => {
  test("is the count itself, never a small one; zeros are shown where allowed", () => {
    fc.assert(
      fc.property(tables, rules, (rows, rule) => {
        const found = table(rows, rule);
        for (const [r, row] of rows.entries())
          for (const [c, count] of row.entries()) {
            const cell = found.cells[r]?.[c];
            if (cell !== null) expect(cell).toBe(count);
            const isSmall = count < rule.minimum && (count > 0 || !rule.zeroAllowed);
            if (isSmall) expect(cell).toBeNull();
            if (count === 0 && rule.zeroAllowed) expect(cell).toBe(0);
          }
        if (found.withheld.small === 0) expect(found.withheld.complement).toBe(0);
      }),
    );
  });

  test("does not depend on anything but the input", () => {
    fc.assert(
      fc.property(tables, rules, (rows, rule) => {
        expect(table(rows, rule)).toEqual(table(structuredClone(rows), rule));
      }),
    );
  });

  test("a transposed table is as protected", () => {
    fc.assert(
      fc.property(tables, rules, (rows, rule) => {
        const turned = (rows[0] ?? []).map((_, c) => rows.map((row) => row[c] ?? 0));
        expect(table(turned, rule).withheld.small).toBe(table(rows, rule).withheld.small);
      }),
    );
  });
});

describe("cases", () => {
  test("nothing small, nothing withheld", () => {
    expect(
      table(
        [
          [11, 0],
          [50, 12],
        ],
        cms,
      ),
    ).toMatchObject({
      cells: [
        [11, 0],
        [50, 12],
      ],
      rowTotals: [11, 62],
      columnTotals: [61, 12],
      total: 73,
      withheld: { small: 0, complement: 0 },
    });
  });

  test("a small cell takes the smallest rectangle", () => {
    const found = table(
      [
        [3, 40, 21],
        [50, 60, 70],
        [22, 30, 90],
      ],
      cms,
    );
    // 40 + 22 + 30 is the least that a rectangle through the cell can cost.
    expect(found.cells).toEqual([
      [null, null, 21],
      [50, 60, 70],
      [null, null, 90],
    ]);
    expect(found.total).toBe(386);
  });

  test("two withheld in every row and column are not enough: a bridge between two rectangles is derivable", () => {
    // The small cells form two rectangles and a lone cell between them, at row 1, column 2.
    const rows = [
      [5, 5, 90, 90],
      [5, 5, 5, 90],
      [90, 90, 5, 5],
      [90, 90, 5, 5],
    ];
    const marks = rows.map((row) => row.map((count) => (count < 11 ? null : count)));
    const naive = [
      ...marks.map((row, r) => [...row, rows[r]?.reduce((a, b) => a + b, 0) ?? 0]),
      [...rows.map((_, c) => rows.reduce((a, row) => a + (row[c] ?? 0), 0)), 855],
    ];
    expect(determined(naive)).toEqual(["1,2"]);
    expect(determined(whole(table(rows, cms)))).toEqual([]);
  });

  test("where zeros are shown, two ones that sum to 2 would give themselves away", () => {
    expect(list([1, 1, 40, 50], { minimum: 2, zeroAllowed: true }).cells).toEqual([null, null, null, 50]);
    expect(list([1, 2, 40, 50], { minimum: 3, zeroAllowed: true }).cells).toEqual([null, null, 40, 50]);
  });

  test("a small total is withheld; a lone cell equals its total", () => {
    expect(list([4, 0, 3], cms)).toMatchObject({ cells: [null, 0, null], total: null });
    expect(list([4], cms)).toMatchObject({ cells: [null], total: null });
    expect(list([40], cms)).toMatchObject({ cells: [40], total: 40 });
    expect(
      table(
        [
          [4, 0],
          [0, 90],
        ],
        cms,
      ).cells[0]?.[0],
    ).toBeNull();
  });

  test("the total goes where nothing else serves", () => {
    const found = list([1, 1, 0], { minimum: 2, zeroAllowed: true });
    expect(found).toMatchObject({
      cells: [null, null, 0],
      total: null,
      states: ["small", "small", "shown", "complement"],
    });
  });

  test("zeros may be small too", () => {
    const found = list([0, 40, 30], { minimum: 1, zeroAllowed: false });
    expect(found.cells).toEqual([null, 40, null]);
    expect(
      table(
        [
          [0, 0],
          [0, 0],
        ],
        { minimum: 5, zeroAllowed: false },
      ).withheld,
    ).toEqual({ small: 9, complement: 0 });
  });

  test("ties go to the first", () => {
    expect(list([3, 20, 20, 20], cms).cells).toEqual([null, null, 20, 20]);
  });

  test("empty tables, large tables", () => {
    expect(suppressSmallCells([], cms)).toMatchObject({ reason: "no-observations" });
    expect(suppressSmallCells([[]], cms)).toMatchObject({ reason: "no-observations" });
    const rows = Array.from({ length: 70 }, (_, r) =>
      Array.from({ length: 70 }, (_, c) => (r * 37 + c * 101) % 60),
    );
    const start = performance.now();
    expect(table(rows, cms).withheld.small).toBeGreaterThan(500);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

test.each([
  ["disclosure.not-a-table", "12", cms],
  ["disclosure.not-a-table", [[1, 2], 3], cms],
  ["disclosure.not-a-count", [1, 2.5], cms],
  ["disclosure.not-a-count", [[1, -2]], cms],
  ["disclosure.not-a-count", [Number.NaN], cms],
  ["disclosure.not-a-count", [1e12], cms],
  ["disclosure.ragged-table", [[1, 2], [3]], cms],
  ["disclosure.table-too-large", new Array(5001).fill(1), cms],
  ["disclosure.minimum", [1], { minimum: 0, zeroAllowed: true }],
  ["disclosure.minimum", [1], { minimum: "11", zeroAllowed: true }],
  ["disclosure.zero-undecided", [1], { minimum: 11 }],
  ["argument.not-an-object", [1], undefined],
])("%s", (code, cells, rule) => {
  expect(() => suppressSmallCells(cells as number[], rule as SmallCellRule)).toThrow(
    expect.objectContaining({ code }),
  );
});
