import { expect, test } from "vitest";
import { expectRecord } from "./record.js";

const read = (value: unknown) => expectRecord(value, ["steps", 0], ["event"], ["title"]);

test("returns the object itself", () => {
  const step = { event: "login", title: undefined };
  expect(read(step)).toBe(step);
  expect(read(Object.assign(Object.create(null), { event: "login" }))).toEqual({ event: "login" });
});

test("an unknown key is named, with the nearest known one", () => {
  expect(() => read({ event: "login", titel: "x" })).toThrow(
    expect.objectContaining({
      code: "document.unknown-key",
      path: ["steps", 0, "titel"],
      message: 'Unknown key "titel". Did you mean "title"? Allowed keys: event, title.',
      messages: expect.objectContaining({
        zh: "未知的键“titel”。是否想写“title”？可用的键：event, title。",
      }),
    }),
  );
  expect(() => read({ event: "login", "<<": {} })).toThrow('Unknown key "<<". Allowed keys: event, title.');
});

test("a missing key is named, also one that is only inherited or undefined", () => {
  for (const value of [{}, { event: undefined }, { title: "x" }])
    expect(() => read(value)).toThrow(
      expect.objectContaining({ code: "document.missing-key", path: ["steps", 0, "event"] }),
    );
  expect(() => expectRecord({}, [], ["toString"])).toThrow(
    expect.objectContaining({ code: "document.missing-key" }),
  );
});

test("an own __proto__ key is unknown", () => {
  expect(() => read(JSON.parse('{"event":"x","__proto__":{}}'))).toThrow(
    expect.objectContaining({ code: "document.unknown-key" }),
  );
});

test.each([undefined, null, 3, "text", [], new Map(), new Date(3), () => 3])("refuses %s", (value) => {
  expect(() => read(value)).toThrow(
    expect.objectContaining({ code: "document.wrong-type", path: ["steps", 0] }),
  );
});
