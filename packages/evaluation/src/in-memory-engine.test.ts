import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inMemoryEngine } from "./in-memory-engine.js";
import { tableFromRows } from "./table-from-rows.js";

const none = { source: "s", where: [] };
const scale = { min: 1, max: 5 };

describe("inMemoryEngine", () => {
  const rows = fc.array(
    fc.record({
      channel: fc.constantFrom("M", "W", " M ", ""),
      rating: fc.constantFrom("1", "2", "3", "4", "5", "9", ""),
      amount: fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constant(null)),
    }),
    { maxLength: 40 },
  );

  it("puts every row into exactly one cell", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        const engine = inMemoryEngine({
          s: tableFromRows([{ channel: "", rating: "", amount: null }, ...list]),
        });
        const tally = await engine.countValues({ ...none, columns: ["channel", "rating"] });
        expect(tally.rows).toBe(list.length + 1);
        expect(tally.cells.reduce((sum, { count }) => sum + count, 0)).toBe(tally.rows);
        const keys = tally.cells.map(({ values }) => JSON.stringify(values));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it("splits into parts that add up to the whole", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        const engine = inMemoryEngine({
          s: tableFromRows([{ channel: "M", rating: "3", amount: 1 }, ...list]),
        });
        const request = { rating: "rating", scale, missing: [9], onInvalid: "throw" as const };
        const whole = await engine.tallyRatings({ ...none, ...request });
        const where = (values: string[]) => [{ column: "channel", in: values }];
        const app = await engine.tallyRatings({ source: "s", where: where(["M"]), ...request });
        const web = await engine.tallyRatings({ source: "s", where: where(["W"]), ...request });
        const blank = list.filter(({ channel }) => channel === "");
        whole.counts.forEach((count, index) => {
          const unassigned = blank.filter(({ rating }) => rating === String(index + 1)).length;
          expect((app.counts[index] ?? 0) + (web.counts[index] ?? 0) + unassigned).toBe(count);
        });
      }),
    );
  });

  it("reads the same from texts and from numbers", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(1, 2, 3, 4, 5, null), { minLength: 1 }), async (list) => {
        const texts = tableFromRows([{ rating: null }, ...list.map((rating) => ({ rating }))]);
        const values = Float64Array.from([null, ...list], (rating) => rating ?? Number.NaN);
        const numbers = { rowCount: values.length, columns: { rating: { kind: "number" as const, values } } };
        const [a, b] = [inMemoryEngine({ s: texts }), inMemoryEngine({ s: numbers })];
        const request = { ...none, rating: "rating", scale, missing: [], onInvalid: "throw" as const };
        expect(await b.tallyRatings(request)).toEqual(await a.tallyRatings(request));
        const where = [{ column: "rating", in: ["2", "3"] }];
        const count = { source: "s", where, columns: ["rating"] };
        expect(await b.countValues(count)).toEqual(await a.countValues(count));
      }),
    );
  });

  it("sums complete rows only, with compensation", async () => {
    const amounts = [1, 1e100, 1, -1e100, null];
    const table = tableFromRows(amounts.map((amount, row) => ({ amount, weight: row === 0 ? null : 1 })));
    const sums = await inMemoryEngine({ s: table }).sumColumns({
      ...none,
      columns: ["amount", "weight"],
      onInvalid: "throw",
    });
    expect(sums).toEqual({ rows: 5, complete: 3, blank: 2, invalid: 0, sums: [1, 3] });
    const alone = await inMemoryEngine({ s: table }).sumColumns({
      ...none,
      columns: ["amount"],
      onInvalid: "throw",
    });
    expect(alone.sums).toEqual([2]);
  });

  it("leaves out rows that are no numbers only when asked", async () => {
    const table = tableFromRows([{ x: 1 }, { x: "0x10" }, { x: "1e3" }, { x: "Infinity" }, { x: "" }]);
    const engine = inMemoryEngine({ s: table });
    await expect(engine.readNumbers({ ...none, columns: ["x"], onInvalid: "throw" })).rejects.toMatchObject({
      code: "cell.not-a-number",
      path: ["sources", "s", 2, "x"],
    });
    expect(await engine.readNumbers({ ...none, columns: ["x"], onInvalid: "count" })).toEqual({
      columns: [[1, 1000, null]],
      invalid: 2,
      rows: [1, 3, 5],
    });
  });

  it("tells a missing code that is a text from a number", async () => {
    const table = tableFromRows(["5", "Blank", "x", "11", "07"].map((r) => ({ r })));
    const request = {
      ...none,
      rating: "r",
      scale: { min: 0, max: 10 },
      missing: [11, "Blank"],
      onInvalid: "count" as const,
    };
    expect(await inMemoryEngine({ s: table }).tallyRatings(request)).toMatchObject({
      missing: { "code 11": 1, "code Blank": 1 },
      invalid: { "not-a-number": 1 },
      counts: [0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0],
    });
  });

  it("describes a source by all its headers, and knows its digest", async () => {
    const table = { ...tableFromRows([{ a: 1 }]), headers: ["a", "b"], digest: "sha256:00" };
    expect(await inMemoryEngine({ s: table }).describeSource("s")).toEqual({
      rowCount: 1,
      headers: ["a", "b"],
      digest: "sha256:00",
    });
  });

  it.each([
    ["no table", null],
    ["no row count", { columns: {} }],
    [
      "columns of another length",
      { rowCount: 2, columns: { a: { kind: "number", values: new Float64Array(1) } } },
    ],
    ["a code without a name", { rowCount: 1, columns: { a: { kind: "text", codes: [1], names: ["x"] } } }],
    ["an unknown kind", { rowCount: 0, columns: { a: { kind: "date", values: [] } } }],
    ["numbers in a list", { rowCount: 1, columns: { a: { kind: "number", values: [1] } } }],
  ])("refuses %s", (_, table) => {
    expect(() => inMemoryEngine({ s: table as never })).toThrow(
      expect.objectContaining({ code: "source.bad-table" }),
    );
  });
});
