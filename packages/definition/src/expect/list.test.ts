import { expect, test } from "vitest";
import { expectList } from "./list.js";
import { expectNumber } from "./number.js";

test("reads every member with its own path", () => {
  expect(expectList(["a", "b"], ["x"], (item, path) => [item, ...path])).toEqual([
    ["a", "x", 0],
    ["b", "x", 1],
  ]);
  expect(() => expectList([3, "4"], ["band"], expectNumberAt)).toThrow(
    expect.objectContaining({ path: ["band", 1] }),
  );
});

const expectNumberAt = (item: unknown, path: readonly (string | number)[]) => expectNumber(item, path);

test.each([
  [[3], 2, "Expected a list of at least 2 here, found a list of 1. Replace it."],
  ["3,4", 0, 'Expected a list here, found "3,4". Replace it.'],
  [{ length: 2 }, 1, "Expected a list of at least 1 here, found an object. Replace it."],
])("refuses %j where %i are needed", (value, least, message) => {
  expect(() => expectList(value, [], expectNumberAt, least)).toThrow(message);
});

test("holes are read as undefined", () => {
  const sparse = [3, 4, 5];
  delete sparse[1];
  expect(() => expectList(sparse, [], expectNumberAt)).toThrow(expect.objectContaining({ path: [1] }));
});

test("NaN that a reader returns goes no further", () => {
  expect(() => expectList([3], ["a"], () => Number.NaN)).toThrow(
    expect.objectContaining({ code: "document.wrong-type", path: ["a", 0] }),
  );
});
