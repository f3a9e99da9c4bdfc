import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faults } from "./column.js";
import { columnFrom } from "./column-from.js";
import { columnToArray } from "./column-to-array.js";
import { faultsOf } from "./faults-of.js";
import { messageOfFault } from "./message-of-fault.js";

describe("columnFrom", () => {
  test("comes back as it went in", () => {
    const cell = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null });
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const column = columnFrom(cells);
        expect(columnToArray(column)).toEqual(cells.map((x) => (x === null ? null : x + 0)));
        expect(faultsOf(column)).toEqual(cells.map((x) => (x === null ? "missing" : null)));
      }),
    );
  });

  test("undefined, NaN and holes are missing; a typed array is welcome", () => {
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested
    expect(faultsOf(columnFrom([undefined, Number.NaN, , 2]))).toEqual([
      "missing",
      "missing",
      "missing",
      null,
    ]);
    expect(columnToArray(columnFrom(new Float64Array([1.5, Number.NaN])))).toEqual([1.5, null]);
  });

  test("not applicable wins over missing and over a number", () => {
    expect(faultsOf(columnFrom([null, 2, 3], [true, true, false]))).toEqual([
      "not-applicable",
      "not-applicable",
      null,
    ]);
  });

  test.each([
    [[1, Number.POSITIVE_INFINITY], undefined, "column.not-a-number", [1]],
    [["3"], undefined, "column.not-a-number", [0]],
    [[{}], undefined, "column.not-a-number", [0]],
    [[3n], undefined, "column.not-a-number", [0]],
    ["123", undefined, "column.not-a-list", ["values"]],
    [null, undefined, "column.not-a-list", ["values"]],
    [{ length: 1e9 }, undefined, "column.not-a-list", ["values"]],
    [[1, 2], [true], "column.length-mismatch", ["notApplicable"]],
  ])("refuses %o with marks %o", (values, marks, code, path) => {
    expect(() => columnFrom(values as number[], marks)).toThrow(expect.objectContaining({ code, path }));
  });
});

test("a column built by hand is looked at too", () => {
  expect(columnToArray({ values: new Float64Array([Number.NaN, 2]), fault: new Uint8Array(2) })).toEqual([
    null,
    2,
  ]);
  expect(() => faultsOf({ values: new Float64Array(1), fault: new Uint8Array([77]) })).toThrow(
    expect.objectContaining({ code: "column.unknown-fault", path: [0] }),
  );
  expect(() => columnToArray({ values: new Float64Array(1), fault: new Uint8Array(2) })).toThrow(
    expect.objectContaining({ code: "column.wrong-shape" }),
  );
  expect(() => faultsOf(null as never)).toThrow(expect.objectContaining({ code: "column.wrong-shape" }));
});

test("every fault has a sentence of its own in both languages", () => {
  const sentences = faults.flatMap((fault) => Object.values(messageOfFault(fault)));
  expect(new Set(sentences).size).toBe(2 * faults.length);
  expect(() => messageOfFault("toString" as never)).toThrow(
    expect.objectContaining({ code: "document.not-allowed" }),
  );
});
