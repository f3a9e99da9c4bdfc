import { readFileSync, writeFileSync } from "node:fs";
import { parseDocument } from "@cxmetrics/definition";
import { expect, test } from "vitest";
import { StandardSupplementSchema, standardSupplementJsonSchema } from "./schema.js";

test("the shipped JSON Schema is the generated one (REGEN=1 writes it anew)", () => {
  const file = new URL("../schemas/standard-supplement-1.schema.json", import.meta.url);
  if (process.env["REGEN"]) writeFileSync(file, `${JSON.stringify(standardSupplementJsonSchema, null, 2)}\n`);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(
    JSON.parse(JSON.stringify(standardSupplementJsonSchema)),
  );
});

test("the example of the bank has the shape, and no longer has it with a blank or a foreign key", () => {
  const text = readFileSync(new URL("../../../docs/examples/bank/standard.yaml", import.meta.url), "utf8");
  const accepts = (changed: string) => StandardSupplementSchema.safeParse(parseDocument(changed)).success;
  expect(accepts(text)).toBe(true);
  expect(accepts(text.replace("minimumN: 200", "minimumN: 0"))).toBe(false);
  expect(accepts(text.replace("workedDecimals", "worked"))).toBe(false);
  expect(accepts(text.replace("zh: 银行数字渠道体验指数 技术文件（示例）", 'zh: " "'))).toBe(false);
});
