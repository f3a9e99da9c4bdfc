import { describe, expect, test } from "vitest";
import * as z from "zod";
import { AssessmentSchema, BehaviourEventSchema, ResponseSchema } from "../schema.js";
import { expectValid } from "./expect-valid.js";
import { toCxMetricsError } from "./to-cx-metrics-error.js";

const told = (schema: z.ZodType, input: unknown) => {
  const { error } = schema.safeParse(input);
  if (!error) throw new Error("was accepted");
  return toCxMetricsError(error, { input });
};

const event = { family: "behaviour", actor: "c-1", event: "apply", timeMs: 1_700_000_000_000 };
const response = { kind: "relational", id: "r", wave: "w", respondent: "c-1", timeMs: 3, answers: {} };

describe("wording", () => {
  test.each<[string, unknown, string, string]>([
    [
      "a wrong type",
      { ...event, timeMs: "2024-01-04" },
      "At timeMs: expected a number of milliseconds (for a date: since 1970-01-01 UTC, as Date.parse gives it), found a text. Mend it there.",
      "timeMs：应为毫秒数（日期须换算为自 1970-01-01 UTC 起的毫秒数，例如用 Date.parse），实际为：文本。请在该处改正。",
    ],
    [
      "a missing key",
      { ...event, actor: undefined },
      "At actor: it is missing, expected a text. Mend it there.",
      "actor：缺少该项，应为文本。请在该处改正。",
    ],
    [
      "a form that a text must have",
      { ...event, actor: "a b" },
      "At actor: expected a pseudonym of 1 to 200 characters without white space or @. Mend it there.",
      "actor：应为 1 至 200 个字符且不含空白和 @ 的假名标识。请在该处改正。",
    ],
    [
      "a union none of which begins to fit",
      { ...event, properties: { a: [] } },
      "At properties.a: expected a text, a number, true or false or null, found a list. Mend it there.",
      "properties.a：应为文本、数字、布尔值或空值，实际为：列表。请在该处改正。",
    ],
    [
      "one of a list, as zod says it",
      { ...event, family: "click" },
      'At family: Invalid option: expected one of "transaction"|"interaction"|"behaviour". Mend it there.',
      'family：无效选项：期望以下之一 "transaction"|"interaction"|"behaviour"。请在该处改正。',
    ],
    [
      "not a number",
      { ...event, sequence: Number.NaN },
      "At sequence: expected a number, found NaN. Mend it there.",
      "sequence：应为数字，实际为：NaN。请在该处改正。",
    ],
    [
      "several mistakes",
      { family: "behaviour", actor: 3, event: 4, timeMs: 5 },
      "At actor: expected a text, found 3. This is the first of 2 problems. Mend it there.",
      "actor：应为文本，实际为：3。共有 2 处问题，此为第一处。请在该处改正。",
    ],
    [
      "no object at all",
      "text",
      "At the top level: expected an object, found a text. Mend it there.",
      "最外层：应为对象，实际为：文本。请在该处改正。",
    ],
  ])("%s", (_, input, en, zh) => {
    expect(told(BehaviourEventSchema, input).messages).toEqual({ en, zh });
  });

  test("an unknown kind names the kinds", () => {
    const error = told(AssessmentSchema, { kind: "opinion" });
    expect(error.path).toEqual(["kind"]);
    expect(error.messages.en).toBe("At kind: expected one of rubric, checklist, usability. Mend it there.");
    expect(error.messages.zh).toContain("应为以下之一：rubric, checklist, usability");
  });

  test("of a union, the alternative that came furthest is told", () => {
    const error = told(ResponseSchema, { ...response, answers: { age: { missing: "lost" } } });
    expect(error.path).toEqual(["answers", "age", "missing"]);
    expect(error.message).toContain('"not-asked"');
  });

  test("a rule of our own has its own sentence", () => {
    const items = [
      { id: "a", result: "pass" },
      { id: "a", result: "fail" },
    ];
    const checklist = { kind: "checklist", id: "c", object: "M", assessor: "e", items };
    expect(told(AssessmentSchema, checklist).messages).toEqual({
      en: "At items: two checks have the same id. Mend it there.",
      zh: "items：有两个检查项的 id 相同。请在该处改正。",
    });
  });

  test("without the input the sentence does not guess what was found", () => {
    const { error } = BehaviourEventSchema.safeParse({ ...event, sequence: "x" });
    expect(error && toCxMetricsError(error).message).toBe("At sequence: expected a number. Mend it there.");
  });

  test("schemas of others are worded too", () => {
    const other = z.object({ size: z.number().max(3), day: z.iso.date(), at: z.date() });
    const input = { size: 4, day: "x", at: 3 };
    expect(told(other, input).messages).toEqual({
      en: "At size: Too big: expected number to be <=3. This is the first of 3 problems. Mend it there.",
      zh: "size：数值过大：期望 number <=3。共有 3 处问题，此为第一处。请在该处改正。",
    });
    expect(told(other, { ...input, size: 3 }).messages.zh).toContain("ISO日期");
  });
});

test("values count all problems, and the error is plain data", () => {
  const error = told(BehaviourEventSchema, { family: "x", actor: 1, event: 2, timeMs: 3, more: 4 });
  expect(error.values["count"]).toBe(4);
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ code: "document.invalid", path: ["family"] });
});

test("a path above is put in front", () => {
  expect(() => expectValid(BehaviourEventSchema, { ...event, actor: 3 }, ["events", 12])).toThrow(
    expect.objectContaining({
      path: ["events", 12, "actor"],
      message: "At events[12].actor: expected a text, found 3. Mend it there.",
    }),
  );
});

test("zod is never configured globally", () => {
  const before = JSON.stringify(z.string().safeParse(3).error?.issues);
  told(BehaviourEventSchema, {});
  expect(JSON.stringify(z.string().safeParse(3).error?.issues)).toBe(before);
  expect(before).toContain("Invalid input");
});

test.each([undefined, null, 3, {}, { issues: [] }, { issues: [{}] }, { issues: "x" }])(
  "%j in place of a zod error still gives an error with a sentence",
  (error) => {
    const given = toCxMetricsError(error as never, { path: 3 } as never);
    expect(given.code).toBe("document.invalid");
    expect(given.messages.zh).toMatch(/[\u4e00-\u9fff]/);
  },
);

test("something that is no schema is refused", () => {
  for (const schema of [undefined, null, 3, {}, () => 3])
    expect(() => expectValid(schema as never, {})).toThrow(
      expect.objectContaining({ name: "CxMetricsError", code: "schema.unknown" }),
    );
});
