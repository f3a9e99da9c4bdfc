import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeIds } from "./encode-ids.js";

const id = fc.oneof(
  fc.constantFrom("a", "1", "", "__proto__"),
  fc.constantFrom(1, 2, 0, -0, 1.5),
  fc.string(),
);

test("decoding gives the ids back, and names stand once, in order of first appearance", () => {
  fc.assert(
    fc.property(fc.array(id), (ids) => {
      const { codes, names } = encodeIds(ids);
      expect(Array.from(codes, (code) => names[code])).toEqual(ids.map((one) => (one === 0 ? 0 : one)));
      expect(names).toEqual([...new Set(names)]);
      expect([...new Set(codes)]).toEqual(names.map((_, code) => code));
    }),
  );
});

test("typed arrays are welcome", () => {
  expect(encodeIds(Int32Array.of(-5, 7, -5))).toEqual({ codes: Uint32Array.of(0, 1, 0), names: [-5, 7] });
});

test.each([
  ["null", [1, null], 1],
  ["undefined", [undefined], 0],
  ["a hole", new Array(1), 0],
  ["NaN", ["a", Number.NaN], 1],
  ["Infinity", [Number.POSITIVE_INFINITY], 0],
  ["true", [true], 0],
  ["a BigInt", BigInt64Array.of(1n), 0],
  ["an object", ["a", "a", {}], 2],
])("%s is no id", (_, values, row) => {
  expect(() => encodeIds(values as never)).toThrow(
    expect.objectContaining({ code: "ids.not-an-id", path: ["values", row] }),
  );
});

test.each([undefined, null, 7, "text", {}, { length: 3 }, new DataView(new ArrayBuffer(8))])(
  "%s is no column",
  (values) => {
    expect(() => encodeIds(values as never)).toThrow(expect.objectContaining({ code: "events.not-events" }));
  },
);
