import { expect, test } from "vitest";
import { CxMetricsError } from "./cx-metrics-error.js";
import { messageIn } from "./message-in.js";

const message = { en: "No answer is valid.", zh: "没有有效回答。" };

test("reads errors, outcomes and warnings", () => {
  expect(messageIn("zh", new CxMetricsError({ code: "x", ...message }))).toBe("没有有效回答。");
  expect(messageIn("en", { message })).toBe("No answer is valid.");
});

test.each([
  ["fr", { message }, "document.not-allowed"],
  ["__proto__", { message }, "document.not-allowed"],
  ["en", undefined, "document.wrong-type"],
  ["en", "text", "document.wrong-type"],
  ["en", {}, "document.wrong-type"],
  ["zh", { message: { en: "only English" } }, "document.wrong-type"],
  ["zh", { messages: null }, "document.wrong-type"],
  ["zh", new Error("x"), "document.wrong-type"],
])("refuses language %j of %j", (language, text, code) => {
  expect(() => messageIn(language as never, text as never)).toThrow(expect.objectContaining({ code }));
});
