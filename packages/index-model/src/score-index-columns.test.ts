import { isCxMetricsError } from "@cxmetrics/definition";
import fc from "fast-check";
import { expect, test } from "vitest";
import { channels } from "../fixtures/channels.js";
import { randomIndex } from "../fixtures/random-index.js";
import { defineIndex, type IndexColumns, scoreIndex, scoreIndexColumns } from "./index.js";

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return thrown.code;
    throw thrown;
  }
  return "no error";
}

const typed = (columns: Readonly<Record<string, ArrayLike<number | null>>>) =>
  Object.fromEntries(
    Object.entries(columns).map(([id, cells]) => [
      id,
      Float64Array.from(cells, (cell) => cell ?? Number.NaN),
    ]),
  );

test("typed columns hold what scoreIndex tells, bit for bit, for every node", () => {
  fc.assert(
    fc.property(randomIndex, ({ definition, table }) => {
      const ids = Object.keys(definition.nodes);
      const { nodes } = scoreIndexColumns(
        definition,
        { length: table.units.length, columns: typed(table.columns) },
        { nodes: ids },
      );
      const result = scoreIndex(definition, table);
      for (const id of ids)
        result.nodes[id]?.values.forEach((value, row) => {
          expect(nodes[id]?.fault[row] === 0 ? nodes[id]?.values[row] : null).toBe(value);
        });
    }),
    { numRuns: 50 },
  );
});

test("more rows than a block, with gaps, attributes and periods", () => {
  const length = 40_000;
  const definition = defineIndex({
    ...channels,
    views: undefined,
    grades: undefined,
    root: "ease",
    nodes: { ease: { ...channels.nodes["ease"], appliesTo: { attribute: "channel", values: ["app"] } } },
  });
  const ease = Float64Array.from({ length }, (_, row) => (row % 7 === 0 ? Number.NaN : 1 + (row % 6)));
  const channel = Array.from({ length }, (_, row) => (row % 3 === 0 ? "web" : "app"));
  const table = { columns: { ease }, attributes: { channel } };
  const { nodes } = scoreIndexColumns(definition, { length, ...table });
  const units = channel.map((_, row) => `u${row}`);
  const { values } = scoreIndex(definition, { units, ...table }).nodes["ease"] ?? {};
  for (let row = 0; row < length; row += 1)
    if ((nodes["ease"]?.fault[row] === 0 ? nodes["ease"].values[row] : null) !== values?.[row])
      expect([row, nodes["ease"]?.values[row]]).toEqual([row, values?.[row]]);
});

test("refusals", () => {
  const columns = typed({
    completion_percent: [1],
    ease: [1],
    start: [1],
    availability: [1],
    review: [1],
    trust: [1],
    late: [1],
  });
  const attributes = { channel: ["app"], incident: ["none"] };
  const score = (table: unknown, options = {}) =>
    codeOf(() => scoreIndexColumns(channels, table as IndexColumns, options));
  expect(score({ length: 1, columns, attributes })).toBe("no error");
  expect(score({ length: 1, columns: { ...columns, ease: [1] }, attributes })).toBe("table.wrong-shape");
  expect(score({ length: -1, columns, attributes })).toBe("table.wrong-shape");
  expect(score({ length: 2, columns, attributes })).toBe("table.column-length");
  expect(
    score({
      length: 1,
      columns: { ...columns, ease: Float64Array.of(Number.POSITIVE_INFINITY) },
      attributes,
    }),
  ).toBe("table.not-a-number");
  expect(score({ length: 1, columns, attributes }, { nodes: ["nothing"] })).toBe("index.dangling-node");
  expect(score(undefined)).toBe("document.wrong-type");
});

test("an infinity is refused by the name of its unit, even where it weighs nothing", () => {
  const title = { en: "T", zh: "题" };
  const provenance = { status: "illustrative", source: "test" } as const;
  const leaf = {
    kind: "indicator",
    title,
    provenance,
    unit: "1",
    source: "operational",
    normalise: { method: "goalposts", worst: 0, best: 10 },
  };
  const children = [
    { node: "x", weight: 1 },
    { node: "y", weight: 0 },
  ];
  const definition = defineIndex({
    formatVersion: 1,
    id: "test.infinity",
    version: "1.0.0",
    title,
    provenance,
    scale: { lower: 0, upper: 100 },
    root: "index",
    nodes: {
      x: leaf,
      y: leaf,
      index: {
        kind: "aggregate",
        title,
        provenance,
        method: "arithmetic-mean",
        missing: { policy: "propagate" },
        children,
      },
    },
  });
  for (const name of ["x", "y"])
    for (const infinity of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const columns = {
        x: Float64Array.of(1, 2),
        y: Float64Array.of(3, 4),
        [name]: Float64Array.of(5, infinity),
      };
      const refusal = (units: string[] | undefined) => ({
        code: "table.not-a-number",
        path: ["table", "columns", name, 1],
        values: expect.objectContaining({ row: 1, unit: units?.[1] ?? "–", found: String(infinity) }),
      });
      for (const units of [["App", "Web"], undefined])
        expect(() =>
          scoreIndexColumns(definition, { length: 2, columns, ...(units ? { units } : {}) }),
        ).toThrow(expect.objectContaining(refusal(units)));
    }
});
